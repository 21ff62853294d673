"""The lines of a component: smooth from rank to rank, and straight where they pass a rank."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import TypeAlias

from argmap.viz.arrivals import Arrival, arrivals
from argmap.viz.grid import JOINT, Grid

Point: TypeAlias = tuple[float, float]

# The ends of lines keep this far from the corners of a box, and at most this far from each other.
CORNER = 12.0
SPREAD = 18.0
# Lines keep this far from joints that are not theirs.
CLEAR = 12.0
BETWEEN_COLUMNS = 92.0
AROUND_JOINTS = 52.0
# How far the controls of a curve reach into the room between two ranks.
_REACH = 0.5


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one rank along the reading direction."""

    start: float
    end: float


def bands(grid: Grid, along: Sequence[float]) -> dict[int, Band]:
    """Place the ranks one after the other; `along` is the size of each of the grid's nodes."""
    deepest: dict[int, float] = {}
    for cell, rank in enumerate(grid.rank):
        size = along[cell] if cell < len(along) else 0.0
        deepest[rank] = max(deepest.get(rank, 0.0), size)
    placed: dict[int, Band] = {}
    end = before = None
    for rank in sorted(deepest):
        if end is None:
            start = 0.0
        else:
            joint = rank % 2 or (before or 0) % 2
            start = end + (AROUND_JOINTS if joint else BETWEEN_COLUMNS)
        end, before = start + deepest[rank], rank
        placed[rank] = Band(start, end)
    return placed


def curves(
    grid: Grid, along: Sequence[float], across: Sequence[float], room: dict[int, Band]
) -> list[list[Point]]:
    """Return for each link the points of a Bézier curve, from its tail to its head.

    The first point is followed by three for each piece: two controls and an end. In the
    coordinates of the grid: along the ranks, across them.
    """
    near_ports, far_ports = _ports(grid, across)
    lanes = _lanes(grid, across, room)
    stops = arrivals(grid, across, {rank: (band.start, band.end) for rank, band in room.items()})
    drawn: list[list[Point]] = []
    for number, (chain, link) in enumerate(zip(grid.chains, grid.links, strict=True)):
        near, far = chain[0], chain[-1]
        start = room[grid.rank[near]]
        path = [(start.start + along[near], near_ports[number])]
        path += _straight(path[-1], start.end)
        knots = [path[-1]]
        for bend in chain[1:-1]:
            band = room[grid.rank[bend]]
            knots += [(band.start, across[bend]), (band.end, across[bend])]
        knots.append((room[grid.rank[far]].start, far_ports[number]))
        path += _smooth(_around_joints(knots, lanes))
        path = path if grid.nodes[near] == link.tail else path[::-1]
        drawn.append(_stopped(path, stops.get(number)))
    return drawn


def _lanes(
    grid: Grid, across: Sequence[float], room: dict[int, Band]
) -> list[tuple[float, list[float]]]:
    """Return where along the ranks joints stand, and where they stand across."""
    lanes: dict[int, list[float]] = {}
    for cell in range(len(grid.nodes)):
        if grid.rank[cell] % 2:
            lanes.setdefault(grid.rank[cell], []).append(across[cell])
    return [(room[rank].start, sorted(joints)) for rank, joints in sorted(lanes.items())]


def _around_joints(knots: list[Point], lanes: Sequence[tuple[float, list[float]]]) -> list[Point]:
    """Add a knot wherever a line would pass a joint that is not its own too closely."""
    path = knots[:1]
    for (u, v), (end_u, end_v) in pairwise(knots):
        first = bisect_right(lanes, u, key=itemgetter(0))
        for lane, joints in lanes[first : bisect_left(lanes, end_u, key=itemgetter(0))]:
            share = (lane - u) / (end_u - u)
            level = v + (end_v - v) * share * share * (3 - 2 * share)
            aside = _aside(level, joints)
            if aside != level:
                path.append((lane, aside))
        path.append((end_u, end_v))
    return path


