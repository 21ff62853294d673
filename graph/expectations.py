"""The check that a map still says what its author expects of it."""

from collections.abc import Iterator

from argmap.claims.errors import shown
from argmap.claims.model import Expectation, Map
from argmap.graph.build import Graph
from argmap.graph.findings import Check, Problem
from argmap.graph.routes import Direction, Polarity, Route, shortest_route, witness
from argmap.graph.verdicts import verdict

_CURE = "Mend the relations on the way, or change what is expected."


def _expectation(m: Map, g: Graph) -> Iterator[Problem]:
    for number, expected in enumerate(m.expect):
        if what := _unmet(g, expected):
            yield Problem(f"expect/{number}", what, _CURE)


def _unmet(g: Graph, expected: Expectation) -> str | None:
    """Tell what is so instead of what was expected; None if it is as expected."""
    source, target = expected.path
    if source == target:
        return f"{shown(source)} is expected to bear on itself."
    actual = verdict(g, source, target)
    if actual == expected.verdict:
        return None
    back = shortest_route(g, target, source) if actual is None else None
    if expected.verdict == "unconnected" and actual is None and back is None:
        return None
    return f"{_expected(expected)}, but {_actual(g, expected, actual, back)}"


def _expected(expected: Expectation) -> str:
    source, target = expected.path
    if expected.verdict == "unconnected":
        return f"{shown(source)} and {shown(target)} are expected to be unconnected"
    if expected.verdict == "mixed":
        return f"{shown(source)} is expected both to support and to undermine {shown(target)}"
    return f"{shown(source)} is expected to {expected.verdict[:-1]} {shown(target)}"


def _actual(g: Graph, expected: Expectation, actual: Polarity | None, back: Route | None) -> str:
    source, target = expected.path
    ways = {d: witness(g, source, target, d) for d in _DIRECTIONS if actual in {d, "mixed"}}
    met = [_way(direction, way) for direction, way in ways.items() if way]
    if expected.verdict in _DIRECTIONS and actual == "mixed":
        return f"it also {next(way for way in met if not way.startswith(expected.verdict))}."
    if expected.verdict == "mixed" and met:
        return f"it only {met[0]}."
    if met:
        subject = f"{shown(source)}" if expected.verdict == "unconnected" else "it"
        return f"{subject} {' and '.join(met)}."
    if back is None:
        return "no route leads from the one to the other."
    if expected.verdict == "unconnected":
        return f"{shown(target)} {_way(back.polarity, back)}."
    return f"no route leads there, only one back: {shown(target)} {_way(back.polarity, back)}."


def _way(direction: Direction, way: Route) -> str:
    turned = len({*way.nodes}) < len(way.nodes)
    circle = ", round a circle with an odd number of contrasts" if turned else ""
    return f"{direction} it: {' → '.join(way.nodes)}{circle}"


_DIRECTIONS: tuple[Direction, ...] = ("supports", "undermines")

EXPECTATION = Check(
    "expectation",
    "error",
    "A map may say under `expect` how one statement bears on another. If that is no longer so, "
    "a change has altered the argument.",
    _expectation,
)
