"""The text that Kialo exports: nesting, pointers, texts of several lines, sources."""

import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_of_input
from tests.claims.foreign import is_map_or_mistake, mutated, read, told

EXPORT = """Discussion Title: Should shops open on Sundays?

1. Shops should open on Sundays.
1.1. Pro: People want it.
1.1.1. Con: Not all of them.
which is a second line
1. and this one begins like a list
1.1.2. Pro: -> See 1.2.1.
1.2. Con: It strains families. [1]
1.2.1. Pro: Families need a common day.

Sources:
[1] https://example.org/families
"""


def test_nesting_and_pointers() -> None:
    m, losses = read("kialo", EXPORT)

    assert format_of_input(EXPORT.encode(), "x.txt").name == "kialo"
    assert m.title == "Should shops open on Sundays?"
    assert [s.id for s in m.statements] == ["1", "1.1", "1.1.1", "1.2", "1.2.1"]
    assert m.main is m.by_id["1"]
    assert [(r.source, r.kind, r.target) for r in m.relations] == [
        ("1.1", "support", "1"),
        ("1.1.1", "contrast", "1.1"),
        ("1.2", "contrast", "1"),
        ("1.2.1", "support", "1.1"),
        ("1.2.1", "support", "1.2"),
    ]
    assert m.by_id["1.1.1"].text.endswith("second line\n1. and this one begins like a list")
    assert m.by_id["1.2.1"].note == "Sources:\n[1] https://example.org/families"
    assert m.positions["1.2"].line == 9
    assert losses == ()


def test_several_theses() -> None:
    reading = read("kialo", "1. Open?\n1.1. Always.\n1.2. Never.\n1.2.1. Pro: Rest.\n2. Other\n")
    m = reading.map

    assert [s.id for s in m.statements] == ["1", "1.1", "1.2", "1.2.1", "2"]
    assert m.main is None
    assert told(reading) == {"place below a statement, neither pro nor con": 2}


def test_pro_and_con_may_be_written_small() -> None:
    m = read("kialo", "1. T\n1.1. pro: A\n1.2. CON: B\n").map

    assert [(r.source, r.kind) for r in m.relations] == [("1.1", "support"), ("1.2", "contrast")]


def test_pointers_to_pointers_and_circles() -> None:
    text = (
        "1. T\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.3.\n1.3. Pro: Here.\n"
        "1.4. Pro: -> See 1.5\n1.5. Con: -> See 1.4\n1.6. Con: -> See 9.9.\n"
    )
    reading = read("kialo", text)

    assert [(r.source, r.kind) for r in reading.map.relations] == [
        ("1.3", "support"),
        ("1.3", "contrast"),
        ("1.6", "contrast"),
    ]
    assert told(reading) == {
        "pointers in a circle": 1,
        "pointer to no statement, kept as words": 1,
        "relation that is there twice": 1,
        "relation without two ends, or from a statement to itself": 2,
    }


def test_what_stands_nowhere_is_in_the_ledger() -> None:
    reading = read("kialo", "Hello\nDiscussion Name: D\n1.9. Pro: Orphan\n1.9. Con: Twin\n")

    assert reading.map.title == "D"
    assert told(reading) == {
        "line before the first statement": 1,
        "second statement of the same number": 1,
        "relation without two ends, or from a statement to itself": 1,
    }


@pytest.mark.parametrize("text", ["", "\n", "1.", "1.1.1.1. Pro:", "-> See 1."])
def test_little_or_nothing(text: str) -> None:
    assert is_map_or_mistake("kialo", text.encode())


@settings(max_examples=150, deadline=None)
@given(mutated(EXPORT))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("kialo", data)
