"""Where the cells of a grid stand across its ranks.

Graphviz's `dot` orders and places them: it leaves few crossings, but its time grows faster than
the graph. A component that is too large for it is stacked: every reason beside what it bears
on, in linear time.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from argmap.viz.grid import Grid, families

# Above this number of cells, and of ranks that lines pass, a component is stacked.
LARGEST_FOR_DOT = 1300
# The product of all nodes and the cells of one component that still goes to `dot`.
PATIENCE = 2_000_000
# Up to this number of cells `dot` may search longer for an order with few crossings.
CAREFUL = 500
GAP = 18.0
LEAST_GAP = 12.0
POINTS = 72

# From a cell to one beyond it, and how many ranks it is away.
_Step: TypeAlias = tuple[int, int, int]


def places(grid: Grid, total: int) -> list[float]:
    """Return the centre of each cell across the ranks; the cells of a rank do not overlap.

    Args:
        grid: One component.
        total: How many nodes all components have together. `dot` takes about the square of a
            component's size; the more there is to do, the smaller its components must be.
    """
    level = {rank: k for k, rank in enumerate(sorted(set(grid.rank)))}
    steps = [
        (near, far, level[grid.rank[far]] - level[grid.rank[near]])
        for chain in grid.chains
        for near, far in pairwise(chain)
    ]
    size = len(grid.rank) + sum(length - 1 for _, _, length in steps)
    across = (
        _by_dot(grid, steps) if size <= min(LARGEST_FOR_DOT, PATIENCE // total) else _stacked(grid)
    )
    return _settled(grid, across)


def _by_dot(grid: Grid, steps: Sequence[_Step]) -> list[float]:
    """Let `dot` place the cells; it sees numbers only, never a text of the map."""
    if len(grid.rank) == 1:
        return [0.0]
    from pygraphviz import AGraph  # noqa: PLC0415  loads Graphviz

    drawn = AGraph(string=_source(grid, steps)).draw(format="json0", prog="dot")
    across = [0.0] * len(grid.rank)
    for item in json.loads(drawn)["objects"]:
        across[int(item["name"])] = float(item["pos"].partition(",")[0])
    return _supports_first(grid, across)


def _source(grid: Grid, steps: Sequence[_Step]) -> str:
    """Write the grid for `dot`, ranks downwards."""
    bends = len(grid.nodes)
    care = "mclimit=8" if len(grid.rank) <= CAREFUL else "nslimit=1, nslimit1=1"
    lines = [
        "digraph {",
        f"graph [splines=none, nodesep={GAP / POINTS:.3f}, ranksep=0.1, {care}];",
        'node [shape=box, fixedsize=true, height=0.05, label=""];',
        "edge [arrowhead=none];",
    ]
    lines += [f"{cell} [width={grid.extent[cell] / POINTS:.4f}];" for cell in grid.order]
    at = {cell: k for k, cell in enumerate(grid.order)}
    for near, far, length in sorted(steps, key=lambda step: (at[step[0]], at[step[1]])):
        weight = 1 + 2 * ((near >= bends) + (far >= bends))
        lines.append(f"{near} -> {far} [minlen={length}, weight={weight}];")
    return "\n".join([*lines, "}"])


def _supports_first(grid: Grid, across: list[float]) -> list[float]:
    """Mirror the picture if more contrasts than supports would come first."""
    at = {cell: k for k, cell in enumerate(grid.order)}
    rising = 0
    for reasons in families(len(grid.rank), grid.chains):
        told = sorted(reasons, key=at.__getitem__)
        rising += sum(1 if across[a] < across[b] else -1 for a, b in pairwise(told))
    return across if rising >= 0 else [-place for place in across]


def _stacked(grid: Grid) -> list[float]:
    """Place the cells as a tree: each amid those beyond it, none over another. Linear.

    After Wetherell and Shannon, "Tidy drawings of trees" (1979): one walk finds how far every
    cell must move so that its rank stays free of overlaps, a second moves what stands beyond.
    """
    beyond = _tree(grid)
    across = [0.0] * len(grid.rank)
    moved = [0.0] * len(grid.rank)
    free: dict[int, float] = {}
    push: dict[int, float] = {}
    for cell in _children_first(grid, beyond):
        rank, half = grid.rank[cell], grid.extent[cell] / 2
        first = free.get(rank, 0.0) + half
        inner = [across[far] for far in beyond[cell]]
        wish = (inner[0] + inner[-1]) / 2 if inner else first
        push[rank] = moved[cell] = max(push.get(rank, 0.0), first - wish)
        across[cell] = wish + moved[cell] if inner else wish
        free[rank] = across[cell] + half + GAP
    drift = [0.0] * len(grid.rank)
    for cell in grid.order:
        across[cell] += drift[cell]
        for far in beyond[cell]:
            drift[far] = drift[cell] + moved[cell]
    return across


def _children_first(grid: Grid, beyond: Sequence[Sequence[int]]) -> list[int]:
    """List the cells of a forest so that each follows those beyond it, in reading order."""
    inner = {far for fars in beyond for far in fars}
    listed: list[int] = []
    for root in grid.order:
        stack = [] if root in inner else [(root, False)]
        while stack:
            cell, opened = stack.pop()
            if opened:
                listed.append(cell)
            else:
                stack.append((cell, True))
                stack += [(far, False) for far in reversed(beyond[cell])]
    return listed


def _tree(grid: Grid) -> list[list[int]]:
    """Keep of all steps those of a forest that hangs together as the reading order does."""
    beyond: list[list[int]] = [[] for _ in grid.rank]
    at = [0] * len(grid.rank)
    for k, cell in enumerate(grid.order):
        at[cell] = k
    taken: set[int] = set()
    full = families(len(grid.rank), grid.chains)
    for near in grid.order:
        for far in sorted(full[near], key=at.__getitem__):
            if far not in taken and at[far] > at[near]:
                taken.add(far)
                beyond[near].append(far)
    return beyond


def _settled(grid: Grid, across: Sequence[float]) -> list[float]:
    """Push apart what rounding has brought too close together in a rank."""
    settled = list(across)
    rows: dict[int, list[int]] = {}
    for cell, rank in enumerate(grid.rank):
        rows.setdefault(rank, []).append(cell)
    for row in rows.values():
        row.sort(key=across.__getitem__)
        for before, cell in pairwise(row):
            room = (grid.extent[before] + grid.extent[cell]) / 2 + LEAST_GAP
            settled[cell] = max(settled[cell], settled[before] + room)
    return settled
