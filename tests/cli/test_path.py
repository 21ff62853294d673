"""`argmap path`."""

import json

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("folder")


def test_route_is_told_step_by_step_with_its_warrants(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "staff", "strain")

    assert (status, err) == (0, "")
    verdict = "undermines “Sunday work strains family life.”: 2 steps, 1 contrast."
    assert verdict in " ".join(out.split())
    told = [
        "Staff are paid more on Sundays.",
        "More pay is fair.",
        "Open on Sundays",
        "A rule that strains families should not stand.",
        "Sunday work strains family life.",
    ]
    places = [out.index(words) for words in told]
    assert places == sorted(places)


def test_answer_the_other_way_round_says_so(call: Call) -> None:
    status, out, _ = call("path", "sundays.yaml", "open", "staff")

    assert status == 0
    assert "“Open on Sundays” does not bear on “Staff are paid more on Sundays.”, but" in out
    assert "So “Staff are paid more on Sundays.” supports “Open on Sundays”" in out


def test_verdict_over_several_routes_may_be_mixed(call: Call) -> None:
    told = " ".join(call("path", "sundays.yaml", "survey", "open").out.split())

    assert "both supports and undermines “Open on Sundays”: this way" in told


def test_statements_that_do_not_bear_on_each_other_are_status_1(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "apart", "open")

    assert (status, err) == (1, "")
    assert out == "Neither of “The weather is fine.” and “Open on Sundays” bears on the other.\n"


def test_as_json(call: Call) -> None:
    answer = json.loads(call("path", "sundays.yaml", "staff", "strain", "--json").out)

    assert [answer[key] for key in ("from", "to", "direction", "polarity")] == [
        "staff",
        "strain",
        "forward",
        "undermines",
    ]
    (route,) = answer["routes"]
    assert route["statements"] == ["staff", "open", "strain"]
    assert route["relations"] == [
        {"id": "r7", "kind": "support", "because": "More pay is fair."},
        {
            "id": "strain-open",
            "kind": "contrast",
            "because": "A rule that strains families should not stand.",
        },
    ]
    assert route["polarity"] == "undermines"


def test_as_json_backward_and_unconnected(call: Call) -> None:
    backward = json.loads(call("path", "sundays.yaml", "open", "staff", "--json").out)
    nothing = call("path", "sundays.yaml", "apart", "open", "--json")

    assert (backward["from"], backward["to"]) == ("open", "staff")
    assert (backward["direction"], backward["polarity"]) == ("backward", "supports")
    assert [route["statements"] for route in backward["routes"]] == [["staff", "open"]]
    assert nothing.status == 1
    unconnected = json.loads(nothing.out)
    assert [unconnected[key] for key in ("direction", "polarity", "routes")] == [None, None, []]


def test_a_statement_has_no_path_to_itself(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "staff", "paid")

    assert (status, out) == (2, "")
    assert "FROM and TO are the same statement, staff." in err


def test_name_that_fits_several_statements_lists_them(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "open", "s")

    assert (status, out) == (2, "")
    assert "nothing is guessed" in err