def _aside(level: float, joints: Sequence[float]) -> float:
    """Return the nearest level that keeps clear of the joints."""
    low = high = level
    for joint in joints[bisect_left(joints, level - CLEAR) :]:
        if joint - CLEAR >= high:
            break
        high = joint + CLEAR
    for joint in reversed(joints[: bisect_right(joints, level + CLEAR)]):
        if joint + CLEAR <= low:
            break
        low = joint - CLEAR
    return low if level - low < high - level else high


def _smooth(knots: Sequence[Point]) -> list[Point]:
    """Run through the knots: level at the ends and along columns, slanting through the gaps."""
    slopes = [0.0] * len(knots)
    for k in range(1, len(knots) - 1):
        (before, left), (_, level), (after, right) = knots[k - 1 : k + 2]
        if (level - left) * (right - level) > 0:
            slopes[k] = (right - left) / (after - before)
    path: list[Point] = []
    for k, ((u, v), (end_u, end_v)) in enumerate(pairwise(knots)):
        reach = (end_u - u) * _REACH
        path += [
            (u + reach, v + reach * slopes[k]),
            (end_u - reach, end_v - reach * slopes[k + 1]),
            (end_u, end_v),
        ]
    return path


def _stopped(path: list[Point], arrival: Arrival | None) -> list[Point]:
    """End a line, that leads to the middle of a joint, as an undercut does."""
    if arrival is None:
        return path
    joint, before = path[-1], path[-4]
    return [*path[:-2], arrival.control(joint, before), arrival.end(joint)]


def _straight(start: Point, end: float) -> list[Point]:
    if start[0] == end:
        return []
    third = (end - start[0]) / 3
    return [(start[0] + third, start[1]), (end - third, start[1]), (end, start[1])]


def _ports(grid: Grid, across: Sequence[float]) -> tuple[list[float], list[float]]:
    """Choose where on its boxes every chain ends: at the lower rank, and at the higher."""
    leaving: dict[int, list[int]] = {}
    arriving: dict[int, list[int]] = {}
    for number, chain in enumerate(grid.chains):
        leaving.setdefault(chain[0], []).append(number)
        arriving.setdefault(chain[-1], []).append(number)
    near = [0.0] * len(grid.chains)
    far = [0.0] * len(grid.chains)
    for cell, numbers in leaving.items():
        numbers.sort(key=lambda n: (across[grid.chains[n][1]], n))
        for number, place in zip(numbers, _spread(grid, across, cell, len(numbers)), strict=True):
            near[number] = place
    for cell, numbers in arriving.items():
        numbers.sort(key=lambda n: (across[grid.chains[n][-2]], n))
        spread = _spread(grid, across, cell, len(numbers))
        for number, place in zip(numbers, spread, strict=True):
            far[number] = place
        if len(numbers) == 1:
            chain = grid.chains[numbers[0]]
            wish = near[numbers[0]] if len(chain) == 2 else across[chain[-2]]  # noqa: PLR2004
            far[numbers[0]] = _within(grid, across, cell, wish)
    return near, far


def _spread(grid: Grid, across: Sequence[float], cell: int, count: int) -> list[float]:
    """Spread so many ends over the side of a box, around its middle."""
    if grid.extent[cell] <= JOINT:
        return [across[cell]] * count
    room = max(0.0, grid.extent[cell] - 2 * CORNER)
    step = min(SPREAD, room / (count - 1)) if count > 1 else 0.0
    return [across[cell] + (k - (count - 1) / 2) * step for k in range(count)]


def _within(grid: Grid, across: Sequence[float], cell: int, wish: float) -> float:
    """Move a wish for an end as little as needed to lie on the side of the box."""
    half = max(0.0, grid.extent[cell] / 2 - CORNER) if grid.extent[cell] > JOINT else 0.0
    return min(max(wish, across[cell] - half), across[cell] + half)
