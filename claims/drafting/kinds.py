"""Claim or evidence: what a unit is, told from figures, dates, examples and experience."""

import re
from functools import cache
from typing import NamedTuple, cast

from argmap.claims.drafting.lexicon import table
from argmap.claims.model import EvidenceType

_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WILD = {
    "N": rf"(?:\d[\d.,]*|{_NUMBERS}|hundreds|thousands|dozens)",
    "YEAR": r"(?:1[5-9]|20)\d\d",
    "MONTH": rf"(?:{_MONTHS})",
}


class Evidence(NamedTuple):
    """What sort of evidence a unit is, and the words that tell."""

    type: EvidenceType
    signal: str


@cache
def _rules() -> re.Pattern[str]:
    rows = table("evidence")
    return re.compile(
        "|".join(f"({_pattern(row['words'])})" for row in rows),
        re.IGNORECASE,
    )


def _pattern(words: str) -> str:
    parts = re.split(r"\b(YEAR|MONTH|N)\b|(YEAR)(?=s)", words)
    plain = "".join(
        _WILD[part] if part in _WILD else re.escape(part).replace(r"\ ", r"\s*")
        for part in parts
        if part
    )
    return rf"(?<!\w){plain}" + (r"(?!\w)" if words[-1].isalnum() else "")


def evidence(words: str) -> Evidence | None:
    """Tell what sort of evidence a unit is; None if nothing says that it is evidence.

    A question is none. Of several signs the one that stands first in the table counts.
    """
    if words.endswith("?"):
        return None
    found = min(_rules().finditer(words), key=lambda m: m.lastindex or 0, default=None)
    if found is None or found.lastindex is None:
        return None
    row = table("evidence")[found.lastindex - 1]
    return Evidence(cast("EvidenceType", row["type"]), " ".join(found[0].split()))
