"""Every route there is, walked one by one: what quick answers are compared with."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from argmap.graph.build import Graph
from argmap.graph.ranking import Routes


class Way(NamedTuple):
    """A route; ways sort as routes are ranked."""

    steps: int
    uncertainty: Fraction
    nodes: tuple[str, ...]
    ids: tuple[str, ...]

    @property
    def inner(self) -> tuple[str, ...]:
        return self.nodes[1:-1]


def all_ways(g: Graph, source: str, target: str) -> list[Way]:
    return sorted(_ways(g, source, target))


def ids(found: Routes) -> list[tuple[str, ...]]:
    return [tuple(step.id for step in route.relations) for route in found]


def of(ways: list[Way]) -> list[tuple[str, ...]]:
    return [way.ids for way in ways]


def kinds(g: Graph, way: Way) -> list[str]:
    return [
        g.edges[a, b, i]["kind"] for (a, b), i in zip(pairwise(way.nodes), way.ids, strict=True)
    ]


def _ways(g: Graph, source: str, target: str) -> Iterator[Way]:
    trails: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((source,), ())]
    while trails:
        nodes, ids = trails.pop()
        if nodes[-1] == target:
            yield Way(len(ids), -_certainty(g, nodes, ids), nodes, ids)
            continue
        for _, neighbour, i in g.edges(nodes[-1], keys=True):
            if neighbour not in nodes:
                trails.append(((*nodes, neighbour), (*ids, i)))


def _certainty(g: Graph, nodes: tuple[str, ...], ids: tuple[str, ...]) -> Fraction:
    said = [
        g.edges[a, b, i].get("certainty") for (a, b), i in zip(pairwise(nodes), ids, strict=True)
    ]
    said += [g.nodes[node].get("certainty") for node in nodes[1:-1]]
    product = Fraction(1)
    for certainty in said:
        product *= 1 if certainty is None else Fraction(round(certainty * 100), 100)
    return product
