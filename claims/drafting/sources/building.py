"""Put a document together, block by block, from words that stood in a file with markup.

Blocks stand apart by an empty line. White space becomes single spaces, or single line ends where a
block has lines; what cannot be seen (soft hyphens, zero width, control characters) is left out, so
that the words of the text are the words that a reader of the file sees.
"""

import re
from collections import Counter
from collections.abc import Iterable

from argmap.claims.drafting.document import Block, BlockKind, Document
from argmap.claims.drafting.lines import BULLET, FOOTNOTE, furniture
from argmap.claims.drafting.structure import settled

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHITE = re.compile(r"\s+")
_BODY = ("paragraph", "list item")
_WORD = re.compile(r"\w+")
_REPEAT_WORDS = 4


class DocumentBuilder:
    """Collects blocks in the order of the text."""

    def __init__(self) -> None:
        self._parts: list[tuple[BlockKind, str]] = []

    def add(self, kind: BlockKind, words: str) -> None:
        """Add a block; one without words is left out. Each line of `words` stays a line."""
        lines = (seen(line) for line in words.split("\n"))
        text = "\n".join(line for line in lines if line)
        if text:
            self._parts.append((kind, text))

    def finish(self, title: str | None = None, notes: Iterable[str] = ()) -> Document:
        """Give the document.

        Markup does not tell all: lines that look like a credit, a bullet or a label are taken for
        that, as in plain text, and what a block is is settled from its neighbours.

        Args:
            title: its title, if no block of it is one.
            notes: what a reader of the draft should know.
        """
        blocks: list[Block] = []
        pieces: list[str] = []
        at = 0
        repeated = _repeats(self._parts)
        for place, (kind, text) in enumerate(self._parts):
            is_told = kind != "pull quote" or place in repeated
            blocks.append(_block(kind if is_told else "paragraph", text, at))
            pieces.append(text)
            at += len(text) + 2
        titles = (text for kind, text in self._parts if kind == "title")
        found = " ".join(next(titles, title or "").split())
        text = "\n\n".join(pieces) + ("\n" if pieces else "")
        return Document(text, tuple(settled(text, blocks)), found or None, tuple(notes))


def _block(kind: BlockKind, text: str, at: int) -> Block:
    """Make a block that begins at a place; its looks are asked where markup says little."""
    end = at + len(text)
    if kind == "heading" and furniture(text) in ("standfirst", "footnote"):
        return Block(furniture(text) or kind, at, end)
    if kind != "paragraph" or "\n" in text:
        return Block(kind, at, end)
    if footnote := FOOTNOTE.match(text):
        return Block("footnote", at + footnote.end(), end)
    if bullet := BULLET.match(text):
        return Block("list item", at + bullet.end(), end)
    return Block(furniture(text) or kind, at, end)


def seen(words: str) -> str:
    """Give words as a reader sees them, in one line."""
    return _WHITE.sub(" ", _SURROGATE.sub("\ufffd", _UNSEEN.sub("", words))).strip()


def _repeats(parts: list[tuple[BlockKind, str]]) -> set[int]:
    """List the set-off quotations that repeat words of the body, and so are pull quotes.

    A quotation whose words stand nowhere else is a part of the text. Looked up by runs of four
    words, so that the time is linear in the text.
    """
    asked = [place for place, (kind, _) in enumerate(parts) if kind == "pull quote"]
    if not asked:
        return set()
    wanted = Counter(run for place in asked for run in _runs(parts[place][1]))
    body = {run for kind, text in parts if kind in _BODY for run in _runs(text) if run in wanted}
    return {
        place
        for place in asked
        if 2 * sum(run in body for run in _runs(parts[place][1])) > len(_runs(parts[place][1]))
    }


def _runs(text: str) -> list[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    size = min(_REPEAT_WORDS, len(words))
    return [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
