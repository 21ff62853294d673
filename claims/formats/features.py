"""What a map can hold, and which of it a format carries."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from argmap.claims.ledger import Loss
from argmap.claims.model import LinkKind, Map, Relation, Statement

Feature: TypeAlias = Literal[
    "title of the map",
    "ids",
    "evidence",
    "titles",
    "holders",
    "details of holders",
    "quotes",
    "places of quotes",
    "source text",
    "source",
    "certainty",
    "warrants",
    "schemes",
    "relation ids",
    "undercuts",
    "linked premises",
    "mutual contrasts",
    "rephrases",
    "preferences",
    "locutions",
    "sections",
    "tags",
    "notes",
    "implicit statements",
    "main claim",
    "evidence types and origins",
    "expectations and silenced checks",
    "marks of a draft",
]
FEATURES: tuple[Feature, ...] = get_args(Feature)
ALL = frozenset(FEATURES)
UNTITLED = "Untitled"


def uncarried(m: Map, carried: frozenset[Feature]) -> tuple[Loss, ...]:
    """Find all that a map holds and a format that carries only so much cannot; linear."""
    return tuple(
        Loss(what, where)
        for feature, find in _FINDERS.items()
        if feature not in carried
        for what, where in find(m)
    )


_Found: TypeAlias = Iterator[tuple[str, str]]
_Finder: TypeAlias = Callable[[Map], _Found]
"""Finds the uses of a feature in a map: what is used, and where."""


def _statements(what: str, test: Callable[[Statement], object]) -> _Finder:
    return lambda m: ((what, s.id) for s in m.statements if test(s))


def _relations(what: str, test: Callable[[Relation], object]) -> _Finder:
    return lambda m: ((what, r.id) for r in m.relations if test(r))


def _links(kind: LinkKind) -> _Finder:
    return lambda m: ((kind, link.id) for link in m.links if link.kind == kind)


def _each(what: str, parts: Callable[[Map], Iterable[str]]) -> _Finder:
    return lambda m: ((what, where) for where in parts(m))


def _named(relation: Relation) -> bool:
    return relation.id != f"{relation.source}-{relation.target_id}"


def _source_facts(m: Map) -> list[str]:
    facts = ("title", "author", "publisher", "date", "url")
    return [f"source {fact}" for fact in facts if getattr(m.source, fact)]


def _details(m: Map) -> _Found:
    """Find what a bare name, at the statements held, does not tell of a holder."""
    used = {i for s in m.statements for i in (*s.holder, *(said.speaker for said in s.locutions))}
    named: set[str] = set()
    for holder in m.holders:
        if holder.aliases:
            yield "aliases of a holder", holder.id
        if holder.id not in used:
            yield "holder of no statement", holder.id
        if holder.id != holder_id(holder.name) or holder.name in named:
            yield "id of a holder", holder.id
        named.add(holder.name)


def holder_id(name: str) -> str:
    """Make an id for a holder of whom only the name is known."""
    return re.sub(r"[^\w.-]+", "-", name.casefold()).strip("-") or "holder"


def _certainties(m: Map) -> _Found:
    yield from (("certainty", s.id) for s in m.statements if s.certainty is not None)
    yield from (("certainty", r.id) for r in m.relations if r.certainty is not None)


def _schemes(m: Map) -> _Found:
    yield from (("scheme", r.id) for r in m.relations if r.scheme)
    yield from (("scheme", link.id) for link in m.links if link.scheme)


def _demands(m: Map) -> _Found:
    for number in range(len(m.expect)):
        yield "expectation", f"expect {number + 1}"
    for statement in m.statements:
        if statement.ignore:
            yield "silenced checks", statement.id
    if m.ignore:
        yield "silenced checks", "the map"


def _drafted(m: Map) -> _Found:
    parts: tuple[Statement | Relation, ...] = (*m.statements, *m.relations)
    yield from (("mark of a draft", part.id) for part in parts if part.status or part.signal)
    yield from (("suggested relation", f"{s.source}-{s.target}") for s in m.suggested)
    yield from (("statement to place", name) for name in m.to_place)


_FINDERS: Mapping[Feature, _Finder] = {
    "title of the map": _each(
        "title of the map", lambda m: [m.title] if m.title != UNTITLED else []
    ),
    "ids": _statements("id of a statement", lambda _: True),
    "evidence": _statements("mark as evidence", lambda s: s.kind == "evidence"),
    "titles": _statements("title of a statement", lambda s: s.title),
    "holders": _statements("holder of a statement", lambda s: s.holder),
    "details of holders": _details,
    "quotes": _statements("quotes of a statement", lambda s: s.quotes),
    "places of quotes": _statements(
        "place of a quote", lambda s: any(q.start is not None for q in s.quotes)
    ),
    "source text": _each("text of the source", lambda m: ["source"] if m.text else []),
    "source": _each("facts about the source", _source_facts),
    "certainty": _certainties,
    "warrants": _relations("warrant", lambda r: r.because),
    "schemes": _schemes,
    "relation ids": _relations("id of a relation", _named),
    "undercuts": _relations("undercut", lambda r: r.undercuts),
    "linked premises": _relations("tie between linked premises", lambda r: r.linked),
    "mutual contrasts": _relations("way back of a mutual contrast", lambda r: r.mutual),
    "rephrases": _links("rephrase"),
    "preferences": _links("preference"),
    "locutions": _statements("locutions of a statement", lambda s: s.locutions),
    "sections": _statements("section of a statement", lambda s: s.section),
    "tags": _statements("tags of a statement", lambda s: s.tags),
    "notes": _statements("note on a statement", lambda s: s.note),
    "implicit statements": _statements("mark as implicit", lambda s: s.implicit),
    "main claim": _statements("mark as main claim", lambda s: s.main),
    "evidence types and origins": _statements("type or origin", lambda s: s.type or s.origin),
    "expectations and silenced checks": _demands,
    "marks of a draft": _drafted,
}
