"""What nodes bear on, in the order of the ids: sorted when first asked for, and kept."""

from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from argmap.graph.adjacency import (
    Adjacency,
    Attributes,
    Compact,
    Edge,
    attributes,
    incoming,
    outgoing,
)

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Relation: TypeAlias = tuple[str, Edge]
"""A relation as the graph has it: its id and its attributes."""

_KEY = "argmap ordered"
_first = itemgetter(0)


class Ordered(dict[str, Mapping[str, tuple[Relation, ...]]]):
    """Node → what it bears on → the relations, both in the order of their ids.

    Attributes:
        onward: The same in no order.
        backward: The same edges the other way.
        ahead: What each node bears on, without the relations.
        behind: What bears on each node.
        nodes: The attributes of the nodes.
        known: Of the nodes asked for so far, the neighbours without the relations: a plain
            dictionary, which is the quickest to look up.
        told: Of the same nodes, the relations one after the other: each time the neighbour, the
            attributes, and the relation itself.
        passed: Those of them that are relations, which routes pass through.
        parallel: Those of them that have several relations to a neighbour.
    """

    def __init__(self, onward: Adjacency, backward: Adjacency, nodes: Attributes) -> None:
        super().__init__()
        self.onward = onward
        self.backward = backward
        self.ahead = Compact(onward)
        self.behind = Compact(backward)
        self.nodes = nodes
        self.known: dict[str, tuple[str, ...]] = {}
        self.told: dict[str, tuple[tuple[str, Edge, Relation], ...]] = {}
        self.passed: set[str] = set()
        self.parallel: set[str] = set()

    def __missing__(self, node: str) -> Mapping[str, tuple[Relation, ...]]:
        self.work_out(node)
        return self[node]

    def work_out(self, node: str) -> None:
        """Put in order what a node bears on."""
        if self.nodes[node].get("kind") == "relation":
            self.passed.add(node)
        neighbours = self.onward[node]
        self.known[node] = tuple(sorted(neighbours))
        self[node] = {
            neighbour: tuple(sorted(neighbours[neighbour].items(), key=_first))
            for neighbour in self.known[node]
        }
        self.told[node] = tuple(
            [
                (neighbour, relation[1], relation)
                for neighbour, relations in self[node].items()
                for relation in relations
            ]
        )
        if len(self.told[node]) > len(neighbours):
            self.parallel.add(node)

    def __reduce__(self) -> tuple[type["Ordered"], tuple[Adjacency, Adjacency, Attributes]]:
        return Ordered, (self.onward, self.backward, self.nodes)


def ordered(g: "Graph") -> Ordered:
    """Return what each node bears on in the order of the ids.

    It is kept in the cache that networkx empties whenever nodes or edges are added or removed,
    as far as queries have asked for it. A view of another graph would not see that one change,
    so nothing is kept for it. Attributes of edges are those of the graph itself.
    """
    try:
        found: Ordered = g.__networkx_cache__[_KEY]
    except (AttributeError, KeyError, TypeError):
        found = Ordered(outgoing(g), incoming(g), attributes(g))
        cache = getattr(g, "__networkx_cache__", None)
        if cache is not None and "_graph" not in vars(g):
            cache[_KEY] = found
    return found
