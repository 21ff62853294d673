"""All routes through a small part: a plain search is over before a guided one is set up."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise, product

from argmap.graph.ordered import Ordered
from argmap.graph.route import Found

_FEW = 150
"""So many beginnings of routes are looked at in less time than a guided search often takes."""


def first_routes(
    ends: tuple[str, str], ways: Ordered, part: Collection[str], most: int, max_steps: int
) -> list[Found] | None:
    """Find the routes with the fewest steps, of those the ones with the smallest ids first.

    Args:
        ends: Where routes start and where they end.
        ways: The edges to use, in the order in which routes are compared; worked out for the part.
        part: All that lies between the two.
        most: How many routes to find.
        max_steps: How many steps they may have.

    Returns:
        The routes, or None if the part is not as small as this
        search is good for.
    """
    if len(part) > _FEW:
        return None
    source, target = ends
    known = ways.known
    found: list[tuple[str, ...]] = []
    # Neighbours in order keep the queue in the order of routes.
    queue: list[tuple[str, ...]] = [(source,)]
    for nodes in queue:
        if len(found) >= most or len(nodes) > max_steps:
            break
        for neighbour in known[nodes[-1]]:
            if neighbour in part and neighbour not in nodes:
                (found if neighbour == target else queue).append((*nodes, neighbour))
        if len(queue) > _FEW:
            return None
    if ways.parallel.isdisjoint(part):
        return [(nodes, None) for nodes in found[:most]]
    return [*islice(_by_relations(found, ways), most)]


def _by_relations(found: Sequence[Sequence[str]], ways: Ordered) -> Iterator[Found]:
    for nodes in found:
        for relations in product(*[ways[a][b] for a, b in pairwise(nodes)]):
            yield nodes, relations
