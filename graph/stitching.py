"""A route by way of statements, made of shortest ways from one to the next."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from argmap.graph.adjacency import Neighbours
from argmap.graph.certainty import uncertainty
from argmap.graph.ordered import Ordered, Relation
from argmap.graph.route import Found
from argmap.graph.shortest import traced


def stitched(
    ends: tuple[str, str], ways: Ordered, part: Collection[str], through: Sequence[str]
) -> Found | None:
    """Find a route that visits statements, not always the best one, nor whenever there is one.

    Goes from the source to the nearest statement that is yet to visit, and so on, each time
    around all that was visited. Where that comes to a dead end, it goes from the target back.
    Takes time linear in the part for each of the statements.

    Args:
        ends: Where the route starts and where it ends.
        ways: The edges to use.
        part: All that lies between the two.
        through: The statements to visit.

    Returns:
        The nodes, and the most certain relation between each two; None if both come to an end.
    """
    source, target = ends
    onward: dict[str, list[str]] = {}
    backward: dict[str, list[str]] = {node: [] for node in part}
    for node in sorted(part):
        onward[node] = [neighbour for neighbour in ways[node] if neighbour in part]
        for neighbour in onward[node]:
            backward[neighbour].append(node)
    onward[target] = backward[source] = []
    nodes = _visiting(onward, source, target, through)
    nodes = nodes or _visiting(backward, target, source, through)[::-1]
    if not nodes:
        return None
    return nodes, [min(ways[a][b], key=_uncertainty) for a, b in pairwise(nodes)]


def _visiting(neighbours: Neighbours, start: str, end: str, through: Sequence[str]) -> list[str]:
    """Return the nodes from one end by way of statements to the other; none in a dead end."""
    nodes = [start]
    left = {*through}
    while nodes[-1] != end:
        leg = _nearest(neighbours, nodes, left or {end})
        if not leg:
            return []
        nodes += leg
        left.discard(leg[-1])
    return nodes


def _nearest(neighbours: Neighbours, visited: Sequence[str], goals: AbstractSet[str]) -> list[str]:
    """Return the shortest way on from the last node visited to one of the goals."""
    before: dict[str, str | None] = dict.fromkeys(visited)
    queue = [visited[-1]]
    for node in queue:
        for neighbour in neighbours[node]:
            if neighbour in goals:
                return [*traced(before, node, [])[1:], neighbour]
            if neighbour not in before:
                before[neighbour] = node
                queue.append(neighbour)
    return []


def _uncertainty(relation: Relation) -> int:
    return uncertainty(relation[1].get("certainty"))
