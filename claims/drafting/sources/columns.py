"""Rows of a printed page that run across two columns, back to one column after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mean, median

from argmap.claims.drafting.sources.page_lines import Line

Row = tuple[Line, ...]
"""The lines that stand beside each other: one, or two with a gutter between them."""
_FEWEST_ROWS = 5
_SHORTEST = 20
_ASKEW = 12


def in_columns(rows: Sequence[Row]) -> Iterator[Line]:
    """Give the lines in the order of reading; linear.

    Rows are parted where at least five in succession have a gutter at the same place, with words
    enough on both sides to be prose and no table.
    """
    run: list[Row] = []
    for row in rows:
        if len(row) > 1 or (run and _is_beside(row[0], run)):
            run.append(row)
            continue
        yield from _read(run)
        run = []
        yield row[0]
    yield from _read(run)


def _is_beside(line: Line, run: Sequence[Row]) -> bool:
    """Tell whether a line that stands alone belongs to one of the columns above it."""
    pairs = [row for row in run if len(row) > 1]
    return bool(pairs) and (line.right < pairs[-1][1].left or line.left > pairs[-1][0].right)


def _read(run: Sequence[Row]) -> Iterator[Line]:
    pairs = [row for row in run if len(row) > 1]
    if not _is_prose(pairs):
        yield from map(_whole, run)
        return
    gutter = median(right.left for _, right in pairs) - 1
    lines = [line for row in run for line in row]
    yield from (line for line in lines if line.left < gutter)
    yield from (line for line in lines if line.left >= gutter)


def _whole(row: Row) -> Line:
    words = " ".join(line.text for line in row)
    return replace(row[0], text=words, right=row[-1].right)


def _is_prose(pairs: Sequence[Row]) -> bool:
    if len(pairs) < _FEWEST_ROWS:
        return False
    middle = median(right.left for _, right in pairs)
    return all(abs(right.left - middle) < _ASKEW for _, right in pairs) and all(
        mean(len(row[side].text) for row in pairs) >= _SHORTEST for side in (0, 1)
    )
