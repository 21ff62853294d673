"""The networkx graph of a map."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx

from argmap.claims.garbage import no_garbage_collection
from argmap.claims.model import Map, Relation, Statement

Graph: TypeAlias = "nx.MultiDiGraph[str]"


@no_garbage_collection()
def to_networkx(m: Map) -> Graph:
    """Build the graph of a map: one node a statement, one edge a relation, premise to target.

    - The graph has the attributes `title` and `main` (the main claim's id, or None).
    - A statement's node has `kind` ("claim" or "evidence"), `text`, `title`, `holder` (a tuple
      of ids, outermost first), `certainty`, `main` and `implicit`.
    - An edge has the relation's id as its key, and `kind` ("support" or "contrast"), `because`,
      `certainty`, `mutual`, `reverse` and `premises`.
    - Linked premises: an edge from each of them, all with the same key; `premises` names all.
    - A mutual contrast also runs back: the same key, `reverse=True`.
    - A relation that another one undercuts also is a node, of kind "relation", with `relation`
      ("support" or "contrast"). The undercut ends there, and edges with the key of the relation
      lead on from there to all that the relation bears on. So a walk that passes through an
      undercut flips or keeps its polarity like any other.

    Nodes and edges stand in the order of the map. Linear in the size of the map.

    >>> from argmap.claims.model import Map, Relation, Statement
    >>> a = Statement(id="a", kind="evidence", text="It rained.")
    >>> b = Statement(id="b", kind="claim", text="The street is wet.")
    >>> r = Relation(id="a-b", source="a", target="b", kind="support")
    >>> g = to_networkx(Map(title="Rain", statements=(a, b), relations=(r,)))
    >>> g.edges["a", "b", "a-b"]["kind"]
    'support'
    """
    main = m.main
    g: Graph = nx.MultiDiGraph(title=m.title, main=main.id if main else None)
    for statement in m.statements:
        g.add_node(statement.id, **_statement_attributes(statement))
    attacked = {relation.target_id for relation in m.relations if relation.undercuts}
    for relation in m.relations:
        if relation.id in attacked:
            g.add_node(relation.id, kind="relation", relation=relation.kind)
    # One object for each id: looking up the very same string is quicker than an equal one.
    ids = {node: node for node in g}
    for relation in m.relations:
        _add_relation(g, relation, ids, attacked=relation.id in attacked)
    return g


def _statement_attributes(statement: Statement) -> dict[str, Any]:
    return {
        "kind": statement.kind,
        "text": statement.text,
        "title": statement.title,
        "holder": statement.holder,
        "certainty": statement.certainty,
        "main": statement.main,
        "implicit": statement.implicit,
    }


def _add_relation(g: Graph, relation: Relation, ids: Mapping[str, str], *, attacked: bool) -> None:
    attributes: dict[str, Any] = {
        "kind": relation.kind,
        "because": relation.because,
        "certainty": relation.certainty,
        "mutual": relation.mutual,
        "premises": relation.premises,
    }
    target = ids[relation.target_id]
    premises = [ids[premise] for premise in relation.premises]
    for premise in premises:
        g.add_edge(premise, target, key=relation.id, reverse=False, **attributes)
        if relation.mutual:
            g.add_edge(target, premise, key=relation.id, reverse=True, **attributes)
    if attacked:
        g.add_edge(ids[relation.id], target, key=relation.id, reverse=False, **attributes)
        for premise in premises if relation.mutual else ():
            g.add_edge(ids[relation.id], premise, key=relation.id, reverse=True, **attributes)
