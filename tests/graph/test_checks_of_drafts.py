"""What a draft leaves to a person is told once, not statement by statement."""

from dataclasses import replace

from msgspec.structs import replace as replace_struct

from argmap.claims.model import Map
from argmap.graph.checks import check
from tests.graph.sketches import sketch


def told(m: Map) -> list[tuple[str, str | None, str]]:
    return [(f.check, f.subject, f.what) for f in check(m) if f.check != "claim-without-reason"]


def test_statements_to_place_are_told_of_together() -> None:
    m = sketch("a + b", alone="c e1", main="b", to_place=("c", "e1"))

    assert told(m) == [
        ("to-place", None, "2 statements under `to_place` have found no place yet: c, e1.")
    ]


def test_a_statement_that_found_a_place_is_told_of_as_any_other() -> None:
    m = sketch("a + b", "c + d", alone="e1", main="b", to_place=("c", "e1"))

    assert told(m) == [
        ("to-place", None, "1 statement under `to_place` has found no place yet: e1."),
        ("detached", "c", "Nothing ties this and 1 more that hang on it to the main claim 'b'."),
    ]


def test_of_many_statements_to_place_some_are_named() -> None:
    names = [f"c{number}" for number in range(7)]
    m = sketch("a + b", alone=" ".join(names), main="b", to_place=tuple(names))

    assert told(m)[0][2].endswith("c0, c1, c2, c3, c4, ….")


def test_a_draft_with_everything_placed_is_still_proposed() -> None:
    m = sketch("a + b", main="b")
    proposed = tuple(replace_struct(s, status="proposed") for s in m.statements)
    relation = replace_struct(m.relations[0], status="proposed")

    assert told(replace(m, statements=proposed)) == [
        ("proposed", None, "2 statements are only proposed.")
    ]
    assert told(replace(m, relations=(relation,)))[0][2] == "1 relation is only proposed."
    both = replace(m, statements=proposed, relations=(relation,))
    assert told(both)[0][2] == "2 statements and 1 relation are only proposed."
