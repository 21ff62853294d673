"""argmap's own JSON: all that the map file can say, and what was worked out from it.

`{"argmap": 1, "title", "source", "holders": [...], "statements": [...], "relations": [...],
"links": [...], "expect": [...], "ignore": [...], "suggested": [...], "to_place": [...]}`; the
objects in the lists have the fields of the model's classes, those at their default left out.
`start` and `end` of a quote count Unicode code points.
"""

import re
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from argmap.claims.assembly import Assembly
from argmap.claims.errors import shown
from argmap.claims.files import decoded
from argmap.claims.formats.json_text import check_syntax
from argmap.claims.layout import VERSION
from argmap.claims.ledger import Reading, Writing
from argmap.claims.marked_yaml import Mapping, Sequence, parse
from argmap.claims.model import (
    Expectation,
    Holder,
    Link,
    Map,
    Relation,
    Source,
    Statement,
    Suggestion,
    Words,
)
from argmap.claims.validation import convert, settle_version

# Begins with a backslash, which is quick to look for, that no other one comes before.
_SURROGATES = re.compile(
    r"\\(?<!\\\\)(\\*)u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)
_FIRST_WORDS = 'A map begins with {"argmap": 1'
_YAML_BREAKS = "\x85\u2028\u2029"
_LISTS = ("holders", "statements", "relations", "links", "expect", "suggested")
Part = TypeVar("Part", Holder, Statement, Relation, Link, Expectation, Suggestion)


class _Document(Struct, forbid_unknown_fields=True, omit_defaults=True):
    argmap: Annotated[Literal[1], Meta(extra={"expects": str(VERSION)})]
    title: Words
    source: Source = Source()
    ignore: tuple[Words, ...] = ()
    holders: tuple[Holder, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    links: tuple[Link, ...] = ()
    expect: tuple[Expectation, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    to_place: tuple[str, ...] = ()


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text, which reads back as the same map."""
    document = _Document(
        argmap=VERSION,
        title=m.title,
        source=m.source,
        ignore=m.ignore,
        holders=m.holders,
        statements=m.statements,
        relations=m.relations,
        links=m.links,
        expect=m.expect,
        suggested=m.suggested,
        to_place=m.to_place,
    )
    return Writing(msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n")


def read(data: bytes, path: str) -> Reading:
    """Read a map. Where the source is at hand its quotes are located anew, else kept as they are.

    Args:
        data: the content of the file.
        path: the file's name, for messages and for finding the source beside it.

    Raises:
        MapError: lists every mistake of the file.
    """
    text = decoded(data, path)
    check_syntax(text, path)
    assembly = Assembly(path)
    # JSON is YAML but for what _as_yaml changes; so read, each value has a place.
    root = parse(_as_yaml(text), assembly.report, null="null")
    if not isinstance(root, Mapping):
        if not assembly.problems:
            assembly.report(None, "this is not an object", _FIRST_WORDS)
        raise assembly.error()
    if root.keys().isdisjoint(("argmap", "title", "statements")):
        assembly.report(None, "this is JSON, but no map as known here", _FIRST_WORDS)
        raise assembly.error()
    settle_version(root, assembly.report)
    header = root.part(key for key in root if key not in _LISTS)
    head = convert(header, _Document, assembly.report, "the map")
    assembly.holders = _parts(root, "holders", Holder, assembly)
    assembly.statements = _parts(root, "statements", Statement, assembly)
    assembly.relations = _parts(root, "relations", Relation, assembly)
    assembly.links = _parts(root, "links", Link, assembly)
    assembly.expect = _parts(root, "expect", Expectation, assembly)
    assembly.suggested = _parts(root, "suggested", Suggestion, assembly)
    to_place = root.get("to_place")
    if head and isinstance(to_place, Sequence):
        assembly.to_place = list(zip(head.to_place, to_place.items_at, strict=True))
    source = root.get("source")
    m = assembly.finish(
        title=head.title if head else "",
        source=head.source if head else Source(),
        ignore=head.ignore if head else (),
        source_at=source.values_at.get("file") if isinstance(source, Mapping) else None,
    )
    return Reading(m)


def _parts(root: Mapping, name: str, shape: type[Part], assembly: Assembly) -> list[Part]:
    values = root.get(name, ())
    if not isinstance(values, Sequence):
        if name in root:
            assembly.report(root.values_at[name], f"{shown(name)} must be a list", "Write [ ]")
        return []
    parts: list[Part] = []
    for raw, at in zip(values, values.items_at, strict=True):
        if not isinstance(raw, Mapping):
            assembly.report(at, f"an item of {shown(name)} must be an object", "Write { }")
            continue
        part = convert(raw, shape, assembly.report, f"the {shape.__name__.lower()}")
        if part is None:
            assembly.unread += [raw["id"]] if isinstance(raw.get("id"), str) else []
        else:
            parts.append(part)
            assembly.place(part, at, raw)
    return parts


def _as_yaml(text: str) -> str:
    """Join surrogate pairs, and escape what YAML, but not JSON, takes for the end of a line."""
    for character in _YAML_BREAKS:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return _SURROGATES.sub(_joined, text)


def _joined(pair: re.Match[str]) -> str:
    if len(pair[1]) % 2:
        return pair[0]
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
