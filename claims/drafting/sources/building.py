"""Put a document together, block by block, from words that stood in a file with markup.

Blocks stand apart by an empty line. White space becomes single spaces, or single line ends where a
block has lines; what cannot be seen (soft hyphens, zero width, control characters) is left out, so
that the words of the text are the words that a reader of the file sees.
"""

import re
from collections import Counter
from collections.abc import Iterable

from argmap.claims.drafting.document import Block, BlockKind, Document

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

        Args:
            title: its title, if no block of it is one.
            notes: what a reader of the draft should know.
        """
        blocks: list[Block] = []
        pieces: list[str] = []
        at = 0
        repeated = _repeats(self._parts)
        for place, (kind, text) in enumerate(self._parts):
            kept: BlockKind = kind
            if kind == "pull quote" and place not in repeated:
                kept = "paragraph"
            blocks.append(Block(kept, at, at + len(text)))
            pieces.append(text)
            at += len(text) + 2
        titles = (text for kind, text in self._parts if kind == "title")
        found = " ".join(next(titles, title or "").split())
        text = "\n\n".join(pieces) + ("\n" if pieces else "")
        return Document(text, tuple(blocks), found or None, tuple(notes))


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
