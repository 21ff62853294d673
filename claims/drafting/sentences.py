"""Sentences, as spans of a text: quotations and abbreviations do not end them."""

import re
from bisect import bisect_right
from functools import cache

from argmap.claims.drafting.lexicon import table, words

Span = tuple[int, int]

LONGEST_UNBROKEN = 400
"""Code points up to which a quotation stays whole, whatever sentences it holds."""

# A run of marks is looked at once, from its first: else long runs would cost quadratic time.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»')\]]*+(?=\s)|(?<![!?])[!?]{2,}+(?=[A-Z])")
_WORD = re.compile(r"\S+$")
_NEXT = re.compile(r"\w+")
_ONE_INITIAL = 2
_INITIAL = re.compile(r"(?:[A-Z]\.)+$")
_STARTS = re.compile(r"[\s\"“„‘«(\[]*(?:[^\W_a-z]|[A-Za-z]*[A-Z])")
_LOWER = re.compile(r"[\s\"“„‘«(\[]*[a-z]")
_MARKS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_QUOTE_MARK = re.compile('[“”„«»"]')
_LEAD = '([{"“„«‘-—'


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Find what stands between double quotation marks that close; linear, and never nested."""
    found: list[Span] = []
    closing = ""
    opened = 0
    for match in _QUOTE_MARK.finditer(text, start, end):
        mark = match[0]
        if closing:
            if mark in closing:
                found.append((opened, match.end()))
                closing = ""
        elif mark in _MARKS:
            closing, opened = _MARKS[mark], match.start()
    return found


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Part a stretch of a text into its sentences.

    Returns:
        The spans of the sentences, without the white space around them. A quotation of up to
        `LONGEST_UNBROKEN` code points is not broken. Linear in the stretch.
    """
    quoted = [q for q in quotations(text, start, end) if q[1] - q[0] <= LONGEST_UNBROKEN]
    starts = [q[0] for q in quoted]
    found: list[Span] = []
    at = start
    for match in _END.finditer(text, start, end):
        if _is_inside(match, quoted, starts) or not _ends_sentence(text, at, match, end):
            continue
        found.append((at, match.end()))
        at = match.end()
    found.append((at, end))
    trimmed = (trim(text, *span) for span in found)
    return [span for span in trimmed if span[0] < span[1]]


def trim(text: str, start: int, end: int) -> Span:
    """Leave out the white space at both ends of a span."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_inside(match: re.Match[str], quoted: list[Span], starts: list[int]) -> bool:
    place = bisect_right(starts, match.start()) - 1
    return place >= 0 and match.end() < quoted[place][1]


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int) -> bool:
    if match.end() == end or not text[match.end()].isspace():
        return True
    if _LOWER.match(text, match.end(), end) or not _STARTS.match(text, match.end(), end):
        return False
    if match[0][0] != ".":
        return True
    before = max(start, match.start() - 20)
    word = _WORD.search(text, before, match.start() + 1)
    last = word[0].lstrip(_LEAD) if word else ""
    known = _abbreviations().get(last)
    if known is None and not _INITIAL.match(last):
        return True
    following = _NEXT.search(text, match.end(), min(end, match.end() + 40))
    word_after = following[0].lower() if following else ""
    if known == "number":
        return not word_after.isdigit()
    return last[-2:-1].isupper() and len(last) > _ONE_INITIAL and word_after in _openers()


@cache
def _abbreviations() -> dict[str, str]:
    known = {row["word"]: row["before"] for row in table("abbreviations")}
    return {word[:1].upper() + word[1:]: before for word, before in known.items()} | known


def _openers() -> frozenset[str]:
    return words("word_classes", "opener")
