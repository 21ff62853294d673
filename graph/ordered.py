"""What nodes bear on, in the order of the ids: sorted when first asked for, and kept."""

from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from argmap.graph.adjacency import Adjacency, Edge, outgoing

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Relation: TypeAlias = tuple[str, Edge]
"""A relation as the graph has it: its id and its attributes."""

_KEY = "argmap ordered"
_first = itemgetter(0)


class Ordered(dict[str, Mapping[str, tuple[Relation, ...]]]):
    """Node → what it bears on → the relations, both in the order of their ids."""

    def __init__(self, adjacency: Adjacency) -> None:
        super().__init__()
        self._adjacency = adjacency

    def __missing__(self, node: str) -> Mapping[str, tuple[Relation, ...]]:
        neighbours = self._adjacency[node]
        found = self[node] = {
            neighbour: tuple(sorted(neighbours[neighbour].items(), key=_first))
            for neighbour in sorted(neighbours)
        }
        return found

    def __reduce__(self) -> tuple[type["Ordered"], tuple[Adjacency]]:
        return Ordered, (self._adjacency,)


def ordered(g: "Graph") -> Ordered:
    """Return what each node bears on in the order of the ids.

    It is kept in the cache that networkx empties whenever nodes or edges are added or removed,
    as far as queries have asked for it. A view of another graph would not see that one change,
    so nothing is kept for it. Attributes of edges are those of the graph itself.
    """
    cache = getattr(g, "__networkx_cache__", None)
    found: Ordered | None = cache.get(_KEY) if cache else None
    if found is None:
        found = Ordered(outgoing(g))
        if cache is not None and "_graph" not in vars(g):
            cache[_KEY] = found
    return found
