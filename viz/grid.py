"""One component as ranks of nodes in which no step passes a column.

A link that passes columns gets a bend in each of them: a small node that keeps a slot free, so
that its line never runs through a box.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.viz.skeleton import Link

BEND = 10.0
JOINT = 14.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A layered graph; the first cells are the component's nodes, the others are bends.

    Attributes:
        nodes: The skeleton's node of each of the first cells.
        rank: The rank of each cell.
        extent: How much room each cell takes across the ranks.
        chains: For each link its cells from the lower rank to the higher.
        links: The links, in the same order.
        order: All cells, in the order in which they should be read.
    """

    nodes: Sequence[int]
    rank: Sequence[int]
    extent: Sequence[float]
    chains: Sequence[Sequence[int]]
    links: Sequence[Link]
    order: Sequence[int]


def grid(
    nodes: Sequence[int],
    links: Sequence[Link],
    rank: Mapping[int, int],
    extent: Callable[[int], float],
    contrasts: Sequence[bool],
) -> Grid:
    """Cut the links of a component into steps from column to column.

    Linear in the nodes, the links, and the bends that the links need.
    """
    cell = {node: k for k, node in enumerate(nodes)}
    ranks = [rank[node] for node in nodes]
    extents = [extent(node) for node in nodes]
    chains: list[list[int]] = []
    for link in links:
        near, far = sorted((link.head, link.tail), key=rank.__getitem__)
        chain = [cell[near]]
        for between in range(rank[near] + 1 + (rank[near] + 1) % 2, rank[far], 2):
            chain.append(len(ranks))
            ranks.append(between)
            extents.append(BEND)
        chain.append(cell[far])
        chains.append(chain)
    order = _reading_order(ranks, chains, [contrasts[link.relation] for link in links])
    return Grid(nodes, ranks, extents, chains, links, order)


def families(size: int, chains: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the cells that stand beyond each cell, by the order of the chains."""
    beyond: list[list[int]] = [[] for _ in range(size)]
    for chain in chains:
        for near, far in pairwise(chain):
            beyond[near].append(far)
    return beyond


def _reading_order(
    ranks: Sequence[int], chains: Sequence[Sequence[int]], contrasting: Sequence[bool]
) -> list[int]:
    """List the cells as a walk meets them that takes supports before contrasts."""
    supports_first = sorted(range(len(chains)), key=contrasting.__getitem__)
    beyond = families(len(ranks), [chains[k] for k in supports_first])
    order: list[int] = []
    seen: set[int] = set()
    for start in sorted(range(len(ranks)), key=ranks.__getitem__):
        stack = [start]
        while stack:
            cell = stack.pop()
            if cell not in seen:
                seen.add(cell)
                order.append(cell)
                stack += reversed(beyond[cell])
    return order
