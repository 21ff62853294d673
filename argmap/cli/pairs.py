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
from argmap.cli.arguments import QuestionError
from argmap.graph.answer_json import as_json
from argmap.graph.answers import Asker
from argmap.graph.conditions import Conditions
from argmap.graph.naming import resolve
from argmap.graph.sentences import counted

BAD_INPUT = 2
_LONGEST = 10_000


def answer_pairs(m: Map, file: str, conditions: Conditions, *, limit: int, with_cuts: bool) -> int:
    """Answer each line of a file, two names parted by a tab or a comma; "-" is standard input.

    Every line is answered as soon as it is read, in a line: the answer, or what is wrong with
    the question. Returns the exit status: 2 if anything was wrong, of which standard error then
    tells how much there is, and where the first of it.

    Raises:
        QuestionError: The file cannot be read, or holds no pairs.
    """
    asker = Asker(m)

    @cache
    def named(name: str) -> str:
        return resolve(m, name).id

    def answered(first: str, last: str | None) -> dict[str, Any]:
        if last is None:
            raise QuestionError("A line must hold two names, parted by a tab or a comma.")
        source, target = named(first), named(last)
        if source == target:
            raise QuestionError(f"Both names mean the same statement, {source}.")
        answer = asker.answer(source, target, conditions, limit=limit, with_cuts=with_cuts)
        return as_json(m, answer)

    lines = 0
    bad: list[int] = []
    name = "standard input" if file == "-" else printable(file)
    with nullcontext(_standard_input()) if file == "-" else _opened(file) as stream:
        for number, first, last in _pairs(stream, name):
            lines += 1
            try:
                told = answered(first, last)
            except ArgmapError as error:
                told = {"from": first, "to": last, "error": f"{name}:{number}: {error}"}
                bad.append(number)
            click.echo(msgspec.json.encode(told))
    if not lines:
        raise QuestionError(f"{name}: there are no pairs of statements in it.")
    if bad:
        how_many = f"{len(bad)} of {counted(lines, 'line')} could not be answered"
        click.echo(f"{how_many}; the first is {name}:{bad[0]}.", err=True)
    return BAD_INPUT if bad else 0


def _standard_input() -> TextIO:
    """Read as UTF-8 whatever the locale says, so that bytes are as good or bad as in a file."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    return sys.stdin


def _opened(file: str) -> TextIO:
    try:
        return Path(file).open(encoding="utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it is no file").lower()
        raise QuestionError(f"{printable(file)}: cannot be read: {reason}.") from None


def _pairs(stream: TextIO, name: str) -> Iterator[tuple[int, str, str | None]]:
    """Yield the number of each line and its two names; the second is None if it is not so.

    Empty lines, those that begin with # and a first line that says "from,to" are no pairs.
    """
    try:
        for number, line in _lines(stream):
            if line.strip() and not line.startswith("#"):
                cells = next(csv.reader([line], delimiter="\t" if "\t" in line else ","))
                names = [cell.strip() for cell in cells]
                pair = len(names) == 2 and all(names)  # noqa: PLR2004
                if number > 1 or names != ["from", "to"]:
                    yield (number, names[0], names[1]) if pair else (number, line.strip(), None)
    except (UnicodeDecodeError, csv.Error):
        raise QuestionError(f"{name}: cannot be read: it is not UTF-8 text.") from None


def _lines(stream: TextIO) -> Iterator[tuple[int, str]]:
    """Number lines from 1; of a line that is too long for two names only the beginning counts."""
    number, ended = 0, True
    while line := stream.readline(_LONGEST):
        if ended:
            number += 1
            yield number, line
        ended = line.endswith("\n")
