"""What is reached from a node, and what lies between two: the searches that others build on.

Their loops run over `chain.from_iterable(map(neighbours.__getitem__, queue))`, all neighbours of
a queue that grows meanwhile: the interpreter sees one step for each edge and none for each node.
"""

from collections.abc import Container, Sequence
from itertools import chain, islice

from argmap.graph.adjacency import Neighbours

_FIRST_LEAP = 1024
"""So many edges are looked at in less time than changing sides often would take."""


def reached(neighbours: Neighbours, start: str) -> list[str]:
    """Return all that is reached from a node, itself first, then the others nearest first."""
    found = {start}
    queue = [start]
    for node in chain.from_iterable(map(neighbours.__getitem__, queue)):
        if node not in found:
            found.add(node)
            queue.append(node)
    return queue


def distances(neighbours: Neighbours, start: str) -> dict[str, int]:
    """Return all that is reached from a node, itself too, nearest first: how many steps away."""
    found = {start: 0}
    queue = [start]
    for node in queue:
        steps = found[node] + 1
        for neighbour in neighbours[node]:
            if neighbour not in found:
                found[neighbour] = steps
                queue.append(neighbour)
    return found


def steps_between(
    onward: Neighbours, backward: Neighbours, source: str, target: str, closed: Sequence[str] = ()
) -> dict[str, int]:
    """Tell for all that lies on some walk from a source to a target how far the target is.

    Grows the closures of both by turns, each time four times as far as before, until one of them
    is complete. The rest is searched inside that one only.

    Args:
        onward: Where each node leads.
        backward: The same edges the other way.
        source: Where the walks start.
        target: Where they end, another node.
        closed: Nodes that no walk leads on from, unless it starts there.

    Returns:
        Nearest to the target first; nothing if no walk leads there.
    """
    ahead = _Closure(onward, source, closed)
    part: Container[str] = ahead.found
    if not ahead.grown(_FIRST_LEAP):
        behind = _Closure(backward, target, closed)
        leap = _FIRST_LEAP
        while not behind.grown(leap):
            leap *= 4
            if ahead.grown(leap):
                break
        else:
            part = _inside(onward, source, behind.found, closed)
    if target not in part:
        return {}
    steps = _inside(backward, target, part, closed)
    return steps if source in steps else {}


class _Closure:
    """All that is reached from a node, as far as it has been searched, and the closed nodes."""

    def __init__(self, neighbours: Neighbours, start: str, closed: Sequence[str]) -> None:
        self.found = {start, *closed}
        self._queue = [start]
        self._pending = chain.from_iterable(map(neighbours.__getitem__, self._queue))

    def grown(self, leap: int) -> bool:
        """Look at so many edges more; tell whether these are all."""
        found, queue = self.found, self._queue
        for node in islice(self._pending, leap):
            if node not in found:
                found.add(node)
                queue.append(node)
        for node in islice(self._pending, 1):
            if node not in found:
                found.add(node)
                queue.append(node)
            return False
        return True


def _inside(
    neighbours: Neighbours, start: str, part: Container[str], closed: Sequence[str]
) -> dict[str, int]:
    found = {start: 0}
    queue = [start]
    for node in queue:
        steps = found[node] + 1
        for neighbour in neighbours[node]:
            if neighbour in part and neighbour not in found:
                found[neighbour] = steps
                if neighbour not in closed:
                    queue.append(neighbour)
    return found
