"""A map to its file: canonical YAML, ids in the order of the map."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
import yaml

from argmap.claims.layout import VERSION
from argmap.claims.model import (
    Link,
    Map,
    Quote,
    Relation,
    RelationRef,
    Statement,
    Suggestion,
    link_name,
)

LINE_WIDTH = 100


class _Flow(list[str]):
    """A list that is written in one line."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # with libyaml
    """PyYAML's own dumper, which also knows lists in one line."""


_Dumper.add_representer(
    _Flow, lambda d, items: d.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
# Text that YAML 1.2 takes for a number, and PyYAML's YAML 1.1 does not, is quoted as well.
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$|0o[0-7]+$"),
    list("-+.0123456789"),
)


def write(m: Map) -> str:
    """Write a map: the same map gives the same text, which reads back as the same map."""
    return yaml.dump(
        _document(m), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=LINE_WIDTH
    )


def _document(m: Map) -> dict[str, Any]:
    relations: dict[str, list[Relation]] = {}
    for relation in m.relations:
        relations.setdefault(relation.source, []).append(relation)
    links: dict[str, list[Link]] = {}
    for link in m.links:
        links.setdefault(link.source, []).append(link)
    sections: dict[str, dict[str, Any]] = {"claim": {}, "evidence": {}}
    for statement in m.statements:
        i = statement.id
        entry = _statement_entry(statement, relations.get(i, ()), links.get(i, ()))
        sections[statement.kind][i] = entry
    holders = {h.id: _filled(name=h.name, aliases=_Flow(h.aliases)) for h in m.holders}
    return {
        "argmap": VERSION,
        "title": m.title,
        **_filled(
            source=msgspec.to_builtins(m.source),
            holders=holders,
            claims=sections["claim"],
            evidence=sections["evidence"],
            expect=[{"path": _Flow(e.path), "is": e.verdict} for e in m.expect],
            ignore=_Flow(m.ignore),
            suggested=[_suggestion_entry(suggestion) for suggestion in m.suggested],
            to_place=list(m.to_place),
        ),
    }


def _statement_entry(
    statement: Statement, relations: Sequence[Relation], links: Sequence[Link]
) -> dict[str, Any]:
    quotes = [_quote_entry(quote) for quote in statement.quotes if quote.match != "missing"]
    return _filled(
        text=statement.text,
        title=statement.title,
        holder=_path_entry(statement.holder),
        quote=quotes[0] if len(quotes) == 1 else None,
        quotes=quotes if len(quotes) > 1 else None,
        certainty=statement.certainty,
        tags=_Flow(statement.tags),
        section=_path_entry(statement.section),
        note=statement.note,
        implicit=statement.implicit,
        main=statement.main,
        type=statement.type,
        origin=statement.origin,
        said=[_filled(words=s.words, by=s.speaker, time=s.time) for s in statement.locutions],
        ignore=_Flow(statement.ignore),
        status=statement.status,
        signal=statement.signal,
        supports=[_relation_entry(r) for r in relations if r.kind == "support"],
        contrasts=[_relation_entry(r) for r in relations if r.kind == "contrast"],
        rephrases=[_link_entry(link) for link in links if link.kind == "rephrase"],
        preferred_to=[_link_entry(link) for link in links if link.kind == "preference"],
    )


def _path_entry(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else _Flow(names)


def _quote_entry(quote: Quote) -> str | dict[str, Any]:
    entry = _filled(quote=quote.quote, nth=quote.nth, fuzzy=quote.fuzzy)
    return quote.quote if len(entry) == 1 else entry


def _relation_entry(relation: Relation) -> str | dict[str, Any]:
    target = relation.target
    entry = _filled(
        to={"relation": target.relation} if isinstance(target, RelationRef) else target,
        id=None if relation.id == f"{relation.source}-{relation.target_id}" else relation.id,
        because=relation.because,
        certainty=relation.certainty,
        scheme=relation.scheme,
        **{"with": _Flow(relation.linked)},
        mutual=relation.mutual,
        status=relation.status,
        signal=relation.signal,
    )
    return target if isinstance(target, str) and len(entry) == 1 else entry


def _suggestion_entry(suggestion: Suggestion) -> dict[str, Any]:
    return _filled(
        **{"from": suggestion.source},
        to=suggestion.target,
        kind=suggestion.kind,
        signal=suggestion.signal,
        certainty=suggestion.certainty,
    )


def _link_entry(link: Link) -> str | dict[str, Any]:
    named = link.id != link_name(link.source, link.target, link.kind)
    entry = _filled(to=link.target, id=link.id if named else None, scheme=link.scheme)
    return link.target if len(entry) == 1 else entry


def _filled(**values: Any) -> dict[str, Any]:  # noqa: ANN401
    """Leave out what is at its default."""
    return {
        key: value
        for key, value in values.items()
        if value is not None and value is not False and value not in ([], {})
    }
