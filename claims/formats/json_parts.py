"""Values of foreign JSON, whatever their types are."""

from collections.abc import Collection, Iterator
from typing import Any

from argmap.claims.errors import MapError, Problem
from argmap.claims.formats.json_text import parse
from argmap.claims.formats.raw_parts import Parts
from argmap.claims.ledger import Ledger


def document(data: bytes, path: str, ledger: Ledger, key: str) -> dict[str, Any]:
    """Read a JSON file that is one object; raises MapError if it is not, or without the key."""
    root = parse(data, path, ledger)
    if not isinstance(root, dict):
        problem = Problem(path, 1, 1, "this is not an object", "The file begins with {")
        raise MapError([problem])
    if key not in root:
        raise MapError([Problem(path, 1, 1, f"there is no {key!r}", "That is where the map is")])
    return root


def objects(
    value: object, what: str, known: Collection[str], parts: Parts
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk the objects of a list, by their `id`, or of an object, by key; the rest is lost.

    So are fields that are not known, of each sort of object once.
    """
    if isinstance(value, dict):
        pairs = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{what} {number}", part) for number, part in enumerate(value, 1)]
        pairs = [(identified(part, key), part) for key, part in pairs]
    else:
        pairs = [] if value is None else [(what, value)]
    for key, part in pairs:
        if isinstance(part, dict):
            parts.unread(part, known, f"{what}s", key)
            yield key, part
        else:
            parts.ledger.lost(f"{what} that is no object", key, part)


def identified(part: object, otherwise: str) -> str:
    """Give the id of an object as text, or another name for one that has none."""
    found = words(part.get("id")) if isinstance(part, dict) else ""
    return found or otherwise


def words(value: object) -> str:
    """Take text or a number as text; anything else is none."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else ""


def part_of(value: object, key: str) -> dict[str, Any]:
    """Give the object under a key; an empty one if there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
