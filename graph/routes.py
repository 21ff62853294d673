"""Routes: how one statement bears on another.

A walk follows edges and may come back to a node; a route does not. A walk with an even number
of contrasts supports what it ends at, one with an odd number undermines it.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

import networkx as nx

from argmap.claims.errors import shown
from argmap.claims.model import RelationKind
from argmap.graph.adjacency import FLIPS, Adjacency, attributes, incoming
from argmap.graph.closures import steps_between
from argmap.graph.conditions import refuse_kind
from argmap.graph.ordered import ordered
from argmap.graph.route import Direction, Route, Step, found_route
from argmap.graph.shortest import shortest, shortest_of_kind, traced

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Polarity: TypeAlias = Literal["supports", "undermines", "mixed"]
__all__ = [
    "Direction",
    "Polarity",
    "Route",
    "StatementNotFound",
    "Step",
    "polarities",
    "polarity",
    "shortest_route",
    "witness",
]

_EVEN, _ODD, _BOTH = 1, 2, 3
POLARITIES: Mapping[int, Polarity] = {_EVEN: "supports", _ODD: "undermines", _BOTH: "mixed"}


class StatementNotFound(nx.NodeNotFound):
    """The graph has no such statement."""


def shortest_route(
    g: "Graph", source: str, target: str, *, only: RelationKind | None = None
) -> Route | None:
    """Find the route with the fewest steps; among equals, the one with the smallest ids.

    Nodes are compared one after the other along the route, then relations. Searches from the
    source, which leads to few statements, as is the rule. Where it leads to thousands that are new
    to the graph's questions, or by several ways, it searches from both ends, each time from the
    one with the smaller front: takes time linear in the parts of the graph that are about half as
    far from either end as they are from each other, but for the sorting of the neighbours of each
    node on the source's side, when it is first asked for. With `only`, and along trees that were
    asked for before, it searches from the source alone.

    Args:
        g: The graph.
        source: Where the route starts.
        target: Where it ends.
        only: Which kind all its relations must be of.

    Returns:
        The route, or None if there is none.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same, or `only` is no kind of relation.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("rain", "wet", key="r1", kind="support")
    >>> _ = g.add_edge("wet", "safe", key="r2", kind="contrast")
    >>> route = shortest_route(g, "rain", "safe")
    >>> route.statements, route.polarity
    (('rain', 'wet', 'safe'), 'undermines')
    """
    if source == target:
        require(g, source, target)
    ways = ordered(g)
    try:
        if only is None:
            nodes, chosen = shortest(ways, source, target), None
        else:
            nodes, chosen = shortest_of_kind(ways, source, target, only)
    except KeyError:
        # To look for both ends first would take as long as to search the first steps.
        require(g, source, target)
        raise
    if nodes:
        return found_route(nodes, ways, chosen)
    refuse_kind(only)
    return None


def witness(g: "Graph", source: str, target: str, direction: Direction) -> Route | None:
    """Find the shortest walk that supports, or undermines, the target; ties as for routes.

    Where the only such walk runs through a circle with an odd number of contrasts, it visits
    some statement twice. Linear in what the source bears on, but for sorting neighbours.

    Returns:
        The walk, or None if there is none.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.
    """
    require(g, source, target)
    ways = ordered(g)
    start, end = (source, False), (target, direction == "undermines")
    before: dict[tuple[str, bool], tuple[str, bool] | None] = {start: None}
    queue = [start]
    for node, odd in queue:
        if end in before:
            break
        for neighbour, relations in ways[node].items():
            for after in sorted({odd != FLIPS[edge["kind"]] for _, edge in relations}):
                state = neighbour, after
                if state not in before:
                    before[state] = (node, odd)
                    queue.append(state)
    if end not in before:
        return None
    states = traced(before, end, [])
    chosen = [
        next(one for one in ways[a][b] if FLIPS[one[1]["kind"]] == (odd != odd_after))
        for (a, odd), (b, odd_after) in pairwise(states)
    ]
    return found_route([node for node, _ in states], ways, chosen)


def polarity(g: "Graph", source: str, target: str) -> Polarity | None:
    """Tell how the source bears on the target over all walks: None if there is none.

    It is the same over routes alone wherever no circle holds an odd number of contrasts; with
    such a circle the answer over walks may be "mixed" although all routes agree (deciding it
    over routes is NP-hard: LaPaugh and Papadimitriou, The even-path problem, 1984). Linear in
    what lies between the two, beside finding it.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.
    """
    require(g, source, target)
    ways = ordered(g)
    part = steps_between(ways.ahead, ways.behind, source, target)
    if not part:
        return None
    odd = {source: False}
    queue = [source]
    for node in queue:
        here = odd[node]
        for neighbour, edges in ways.onward[node].items():
            if neighbour in part:
                for edge in edges.values():
                    there = here != FLIPS[edge["kind"]]
                    if neighbour not in odd:
                        odd[neighbour] = there
                        queue.append(neighbour)
                    elif odd[neighbour] != there:
                        # All in this part lead on to the target, so both parities reach it.
                        return "mixed"
    return "undermines" if odd[target] else "supports"


def polarities(g: "Graph", target: str) -> dict[str, Polarity]:
    """Tell for every other node that bears on the target how it does, over all walks.

    Linear in what bears on the target; in the order of the graph.

    Raises:
        StatementNotFound: The graph has no such target.
    """
    require(g, target)
    found = parities(incoming(g), target)
    return {n: POLARITIES[found[n]] for n in g if n in found and n != target}


def parities(neighbours: Adjacency, start: str) -> dict[str, int]:
    """Search by node and parity; return which parities reach each node: a key of POLARITIES."""
    found = {start: _EVEN}
    queue = [(start, _EVEN)]
    for node, parity in queue:
        for neighbour, edges in neighbours[node].items():
            for edge in edges.values():
                reached = parity ^ _BOTH if FLIPS[edge["kind"]] else parity
                known = found.get(neighbour, 0)
                if not known & reached:
                    found[neighbour] = known | reached
                    queue.append((neighbour, reached))
    return found


def require(g: "Graph", *nodes: str) -> None:
    """Refuse nodes that the graph does not have, and two that are the same."""
    known = attributes(g)
    for node in nodes:
        if node not in known:
            raise StatementNotFound(f"The graph has no statement {shown(str(node))}.")
    if len(nodes) > 1 and nodes[0] == nodes[1]:
        raise ValueError(f"{shown(str(nodes[0]))} cannot be both ends of a route.")
