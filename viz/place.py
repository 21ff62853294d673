"""Where the cells of a grid stand across its ranks.

Graphviz's `dot` orders and places them: it leaves few crossings, but its time grows faster than
the graph. A component that is too large for it is stacked: every reason beside what it bears
on, in linear time.
"""

import json
from collections.abc import Sequence
from itertools import pairwise

from argmap.viz.grid import Grid, families

# Above this number of cells a component is stacked.
LARGEST_FOR_DOT = 1500
GAP = 18.0
LEAST_GAP = 12.0
POINTS = 72


def places(grid: Grid) -> list[float]:
    """Return the centre of each cell across the ranks; the cells of a rank do not overlap."""
    across = _by_dot(grid) if len(grid.rank) <= LARGEST_FOR_DOT else _stacked(grid)
    return _settled(grid, across)


def _by_dot(grid: Grid) -> list[float]:
    """Let `dot` place the cells; it sees numbers only, never a text of the map."""
    if len(grid.rank) == 1:
        return [0.0]
    from pygraphviz import AGraph  # noqa: PLC0415  loads Graphviz

    drawn = AGraph(string=_source(grid)).draw(format="json0", prog="dot")
    across = [0.0] * len(grid.rank)
    for item in json.loads(drawn)["objects"]:
        across[int(item["name"])] = float(item["pos"].partition(",")[0])
    return _supports_first(grid, across)


def _source(grid: Grid) -> str:
    """Write the grid for `dot`, ranks downwards."""
    bends = len(grid.nodes)
    lines = [
        "digraph {",
        f"graph [splines=none, nodesep={GAP / POINTS:.3f}, ranksep=0.1, nslimit=4, nslimit1=4];",
        'node [shape=box, fixedsize=true, height=0.05, label=""];',
        "edge [arrowhead=none];",
    ]
    lines += [f"{cell} [width={grid.extent[cell] / POINTS:.4f}];" for cell in grid.order]
    step = {cell: k for k, cell in enumerate(grid.order)}
    pairs = [pair for chain in grid.chains for pair in pairwise(chain)]
    for near, far in sorted(pairs, key=lambda pair: (step[pair[0]], step[pair[1]])):
        weight = 1 + 2 * ((near >= bends) + (far >= bends))
        minlen = grid.rank[far] - grid.rank[near]
        lines.append(f"{near} -> {far} [minlen={minlen}, weight={weight}];")
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
    """Give every leaf rows of its own, and put each cell amid those beyond it. Linear."""
    beyond = _tree(grid)
    across = [0.0] * len(grid.rank)
    done = [False] * len(grid.rank)
    cursor = 0.0
    for root in grid.order:
        if done[root]:
            continue
        stack = [(root, cursor, False)]
        while stack:
            cell, start, left = stack.pop()
            if not left:
                done[cell] = True
                stack.append((cell, cursor, True))
                stack += [(far, 0.0, False) for far in reversed(beyond[cell])]
                continue
            half = grid.extent[cell] / 2
            inner = [across[far] for far in beyond[cell]] or [start + half]
            across[cell] = max((inner[0] + inner[-1]) / 2, start + half)
            cursor = max(cursor, across[cell] + half + GAP)
    return across


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
