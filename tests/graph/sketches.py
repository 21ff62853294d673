"""Maps written in a line, for tests."""

import random
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from argmap.claims.model import Map, Relation, RelationRef, Statement


def sketch(*relations: str, alone: str = "", main: str | None = None, **changes: Any) -> Map:
    """Make a map of relations.

    "a + b" is a support, "a - b" a contrast, "a x b" a mutual one, "a & c + b" has linked
    premises, "a - [c+b]" is an undercut. A relation's id is how it is written, without spaces.
    Statements stand in the order of their first appearance, those of `alone` last; what starts
    with "e" is evidence. `changes` are attributes of the map.
    """
    found = [_relation(relation) for relation in relations]
    names: dict[str, None] = {}
    for relation in found:
        names.update(dict.fromkeys(relation.premises))
        if not relation.undercuts:
            names[relation.target_id] = None
    names.update(dict.fromkeys(alone.split()))
    statements = tuple(
        Statement(
            id=name,
            kind="evidence" if name.startswith("e") else "claim",
            text=f"This is {name}.",
            main=name == main,
        )
        for name in names
    )
    return Map(title="A sketch", statements=statements, relations=tuple(found), **changes)


def _relation(written: str) -> Relation:
    *premises, sign, target = written.replace(" & ", " ").split()
    return Relation(
        id=written.replace(" ", ""),
        source=premises[0],
        linked=tuple(premises[1:]),
        target=RelationRef(target[1:-1]) if target.startswith("[") else target,
        kind="support" if sign == "+" else "contrast",
        mutual=sign == "x",
    )


def changed(m: Map, name: str, **attributes: Any) -> Map:
    """Return the map with one statement's attributes changed."""
    return Map(
        title=m.title,
        statements=tuple(replace(s, **attributes) if s.id == name else s for s in m.statements),
        relations=m.relations,
        holders=m.holders,
        source=m.source,
        expect=m.expect,
        ignore=m.ignore,
        text=m.text,
    )


@st.composite
def sketches(draw: st.DrawFn) -> Map:
    """Small maps of any shape: linked premises, mutual contrasts, undercuts of undercuts."""
    written: dict[str, None] = {}
    for _ in range(draw(st.integers(0, 9))):
        a, b, c = draw(st.permutations("abcde"))[:3]
        sign = draw(st.sampled_from("+-"))
        forms = [f"{a} {sign} {b}", f"{a} & {c} {sign} {b}", f"{a} x {b}"]
        forms += [f"{a} {sign} [{earlier.replace(' ', '')}]" for earlier in written]
        written[draw(st.sampled_from(forms))] = None
    return sketch(*written, alone="a b c d e")


def beset(replies: int, chain: int = 0) -> Map:
    """One route from a by way of s to t; round s replies that bear on it and on each other."""
    way = ["a", *(f"c{n}" for n in range(chain)), "s", "t"]
    around = ["s", *(f"r{n}" for n in range(replies))]
    mutual = [f"{a} + {b}" for a in around for b in around if a != b]
    return sketch(*(f"{a} + {b}" for a, b in pairwise(way)), *mutual)


def ringed(*more: str) -> Map:
    """One route from a by way of s to t; a ring of replies round s, too large to see through."""
    ring = [f"r{n}" for n in range(1_010)]
    around = [f"{a} + {b}" for pair in pairwise([*ring, ring[0]]) for a, b in (pair, pair[::-1])]
    tied = [f"{a} + {b}" for r in ring for a, b in ((r, "s"), ("s", r))]
    return sketch("a + s", "s + t", *around, *tied, *more)


def entangled(seed: int) -> tuple[Map, tuple[str, str]]:
    """Return a map with more circles than can be walked, and two of its statements."""
    chance = random.Random(seed)
    names = chance.sample("abcdefghijklmnopqr", 18)
    pairs = dict.fromkeys(tuple(chance.sample(names, 2)) for _ in range(70))
    m = sketch(*(f"{one} {chance.choice('+-')} {other}" for one, other in pairs))
    return m, (names[0], names[1])
