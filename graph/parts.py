"""The connected parts of a map."""

import networkx as nx

from argmap.claims.model import Map
from argmap.graph.build import Graph


def parts(m: Map, g: Graph) -> list[list[str]]:
    """Return the statements of each connected part, whichever way its relations point.

    Undercuts and linked premises tie as well. Parts and their statements stand in the order of
    the map. Linear.
    """
    part_of = {
        node: number
        for number, nodes in enumerate(nx.weakly_connected_components(g))
        for node in nodes
    }
    found: dict[int, list[str]] = {}
    for statement in m.statements:
        found.setdefault(part_of[statement.id], []).append(statement.id)
    return list(found.values())
