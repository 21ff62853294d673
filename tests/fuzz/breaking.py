"""Breaks sound files at random: bytes, words, lines and the values of JSON."""

import json
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

PIECES: tuple[bytes, ...] = (
    b'"',
    b"<",
    b">",
    b"\n",
    b"\r",
    b"\t",
    b"&x;",
    b"&#0;",
    b"[",
    b"]",
    b"{",
    b"}",
    b"-",
    b"\0",
)
PIECES += (
    b"\xff",
    b"\xef\xbb\xbf",
    "\u2028\u0085\u202e".encode(),
    "\U0001f5fa".encode(),
    b":",
    b"|",
)
PIECES += (b"1e999", b"-1", b"99999999999999999999", b"null", b"''", b"\\u0000", b"\\ud800", b"  ")
ODD: tuple[Any, ...] = (None, [], {}, 0, -1, 1.5, 10**30, True, "", " ", "x", "\0", [[]], [None])
_WORD = re.compile(rb"\w+")
_MOST = 50_000


def broken(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Break a file in one to four ways."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(_WAYS)(data, chance.choice(others), chance)
    return data[:_MOST]


def _span(data: Sequence[Any], chance: random.Random) -> tuple[int, int]:
    """Pick a part, most often a short one."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + int(chance.expovariate(0.1)))


def _bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    source_start, source_end = _span(other, chance)
    way = chance.randrange(6)
    if way == 0:
        return data[:start]
    if way == 1:
        return data[:start] + data[end:]
    if way == 2:
        return data[:end] + data[start:]
    if way == 3:
        return data[:start] + other[source_start:source_end] + data[end:]
    if way == 4:
        return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]
    return data[:start] + chance.choice(PIECES) + data[start:]


def _words(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put another word of the same or another file in the place of a word."""
    here = list(_WORD.finditer(data))
    there: list[bytes] = _WORD.findall(other)
    if not here or not there:
        return data
    at = chance.choice(here)
    return data[: at.start()] + chance.choice((*there, *PIECES)) + data[at.end() :]


def _lines(data: bytes, other: bytes, chance: random.Random) -> bytes:
    lines, further = data.splitlines(keepends=True), other.splitlines(keepends=True)
    start, end = sorted((chance.randint(0, len(lines)), chance.randint(0, len(lines))))
    way = chance.randrange(5)
    if way == 0:
        lines[start:end] = []
    elif way == 1:
        lines[end:end] = lines[start:end]
    elif way == 2:
        chance.shuffle(lines)
    elif way == 3:
        lines[start:start] = further[slice(*sorted(_span(further, chance)))]
    else:
        lines[start:end] = [b" " * chance.randint(1, 5) + line for line in lines[start:end]]
    return b"".join(lines)


def _values(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put an odd value, or one from elsewhere, into a place of a JSON file."""
    try:
        root, further = json.loads(data), json.loads(other)
    except (ValueError, RecursionError):
        return _words(data, other, chance)
    places = _places(root)
    if not places:
        return data
    for _ in range(chance.choice((1, 1, 2, 5))):
        holder, key = chance.choice(places)
        values = [inner[at] for inner, at in _places(further)] or [None]
        holder[key] = chance.choice(ODD) if chance.random() < 0.4 else chance.choice(values)
    try:
        return json.dumps(root, ensure_ascii=chance.random() < 0.5).encode()
    except (ValueError, RecursionError):
        return data


def _places(root: Any) -> list[tuple[Any, Any]]:
    """List all places below a value; values that stand in several places are walked once."""
    found: list[tuple[Any, Any]] = []
    queue = [root]
    seen = set()
    while queue:
        value = queue.pop()
        if isinstance(value, dict | list) and id(value) not in seen:
            seen.add(id(value))
            keys = list(value) if isinstance(value, dict) else range(len(value))
            found += ((value, key) for key in keys)
            queue += value.values() if isinstance(value, dict) else value
    return found


_WAYS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    _bytes,
    _words,
    _words,
    _lines,
    _values,
    _values,
)
