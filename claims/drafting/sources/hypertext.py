"""An HTML page to a document: the article, told apart from what stands around it.

Scripts, styles, controls and hidden parts are left out; navigation, captions, credits and the like
stay in the text, marked as such. Linear in the page.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from argmap.claims.drafting.document import BlockKind, Document
from argmap.claims.drafting.sources.building import DocumentBuilder, seen
from argmap.claims.drafting.sources.contexts import Context
from argmap.claims.drafting.sources.pieces import Page, Piece

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_ENCODING = re.compile(
    r"(iso-?8859|windows-|cp)[-_]?\d+|utf-?8|latin-?1|ascii|us-ascii|koi8-[ru]"
    r"|shift[-_]jis|euc-(jp|kr)|gb\w+|big5",
    re.IGNORECASE,
)
_SITE_NAME = re.compile(r"\s+[|\u2013\u2014·»]\s+[^|\u2013\u2014·»]{1,40}$|\s+-\s+[^-]{1,40}$")
_LEADING = ("paragraph", "list item", "heading")
_LINKED = 0.8
_LONG_CELL = 300
_MOST = 0.5


def read(data: bytes, path: str) -> Document:
    """Read an HTML page; any bytes can be read, so that `path` has nothing to tell."""
    del path
    page = Page()
    page.read(_decoded(data))
    builder = DocumentBuilder()
    for kind, text in _told_apart(_mended(page.pieces), seen(page.title)):
        builder.add(kind, text)
    return builder.finish(title=_SITE_NAME.sub("", seen(page.title)))


def add_markup(builder: DocumentBuilder, text: str) -> None:
    """Add the blocks of a piece of HTML that stands in another text."""
    page = Page()
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


def _mended(pieces: Sequence[Piece]) -> list[Piece]:
    """See to what single elements do not tell: misleading names, tables, lists of links."""
    found: list[Piece] = []
    for (table, _), cells in groupby(
        _named_rightly(pieces), lambda p: (p.context.table, _is_caption(p))
    ):
        group = list(cells)
        found += [_table(group)] if table and _is_table(group) else group
    mended: list[Piece] = []
    for _, items in groupby(found, lambda p: (p.context.group, p.context.kind)):
        mended += _told_links(list(items))
    return mended


def _named_rightly(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Leave the names of classes aside where they would put away most of the text."""
    prose = [piece for piece in pieces if piece.context.plain_kind == "paragraph"]
    away = sum(len(piece.text) for piece in prose if piece.context.by_name)
    if away <= _MOST * sum(len(piece.text) for piece in prose):
        return pieces
    return [_as(piece, piece.context.plain_kind) for piece in pieces]


def _is_caption(piece: Piece) -> bool:
    return piece.context.kind == "caption"


def _is_table(cells: Sequence[Piece]) -> bool:
    """Tell a table from a page that is laid out by one."""
    return not any(
        len(cell.text) > _LONG_CELL
        or cell.context.level
        or cell.context.kind in ("caption", "navigation")
        for cell in cells
    )


def _table(cells: Sequence[Piece]) -> Piece:
    rows = groupby(cells, lambda cell: cell.context.row)
    text = "\n".join(" | ".join(seen(cell.text) for cell in row) for _, row in rows)
    return Piece(replace(cells[0].context, kind="table"), text, 0)


def _told_links(items: Sequence[Piece]) -> Sequence[Piece]:
    """Take lists and lines that are nearly all links for navigation."""
    kind = items[0].context.kind
    if kind == "list item":
        letters = sum(len(item.text) for item in items)
        is_links = sum(item.linked * len(item.text) for item in items) > _LINKED * letters
        return [_as(item, "navigation") for item in items] if is_links else items
    if kind == "paragraph":
        return [_as(item, "navigation") if item.linked > _LINKED else item for item in items]
    return items


def _as(piece: Piece, kind: BlockKind) -> Piece:
    return replace(piece, context=replace(piece.context, kind=kind))


def _told_apart(pieces: Sequence[Piece], page_title: str) -> list[tuple[BlockKind, str]]:
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


def _scope(pieces: Sequence[Piece]) -> Callable[[Context], bool]:
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
    pieces: Sequence[Piece], scope: Callable[[Context], bool], page_title: str
) -> int | None:
    """Find the piece that is the title: the first heading of the article, or the page's own."""
    first = [place for place, piece in enumerate(pieces) if piece.context.level == 1]
    inside = [place for place in first if scope(pieces[place].context)]
    named = [place for place in first if seen(pieces[place].text) in page_title]
    return next(iter([*inside, *named]), None)
