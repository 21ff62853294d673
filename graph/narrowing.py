"""A graph's neighbours narrowed to some nodes and edges."""

from collections.abc import Callable, Mapping

from argmap.claims.model import RelationKind
from argmap.graph.adjacency import Adjacency, Edge


class Narrowed(dict[str, Mapping[str, Mapping[str, Edge]]]):
    """An adjacency with only those neighbours that pass, and only relations of one kind.

    Works a node out when it is first asked for, so that a query pays for what it visits. Nodes
    that do not pass can be asked for too, but nothing leads to them.
    """

    def __init__(
        self,
        adjacency: Adjacency,
        only: RelationKind | None,
        passes: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._adjacency = adjacency
        self._only = only
        self._passes = passes

    def __missing__(self, node: str) -> Mapping[str, Mapping[str, Edge]]:
        only, passes = self._only, self._passes
        found: dict[str, Mapping[str, Edge]] = {}
        for neighbour, edges in self._adjacency[node].items():
            if passes(neighbour):
                fitting = {i: e for i, e in edges.items() if only is None or e["kind"] == only}
                if fitting:
                    found[neighbour] = fitting
        self[node] = found
        return found
