"""arguebuf JSON (Lenz and Bergmann 2022): the JSON form of its protocol buffers.

`nodes` and `edges` are objects by id. A node has an `atom` (`text`, `reference` into the
`resources`, `participant`) or a `scheme`, whose one member, `support`, `attack`, `rephrase` or
`preference`, names its sort; members at their default are left out, so a missing `offset` is 0.
What else a map tells goes into the `userdata` of its parts.
"""

from collections.abc import Mapping
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
from argmap.claims.model import Link, LinkKind, Map, Relation, RelationKind, Statement

_KINDS: dict[str, RelationKind | LinkKind] = {
    "support": "support",
    "attack": "contrast",
    "rephrase": "rephrase",
    "preference": "preference",
}
_KEYS = (
    *("nodes", "edges", "resources", "participants", "majorClaim", "userdata"),
    *("schemaVersion", "libraryVersion", "analysts", "metadata"),
)
_NODE = ("id", "atom", "scheme", "userdata")
_ATOM = ("text", "reference", "participant")
_EDGE = ("id", "source", "target")
_RESOURCE = ("id", "text", "title")
_NAMES = ("id", "name", "username")
_TOLD = ("source", "target", "kind", "linked")


def read(data: bytes, path: str) -> Reading:
    """Read a map. Raises MapError if the file is not JSON or not an object."""
    gathering = Gathering(path, markup=False)
    root = document(data, path, gathering.ledger, "nodes")
    parts = Parts(gathering.ledger)
    parts.unread(root, _KEYS, "the file", "the map")
    ledger = gathering.ledger
    own = part_of(root, "userdata").get(NAME)
    head = taken_header(own, gathering)
    resources = Resources(ledger)
    for key, resource in objects(root.get("resources"), "resource", _RESOURCE, parts):
        resources.add(key, words(resource.get("text")))
        head["title"] = head["title"] or words(resource.get("title"))
    participants = {
        key: words(part.get("name")) or words(part.get("username")) or key
        for key, part in objects(root.get("participants"), "participant", _NAMES, parts)
    }
    graph = SchemeGraph(gathering)
    for key, node in objects(root.get("nodes"), "node", _NODE, parts):
        if isinstance(node.get("atom"), dict):
            parts.unread(node["atom"], _ATOM, "atoms", key)
            _add_atom(key, node, resources, participants, graph)
        elif isinstance(node.get("scheme"), dict):
            _add_scheme(key, node, graph)
        else:
            graph.add_unknown(key, node)
    for _, edge in objects(root.get("edges"), "edge", _EDGE, parts):
        graph.add_edge(words(edge.get("source")), words(edge.get("target")))
    graph.gather()
    _mark_main(root, gathering)
    if own is None and (root.get("analysts") or root.get("metadata")):
        ledger.lost("facts about who made the file and when", "metadata", root.get("analysts"))
    return gathering.finish(text=resources.text, **head)


def _add_atom(
    key: str,
    node: Mapping[str, Any],
    resources: Resources,
    participants: Mapping[str, str],
    graph: SchemeGraph,
) -> None:
    gathering = graph.gathering
    atom, userdata = node["atom"], part_of(node, "userdata")
    like = Statement(id=key, kind="claim", text=NO_TEXT)
    fields = sound_extras(userdata.get(NAME), like, gathering, "text")
    if fields is None:
        fields = {}
        said = words(part_of(atom, "reference").get("text"))
        if said.strip():
            reference = part_of(atom, "reference")
            resource, offset = words(reference.get("resource")), reference.get("offset", 0)
            fields["quotes"] = (resources.quote(resource, said, offset, key),)
        speaker = words(atom.get("participant"))
        if speaker in participants:
            fields["holder"] = (gathering.add_holder(participants[speaker]),)
        elif speaker:
            gathering.ledger.lost("participant that is not there", key, speaker)
        foreign = {name: part for name, part in userdata.items() if name != NAME}
        fields["tags"] = tuple(foreign_tags(foreign, key, gathering))
    graph.add_statement(key, words(atom.get("text")), **fields)


def _add_scheme(key: str, node: Mapping[str, Any], graph: SchemeGraph) -> None:
    scheme, userdata = node["scheme"], part_of(node, "userdata")
    older = words(scheme.get("type")).casefold().rpartition("_")[2]
    sort = next((name for name in _KINDS if name in scheme or name == older), None)
    if sort is None:
        graph.add_unknown(key, node)
        return
    like = Relation(id=key, source="", target="", kind="support")
    fields = sound_extras(userdata.get(NAME), like, graph.gathering, *_TOLD) or {}
    name = words(scheme.get(sort)).upper().removeprefix(f"{sort.upper()}_")
    if name and name != "DEFAULT":
        fields.setdefault("scheme", name.replace("_", " ").lower())
    if any(value for space, value in userdata.items() if space != NAME):
        graph.gathering.ledger.lost("userdata of a scheme", key, userdata)
    is_mutual = bool(fields.pop("mutual", False)) and sort == "attack"
    graph.add_scheme(key, Scheme(_KINDS[sort], is_mutual=is_mutual, fields=fields))


def _mark_main(root: Mapping[str, Any], gathering: Gathering) -> None:
    main = words(root.get("majorClaim"))
    if main and gathering.statement(main):
        gathering.change_statement(main, main=True)
    elif main:
        gathering.ledger.lost("major claim that is not there", main)


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    nodes = {statement.id: _atom(statement, m.text) for statement in m.statements}
    edges: dict[str, dict[str, str]] = {}
    parts: list[Relation | Link] = [*m.relations, *m.links]
    for part in parts:
        nodes[part.id] = _scheme(part)
        premises = part.premises if isinstance(part, Relation) else (part.source,)
        target = part.target_id if isinstance(part, Relation) else part.target
        for ends in (*((premise, part.id) for premise in premises), (part.id, target)):
            edges["→".join(ends)] = {"source": ends[0], "target": ends[1]}
    used = dict.fromkeys(s.holder[0] for s in m.statements if s.holder)
    root: dict[str, Any] = {"nodes": nodes, "edges": edges}
    if m.text:
        root["resources"] = {"text": {"text": m.text, "title": m.title}}
    if used:
        root["participants"] = {i: {"name": m.holders_by_id[i].name} for i in used}
    if m.main:
        root["majorClaim"] = m.main.id
    root |= {"schemaVersion": 1, "userdata": {NAME: header(m, links=False)}}
    return Writing(msgspec.json.format(msgspec.json.encode(root), indent=2).decode() + "\n")


def _atom(statement: Statement, text: str | None) -> dict[str, Any]:
    atom: dict[str, Any] = {"text": statement.text}
    placed = next((q for q in statement.quotes if q.start is not None), None)
    if placed and text:
        said = text[placed.start : placed.end]
        atom["reference"] = {"resource": "text", "offset": placed.start, "text": said}
    if statement.holder:
        atom["participant"] = statement.holder[0]
    return {"atom": atom, "userdata": {NAME: extras(statement, "text", "main")}}


def _scheme(part: Relation | Link) -> dict[str, Any]:
    sort = "attack" if part.kind == "contrast" else part.kind
    fields = extras(part, *_TOLD)
    return {"scheme": {sort: f"{sort.upper()}_DEFAULT"}, "userdata": {NAME: fields}}
