"""How statements and relations are told on a terminal."""

import os
import shutil
import sys
from typing import Any

import click

from argmap.claims.model import Map, Relation, RelationKind, Statement
from argmap.graph import sentences

WIDEST = 96
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


def _width() -> int:
    """As wide as the terminal, within reason; a pipe has no width."""
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return max(40, min(WIDEST, shutil.get_terminal_size().columns)) if known else WIDEST


def label(statement: Statement) -> str:
    """Give the short label of a statement: its title, or else its text without its full stop."""
    return " ".join((statement.title or statement.text.removesuffix(".")).split())


def holder(m: Map, statement: Statement) -> str:
    """Tell who holds a statement, and of a nested chain who says so."""
    return sentences.holder_words(m, statement.holder)


def target(m: Map, relation: Relation) -> str:
    """Tell what a relation bears on."""
    if not relation.undercuts:
        return relation.target_id
    step = m.relations_by_id[relation.target_id]
    return f"the step from {step.source} to {step.target_id}"
