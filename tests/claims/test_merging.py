"""Bringing back what a way through another format could not carry."""

from dataclasses import replace

import msgspec
from hypothesis import given

from argmap.claims.merging import merged
from argmap.claims.model import Map, Relation, RelationRef, Statement
from tests.strategies import maps


def claim(name: str, **fields: object) -> Statement:
    return Statement(id=name, kind="claim", text=name.upper(), **fields)  # type: ignore[arg-type]


def support(source: str, target: str | RelationRef) -> Relation:
    name = target.relation if isinstance(target, RelationRef) else target
    return Relation(id=f"{source}-{name}", source=source, target=target, kind="support")


BASE = Map(
    title="T",
    statements=(claim("a", note="mine"), claim("b"), claim("c")),
    relations=(support("a", "b"), support("c", RelationRef("a-b"))),
)
CARRIED = Map(
    title="T", statements=(claim("a"), claim("b"), claim("c")), relations=(support("a", "b"),)
)


def test_what_was_lost_comes_back_and_what_was_changed_stays() -> None:
    a, b, c = CARRIED.statements
    changed = replace(
        CARRIED, statements=(msgspec.structs.replace(a, text="New."), b, c, claim("d"))
    )

    back = merged(BASE, CARRIED, changed)

    assert [s.id for s in back.statements] == ["a", "b", "c", "d"]
    assert (back.by_id["a"].text, back.by_id["a"].note) == ("New.", "mine")
    assert back.relations == BASE.relations


def test_what_was_taken_out_stays_out_with_all_that_hung_on_it() -> None:
    changed = Map(title="T", statements=CARRIED.statements[1:])

    back = merged(BASE, CARRIED, changed)

    assert [s.id for s in back.statements] == ["b", "c"]
    assert back.relations == ()


@given(maps())
def test_nothing_changed_gives_the_base(m: Map) -> None:
    bare = replace(
        m, statements=tuple(msgspec.structs.replace(s, note=None, tags=()) for s in m.statements)
    )

    assert merged(m, bare, bare) == m
    assert merged(m, m, bare) == bare
