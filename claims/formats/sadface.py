"""SADFace JSON, the Simple Argument Description Format (Wells; sadface 0.2 to 0.6).

`nodes` are atoms, with `sources` in the `resources`, and schemes; `edges` lead from a premise to a
scheme and from there to a conclusion. Older files have nodes of type `scheme` with the names
`support` and `conflict`, newer ones the types `inference` and `conflict`, the latter named
`attack` or, where it runs both ways, `disagree`. What else a map tells goes into the `metadata` of
its parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from argmap.claims.formats.extras import (
    NAME,
    extras,
    foreign_tags,
    header,
    sound_extras,
    taken_header,
)
from argmap.claims.formats.gathering import NO_TEXT, Gathering
from argmap.claims.formats.json_parts import document, objects, part_of, words
from argmap.claims.formats.raw_parts import Parts
from argmap.claims.formats.resources import Resources
from argmap.claims.formats.scheme_graph import Scheme, SchemeGraph
from argmap.claims.ledger import Reading, Writing
from argmap.claims.model import Map, Quote, Relation, RelationKind, Statement

_KINDS: dict[str, RelationKind] = {"inference": "support", "conflict": "contrast"}
_OLD_NAMES: dict[str, RelationKind] = {
    **_KINDS,
    "support": "support",
    "attack": "contrast",
    "disagree": "contrast",
}
_KEYS = ("metadata", "resources", "nodes", "edges")
_NODE = ("id", "type", "text", "name", "sources", "metadata")
_EDGE = ("id", "source_id", "target_id")
_RESOURCE = ("id", "type", "content", "metadata")
_SOURCE = ("resource_id", "text", "offset", "length")
_CORE = {
    **dict.fromkeys(("analyst_email", "analyst_name", "created", "description", "edited"), ""),
    **dict.fromkeys(("id", "notes", "title"), ""),
    "version": "0.5",
}
"""What other tools look for in a file; the same map gives the same text, so no date is told."""
_TOLD = ("source", "target", "kind", "linked", "mutual")


def read(data: bytes, path: str) -> Reading:
    """Read a map. Raises MapError if the file is not JSON or not an object."""
    gathering = Gathering(path, markup=False)
    root = document(data, path, gathering.ledger, "nodes")
    parts = Parts(gathering.ledger)
    parts.unread(root, _KEYS, "the file", "the map")
    own = part_of(root, "metadata").get(NAME)
    head = taken_header(own, gathering)
    core = part_of(part_of(root, "metadata"), "core")
    resources = Resources(gathering.ledger)
    for key, resource in objects(root.get("resources"), "resource", _RESOURCE, parts):
        resources.add(key, words(resource.get("content")))
    graph = SchemeGraph(gathering)
    for key, node in objects(root.get("nodes"), "node", _NODE, parts):
        if node.get("type") == "atom":
            _add_atom(key, node, resources, graph, parts)
        else:
            _add_scheme(key, node, graph)
    for _, edge in objects(root.get("edges"), "edge", _EDGE, parts):
        graph.add_edge(words(edge.get("source_id")), words(edge.get("target_id")))
    graph.gather()
    if own is None and core:
        gathering.ledger.lost("facts about who made the file and when", "metadata", core)
    titles = (head.pop("title"), core.get("title"), core.get("description"))
    title = next(filter(str.strip, map(words, titles)), "")
    return gathering.finish(title=title, text=resources.text, **head)


def _add_atom(
    key: str, node: Mapping[str, Any], resources: Resources, graph: SchemeGraph, parts: Parts
) -> None:
    gathering = graph.gathering
    metadata = part_of(node, "metadata")
    like = Statement(id=key, kind="claim", text=NO_TEXT)
    fields = sound_extras(metadata.get(NAME), like, gathering, "text")
    sources = [part for _, part in objects(node.get("sources"), "source", _SOURCE, parts)]
    if fields is None:
        foreign = {name: part for name, part in metadata.items() if name != NAME}
        fields = {
            "quotes": tuple(_quotes(key, sources, resources, gathering)),
            "tags": tuple(foreign_tags(foreign, key, gathering)),
        }
    graph.add_statement(key, words(node.get("text")), **fields)


def _quotes(
    key: str, sources: Sequence[Mapping[str, Any]], resources: Resources, gathering: Gathering
) -> Iterator[Quote]:
    for source in sources:
        resource, offset, length = (source.get(k) for k in ("resource_id", "offset", "length"))
        said = words(source.get("text"))
        if not said.strip():
            said = resources.piece(words(resource), offset, length)
        elif isinstance(length, int) and length != len(said):
            gathering.ledger.repaired("length that is not that of the quote", key, length)
        if said.strip():
            yield resources.quote(words(resource), said, offset, key)
        else:
            gathering.ledger.lost("source without words", key, dict(source))


def _add_scheme(key: str, node: Mapping[str, Any], graph: SchemeGraph) -> None:
    sort, name = words(node.get("type")), words(node.get("name"))
    plain = name.strip().casefold()
    kind = _KINDS.get(sort) or (_OLD_NAMES.get(plain) if sort == "scheme" else None)
    if kind is None:
        graph.add_unknown(key, node)
        return
    like = Relation(id=key, source="", target="", kind="support")
    metadata = part_of(node, "metadata")
    fields = sound_extras(metadata.get(NAME), like, graph.gathering, *_TOLD) or {}
    if any(value for space, value in metadata.items() if space != NAME):
        graph.gathering.ledger.lost("metadata of a scheme", key, metadata)
    if name and plain not in _OLD_NAMES:
        fields.setdefault("scheme", name)
    is_mutual = kind == "contrast" and plain == "disagree"
    graph.add_scheme(key, Scheme(kind, is_mutual=is_mutual, fields=fields))


def write(m: Map) -> Writing:
    """Write a map in the newer vocabulary; the same map gives the same text."""
    nodes = [_atom(statement, m.text) for statement in m.statements]
    edges: list[dict[str, str]] = []
    for relation in m.relations:
        nodes.append(_scheme(relation))
        ends = [(premise, relation.id) for premise in relation.premises]
        for source, target in (*ends, (relation.id, relation.target_id)):
            name = f"{source}→{target}"
            edges.append({"id": name, "source_id": source, "target_id": target})
    text: list[dict[str, Any]] = [
        {"id": "text", "type": "text", "content": m.text, "metadata": {"core": {}}}
    ]
    root = {
        "metadata": {"core": {**_CORE, "title": m.title}, NAME: header(m)},
        "resources": text if m.text else [],
        "nodes": nodes,
        "edges": edges,
    }
    return Writing(msgspec.json.format(msgspec.json.encode(root), indent=2).decode() + "\n")


def _atom(statement: Statement, text: str | None) -> dict[str, Any]:
    return {
        "id": statement.id,
        "type": "atom",
        "text": statement.text,
        "sources": [_source(q, text) for q in statement.quotes if q.start is not None and text],
        "metadata": {"core": {}, NAME: extras(statement, "text")},
    }


def _source(quote: Quote, text: str) -> dict[str, Any]:
    start, end = quote.start or 0, quote.end or 0
    return {
        "resource_id": "text",
        "text": text[start:end],
        "offset": start,
        "length": end - start,
    }


def _scheme(relation: Relation) -> dict[str, Any]:
    is_support = relation.kind == "support"
    conflict = "disagree" if relation.mutual else "attack"
    return {
        "id": relation.id,
        "type": "inference" if is_support else "conflict",
        "name": (relation.scheme or "support") if is_support else conflict,
        "metadata": {"core": {}, NAME: extras(relation, *_TOLD)},
    }
