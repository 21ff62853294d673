"""All that lies between two statements: the part of a map that their routes can use."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.graph.adjacency import Adjacency, Edge, incoming, outgoing
from argmap.graph.routes import require

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Neighbours: TypeAlias = Mapping[str, Collection[str]]


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
    ahead, behind = {source: 0}, {target: 0}
    front, rear = [source], [target]
    while front and rear:
        if len(ahead) <= len(behind):
            front = _further(onward, front, ahead, closed)
        else:
            rear = _further(backward, rear, behind, closed)
    if not front:
        return _inside(backward, target, ahead, closed) if target in ahead else {}
    if source not in behind:
        return {}
    reached = _inside(onward, source, behind, closed)
    return {node: steps for node, steps in behind.items() if node in reached}


def _further(
    neighbours: Neighbours, front: Sequence[str], found: dict[str, int], closed: Sequence[str]
) -> list[str]:
    steps = found[front[0]] + 1
    following = []
    for node in front:
        for neighbour in neighbours[node]:
            if neighbour not in found:
                found[neighbour] = steps
                if neighbour not in closed:
                    following.append(neighbour)
    return following


def _inside(
    neighbours: Neighbours, start: str, part: Collection[str], closed: Sequence[str]
) -> dict[str, int]:
    found = {start: 0}
    front = [start]
    steps = 0
    while front:
        steps += 1
        following = []
        for node in front:
            for neighbour in neighbours[node]:
                if neighbour in part and neighbour not in found:
                    found[neighbour] = steps
                    if neighbour not in closed:
                        following.append(neighbour)
        front = following
    return found
