"""Routes: how one statement bears on another.

A walk follows edges and may come back to a node; a route does not. A walk with an even number
of contrasts supports what it ends at, one with an odd number undermines it.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

import networkx as nx

from argmap.claims.errors import shown
from argmap.claims.model import RelationKind
from argmap.graph.adjacency import Adjacency, Edge, incoming, outgoing

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Direction: TypeAlias = Literal["supports", "undermines"]
Polarity: TypeAlias = Literal["supports", "undermines", "mixed"]
_State = TypeVar("_State", bound=Hashable)

_EVEN, _ODD, _BOTH = 1, 2, 3
POLARITIES: Mapping[int, Polarity] = {_EVEN: "supports", _ODD: "undermines", _BOTH: "mixed"}


class StatementNotFound(nx.NodeNotFound):
    """The graph has no such statement."""


@dataclass(frozen=True, slots=True)
class Step:
    """A relation on a route; `reverse` tells that a mutual contrast is taken backwards."""

    id: str
    kind: RelationKind
    because: str | None
    reverse: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one statement to another.

    `nodes` are all nodes that it visits, `statements` those without the relations that it
    passes through, and `relations` are its steps: one fewer than nodes.
    """

    nodes: tuple[str, ...]
    statements: tuple[str, ...]
    relations: tuple[Step, ...]

    @property
    def polarity(self) -> Direction:
        """What the route amounts to: contrasts cancel out in pairs."""
        odd = sum(step.kind == "contrast" for step in self.relations) % 2
        return "undermines" if odd else "supports"


def shortest_route(g: "Graph", source: str, target: str) -> Route | None:
    """Find the route with the fewest steps; among equals, the one with the smallest ids.

    Nodes are compared one after the other along the route, then relations. Takes time linear
    in the part of the graph that is nearer to the source than the target is, but for the
    sorting of each node's neighbours.

    Returns:
        The route, or None if there is none.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("rain", "wet", key="r1", kind="support")
    >>> _ = g.add_edge("wet", "safe", key="r2", kind="contrast")
    >>> route = shortest_route(g, "rain", "safe")
    >>> route.statements, route.polarity
    (('rain', 'wet', 'safe'), 'undermines')
    """
    require(g, source, target)
    bears_on = outgoing(g)
    before: dict[str, str] = {source: source}
    queue = deque([source])
    # Taking neighbours in order makes the first way to a node the smallest of the shortest.
    while queue and target not in before:
        node = queue.popleft()
        for neighbour in sorted(bears_on[node]):
            if neighbour not in before:
                before[neighbour] = node
                queue.append(neighbour)
    if target not in before:
        return None
    nodes = _trace(before, source, target)
    return make_route(g, nodes, [bears_on[a][b].items() for a, b in pairwise(nodes)])


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
    bears_on = outgoing(g)
    start, end = (source, False), (target, direction == "undermines")
    before = {start: start}
    queue = deque([start])
    while queue and end not in before:
        node, odd = queue.popleft()
        for neighbour in sorted(bears_on[node]):
            for state in _states(bears_on[node][neighbour], neighbour, odd=odd):
                if state not in before:
                    before[state] = (node, odd)
                    queue.append(state)
    if end not in before:
        return None
    states = _trace(before, start, end)
    choices = [
        [(i, edge) for i, edge in bears_on[a][b].items() if _flips(edge) == (odd != odd_after)]
        for (a, odd), (b, odd_after) in pairwise(states)
    ]
    return make_route(g, [node for node, _ in states], choices)


def polarity(g: "Graph", source: str, target: str) -> Polarity | None:
    """Tell how the source bears on the target over all walks: None if there is none.

    It is the same over routes alone wherever no circle holds an odd number of contrasts; with
    such a circle the answer over walks may be "mixed" although all routes agree (deciding it
    over routes is NP-hard: LaPaugh and Papadimitriou, The even-path problem, 1984). A breadth-
    first search over pairs of node and parity: linear in what the source bears on.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.
    """
    require(g, source, target)
    return POLARITIES.get(parities(outgoing(g), source, until=target).get(target, 0))


def polarities(g: "Graph", target: str) -> dict[str, Polarity]:
    """Tell for every other node that bears on the target how it does, over all walks.

    Linear in what bears on the target; in the order of the graph.

    Raises:
        StatementNotFound: The graph has no such target.
    """
    require(g, target)
    found = parities(incoming(g), target)
    return {n: POLARITIES[found[n]] for n in g if n in found and n != target}


def parities(neighbours: Adjacency, start: str, until: str | None = None) -> dict[str, int]:
    """Search by node and parity; return which parities reach each node: a key of POLARITIES.

    Ends early where both parities have reached `until`.
    """
    found = {start: _EVEN}
    queue = deque([(start, _EVEN)])
    while queue:
        node, parity = queue.popleft()
        for neighbour, edges in neighbours[node].items():
            for edge in edges.values():
                reached = parity ^ _BOTH if edge["kind"] == "contrast" else parity
                known = found.get(neighbour, 0)
                if not known & reached:
                    found[neighbour] = known | reached
                    queue.append((neighbour, reached))
        if until is not None and found.get(until) == _BOTH:
            break
    return found


def _flips(edge: Edge) -> bool:
    return bool(edge["kind"] == "contrast")


def _states(edges: Mapping[str, Edge], node: str, *, odd: bool) -> list[tuple[str, bool]]:
    return sorted({(node, odd != _flips(edge)) for edge in edges.values()})


def _trace(before: Mapping[_State, _State], start: _State, end: _State) -> list[_State]:
    """Follow a search back from its end; at least one step, for ends differ."""
    states = [end]
    while states[-1] != start:
        states.append(before[states[-1]])
    states.reverse()
    return states


def make_route(
    g: "Graph", nodes: Sequence[str], choices: Iterable[Iterable[tuple[str, Edge]]]
) -> Route:
    """Make a route of its nodes and the relations to choose from between each two."""
    chosen = [min(choice, key=lambda item: item[0]) for choice in choices]
    return Route(
        nodes=tuple(nodes),
        statements=tuple(n for n in nodes if g.nodes[n].get("kind") != "relation"),
        relations=tuple(
            Step(i, edge["kind"], edge.get("because"), bool(edge.get("reverse")))
            for i, edge in chosen
        ),
    )


def require(g: "Graph", *nodes: str) -> None:
    """Refuse nodes that the graph does not have, or that are the same."""
    for node in nodes:
        if node not in g:
            raise StatementNotFound(f"The graph has no statement {shown(node)}.")
    if len(set(nodes)) < len(nodes):
        raise ValueError(f"{shown(nodes[0])} cannot be both ends of a route.")
