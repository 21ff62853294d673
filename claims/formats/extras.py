"""What argmap knows of a part and a format has no field of its own for.

Formats with a place for foreign data (`metadata`, `userdata`) carry there, under the name argmap,
the fields of the model as our own JSON has them. A reader takes them back where they are sound, so
that only they come from there which the format itself does not tell.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from argmap.claims.formats.gathering import Gathering
from argmap.claims.model import Expectation, Holder, Link, Map, Relation, Source, Statement

NAME = "argmap"
Part = TypeVar("Part", Statement, Relation)


class _Header(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    """What stands once in a file."""

    title: str | None = None
    source: Source = Source()
    holders: tuple[Holder, ...] = ()
    links: tuple[Link, ...] = ()
    expect: tuple[Expectation, ...] = ()
    ignore: tuple[str, ...] = ()


def extras(part: Statement | Relation | Link, *told: str) -> dict[str, Any]:
    """Give the fields of a part that are set; those that the format tells itself are left out."""
    return {
        name: value
        for name, value in msgspec.to_builtins(part).items()
        if name not in (*told, "id")
    }


def sound_extras(
    raw: object, like: Part, gathering: Gathering, *told: str
) -> dict[str, Any] | None:
    """Take the fields of a part back; None if there are none, or none that are sound.

    What is not sound is noted as lost. Protocol buffers write whole numbers like others: 7.0 is 7.

    Args:
        raw: what stands in the file; None if nothing does.
        like: a part with all fields that must be there.
        gathering: the map that is read.
        told: fields that the format tells itself.
    """
    if raw is None:
        return None
    if isinstance(raw, Mapping):
        fields = {k: v for k, v in raw.items() if k not in (*told, "id")}
        try:
            whole = {**msgspec.to_builtins(like), **fields}
            part = msgspec.convert(whole, type(like), strict=False)
        except (msgspec.ValidationError, TypeError):
            pass
        else:
            return {name: getattr(part, name) for name in fields}
    gathering.ledger.lost("fields of argmap that are not sound", like.id, raw)
    return None


def foreign_tags(spaces: Mapping[str, Any], where: str, gathering: Gathering) -> Iterator[str]:
    """Make tags of what another tool noted of a statement: `label: testimony`; the rest is lost."""
    for name, value in spaces.items():
        parts = value.items() if isinstance(value, dict) else [("", value)]
        for key, said in parts:
            if isinstance(said, str | int | float) and str(said).strip():
                yield f"{f'{name} {key}'.strip()}: {said}"
            elif said:
                gathering.ledger.lost(f"metadata {name!r}", where, said)


def header(m: Map, *, links: bool = True) -> dict[str, Any]:
    """Give what a map says once, as it stands in a file."""
    head = _Header(
        title=m.title,
        source=m.source,
        holders=m.holders,
        links=m.links if links else (),
        expect=m.expect,
        ignore=m.ignore,
    )
    return msgspec.to_builtins(head)  # type: ignore[no-any-return]  # a struct becomes a dict


def taken_header(raw: object, gathering: Gathering) -> dict[str, Any]:
    """Take back what a map says once: holders and links are gathered, the rest is for `finish`."""
    try:
        head = msgspec.convert(raw or {}, _Header, strict=False)
    except msgspec.ValidationError:
        gathering.ledger.lost("facts of argmap that are not sound", "the map", raw)
        head = _Header()
    for holder in head.holders:
        gathering.declare_holder(holder)
    for link in head.links:
        gathering.add_link(link.id, link.source, link.target, link.kind, link.scheme)
    return {
        "title": head.title or "",
        "source": head.source,
        "expect": head.expect,
        "ignore": head.ignore,
    }
