"""A best-first search for routes through a corridor."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from operator import itemgetter
from typing import TypeAlias

from argmap.graph.certainty import IMPOSSIBLE, uncertainty
from argmap.graph.ordered import Ordered, Relation
from argmap.graph.route import Found

_MOST_WORK = 300_000
"""How many ways on are looked at, beside all in a part once: bounds a search to about a second."""

_COPIED = 32
"""So many nodes of beginnings are copied in the time in which one way is looked at."""

_CERTAIN = {None, 1}

# How many steps a route has at least, its uncertainty, its nodes and its relations as far as they
# are chosen, which statements it has yet to visit, and its uncertainty so far.
_Partial: TypeAlias = tuple[int, int, tuple[str, ...], tuple[Relation, ...], int, int]

# One step from a node: how many steps there are at least from its end on, how uncertain all of
# them are with it, the node that it leads to, the relation, which statements then are yet to
# visit, and how uncertain the step itself is.
_Choice: TypeAlias = tuple[int, int, str, Relation, int, int]

_by_ids = itemgetter(2, 3)


class Search:
    """A search of what lies between two nodes.

    An A* search (Hart, Nilsson and Raphael, A formal basis for the heuristic determination of
    minimum cost paths, 1968) over the beginnings of routes. A beginning is as good as the best
    walk that goes on from it in as few steps as can be: `_left` tells how few these are, for each
    set of statements that are yet to visit and each node, and `_doubt_left` how uncertain, unless
    all are certain. Where there are no circles, such a walk is a route.

    Args:
        ends: Where routes start and where they end.
        ways: The edges to use.
        steps: What lies between the two, and how few steps each node is from the end.
        through: Statements to visit.
        doubted: Whether not all is certain: what `doubted` returns.
    """

    def __init__(
        self,
        ends: tuple[str, str],
        ways: Ordered,
        steps: Mapping[str, int],
        through: Sequence[str],
        *,
        doubted: bool,
    ) -> None:
        self._source, self._target = ends
        self._ways = ways
        self._steps = steps
        self._nodes = ways.nodes
        self._bits = {node: 1 << place for place, node in enumerate(through)}
        self._all = (1 << len(through)) - 1
        self._work = 0
        self._doubted = doubted
        self._left = self._steps_left() if through else {0: steps}
        self._doubt_left = self._doubts_left() if doubted else None
        self._choices: dict[tuple[str, int], list[_Choice]] = {}

    @property
    def cut_short(self) -> bool:
        """Whether the search was given up after a bounded amount of work."""
        return self._work > _MOST_WORK

    def routes(self, most: int) -> Iterator[Found]:
        """Yield the nodes and the relations of each route of at most so many steps, best first."""
        source, missing = self._source, self._all
        steps = self._left.get(missing, {}).get(source)
        if steps is None or steps > most:
            return
        heap: list[_Partial] = [(steps, self._ahead(source, missing), (source,), (), missing, 0)]
        while heap and not self.cut_short:
            found = self._gone_on(heappop(heap), heap, most)
            if found is not None:
                yield found

    def best_walk(self) -> Found | None:
        """Return the best walk with the fewest steps, if it is known and visits nothing twice.

        That is the best route of all, and there is one, unless there are statements to visit.
        """
        here, missing = self._source, self._all
        if here not in self._left.get(missing, {}):
            return None
        # If it is impossible, so are all with as few steps, and the ids alone decide.
        impossible = self._ahead(here, missing) == IMPOSSIBLE
        nodes, relations = [here], list[Relation]()
        while here != self._target:
            choices = self._onward(here, missing)
            best = choices[0]
            if impossible:
                best = min((one for one in choices if one[0] == best[0]), key=_by_ids)
            _, _, here, relation, missing, _ = best
            nodes.append(here)
            relations.append(relation)
        return (nodes, relations) if len({*nodes}) == len(nodes) else None

    def _gone_on(self, best: _Partial, heap: list[_Partial], most: int) -> Found | None:
        """Go on from the best beginning as long as it remains the best; queue what branches off."""
        steps, uncertain, nodes, relations, missing, so_far = best
        path, taken, visited = [*nodes], [*relations], {*nodes}
        here = path[-1]
        while here != self._target:
            choices = self._onward(here, missing)
            if len(choices) > 1:
                choices = [choice for choice in choices if choice[2] not in visited]
            if not choices or choices[0][2] in visited or self._work > _MOST_WORK:
                return None
            left, ahead, here, relation, after, doubt = choices[0]
            # What can go on in one way only is as good as before, and need not queue.
            if (
                len(choices) > 1
                or len(path) + left != steps
                or so_far + ahead != uncertain != IMPOSSIBLE
            ):
                queued = self._lengthened(path, taken, so_far, choices)
                self._work += len(queued) * len(path) // _COPIED
                for other in queued[1:]:
                    if other[0] <= most:
                        heappush(heap, other)
                if queued[0][:2] != (steps, uncertain) or (heap and heap[0] < queued[0]):
                    if queued[0][0] <= most:
                        heappush(heap, queued[0])
                    return None
            path.append(here)
            taken.append(relation)
            visited.add(here)
            missing, so_far = after, so_far + doubt
        return path, taken

    @staticmethod
    def _lengthened(
        path: list[str], taken: list[Relation], so_far: int, choices: list[_Choice]
    ) -> list[_Partial]:
        done = len(path)
        return [
            (
                done + left,
                whole if (whole := so_far + ahead) < IMPOSSIBLE else IMPOSSIBLE,
                (*path, node),
                (*taken, relation),
                after,
                so_far + doubt,
            )
            for left, ahead, node, relation, after, doubt in choices
        ]

    def _onward(self, node: str, missing: int) -> list[_Choice]:
        """Return the steps from a node, those of the best walks first."""
        choices = self._choices.get((node, missing))
        if choices is None:
            if missing or self._doubted:
                choices = self._weighed(node, missing)
            else:
                steps = self._steps
                choices = [(steps[n], 0, n, relation, 0, 0) for n, relation in self._inside(node)]
            if len(choices) > 1:
                choices.sort()
            self._choices[node, missing] = choices
        self._work += len(choices)
        return choices

    def _inside(self, node: str) -> list[tuple[str, Relation]]:
        """Return where a node leads on the way from the one end to the other."""
        steps, source, ways = self._steps, self._source, self._ways.told[node]
        if self._bits:
            # With statements to visit, a node is looked at for each set of them, not once.
            self._work += len(ways)
        return [
            (neighbour, relation)
            for neighbour, _, relation in ways
            if neighbour in steps and neighbour != source
        ]

    def _weighed(self, node: str, missing: int) -> list[_Choice]:
        choices: list[_Choice] = []
        for neighbour, relation in self._inside(node):
            after = missing ^ self._bits.get(neighbour, 0)
            left = self._left.get(after, {}).get(neighbour)
            if left is not None:
                doubt = self._doubt(neighbour, relation)
                whole = min(doubt + self._ahead(neighbour, after), IMPOSSIBLE)
                choices.append((left, whole, neighbour, relation, after, doubt))
        return choices

    def _doubt(self, neighbour: str, relation: Relation) -> int:
        """Tell how uncertain a relation, and the node behind it, are."""
        if not self._doubted:
            return 0
        doubt = uncertainty(relation[1].get("certainty"))
        if neighbour != self._target:
            doubt += uncertainty(self._nodes[neighbour].get("certainty"))
        return doubt

    def _ahead(self, node: str, missing: int) -> int:
        return 0 if self._doubt_left is None else self._doubt_left[missing][node]

    def _steps_left(self) -> dict[int, dict[str, int]]:
        """Search back from the target, by which statements are yet to visit.

        A statement to visit that is not missing any more has been visited, so no step leads there.
        """
        bits, part, behind = self._bits, self._steps, self._ways.behind
        before = {
            node: [n for n in behind[node] if n in part and n != self._target] for node in part
        }
        before[self._source] = []
        found: dict[int, dict[str, int]] = {0: {self._target: 0}}
        queue = [(self._target, 0)]
        for node, after in queue:
            self._work += 1 + len(before[node])
            if self.cut_short:
                break
            steps = found[after][node] + 1
            missing = after | bits.get(node, 0)
            known = found.setdefault(missing, {})
            for earlier in before[node]:
                if earlier not in known and not missing & bits.get(earlier, 0):
                    known[earlier] = steps
                    queue.append((earlier, missing))
        return found

    def _doubts_left(self) -> dict[int, dict[str, int]] | None:
        """Tell how uncertain the best walk with the fewest steps is, unless it is too much work."""
        found: dict[int, dict[str, int]] = {missing: {} for missing in self._left}
        found[0][self._target] = 0
        nearest_first = sorted(
            (steps, node, missing)
            for missing, known in self._left.items()
            for node, steps in known.items()
            if steps
        )
        for steps, node, missing in nearest_first:
            if self.cut_short:
                return None
            best = IMPOSSIBLE
            for neighbour, relation in self._inside(node):
                after = missing ^ self._bits.get(neighbour, 0)
                if self._left.get(after, {}).get(neighbour) == steps - 1:
                    best = min(best, self._doubt(neighbour, relation) + found[after][neighbour])
            found[missing][node] = best
        return found


def doubted(ways: Ordered, ends: tuple[str, str], steps: Collection[str]) -> bool:
    """Tell whether anything that counts for the certainty of routes is less than certain.

    Args:
        ways: The edges of a part.
        ends: Where routes start and where they end, which does not count.
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
    return not said <= _CERTAIN
