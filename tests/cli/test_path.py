"""`argmap path`."""

import json

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("folder")


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_route_is_told_hop_by_hop_with_holders_warrants_and_quotes(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "staff", "strain")

    assert (status, err) == (0, "")
    assert (
        out
        == """\
“Staff are paid more on Sundays” undermines “Sunday work strains family life”: one route.

  “Staff are paid more on Sundays”, together with “In a survey of 2,000 employees, 61 % wanted
  Sunday shifts”, speaks for “Open on Sundays” [The author], because more pay is fair.
      “Shops should be open on Sundays”
  That in turn speaks against “Sunday work strains family life” [Trade unions, per The author],
  and the other way round, because a rule that strains families should not stand.
      “Sunday work is a strain”
  So it undermines “Sunday work strains family life”: two steps, one contrast.
"""
    )


def test_answer_the_other_way_round_says_so(call: Call) -> None:
    status, out, _ = call("path", "sundays.yaml", "open", "staff")

    assert status == 0
    assert one_line(out).startswith(
        "“Open on Sundays” does not bear on “Staff are paid more on Sundays”, but “Staff are paid "
        "more on Sundays” bears on “Open on Sundays”. “Staff are paid more on Sundays” supports "
        "“Open on Sundays”: one route."
    )


def test_several_routes_are_numbered_and_quotes_told_once(call: Call) -> None:
    out = one_line(call("path", "sundays.yaml", "survey", "open").out)

    assert "both supports and undermines “Open on Sundays”: two routes for it, one against" in out
    assert [out.count(f"Route {number} “In a survey") for number in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert out.count("“Shops should be open on Sundays”") == 1


def test_limit_says_that_there_is_more(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "survey", "open", "--limit", "1")

    assert (status, err) == (0, "See more with --limit 2.\n")
    assert out.endswith("There are more routes.\n")
    assert "two routes for it, one against it" in one_line(out)
    assert "Route 1" not in out


def test_statements_that_meet_nowhere_are_status_1(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "apart", "open")

    assert (status, err) == (1, "")
    assert one_line(out) == (
        "Neither of “The weather is fine” and “Open on Sundays” bears on the other. They meet "
        "nowhere: no statement rests on both, and none bears on both. They are not connected: "
        "“The weather is fine” stands alone; “Open on Sundays” lies in the part of the map with "
        "the main claim, “Open on Sundays”, of four statements."
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--only", "support"], "one route. Only routes of supports alone count."),
        (["--max-steps", "1"], "supports “Open on Sundays”: one route. Only routes of at most one"),
        (["--via", "strain"], "one route. Only routes by way of “Sunday work strains family life”"),
        (["--avoid", "strain"], "both for it. Only routes that avoid “Sunday work strains family"),
        (["--holder", "trade UNIONS"], "Only routes held between their ends by Trade unions count"),
        (
            ["--only", "contrast", "--max-steps", "1"],
            "but by no such route. Only routes of contrasts alone and of at most one step count.",
        ),
    ],
)
def test_conditions_are_told(call: Call, options: list[str], told: str) -> None:
    assert told in one_line(call("path", "sundays.yaml", "survey", "open", *options).out)


def test_as_json(call: Call) -> None:
    answer = json.loads(call("path", "sundays.yaml", "staff", "strain", "--json").out)

    told = (
        "“Staff are paid more on Sundays” undermines “Sunday work strains family life”: one route."
    )
    because = "A rule that strains families should not stand."
    sentences = answer["routes"][0].pop("sentences")
    assert [sentence.partition("”")[0] for sentence in sentences] == [
        "“Staff are paid more on Sundays",
        "That in turn speaks against “Sunday work strains family life",
    ]
    assert answer == {
        "from": "staff",
        "to": "strain",
        "direction": "forward",
        "polarity": "undermines",
        "routes": [
            {
                "statements": ["staff", "open", "strain"],
                "relations": [
                    {"id": "r7", "kind": "support", "because": "More pay is fair."},
                    {"id": "strain-open", "kind": "contrast", "because": because},
                ],
                "polarity": "undermines",
                "weakest": None,
            }
        ],
        "more": False,
        "count": {"supporting": 0, "undermining": 1, "exact": True},
        "odd_circles": [],
        "meeting_points": [],
        "more_meeting_points": False,
        "parts": [],
        "sentences": [told],
    }


def test_as_json_backward_and_unconnected(call: Call) -> None:
    backward = json.loads(call("path", "sundays.yaml", "open", "staff", "--json").out)
    nothing = call("path", "sundays.yaml", "apart", "open", "--json")

    assert (backward["from"], backward["to"]) == ("open", "staff")
    assert (backward["direction"], backward["polarity"]) == ("backward", "supports")
    assert [route["statements"] for route in backward["routes"]] == [["staff", "open"]]
    assert nothing.status == 1
    unconnected = json.loads(nothing.out)
    assert [unconnected[key] for key in ("direction", "polarity", "routes")] == [None, None, []]
    assert unconnected["parts"] == [
        {"size": 1, "main": False, "others": []},
        {"size": 4, "main": True, "others": ["strain", "survey", "staff"]},
    ]


def test_a_statement_has_no_path_to_itself(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "staff", "paid")

    assert (status, out) == (2, "")
    assert "FROM and TO are the same statement, staff." in err


def test_name_that_fits_several_statements_lists_them(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "open", "s")

    assert (status, out) == (2, "")
    assert "nothing is guessed" in err
