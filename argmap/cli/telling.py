"""How statements and relations are told on a terminal."""

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

from argmap.claims.model import Map, Relation, RelationKind, Statement
from argmap.graph import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.graph.tellings import Kind, Line

WIDEST = 96
# By kind: lines of one block stand together; and how far they are indented.
_BLOCKS: "dict[Kind, tuple[str, int]]" = {
    "answer": ("answer", 0),
    "note": ("answer", 0),
    "heading": ("route", 0),
    "hop": ("route", 2),
    "quote": ("route", 6),
    "verdict": ("route", 2),
    "point": ("points", 2),
}
_STYLES: "dict[Kind, dict[str, bool]]" = {
    "answer": {"bold": True},
    "heading": {"bold": True},
    "quote": {"dim": True},
}
_SIGNS: dict[RelationKind, tuple[str, str]] = {"support": ("+", "green"), "contrast": ("-", "red")}


def print_json(value: Any) -> None:  # noqa: ANN401
    """Print a value as indented JSON."""
    import msgspec  # noqa: PLC0415

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))


def sign(kind: RelationKind) -> str:
    """Give the coloured sign of a relation: + for support, - for contrast."""
    mark, color = _SIGNS[kind]
    return click.style(mark, fg=color, bold=True)


def heading(text: str) -> str:
    """Give a heading."""
    return click.style(text, bold=True)


def wrapped(text: str, indent: int) -> str:
    """Wrap a text to lines, all indented; white space in it is a space."""
    return click.wrap_text(" ".join(text.split()), _width(), " " * indent, " " * indent)


def print_lines(lines: "Sequence[Line]") -> None:
    """Print what an answer says, with an empty line between its parts."""
    before: Kind | None = None
    for line in lines:
        block, indent = _BLOCKS[line.kind]
        parted = before is not None and before != "heading" and block != _BLOCKS[before][0]
        if parted or (line.kind == "heading" and before is not None):
            click.echo()
        text = wrapped(line.text, indent)
        style = _STYLES.get(line.kind)
        click.echo(click.style(text, **style) if style else text)
        before = line.kind


def _width() -> int:
    """As wide as the terminal, within reason; a pipe has no width."""
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return max(40, min(WIDEST, shutil.get_terminal_size().columns)) if known else WIDEST


def label(statement: Statement) -> str:
    """Give the short label of a statement: its title, or else its text, without its full stop."""
    return sentences.without_stop(sentences.label(statement))


def holder(m: Map, statement: Statement) -> str:
    """Tell who holds a statement, and of a nested chain who says so."""
    return sentences.holder_words(m, statement.holder)


def target(m: Map, relation: Relation) -> str:
    """Tell what a relation bears on."""
    if not relation.undercuts:
        return relation.target_id
    step = m.relations_by_id[relation.target_id]
    return f"the step from {step.source} to {step.target_id}"


def times(number: int) -> str:
    """Tell how often: `"once"`, `"1,200 times"`."""
    return "once" if number == 1 else f"{number:,} times"
