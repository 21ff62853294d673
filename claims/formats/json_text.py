"""Foreign JSON to plain values, and where its syntax is wrong."""

import json
import re
from typing import Any

import msgspec

from argmap.claims.errors import MapError, Problem
from argmap.claims.files import decoded
from argmap.claims.ledger import Ledger

_TRUNCATED = "Input data was truncated"
_ESCAPE = re.compile(r"\\(?:\\|u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|u(?=[dD][89a-fA-F])(\w{4}))")
_PLACE = re.compile(r"(.*?)(?: \(byte (\d+)\))?$")


def parse(data: bytes, path: str, ledger: Ledger) -> Any:  # noqa: ANN401
    """Read the values of a JSON file; of a key that an object has twice, the first counts.

    Raises:
        MapError: it is not UTF-8 or not JSON, or nested too deeply; says where.
    """

    def whole(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            found.clear()
            for key, value in pairs:
                if key in found:
                    ledger.lost("second value of a key", key, value)
                else:
                    found[key] = value
        return found

    text = decoded(data, path, longest_line=len(data), allow_control=True)
    check_syntax(text, path)
    try:
        return json.loads(text, object_pairs_hook=whole)
    except RecursionError:
        what = "this is nested too deeply"
        raise MapError([Problem(path, None, None, what, "No map needs that")]) from None


def check_syntax(text: str, path: str) -> None:
    """Raise MapError with the place where text is not JSON; too deep nesting is let pass."""
    try:
        msgspec.json.decode(text.encode())
    except RecursionError:
        return
    except msgspec.DecodeError as error:
        what, byte = _PLACE.fullmatch(str(error)).groups()  # type: ignore[union-attr]  # always
        before = text.encode()[: int(byte)].decode("utf-8", "replace") if byte else text
        if what == _TRUNCATED:
            what, before = _too_short(text)
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        problem = Problem(
            path, line, column, f"this is not JSON: {what}", "Check brackets, commas and quotes"
        )
        raise MapError([problem]) from None


def _too_short(text: str) -> tuple[str, str]:
    """Tell what a text lacks that ends too early, or seems to, and what stands before that."""
    half = next((found for found in _ESCAPE.finditer(text) if found[1]), None)
    if half:
        return f"{half[0]} is half of a character", text[: half.start()]
    return "it ends too early" if text.strip() else "the file is empty", text
