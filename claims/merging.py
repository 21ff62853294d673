"""Bring back into a changed map what its way through another format could not carry."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from argmap.claims.model import Holder, Link, Map, Relation, Statement

Part = TypeVar("Part", bound=Statement | Relation | Link | Holder)
_FIELDS = ("title", "source", "expect", "ignore", "suggested", "to_place", "text")


def merged(base: Map, carried: Map, changed: Map) -> Map:
    """Merge three maps, part by part and field by field: what was not changed is as in `base`.

    Args:
        base: The map as it once was.
        carried: What another format made of it.
        changed: What became of that since.

    Returns:
        The changed map, in which every field that still is as in `carried` has its value from
        `base`. Parts are the same if they have the same id. Linear in the three maps.
    """
    fields = {
        name: getattr(base if getattr(changed, name) == getattr(carried, name) else changed, name)
        for name in _FIELDS
    }
    statements = _parts(base.statements, carried.statements, changed.statements)
    known = {statement.id for statement in statements}
    links = _parts(base.links, carried.links, changed.links)
    return replace(
        changed,
        **fields,
        statements=statements,
        relations=_standing(_parts(base.relations, carried.relations, changed.relations), known),
        links=tuple(link for link in links if {link.source, link.target} <= known),
        holders=_parts(base.holders, carried.holders, changed.holders),
    )


def _parts(
    base: Sequence[Part], carried: Sequence[Part], changed: Sequence[Part]
) -> tuple[Part, ...]:
    """Merge parts in the order of the base, what is new behind; what the way lost comes back."""
    old = {part.id: part for part in base}
    sent = {part.id: part for part in carried}
    now = {part.id: part for part in changed}
    kept = [i for i in old if i in now or i not in sent]
    return tuple(
        _part(old.get(i), sent.get(i), now.get(i))
        for i in (*kept, *(i for i in now if i not in old))
    )


def _part(base: Part | None, carried: Part | None, changed: Part | None) -> Part:
    if changed is None or carried is None or base is None:
        return changed or base  # type: ignore[return-value]  # one of the two is there
    values = {
        name: getattr(base if getattr(changed, name) == getattr(carried, name) else changed, name)
        for name in changed.__struct_fields__
    }
    return msgspec.structs.replace(changed, **values)


def _standing(relations: Sequence[Relation], known: set[str]) -> tuple[Relation, ...]:
    """Leave out relations that lost an end, and all that undercuts them."""
    attackers: dict[str, list[str]] = {}
    for relation in relations:
        if relation.undercuts:
            attackers.setdefault(relation.target_id, []).append(relation.id)
    ends = known | {relation.id for relation in relations}
    fallen: set[str] = set()
    queue = [r.id for r in relations if not known.issuperset(r.premises) or r.target_id not in ends]
    while queue:
        name = queue.pop()
        if name not in fallen:
            fallen.add(name)
            queue += attackers.get(name, ())
    return tuple(relation for relation in relations if relation.id not in fallen)
