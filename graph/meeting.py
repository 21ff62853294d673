"""Meeting points: what two statements have in common where neither bears on the other."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from argmap.graph.adjacency import Adjacency, attributes, incoming, outgoing
from argmap.graph.closures import distances
from argmap.graph.routes import Polarity, polarity, require

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
    on, then those with the smallest ids. Linear in what the two bear on and rest on, and for each
    one returned in what lies between it and the two.

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
    nearest = sorted(
        [
            *_meetings(g, outgoing(g), (source, target), "both bear on"),
            *_meetings(g, incoming(g), (source, target), "both rest on"),
        ],
        key=_farness,
    )
    return tuple([_point(g, met, (source, target)) for met in nearest[:limit]])


class _Met(NamedTuple):
    statement: str
    kind: Meeting
    steps: tuple[int, int]


def _farness(met: _Met) -> tuple[int, int, str, str]:
    return sum(met.steps), max(met.steps), met.kind, met.statement


def _point(g: "Graph", met: _Met, ends: tuple[str, str]) -> MeetingPoint:
    first, second = (
        polarity(g, end, met.statement)
        if met.kind == "both bear on"
        else polarity(g, met.statement, end)
        for end in ends
    )
    return MeetingPoint(met.statement, met.kind, first, second, *met.steps)  # type: ignore[arg-type]  # each bears on it


def _meetings(
    g: "Graph", neighbours: Adjacency, ends: tuple[str, str], kind: Meeting
) -> Iterator[_Met]:
    near, far = (distances(neighbours, end) for end in ends)
    nodes = attributes(g)
    common = {
        node
        for node in near.keys() & far.keys()
        if node not in ends and nodes[node].get("kind") != "relation"
    }
    first: Mapping[str, None] = dict.fromkeys(
        node for end in ends for node in _first_met(neighbours, end, common)
    )
    for node in first:
        yield _Met(node, kind, (near[node], far[node]))


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
