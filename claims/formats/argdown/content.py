"""The pieces of a statement to its title, words, tags and data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.claims.formats.argdown.places import Places
from argmap.claims.formats.argdown.scanning import Line, Piece
from argmap.claims.formats.argdown.values import read_data
from argmap.claims.ledger import Ledger


@dataclass(slots=True)
class Content:
    """What a statement, argument or heading says."""

    offset: int
    is_argument: bool = False
    title: str | None = None
    is_reference: bool = False
    text: str = ""
    tags: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)


class ContentReader:
    """Reads the contents of one document."""

    def __init__(self, places: Places, ledger: Ledger) -> None:
        self.places = places
        self.ledger = ledger
        self.keeps_tags = True

    def read(self, lines: Iterable[Line]) -> Content:
        """Put together what a line and those that continue it say."""
        content = Content(-1)
        words: list[Piece] = []
        is_broken = False
        for line in lines:
            pieces = line.pieces
            if content.offset < 0:
                content.offset = line.pieces[0].offset if line.pieces else line.offset
                pieces = self._take_title(content, pieces)
            elif pieces and pieces[0].sort in ("definition", "reference"):
                what = "a title begins this line, but the block above goes on"
                cure = f"Put an empty line above it, or write \\{pieces[0].text[0]}"
                self.places.report(pieces[0].offset, what, cure)
                is_broken = True
            if is_broken:
                continue
            words += self._take_data(content, pieces)
            words.append(Piece("text", "\n", line.offset))
        content.tags = [_tag(piece.text) for piece in words if piece.sort == "tag"]
        content.text = self._text(words)
        self._judge(content, words)
        return content

    def _take_title(self, content: Content, pieces: list[Piece]) -> list[Piece]:
        if not pieces or pieces[0].sort not in ("definition", "reference"):
            return pieces
        first = pieces[0]
        content.is_argument = first.text.startswith("<")
        content.title = " ".join(first.text[1:-1].split())
        content.is_reference = first.sort == "reference"
        return pieces[1:]

    def _take_data(self, content: Content, pieces: Iterable[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            if piece.sort == "data":
                content.data |= read_data(piece.text, piece.offset, self.places, self.ledger)
                yield Piece("data", "", piece.offset)
            else:
                yield piece

    def _text(self, pieces: list[Piece]) -> str:
        kept = [piece for piece in pieces if piece.sort != "data"]
        while kept and (kept[-1].sort in ("tag", "gap") or not kept[-1].text.strip()):
            kept.pop()
        marks = _paired_marks(kept)
        if marks:
            self.ledger.lost("bold or italic type", self.places.where(kept[0].offset))
        words: list[str] = []
        was_gap = False
        for index, piece in enumerate(kept):
            is_gap = piece.sort == "gap" or (piece.sort == "tag" and not self.keeps_tags)
            if index in marks or is_gap:
                was_gap = was_gap or is_gap
                continue
            said = self._link_text(piece) if piece.sort == "link" else piece.text
            if was_gap and (not words or words[-1][-1:].isspace()):
                said = said.lstrip(" \t")
            was_gap = False
            words.append(said)
        lines = (line.strip() for line in "".join(words).split("\n"))
        return " ".join(line for line in lines if line)

    def _link_text(self, piece: Piece) -> str:
        text, url = piece.text[1:-1].split("](", 1)
        self.ledger.lost("address of a link", self.places.where(piece.offset), url)
        return text

    def _judge(self, content: Content, words: list[Piece]) -> None:
        """Report what a reference and data cannot be followed by, and a definition needs."""
        data_at = next((n for n, piece in enumerate(words) if piece.sort == "data"), None)
        if data_at is not None and (extra := _first_words(words[data_at:])) is not None:
            what = "text stands behind the data of a statement"
            cure = "Move the data to the end, or write \\{ for a brace that is none"
            self.places.report(extra, what, cure)
        elif content.is_reference and (extra := _first_words(words)) is not None:
            bracket = "<>" if content.is_argument else "[]"
            what = f"text stands behind {bracket[0]}{content.title}{bracket[1]}"
            cure = f"To define it write a colon behind the {bracket[1]}, else begin a new block"
            self.places.report(extra, what, cure)
        elif content.title is not None and not content.is_reference and not content.text:
            what = "this title with a colon has no text behind it"
            self.places.report(content.offset, what, "Write the text, or remove the colon")


def _tag(text: str) -> str:
    return text[2:-1].strip() if text.startswith("#(") else text[1:]


def _first_words(pieces: Iterable[Piece]) -> int | None:
    """Give the offset of the first words that are neither tag nor data."""
    said = (p for p in pieces if p.sort not in ("tag", "data", "gap") and p.text.strip())
    first = next(said, None)
    return first and first.offset + len(first.text) - len(first.text.lstrip())


def _paired_marks(pieces: list[Piece]) -> set[int]:
    """Find the marks of emphasis that belong together; the others are words."""
    paired: set[int] = set()
    opened: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.sort != "emphasis":
            continue
        begin = opened.get(piece.text)
        if begin is not None and piece.closes:
            paired |= {begin, index}
            opened = {mark: at for mark, at in opened.items() if at < begin}
        elif piece.opens:
            opened.setdefault(piece.text, index)
    return paired
