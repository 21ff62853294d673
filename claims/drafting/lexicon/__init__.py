"""The tables of words and patterns that drafting goes by, read from the files beside this one."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """Read a table: a mapping from column to value for every rule, in the order of the file."""
    text = Path(__file__).with_name(f"{name}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    columns, *rows = ([cell.strip() for cell in line.split(" | ")] for line in lines)
    return tuple(dict(zip(columns, row, strict=True)) for row in rows)


@cache
def words(name: str, of: str | None = None) -> frozenset[str]:
    """Gather the words of a table's column `words`, of one class if `of` names it."""
    rows = (row for row in table(name) if of is None or row["class"] == of)
    return frozenset(word for row in rows for word in row["words"].split())
