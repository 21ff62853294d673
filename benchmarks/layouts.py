"""How good the layouts are, counted: overlaps, lines through boxes, crossings a relation."""

from collections.abc import Iterator
from pathlib import Path

import argmap
from argmap.viz.layout import arrange
from benchmarks.measuring import Result
from tests.viz.quality import Quality, quality

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))


def results() -> Iterator[Result]:
    """Count for the article and the examples; only overlaps and boxes crossed have a mark: 0."""
    for name in ("us-russia", *map(str, EXAMPLES)):
        m = argmap.load(name)
        for direction in ("across", "down"):
            found = quality(arrange(m, direction))
            title = f"{Path(name).stem}, {direction}: "
            yield Result(f"{title}overlaps and lines through boxes", _faults(found), 0, str(found))
            yield Result(
                f"{title}crossings a relation",
                found.crossings / max(1, len(m.relations)),
                None,
                f"{found.crossings} ÷ {len(m.relations)}",
            )


def _faults(found: Quality) -> float:
    return float(found.overlaps + found.through_boxes)
