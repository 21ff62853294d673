"""The words that tell how a clause or sentence bears on another, and where they may stand."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, product
from typing import Literal, NamedTuple, TypeAlias, cast

from argmap.claims.drafting.lexicon import table
from argmap.claims.drafting.lexicon import words as words_of

Role: TypeAlias = Literal[
    "counter", "reason", "conclusion", "concession", "balance", "example", "addition", "denial"
]

_OPENING = re.compile(r"[\s\"“„‘'(\[—–-]*(?:and[,\s]+(?=[a-z]))?", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\w’'-]+")
_NEXT_WORDS = re.compile(r"\W*([\w’']*)(?:\s+([\w’']*))?")
_GAP = r"(?:\s+[\w'’-]+){0,2}?"
_REACH = 80
_EARLY = 50
_ONLY_BEFORE = {"for": ("it", "they", "we", "i", "you", "he", "she", "there", "this", "nobody")}
_DOES = frozenset(["do", "does", "did", "can", "could", "should", "has", "have", "had"])
_PERFECT = frozenset(["has", "have", "haven't", "hasn't"])
_PRESENT = frozenset(["is", "are", "am", "do", "does", "can", "will", "must", *_PERFECT])
_ING = "ing"


class Connective(NamedTuple):
    """A row of the table; it says which certainties are measured, and which estimates."""

    words: str
    role: Role
    certainty: float
    where: frozenset[str]


@cache
def connectives() -> tuple[Connective, ...]:
    """Give the table, longer connectives first."""
    found = (
        Connective(
            " ".join(words),
            cast("Role", row["role"]),
            float(row["certainty"]),
            frozenset(row["where"].split()),
        )
        for row in table("connectives")
        for words in product(*(word.split("/") for word in row["words"].split()))
    )
    return tuple(sorted(found, key=lambda connective: (-len(connective.words), connective.words)))


@cache
def _by_words(*where: str) -> dict[str, Connective]:
    return {c.words: c for c in connectives() if not c.where.isdisjoint(where)}


@cache
def _opens(first: str, *where: str) -> re.Pattern[str] | None:
    """Give the pattern of the connectives with that first word; of all it would cost much more."""
    alike = [words for words in _by_words(*where) if words.split()[0].strip(",") == first]
    return re.compile(_alternatives(alike), re.IGNORECASE) if alike else None


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf",?\s({_alternatives(_by_words('inside'))})\s*[,.]", re.IGNORECASE)


@cache
def _early() -> re.Pattern[str]:
    return re.compile(rf"(?<!\band)\s({_alternatives(_by_words('early'))})", re.IGNORECASE)


@cache
def boundary() -> re.Pattern[str]:
    """Give the pattern of a place where two clauses may part: its group is the connective."""
    plain, comma = (_alternatives(_by_words(*where)) for where in (("split",), ("split", "comma")))
    return re.compile(rf"[,;–—]\s+({comma})|\s({plain})|;\s+(?=\w)", re.IGNORECASE)


def _alternatives(choice: Iterable[str]) -> str:
    """Write words as a pattern; those that end in a letter end at the end of a word."""
    patterns = (
        re.escape(words).replace("'", "['’]").replace(r"\ …", _GAP).replace(r"\ ", r"\s+")
        + (r"(?![\w’'-])" if words[-1].isalnum() else "")
        for words in choice
    )
    return "|".join(patterns)


def opening(text: str, start: int, end: int, *, whole: bool) -> Connective | None:
    """Find the connective that a unit opens with, or has between commas near its beginning.

    "But some may say" opens what others say, not an objection of the author's.

    Args:
        text: the text.
        start: where the unit begins.
        end: where it ends.
        whole: whether it begins a sentence; else it follows another clause of its sentence.
    """
    places = ("start", "front") if whole else ("split", "comma")
    skipped = _OPENING.match(text, start, end)
    at = skipped.end() if skipped else start
    found = _opening(text, at, end, *places)
    if found is None and skipped and text[start:at].strip():
        found = _opening(text, start, end, *places)
    early = _early().search(text, start, min(end, start + _EARLY))
    granted = _named(early[1], "early") if early else None
    if found is None:
        inside = _inside().search(text, start, min(end, start + _REACH))
        return _named(inside[1], "inside") if inside else granted
    connective = _named(found[0], *places)
    if is_something_else(text, connective.words, found.end(), end):
        return None
    speaks = granted is not None and granted.role == "concession" and connective.role == "counter"
    return granted if speaks else connective


def _opening(text: str, start: int, end: int, *where: str) -> re.Match[str] | None:
    first = _FIRST_WORD.match(text, start, end)
    pattern = _opens(first[0].lower().replace("’", "'"), *where) if first else None
    return pattern.match(text, start, end) if pattern else None


def _named(said: str, *where: str) -> Connective:
    plain = said.lower().replace("’", "'").split()
    known, words = _by_words(*where), " ".join(plain)
    if words in known:
        return known[words]
    return known[f"{plain[0]} … {plain[-1]}"]._replace(words=words)


def is_something_else(text: str, words: str, at: int, end: int) -> bool:
    """Tell whether what follows shows that the words mean something else: "so far".

    Only a clause with a pronoun is taken for one after "for"; and "as he said" and "as they should"
    tell of manner. Before a comma a connective means what it says: "After all, the …".
    """
    if text[at : at + 1] == ",":
        return False
    match = _NEXT_WORDS.match(text, at, end)
    following, then = (w.lower() if w else "" for w in match.groups()) if match else ("", "")
    if words in _ONLY_BEFORE:
        return following not in _ONLY_BEFORE[words]
    if words == "as" and (then in _DOES or then in words_of("saying")):
        return True
    kinds = ("N" if following[:1].isdigit() else following, following[-len(_ING) :])
    return not _other_senses().get(words, frozenset()).isdisjoint(kinds)


def is_of_time(words: str, clause: Sequence[str], main: Sequence[str]) -> bool:
    """Tell whether a clause before its main clause says when, and not why or in spite of what.

    "While they were talking, it rained", "Since it closed, rents have risen"; but "Since it is
    closed, rents have risen" says why.

    Args:
        words: the connective.
        clause: the words of its clause.
        main: the words of the main clause.
    """
    if words == "while":
        going_on = {a for a, b in pairwise(clause) if b.endswith(_ING)}
        return not going_on.isdisjoint(("was", "were"))
    if words == "since":
        return not _PERFECT.isdisjoint(main) and _PRESENT.isdisjoint(clause)
    return False


@cache
def _other_senses() -> dict[str, frozenset[str]]:
    rows = table("other_senses")
    return {row["words"]: frozenset(row["before"].replace("-ing", _ING).split()) for row in rows}
