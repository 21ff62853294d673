"""Claim or evidence: what a unit is, told from figures, dates, examples and experience."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, cast

from argmap.claims.drafting.lexicon import table
from argmap.claims.model import EvidenceType

_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WILD = {
    "N": rf"(?:\d[\d.,]*|{_NUMBERS}|hundreds|thousands|dozens)",
    "YEAR": r"(?:1[5-9]|20)\d\d",
    "FIGURE": r"\d{1,3}(?:,\d{3})+",
    "MONTH": rf"(?:{_MONTHS})",
}
_WORD = re.compile(r"\d+(?:,\d{3})+|[^\W_]+|%")
_PARTS = re.compile(r"\b(YEAR|MONTH|FIGURE|N)\b|(YEAR)(?=s)")
_NOT_YET = re.compile(r"\b(?:should|must|ought to|will|would|might)\b")
_A_YEAR = 4


class Evidence(NamedTuple):
    """What sort of evidence a unit is, and the words that tell."""

    type: EvidenceType
    signal: str


@dataclass(frozen=True)
class _Rule:
    type: EvidenceType
    words: str
    trigger: str
    """A word without which the rule cannot fit; YEAR, MONTH or FIGURE stands for any."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        parts = (part for part in _PARTS.split(self.words) if part)
        plain = "".join(_WILD.get(p) or re.escape(p).replace(r"\ ", r"\s*") for p in parts)
        end = r"(?!\w)" if self.words[-1].isalnum() else ""
        return re.compile(rf"(?<!\w){plain}{end}")


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(cast("EvidenceType", row["type"]), row["words"], _trigger(row["words"]))
        for row in table("evidence")
    )


def _trigger(words: str) -> str:
    if "YEAR" in words:
        return "YEAR"
    if words == "FIGURE":
        return words
    literal = [word for word in words.split() if word not in _WILD]
    return "MONTH" if "MONTH" in words else max(literal, key=len)


def evidence(words: str) -> Evidence | None:
    """Tell what sort of evidence a unit is; None if nothing says that it is evidence.

    A question is none, and what is wanted or foreseen is no event: "They should vote in May". Of
    several rules that fit the one that stands first in the table counts.
    """
    if words.endswith("?"):
        return None
    plain = words.lower()
    spoken = set(_triggers_in(plain))
    for rule in _rules():
        found = rule.regex.search(plain) if rule.trigger in spoken else None
        if found and not (rule.type == "event" and _NOT_YET.search(plain)):
            return Evidence(rule.type, words[slice(*found.span())])
    return None


def _triggers_in(plain: str) -> Iterator[str]:
    for word in _WORD.findall(plain):
        yield word
        if "," in word:
            yield "FIGURE"
        elif word[:1].isdigit() and len(word) >= _A_YEAR:
            yield "YEAR"
        elif word in _months():
            yield "MONTH"


@cache
def _months() -> frozenset[str]:
    return frozenset(_MONTHS.split("|"))
