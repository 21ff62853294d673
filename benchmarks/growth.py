"""A picture of how the time of each path query grows: `python -m benchmarks.growth [picture]`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from benchmarks.measuring import side_by_side
from benchmarks.paths import debate, questions, rounds

SIZES = (1_000, 10_000, 100_000, 1_000_000)
PICTURE = Path("docs/path-growth.svg")

# Name of a query → statements → seconds for one query, argmap's and networkx's.
Growth: TypeAlias = Mapping[str, Mapping[int, tuple[float, float]]]


def growth() -> Growth:
    found: dict[str, dict[int, tuple[float, float]]] = {}
    for size in SIZES:
        for asked in questions(debate(size), size):
            mine, other = side_by_side(asked.ours, asked.theirs, rounds(size))
            found.setdefault(asked.name, {})[size] = mine / asked.times, other / asked.times
    return found


def draw(found: Growth, picture: Path) -> None:
    """Draw a small diagram for each query, all with the same axes, both logarithmic."""
    import matplotlib as mpl  # noqa: PLC0415

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "argmap", "svg.fonttype": "none", "font.size": 9})
    from matplotlib import pyplot as plt  # noqa: PLC0415

    columns = 5
    figure, axes = plt.subplots(
        -(-len(found) // columns), columns, figsize=(12, 5), sharex=True, sharey=True
    )
    for axis in axes.flat[len(found) :]:
        axis.set_visible(False)
    for axis, (name, times) in zip(axes.flat, found.items(), strict=False):
        sizes = list(times)
        axis.loglog(sizes, [times[n][1] for n in sizes], "o--", color="#b45309", ms=3)
        axis.loglog(sizes, [times[n][0] for n in sizes], "o-", color="#1d4ed8", ms=3)
        axis.set_title(name, fontsize=9)
        axis.grid(color="#e5e7eb")
        axis.set_axisbelow(True)
        axis.spines[["top", "right"]].set_visible(False)
        axis.set_xticks(SIZES)
        axis.set_yticks([1e-6, 1e-4, 1e-2, 1], ["1 µs", "100 µs", "10 ms", "1 s"])
        axis.minorticks_off()
    figure.legend(
        *(axes.flat[0].lines, ["networkx", "argmap"]), loc="upper right", ncols=2, frameon=False
    )
    figure.suptitle("Time for one query, by the number of statements", x=0.01, ha="left")
    figure.tight_layout()
    figure.savefig(picture, metadata={"Date": None, "Creator": None})


def main(names: list[str]) -> None:
    draw(growth(), Path(names[0]) if names else PICTURE)


if __name__ == "__main__":
    main(sys.argv[1:])
