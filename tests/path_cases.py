"""Maps, and pairs of their statements, about which Python, the terminal and the page must agree."""

from collections.abc import Sequence
from itertools import combinations, pairwise, permutations
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings

from argmap.claims.model import Map, Relation, RelationKind, Statement
from argmap.claims.storage import load
from tests.graph.sketches import beset, entangled, ringed, sketch
from tests.strategies import maps
from tests.viz.samples import grown, small

GENERATED = 150


class Case(NamedTuple):
    """A map, and what is asked of it."""

    map: Map
    pairs: Sequence[tuple[str, str]]


def cases() -> list[Case]:
    """Return all cases: circles, parallel relations, undercuts, linked premises, lone parts."""
    found = [
        Case(m, list(permutations([s.id for s in m.statements], 2)))
        for m in (*_sketches(), small(), *_generated())
    ]
    large = grown(300, extra=0.5)
    found.append(Case(large, [(f"s{7 * k % 300}", f"s{11 * k % 151}") for k in range(1, 100)]))
    # Of these, fewer routes are counted than told.
    found += [Case(m, [ends]) for m, ends in map(entangled, (7, 28, 42))]
    # A dead end with more circles than can be walked, beside more routes than are told.
    dead_end = [f"{one} x {other}" for one, other in combinations("bcdefghijklm", 2)]
    ways = [f"{one} + {other}" for n in "123456" for one, other in ((f"b{n}", "z"), ("b", f"b{n}"))]
    found.append(Case(sketch("a + b", *dead_end, *ways), [("a", "z"), ("a", "c")]))
    # The search is given up, and only the shortest route told.
    found.append(Case(_doubts(300), [("s0", "s300"), ("s250", "s300")]))
    # The same, and whether there are more is not known, or known by counting.
    found += [Case(m, [("a", "t")]) for m in (ringed(), beset(6, chain=5_000))]
    found.append(Case(ringed("z + a", "a + b", "b - a"), [("z", "t")]))
    us_russia = load("us-russia")
    names = [s.id for s in us_russia.statements]
    main = "stalemate"
    found.append(Case(us_russia, [(name, main) for name in names if name != main]))
    others = zip(names, [*names[31:], *names[:31]], strict=True)
    found.append(Case(us_russia, [pair for pair in others if pair[0] != pair[1]]))
    return found


def _sketches() -> list[Map]:
    return [
        sketch("a + b", "b - c", "c x d", alone="e"),
        sketch("s + y", "s + x", "y + a", "x + b", "x + c", "a + t", "c + t", "b + t"),
        sketch("a - b", "a + b", "b x a", "b + c"),
        sketch("a & b & c - d", "e - [a&b&c-d]", "d + c"),
        sketch("a x b", "c - [axb]", "d + [c-[axb]]", "b + d"),
        sketch("a - b", "b - c", "c - a", "d + a"),
        # Two circles beside each other, one odd and one even; who goes through both has a choice.
        sketch("a + b", "b - c", "c - b", "c + d", "d - f", "f + d", "f + g", "a - g"),
        # More routes than are told, in a group of circles, too.
        sketch(*(f"{a} + {b}" for a, b in permutations("abcdf", 2)), "f - g", "a - g"),
        sketch("a + m", "b - m", "m + n", "a + n", "k + a", "k - b", alone="z y"),
        sketch("c + b", "b - [c+b]", "c + z", "b + z"),
        _worded(),
        # Compared by code point, the letter of the astral plane comes last, by UTF-16 first.
        sketch("s + \U0001d7d8", "s + \ufb01", "\U0001d7d8 + t", "\ufb01 + t", "s - \uffee"),
    ]


def _generated() -> list[Map]:
    found: list[Map] = []

    @settings(
        max_examples=GENERATED,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(maps(at_most=6))
    def collect(m: Map) -> None:
        found.append(m)

    collect()
    return found


def _worded() -> Map:
    """A chain of steps whose warrants say "because" themselves, and that are hardly in doubt."""
    warrants = ("Because it does.", "because America does", "BECAUSE: The rule.", "Because.")
    certainties = (0.996, 0.0049, 0.995, 0.125)
    return Map(
        title="Words",
        statements=tuple(Statement(id=f"w{n}", kind="claim", text="It does.") for n in range(5)),
        relations=tuple(
            Relation(
                id=f"r{n}",
                source=f"w{n}",
                target=f"w{n + 1}",
                kind="support",
                because=because,
                certainty=certainty,
            )
            for n, (because, certainty) in enumerate(zip(warrants, certainties, strict=True))
        ),
    )


def _doubts(size: int) -> Map:
    """A chain in which two relations of unequal certainty make each step: all orders tie."""
    names = [f"s{number}" for number in range(size + 1)]
    kinds: tuple[tuple[RelationKind, float], ...] = (("support", 0.9), ("contrast", 0.8))
    return Map(
        title="Doubts",
        statements=tuple(Statement(id=name, kind="claim", text=name) for name in names),
        relations=tuple(
            Relation(id=f"{a}-{kind}", source=a, target=b, kind=kind, certainty=certainty)
            for a, b in pairwise(names)
            for kind, certainty in kinds
        ),
    )
