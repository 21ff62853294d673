"""The words that tell how a clause or sentence bears on another, and where they may stand."""

import re
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, cast

from argmap.claims.drafting.lexicon import table

Role: TypeAlias = Literal[
    "counter", "reason", "conclusion", "concession", "example", "addition", "denial"
]

_OPENING = re.compile(r"[\s\"“„‘'(\[—–-]*(?:and[,\s]+(?=[a-z]))?", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\W*([\w’']*)")
_REACH = 80
_EARLY = 50
_NOT_AFTER = {"so": ("that", "far", "much", "many", "long", "called"), "since": ("then",)}


class Connective(NamedTuple):
    """A row of the table; it says which certainties are measured, and which estimates."""

    words: str
    role: Role
    certainty: float
    where: frozenset[str]


@cache
def connectives() -> tuple[Connective, ...]:
    """Give the table, longer connectives first."""
    rows = (
        Connective(
            row["words"],
            cast("Role", row["role"]),
            float(row["certainty"]),
            frozenset(row["where"].split()),
        )
        for row in table("connectives")
    )
    return tuple(sorted(rows, key=lambda connective: (-len(connective.words), connective.words)))


@cache
def _by_words(*where: str) -> dict[str, Connective]:
    return {c.words: c for c in connectives() if not c.where.isdisjoint(where)}


@cache
def _opens(*where: str) -> re.Pattern[str]:
    return re.compile(f"({_alternatives(*where)})", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf",?\s({_alternatives('inside')})\s*[,.]", re.IGNORECASE)


@cache
def _early() -> re.Pattern[str]:
    return re.compile(rf"\s({_alternatives('early')})", re.IGNORECASE)


@cache
def boundary() -> re.Pattern[str]:
    """Give the pattern of a place where two clauses may part: its group is the connective."""
    plain, comma = _alternatives("split"), _alternatives("split", "comma")
    return re.compile(rf"[,;–—]\s+({comma})|\s({plain})|;\s+(?=\w)", re.IGNORECASE)


def _alternatives(*where: str) -> str:
    """Write the words as a pattern; those that end in a letter end at the end of a word."""
    patterns = (
        re.escape(words).replace(r"\ ", r"\s+").replace("'", "['’]")
        + (r"(?![\w’'-])" if words[-1].isalnum() else "")
        for words in _by_words(*where)
    )
    return "|".join(patterns)


def opening(text: str, start: int, end: int, *, whole: bool) -> Connective | None:
    """Find the connective that a unit opens with, or has between commas near its beginning.

    Args:
        text: the text.
        start: where the unit begins.
        end: where it ends.
        whole: whether it begins a sentence; else it follows another clause of its sentence.
    """
    places = ("start", "front") if whole else ("split", "comma")
    skipped = _OPENING.match(text, start, end)
    at = skipped.end() if skipped else start
    found = _opens(*places).match(text, at, end)
    if found is None and skipped and text[start:at].strip():
        at = start
        found = _opens(*places).match(text, at, end)
    if found is None:
        inside = _inside().search(text, start, min(end, start + _REACH))
        if inside:
            return _named(inside[1], "inside")
        early = _early().search(text, start, min(end, start + _EARLY))
        return _named(early[1], "early") if early else None
    connective = _named(found[0], *places)
    return None if is_something_else(text, connective.words, found.end(), end) else connective


def _named(said: str, *where: str) -> Connective:
    return _by_words(*where)[" ".join(said.lower().replace("’", "'").split())]


def is_something_else(text: str, words: str, at: int, end: int) -> bool:
    """Tell whether what follows shows that the words mean something else: "so far"."""
    match = _NEXT_WORD.match(text, at, end)
    following = match[1].lower() if match else ""
    if words == "since" and following[:1].isdigit():
        return True
    return following in _NOT_AFTER.get(words, ())
