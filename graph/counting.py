"""How many routes lead from one statement to another, without walking them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.graph.adjacency import FLIPS, Edge
from argmap.graph.between import Corridor, corridor
from argmap.graph.routes import require

if TYPE_CHECKING:
    from argmap.graph.build import Graph

_Pair: TypeAlias = tuple[int, int]
_Ways: TypeAlias = Mapping[str, Mapping[str, _Pair]]

_MOST_WORK = 100_000
"""So many ways are looked at inside circles, which takes some hundredths of a second."""


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
    for knot in reversed(inner.knots[1:]):  # The target alone is the first of them.
        if len(knot) > 1:
            leaving, work = _walked(ways, knot, arriving, work)
            if leaving is None:
                leaving, exact = _in_order(ways, knot, arriving, inner), False
            arriving.update(leaving)
        _pass_on(ways, knot, arriving)
    supporting, undermining = arriving.get(target, (0, 0))
    return RouteCount(supporting, undermining, exact)


def _pass_on(ways: _Ways, knot: Sequence[str], arriving: dict[str, _Pair]) -> None:
    """Add what leaves a group of circles to what arrives beyond, and forget it."""
    members = set(knot) if len(knot) > 1 else knot
    for node in knot:
        here = arriving.pop(node)
        for neighbour, kinds in ways[node].items():
            if neighbour not in members:
                arriving[neighbour] = _plus(arriving.get(neighbour, (0, 0)), _times(here, kinds))


def _walked(
    ways: _Ways, knot: Sequence[str], arriving: Mapping[str, _Pair], work: int
) -> tuple[dict[str, _Pair] | None, int]:
    """Walk all routes within a group, unless that is too much work.

    Returns:
        What comes to each node, or None; how much of the work is left.
    """
    members = set(knot)
    inside = {
        node: [
            (neighbour, kinds) for neighbour, kinds in ways[node].items() if neighbour in members
        ]
        for node in knot
    }
    leaving = dict.fromkeys(knot, (0, 0))
    for entry in knot:
        if entry not in arriving:
            continue
        leaving[entry] = _plus(leaving[entry], arriving[entry])
        visited = {entry: None}
        trail = [(arriving[entry], iter(inside[entry]))]
        work -= 1 + len(inside[entry])
        while trail:
            so_far, onward = trail[-1]
            for neighbour, kinds in onward:
                if neighbour not in visited:
                    here = _times(so_far, kinds)
                    leaving[neighbour] = _plus(leaving[neighbour], here)
                    visited[neighbour] = None
                    trail.append((here, iter(inside[neighbour])))
                    work -= 1 + len(inside[neighbour])
                    break
            else:
                trail.pop()
                visited.popitem()
            if work < 0:
                return None, work
    return leaving, work


def _in_order(
    ways: _Ways, knot: Sequence[str], arriving: Mapping[str, _Pair], inner: Corridor
) -> dict[str, _Pair]:
    """Count the routes within a group that come ever closer to the target, or go by id."""
    order = sorted(knot, key=lambda node: (-inner.steps[node], node))
    place = {node: number for number, node in enumerate(order)}
    leaving = {node: arriving.get(node, (0, 0)) for node in order}
    for node in order:
        for neighbour, kinds in ways[node].items():
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
