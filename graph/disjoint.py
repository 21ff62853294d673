"""As many routes as there can be that share no statement, and where they all can be cut."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from argmap.graph.adjacency import Neighbours

_State: TypeAlias = tuple[str, bool]
"""A node, and whether what leads to it is looked for; else only what it leads to is known."""


def narrowest(
    behind: Neighbours, source: str, target: str, shared: Collection[str]
) -> list[str] | None:
    """Find a smallest set of nodes without which there is no route, the one nearest to the target.

    It has one node of each of as many routes as there can be that share none (Menger, Zur
    allgemeinen Kurventheorie, 1927). Routes are added, and led anew where they bar the way, until
    there are no more (Ford and Fulkerson, Maximal flow through a network, 1956). Each search adds
    all that do not cross each other, at least one, in linear time: at most as many searches as
    the set has nodes, most often a few.

    Args:
        behind: What leads to each node of a corridor.
        source: Where the routes start.
        target: Where they end.
        shared: Nodes that routes may share, and that cannot be cut.

    Returns:
        The set, sorted; None if some route visits only what cannot be cut.

    >>> narrowest({"t": ["b", "c"], "b": ["a"], "c": ["a"], "a": ["s"]}, "s", "t", ())
    ['a']
    """
    if _bare(behind, source, target, shared):
        return None
    after: dict[str, str] = {}
    more, seen = True, set[_State]()
    while more:
        more, seen = _search(behind, source, target, shared, after)
    return sorted(node for node, led_to in seen if not led_to and (node, True) not in seen)


def _bare(behind: Neighbours, source: str, target: str, shared: Collection[str]) -> bool:
    front = [target]
    seen = {target}
    for node in front:
        for neighbour in behind[node]:
            if neighbour == source:
                return True
            if neighbour in shared and neighbour not in seen:
                seen.add(neighbour)
                front.append(neighbour)
    return False


def _search(
    behind: Neighbours, source: str, target: str, shared: Collection[str], after: dict[str, str]
) -> tuple[bool, set[_State]]:
    """Go back from the target, and add each route that reaches the source.

    Args:
        behind: What leads to each node.
        source: Where the routes start.
        target: Where they end.
        shared: What they may share.
        after: For what is on a route: what follows it there, except what is shared. Changed.

    Returns:
        Whether routes were added, and what was seen.
    """

    def moves(node: str, led_to: bool) -> Iterator[_State]:  # noqa: FBT001
        if not led_to:
            # What is on a route already can join this one if what follows it there is led to anew.
            yield after.get(node, node), True
            return
        for neighbour in behind[node]:
            yield neighbour, neighbour in shared
        if node in after:
            yield node, False

    added = False
    start = (target, True)
    seen = {start}
    trail = [(start, moves(*start))]
    while trail:
        for state in trail[-1][1]:
            if state[0] == source:
                _add([place for place, _ in trail], shared, after)
                added = True
                del trail[1:]
                break
            if state not in seen:
                seen.add(state)
                trail.append((state, moves(*state)))
                break
        else:
            trail.pop()
    return added, seen


def _add(states: Sequence[_State], shared: Collection[str], after: dict[str, str]) -> None:
    following = ""
    for node, led_to in states:
        if led_to:
            if node not in shared:
                following = node
        elif node == following:
            # No route visits it any more.
            del after[node]
        else:
            after[node] = following
