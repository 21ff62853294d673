"""How many routes lead from one statement to another, without walking them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.graph.adjacency import FLIPS, Edge
from argmap.graph.between import Corridor, corridor
from argmap.graph.circles import knots
from argmap.graph.routes import require

if TYPE_CHECKING:
    from argmap.graph.build import Graph

_Pair: TypeAlias = tuple[int, int]
_Ways: TypeAlias = Mapping[str, Mapping[str, _Pair]]

_MOST_WORK = 20_000
"""Bounds what is walked inside circles to some hundredths of a second."""


class RouteCount(NamedTuple):
    """How many routes support and how many undermine; `exact` is False for "at least so many"."""

    supporting: int
    undermining: int
    exact: bool

    @property
    def total(self) -> int:
        """How many routes there are in all."""
        return self.supporting + self.undermining


def count_routes(g: "Graph", source: str, target: str) -> RouteCount:
    """Count the routes from one statement to another; parallel relations make different ones.

    A route never comes back to a group of circles that it has left. So the routes within each
    group are walked and those from group to group multiplied up, from the source to the target
    (dynamic programming over the condensation): linear in what lies between the two where there
    are no circles, beside the arithmetic of large numbers. Counting within a large group may take
    for ever (it is #P-complete: Valiant, The complexity of enumeration and reliability problems,
    1979). Beyond a bound only routes that keep to one order of its nodes are counted there, and
    the numbers are lower bounds.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> for a, b, kind in (("a", "b", "support"), ("b", "c", "contrast"), ("a", "c", "support")):
    ...     _ = g.add_edge(a, b, kind=kind)
    >>> count_routes(g, "a", "c")
    RouteCount(supporting=1, undermining=1, exact=True)
    """
    require(g, source, target)
    inner = corridor(g, source, target)
    ways = {
        node: {neighbour: _kinds(edges) for neighbour, edges in onward.items()}
        for node, onward in inner.onward.items()
    }
    arriving: dict[str, _Pair] = {source: (1, 0)}
    work = _MOST_WORK
    exact = True
    for knot in reversed(knots(inner.onward, inner.steps)):
        if len(knot) > 1:
            leaving, spent = _walked(ways, knot, arriving, work)
            work -= spent
            if leaving is None:
                leaving, exact = _in_order(ways, knot, arriving, inner), False
            arriving.update(leaving)
        _pass_on(ways, knot, arriving)
    supporting, undermining = arriving.get(target, (0, 0)) if inner.steps else (0, 0)
    return RouteCount(supporting, undermining, exact)


def _pass_on(ways: _Ways, knot: Sequence[str], arriving: dict[str, _Pair]) -> None:
    """Add what leaves a group of circles to what arrives at the nodes beyond."""
    members = set(knot) if len(knot) > 1 else knot
    for node in knot:
        here = arriving.get(node, (0, 0))
        for neighbour, kinds in ways.get(node, {}).items():
            if neighbour not in members:
                arriving[neighbour] = _plus(arriving.get(neighbour, (0, 0)), _times(here, kinds))


def _walked(
    ways: _Ways, knot: Sequence[str], arriving: Mapping[str, _Pair], work: int
) -> tuple[dict[str, _Pair] | None, int]:
    """Walk all routes within a group; return what comes to each node, unless it is too much."""
    members = set(knot)
    leaving = dict.fromkeys(knot, (0, 0))
    spent = 0
    for entry in knot:
        if entry not in arriving:
            continue
        leaving[entry] = _plus(leaving[entry], arriving[entry])
        visited = {entry: None}
        trail = [(arriving[entry], iter(ways.get(entry, {}).items()))]
        while trail:
            so_far, onward = trail[-1]
            for neighbour, kinds in onward:
                if neighbour in members and neighbour not in visited:
                    here = _times(so_far, kinds)
                    leaving[neighbour] = _plus(leaving[neighbour], here)
                    visited[neighbour] = None
                    trail.append((here, iter(ways.get(neighbour, {}).items())))
                    break
            else:
                trail.pop()
                visited.popitem()
            spent += 1
            if spent > work:
                return None, spent
    return leaving, spent


def _in_order(
    ways: _Ways, knot: Sequence[str], arriving: Mapping[str, _Pair], inner: Corridor
) -> dict[str, _Pair]:
    """Count the routes within a group that come ever closer to the target, or go by id."""
    order = sorted(knot, key=lambda node: (-inner.steps[node], node))
    place = {node: number for number, node in enumerate(order)}
    leaving = {node: arriving.get(node, (0, 0)) for node in order}
    for node in order:
        for neighbour, kinds in ways.get(node, {}).items():
            if place.get(neighbour, -1) > place[node]:
                leaving[neighbour] = _plus(leaving[neighbour], _times(leaving[node], kinds))
    return leaving


def _kinds(edges: Mapping[str, Edge]) -> _Pair:
    contrasts = sum(FLIPS[edge["kind"]] for edge in edges.values())
    return len(edges) - contrasts, contrasts


def _plus(a: _Pair, b: _Pair) -> _Pair:
    return a[0] + b[0], a[1] + b[1]


def _times(a: _Pair, b: _Pair) -> _Pair:
    return a[0] * b[0] + a[1] * b[1], a[0] * b[1] + a[1] * b[0]
