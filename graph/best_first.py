"""A best-first search for routes through a corridor, by growing length."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.graph.adjacency import attributes
from argmap.graph.between import Corridor
from argmap.graph.circles import knots

if TYPE_CHECKING:
    from argmap.graph.build import Graph

_State: TypeAlias = tuple[str, int, int]
_Found: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
_Partial: TypeAlias = tuple[int, tuple[str, ...], tuple[str, ...], int, _State]

_MOST_WORK = 300_000
"""How many ways from a state on are looked at: bounds a search to about a second."""

_FINEST = 10**6


# The next node, the relations that lead there, each with what it multiplies the certainty by, and
# the greatest of these.
_Way: TypeAlias = tuple[str, Sequence[tuple[str, int]], int]


class Search:
    """A search of one corridor, by growing length.

    A state is a node, the number of steps left, and which of the statements to visit still lie
    ahead, as bits. `_best` tells for each state that is met the greatest certainty that a walk
    from there can have, or None if there is no such walk. Certainties are whole numbers, `_sure`
    is 1.0: their products are exact, as those of floats are not, and compare as they are among
    walks of one length, which have equally many factors.
    """

    def __init__(self, g: "Graph", inner: Corridor, through: Sequence[str]) -> None:
        self._inner = inner
        self._longest = _longest(inner)
        self._bits = {node: 1 << place for place, node in enumerate(through)}
        self._sure = _unit(g, inner)
        self._ways = {node: self._ways_from(g, node) for node in inner.onward}
        self._best: dict[_State, int | None] = {(inner.target, 0, 0): 1}
        self._work = 0

    @property
    def cut_short(self) -> bool:
        """Whether the search was given up after a bounded amount of work."""
        return self._work > _MOST_WORK

    def routes(self, max_steps: int | None) -> Iterator[_Found]:
        """Yield the nodes and the relations of each route, best first."""
        source = self._inner.source
        longest = self._longest[source]
        if max_steps is not None:
            longest = min(longest, max_steps)
        for length in range(self._inner.steps[source], longest + 1):
            start = (source, length, (1 << len(self._bits)) - 1)
            self._survey(start)
            if self._best.get(start) is not None:
                yield from self._of_length(start)
            if self.cut_short:
                return

    def _survey(self, start: _State) -> None:
        """Find the best that is ahead of a state, and of all states that it leads to."""
        best = self._best
        layers = [{start: self._onward(start)}]
        while layers[-1]:
            layer: dict[_State, list[tuple[_State, _Way]]] = {}
            for choices in layers[-1].values():
                for after, _ in choices:
                    if after not in best and after not in layer:
                        layer[after] = self._onward(after)
            layers.append(layer)
            if self.cut_short:
                return
        for layer in reversed(layers):
            for state, choices in layer.items():
                ahead = [
                    factor * rest
                    for after, (_, _, factor) in choices
                    if (rest := best[after]) is not None
                ]
                best[state] = max(ahead, default=None)

    def _of_length(self, start: _State) -> Iterator[_Found]:
        heap: list[_Partial] = [(0, (start[0],), (), 1, start)]
        while heap:
            _, nodes, ids, certainty, state = heappop(heap)
            visited, path, taken = set(nodes), list(nodes), list(ids)
            choices = self._choices(state, visited)
            # What can go on in one way only remains the best, and need not queue.
            while len(choices) == 1:
                i, factor, state = choices[0]
                certainty *= factor
                visited.add(state[0])
                path.append(state[0])
                taken.append(i)
                choices = self._choices(state, visited)
            if not state[1]:
                yield tuple(path), tuple(taken)
            for i, factor, after in choices:
                so_far = certainty * factor
                bound = -so_far * (self._best[after] or 0)
                heappush(heap, (bound, (*path, after[0]), (*taken, i), so_far, after))
            if self.cut_short:
                return

    def _choices(self, state: _State, visited: set[str]) -> list[tuple[str, int, _State]]:
        return [
            (i, factor, after)
            for after, (node, relations, _) in self._onward(state)
            if node not in visited and self._best[after] is not None
            for i, factor in relations
        ]

    def _onward(self, state: _State) -> list[tuple[_State, _Way]]:
        node, left, missing = state
        left -= 1
        steps, longest, bits = self._inner.steps, self._longest, self._bits
        ways = self._ways.get(node, ())
        self._work += len(ways)
        return [
            ((way[0], left, missing & ~bits.get(way[0], 0) if missing else 0), way)
            for way in ways
            if steps[way[0]] <= left <= longest[way[0]]
        ]

    def _ways_from(self, g: "Graph", node: str) -> list[_Way]:
        sure, target = self._sure, self._inner.target
        if sure == 1:
            return [
                (neighbour, [(i, 1) for i in edges], 1)
                for neighbour, edges in self._inner.onward[node].items()
            ]
        ways: list[_Way] = []
        for neighbour, edges in self._inner.onward[node].items():
            here = 1 if neighbour == target else _certainty(attributes(g)[neighbour], sure)
            relations = [(i, here * _certainty(edge, sure)) for i, edge in edges.items()]
            ways.append((neighbour, relations, max(factor for _, factor in relations)))
        return ways


def _longest(inner: Corridor) -> dict[str, int]:
    """Tell for each node how many steps a route from there can have at most."""
    longest: dict[str, int] = {}
    for knot in knots(inner.onward, inner.steps):
        beyond = [
            longest[neighbour] + 1
            for node in knot
            for neighbour in inner.onward.get(node, ())
            if neighbour in longest
        ]
        reach = max(beyond, default=0) + len(knot) - 1
        longest.update(dict.fromkeys(knot, reach))
    return longest


def _unit(g: "Graph", inner: Corridor) -> int:
    """Return the smallest power of ten that makes all certainties whole."""
    nodes = attributes(g)
    said: set[float | None] = {nodes[node].get("certainty") for node in inner.steps}
    for ways in inner.onward.values():
        for edges in ways.values():
            for edge in edges.values():
                said.add(edge.get("certainty"))
    finest = [round(certainty * _FINEST) for certainty in said if certainty is not None]
    unit = 1
    while any(number * unit % _FINEST for number in finest):
        unit *= 10
    return unit


def _certainty(attributes: Mapping[str, Any], sure: int) -> int:
    said = attributes.get("certainty")
    return sure if said is None else round(said * sure)
