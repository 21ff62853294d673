"""Circles: where statements bear on themselves by way of others."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.graph.adjacency import FLIPS, Edge, outgoing
from argmap.graph.between import between

if TYPE_CHECKING:
    from argmap.graph.build import Graph


def knots(onward: Mapping[str, Collection[str]], part: Collection[str]) -> list[list[str]]:
    """Split a part of a graph into its strongly connected components, those at its ends first.

    A component comes after all that its nodes lead on to. Tarjan's algorithm (Depth-first search
    and linear graph algorithms, 1972) without recursion; linear.

    >>> knots({"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": []}, "abcd")
    [['d'], ['c', 'b'], ['a']]
    """
    found: list[list[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: list[str] = []
    settled: set[str] = set()
    for root in part:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        open_nodes.append(root)
        trail = [(root, _within(onward, root, part))]
        while trail:
            node, ways = trail[-1]
            for neighbour in ways:
                if neighbour not in number:
                    number[neighbour] = lowest[neighbour] = len(number)
                    open_nodes.append(neighbour)
                    trail.append((neighbour, _within(onward, neighbour, part)))
                    break
                if neighbour not in settled:
                    lowest[node] = min(lowest[node], number[neighbour])
            else:
                trail.pop()
                if trail:
                    parent = trail[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    knot = _taken(open_nodes, node)
                    settled.update(knot)
                    found.append(knot)
    return found


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


def _within(
    onward: Mapping[str, Collection[str]], node: str, part: Collection[str]
) -> Iterator[str]:
    return (neighbour for neighbour in onward.get(node, ()) if neighbour in part)


def _taken(open_nodes: list[str], last: str) -> list[str]:
    knot: list[str] = []
    while not knot or knot[-1] != last:
        knot.append(open_nodes.pop())
    return knot
