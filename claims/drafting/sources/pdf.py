"""A PDF file to a document, by PDFium: the lines of its pages and where they stand.

PDFium draws nothing here, runs no script and opens no link. The extra `pdf` installs it.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.claims.drafting.document import Document
from argmap.claims.drafting.sources.building import DocumentBuilder, seen
from argmap.claims.drafting.sources.columns import Row, in_columns
from argmap.claims.drafting.sources.page_lines import BROKEN_WORD, Line, blocks_of
from argmap.claims.errors import MapError, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MAX_PAGES = 3_000
MAX_CHARACTERS = 20_000_000
_FEWEST_ON_A_PAGE = 20
_BOLD = 600
_FONT_NAME = 100
_ROW = re.compile(rf"[^\n{BROKEN_WORD}]*[\n{BROKEN_WORD}]?")
_PROTECTED = "password"
_GUTTER = 14
_LONG_ROW = 30
_LAST_OF_ONE_UNIT = "\uffff"
_SPACES = re.compile(r"\s+")


def read(data: bytes, path: str) -> Document:
    """Read the text of a PDF file.

    Running heads and page numbers are left out, so that a paragraph goes on over the page.

    Raises:
        MapError: PDFium is not installed, or the file is damaged, protected, too long, or holds
            pictures of pages instead of text.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  # an extra
    except ImportError:
        what = "PDF files are read with pypdfium2, which is not installed"
        raise _problem(path, what, "Install it with: pip install 'argmap[pdf]'") from None
    try:
        file = PdfDocument(data)
    except PdfiumError as error:
        if _PROTECTED in str(error).lower():
            raise _problem(path, "it is protected by a password", "Save it without one") from None
        raise _problem(path, "this is not a whole PDF file", "Save it anew, or as text") from None
    try:
        return _document(file, path)
    except PdfiumError as error:
        raise _problem(path, f"a page cannot be read: {error}", "Save it anew") from None
    finally:
        file.close()


def _document(file: "PdfDocument", path: str) -> Document:
    if len(file) > MAX_PAGES:
        what = f"it has {len(file):,} pages, more than {MAX_PAGES:,}"
        raise _problem(path, what, "Draft a map of one article at a time")
    pages: list[list[Line]] = []
    letters = 0
    bare = 0
    for number in range(len(file)):
        page = file[number]
        text = page.get_textpage()
        pages.append(list(in_columns(list(_rows(text, number)))))
        text.close()
        page.close()
        on_page = sum(len(line.text) for line in pages[-1])
        letters += on_page
        bare += on_page < _FEWEST_ON_A_PAGE
        if letters > MAX_CHARACTERS:
            what = f"it has more than {MAX_CHARACTERS:,} characters"
            raise _problem(path, what, "Draft a map of one article at a time")
    if bare == len(pages):
        what = "this PDF holds no text, only pictures of pages, as a scan does"
        raise _problem(path, what, "Have its text recognized (OCR) first")
    builder = DocumentBuilder()
    for kind, words in blocks_of(pages):
        builder.add(kind, words)
    notes = [f"{bare} of {len(pages)} pages hold no text that can be read."] if bare else []
    return builder.finish(title=seen(file.get_metadata_value("Title")), notes=notes)


def _rows(text: "PdfTextPage", page: int) -> Iterator[Row]:
    at = 0
    for row in _ROW.findall(text.get_text_range()):
        kept = row.strip()
        if kept:
            first = at + _units(row[: len(row) - len(row.lstrip())])
            cut = _gutter(text, kept, first)
            pieces = (kept[:cut], kept[cut:].lstrip()) if cut else (kept,)
            starts = (first, first + _units(kept) - _units(pieces[-1]))
            yield tuple(
                _line(text, words, page, start, start + _units(words.rstrip(BROKEN_WORD)) - 1)
                for words, start in zip(pieces, starts, strict=False)
            )
        at += _units(row)


def _gutter(text: "PdfTextPage", row: str, first: int) -> int:
    """Find where a row runs across from one column to the next; 0 if it does not."""
    if len(row) < _LONG_ROW or max(row) > _LAST_OF_ONE_UNIT:
        return 0
    cuts = [
        space.start()
        for space in _SPACES.finditer(row)
        if text.get_charbox(first + space.end())[0] - text.get_charbox(first + space.start() - 1)[2]
        > _GUTTER
    ]
    return cuts[0] if len(cuts) == 1 else 0


def _line(text: "PdfTextPage", words: str, page: int, first: int, last: int) -> Line:
    from pypdfium2 import raw  # noqa: PLC0415  # an extra

    left, bottom, _, _ = text.get_charbox(min(first, text.count_chars() - 1))
    _, _, right, _ = text.get_charbox(min(last, text.count_chars() - 1))
    middle = (first + last) // 2  # a bullet at the beginning may be of another size
    x, y = ctypes.c_double(left), ctypes.c_double(bottom)
    raw.FPDFText_GetCharOrigin(text, first, x, y)
    return Line(
        text=words,
        page=page,
        left=left,
        right=right,
        base=y.value,
        size=raw.FPDFText_GetFontSize(text, middle),
        is_bold=_is_bold(text, middle) and _is_bold(text, last),
    )


def _is_bold(text: "PdfTextPage", at: int) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415  # an extra

    name, flags = ctypes.create_string_buffer(_FONT_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, _FONT_NAME, flags)
    return b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(text, at) >= _BOLD


def _units(text: str) -> int:
    """Count as PDFium does, in units of UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _problem(path: str, what: str, cure: str) -> MapError:
    return MapError([Problem(path, None, None, what, cure)])
