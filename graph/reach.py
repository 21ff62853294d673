"""What a statement bears on, and what it rests on: how, and how far away."""

from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.adjacency import Adjacency, incoming, outgoing
from argmap.graph.closures import distances
from argmap.graph.routes import POLARITIES, Polarity, parities, require

if TYPE_CHECKING:
    from argmap.graph.build import Graph


class Bearing(NamedTuple):
    """How one node bears on another over all walks, and in how few steps."""

    polarity: Polarity
    steps: int


def bears_on(g: "Graph", statement: str) -> dict[str, Bearing]:
    """Tell all that a statement bears on, nearest first: for or against, and how far away.

    Relations that an undercut on the way attacks are among it. Linear in what is told.

    Raises:
        StatementNotFound: The graph has no such statement.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("rain", "wet", key="r1", kind="support")
    >>> _ = g.add_edge("wet", "safe", key="r2", kind="contrast")
    >>> for node, bearing in bears_on(g, "rain").items():
    ...     print(node, *bearing)
    wet supports 1
    safe undermines 2
    """
    require(g, statement)
    return _bearings(outgoing(g), statement)


def rests_on(g: "Graph", statement: str) -> dict[str, Bearing]:
    """Tell all that speaks for or against a statement, nearest first, and how far away it is.

    Linear in what is told.

    Raises:
        StatementNotFound: The graph has no such statement.
    """
    require(g, statement)
    return _bearings(incoming(g), statement)


def _bearings(neighbours: Adjacency, start: str) -> dict[str, Bearing]:
    steps = distances(neighbours, start)
    bits = parities(neighbours, start)
    del steps[start]
    return {node: Bearing(POLARITIES[bits[node]], far) for node, far in steps.items()}
