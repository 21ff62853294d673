"""How far each node stands from what the argument is about: the columns of the layout."""

from collections.abc import Iterable, Sequence

from argmap.viz.skeleton import Link


def ranks(
    nodes: Sequence[int], links: Sequence[Link], *, first: int | None, statements: int
) -> dict[int, int]:
    """Give every node a rank: what bears on something stands beyond it.

    Statements have even ranks, joints odd ones, so that a joint stands between the columns.
    Circles are opened where a walk from the main claim comes back. Linear.

    Args:
        nodes: The nodes of one component.
        links: Its links.
        first: The node that should have rank 0 (the main claim), if it is among them.
        statements: Nodes below this number are statements.

    Returns:
        The rank of each node; the lowest is 0.
    """
    steps = _without_circles(nodes, links, first)
    above: dict[int, list[int]] = {node: [] for node in nodes}
    missing = dict.fromkeys(nodes, 0)
    for near, far in steps:
        above[near].append(far)
        missing[far] += 1
    rank = {node: 0 if node < statements else 1 for node in nodes}
    ready = [node for node in nodes if not missing[node]]
    order: list[int] = []
    while ready:
        node = ready.pop()
        order.append(node)
        for far in above[node]:
            rank[far] = max(rank[far], _beyond(rank[node], joint=far >= statements))
            missing[far] -= 1
            if not missing[far]:
                ready.append(far)
    _pull_roots(order, above, rank, {far for _, far in steps}, first)
    lowest = min(rank.values())
    return {node: rank[node] - lowest + lowest % 2 for node in nodes}


def _beyond(rank: int, *, joint: bool) -> int:
    """Return the next rank of the right parity."""
    return rank + 1 + (rank + 1 + joint) % 2


def _pull_roots(
    order: Iterable[int],
    above: dict[int, list[int]],
    rank: dict[int, int],
    resting: set[int],
    first: int | None,
) -> None:
    """Move each root next to its nearest reason, so that its links are short."""
    for node in order:
        if node != first and node not in resting and above[node]:
            nearest = min(rank[far] for far in above[node])
            rank[node] = nearest - 2 + nearest % 2


def _without_circles(
    nodes: Sequence[int], links: Sequence[Link], first: int | None
) -> list[tuple[int, int]]:
    """Return the links as (near, far) pairs, those turned round that close a circle."""
    incoming: dict[int, list[int]] = {node: [] for node in nodes}
    bears = set()
    for link in links:
        incoming[link.head].append(link.tail)
        bears.add(link.tail)
    starts = [node for node in nodes if node == first]
    starts += [node for node in nodes if node not in bears]
    steps: list[tuple[int, int]] = []
    seen: set[int] = set()
    walking: set[int] = set()
    for start in (*starts, *nodes):
        if start in seen:
            continue
        seen.add(start)
        walking.add(start)
        stack = [(start, iter(incoming[start]))]
        while stack:
            near, reasons = stack[-1]
            for far in reasons:
                if far in walking:
                    steps.append((far, near))
                    continue
                steps.append((near, far))
                if far not in seen:
                    seen.add(far)
                    walking.add(far)
                    stack.append((far, iter(incoming[far])))
                    break
            else:
                walking.discard(near)
                stack.pop()
    return steps
