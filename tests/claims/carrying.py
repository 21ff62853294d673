"""What of a map a format carries: a map with all else blanked, for comparison."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from argmap.claims import Map
from argmap.claims.formats.features import Feature
from argmap.claims.model import Link, Quote, Relation, RelationRef, Source, Statement

_FIELDS: tuple[tuple[Feature, dict[str, Any]], ...] = (
    ("evidence", {"kind": "claim", "type": None, "origin": None}),
    ("titles", {"title": None}),
    ("holders", {"holder": ()}),
    ("quotes", {"quotes": ()}),
    ("certainty", {"certainty": None}),
    ("locutions", {"locutions": ()}),
    ("sections", {"section": ()}),
    ("tags", {"tags": ()}),
    ("notes", {"note": None}),
    ("implicit statements", {"implicit": False}),
    ("main claim", {"main": False}),
    ("evidence types and origins", {"type": None, "origin": None}),
    ("expectations and silenced checks", {"ignore": ()}),
    ("marks of a draft", {"status": None, "signal": None}),
)
_RELATION_FIELDS: tuple[tuple[Feature, dict[str, Any]], ...] = (
    ("certainty", {"certainty": None}),
    ("warrants", {"because": None}),
    ("schemes", {"scheme": None}),
    ("mutual contrasts", {"mutual": False}),
    ("marks of a draft", {"status": None, "signal": None}),
)


def carried(m: Map, features: Iterable[Feature]) -> Map:
    """Blank in a map all that is not among the features; what is left can be compared.

    Texts and notes lose the space around them. Ids that are not carried become numbers, relations
    and links are put in an order of their own, and holders of whom only the name is carried stand
    as that name.
    """
    kept = frozenset(features)
    statements = _statements(m, kept)
    if "ids" not in kept:
        number = {s.id: f"s{n}" for n, s in enumerate(statements, 1)}
        m = _renamed(m, number)
        statements = [_set(s, id=number[s.id]) for s in statements]
    demands = "expectations and silenced checks" in kept
    drafted = "marks of a draft" in kept
    return Map(
        title=" ".join(m.title.split()) if "title of the map" in kept else "",
        statements=tuple(statements),
        relations=tuple(_relations(m.relations, kept)),
        links=tuple(_links(m.links, kept)),
        holders=m.holders if "details of holders" in kept else (),
        source=m.source if "source" in kept else Source(),
        expect=m.expect if demands else (),
        ignore=m.ignore if demands else (),
        suggested=m.suggested if drafted else (),
        to_place=m.to_place if drafted else (),
    )


def _set(part: Any, **fields: Any) -> Any:
    return msgspec.structs.replace(part, **fields)


def _blank(part: Any, table: Sequence[tuple[Feature, dict[str, Any]]], kept: frozenset[str]) -> Any:
    for feature, fields in table:
        if feature not in kept:
            part = _set(part, **fields)
    return part


def _statements(m: Map, kept: frozenset[str]) -> list[Statement]:
    names = {holder.id: " ".join(holder.name.split()) for holder in m.holders}
    if "details of holders" in kept:
        names = {holder.id: holder.id for holder in m.holders}
    statements = []
    for statement in m.statements:
        blank = _blank(statement, _FIELDS, kept)
        said = (
            _set(spoken, words=spoken.words.strip(), speaker=names.get(spoken.speaker))
            for spoken in blank.locutions
        )
        fields = {
            "text": blank.text.strip(),
            "note": blank.note and blank.note.strip(),
            "holder": tuple(names[holder] for holder in blank.holder),
            "locutions": tuple(said),
            "quotes": tuple(_quote(quote, kept) for quote in blank.quotes),
        }
        statements.append(_set(blank, **fields))
    return statements


def _quote(quote: Quote, kept: frozenset[str]) -> Quote:
    if "places of quotes" in kept:
        return quote
    return Quote(quote=quote.quote, nth=quote.nth, fuzzy=quote.fuzzy)


def _renamed(m: Map, name: dict[str, str]) -> Map:
    return replace(
        m,
        statements=(),
        relations=tuple(
            _set(
                r,
                source=name[r.source],
                linked=tuple(name[premise] for premise in r.linked),
                target=r.target if isinstance(r.target, RelationRef) else name[r.target],
            )
            for r in m.relations
        ),
        links=tuple(_set(k, source=name[k.source], target=name[k.target]) for k in m.links),
    )


def _relations(relations: Sequence[Relation], kept: frozenset[str]) -> list[Relation]:
    blank: list[Relation] = [_blank(r, _RELATION_FIELDS, kept) for r in relations]
    if "undercuts" not in kept:
        blank = [r for r in blank if not r.undercuts]
    if "linked premises" not in kept:
        blank = list(_parted(blank))
    if "relation ids" not in kept:
        blank = _numbered(blank)
    return sorted(blank, key=lambda r: r.id)


def _parted(relations: Sequence[Relation]) -> Iterable[Relation]:
    seen = set()
    for relation in relations:
        for n, premise in enumerate(relation.premises):
            step = (relation.kind, premise, relation.target)
            if step not in seen:
                seen.add(step)
                name = relation.id if n == 0 else f"{relation.id}-{n}"
                yield _set(relation, id=name, source=premise, linked=())


def _numbered(relations: Sequence[Relation]) -> list[Relation]:
    """Name relations by the order of their ends: first those of statements, then undercuts."""
    names: dict[str, str] = {}
    found: list[Relation] = []
    pending = list(relations)
    while pending:
        ready = [r for r in pending if not r.undercuts or r.target_id in names]
        pending = [r for r in pending if r.undercuts and r.target_id not in names]
        if not ready:
            return [*found, *pending]
        level = [
            _set(r, target=RelationRef(names[r.target_id])) if r.undercuts else r for r in ready
        ]
        numbered = sorted(level, key=lambda r: (r.kind, r.premises, r.target_id))
        for relation in numbered:
            names[relation.id] = f"r{len(names) + 1}"
            found.append(_set(relation, id=names[relation.id]))
    return found


def _links(links: Sequence[Link], kept: frozenset[str]) -> list[Link]:
    wanted = {"rephrase": "rephrases" in kept, "preference": "preferences" in kept}
    found = sorted(
        (link for link in links if wanted[link.kind]), key=lambda k: (k.kind, k.source, k.target)
    )
    if "schemes" not in kept:
        found = [_set(link, scheme=None) for link in found]
    if "relation ids" not in kept:
        found = [_set(link, id=f"k{n}") for n, link in enumerate(found, 1)]
    return found
