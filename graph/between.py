"""All that lies between two statements: the part of a map that their routes can use."""

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.adjacency import Adjacency, Edge, Neighbours, incoming, outgoing
from argmap.graph.routes import require

if TYPE_CHECKING:
    from argmap.graph.build import Graph

_FIRST_LEAP = 128
"""A closure of so many nodes takes less time than changing sides often would."""


class Corridor(NamedTuple):
    """The nodes and edges that routes from a source to a target can use.

    `steps` tells for each node how few steps from it lead to the target, nearest first; empty
    if there is no route. `onward` leads from node to node, never back to the source nor on from
    the target.
    """

    source: str
    target: str
    steps: Mapping[str, int]
    onward: Mapping[str, Mapping[str, Mapping[str, Edge]]]


def between(g: "Graph", source: str, target: str) -> dict[str, int]:
    """Find all that is on some walk from the source to the target, both of them included.

    That is what the source bears on and the target rests on. Grows both closures and stops with
    the one that is complete first, then searches from the other end inside it only: takes time
    linear in the smaller of the two, however much lies behind the other.

    Returns:
        How few steps lead from each node to the target, nearest first; nothing if no walk does.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("x", "c"), ("b", "y")])
    >>> between(g, "a", "c")
    {'c': 0, 'b': 1, 'a': 2}
    """
    require(g, source, target)
    return _between(outgoing(g), incoming(g), source, target, ())


def corridor(
    g: "Graph",
    source: str,
    target: str,
    onward: Adjacency | None = None,
    backward: Adjacency | None = None,
) -> Corridor:
    """Find what routes can use; linear in the smaller closure, as for `between`.

    Args:
        g: The graph.
        source: Where routes start.
        target: Where they end, another node.
        onward: The edges to use, if not all of the graph.
        backward: The same edges the other way.
    """
    ways = outgoing(g) if onward is None else onward
    back = incoming(g) if backward is None else backward
    steps = _between(ways, back, source, target, (source, target))
    inner = {
        node: {n: edges for n, edges in ways[node].items() if n in steps and n != source}
        for node in steps
        if node != target
    }
    return Corridor(source, target, steps, inner)


def _between(
    onward: Neighbours, backward: Neighbours, source: str, target: str, closed: Sequence[str]
) -> dict[str, int]:
    """Search from both ends; `closed` are nodes that no walk leads on from but as its start."""
    ahead, behind = _Closure(onward, source), _Closure(backward, target)
    most = _FIRST_LEAP
    while not (ahead.grown(most, closed) or behind.grown(most, closed)):
        most *= 4
    if ahead.complete:
        return _inside(backward, target, ahead.found, closed) if target in ahead.found else {}
    if source not in behind.found:
        return {}
    reached = _inside(onward, source, behind.found, closed)
    return {node: steps for node, steps in behind.found.items() if node in reached}


class _Closure:
    """All that is reached from a node, breadth-first, as far as it has been searched."""

    def __init__(self, neighbours: Neighbours, start: str) -> None:
        self.found = {start: 0}
        self.complete = False
        self._neighbours = neighbours
        self._queue = [start]
        self._pending = iter(self._queue)

    def grown(self, most: int, closed: Sequence[str]) -> bool:
        """Search on until more than so many nodes are found; tell whether these are all."""
        found, queue, neighbours = self.found, self._queue, self._neighbours
        for node in self._pending:
            steps = found[node] + 1
            for neighbour in neighbours[node]:
                if neighbour not in found:
                    found[neighbour] = steps
                    if neighbour not in closed:
                        queue.append(neighbour)
            if len(found) > most:
                return False
        self.complete = True
        return True


def _inside(
    neighbours: Neighbours, start: str, part: Container[str], closed: Sequence[str]
) -> dict[str, int]:
    found = {start: 0}
    queue = [start]
    for node in queue:
        steps = found[node] + 1
        for neighbour in neighbours[node]:
            if neighbour in part and neighbour not in found:
                found[neighbour] = steps
                if neighbour not in closed:
                    queue.append(neighbour)
    return found
