"""The lines of printed pages to blocks, by their size, place and distance."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from argmap.claims.drafting.document import BlockKind

_NUMBER = re.compile(
    r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|photo|map)\s*\d+\s*[.:|]|source:|photo:", re.IGNORECASE
)
_LEADERS = re.compile(r"(?:\.\s?){6,}\s*\d+$")  # of a table of contents
_ITEM = re.compile(r"[•‣◦▪■●*-]\s+|\(?\d{1,2}[.)]\s+|\u2013\s+")
_FINAL = re.compile(r"[.!?:][\"'”’)\]]*$")
BROKEN_WORD = "\ufffe"  # what PDFium makes of a hyphen at the end of a line
_HYPHENS = ("-", BROKEN_WORD, "\xad")
_WORD = re.compile(r"\w+(?:-\w+)*")
_DIGITS = re.compile(r"\d+")
_TAIL = 60
_EDGE_LINES = 2
_LARGER, _SMALLER = 1.12, 0.92
_TITLE_SIZE = 1.25
_WIDER = 1.35
_INDENT = 0.8
_SHORT_OF = 0.15
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; lengths in points, `base` counted from the bottom of the page."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False


def blocks_of(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[BlockKind, str]]:
    """Join lines to blocks; running heads and page numbers are left out.

    Headings are larger or bolder than most of the text, footnotes smaller and below it. A
    paragraph ends where the distance grows, where the next line is indented, and at a sentence
    that ends well before the margin. Linear in the lines.
    """
    lines = [line for page in _without_running_heads(pages) for line in page]
    if not lines:
        return
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0]
    kinds = _kinds(lines, body)
    paragraphs = _Paragraphs(lines)
    begun: list[Line] = []
    for place, line in enumerate(lines):
        if begun and (kinds[place] != kinds[place - 1] or paragraphs.begins(place, kinds[place])):
            yield kinds[place - 1], paragraphs.joined(begun)
            begun = []
        begun.append(line)
    yield kinds[-1], paragraphs.joined(begun)


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    edges = [_edges(page) for page in pages]
    times = Counter(_plain(line) for edge in edges for line in edge)
    least = max(2, min(5, len(pages) // 2))
    for page, edge in zip(pages, edges, strict=True):
        left_out = {
            line
            for line in edge
            if _NUMBER.fullmatch(line.text)
            or (len(pages) > 1 and times[_plain(line)] >= least and not _ITEM.match(line.text))
        }
        yield [line for line in page if line not in left_out]


def _edges(page: Sequence[Line]) -> list[Line]:
    """Give the lines at the top and the bottom of a page."""
    by_height = sorted(page, key=lambda line: line.base)
    return list(dict.fromkeys([*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]))


def _plain(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.base / 20)


def _kinds(lines: Sequence[Line], body: float) -> list[BlockKind]:
    largest = max((line.size for line in lines if line.page == lines[0].page), default=0.0)
    kinds: list[BlockKind] = []
    titled = False
    for line in lines:
        kind = _kind(line, body)
        is_largest = line.size == largest and line.size >= _TITLE_SIZE * body
        if kind == "heading" and is_largest and line.page == lines[0].page:
            goes_on = bool(kinds) and kinds[-1] == "title"
            if goes_on or not titled:
                kind, titled = "title", True
        kinds.append(_after(kind, kinds, lines[len(kinds) - 1], line) if kinds else kind)
    return kinds


def _kind(line: Line, body: float) -> BlockKind:
    is_line = len(line.text) <= _LONGEST_HEADING and not _FINAL.search(line.text[-_TAIL:])
    if _CAPTION.match(line.text):
        return "caption"
    if _LEADERS.search(line.text[-_TAIL:]):
        return "navigation"
    if line.size >= _LARGER * body and len(line.text) <= 2 * _LONGEST_HEADING:
        return "heading"
    if line.is_bold and is_line:
        return "heading"
    if line.size <= _SMALLER * body:
        return "footnote"
    return "list item" if _ITEM.match(line.text) else "paragraph"


def _after(kind: BlockKind, kinds: Sequence[BlockKind], before: Line, line: Line) -> BlockKind:
    """Let a caption or an item go on in lines that do not look like one by themselves."""
    last = kinds[-1]
    follows = 0 < before.base - line.base < 2 * line.size
    is_alike = abs(before.size - line.size) < 1
    if last == "caption" and follows and is_alike and not _FINAL.search(before.text[-_TAIL:]):
        return "caption"
    goes_on = kind == "paragraph" and follows and line.left > before.left - 1
    return "list item" if last == "list item" and goes_on and is_alike else kind


class _Paragraphs:
    """Tells where one block ends and the next begins, and puts the lines of one together."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        steps = [a.base - b.base for a, b in pairwise(lines) if 0 < a.base - b.base < 3 * a.size]
        self.step = median(steps) if steps else 0.0
        self.margins: dict[tuple[int, int], float] = {}
        for line in lines:
            column = self._column(line)
            self.margins[column] = max(self.margins.get(column, 0), line.right)
        self.words = {word.casefold() for line in lines for word in _WORD.findall(line.text)}

    def _column(self, line: Line) -> tuple[int, int]:
        return line.page, round(line.left / 150)

    def begins(self, place: int, kind: BlockKind) -> bool:
        line, before = self.lines[place], self.lines[place - 1]
        if kind == "list item" and _ITEM.match(line.text):
            return True
        step = before.base - line.base
        ended = bool(_FINAL.search(before.text[-_TAIL:])) and self._is_short(before)
        if before.page != line.page or step <= 0:
            return ended
        usual = self.step if kind in ("paragraph", "list item") else 1.2 * line.size
        return step > _WIDER * usual or ended or self._is_indented(place)

    def _is_short(self, line: Line) -> bool:
        margin = self.margins[self._column(line)]
        return margin - line.right > _SHORT_OF * (margin - line.left)

    def _is_indented(self, place: int) -> bool:
        line, before = self.lines[place], self.lines[place - 1]
        after = self.lines[place + 1] if place + 1 < len(self.lines) else None
        least = _INDENT * line.size
        goes_back = after is None or after.page != line.page or line.left - after.left > least
        return line.left - before.left > least and goes_back

    def joined(self, lines: Sequence[Line]) -> str:
        """Join lines with spaces; a word that was broken at the end of a line is mended."""
        parts = [lines[0].text]
        for line in lines[1:]:
            last = parts[-1]
            if last.endswith(_HYPHENS) and last[-2:-1].isalpha():
                parts[-1] = self._before_break(last, line.text)
                parts.append(line.text)
            else:
                parts += [" ", line.text]
        return "".join(parts)

    def _before_break(self, text: str, following: str) -> str:
        """Give the end of a line without its hyphen, unless the word is written with one."""
        head = _WORD.findall(text[-_TAIL:-1])
        tail = _WORD.match(following)
        hyphenated = f"{head[-1]}-{tail[0]}".casefold() if head and tail else ""
        whole = hyphenated.replace("-", "")
        is_known = hyphenated in self.words and whole not in self.words
        if is_known or not following[:1].islower():
            return f"{text[:-1]}-"
        return text[:-1]
