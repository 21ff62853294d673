"""The marks at the ends of lines: an arrow for support, a bar for contrast."""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple, TypeAlias

from argmap.claims.model import Relation
from argmap.viz.layout import Wire

Point: TypeAlias = tuple[float, float]

ARROW = 11.0
HALF_ARROW = 5.0
HALF_BAR = 5.5
BAR_BEFORE = 3.0
# A ring on a line that is undercut, and a dot where premises meet.
RING = 6.0
DOT = 3.5


class End(NamedTuple):
    """Where a line ends, and the direction in which it arrives (of length 1)."""

    x: float
    y: float
    dx: float
    dy: float

    def at(self, before: float, aside: float = 0.0) -> Point:
        """Return the point so far before the end, and so far beside the line."""
        return (
            self.x - before * self.dx - aside * self.dy,
            self.y - before * self.dy + aside * self.dx,
        )


def ends(relation: Relation, wire: Wire) -> list[End]:
    """Return the ends that carry marks: one, or two of a mutual contrast; none without lines."""
    if not wire.curves:
        return []
    found = [_end(wire.curves[-1])]
    if relation.mutual:
        found.append(_end(wire.curves[0][::-1]))
    return found


def arrow(end: End) -> tuple[Point, Point, Point]:
    """Return the corners of an arrow head."""
    return end.at(0), end.at(ARROW, HALF_ARROW), end.at(ARROW, -HALF_ARROW)


def bar(end: End) -> tuple[Point, Point]:
    """Return the ends of a bar across the line."""
    return end.at(BAR_BEFORE, HALF_BAR), end.at(BAR_BEFORE, -HALF_BAR)


def _end(curve: Sequence[tuple[int, int]]) -> End:
    (cx, cy), (x, y) = curve[-2:]
    length = hypot(x - cx, y - cy) or 1.0
    return End(x, y, (x - cx) / length, (y - cy) / length)
