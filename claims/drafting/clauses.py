"""Clauses: the parts of a sentence that an explicit connective parts, and no others."""

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise

from argmap.claims.drafting.connectives import (
    boundary,
    connectives,
    is_of_time,
    is_something_else,
)
from argmap.claims.drafting.lexicon import words
from argmap.claims.drafting.sentences import Span, quotations, trim

_WORD = re.compile(r"[\w’'-]+")
_COMMA = re.compile(r",\s+")
_DENIED = re.compile(r"\b(?:not|never|neither|no longer|\w+n['’]t)\b", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\bnot (?:only|merely|just|simply)\b", re.IGNORECASE)
_PERSONAL = frozenset(["i", "you", "he", "she", "it", "we", "they", "there"])
_OTHER_SUBJECTS = frozenset(["people", "everyone", "everybody", "nobody", "too", "this", "these"])
_CONDITIONS = frozenset(["if", "when", "unless", "whether"])
_POSSIBLE = frozenset(["can", "could", "may", "might"])
_NO_MAIN_CLAUSE = frozenset(
    ["and", "or", "but", "including", "as", "if", "because", "since", "for"]
)
_FEWEST_WORDS = 3
_PAST = "ed"
_SUBJECT_REACH = 8
_REACH = 200
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_RELATIVE = frozenset(["which", "who", "whom", "whose", "that", "where", "when"])


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Part a sentence at its connectives.

    Both parts must be clauses, with a verb of their own. Nothing is parted within quotation
    marks or brackets, nor at "not X but Y". Linear in the sentence.
    """
    shut = _shut(text, start, end)
    starts = [span[0] for span in shut]
    cuts: list[int] = []
    at = start
    front = _front_cut(text, start, end, shut, starts)
    if front:
        cuts.append(front)
        at = front
    for match in boundary().finditer(text, at, end):
        if not _within(match.start(), shut, starts) and _parts(text, at, match, end):
            at = match.start(1) if match[1] else match.start(2) if match[2] else match.end()
            cuts.append(at)
    edges = [start, *cuts, end]
    return [trim(text, a, b) for a, b in pairwise(edges)]


def _shut(text: str, start: int, end: int) -> list[Span]:
    """List what is not looked into, in the order of the text: quotations and brackets."""
    quoted = quotations(text, start, end)
    brackets = [match.span() for match in _BRACKETS.finditer(text, start, end)]
    joined: list[Span] = []
    for span in sorted(quoted + brackets):
        if not joined or span[0] >= joined[-1][1]:
            joined.append(span)
    return joined


def _within(place: int, shut: list[Span], starts: list[int]) -> bool:
    before = bisect_right(starts, place) - 1
    return before >= 0 and place < shut[before][1]


def _parts(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Tell whether two clauses part here."""
    said = " ".join((match[1] or match[2] or ";").lower().split())
    if is_something_else(text, said, match.end(), end):
        return False
    left = _words_of(text, max(start, match.start() - _REACH), match.start())
    right = _words_of(text, match.end(), min(end, match.end() + _REACH))
    first = _words_of(text, start, min(start + 20, match.start()))[:1]
    is_condition = not _CONDITIONS.isdisjoint(first)
    if len(left) < _FEWEST_WORDS or len(right) < _FEWEST_WORDS or left[-1] == "not":
        return False
    after_comma = match[0][0] in ",;–—"
    if said in ("and", "so") and not after_comma:
        is_aim = said == "so" and right[1] in _POSSIBLE
        return not is_aim and not is_condition and _has_verb(left) and _is_new_clause(right)
    if (said == "and" and is_condition) or not (_has_verb(left) or right[0] in _PERSONAL):
        return False
    if said == "but" and _is_answered(text, start, match, right[0], after_comma=after_comma):
        return False
    return _is_clause(right, strict=said in ("and", "so") or not after_comma)


def _is_answered(
    text: str, start: int, match: re.Match[str], following: str, *, after_comma: bool
) -> bool:
    """Tell whether a "but" answers a "not" before it: "not X but Y", "not only X but Y"."""
    near = max(start, match.start() - _REACH)
    if _NOT_ONLY.search(text, near, match.start()):
        return True
    denied = _DENIED.search(text, near, match.start())
    return bool(denied) and not after_comma and following not in _PERSONAL


def _is_new_clause(right: list[str]) -> bool:
    """Tell whether words are a clause with a subject of its own, and no part of a list."""
    return right[0] in _PERSONAL or (
        right[0] in _OTHER_SUBJECTS and _has_verb(right[1:_SUBJECT_REACH])
    )


def _is_clause(said: list[str], *, strict: bool) -> bool:
    if said[0] in words("word_classes", "pronoun"):
        return True
    if said[0] in words("word_classes", "verb") and said[0] not in words("word_classes", "opener"):
        return _is_contracted(said[0])
    if strict and said[0] not in words("word_classes", "opener"):
        return False
    return _has_verb(said[1:_SUBJECT_REACH])


def _is_contracted(word: str) -> bool:
    """Tell whether a verb brings its subject along: "it's"."""
    return word.partition("'")[0] in words("word_classes", "opener")


def _has_verb(said: list[str]) -> bool:
    verbs, pronouns = words("word_classes", "verb"), words("word_classes", "pronoun")
    openers = words("word_classes", "opener")
    return any(
        word in verbs
        or (word in pronouns and place + 1 < len(said))
        or (word.endswith(_PAST) and place and said[0] in openers)
        for place, word in enumerate(said)
    )


def _words_of(text: str, start: int, end: int) -> list[str]:
    return [w.replace("’", "'").lower() for w in _WORD.findall(text, start, end)]


@cache
def _front_words() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(c.words.split()) for c in connectives() if "front" in c.where)


def _front_cut(text: str, start: int, end: int, shut: list[Span], starts: list[int]) -> int | None:
    """Find where the main clause begins after a clause that stands before it: "While A, B"."""
    first = tuple(_words_of(text, start, min(end, start + 60))[:3])
    opener = next((w for w in _front_words() if first[: len(w)] == w), None)
    if opener is None or is_something_else(text, opener[0], start + len(opener[0]), end):
        return None
    best = None
    for match in _COMMA.finditer(text, start, end):
        if _within(match.start(), shut, starts):
            continue
        left = _words_of(text, start, min(match.start(), start + 80))
        right = _words_of(text, match.end(), min(end, match.end() + 80))
        if len(left) > _FEWEST_WORDS and len(right) >= _FEWEST_WORDS and _may_begin(right):
            if is_of_time(opener[0], left, right):
                return None
            best = match.end()
            if _has_verb(right[:_SUBJECT_REACH]):
                return best
    return best


def _may_begin(right: list[str]) -> bool:
    verbs, openers = words("word_classes", "verb"), words("word_classes", "opener")
    is_verb = right[0] in verbs and right[0] not in openers and not _is_contracted(right[0])
    return not is_verb and right[0] not in _RELATIVE and right[0] not in _NO_MAIN_CLAUSE
