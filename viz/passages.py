"""The source as paragraphs whose pieces know the statements that stand on them."""

import re
from bisect import bisect_right
from typing import Literal, TypedDict

from argmap.claims.model import Map
from argmap.viz.text import clean

_LINE = re.compile("\\S[^\r\n\x85\u2028\u2029]*")
_BULLET = re.compile(r"[•◦‣*–-]\s+")  # noqa: RUF001
_LONGEST_HEADING = 110


class Passage(TypedDict):
    """One paragraph of the source.

    Attributes:
        form: How it is set.
        parts: Its pieces in order, each with the statements that stand on it (by their place in
            the map), those with the shortest quote first.
    """

    form: Literal["heading", "bullet", "paragraph"]
    parts: list[tuple[str, list[int]]]


def passages(m: Map) -> list[Passage]:
    """Cut the source into paragraphs and pieces; without the source, one passage a quote.

    Quotes may overlap. N log N in the quotes, linear in the text.
    """
    if m.text is None:
        return _quotes(m)
    starts, covered = _coverage(m)
    text = clean(m.text)
    return [
        {"form": _form(line.group().rstrip()), "parts": _parts(text, line.span(), starts, covered)}
        for line in _LINE.finditer(text)
    ]


def headings(text: str) -> list[tuple[int, str]]:
    """Return the headings of a source with the places where they begin."""
    return [
        (line.start(), line.group().rstrip())
        for line in _LINE.finditer(text)
        if _form(line.group().rstrip()) == "heading"
    ]


def _quotes(m: Map) -> list[Passage]:
    """List the quotes in the order of the source as far as it is known, else of the map."""
    found = [
        (quote.start if quote.start is not None else -1, number, clean(quote.quote))
        for number, statement in enumerate(m.statements)
        for quote in statement.quotes
    ]
    found.sort(key=lambda item: item[0])
    return [{"form": "paragraph", "parts": [(quote, [number])]} for _, number, quote in found]


def _coverage(m: Map) -> tuple[list[int], list[list[int]]]:
    """Return where the set of quoting statements changes, and who quotes from there on."""
    spans = [
        (quote.start, quote.end, number)
        for number, statement in enumerate(m.statements)
        for quote in statement.quotes
        if quote.start is not None and quote.end is not None and quote.start < quote.end
    ]
    changes: dict[int, list[tuple[bool, tuple[int, int, int]]]] = {}
    for span in spans:
        changes.setdefault(span[0], []).append((True, span))
        changes.setdefault(span[1], []).append((False, span))
    starts: list[int] = [0]
    covered: list[list[int]] = [[]]
    open_spans: list[tuple[int, int, int]] = []
    for place in sorted(changes):
        for opens, span in changes[place]:
            if opens:
                open_spans.append(span)
            else:
                open_spans.remove(span)
        told = sorted(open_spans, key=lambda span: (span[1] - span[0], span[2]))
        starts.append(place)
        covered.append(list(dict.fromkeys(number for _, _, number in told)))
    return starts, covered


def _parts(
    text: str, span: tuple[int, int], starts: list[int], covered: list[list[int]]
) -> list[tuple[str, list[int]]]:
    start, end = span
    k = bisect_right(starts, start) - 1
    parts: list[tuple[str, list[int]]] = []
    while start < end:
        until = min(starts[k + 1], end) if k + 1 < len(starts) else end
        if start < until:
            parts.append((text[start:until], covered[k]))
        start, k = until, k + 1
    return parts


def _form(line: str) -> Literal["heading", "bullet", "paragraph"]:
    if _BULLET.match(line):
        return "bullet"
    short = len(line) <= _LONGEST_HEADING and line[0].isalnum() and line[-1] not in ".!?:;,…\"'”’)"  # noqa: RUF001
    return "heading" if short else "paragraph"
