"""The shortest of the ways from one node to another."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TypeVar

from argmap.claims.model import RelationKind
from argmap.graph.adjacency import Neighbours
from argmap.graph.ordered import Ordered, Relation

_State = TypeVar("_State")

_FEW = 500
"""So many nodes are searched from one end in less time than two searches often would take."""


def shortest(ways: Ordered, source: str, target: str) -> list[str]:
    """Return the nodes of the shortest way, of those the one with the smallest ids, or nothing.

    Searches from the source as far as it leads to few nodes, as is the rule, else from both ends.
    """
    goal = ways.backward[target]
    if source in goal:
        return [source, target]
    before = {source: source}
    queue = [source]
    known = ways.known
    # Neighbours in order keep the queue in the order of the smallest ways to its nodes.
    for node in islice(queue, _FEW):
        try:
            neighbours = known[node]
        except KeyError:
            neighbours = tuple(ways[node])
        for neighbour in neighbours:
            if neighbour not in before:
                before[neighbour] = node
                queue.append(neighbour)
                if neighbour in goal:
                    before[target] = neighbour
                    return traced(before, target)
    return _from_both_ends(ways, source, target) if len(queue) > _FEW else []


def shortest_of_kind(
    ways: Ordered, source: str, target: str, kind: RelationKind
) -> tuple[list[str], list[Relation]]:
    """Return the same by relations of one kind, and the first such relation of each step."""
    before = {source: source}
    by: dict[str, Relation] = {}
    queue = [source]
    for node in queue:
        for neighbour, relations in ways[node].items():
            if neighbour not in before:
                for relation in relations:
                    if relation[1]["kind"] == kind:
                        before[neighbour], by[neighbour] = node, relation
                        if neighbour == target:
                            nodes = traced(before, target)
                            return nodes, [by[node] for node in nodes[1:]]
                        queue.append(neighbour)
                        break
    return [], []


def traced(before: Mapping[_State, _State], end: _State) -> list[_State]:
    """Follow a search from its end back to where it started, which comes before itself."""
    states = [end]
    while (earlier := before[end]) != end:
        states.append(earlier)
        end = earlier
    states.reverse()
    return states


def _from_both_ends(ways: Ordered, source: str, target: str) -> list[str]:
    """Search each time from the end with the smaller front; `ways` are in the order of ids."""
    before, after = {source: source}, {target: 0}
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
    ways: Neighbours, before: Mapping[str, str], after: Mapping[str, int], meeting: str
) -> list[str]:
    """Go from where two searches met back to the source, then on by the smallest ids."""
    nodes = traced(before, meeting)
    for left in range(after[meeting] - 1, -1, -1):
        nodes.append(next(n for n in ways[nodes[-1]] if after.get(n) == left))
    return nodes
