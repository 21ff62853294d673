"""The YAML in an Argdown document: its front matter, and the data in braces."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from argmap.claims.errors import Problem, shown
from argmap.claims.formats.argdown.places import Places
from argmap.claims.layout import LinkEntry
from argmap.claims.ledger import Ledger
from argmap.claims.marked_yaml import Mark, parse
from argmap.claims.model import (
    Certainty,
    EvidenceType,
    Expectation,
    Locution,
    Quote,
    Source,
)

_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
_BLOCK = re.compile(r"\{[ \t]*\n")
Names = list[str]
STATEMENT_FIELDS: Mapping[str, Any] = {
    "id": str,
    "text": str,
    "title": str,
    "evidence": bool,
    "type": EvidenceType,
    "origin": str,
    "holder": str | Names,
    "quotes": list[str | Quote],
    "certainty": Certainty,
    "tags": Names,
    "section": str | Names,
    "note": str,
    "implicit": bool,
    "main": bool,
    "said": list[str | Locution],
    "ignore": Names,
    "rephrases": list[str | LinkEntry],
    "preferred_to": list[str | LinkEntry],
}
STEP_FIELDS: Mapping[str, Any] = {
    "id": str,
    "because": str,
    "certainty": Certainty,
    "scheme": str,
    "uses": list[int],
    "stand-in": bool,
}


class HolderValue(msgspec.Struct, forbid_unknown_fields=True):
    """Somebody who holds statements."""

    name: str
    aliases: list[str] = []


HEADER_FIELDS: Mapping[str, Any] = {
    "title": str,
    "author": str | Names,
    "date": str,
    "source": Source,
    "holders": dict[str, HolderValue],
    "expect": list[Expectation],
    "ignore": Names,
}


def read_front_matter(text: str, offset: int, places: Places) -> dict[str, Any]:
    """Read the front matter; what is no YAML, or no mapping, is reported at its place."""
    above = "\n" * (places.position(offset).line - 1)

    def report(mark: Mark | None, what: str, cure: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = Problem(places.path, line, column, f"the front matter: {what}", cure)
        places.problems.append(problem)

    value = _parsed(above + text, report)
    if isinstance(value, dict):
        return value
    if value not in (None, ""):
        places.report(offset, "the front matter is no mapping", "Write keys and values: title: …")
    return {}


def read_data(text: str, offset: int, places: Places, ledger: Ledger) -> dict[str, Any]:
    """Read data in braces; if it is no YAML, it is noted as lost.

    A brace that ends its line begins block style: what is between the braces is then YAML in lines.
    """
    mistakes: list[str] = []
    block = _BLOCK.match(text)
    inner = text[block.end() : -1] if block else text
    value = _parsed(inner, lambda _mark, what, _cure: mistakes.append(what))
    if mistakes or not isinstance(value, dict | None):
        ledger.lost("data that is not YAML", places.where(offset), text)
        return {}
    return value or {}


def _parsed(text: str, report: Any) -> Any:  # noqa: ANN401
    return parse(text, report)


def sound_values(
    data: Mapping[str, Any], fields: Mapping[str, Any], of: str, where: str, ledger: Ledger
) -> dict[str, Any]:
    """Take those values that argmap knows and that fit; the others are noted as lost.

    Args:
        data: what was read.
        fields: the type of each value that is known.
        of: what the data is of, for the ledger.
        where: its place, for the ledger.
        ledger: where losses are noted.
    """
    sound: dict[str, Any] = {}
    for key, value in data.items():
        if key not in fields:
            ledger.lost(f"{shown(key)} of {of}", where, value)
            continue
        try:
            sound[key] = msgspec.convert(value, fields[key], strict=False)
        except msgspec.ValidationError:
            ledger.lost(f"{shown(key)} of {of} that does not fit", where, value)
    return sound


def names(value: str | Iterable[str]) -> tuple[str, ...]:
    """Take one name, or several, as several."""
    return (value,) if isinstance(value, str) else tuple(value)


def seen(name: str) -> str:
    """Leave out of a name what cannot be seen, and space that says nothing."""
    if not (name.isascii() and name.isprintable()):
        shown = (c for c in name if unicodedata.category(c) not in _HIDDEN or c in _JOINERS)
        name = "".join(shown)
    return name.strip()
