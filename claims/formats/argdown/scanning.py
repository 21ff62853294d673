"""Text to the lines of blocks, and each line to its pieces.

A line is what the language takes for one: comments are gone, and data in braces, a comment or the
rules of an inference may run over several lines of the file. Every character is looked at a bounded
number of times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from argmap.claims.formats.argdown.places import Places
from argmap.claims.ledger import Ledger

LineSort: TypeAlias = Literal[
    "text", "relation", "number", "item", "heading", "inference", "fence", "front matter"
]
PieceSort: TypeAlias = Literal[
    "text", "gap", "emphasis", "tag", "mention", "link", "data", "definition", "reference"
]

_SPACE = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)+")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n|\Z)")
_FENCE = re.compile(r"^={3,}[ \t]*$", re.MULTILINE)
_MARKER = re.compile(
    r"""(?P<inference>--+)
      | (?P<relation>\+>|->|<\+|<-|><|_>|<_|\+|-|_(?=\s))
      | (?P<number>\([0-9]{1,9}\))
      | (?P<item>(?:\*|[0-9]{1,9}\.)(?=\s))
      | (?P<heading>\#+(?=[ \t]))
      | (?P<fence>={3,}[ \t]*$)""",
    re.VERBOSE | re.MULTILINE,
)
MENTION = r"@(?:\[[^\[\]\n]+\]|<[^<>\n]+>)"
TAG = r"\#(?:\([^()\n]+\)|[\w-]+)"
LINK = r"\[[^\[\]\n]+\]\((?:[^()\n]|\([^()\n]*\))+\)"
_INLINE = re.compile(
    rf"""(?P<newline>\n)
       | \\(?P<escaped>[^\n])
       | (?P<comment><!--|/\*|(?<![a-zA-Z]:)//)
       | (?P<link>{LINK})
       | (?P<mention>{MENTION})
       | (?P<tag>{TAG})
       | (?P<data>\{{)
       | (?P<emphasis>\*\*|__|\*|_)""",
    re.VERBOSE,
)
_LINK = re.compile(LINK)
_ELISION = re.compile(r"[\s.…]*")
_IN_RULES = re.compile(r"(?P<comment><!--|/\*|//)|(?P<end>--+)|(?P<data>\{)|(?P<newline>\n)")
_IN_DATA = re.compile(
    r"""(?P<open>\{) | (?P<close>\})
      | (?<=[\s,:\[{])"(?:[^"\\]|\\.)*+" | (?<=[\s,:\[{])'[^']*+'""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT_ENDS = {"<!--": "-->", "/*": "*/", "//": "\n"}
COLLAPSED = 4


class Piece(NamedTuple):
    """A part of a line; `opens` and `closes` say what a mark of emphasis can do."""

    sort: PieceSort
    text: str
    offset: int
    opens: bool = False
    closes: bool = False


@dataclass(slots=True)
class Line:
    """A line of a block: what it begins with, and its pieces."""

    sort: LineSort
    offset: int
    indent: str = ""
    sign: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def add(self, sort: PieceSort, text: str, offset: int) -> None:
        """Add a piece."""
        self.pieces.append(Piece(sort, text, offset))


class Scanner:
    """Reads a text once, from its beginning to its end."""

    def __init__(self, places: Places, ledger: Ledger) -> None:
        self.places = places
        self.text = places.text
        self.ledger = ledger
        self._at = 0
        self._block: list[Line] = []
        self._is_first = True
        self._closing: dict[int, int] = {}
        self._matched_to = 0
        self._block_end = 0

    def blocks(self) -> Iterator[list[Line]]:
        """Give the lines of each block; what a blank line parts are two blocks."""
        while self._at < len(self.text):
            line = self._next()
            if line == "comment":
                continue
            if isinstance(line, Line):
                self._is_first = False
                self._block.append(line)
            if self._block and (line == "blank" or self._block[0].sort == "front matter"):
                yield self._block
                self._block = []
        if self._block:
            yield self._block

    def _next(self) -> Line | Literal["blank", "comment"]:
        start = self._at
        if blank := _BLANK_LINES.match(self.text, start):
            self._at = blank.end()
            return "blank"
        begin = self._skip_space(start)
        indent = self.text[start:begin]
        at = begin
        while end := self._comment(at):
            at = self._skip_space(end)
        if at >= len(self.text) or self.text[at] == "\n":
            self._at = at + 1
            return "comment"
        marker = _MARKER.match(self.text, at)
        sort = self._sort(marker.lastgroup if marker else None)
        if sort == "text" or marker is None:
            line = Line("text", at, indent)
        else:
            line = Line(sort, at, indent, marker[0].strip())
            at = marker.end()
        if sort == "inference":
            self._at = self._inference(line, at)
        elif sort == "fence" and self._is_first:
            self._at = self._front_matter(line, at)
        else:
            content = self._skip_space(at)
            self._at = self._inline(line, self._title(line, content)) + 1
        return line

    def _sort(self, marker: str | None) -> LineSort:
        """Tell what a line is by its marker; within other blocks items are words."""
        if marker is None:
            return "text"
        if marker == "item" and self._block and self._block[0].sort != "item":
            return "text"
        return marker  # type: ignore[return-value]  # the groups are named after the sorts

    def _skip_space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _comment(self, at: int) -> int:
        """Give the end of the comment that begins here, or 0."""
        begin = next((sign for sign in _COMMENT_ENDS if self.text.startswith(sign, at)), None)
        if begin is None:
            return 0
        closing = _COMMENT_ENDS[begin]
        end = self.text.find(closing, at + len(begin))
        if begin == "//":
            end = len(self.text) if end < 0 else end
        elif end < 0:
            what = "this comment is never closed"
            self.places.report(at, what, f"Close it with {closing}")
            end = len(self.text)
        else:
            end += len(closing)
        self.ledger.lost("comment", self.places.where(at), self.text[at:end])
        return end

    def _front_matter(self, line: Line, at: int) -> int:
        line.sort = "front matter"
        closing = _FENCE.search(self.text, at + 1)
        if closing is None:
            what = "the front matter is never closed"
            self.places.report(line.offset, what, "End it with a line of ===")
            return len(self.text)
        line.add("data", self.text[at + 1 : closing.start()], at + 1)
        return closing.end() + 1

    def _title(self, line: Line, at: int) -> int:
        """Take the title that the line's content begins with, if it does; give what follows."""
        bracket = self.text[at : at + 1]
        if line.sort == "heading" or bracket not in ("[", "<"):
            return at
        closing = "]" if bracket == "[" else ">"
        stop = self.places.end_of_line(at)
        end = self.text.find(closing, at + 1, stop)
        title = self.text[at + 1 : end]
        if end < 0:
            if self.text[at + 1 : at + 2].isalpha():
                what = f"this {bracket} is never closed in its line"
                cure = f"Close the title with {closing}, or write \\{bracket} for the character"
                self.places.report(at, what, cure)
            return at
        if bracket == "[" and (_LINK.match(self.text, at) or _ELISION.fullmatch(title)):
            if title.strip() or not self.text.startswith(":", end + 1):
                return at
        elif bracket == "<" and title[:1].isspace():
            return at
        if not title.strip():
            self.places.report(at, "this title is empty", "Write a name between the brackets")
        defines = self.text.startswith(":", end + 1)
        line.add("definition" if defines else "reference", self.text[at : end + 1], at)
        return end + 2 if defines else end + 1

    def _inline(self, line: Line, at: int) -> int:
        """Take the pieces up to the end of the line; give its offset."""
        text = self.text
        while found := _INLINE.search(text, at):
            start, end, sort = found.start(), found.end(), found.lastgroup
            if start > at:
                line.add("text", text[at:start], at)
            if sort == "newline":
                return start
            if sort == "comment":
                end = self._comment(start)
                line.add("gap", "", start)
            elif sort == "escaped":
                line.add("text", found["escaped"], start)
            elif sort == "data":
                end = self._data(line, start)
            elif sort == "emphasis":
                line.pieces.append(self._emphasis(found[0], start, end))
            else:
                line.add(sort, found[0], start)  # type: ignore[arg-type]  # named after the sorts
            at = end
        if at < len(text):
            line.add("text", text[at:], at)
        return len(text)

    def _emphasis(self, mark: str, start: int, end: int) -> Piece:
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        opens = bool(after.strip()) and not before.isalnum()
        closes = bool(before.strip()) and not after.isalnum()
        return Piece("emphasis", mark, start, opens, closes)

    def _data(self, line: Line, at: int) -> int:
        if at >= self._matched_to:
            self._match_braces(at)
        end = self._closing.get(at)
        if end is None:
            what = "this { is never closed"
            self.places.report(at, what, "Close the data with }, or write \\{ for the character")
            line.add("text", "{", at)
            return at + 1
        line.add("data", self.text[at:end], at)
        return end

    def _match_braces(self, at: int) -> None:
        """Find the ends of the brace here, and of all in it, within its block."""
        if at >= self._block_end:
            blank = _BLANK_LINE.search(self.text, at)
            self._block_end = blank.start() if blank else len(self.text)
        stop = self._block_end
        opened: list[int] = []
        for found in _IN_DATA.finditer(self.text, at, stop):
            if found["open"]:
                opened.append(found.start())
            elif found["close"]:
                self._closing[opened.pop()] = found.end()
                if not opened:
                    self._matched_to = found.end()
                    return
        self._matched_to = stop

    def _inference(self, line: Line, at: int) -> int:
        """Take the rules and data between the hyphens; give the start of the next line."""
        hyphens = at - line.offset
        stop = self.places.end_of_line(at)
        if hyphens == COLLAPSED - 1 and not self.text[at:stop].strip():
            what = "an inference line has four hyphens, or two above and two below its rules"
            self.places.report(line.offset, what, "Write ----")
            return stop + 1
        end = at if hyphens >= COLLAPSED else self._rules(line, at)
        return self._refuse_rest(end)

    def _rules(self, line: Line, at: int) -> int:
        while found := _IN_RULES.search(self.text, at):
            start, end, sort = found.start(), found.end(), found.lastgroup
            if start > at:
                line.add("text", self.text[at:start], at)
            if sort == "end":
                return end
            if sort == "newline":
                if _BLANK_LINE.match(self.text, start):
                    break
                line.add("text", " ", start)
            elif sort == "comment":
                end = self._comment(start)
            else:
                end = self._data(line, start)
            at = end
        what = "the inference is never closed"
        self.places.report(line.offset, what, "End its rules with a line of two hyphens")
        return self.places.end_of_line(at)

    def _refuse_rest(self, at: int) -> int:
        """Report what follows the end of an inference in its line; give the next line."""
        at = self._skip_space(at)
        while end := self._comment(at):
            at = self._skip_space(end)
        stop = self.places.end_of_line(at)
        if at < stop:
            what = "text stands behind the line of an inference"
            self.places.report(at, what, "Begin a new line for it")
        return stop + 1
