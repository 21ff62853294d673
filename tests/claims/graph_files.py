"""One graph in each format that draws steps as nodes."""

from typing import Any

from tests.claims.aif_graphs import graph

_AIF = ("I", "EN", "RA", "CA", "MA", "PA", "L", "YA", "TA")
DIALECTS: dict[str, tuple[str, ...]] = {
    "aif": _AIF,
    "xaif": _AIF,
    "ova": _AIF,
    "sadface": ("I", "RA", "CA"),
    "sadface older": ("I", "RA", "CA"),
    "arguebuf": ("I", "RA", "CA", "MA", "PA"),
    "arguebuf older": ("I", "RA", "CA"),
}
"""The dialects, each the name of a format first, and the sorts of AIF's nodes that they know."""

_SADFACE = {"RA": ("inference", "support"), "CA": ("conflict", "attack")}
_OLDER = {"RA": ("scheme", "support"), "CA": ("scheme", "conflict")}
_ARGUEBUF = {"RA": "support", "CA": "attack", "MA": "rephrase", "PA": "preference"}


def drawn(dialect: str, nodes: str, edges: str = "", *, a: str = "a", number: bool = False) -> Any:
    """Draw a graph of nodes like "a:I b:RA" and edges like "a>b b>c".

    `a` is the text of the statement a; `number` writes ids as numbers.
    """
    aif = graph(nodes, edges)
    for node in aif["nodes"]:
        node["text"] = a if node["nodeID"] == "a" and node["type"] == "I" else node["text"]
        node["nodeID"] = int(node["nodeID"]) if number else node["nodeID"]
    for edge in aif["edges"]:
        edge |= {key: int(edge[key]) for key in ("fromID", "toID") if number}
    parts = [(node["nodeID"], node["type"], node["text"]) for node in aif["nodes"]]
    ends = [(edge["fromID"], edge["toID"]) for edge in aif["edges"]]
    if dialect == "aif":
        return aif
    if dialect == "xaif":
        return {"AIF": aif, "text": ""}
    if dialect == "ova":
        return {
            "nodes": [{"id": key, "type": sort, "text": text} for key, sort, text in parts],
            "edges": [{"from": {"id": start}, "to": {"id": end}} for start, end in ends],
        }
    if dialect.startswith("sadface"):
        return {
            "nodes": [_sadface_node(dialect, *part) for part in parts],
            "edges": [{"id": "e", "source_id": start, "target_id": end} for start, end in ends],
        }
    return {
        "nodes": {key: _arguebuf_node(dialect, sort, text) for key, sort, text in parts},
        "edges": {f"e{n}": {"source": start, "target": end} for n, (start, end) in enumerate(ends)},
    }


def _sadface_node(dialect: str, key: object, sort: str, text: str) -> dict[str, Any]:
    if sort == "I":
        return {"id": key, "type": "atom", "text": text, "sources": []}
    known = _OLDER if dialect.endswith("older") else _SADFACE
    kind, name = known.get(sort, (sort, "support"))
    return {"id": key, "type": kind, "name": name}


def _arguebuf_node(dialect: str, sort: str, text: str) -> dict[str, Any]:
    if sort == "I":
        return {"atom": {"text": text}}
    kind = _ARGUEBUF.get(sort, sort)
    if dialect.endswith("older"):
        return {"scheme": {"type": f"SCHEME_TYPE_{kind.upper()}"}}
    return {"scheme": {kind: f"{kind.upper()}_DEFAULT"}}
