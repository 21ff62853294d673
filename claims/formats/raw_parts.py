"""The parts of a large foreign JSON file, one after another, whatever their types are.

Only the outer keys are taken apart at once, and each item of a list as it comes: memory is bounded
by what is kept of them.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import msgspec

from argmap.claims.errors import MapError, Problem, shown
from argmap.claims.files import decoded
from argmap.claims.formats.json_text import check_syntax
from argmap.claims.ledger import Ledger

Outline: TypeAlias = dict[str, msgspec.Raw]
"""The values of an object by their keys, not looked into yet."""

_AT_ONCE = 1_000_000
_EMPTY: tuple[object, ...] = (None, "", [], {})
_OUTLINE = msgspec.json.Decoder(Outline)
_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
_VALUE = msgspec.json.Decoder()


@contextmanager
def reading_json(data: bytes, path: str) -> Iterator[Outline]:
    """Give the outer keys of a file; what turns out to be no JSON while they are read is told.

    Raises:
        MapError: it is not UTF-8, not JSON, no object, or nested too deeply; says where.
    """
    text = decoded(data, path, longest_line=len(data), allow_control=True)
    try:
        yield _outline(data.removeprefix(b"\xef\xbb\xbf"), path)
    except RecursionError:
        what = "this is nested too deeply"
        raise MapError([Problem(path, None, None, what, "No map needs that")]) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        check_syntax(text, path)
        raise MapError([Problem(path, None, None, f"this is not JSON: {error}")]) from None


def _outline(data: bytes, path: str) -> Outline:
    try:
        return _OUTLINE.decode(data)
    except msgspec.ValidationError:
        problem = Problem(path, 1, 1, "this is not an object", "The file begins with {")
        raise MapError([problem]) from None


def required_lists(outline: Outline, keys: Collection[str], path: str) -> None:
    """Raise MapError with all keys under which there is no list."""
    problems = [
        Problem(path, None, None, f"{shown(key)} is no list", "Write [ ]")
        for key in keys
        if key not in outline or not _begins(outline[key], b"[")
    ]
    if problems:
        raise MapError(problems)


def _begins(raw: msgspec.Raw, byte: bytes) -> bool:
    return memoryview(raw)[:1].tobytes() == byte


class Parts:
    """Reads lists of objects, and notes what is none, and what is set aside, once a sort."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._set_aside: set[str] = set()
        self._unread: set[tuple[str, str]] = set()

    def objects(self, outline: Outline, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Walk the objects of a list, each with its number in it; a missing list has none."""
        raw = outline.get(key)
        if raw is None or _begins(raw, b"n"):
            return
        if not _begins(raw, b"["):
            self.ledger.lost(f"{key} that are no list", key, _VALUE.decode(raw))
            return
        is_small = memoryview(raw).nbytes < _AT_ONCE
        items = _VALUE.decode(raw) if is_small else map(_VALUE.decode, _ITEMS.decode(raw))
        for number, value in enumerate(items, 1):
            if isinstance(value, dict):
                yield number, value
            else:
                self.ledger.lost(f"part of {key} that is no object", f"{key} {number}", value)

    def outline(self, outline: Outline, key: str) -> Outline:
        """Give the object under a key; an empty one if there is none."""
        raw = outline.get(key)
        try:
            return {} if raw is None else _OUTLINE.decode(raw)
        except msgspec.ValidationError:
            if raw is not None and not _begins(raw, b"n"):
                self.aside(f"{key} that is no object", key)
            return {}

    def value(self, outline: Outline, key: str) -> Any:  # noqa: ANN401
        """Give the value under a key; None if there is none."""
        raw = outline.get(key)
        return None if raw is None else _VALUE.decode(raw)

    def unread(self, part: dict[str, Any], known: Collection[str], of: str, where: str) -> None:
        """Note the fields of a part that nothing is made of, each field once a file."""
        for field, value in part.items():
            if field not in known and (of, field) not in self._unread and value not in _EMPTY:
                self._unread.add((of, field))
                self.ledger.lost(f"field {shown(field)} of {of}", where)

    def unread_keys(self, outline: Outline, known: Collection[str], of: str) -> None:
        """Note the keys of an object that nothing is made of."""
        for key, raw in outline.items():
            if key not in known and bytes(raw) not in (b"null", b'""', b"[]", b"{}"):
                self.aside(f"{shown(key)} of {of}", key)

    def aside(self, what: str, where: str) -> None:
        """Note something as lost once, however often it is there."""
        if what not in self._set_aside:
            self._set_aside.add(what)
            self.ledger.lost(what, where)


def id_of(value: object) -> str | None:
    """Take text or a number as an id; None if it is neither."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return str(int(value)) if value == value // 1 else str(value)


def text_of(value: object) -> str:
    """Take text or a number as text; anything else has none."""
    return value if isinstance(value, str) else id_of(value) or ""
