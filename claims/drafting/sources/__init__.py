"""Files to documents: the words of an article, and which of them are what.

A file is read and nothing else: nothing that it names is fetched, nothing in it is run. The readers
of HTML and PDF need a library each, which the extras of their names install.
"""

import os
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, cast

from argmap.claims.drafting.document import Document
from argmap.claims.drafting.sources.language import language_note
from argmap.claims.errors import MapError, Problem
from argmap.claims.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 100_000_000
_BEGINNING = 1_000
_READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "hypertext",
    ".htm": "hypertext",
    ".xhtml": "hypertext",
    ".pdf": "pdf",
    ".docx": "docx",
}
_BEGINNINGS = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"))
_MARKUP = (b"<!doctype html", b"<html")


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read an article from a .txt, .md, .html, .pdf or .docx file.

    The file's first bytes tell PDF and Word documents, else its ending tells the format; a file
    of any other ending is HTML if it begins so, and else plain text.

    Raises:
        MapError: the file cannot be read, is too large, is not what it seems to be, holds no
            words, or needs a library that is not installed.
    """
    name = os.fspath(path)
    data = _bounded(name)
    read = cast(
        "Callable[[bytes, str], Document]",
        import_module(f"{__name__}.{_reader_of(data, name)}").read,
    )
    document = read(data, name)
    if not _has_words(document.text):
        raise MapError([Problem(name, None, None, "there are no words in it", "Name an article")])
    note = language_note(document.text)
    return replace(document, notes=(*document.notes, note)) if note else document


def is_plain(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is read as plain text, so that a map can name it as its source."""
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as stream:
            return _reader_of(stream.read(_BEGINNING), name) == "plain"
    except OSError:
        return False


def seems_article(data: bytes, path: str) -> bool:
    """Tell by a file's ending, and by how it begins, whether it may be an article."""
    reader = _reader_of(data[:_BEGINNING], path)
    if reader in {"pdf", "docx"}:
        return data.startswith(tuple(beginning for beginning, _ in _BEGINNINGS))
    if reader == "plain" and PurePath(path).suffix.lower() not in _READERS:
        return False
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return "\0" not in text and _has_words(text)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _bounded(name: str) -> bytes:
    """Read a file of a size that an article can have; a device that never ends is no file."""
    path = Path(name)
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES:,} bytes"
        raise MapError([Problem(name, None, None, what, "Draft a map of one article at a time")])
    return read_bytes(name)


def _reader_of(data: bytes, name: str) -> str:
    for beginning, reader in _BEGINNINGS:
        if data.startswith(beginning):
            return reader
    known = _READERS.get(PurePath(name).suffix.lower())
    if known:
        return known
    is_markup = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP)
    return "hypertext" if is_markup else "plain"
