"""Short ways to read foreign files in a test, and files that are out to do harm."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from argmap.claims import MapError
from argmap.claims.formats import format_named
from argmap.claims.ledger import Reading, summary

ODD_VALUES: tuple[Any, ...] = (None, [], {}, 0, -1, 1.5, True, "", "x", [[]], [None], {"id": []})


def read(form: str, content: Any, path: str = "map") -> Reading:
    """Read a file; what is not text or bytes is written as JSON first."""
    if not isinstance(content, str | bytes):
        content = json.dumps(content)
    return format_named(form).read(
        content if isinstance(content, bytes) else content.encode(), path
    )


def told(reading: Reading) -> dict[str, int]:
    """What the ledger says, and how often."""
    return {entry.what: entry.times for entry in summary(reading.losses)}


def is_map_or_mistake(form: str, data: bytes) -> bool:
    """Whether a file reads as a map, or as a mistake that says where; else it raises."""
    try:
        read(form, data)
    except MapError as error:
        return bool(error.problems) and all(p.path == "map" for p in error.problems)
    return True


def with_odd_values(value: Any) -> Iterator[Any]:
    """Put an odd value into each place of a JSON value, one place at a time."""
    yield from ODD_VALUES
    pairs: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    for key, part in pairs:
        for odd in with_odd_values(part):
            copy = value.copy()
            copy[key] = odd
            yield copy


def mutated(sample: str | bytes) -> st.SearchStrategy[bytes]:
    """Bytes at random, and a sound file with a piece of it cut out or overwritten."""
    data = sample.encode() if isinstance(sample, str) else sample
    places = st.integers(0, len(data))
    pieces = st.binary(max_size=4) | st.sampled_from([b'"', b"<", b"\n", b"\t", b"&x;", b"[", b"-"])
    cut = st.builds(
        lambda a, b, piece: data[: min(a, b)] + piece + data[max(a, b) :], places, places, pieces
    )
    return st.binary(max_size=40) | cut
