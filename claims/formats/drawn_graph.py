"""A map as plain nodes and edges, for formats that know no more than those.

A relation that others bear on, or that starts from several linked premises, is a node of its own.
"""

from collections.abc import Mapping

from argmap.claims.formats.cells import cells_of
from argmap.claims.model import Link, Map, Relation, Statement

RELATION = "relation"
PREMISE = "premise"
_EDGE_ONLY = ("id", "source", "target", "linked")
Cells = dict[str, str]


def graph_of(
    m: Map, *, holder_ids: bool = False
) -> tuple[dict[str, Cells], list[tuple[str, str, str, Cells]]]:
    """Draw a map as nodes by id and edges (id, source, target), each with its fields as text.

    Holders stand by name, or by id if asked for.
    """
    names = {} if holder_ids else {holder.id: holder.name for holder in m.holders}
    drawn = {r.target_id for r in m.relations if r.undercuts}
    drawn |= {r.id for r in m.relations if r.linked}
    nodes = {statement.id: _cells(statement, names) for statement in m.statements}
    edges: list[tuple[str, str, str, Cells]] = []
    for relation in m.relations:
        if relation.id not in drawn:
            edges.append(
                (relation.id, relation.source, relation.target_id, _cells(relation, names))
            )
            continue
        nodes[relation.id] = {**_cells(relation, names), "kind": RELATION, RELATION: relation.kind}
        edges += (
            (f"{premise}→{relation.id}", premise, relation.id, {"kind": PREMISE})
            for premise in relation.premises
        )
        name = f"{relation.id}→{relation.target_id}"
        edges.append((name, relation.id, relation.target_id, {"kind": relation.kind}))
    edges += ((link.id, link.source, link.target, _cells(link, names)) for link in m.links)
    return nodes, edges


def _cells(part: Statement | Relation | Link, names: Mapping[str, str]) -> Cells:
    return {name: cell for name, cell in cells_of(part, names).items() if name not in _EDGE_ONLY}
