"""All that lies between two statements: the part of a map that their routes can use."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.adjacency import Edge, Neighbours
from argmap.graph.closures import steps_between
from argmap.graph.dead_ends import dead_ways
from argmap.graph.knots import knots
from argmap.graph.ordered import ordered
from argmap.graph.routes import require

if TYPE_CHECKING:
    from argmap.graph.build import Graph


class Corridor(NamedTuple):
    """The nodes and edges that routes from a source to a target can use.

    `steps` tells for each node how few steps from it lead to the target, nearest first; empty
    if there is no route. `onward` leads from node to node, never back to the source nor on from
    the target. `knots` are its strongly connected components, those at its end first.
    """

    source: str
    target: str
    steps: Mapping[str, int]
    onward: Mapping[str, Mapping[str, Mapping[str, Edge]]]
    knots: Sequence[Sequence[str]]


def between(g: "Graph", source: str, target: str) -> dict[str, int]:
    """Find all that is on some walk from the source to the target, both of them included.

    That is what the source bears on and the target rests on. A walk may go round circles, into
    dead ends and through its ends, as no route does. Grows both closures and stops with
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
    ways = ordered(g)
    return steps_between(ways.ahead, ways.behind, source, target)


def corridor(g: "Graph", source: str, target: str) -> Corridor:
    """Find what routes can use, without the dead ends of circles.

    Nothing that is on a route is left out. All that is on none is where circles are mutual
    contrasts that hang off the way, or trees of them; elsewhere what `dead_ways` can tell. Linear
    in the smaller closure, as for `between`, where there are no circles; else beside the search
    for dead ends, which is made again after each that has found any.
    """
    ways = ordered(g)
    steps = steps_between(ways.ahead, ways.behind, source, target, (source, target))
    onward = {
        node: {n: edges for n, edges in ways.onward[node].items() if n in steps and n != source}
        if node != target
        else {}
        for node in steps
    }
    groups = knots(onward, steps)
    while dead := dead_ways(onward, groups):
        for node, neighbour in dead:
            del onward[node][neighbour]
        steps = steps_between(onward, backward(onward), source, target)
        onward = {node: {n: e for n, e in onward[node].items() if n in steps} for node in steps}
        groups = knots(onward, steps)
    return Corridor(source, target, steps, onward, groups)


def backward(onward: Neighbours) -> Neighbours:
    """Return what leads to each node."""
    behind: dict[str, list[str]] = {node: [] for node in onward}
    for node, neighbours in onward.items():
        for neighbour in neighbours:
            behind[neighbour].append(node)
    return behind
