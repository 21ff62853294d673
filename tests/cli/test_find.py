"""`argmap find`."""

import json

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("folder")


def test_statements_with_the_words_best_first(call: Call) -> None:
    assert call("find", "sundays.yaml", "family", "life") == (
        0,
        "strain  claim, Trade unions, per The author\n    Sunday work strains family life.\n",
        "",
    )


def test_words_may_be_given_as_one_argument(call: Call) -> None:
    assert call("find", "sundays.yaml", "family life") == call(
        "find", "sundays.yaml", "family", "life"
    )


def test_nearest_statements_where_none_has_all_words(call: Call) -> None:
    status, out, err = call("find", "sundays.yaml", "weather", "strike")

    assert (status, out) == (0, "apart  claim\n    The weather is fine.\n")
    assert err == "No statement has all of these words. The nearest:\n\n"


def test_nothing_found_is_status_1(call: Call) -> None:
    assert call("find", "sundays.yaml", "zebra", "crossing") == (
        1,
        "",
        "Nothing found for zebra crossing.\n",
    )
    status, out, _ = call("find", "sundays.yaml", "zebra", "--json")
    assert (status, json.loads(out)) == (1, [])


def test_limit_says_how_many_more_there_are(call: Call) -> None:
    status, out, err = call("find", "sundays.yaml", "sunday", "--limit", "1")

    assert (status, out.count("\n    ")) == (0, 1)
    assert err == "\n3 more; see them with --limit 4.\n"


@pytest.mark.parametrize("limit", ["0", "-1", "x"])
def test_limit_is_a_number_from_1(call: Call, limit: str) -> None:
    status, out, err = call("find", "sundays.yaml", "sunday", f"--limit={limit}")

    assert (status, out) == (2, "")
    assert "Invalid value for '--limit'" in err


def test_as_json(call: Call) -> None:
    (hit,) = json.loads(call("find", "sundays.yaml", "weather", "strike", "--json").out)

    assert hit.pop("score") > 0
    assert hit == {
        "id": "apart",
        "kind": "claim",
        "text": "The weather is fine.",
        "missing": ["strike"],
    }


@pytest.mark.usefixtures("folder")
def test_no_words_at_all(call: Call) -> None:
    status, out, err = call("find", "sundays.yaml", " ")

    assert (status, out) == (2, "")
    assert "Give some words to find." in err
