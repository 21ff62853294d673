"""The tags of a page to its pieces of text, each with what the elements around it say of it.

Knows which end tags HTML lets its authors leave out, and forgives those that are wrong.
"""

import re
from dataclasses import dataclass

from argmap.claims.drafting.sources.contexts import BLOCKS, VOID, Context, entered
from argmap.claims.drafting.sources.tags import Open, Words, tags

_WHITE = re.compile(r"\s+")
_PARAGRAPH_BREAK = re.compile(r"\n[ \n]*\n")
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s*")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENDED = {
    "p": ("p", *_HEADINGS),
    "li": ("p", "li"),
    **dict.fromkeys(("dt", "dd"), ("p", "dt", "dd")),
    "tr": ("p", "tr", "td", "th"),
    **dict.fromkeys(("td", "th"), ("p", "td", "th")),
    **dict.fromkeys(_HEADINGS, ("p", *_HEADINGS)),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a page that no block parts; `linked` is the share of them that is in links."""

    context: Context
    text: str
    linked: float


class Page:
    """Takes the tags of a page and collects its pieces of text.

    Attributes:
        pieces: the pieces, in the order of the page.
        title: what the page calls itself.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.title = ""
        self.is_xml = False
        self.entered = 0
        self.stack: list[tuple[str, Context]] = [("", Context())]
        self.places: dict[str, list[int]] = {}
        self.blocks: list[int] = []
        self.words: list[str] = []
        self.at = Context()
        self.linked = 0
        self.raised: tuple[int, int] | None = None

    def read(self, text: str) -> None:
        """Take a page, or a piece of one; linear in its length."""
        self.is_xml = text.lstrip("\ufeff").startswith("<?xml")
        for tag in tags(text):
            if isinstance(tag, Words):
                self._say(tag.text)
            elif isinstance(tag, Open):
                self._open(tag)
            else:
                self._close(tag.name)
        self._flush()

    def _say(self, text: str) -> None:
        name, context = self.stack[-1]
        if context.is_unread:
            if name == "title" and not self.title:
                self.title = text
            return
        if context.kind != "code":
            text = _WHITE.sub(" ", text)
        if not self.words:
            if text.isspace():
                return
            self.at = context
        self.words.append(text)
        if self.places.get("a"):
            self.linked += len(text)

    def _open(self, tag: Open) -> None:
        name = tag.name
        if name == "br":
            self._say_break()
        if name in BLOCKS:
            self._flush()
            self._close_before(name)
        if name in VOID or (tag.is_whole and self.is_xml):
            return
        self.entered += 1
        context = entered(self.stack[-1][1], name, tag.attributes, self.entered)
        self.places.setdefault(name, []).append(len(self.stack))
        if name in BLOCKS:
            self.blocks.append(len(self.stack))
        if name == "sup":
            self.raised = len(self.words), self.linked
        self.stack.append((name, context))

    def _say_break(self) -> None:
        if self.words and not self.stack[-1][1].is_unread:
            self.words.append("\n")

    def _close_before(self, name: str) -> None:
        """Close what need not be closed in HTML, or was forgotten, when a block begins.

        A paragraph ends a heading that has words; one without any takes its words from it.
        """
        ended = _ENDED.get(name, ("p",))
        while self.blocks and self.stack[self.blocks[-1]][0] in ended:
            is_bare = not (self.pieces and self.pieces[-1].context == self.stack[-1][1])
            if name == "p" and self.stack[self.blocks[-1]][0] in _HEADINGS and is_bare:
                return
            self._leave(self.blocks[-1])

    def _close(self, name: str) -> None:
        if name in ("br", "p") and not self.places.get(name):
            self._say_break()
        if not self.places.get(name):
            return
        place = self.places[name][-1]
        if name in BLOCKS:
            self._flush()
        elif self.blocks and self.blocks[-1] > place and not self.stack[place][1].is_unread:
            return  # closed too late: the block that it began before goes on
        if name == "sup" and self.raised:
            self._leave_out_note_mark(*self.raised)
        self._leave(place)

    def _leave_out_note_mark(self, at: int, linked: int) -> None:
        if self.linked > linked and _NOTE_MARK.fullmatch("".join(self.words[at:])):
            del self.words[at:]
            self.linked = linked

    def _leave(self, place: int) -> None:
        while len(self.stack) > place:
            self.places[self.stack.pop()[0]].pop()
        while self.blocks and self.blocks[-1] >= place:
            self.blocks.pop()

    def _flush(self) -> None:
        text = "".join(self.words)
        is_code = self.at.kind == "code"
        for part in [text] if is_code else _PARAGRAPH_BREAK.split(text):
            if part.strip():
                self.pieces.append(Piece(self.at, part.strip(), self.linked / len(text)))
        self.words, self.linked, self.raised = [], 0, None
