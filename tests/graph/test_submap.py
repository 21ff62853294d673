"""A part of a map as a map of its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.claims.model import Expectation, Link, Map, Suggestion
from argmap.claims.storage import dumps, loads
from argmap.graph.submap import submap
from tests.graph.sketches import sketch, sketches
from tests.strategies import maps


def held(m: Map) -> tuple[str, list[str]]:
    return "".join(s.id for s in m.statements), [r.id for r in m.relations]


@pytest.mark.parametrize(
    ("part", "statements", "relations"),
    [
        ("", "", []),
        ("a", "a", []),
        ("ab", "adb", ["a&d+b"]),
        ("abc", "adbc", ["a&d+b", "b-c"]),
        ("ac", "ac", []),
        ("abx", "adbx", ["a&d+b", "x-[a&d+b]"]),
        ("cx", "cx", []),
    ],
)
def test_a_part_holds_its_relations_and_their_linked_premises(
    part: str, statements: str, relations: list[str]
) -> None:
    m = sketch("a & d + b", "b - c", "x - [a&d+b]", alone="z", main="c")

    assert held(submap(m, part)) == (statements, relations)


def test_a_part_of_one_kind_of_relation() -> None:
    m = sketch("a + b", "a - c", "b + c", "x + [a+b]", "y - [a+b]", "x + c")

    assert held(submap(m, "abc", only="support")) == ("abc", ["a+b", "b+c"])
    assert held(submap(m, "abcx", only="contrast")) == ("abcx", ["a-c"])
    assert held(submap(m, "abcxy", only="support"))[1] == ["a+b", "b+c", "x+[a+b]", "x+c"]


def test_a_relation_that_is_named_brings_its_ends() -> None:
    m = sketch("a + b", "x - [a+b]", "y + [x-[a+b]]")

    assert held(submap(m, ["a+b"])) == ("ab", ["a+b"])
    assert held(submap(m, ["y", "x-[a+b]", "a+b"])) == ("abxy", ["a+b", "x-[a+b]", "y+[x-[a+b]]"])


def test_an_undercut_that_stands_before_its_step_is_kept_with_it() -> None:
    m = sketch("x - [y-[b+a]]", "y - [b+a]", "b + a")

    assert held(submap(m, "abxy")) == ("xyba", ["x-[y-[b+a]]", "y-[b+a]", "b+a"])


def test_a_named_undercut_is_kept_with_all_that_it_leads_to() -> None:
    m = sketch("b + a", "y - [b+a]", "x - [y-[b+a]]", alone="z")

    assert held(submap(m, {"x-[y-[b+a]]"})) == ("bayx", ["b+a", "y-[b+a]", "x-[y-[b+a]]"])


def test_all_else_of_the_map_stays_but_what_it_expects() -> None:
    m = sketch(
        "a + b", expect=(Expectation(path=("a", "b"), verdict="supports"),), text="So it is."
    )
    part = submap(m, "ab")

    assert (part.title, part.text, part.expect) == (m.title, m.text, ())


def test_of_links_suggestions_and_what_is_to_place_only_that_of_the_part_is_kept() -> None:
    pairs = (("a", "b"), ("a", "d"), ("d", "e"))
    m = sketch(
        "a + b",
        "b + c",
        alone="d e",
        links=tuple(Link(id=i + j, source=i, target=j, kind="rephrase") for i, j in pairs),
        suggested=tuple(Suggestion(source=i, target=j, kind="support") for i, j in pairs),
        to_place=("b", "e"),
    )
    part = submap(m, "abc")

    assert part.links == m.links[:1]
    assert part.suggested == m.suggested[:1]
    assert part.to_place == ("b",)


@settings(max_examples=200, deadline=None)
@given(maps(), st.data())
def test_a_part_is_a_map_that_can_be_written_and_read(m: Map, data: st.DataObject) -> None:
    names = [*m.by_id, *m.relations_by_id]
    part = submap(m, data.draw(st.sets(st.sampled_from(names))) if names else set())

    assert loads(dumps(part)) == part


@given(sketches(), st.sets(st.sampled_from("abcde")))
def test_a_part_hangs_together(m: Map, names: set[str]) -> None:
    part = submap(m, names)

    assert names <= part.by_id.keys()
    for relation in part.relations:
        assert relation == m.relations_by_id[relation.id]
        assert all(premise in part.by_id for premise in relation.premises)
        assert relation.target_id in (part.by_id.keys() | part.relations_by_id.keys())
