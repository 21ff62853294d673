"""Who holds a unit: found by the grammar of attribution, else nobody but the author."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from argmap.claims.drafting.grammar import PLAIN, patterns
from argmap.claims.drafting.lexicon import table, words
from argmap.claims.drafting.parties import is_title, party, without_title
from argmap.claims.drafting.units import Unit

_REACH = 600
_PERSON = re.compile(r"(?:[A-Z][\w.’'-]{0,30} ){1,4}[A-Z][\w’'-]{1,30}")
_HE = frozenset(("he", "she"))
_THEY = "they"
_WORD = re.compile(r"[^\W_]+")
_DENIED = re.compile(r"\b(?:not|never)\b")
_LONGEST_SIGNAL = 60


class Attribution(NamedTuple):
    """Who holds a unit, outermost first, and the words that say so."""

    chain: tuple[str, ...]
    signal: str


def attributions(
    text: str, parts: Sequence[Unit], named: Iterable[tuple[str | None, str]]
) -> list[Attribution | None]:
    """Find who holds each unit; None means that nobody is named, hence the author. Linear.

    "He" and "she" stand for the person named last in the paragraph, "they" for the holder
    before. A quotation that goes on in the next sentence, and a reason that follows in the same
    sentence, have the holder of what stands before.
    """
    found: list[Attribution | None] = []
    person: str | None = None
    paragraph = -1
    for place, (unit, (said, signal)) in enumerate(zip(parts, named, strict=True)):
        if unit.paragraph != paragraph:
            person, paragraph = None, unit.paragraph
        before = found[-1] if found and parts[place - 1].paragraph == unit.paragraph else None
        name = said
        if said and said.lower() in _HE:
            earlier = unit.words[: max(0, unit.words.find(signal))]
            name = _last_person(earlier) or person or said
        elif said and said.lower() == _THEY and before:
            name = before.chain[-1]
        if name:
            found.append(Attribution((name,), signal))
        elif before and _goes_on(text, parts[place - 1], unit):
            found.append(before._replace(signal="a quotation or reason that goes on"))
        else:
            found.append(None)
        person = _last_person(unit.words) or person
    return found


def attributed(said: str) -> tuple[str | None, str]:
    """Find the holder that a sentence names, and the words that name it; (None, "") if none."""
    sentence = said[:_REACH].translate(PLAIN)
    spoken = frozenset(_WORD.findall(sentence.lower()))
    for pattern in patterns():
        if not pattern.may_fit(spoken):
            continue
        for match in pattern.regex.finditer(sentence):
            groups = {name: said[slice(*match.span(name))] for name in match.groupdict()}
            name = _name(groups)
            if name and not ("THING" in pattern.rule and _DENIED.search(match[0])):
                signal = said[slice(*match.span())].strip(' ,;:—–"“”')
                return name, " ".join(signal[:_LONGEST_SIGNAL].split())
    return None, ""


def _name(groups: dict[str, str]) -> str | None:
    adjective = groups.get("adjective")
    if adjective:
        return _nationalities()[adjective]
    group = groups.get("group")
    titled = groups.get("titled") or ""
    if group:
        apposed = _PERSON.fullmatch(groups.get("apposed") or "")
        found = party(group) or _alone(group)
        return apposed[0] if found and apposed else found
    if not is_title(titled):
        return party(titled + (groups.get("named") or ""))
    name = (groups.get("holder") or groups.get("named") or "").strip()
    first = name.partition(" ")[0].lower()
    if not name or first.strip(".") in words("word_classes", "nobody"):
        return None
    return without_title(name.removesuffix("’s").removesuffix("'s").rstrip(".,"))


def _alone(said: str) -> str | None:
    """Give the word that may stand for a holder by itself, "others"."""
    return said if said.lower() in words("word_classes", "alone") else None


@cache
def _nationalities() -> dict[str, str]:
    return {row["adjective"]: row["name"] for row in table("nationalities")}


def _last_person(said: str) -> str | None:
    """Give the last name of two words or more in a text, but for a small word before it."""
    names = [match[0] for match in _PERSON.finditer(said[:_REACH])]
    for name in reversed(names):
        first, _, rest = name.partition(" ")
        small = first.lower() in words("stop_words") or first.lower() in words(
            "word_classes", "nobody"
        )
        kept = rest if small else name
        if " " in kept:
            return kept
    return None


def _goes_on(text: str, before: Unit, unit: Unit) -> bool:
    if unit.sentence == before.sentence:
        return unit.cue is not None and unit.cue.role == "reason"
    opens = text[unit.start] in '“"'
    return opens and any(mark in before.words for mark in '“"')
