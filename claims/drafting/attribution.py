"""Who holds a unit: found by the grammar of attribution, else nobody but the author."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from argmap.claims.drafting.grammar import Pattern, fitting, marked
from argmap.claims.drafting.lexicon import table, words
from argmap.claims.drafting.parties import is_title, noun, party, without_title
from argmap.claims.drafting.quoted import unquoted
from argmap.claims.drafting.references import PERSON
from argmap.claims.drafting.states import is_state

_REACH = 600
_DENIED = re.compile(r"\b(?:not|never)\b")
_POSSESSIVES = ("'s", "’s")
_JOINS = ("and", "but", "or")
_LONGEST_CHAIN = 3
_NO_NAME = re.compile(r"\w*(?:\ws|ing)")


class Attribution(NamedTuple):
    """Who holds a unit, and the words that say so.

    Attributes:
        chain: The holders, outermost first.
        signal: The words of the text.
        follows: Whether the holder is named behind what is held.
    """

    chain: tuple[str, ...]
    signal: str
    follows: bool = False


def attributed(said: str) -> Attribution | None:
    """Find the holders that a sentence names, and the words that name them; None if none.

    What is said within quotation marks is not looked into.
    """
    said = said[:_REACH]
    plain = unquoted(said)
    rules = fitting(plain)
    plain = marked(plain) if rules else plain
    for pattern in rules:
        for match in pattern.regex.finditer(plain):
            name = _name(said, match, pattern)
            if name and (pattern.who != "state" or _is_many_or_state(name)):
                inner = _inner(said, plain, match.end(), rules) if pattern.opens else ()
                signal = said[slice(*match.span())].strip(' ,;:—–"“”').lstrip(")- ")
                chain = (name, *(other for other in inner if other != name))
                return Attribution(chain, signal, pattern.follows)
    return None


def _inner(said: str, plain: str, place: int, rules: Sequence[Pattern]) -> Iterator[str]:
    """Find the holders named within what somebody holds: "Hill said that Dale believes ..."."""
    nested = [pattern for pattern in rules if pattern.nests]
    for _ in range(_LONGEST_CHAIN - 1):
        place += len(plain) - place - len(plain[place:].lstrip())
        rest = said[place:]
        matches = ((pattern.regex.match(plain[place:]), pattern) for pattern in nested)
        names = ((_name(rest, match, pattern), match) for match, pattern in matches if match)
        name, match = next(((n, m) for n, m in names if n), (None, None))
        if name is None or match is None or name.lower() in words("word_classes", "alone"):
            return
        yield name
        place += match.end()


def _name(said: str, match: re.Match[str], pattern: Pattern) -> str | None:
    """Give the holder that a rule found; None if its words cannot be one."""
    groups = {name: said[slice(*match.span(name))] for name in match.groupdict()}
    is_noun = (groups.get("named") or "").endswith(_POSSESSIVES)  # "Hill's demands"
    if "THING" in pattern.rule and (is_noun or _DENIED.search(said[slice(*match.span())])):
        return None
    adjective, group = groups.get("adjective"), groups.get("group")
    if adjective:
        return _nationalities()[adjective]
    if group:
        return _of_group(group, groups.get("apposed") or "", pattern)
    titled = groups.get("titled") or ""
    name = (groups.get("holder") or groups.get("named") or "").strip()
    if not is_title(titled):
        return party(titled + name)
    begins = not said[: match.start("named")].strip(" \"“'(")
    if begins and _NO_NAME.fullmatch(name) and not is_state(name):
        return _of_group(name, "", pattern)  # its capital may only be that of the sentence
    return _of_name(name)


def _of_name(name: str) -> str | None:
    first = name.partition(" ")[0].lower().strip(".")
    if not first or first in words("word_classes", "nobody"):
        return None
    return without_title(name.removesuffix("’s").removesuffix("'s").rstrip(".,"))


def _is_many_or_state(name: str) -> bool:
    return is_state(name) or name.partition(" ")[0] in words("word_classes", "counting")


def _of_group(group: str, apposed: str, pattern: Pattern) -> str | None:
    """Give the party that words for it name, or the person whose name stands beside them."""
    if group.rpartition(" ")[2] in _JOINS:
        return None  # "Hill met the press and": the holder stands before another verb
    alone = group if group.lower() in words("word_classes", "alone") else None
    found = party(group) or alone or (noun(group) if pattern.who == "any" else None)
    if pattern.rule.endswith("END") and found != group:
        return None  # "said many people left": a clause
    person = PERSON.fullmatch(apposed)
    return person[0] if found and person else found


@cache
def _nationalities() -> dict[str, str]:
    return {row["adjective"]: row["name"] for row in table("nationalities")}
