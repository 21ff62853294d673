"""The lines of a component: smooth from rank to rank, and straight where they pass a rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from argmap.viz.grid import JOINT, Grid

Point: TypeAlias = tuple[float, float]

# The ends of lines keep this far from the corners of a box, and at most this far from each other.
CORNER = 12.0
SPREAD = 16.0
BETWEEN_COLUMNS = 92.0
AROUND_JOINTS = 52.0


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
    drawn: list[list[Point]] = []
    for number, (chain, link) in enumerate(zip(grid.chains, grid.links, strict=True)):
        near, far = chain[0], chain[-1]
        start = room[grid.rank[near]]
        path = [(start.start + along[near], near_ports[number])]
        path += _straight(path[-1], start.end)
        for bend in chain[1:-1]:
            band = room[grid.rank[bend]]
            path += _bow(path[-1], (band.start, across[bend]))
            path += _straight(path[-1], band.end)
        path += _bow(path[-1], (room[grid.rank[far]].start, far_ports[number]))
        drawn.append(path[::-1] if grid.nodes[near] != link.tail else path)
    return drawn


def _bow(start: Point, end: Point) -> list[Point]:
    middle = (start[0] + end[0]) / 2
    return [(middle, start[1]), (middle, end[1]), end]


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
