"""An HTML page to a document: the article, told apart from what stands around it.

Scripts, styles, controls and hidden parts are left out; navigation, captions, credits and the like
stay in the text, marked as such. Linear in the page.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from argmap.claims.drafting.document import BlockKind, Document
from argmap.claims.drafting.sources.building import DocumentBuilder, seen
from argmap.claims.drafting.sources.contexts import BLOCKS, VOID, Context, entered
from argmap.claims.drafting.sources.tags import Open, Words, tags

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_ENCODING = re.compile(
    r"(iso-?8859|windows-|cp)[-_]?\d+|utf-?8|latin-?1|ascii|us-ascii|koi8-[ru]"
    r"|shift[-_]jis|euc-(jp|kr)|gb\w+|big5",
    re.IGNORECASE,
)
_WHITE = re.compile(r"\s+")
_PARAGRAPH_BREAK = re.compile(r"\n[ \n]*\n")
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s*")
_SITE_NAME = re.compile(r"\s+[|\u2013\u2014·»]\s+[^|\u2013\u2014·»]{1,40}$|\s+-\s+[^-]{1,40}$")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENDED = {
    "li": ("p", "li"),
    **dict.fromkeys(("dt", "dd"), ("p", "dt", "dd")),
    "tr": ("p", "tr", "td", "th"),
    **dict.fromkeys(("td", "th"), ("p", "td", "th")),
    **dict.fromkeys(_HEADINGS, ("p", *_HEADINGS)),
}
_LEADING = ("paragraph", "list item", "heading")
_LINKED = 0.8
_LONG_CELL = 300
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    context: Context
    text: str
    linked: float  # the part of its characters that are in links


def read(data: bytes, path: str) -> Document:
    """Read an HTML page; any bytes can be read, so that `path` has nothing to tell."""
    del path
    page = _Page()
    page.read(_decoded(data))
    builder = DocumentBuilder()
    for kind, text in _told_apart(_mended(page.pieces), seen(page.title)):
        builder.add(kind, text)
    return builder.finish(title=_SITE_NAME.sub("", seen(page.title)))


def add_markup(builder: DocumentBuilder, text: str) -> None:
    """Add the blocks of a piece of HTML that stands in another text."""
    page = _Page()
    page.read(text)
    for piece in _mended(page.pieces):
        builder.add(piece.context.kind, piece.text)


def _decoded(data: bytes) -> str:
    """Decode as the page says or, failing that, as most pages are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = _CHARSET.search(data[:2048])
    names = [declared[1].decode()] if declared and _ENCODING.fullmatch(declared[1].decode()) else []
    for name in (*names, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


class _Page:
    """Takes the tags of a page and collects its pieces of text."""

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
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
        """Close what need not be closed in HTML, when a block begins."""
        ended = _ENDED.get(name, ("p",))
        while self.blocks and self.stack[self.blocks[-1]][0] in ended:
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
                self.pieces.append(_Piece(self.at, part.strip(), self.linked / len(text)))
        self.words, self.linked, self.raised = [], 0, None


def _mended(pieces: Sequence[_Piece]) -> list[_Piece]:
    """See to what single elements do not tell: misleading names, tables, lists of links."""
    found: list[_Piece] = []
    for (table, _), cells in groupby(
        _named_rightly(pieces), lambda p: (p.context.table, _is_caption(p))
    ):
        group = list(cells)
        found += [_table(group)] if table and _is_table(group) else group
    mended: list[_Piece] = []
    for _, items in groupby(found, lambda p: (p.context.group, p.context.kind)):
        mended += _told_links(list(items))
    return mended


def _named_rightly(pieces: Sequence[_Piece]) -> Sequence[_Piece]:
    """Leave the names of classes aside where they would put away most of the text."""
    prose = [piece for piece in pieces if piece.context.plain_kind == "paragraph"]
    away = sum(len(piece.text) for piece in prose if piece.context.by_name)
    if away <= _MOST * sum(len(piece.text) for piece in prose):
        return pieces
    return [_as(piece, piece.context.plain_kind) for piece in pieces]


def _is_caption(piece: _Piece) -> bool:
    return piece.context.kind == "caption"


def _is_table(cells: Sequence[_Piece]) -> bool:
    """Tell a table from a page that is laid out by one."""
    return not any(
        len(cell.text) > _LONG_CELL
        or cell.context.level
        or cell.context.kind in ("caption", "navigation")
        for cell in cells
    )


def _table(cells: Sequence[_Piece]) -> _Piece:
    rows = groupby(cells, lambda cell: cell.context.row)
    text = "\n".join(" | ".join(seen(cell.text) for cell in row) for _, row in rows)
    return _Piece(replace(cells[0].context, kind="table"), text, 0)


def _told_links(items: Sequence[_Piece]) -> Sequence[_Piece]:
    """Take lists and lines that are nearly all links for navigation."""
    kind = items[0].context.kind
    if kind == "list item":
        letters = sum(len(item.text) for item in items)
        is_links = sum(item.linked * len(item.text) for item in items) > _LINKED * letters
        return [_as(item, "navigation") for item in items] if is_links else items
    if kind == "paragraph":
        return [_as(item, "navigation") if item.linked > _LINKED else item for item in items]
    return items


def _as(piece: _Piece, kind: BlockKind) -> _Piece:
    return replace(piece, context=replace(piece.context, kind=kind))


def _told_apart(pieces: Sequence[_Piece], page_title: str) -> list[tuple[BlockKind, str]]:
    """Name the kind of each piece; what is not in the article is navigation."""
    scope = _scope(pieces)
    title = _title(pieces, scope, page_title)
    told: list[tuple[BlockKind, str]] = []
    for place, piece in enumerate(pieces):
        context = piece.context
        if place == title:
            told.append(("title", piece.text))
        elif not scope(context) or context.kind == "navigation":
            if told and told[-1][0] == "navigation":
                told[-1] = ("navigation", f"{told[-1][1]}\n{piece.text}")
            else:
                told.append(("navigation", piece.text))
        elif context.in_header and title is not None and place > title and context.kind in _LEADING:
            told.append(("standfirst", piece.text))
        else:
            told.append((context.kind, piece.text))
    return told


def _scope(pieces: Sequence[_Piece]) -> Callable[[Context], bool]:
    """Find the article: an element that holds most of the page's prose."""
    prose = [piece for piece in pieces if piece.context.kind == "paragraph"]
    letters: Counter[int] = Counter()
    for piece in prose:
        letters[piece.context.article] += len(piece.text)
    least = _MOST * letters.total()
    best = max(letters, key=lambda article: letters[article], default=0)
    if best and letters[best] >= least:
        return lambda context: context.article == best
    if sum(len(piece.text) for piece in prose if piece.context.in_main) > least:
        return lambda context: context.in_main
    return lambda _: True


def _title(
    pieces: Sequence[_Piece], scope: Callable[[Context], bool], page_title: str
) -> int | None:
    """Find the piece that is the title: the first heading of the article, or the page's own."""
    first = [place for place, piece in enumerate(pieces) if piece.context.level == 1]
    inside = [place for place in first if scope(pieces[place].context)]
    named = [place for place in first if seen(pieces[place].text) in page_title]
    return next(iter([*inside, *named]), None)
