"""The shortest of the ways from one node to another."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from argmap.claims.model import RelationKind
from argmap.graph.adjacency import Neighbours
from argmap.graph.ordered import Ordered, Relation

_State = TypeVar("_State")

_FEW = 2_000
"""So many nodes are searched from one end in less time than two searches often would take."""

_NARROW = 100
"""So few nodes are copied in the time in which a search looks at some others."""


def shortest(ways: Ordered, source: str, target: str) -> list[str]:
    """Return the nodes of the shortest way, of those the one with the smallest ids, or nothing.

    Searches from the source for one of the nodes before the target, or for the target where these
    are many. That leads to few nodes, as a rule. Where it leads to many, it searches from both
    ends: from the first node on that nobody has asked for before, or that it comes to again. To
    look at the number at every node would take a twentieth of the time.
    """
    goal = ways.backward[target]
    if source in goal:
        return [source, target]
    behind = [target]
    if len(goal) > _NARROW:
        goal, behind = {target: {}}, []
    # With them among what it knows, the search looks up most nodes once: the new ones.
    before: dict[str, Any] = {**goal}
    before[source] = None
    queue = [source]
    known = ways.known
    # Neighbours in order keep the queue in the order of the smallest ways to its nodes.
    for node in queue:
        try:
            neighbours = known[node]
        except KeyError:
            if len(queue) > _FEW:
                return _from_both_ends(ways, source, target)
            ways.work_out(node)
            neighbours = known[node]
        for neighbour in neighbours:
            if neighbour not in before:
                before[neighbour] = node
                queue.append(neighbour)
            elif neighbour in goal:
                behind.append(neighbour)
                return traced(before, node, behind)
            elif len(queue) > _FEW:
                return _from_both_ends(ways, source, target)
    return []


def shortest_of_kind(
    ways: Ordered, source: str, target: str, kind: RelationKind
) -> tuple[list[str], list[Relation]]:
    """Return the same by relations of one kind, and the first such relation of each step."""
    if not ways.backward[target]:
        return [], []
    before: dict[str, str | None] = {source: None}
    by: dict[str, Relation] = {}
    queue = [source]
    told = ways.told
    for node in queue:
        try:
            relations = told[node]
        except KeyError:
            ways.work_out(node)
            relations = told[node]
        for neighbour, edge, relation in relations:
            if neighbour not in before and edge["kind"] == kind:
                before[neighbour] = node
                by[neighbour] = relation
                if neighbour == target:
                    nodes = traced(before, node, [target])
                    return nodes, [by[node] for node in nodes[1:]]
                queue.append(neighbour)
    return [], []


def traced(
    before: Mapping[_State, _State | None], state: _State | None, behind: list[_State]
) -> list[_State]:
    """Go back from a state to where the search started, before which comes None.

    Args:
        before: Where the search came to each state from.
        state: The state to go back from.
        behind: What comes behind it, the last first; it is used up.

    Returns:
        The whole way, from its start to its end.
    """
    while state is not None:
        behind.append(state)
        state = before[state]
    behind.reverse()
    return behind


def _from_both_ends(ways: Ordered, source: str, target: str) -> list[str]:
    """Search each time from the end with the smaller front; `ways` are in the order of ids."""
    before: dict[str, str | None] = {source: None}
    after = {target: 0}
    front, rear = [source], [target]
    steps = 0
    while front and rear:
        if len(front) <= len(rear):
            following = []
            for node in front:
                for neighbour in ways[node]:
                    if neighbour not in before:
                        before[neighbour] = node
                        following.append(neighbour)
                        if neighbour in after:
                            return _joined(ways, before, after, neighbour)
            front = following
        else:
            steps += 1
            rear = _behind(ways.behind, rear, after, steps)
            if not before.keys().isdisjoint(rear):
                meeting = next(node for node in front if node in after)
                return _joined(ways, before, after, meeting)
    return []


def _behind(back: Neighbours, rear: Sequence[str], after: dict[str, int], steps: int) -> list[str]:
    following = []
    for node in rear:
        for neighbour in back[node]:
            if neighbour not in after:
                after[neighbour] = steps
                following.append(neighbour)
    return following


def _joined(
    ways: Neighbours, before: Mapping[str, str | None], after: Mapping[str, int], meeting: str
) -> list[str]:
    """Go from where two searches met back to the source, then on by the smallest ids."""
    nodes = traced(before, meeting, [])
    for left in range(after[meeting] - 1, -1, -1):
        nodes.append(next(n for n in ways[nodes[-1]] if after.get(n) == left))
    return nodes
