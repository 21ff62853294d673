"""OVA JSON, what the Online Visualisation of Argument tool saves.

`{"nodes": [{"id", "text", "type", "participantID", "majorClaim", "comment", …}], "edges": [{"from":
{"id", …}, "to": {"id", …}}], "participants": [{"id", "firstname", "surname"}], "analysis": {"txt":
HTML, "documentTitle"}}`: an AIF graph whose types are those of AIF; a span in the text marks the
words of the node that its id names.
"""

from typing import Any

from argmap.claims.formats.aif import (
    LISTS,
    add_edges,
    new_nodes,
    participants,
    speaker_named,
)
from argmap.claims.formats.aif_dialogue import NOBODY, Said, gather_dialogue
from argmap.claims.formats.aif_graph import AifGraph
from argmap.claims.formats.aif_writing import AifParts, json_text
from argmap.claims.formats.anchoring import Anchoring
from argmap.claims.formats.gathering import Gathering, escaped
from argmap.claims.formats.raw_parts import (
    Outline,
    Parts,
    id_of,
    reading_json,
    required_lists,
    text_of,
)
from argmap.claims.formats.spans import marked
from argmap.claims.ledger import Ledger, Reading, Writing
from argmap.claims.model import Map, Statement
from argmap.claims.unseen import blanked

_KEYS = (*LISTS, "participants", "analysis")
_NODE = ("id", "text", "type", "participantID", "majorClaim", "comment")
_LAYOUT = (
    "scheme",
    "visible",
    "text_begin",
    "text_end",
    "text_length",
    "color",
    "x",
    "y",
    "w",
    "h",
)
_ANALYSIS = ("txt", "plain_txt", "documentTitle")
_EDGE = ("from", "to", "visible")
_SCHEMES = {"Default Conflict": "71", "Default Inference": "72"}
_COLOURS = {"RA": "g", "CA": "r"}
_DIGITS = 15
_IN_A_ROW = 5
_LEFT, _TOP, _WIDTH, _HEIGHT = 150, 60, 260, 110


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError if the file is not of this shape."""
    gathering = Gathering(path)
    with reading_json(data, path) as outline:
        required_lists(outline, LISTS, path)
        parts = Parts(gathering.ledger)
        parts.unread_keys(outline, _KEYS, "the file")
        anchored = _gather(outline, gathering, parts)
        analysis = parts.outline(outline, "analysis")
        parts.unread_keys(analysis, _ANALYSIS, "the analysis")
        text = text_of(parts.value(analysis, "txt"))
        plain = blanked(text_of(parts.value(analysis, "plain_txt")))
        title = text_of(parts.value(analysis, "documentTitle"))
    anchoring = Anchoring(text, gathering)
    anchoring.quote_spans(anchored)
    title = gathering.clean(title, "documentTitle") if title.strip() else ""
    return gathering.finish(title=title, text=anchoring.text or plain or None)


def _gather(outline: Outline, gathering: Gathering, parts: Parts) -> dict[str, list[str]]:
    graph = AifGraph(gathering)
    names = participants(outline, parts)
    said: dict[str, Said] = {}
    statements: dict[str, list[str]] = {}
    for key, node in new_nodes(outline, parts, graph, (*_NODE, *_LAYOUT)):
        if "x" in node or "y" in node:
            parts.aside("places and colours of nodes on the screen", "all nodes")
        speaker = speaker_named(id_of(node.get("participantID")), names, key, gathering.ledger)
        if speaker and key in graph.locutions:
            said[key] = Said(speaker)
        elif gathering.statement(key):
            statements[key] = [key]
            _describe(key, node, speaker, gathering)
    add_edges(outline, parts, graph, _EDGE)
    graph.gather()
    return statements | gather_dialogue(graph, said)


def _describe(key: str, node: dict[str, Any], speaker: str | None, gathering: Gathering) -> None:
    note = text_of(node.get("comment"))
    if note.strip():
        gathering.change_statement(key, note=gathering.clean(note, key))
    if speaker:
        gathering.change_statement(key, holder=(gathering.add_holder(speaker),))
    if node.get("majorClaim") is True:
        gathering.mark_main(key)


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    parts = AifParts.of(m, ledger)
    speakers = {said["nodeID"]: said.get("personID", NOBODY) for said in parts.locutions}
    for said in parts.locutions:
        if "start" in said:
            ledger.lost("time of a locution", said["nodeID"], said["start"])
    nodes = {}
    for number, node in enumerate(parts.nodes):
        speaker = speakers.get(node["nodeID"], NOBODY)
        nodes[node["nodeID"]] = _node(node, number, speaker, m.by_id.get(node["nodeID"]))
    edges = [
        {"from": nodes[edge["fromID"]], "to": nodes[edge["toID"]], "visible": True}
        for edge in parts.edges
    ]
    names = {s.id: str(_number(s.id)) for s in m.statements}
    analysis = {
        "txt": marked(m, names, ledger),
        "plain_txt": m.text or "",
        "documentTitle": escaped(m.title),
    }
    people = [
        {"id": p["participantID"], "firstname": p["firstname"], "surname": p["surname"]}
        for p in parts.participants
    ]
    whole = {
        "nodes": list(nodes.values()),
        "edges": edges,
        "participants": people,
        "analysis": analysis,
    }
    return Writing(json_text(whole), ledger.losses)


def _node(
    node: dict[str, Any], number: int, speaker: str, statement: Statement | None
) -> dict[str, Any]:
    """Describe a node; nodes are placed in rows, for want of a layout."""
    row, column = divmod(number, _IN_A_ROW)
    sort = node["type"]
    return {
        "id": _number(node["nodeID"]),
        "x": _LEFT + column * _WIDTH,
        "y": _TOP + row * _HEIGHT,
        "color": _COLOURS.get(sort, "b"),
        "text": node["text"],
        "comment": escaped(statement.note) if statement and statement.note else "",
        "type": sort,
        "scheme": _SCHEMES.get(node["text"], NOBODY),
        "descriptors": {},
        "cqdesc": {},
        "visible": True,
        "participantID": speaker,
        "majorClaim": bool(statement and statement.main),
    }


def _number(name: str) -> int | str:
    """Write an id as a number where it is one."""
    is_number = name.isascii() and name.isdecimal() and len(name) <= _DIGITS
    return int(name) if is_number and str(int(name)) == name else name
