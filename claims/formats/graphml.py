"""GraphML (Brandes et al. 2002): nodes are statements, edges relations, `data` their fields.

A relation that others bear on, or that starts from several linked premises, is a node of kind
`relation`: edges of kind `premise` lead to it, one of its own kind leads on to its target. Graphs
of other tools are read as well: a node's words are its data `text`, `label` or `name`, or the label
that yEd draws, and an edge's kind is its data `kind`, `relation`, `type` or `label`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from argmap.claims.errors import MapError, Names, Problem, shown
from argmap.claims.formats import xml_tree
from argmap.claims.formats.cells import CellError, fields_of
from argmap.claims.formats.drawn_graph import PREMISE, RELATION
from argmap.claims.formats.extras import taken_header
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.graphml_writing import HEADER, SOURCE_TEXT, write
from argmap.claims.formats.relation_words import (
    kind_named,
    kind_names,
    note_missing_step,
    unknown_kind,
)
from argmap.claims.formats.xml_tree import Element
from argmap.claims.ledger import Reading
from argmap.claims.model import Relation, Statement

__all__ = ["read", "write"]
_WORDS = ("text", "label", "name", "description", "NodeLabel")
_KINDS = ("kind", "relation", "type", "label", "EdgeLabel")
_OWN = {*Statement.__struct_fields__, *Relation.__struct_fields__, RELATION}
_UNREAD = ("hyperedge", "port", "locator", "desc")


@dataclass
class _Graph:
    """What is read so far; `names` are those of the data, by their keys."""

    gathering: Gathering
    names: dict[str, str]
    is_directed: bool = True
    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    premises: dict[str, list[str]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    kinds: Names = field(default_factory=kind_names)

    def wrong(self, element: Element, what: str, cure: str) -> None:
        place = element.place
        self.problems.append(Problem(self.gathering.path, place.line, place.column, what, cure))


def read(data: bytes, path: str) -> Reading:
    """Read a map.

    Raises:
        MapError: it is not XML, or the kind of an edge or a value is not known; lists every
            mistake with its place.
    """
    root = xml_tree.parse(data, path, "graphml")
    gathering = Gathering(path, markup=False)
    keys = {
        k.attributes.get("id", ""): k.attributes.get("attr.name", "") for k in root.named("key")
    }
    graph = _Graph(gathering, keys)
    head: dict[str, Any] = {"title": ""}
    text: str | None = None
    for element in root.below():
        if element.tag == "graph":
            graph.is_directed = element.attributes.get("edgedefault") != "undirected"
            told = _data(element, graph)
            text = told.get(SOURCE_TEXT) or text
            head = _header(told, gathering) if HEADER in told else head
            head["title"] = head["title"] or told.get("title", "")
        elif element.tag in _UNREAD:
            gathering.ledger.lost(element.tag, f"line {element.place.line}")
    for element in root.below():
        if element.tag == "node":
            _add_node(element, graph)
    edges = [element for element in root.below() if element.tag == "edge"]
    for element in edges:
        _sort_edge(element, graph)
    for element in edges:
        _add_edge(element, graph)
    _add_drawn_relations(graph)
    if graph.problems:
        raise MapError(graph.problems)
    return gathering.finish(text=text, **head)


def _header(told: Mapping[str, str], gathering: Gathering) -> dict[str, Any]:
    try:
        raw = msgspec.json.decode(told[HEADER])
    except msgspec.DecodeError:
        raw = told[HEADER]
    return taken_header(raw, gathering)


def _data(element: Element, graph: _Graph) -> dict[str, str]:
    """Read the data of an element by the names of their keys; what yEd draws, by its tag."""
    told: dict[str, str] = {}
    for data in element.named("data"):
        name = graph.names.get(data.attributes.get("key", ""), data.attributes.get("key", ""))
        if data.children:
            labels = (e for e in data.below() if e.tag in ("NodeLabel", "EdgeLabel"))
            for label in labels:
                told.setdefault(label.tag, label.text.strip())
            graph.gathering.ledger.lost("drawing of a node or edge", _name(element))
        elif data.text:
            told.setdefault(name or "data", data.text)
    return told


def _name(element: Element) -> str:
    return element.attributes.get("id") or f"line {element.place.line}"


def _add_node(element: Element, graph: _Graph) -> None:
    gathering = graph.gathering
    key = _name(element)
    told = _data(element, graph)
    if key in graph.nodes:
        gathering.ledger.lost("second node of the same id", key)
        return
    graph.nodes[key] = told
    if told.get("kind") == RELATION:
        return
    cells = {name: value for name, value in told.items() if name not in ("id", "text")}
    if cells.get("kind") not in ("claim", "evidence"):
        if cells.get("kind"):
            gathering.ledger.lost("kind of a node", key, cells["kind"])
        cells["kind"] = ""
    words = next((name for name in _WORDS if told.get(name, "").strip()), None)
    try:
        fields = fields_of(cells, Statement)
    except CellError as error:
        graph.wrong(element, error.what, error.cure)
        return
    for name in told:
        if name not in _OWN and name != words:
            gathering.ledger.lost(f"data {shown(name)}", key)
    said = told[words] if words else key
    gathering.add_statement(key, said, place=element.place, **fields)


def _ends(element: Element) -> tuple[str, str]:
    return element.attributes.get("source", ""), element.attributes.get("target", "")


def _is_drawn(key: str, graph: _Graph) -> bool:
    return graph.nodes.get(key, {}).get("kind") == RELATION


def _sort_edge(element: Element, graph: _Graph) -> None:
    """Note where the relations lead that are drawn as nodes."""
    source, target = _ends(element)
    if _is_drawn(source, graph):
        if source in graph.targets:
            graph.gathering.ledger.lost("second target of a relation", source, target)
        graph.targets.setdefault(source, target)
    elif _is_drawn(target, graph) and _data(element, graph).get("kind") == PREMISE:
        graph.premises.setdefault(target, []).append(source)


def _add_edge(element: Element, graph: _Graph) -> None:
    source, target = _ends(element)
    told = _data(element, graph)
    if _is_drawn(source, graph) or (_is_drawn(target, graph) and told.get("kind") == PREMISE):
        return
    word = next((told[name] for name in _KINDS if told.get(name, "").strip()), "")
    kind = kind_named(word)
    if kind is None:
        graph.wrong(element, *unknown_kind(word, graph.kinds))
        return
    try:
        fields = fields_of({**told, **_TOLD}, Relation)
    except CellError as error:
        graph.wrong(element, error.what, error.cure)
        return
    gathering = graph.gathering
    key = element.attributes.get("id")
    for name in told:
        if name not in (*_OWN, *_KINDS):
            gathering.ledger.lost(f"data {shown(name)}", _name(element))
    if kind in ("rephrase", "preference"):
        gathering.add_link(key, source, target, kind, fields.get("scheme"))
    if kind in ("support", "contrast"):
        undercuts = _is_drawn(target, graph)
        both_ways = element.attributes.get("directed") == "false" or not graph.is_directed
        if both_ways and kind == "contrast" and not undercuts:
            fields["mutual"] = True
        elif both_ways:
            what = "edge without direction, taken from source to target"
            gathering.ledger.repaired(what, _name(element))
        note_missing_step(word, _name(element), gathering.ledger, undercuts=undercuts)
        place = element.place
        gathering.add_relation(
            key, [source], target, kind, undercuts=undercuts, place=place, **fields
        )


_TOLD = dict.fromkeys(("id", "source", "target", "kind", "linked"), "")


def _add_drawn_relations(graph: _Graph) -> None:
    for key, told in graph.nodes.items():
        if told.get("kind") != RELATION:
            continue
        kind = kind_named(told.get(RELATION, ""))
        premises, target = graph.premises.get(key, []), graph.targets.get(key)
        if kind not in ("support", "contrast") or not premises or target is None:
            graph.gathering.ledger.lost("relation without a kind or an end", key)
            continue
        try:
            fields = fields_of({**told, **_TOLD}, Relation)
        except CellError as error:
            path = graph.gathering.path
            graph.problems.append(Problem(path, None, None, f"{key}: {error.what}", error.cure))
            continue
        graph.gathering.add_relation(
            key, premises, target, kind, undercuts=_is_drawn(target, graph), **fields
        )
