"""Circles: where statements bear on themselves by way of others."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from argmap.graph.adjacency import FLIPS, Edge, outgoing
from argmap.graph.between import between
from argmap.graph.knots import knots

if TYPE_CHECKING:
    from argmap.graph.build import Graph


def odd_circles(g: "Graph", source: str, target: str) -> tuple[tuple[str, ...], ...]:
    """Find the circles with an odd number of contrasts that walks between two statements meet.

    With such a circle, the polarity over all walks may be "mixed" though all routes agree.
    Strongly connected statements have none if and only if they fall into two camps, supports
    within and contrasts between them (Harary, On the notion of balance of a signed graph, 1953).
    Linear in what lies between the two, beside finding it.

    Returns:
        For each group of statements that are in circles with one another and have an odd one
        among them: the group, sorted; those nearer to the target first.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.
    """
    part = between(g, source, target)
    ways = outgoing(g)
    return tuple(tuple(sorted(knot)) for knot in knots(ways, part) if not _two_camps(ways, knot))


def _two_camps(
    onward: Mapping[str, Mapping[str, Mapping[str, Edge]]], knot: Collection[str]
) -> bool:
    members = set(knot)
    start = next(iter(knot))
    camps = {start: False}
    front = [start]
    while front:
        node = front.pop()
        for neighbour, edges in onward[node].items():
            if neighbour in members:
                for edge in edges.values():
                    camp = camps[node] != FLIPS[edge["kind"]]
                    if neighbour not in camps:
                        camps[neighbour] = camp
                        front.append(neighbour)
                    elif camps[neighbour] != camp:
                        return False
    return True
