"""Measure text and wrap it into lines, without a browser.

Widths are the advance widths of Liberation Sans, which Arial and Helvetica share.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

__all__ = ["clean", "clip", "clusters", "measure", "wrap"]

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile("[^\\S\u00a0\u202f\u2060]+")
_EMOJI = range(0x1F000, 0x20000)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JOINER = "\u200d"
# These may not begin a line.
_CLOSING = frozenset("。、，．！？）」』】〉》：；")  # noqa: RUF001


def clean(text: str) -> str:
    """Replace what no document may hold (controls, lone surrogates), character by character.

    The length stays the same, so that positions in the text stay true.
    """
    return _UNPRINTABLE.sub("\ufffd", text)


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in pixels at a font size in pixels."""
    return sum(map(_advances(bold=bold).__getitem__, text)) * size


def clusters(text: str) -> Iterator[str]:
    """Yield the characters as a reader sees them: a base with its marks, a joined emoji.

    A simplification of Unicode's UAX 29 that never splits what it must not.
    """
    start = 0
    for place in range(1, len(text)):
        if not _joined(text, start, place):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def clip(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Shorten one line with an ellipsis so that it fits the width."""
    if measure(text, size, bold=bold) <= width:
        return text
    room = width - measure("…", size, bold=bold)
    return _head(text, room, size, bold=bold).rstrip(" ,;:.-\u2013\u2014") + "…"


def wrap(
    text: str, width: float, size: float, *, lines: int | None = None, bold: bool = False
) -> tuple[str, ...]:
    """Break text into lines that fit the width; an ellipsis ends what had to be cut off.

    Words that are too long are broken between clusters, East Asian text between characters.
    Text without words is one empty line. Linear in the text.
    """
    space = measure(" ", size, bold=bold)
    rows: list[str] = []
    current, used = "", 0.0
    for unit, extent, gap in _units(text, width, size, bold=bold):
        longer = used + space + extent if gap else used + extent
        if current and longer > width:
            rows.append(current)
            if lines is not None and len(rows) == lines:
                return (*rows[:-1], clip(current + gap + unit, width, size, bold=bold))
            current, used = unit, extent
        else:
            current, used = (current + gap + unit, longer) if current else (unit, extent)
    return (*rows, current)


def _units(text: str, width: float, size: float, *, bold: bool) -> Iterator[tuple[str, float, str]]:
    """Yield what must stay on one line, its width, and the space that stands before it."""
    for word in _SPACE.split(text):
        gap = " "
        for unit in _breakable(word):
            rest = unit
            while rest:
                extent = measure(rest, size, bold=bold)
                if extent <= width:
                    yield rest, extent, gap
                    break
                part = _head(rest, width, size, bold=bold)
                yield part, measure(part, size, bold=bold), gap
                rest, gap = rest[len(part) :], ""
            gap = ""


def _breakable(word: str) -> Iterator[str]:
    """Cut a word where East Asian writing lets a line end."""
    if word.isascii():
        yield word
        return
    unit = ""
    for cluster in clusters(word):
        wide = unicodedata.east_asian_width(cluster[0]) in "WF"
        if unit and wide and cluster not in _CLOSING:
            yield unit
            unit = ""
        unit += cluster
        if wide and cluster in _CLOSING:
            yield unit
            unit = ""
    yield unit


def _head(text: str, width: float, size: float, *, bold: bool) -> str:
    """Return the longest beginning that fits, at least one cluster."""
    used, end = 0.0, 0
    for cluster in clusters(text):
        used += measure(cluster, size, bold=bold)
        if used > width and end:
            break
        end += len(cluster)
    return text[:end]


def _joined(text: str, start: int, place: int) -> bool:
    """Tell whether the character at a place belongs to the cluster that begins at start."""
    before, char = text[place - 1], text[place]
    if char < "\u0300":
        return False
    if _JOINER in {char, before} or unicodedata.category(char)[0] == "M":
        return True
    if ord(char) in _SKIN_TONES:
        return True
    return ord(char) in _FLAG_LETTERS and place - start == 1 and ord(before) in _FLAG_LETTERS


class _Advances(dict[str, float]):
    """Advance widths in em; characters outside the table are estimated once."""

    def __missing__(self, char: str) -> float:
        self[char] = width = _estimate(char)
        return width


def _estimate(char: str) -> float:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if ord(char) in _EMOJI:
        return 1.36
    return {"W": 1.0, "F": 1.0, "H": 0.55}.get(unicodedata.east_asian_width(char), 0.64)


@cache
def _advances(*, bold: bool) -> _Advances:
    table = json.loads((files("argmap.viz") / "assets" / "widths.json").read_text("utf-8"))
    known = _Advances()
    for width, runs in table["bold" if bold else "regular"].items():
        for run in runs.split():
            first, _, last = run.partition("-")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                known[chr(code)] = int(width) / table["unit"]
    return known
