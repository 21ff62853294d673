"""Short ways to write an AIF graph in a test, and to tell what was read of it."""

import json
from typing import Any

from argmap.claims.formats import format_named
from argmap.claims.ledger import Reading


def graph(nodes: str, edges: str = "", **more: Any) -> dict[str, Any]:
    """Write a graph of nodes like "a:I b:RA" and edges like "a>b b>c"; texts are the ids."""
    sorts = [node.split(":") for node in nodes.split()]
    ends = [edge.split(">") for edge in edges.split()]
    return {
        "nodes": [{"nodeID": key, "text": _text(key, sort), "type": sort} for key, sort in sorts],
        "edges": [
            {"edgeID": str(number), "fromID": source, "toID": target}
            for number, (source, target) in enumerate(ends)
        ],
        **more,
    }


def _text(key: str, sort: str) -> str:
    return key if sort in ("I", "L", "EN") else f"Default {sort}" if sort == "YA" else ""


def reading(value: Any, form: str = "aif", path: str = "map.json") -> Reading:
    """Read a graph."""
    return format_named(form).read(json.dumps(value).encode(), path)


def steps(read: Reading) -> list[str]:
    """Tell the relations and links: "r: a+b -> c", "x: a -x r", "m: a ~ b"."""
    m = read.map
    told = [
        f"{r.id}: {'+'.join(r.premises)} "
        f"{'<' if r.mutual else ''}-{'x' if r.kind == 'contrast' else '>'} {r.target_id}"
        + (" (step)" if r.undercuts else "")
        for r in m.relations
    ]
    sign = {"rephrase": "~", "preference": ">"}
    return told + [f"{k.id}: {k.source} {sign[k.kind]} {k.target}" for k in m.links]


def flaws(read: Reading) -> list[str]:
    """Tell what was lost and what was repaired, and where."""
    return [f"{'~' if loss.repaired else ''}{loss.what}: {loss.where}" for loss in read.losses]
