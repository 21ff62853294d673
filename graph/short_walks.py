"""Walks of at most so many steps: what they use, and what they amount to."""

from typing import TYPE_CHECKING, get_args

import networkx as nx

from argmap.graph.closures import steps_between
from argmap.graph.ordered import ordered
from argmap.graph.route import Direction, Route
from argmap.graph.routes import witness

if TYPE_CHECKING:
    from argmap.graph.build import Graph


def within(g: "Graph", source: str, target: str, max_steps: int) -> "Graph":
    """Copy what walks of at most so many steps from a source to another statement use.

    Linear in what lies between the two, beside finding it. Both ends are there in any case.
    """
    ways = ordered(g)
    ahead = steps_between(ways.ahead, ways.behind, source, target)
    behind = steps_between(ways.behind, ways.ahead, target, source)
    near = {node: far for node, far in behind.items() if far + ahead[node] <= max_steps}
    kept: Graph = nx.MultiDiGraph()
    kept.add_nodes_from((node, g.nodes[node]) for node in (source, target, *near))
    for node, far in near.items():
        for neighbour, edges in g.adj[node].items():
            if neighbour in near and far + 1 + ahead[neighbour] <= max_steps:
                for key, edge in edges.items():
                    kept.add_edge(node, neighbour, key=key, **edge)
    return kept


def short_witnesses(g: "Graph", source: str, target: str, max_steps: int) -> list[Route]:
    """Find the shortest walk that supports the target and the one that undermines it.

    Either may visit a statement twice, as for `witness`.

    Returns:
        Those of the two that there are and that have at most so many steps.
    """
    found = [witness(g, source, target, direction) for direction in get_args(Direction)]
    return [way for way in found if way and len(way.relations) <= max_steps]
