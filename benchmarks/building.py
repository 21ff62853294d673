"""From a map to its graph and its page: linear in the statements."""

from collections.abc import Callable, Iterator

import argmap
from benchmarks.generating import map_text
from benchmarks.measuring import Result, milliseconds, side_by_side

MARK = 1.5
"""Cost a statement at 10,000 against 1,000: 1 is linear, 10 would be quadratic."""


def results() -> Iterator[Result]:
    """Measure the cost a statement at 10,000 against that at 1,000."""
    small, large = (argmap.loads(map_text(size)) for size in (1_000, 10_000))
    actions: tuple[tuple[str, Callable[[argmap.Map], object]], ...] = (
        ("graph", argmap.to_networkx),
        ("page", lambda m: argmap.page(m).html),
    )
    for name, build in actions:
        more, less = side_by_side(
            lambda build=build: build(large), lambda build=build: build(small), 3
        )
        detail = f"{milliseconds(more)} ÷ {milliseconds(less)}"
        title = f"{name} of 10,000 ÷ 1,000 statements, a statement"
        yield Result(title, more / less / 10, MARK, detail)
