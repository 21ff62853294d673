"""The neighbours of a node, without the price of networkx's views.

A query visits few nodes, so its cost is what a step costs. The dictionaries behind `g.adj` and
`g.pred` are two to three times as quick as those views, and also there for subgraph views.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.claims.errors import shown

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Edge: TypeAlias = Mapping[str, Any]
Adjacency: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Edge]]]
Attributes: TypeAlias = Mapping[str, Mapping[str, Any]]
Neighbours: TypeAlias = Mapping[str, Collection[str]]


class Compact(dict[str, tuple[str, ...]]):
    """Node → its neighbours alone, worked out when first asked for.

    In a large graph a search waits for memory above all, and for these it waits less: what
    searches of one part have asked for lies together.
    """

    def __init__(self, neighbours: Neighbours) -> None:
        super().__init__()
        self._neighbours = neighbours

    def __missing__(self, node: str) -> tuple[str, ...]:
        found = self[node] = tuple(self._neighbours[node])
        return found


class _Flips(dict[str, bool]):
    def __missing__(self, kind: str) -> bool:
        raise ValueError(f"A relation is of the kind 'support' or 'contrast', not {shown(kind)}.")


FLIPS: Mapping[str, bool] = _Flips(support=False, contrast=True)
"""Whether a relation of a kind turns support into its opposite."""


def outgoing(g: "Graph") -> Adjacency:
    """Return node → what it bears on → relation id → edge attributes; not to be changed.

    Raises:
        TypeError: It is no directed graph with parallel edges.
    """
    _refuse_others(g)
    adjacency: Adjacency = g._adj  # type: ignore[attr-defined]  # noqa: SLF001
    return adjacency


def incoming(g: "Graph") -> Adjacency:
    """Return node → what bears on it → relation id → edge attributes; not to be changed.

    Raises:
        TypeError: It is no directed graph with parallel edges.
    """
    _refuse_others(g)
    adjacency: Adjacency = g._pred  # type: ignore[attr-defined]  # noqa: SLF001
    return adjacency


def attributes(g: "Graph") -> Attributes:
    """Return node → its attributes; not to be changed.

    Raises:
        TypeError: It is no graph of networkx.
    """
    try:
        nodes: Attributes = g._node  # type: ignore[attr-defined]  # noqa: SLF001
    except AttributeError:
        _refuse_others(g)
        raise
    return nodes


def _refuse_others(g: "Graph") -> None:
    try:
        fits = g.is_directed() and g.is_multigraph()
    except AttributeError:
        fits = False
    if not fits:
        raise TypeError(
            f"The graph must be a networkx.MultiDiGraph, as to_networkx makes one, "
            f"not a {type(g).__name__}."
        )
