"""A graph's neighbours narrowed to some nodes and edges."""

from collections.abc import Callable, Iterator, Mapping

from argmap.graph.adjacency import Adjacency, Edge


class Narrowed(Mapping[str, Mapping[str, Mapping[str, Edge]]]):
    """An adjacency with only those neighbours that pass and only those edges that fit.

    Works a node out when it is first asked for, so that a query pays for what it visits. Nodes
    that do not pass are there too, but nothing leads to them.
    """

    def __init__(
        self, adjacency: Adjacency, passes: Callable[[str], bool], fits: Callable[[Edge], bool]
    ) -> None:
        self._adjacency = adjacency
        self._passes = passes
        self._fits = fits
        self._known: dict[str, Mapping[str, Mapping[str, Edge]]] = {}

    def __getitem__(self, node: str) -> Mapping[str, Mapping[str, Edge]]:
        if node not in self._known:
            self._known[node] = {
                neighbour: fitting
                for neighbour, edges in self._adjacency[node].items()
                if self._passes(neighbour)
                and (fitting := {i: edge for i, edge in edges.items() if self._fits(edge)})
            }
        return self._known[node]

    def __iter__(self) -> Iterator[str]:
        return iter(self._adjacency)

    def __len__(self) -> int:
        return len(self._adjacency)
