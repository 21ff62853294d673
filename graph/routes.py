"""Routes: how one statement bears on another.

A walk follows edges and may come back to a node; a route does not. A walk with an even number
of contrasts supports what it ends at, one with an odd number undermines it.
"""

from collections import deque
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

import networkx as nx

from argmap.claims.errors import shown
from argmap.claims.model import RelationKind
from argmap.graph.adjacency import Adjacency, Edge, attributes, incoming, outgoing
from argmap.graph.narrowing import Narrowed

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Direction: TypeAlias = Literal["supports", "undermines"]
Polarity: TypeAlias = Literal["supports", "undermines", "mixed"]
_State = TypeVar("_State", bound=Hashable)

_EVEN, _ODD, _BOTH = 1, 2, 3
POLARITIES: Mapping[int, Polarity] = {_EVEN: "supports", _ODD: "undermines", _BOTH: "mixed"}


class StatementNotFound(nx.NodeNotFound):
    """The graph has no such statement."""


class Step(NamedTuple):
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


def shortest_route(
    g: "Graph", source: str, target: str, *, only: RelationKind | None = None
) -> Route | None:
    """Find the route with the fewest steps; among equals, the one with the smallest ids.

    Nodes are compared one after the other along the route, then relations. Searches from both
    ends, each time from the one with the smaller front: takes time linear in the parts of the
    graph that are about half as far from either end as they are from each other, but for the
    sorting of the neighbours of each node on the source's side.

    Args:
        g: The graph.
        source: Where the route starts.
        target: Where it ends.
        only: Which kind all its relations must be of.

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
    ways, back = outgoing(g), incoming(g)
    if only is not None:
        ways, back = Narrowed(ways, only=only), Narrowed(back, only=only)
    nodes = _shortest(ways, back, source, target)
    if not nodes:
        return None
    return make_route(g, nodes, [ways[a][b].items() for a, b in pairwise(nodes)])


def _shortest(ways: Adjacency, back: Adjacency, source: str, target: str) -> list[str]:
    """Search from both ends; return the smallest of the shortest ways, or nothing."""
    before, after = {source: source}, {target: 0}
    front, rear = [source], [target]
    steps = 0
    while front and rear:
        if len(front) <= len(rear):
            following = []
            # Neighbours in order keep the front in the order of the smallest ways to its nodes.
            for node in front:
                neighbours = ways[node]
                for neighbour in sorted(neighbours) if len(neighbours) > 1 else neighbours:
                    if neighbour not in before:
                        before[neighbour] = node
                        following.append(neighbour)
                        if neighbour in after:
                            return _joined(ways, before, after, neighbour)
            front = following
        else:
            steps += 1
            rear = _behind(back, rear, after, steps)
            if not before.keys().isdisjoint(rear):
                meeting = next(node for node in front if node in after)
                return _joined(ways, before, after, meeting)
    return []


def _behind(back: Adjacency, rear: Sequence[str], after: dict[str, int], steps: int) -> list[str]:
    following = []
    for node in rear:
        for neighbour in back[node]:
            if neighbour not in after:
                after[neighbour] = steps
                following.append(neighbour)
    return following


def _joined(
    ways: Adjacency, before: Mapping[str, str], after: Mapping[str, int], meeting: str
) -> list[str]:
    """Go from where two searches met back to the source, then on by the smallest ids."""
    nodes = [meeting]
    while before[nodes[-1]] != nodes[-1]:
        nodes.append(before[nodes[-1]])
    nodes.reverse()
    for left in range(after[meeting] - 1, -1, -1):
        nodes.append(min([n for n in ways[nodes[-1]] if after.get(n) == left]))
    return nodes


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
    g: "Graph", nodes: Sequence[str], choices: Iterable[Collection[tuple[str, Edge]]]
) -> Route:
    """Make a route of its nodes and the relations to choose from between each two."""
    known = attributes(g)
    steps = []
    for choice in choices:
        i, edge = min(choice, key=itemgetter(0)) if len(choice) > 1 else next(iter(choice))
        steps.append(Step(i, edge["kind"], edge.get("because"), bool(edge.get("reverse"))))
    return Route(
        nodes=tuple(nodes),
        statements=tuple([n for n in nodes if known[n].get("kind") != "relation"]),
        relations=tuple(steps),
    )


def require(g: "Graph", *nodes: str) -> None:
    """Refuse nodes that the graph does not have, or that are the same."""
    known = attributes(g)
    for node in nodes:
        if node not in known:
            raise StatementNotFound(f"The graph has no statement {shown(node)}.")
    if len(set(nodes)) < len(nodes):
        raise ValueError(f"{shown(nodes[0])} cannot be both ends of a route.")
