"""Meeting points: what two statements have in common where neither bears on the other."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from argmap.graph.adjacency import Adjacency, incoming, outgoing
from argmap.graph.closures import distances
from argmap.graph.routes import POLARITIES, Polarity, parities, require

if TYPE_CHECKING:
    from argmap.graph.build import Graph

Meeting: TypeAlias = Literal["both bear on", "both rest on"]


class MeetingPoint(NamedTuple):
    """A statement on which two others both bear, or on which both rest.

    The polarities tell how the first and the second one bear on it, or it on them, over all
    walks; the steps how far away it is from each.
    """

    statement: str
    kind: Meeting
    from_polarity: Polarity
    to_polarity: Polarity
    from_steps: int
    to_steps: int


def meeting_points(
    g: "Graph", source: str, target: str, *, limit: int | None = None
) -> tuple[MeetingPoint, ...]:
    """Find the statements on which two others first meet, nearest first.

    What lies behind a meeting point is one as well, and tells nothing new. So only those count
    that one of the two comes to without passing another one. Nearest are those with the fewest
    steps from both together, then those whose longer way is shorter, then those that both bear
    on, then those with the smallest ids. Linear in what the two bear on and rest on.

    Args:
        g: The graph.
        source: The one statement.
        target: The other.
        limit: How many to return; all if None.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same, or `limit` is less than 1.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> for a, b, kind in (("a", "c", "support"), ("b", "c", "contrast"), ("c", "d", "support")):
    ...     _ = g.add_edge(a, b, kind=kind)
    >>> [(point.statement, point.from_polarity, point.to_polarity)
    ...  for point in meeting_points(g, "a", "b")]
    [('c', 'supports', 'undermines')]
    """
    require(g, source, target)
    if limit is not None and limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}.")
    points = [
        *_meetings(g, outgoing(g), source, target, "both bear on"),
        *_meetings(g, incoming(g), source, target, "both rest on"),
    ]
    points.sort(key=_farness)
    return tuple(points[:limit])


def _farness(point: MeetingPoint) -> tuple[int, int, str, str]:
    steps = point.from_steps, point.to_steps
    return sum(steps), max(steps), point.kind, point.statement


def _meetings(
    g: "Graph", neighbours: Adjacency, source: str, target: str, kind: Meeting
) -> Iterator[MeetingPoint]:
    ends = (source, target)
    steps = [distances(neighbours, end) for end in ends]
    common = {
        node
        for node in steps[0]
        if node in steps[1] and node not in ends and g.nodes[node].get("kind") != "relation"
    }
    if not common:
        return
    bits = [parities(neighbours, end) for end in ends]
    first: Mapping[str, None] = dict.fromkeys(
        node for end in ends for node in _first_met(neighbours, end, common)
    )
    for node in first:
        polarities = [POLARITIES[found[node]] for found in bits]
        yield MeetingPoint(node, kind, polarities[0], polarities[1], steps[0][node], steps[1][node])


def _first_met(neighbours: Adjacency, start: str, common: Collection[str]) -> Iterator[str]:
    """Search without going on from what both have in common."""
    found = {start}
    front = [start]
    while front:
        for neighbour in neighbours[front.pop()]:
            if neighbour not in found:
                found.add(neighbour)
                if neighbour in common:
                    yield neighbour
                else:
                    front.append(neighbour)
