"""How undercuts reach the lines that they attack: they stop before the joint, clear of the rest.

The line that is attacked runs level through its joint. An undercut that comes from beyond all of
its premises points straight at the joint, so that its bar lies beside the line; one from among
them comes level, and stops earlier, where they stand further apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import atan2, copysign, cos, hypot, pi, sin
from typing import NamedTuple, TypeAlias

from argmap.viz.grid import Grid

Point: TypeAlias = tuple[float, float]
# A joint, and 1 for what comes from beyond it, -1 for what comes from before.
_Side: TypeAlias = tuple[int, int]

# How far before the middle of the joint an undercut stops.
STOP = 13.0
STOP_AMONG_PREMISES = 21.0
# So far apart undercuts from one side come, and so far round the joint the last of them may.
APART = 0.22 * pi
FARTHEST = 0.75 * pi
ROUND = 24.0


class Arrival(NamedTuple):
    """Where an undercut ends as seen from the joint: the direction (of length 1), how far."""

    du: float
    dv: float
    stop: float

    def end(self, joint: Point) -> Point:
        """Return where the undercut ends."""
        return joint[0] + self.stop * self.du, joint[1] + self.stop * self.dv

    def control(self, joint: Point, before: Point) -> Point:
        """Return the last control point of a curve that comes from a point before."""
        u, v = self.end(joint)
        reach = hypot(before[0] - u, before[1] - v) / 2
        # It must not come near to the columns on either side.
        if (before[0] - joint[0]) * self.du < 0:
            reach = min(reach, ROUND)
        elif self.du:
            reach = min(reach, abs((before[0] - u) / self.du) / 2)
        return u + reach * self.du, v + reach * self.dv


def arrivals(
    grid: Grid, across: Sequence[float], edges: Mapping[int, tuple[float, float]]
) -> dict[int, Arrival]:
    """Choose how each undercut arrives, by the number of its link.

    Args:
        grid: One component.
        across: Where its cells stand across the ranks.
        edges: Where the cells of each rank begin and end along the ranks.
    """
    premises: dict[_Side, list[float]] = {}
    coming: dict[_Side, list[tuple[float, float, int]]] = {}
    for number, (chain, link) in enumerate(zip(grid.chains, grid.links, strict=True)):
        for joint, before in ((chain[0], chain[1]), (chain[-1], chain[-2])):
            side = 1 if grid.rank[before] > grid.rank[joint] else -1
            if not link.attacks:
                premises.setdefault((joint, side), []).append(across[before])
            elif grid.nodes[joint] == link.head:
                du = edges[grid.rank[before]][side < 0] - edges[grid.rank[joint]][0]
                dv = across[before] - across[joint]
                coming.setdefault((joint, side), []).append((dv, du, number))
    found: dict[int, Arrival] = {}
    for (joint, side), undercuts in coming.items():
        levels = [level - across[joint] for level in premises.get((joint, side), [0.0])]
        lowest, highest = min(levels), max(levels)
        above = sorted((u for u in undercuts if u[0] < lowest), reverse=True)
        below = sorted(u for u in undercuts if u[0] > highest)
        found |= dict.fromkeys((u[2] for u in undercuts), Arrival(side, 0.0, STOP_AMONG_PREMISES))
        found |= _fan(above, side) | _fan(below, side)
    return found


def _fan(undercuts: Iterable[tuple[float, float, int]], side: int) -> dict[int, Arrival]:
    """Let undercuts from one side point at the joint, but none too near to the one before."""
    found: dict[int, Arrival] = {}
    least = 0.0
    for dv, du, number in undercuts:
        angle = min(FARTHEST, max(least, atan2(abs(dv), abs(du))))
        found[number] = Arrival(side * cos(angle), copysign(sin(angle), dv), STOP)
        least = angle + APART
    return found
