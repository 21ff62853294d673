"""AIF JSON, as AIFdb keeps argument maps.

`{"nodes": [{"nodeID", "text", "type"}], "edges": [{"edgeID", "fromID", "toID"}], "locutions":
[{"nodeID", "personID", "start"}], "participants": [{"participantID", "firstname", "surname"}],
"schemefulfillments": [{"nodeID", "scheme"}]}`; ids may be numbers.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.claims.formats.aif_dialogue import NOBODY, Said, called, gather_dialogue
from argmap.claims.formats.aif_graph import AifGraph
from argmap.claims.formats.aif_writing import AifParts, json_text
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.raw_parts import (
    Outline,
    Parts,
    id_of,
    reading_json,
    required_lists,
    text_of,
)
from argmap.claims.ledger import Ledger, Reading, Writing
from argmap.claims.model import Map

LISTS = ("nodes", "edges")
KEYS = (*LISTS, "locutions", "participants", "schemefulfillments")
_NODE = ("nodeID", "text", "type", "scheme")
_EDGE = ("fromID", "toID", "edgeID")
_LOCUTION = ("nodeID", "personID", "start")
_FULFILLMENT = ("nodeID", "schemeID", "scheme")
_PARTICIPANT = ("participantID", "id", "firstname", "surname")


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError if the file is not of this shape."""
    gathering = Gathering(path)
    with reading_json(data, path) as outline:
        required_lists(outline, LISTS, path)
        parts = Parts(gathering.ledger)
        parts.unread_keys(outline, KEYS, "the file")
        gather_aif(outline, gathering, parts)
    return gathering.finish()


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    parts = AifParts.of(m, ledger)
    return Writing(json_text(parts.lists()), ledger.losses)


def gather_aif(outline: Outline, gathering: Gathering, parts: Parts) -> dict[str, list[str]]:
    """Gather the nodes, edges and locutions under an object's keys.

    Returns:
        The statements that the words of a node put forward: a statement itself, or those that a
        locution leads to, by key.
    """
    graph = AifGraph(gathering)
    schemes = _schemes(outline, parts)
    statements: dict[str, list[str]] = {}
    for key, node in new_nodes(outline, parts, graph, _NODE):
        if gathering.statement(key):
            statements[key] = [key]
        elif isinstance(node.get("scheme"), str):
            graph.name_scheme(key, node["scheme"])
    for key, scheme in schemes.items():
        if not graph.name_scheme(key, scheme):
            gathering.ledger.lost("scheme of a node that is not there", key, scheme)
    add_edges(outline, parts, graph, _EDGE)
    graph.gather()
    return statements | gather_dialogue(graph, _said(outline, parts, graph))


def new_nodes(
    outline: Outline, parts: Parts, graph: AifGraph, known: Sequence[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Add the nodes to a graph, and give each with its key, which is the first known field."""
    ledger = graph.gathering.ledger
    for number, node in parts.objects(outline, "nodes"):
        key = id_of(node.get(known[0]))
        if key is None:
            ledger.lost("node without an id", f"node {number}", node)
            continue
        parts.unread(node, known, "nodes", key)
        if graph.add_node(key, text_of(node.get("type")), text_of(node.get("text"))):
            yield key, node


def add_edges(outline: Outline, parts: Parts, graph: AifGraph, known: Sequence[str]) -> None:
    """Add the edges to a graph; they lead from the first known field to the second."""
    for number, edge in parts.objects(outline, "edges"):
        source, target = (_end(edge.get(side)) for side in known[:2])
        if source is None or target is None:
            graph.gathering.ledger.lost("edge without two ends", f"edge {number}", edge)
            continue
        parts.unread(edge, known, "edges", source)
        graph.add_edge(source, target)


def _end(value: object) -> str | None:
    """Find the id of a node, which may be told as an object."""
    return id_of(value.get("id") if isinstance(value, dict) else value)


def _schemes(outline: Outline, parts: Parts) -> dict[str, str]:
    """Find the names of schemes, by node; AIFdb's numbers of schemes name nothing elsewhere."""
    found: dict[str, str] = {}
    for number, fulfillment in parts.objects(outline, "schemefulfillments"):
        parts.unread(fulfillment, _FULFILLMENT, "schemefulfillments", f"{number}")
        key, name = id_of(fulfillment.get("nodeID")), text_of(fulfillment.get("scheme"))
        if key and name:
            found.setdefault(key, name)
        elif key:
            parts.aside("number of a scheme in AIFdb", key)
    return found


def _said(outline: Outline, parts: Parts, graph: AifGraph) -> dict[str, Said]:
    ledger = graph.gathering.ledger
    names = participants(outline, parts)
    speakers: dict[str, str | None] = {}
    times: dict[str, str | None] = {}
    for number, locution in parts.objects(outline, "locutions"):
        key = id_of(locution.get("nodeID"))
        if key is None or key in speakers:
            ledger.lost(
                "second speaker of a locution" if key else "speaker of nothing", f"{number}"
            )
            continue
        parts.unread(locution, _LOCUTION, "locutions", key)
        speakers[key] = id_of(locution.get("personID"))
        times[key] = text_of(locution.get("start")) or None
    for person, name in called(graph.locutions, speakers, names).items():
        ledger.repaired("speaker named by what their locutions begin with", person, name)
        names[person] = name
    return {
        key: Said(speaker_named(person, names, key, ledger), times[key])
        for key, person in speakers.items()
    }


def participants(outline: Outline, parts: Parts) -> dict[str, str]:
    """Read the names of those who take part, by id."""
    names: dict[str, str] = {}
    for number, person in parts.objects(outline, "participants"):
        parts.unread(person, _PARTICIPANT, "participants", f"{number}")
        key = id_of(person.get("participantID")) or id_of(person.get("id"))
        name = f"{text_of(person.get('firstname'))} {text_of(person.get('surname'))}".strip()
        if key is None or not name or key in names:
            parts.aside("participant without an id of its own or without a name", f"{number}")
        else:
            names[key] = name
    return names


def speaker_named(
    person: str | None, names: dict[str, str], where: str, ledger: Ledger
) -> str | None:
    """Find the name of a participant by id; 0 is nobody."""
    if person is None or person in names:
        return names.get(person or "")
    if person == NOBODY:
        return None
    ledger.repaired("speaker without a name", where, person)
    return f"Person {person}"
