"""Write GraphML, as `graphml` reads it."""

from collections.abc import Iterable, Iterator

import msgspec

from argmap.claims.formats.cells import cells_of
from argmap.claims.formats.extras import header
from argmap.claims.formats.xml_writing import HEAD, is_fit, leaf, tag
from argmap.claims.ledger import Ledger, Writing
from argmap.claims.model import Link, Map, Relation, Statement

RELATION = "relation"
PREMISE = "premise"
HEADER = "argmap"
SOURCE_TEXT = "source text"
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"certainty": "double", "main": "boolean", "implicit": "boolean", "mutual": "boolean"}
_EDGE_ONLY = ("id", "source", "target", "linked")
Cells = dict[str, str]


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    nodes, edges = graph_of(m)
    whole = {
        "title": m.title,
        HEADER: msgspec.json.encode(header(m, links=False)).decode(),
        **({SOURCE_TEXT: m.text} if m.text else {}),
    }
    lines = [
        tag("graphml", {"xmlns": _SPACE}),
        *_keys("graph", [whole]),
        *_keys("node", nodes.values()),
        *_keys("edge", (cells for _, _, _, cells in edges)),
        tag("graph", {"id": "map", "edgedefault": "directed"}),
        *_data("graph", "the map", whole, ledger),
    ]
    for key, cells in nodes.items():
        lines += [tag("node", {"id": key}), *_data("node", key, cells, ledger), "</node>"]
    for key, source, target, cells in edges:
        ends = {"id": key, "source": source, "target": target}
        lines += [tag("edge", ends), *_data("edge", key, cells, ledger), "</edge>"]
    lines += ["</graph>", "</graphml>", ""]
    return Writing(HEAD + "\n".join(lines), ledger.losses)


def graph_of(m: Map) -> tuple[dict[str, Cells], list[tuple[str, str, str, Cells]]]:
    """Draw a map as nodes by id and edges (id, source, target), each with its fields as text."""
    drawn = {r.target_id for r in m.relations if r.undercuts}
    drawn |= {r.id for r in m.relations if r.linked}
    nodes = {statement.id: _cells(statement) for statement in m.statements}
    edges: list[tuple[str, str, str, Cells]] = []
    for relation in m.relations:
        if relation.id not in drawn:
            edges.append((relation.id, relation.source, relation.target_id, _cells(relation)))
            continue
        nodes[relation.id] = {**_cells(relation), "kind": RELATION, RELATION: relation.kind}
        edges += (
            (f"{premise}→{relation.id}", premise, relation.id, {"kind": PREMISE})
            for premise in relation.premises
        )
        name = f"{relation.id}→{relation.target_id}"
        edges.append((name, relation.id, relation.target_id, {"kind": relation.kind}))
    edges += ((link.id, link.source, link.target, _cells(link)) for link in m.links)
    return nodes, edges


def _cells(part: Statement | Relation | Link) -> Cells:
    return {name: cell for name, cell in cells_of(part).items() if name not in _EDGE_ONLY}


def _keys(domain: str, parts: Iterable[Cells]) -> Iterator[str]:
    for name in dict.fromkeys(name for cells in parts for name in cells):
        told = {"id": f"{domain} {name}", "for": domain, "attr.name": name}
        yield tag("key", {**told, "attr.type": _TYPES.get(name, "string")}, empty=True)


def _data(domain: str, where: str, cells: Cells, ledger: Ledger) -> Iterator[str]:
    for name, cell in cells.items():
        if not is_fit(cell):
            ledger.repaired("character that XML cannot hold", where)
        yield leaf("data", {"key": f"{domain} {name}"}, cell)
