"""A best-first search for routes through a corridor."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import Any, TypeAlias

from argmap.graph.ordered import Ordered, Relation
from argmap.graph.route import Found

_MOST_WORK = 300_000
"""How many ways from a node on are looked at: bounds a search to about a second."""

_COPIED = 32
"""So many nodes of beginnings are copied in the time in which one way is looked at."""

_FINEST = 10**6
_CERTAIN = {None, 1}

# How many steps a route has at least, its uncertainty, its nodes and its relations as far as they
# are chosen, which statements it has yet to visit, and its certainty so far.
_Partial: TypeAlias = tuple[int, int, tuple[str, ...], tuple[Relation, ...], int, int]

# One step from a node: how many steps there are at least from its end on, how uncertain the
# route becomes with it, the node that it leads to, the relation, which statements then are yet to
# visit, and what it multiplies the certainty by.
_Choice: TypeAlias = tuple[int, int, str, Relation, int, int]


class Search:
    """A search of what lies between two nodes.

    An A* search (Hart, Nilsson and Raphael, A formal basis for the heuristic determination of
    minimum cost paths, 1968) over the beginnings of routes. A beginning is as good as the best
    walk that goes on from it in as few steps as can be: `_left` tells how few these are, for each
    set of statements that are yet to visit and each node, and `_sure_left` how certain. Where
    there are no circles, such a walk is a route. Certainties are whole numbers, `_unit` is 1.0,
    or 0 if all are certain: their products are exact, as those of floats are not, and compare
    among routes of one length, which have equally many factors.

    Args:
        ends: Where routes start and where they end.
        ways: The edges to use.
        steps: What lies between the two, and how few steps each node is from the end.
        through: Statements to visit.
        unit: What certainties are told in: what `finest` returns.
    """

    def __init__(
        self,
        ends: tuple[str, str],
        ways: Ordered,
        steps: Mapping[str, int],
        through: Sequence[str],
        unit: int,
    ) -> None:
        self._source, self._target = ends
        self._ways = ways
        self._steps = steps
        self._nodes = ways.nodes
        self._bits = {node: 1 << place for place, node in enumerate(through)}
        self._work = 0
        self._unit = unit
        self._left = self._steps_left() if through else {0: steps}
        self._sure_left = self._certainties_left() if self._unit else None
        self._choices: dict[tuple[str, int], list[_Choice]] = {}

    @property
    def cut_short(self) -> bool:
        """Whether the search was given up after a bounded amount of work."""
        return self._work > _MOST_WORK

    def routes(self, most: int) -> Iterator[Found]:
        """Yield the nodes and the relations of each route of at most so many steps, best first."""
        source, missing = self._source, (1 << len(self._bits)) - 1
        steps = self._left.get(missing, {}).get(source)
        if steps is None or steps > most:
            return
        heap: list[_Partial] = [(steps, -self._ahead(source, missing), (source,), (), missing, 1)]
        while heap and not self.cut_short:
            found = self._gone_on(heappop(heap), heap, most)
            if found is not None:
                yield found

    def _gone_on(self, best: _Partial, heap: list[_Partial], most: int) -> Found | None:
        """Go on from the best beginning as long as it remains the best; queue what branches off."""
        steps, uncertainty, nodes, relations, missing, certainty = best
        path, taken, visited = [*nodes], [*relations], {*nodes}
        here = path[-1]
        while here != self._target:
            choices = self._onward(here, missing)
            if len(choices) > 1:
                choices = [choice for choice in choices if choice[2] not in visited]
            if not choices or choices[0][2] in visited or self._work > _MOST_WORK:
                return None
            left, weight, here, relation, after, factor = choices[0]
            # What can go on in one way only is as good as before, and need not queue.
            if len(choices) > 1 or len(path) + left != steps or certainty * weight != uncertainty:
                queued = self._lengthened(path, taken, certainty, choices)
                self._work += len(queued) * len(path) // _COPIED
                for other in queued[1:]:
                    if other[0] <= most:
                        heappush(heap, other)
                if queued[0][:2] != (steps, uncertainty) or (heap and heap[0] < queued[0]):
                    if queued[0][0] <= most:
                        heappush(heap, queued[0])
                    return None
            path.append(here)
            taken.append(relation)
            visited.add(here)
            missing, certainty = after, certainty * factor
        return path, taken

    @staticmethod
    def _lengthened(
        path: list[str], taken: list[Relation], certainty: int, choices: list[_Choice]
    ) -> list[_Partial]:
        done = len(path)
        return [
            (
                done + left,
                certainty * weight,
                (*path, node),
                (*taken, relation),
                after,
                certainty * factor,
            )
            for left, weight, node, relation, after, factor in choices
        ]

    def _onward(self, node: str, missing: int) -> list[_Choice]:
        """Return the steps from a node, those of the best walks first."""
        choices = self._choices.get((node, missing))
        if choices is None:
            if missing or self._unit:
                choices = self._weighed(node, missing)
            else:
                steps, source = self._steps, self._source
                choices = [
                    (steps[neighbour], -1, neighbour, relation, 0, 1)
                    for neighbour, relations in self._ways[node].items()
                    if neighbour in steps and neighbour != source
                    for relation in relations
                ]
            if len(choices) > 1:
                choices.sort()
            self._choices[node, missing] = choices
        self._work += len(choices)
        return choices

    def _inside(self, node: str) -> list[tuple[str, Sequence[Relation]]]:
        """Return where a node leads on the way from the one end to the other."""
        steps, source = self._steps, self._source
        return [way for way in self._ways[node].items() if way[0] in steps and way[0] != source]

    def _weighed(self, node: str, missing: int) -> list[_Choice]:
        choices: list[_Choice] = []
        for neighbour, relations in self._inside(node):
            after = missing & ~self._bits.get(neighbour, 0)
            left = self._left.get(after, {}).get(neighbour)
            if left is not None:
                ahead = self._ahead(neighbour, after)
                for relation in relations:
                    factor = self._factor(neighbour, relation)
                    choices.append((left, -factor * ahead, neighbour, relation, after, factor))
        return choices

    def _factor(self, neighbour: str, relation: Relation) -> int:
        """Tell what a relation, and the node behind it, multiply the certainty by."""
        if not self._unit:
            return 1
        sure = _certainty(relation[1], self._unit)
        if neighbour != self._target:
            sure *= _certainty(self._nodes[neighbour], self._unit)
        return sure

    def _ahead(self, node: str, missing: int) -> int:
        return 1 if self._sure_left is None else self._sure_left[missing][node]

    def _steps_left(self) -> dict[int, dict[str, int]]:
        """Search back from the target, by which statements are yet to visit."""
        before: dict[str, list[str]] = {}
        for node in self._steps:
            for neighbour, _ in self._inside(node) if node != self._target else ():
                before.setdefault(neighbour, []).append(node)
        found: dict[int, dict[str, int]] = {0: {self._target: 0}}
        queue = [(self._target, 0)]
        for node, missing in queue:
            self._work += 1
            if self.cut_short:
                break
            steps = found[missing][node] + 1
            for more in {missing, missing | self._bits.get(node, 0)}:
                known = found.setdefault(more, {})
                for earlier in before.get(node, ()):
                    if earlier not in known and not more & self._bits.get(earlier, 0):
                        known[earlier] = steps
                        queue.append((earlier, more))
        return found

    def _certainties_left(self) -> dict[int, dict[str, int]]:
        """Tell how certain the best of the walks with the fewest steps to the target is."""
        found: dict[int, dict[str, int]] = {missing: {} for missing in self._left}
        found[0][self._target] = 1
        nearest_first = sorted(
            (steps, node, missing)
            for missing, known in self._left.items()
            for node, steps in known.items()
            if steps
        )
        for steps, node, missing in nearest_first:
            best = 0
            for neighbour, relations in self._inside(node):
                after = missing & ~self._bits.get(neighbour, 0)
                if self._left.get(after, {}).get(neighbour) == steps - 1:
                    factor = max(self._factor(neighbour, relation) for relation in relations)
                    best = max(best, factor * found[after][neighbour])
            found[missing][node] = best
        return found


def finest(ways: Ordered, ends: tuple[str, str], steps: Collection[str]) -> int:
    """Return the smallest power of ten that makes all certainties whole; 0 if all are certain.

    Args:
        ways: The edges of a part.
        ends: Where routes start and where they end, which does not count for their certainty.
        steps: The nodes of the part, which are worked out in `ways` then.
    """
    nodes, told = ways.nodes, ways.told
    said = {nodes[node].get("certainty") for node in steps if node not in ends}
    for node in steps:
        if node not in told:
            ways.work_out(node)
        for neighbour, edge, _ in told[node]:
            if neighbour in steps:
                said.add(edge.get("certainty"))
    if said <= _CERTAIN:
        return 0
    parts = [round(certainty * _FINEST) for certainty in said if certainty is not None]
    unit = 1
    while any(number * unit % _FINEST for number in parts):
        unit *= 10
    return unit


def _certainty(attributes: Mapping[str, Any], unit: int) -> int:
    said = attributes.get("certainty")
    return unit if said is None else round(said * unit)
