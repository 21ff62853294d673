"""A Markdown file to a document: CommonMark with tables, without its marks."""

import re
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.token import Token

from argmap.claims.drafting.document import BlockKind, Document
from argmap.claims.drafting.sources.building import DocumentBuilder
from argmap.claims.drafting.sources.hypertext import add_markup
from argmap.claims.files import decoded

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)
_FRONT_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)
_NOTE_TEXT = re.compile(r"\[\^[^\]\s]{1,60}\]:\s*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]")
_CONTAINERS: dict[str, BlockKind] = {"list_item_open": "list item", "blockquote_open": "pull quote"}
_WORDED = ("text", "code_inline", "text_special")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read(data: bytes, path: str) -> Document:
    """Read a Markdown file.

    Raises:
        MapError: it is not UTF-8 text.
    """
    text = decoded(data, path).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    named = _FRONT_TITLE.search(front[1]) if front else None
    title = _unquoted(named[1].strip()) if named else ""
    parser = MarkdownIt("commonmark").enable("table")
    # The words of a block are parsed when its turn comes: so few of them are held at a time.
    parser.core.ruler.disable("inline")
    reading = _Reading(parser, has_title=bool(title))
    if title:
        reading.builder.add("title", title)
    reading.read(text[front.end() :] if front else text)
    return reading.builder.finish()


def _unquoted(scalar: str) -> str:
    is_quoted = len(scalar) > 1 and scalar[0] in "\"'" and scalar[0] == scalar[-1]
    return scalar[1:-1] if is_quoted else scalar


class _Reading:
    def __init__(self, parser: MarkdownIt, *, has_title: bool) -> None:
        self.parser = parser
        self.has_title = has_title
        self.builder = DocumentBuilder()
        self.containers: list[BlockKind] = []
        self.after_picture = False
        self.cells: list[str] | None = None  # of the table that is being read
        self.env: dict[str, Any] = {}  # where the parser keeps the targets of links

    def read(self, text: str) -> None:
        heading: str | None = None
        for token in self.parser.parse(text, self.env):
            if token.type in _CONTAINERS:
                self.containers.append(_CONTAINERS[token.type])
            elif token.type in ("list_item_close", "blockquote_close"):
                self.containers.pop()
            elif token.type in ("fence", "code_block"):
                self.builder.add("code", token.content)
            elif token.type == "html_block":
                add_markup(self.builder, token.content)
            elif token.type.startswith(("table_", "tr_")):
                self._read_table(token.type)
            elif token.type == "inline" and self.cells is not None:
                self._add_cell(token.content)
            elif token.type == "inline":
                self._add(token.content, heading)
            heading = token.tag if token.type == "heading_open" else None

    def _read_table(self, mark: str) -> None:
        if mark == "table_open":
            self.cells = []
        elif mark == "tr_close" and self.cells is not None:
            self.cells.append("\n")
        elif mark == "table_close":
            self.builder.add("table", "".join(self.cells or ()))
            self.cells = None

    def _add_cell(self, content: str) -> None:
        gap = " | " if self.cells and self.cells[-1] != "\n" else ""
        cast("list[str]", self.cells).append(gap + self._words(content).replace("\n", " "))

    def _add(self, content: str, heading: str | None) -> None:
        note = _NOTE_TEXT.match(content)
        words = self._words(content[note.end() :] if note else content)
        if not words.strip():
            self.after_picture = "![" in content
            return
        self.builder.add(self._kind(content, heading, is_note=note is not None), words)
        self.after_picture = False

    def _kind(self, content: str, heading: str | None, *, is_note: bool) -> BlockKind:
        if is_note:
            return "footnote"
        if heading:
            is_title = heading == "h1" and not self.has_title
            self.has_title = self.has_title or is_title
            return "title" if is_title else "heading"
        if self.containers:
            return self.containers[-1]
        stripped = content.strip()
        is_slanted = stripped[:1] in "*_" and stripped[-1:] == stripped[:1]
        return "caption" if self.after_picture and is_slanted else "paragraph"

    def _words(self, content: str) -> str:
        """Give the words of a block without marks, pictures and markup."""
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, tokens)
        words = "".join(_BREAKS.get(token.type) or _said(token) for token in tokens)
        return _NOTE_MARK.sub("", words)


def _said(token: Token) -> str:
    return token.content if token.type in _WORDED else ""
