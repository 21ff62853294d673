"""Many questions about one map, answered one after the other as JSON lines."""

import csv
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any, TextIO

import click
import msgspec

from argmap.claims.errors import ArgmapError, printable
from argmap.claims.model import Map
from argmap.graph.answer_json import as_json
from argmap.graph.answers import Asker
from argmap.graph.naming import resolve

BAD_INPUT = 2
_LONGEST = 10_000


def answer_pairs(m: Map, file: str, conditions: dict[str, Any]) -> int:
    """Answer each line of a file, two names parted by a tab or a comma; "-" is standard input.

    Every line is answered as soon as it is read, in a line: the answer, or what is wrong with
    the question. Returns the exit status: 2 if anything was wrong.
    """
    asker = Asker(m)

    @cache
    def named(name: str) -> str:
        return resolve(m, name).id

    def answered(first: str, last: str | None) -> dict[str, Any]:
        if last is None:
            raise click.UsageError("A line must hold two names, parted by a tab or a comma.")
        source, target = named(first), named(last)
        if source == target:
            raise click.UsageError(f"Both names mean the same statement, {source}.")
        return as_json(m, asker.answer(source, target, **conditions))

    status = 0
    with nullcontext(sys.stdin) if file == "-" else _opened(file) as stream:
        for first, last in _pairs(stream):
            try:
                told = answered(first, last)
            except (ArgmapError, click.UsageError) as error:
                told = {"from": first, "to": last, "error": str(error)}
                status = BAD_INPUT
            click.echo(msgspec.json.encode(told))
    return status


def _opened(file: str) -> TextIO:
    try:
        return Path(file).open(encoding="utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it is no file").lower()
        raise click.UsageError(f"{printable(file)}: cannot be read: {reason}.") from None


def _pairs(stream: TextIO) -> Iterator[tuple[str, str | None]]:
    """Yield the two names of each line that is not empty; the second is None if it is not so."""
    try:
        while line := stream.readline(_LONGEST):
            if line.strip():
                cells = next(csv.reader([line], delimiter="\t" if "\t" in line else ","))
                names = [cell.strip() for cell in cells]
                pair = len(names) == 2 and all(names)  # noqa: PLR2004
                yield (names[0], names[1]) if pair else (line.strip(), None)
    except (UnicodeDecodeError, csv.Error):
        raise click.UsageError("The pairs cannot be read: they are not UTF-8 text.") from None
