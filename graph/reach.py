"""What a statement bears on, and what it rests on: how, and how far away."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import networkx as nx

from argmap.graph.adjacency import FLIPS, Adjacency, incoming, outgoing
from argmap.graph.circles import odd_circles
from argmap.graph.closures import distances
from argmap.graph.routes import POLARITIES, Polarity, require

if TYPE_CHECKING:
    from argmap.graph.build import Graph

_State: TypeAlias = tuple[str, bool]
"""A node, and whether a walk has come to it by an odd number of contrasts."""

_Tree: TypeAlias = Mapping[_State, _State | None]
"""What comes before each state; None before the first."""

_PARITIES = (False, True)
_MOST_STATES = 5_000
"""Bounds to about a second the search for what all walks to a state have in common."""


class Bearing(NamedTuple):
    """How one node bears on another, and in how few steps.

    `polarity` is that over all walks, `over_routes` that over routes alone. They differ only where
    a circle with an odd number of contrasts lies on the way; there it may not be known, and None.
    """

    polarity: Polarity
    over_routes: Polarity | None
    steps: int

    @property
    def verdict(self) -> Polarity:
        """The polarity over routes alone if it is known, else that over walks."""
        return self.over_routes or self.polarity


def bears_on(g: "Graph", statement: str) -> dict[str, Bearing]:
    """Tell all that a statement bears on, nearest first: for or against, and how far away.

    Relations that an undercut on the way attacks are among it. Linear in what is told, but for
    circles with an odd number of contrasts. There, routes of a parity are known if the shortest
    walk of it is a route; and known to be none if all walks of it come to the same nodes, one of
    them twice, the end included (found by dominators in a part of bounded size: Cooper, Harvey and
    Kennedy, A simple, fast dominance algorithm, 2001).

    Raises:
        StatementNotFound: The graph has no such statement.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("rain", "wet", key="r1", kind="support")
    >>> _ = g.add_edge("wet", "safe", key="r2", kind="contrast")
    >>> for node, bearing in bears_on(g, "rain").items():
    ...     print(node, bearing.polarity, bearing.steps)
    wet supports 1
    safe undermines 2
    """
    require(g, statement)
    return _bearings(outgoing(g), statement)


def rests_on(g: "Graph", statement: str) -> dict[str, Bearing]:
    """Tell all that speaks for or against a statement, nearest first, and how far away it is.

    Takes as long as `bears_on`.

    Raises:
        StatementNotFound: The graph has no such statement.
    """
    require(g, statement)
    return _bearings(incoming(g), statement)


def turning_circle(
    g: "Graph", statement: str, bearings: Mapping[str, Bearing], *, toward: bool
) -> tuple[str, ...]:
    """Find a circle that sets a polarity over walks apart from that over routes: a nearest one.

    Args:
        g: The graph.
        statement: What `bearings` were asked about.
        bearings: What `rests_on` has found, or `bears_on`.
        toward: Whether it was `rests_on`.

    Returns:
        Nodes in circles with one another, an odd one among them; none if there is no such circle.
    """
    for node, bearing in bearings.items():
        if bearing.over_routes != bearing.polarity:
            ends = (node, statement) if toward else (statement, node)
            return odd_circles(g, *ends)[0]
    return ()


def _bearings(neighbours: Adjacency, start: str) -> dict[str, Bearing]:
    steps = distances(neighbours, start)
    del steps[start]
    walks = _shortest_walks(neighbours, start)
    # Where walks come to each node with one parity only, the shortest are routes.
    unsure = _coming_back(walks) if len(walks) > len(steps) + 1 else set()
    never = _coming_back(_dominators(neighbours, walks, unsure))
    found: dict[str, Bearing] = {}
    for node, far in steps.items():
        led_to = [odd for odd in _PARITIES if (node, odd) in walks]
        over_walks = _polarity(led_to)
        kept = [odd for odd in led_to if (node, odd) not in never]
        known = all((node, odd) not in unsure for odd in kept)
        found[node] = Bearing(over_walks, _polarity(kept) if known else None, far)
    return found


def _polarity(parities: Sequence[bool]) -> Polarity:
    return POLARITIES[sum(1 << odd for odd in parities)]


def _shortest_walks(neighbours: Adjacency, start: str) -> dict[_State, _State | None]:
    before: dict[_State, _State | None] = {(start, False): None}
    queue = [(start, False)]
    for state in queue:
        for after in _onward(neighbours, state):
            if after not in before:
                before[after] = state
                queue.append(after)
    return before


def _onward(neighbours: Adjacency, state: _State) -> list[_State]:
    node, odd = state
    return [
        (neighbour, odd != FLIPS[edge["kind"]])
        for neighbour, edges in neighbours[node].items()
        for edge in edges.values()
    ]


def _dominators(neighbours: Adjacency, walks: _Tree, unsure: Collection[_State]) -> _Tree:
    """Tell for unsure states, and for those before them, the last that all walks to it come to.

    Tells nothing where too many lead to unsure states of other nodes than the first.
    """
    first = next(iter(walks))
    queue = [state for state in walks if state in unsure and state[0] != first[0]]
    if not queue:
        return {}
    before: dict[_State, list[_State]] = {state: [] for state in walks}
    for state in walks:
        for after in _onward(neighbours, state):
            before[after].append(state)
    needed = {*queue}
    for state in queue:
        for earlier in before[state]:
            if earlier not in needed:
                needed.add(earlier)
                queue.append(earlier)
    if len(queue) > _MOST_STATES:
        return {}
    ways = nx.DiGraph([(earlier, state) for state in queue for earlier in before[state]])
    found: dict[_State, _State | None] = nx.immediate_dominators(ways, first)
    found[first] = None
    return found


def _coming_back(before: _Tree) -> set[_State]:
    """Find the states to which a tree leads by way of some node twice, its last one included."""
    after: dict[_State, list[_State]] = {}
    for state, earlier in before.items():
        if earlier is not None:
            after.setdefault(earlier, []).append(state)
    found: set[_State] = set()
    passed: set[_State] = set()
    trail = [state for state, earlier in before.items() if earlier is None]
    while trail:
        state = trail[-1]
        if state in passed:
            passed.remove(trail.pop())
            continue
        passed.add(state)
        node, odd = state
        if before[state] in found or (node, not odd) in passed:
            found.add(state)
        trail += after.get(state, ())
    return found
