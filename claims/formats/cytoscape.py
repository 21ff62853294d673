"""Cytoscape JSON (`.cyjs`), read by Cytoscape, Cytoscape.js and networkx.

`elements` holds the nodes and the edges of a map, the fields of each as text in its `data`.
"""

import msgspec

from argmap.claims.formats.drawn_graph import graph_of
from argmap.claims.ledger import Writing
from argmap.claims.model import Map


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    nodes, edges = graph_of(m)
    root = {
        "format_version": "1.0",
        "generated_by": "argmap",
        "data": {"name": m.title},
        "directed": True,
        "multigraph": True,
        "elements": {
            "nodes": [
                {
                    "data": {
                        **cells,
                        "id": key,
                        "value": key,
                        "name": cells.get("title") or cells.get("text") or cells["relation"],
                    }
                }
                for key, cells in nodes.items()
            ],
            "edges": [
                {
                    "data": {
                        **cells,
                        "id": key,
                        "key": key,
                        "source": source,
                        "target": target,
                        "interaction": cells["kind"],
                    }
                }
                for key, source, target, cells in edges
            ],
        },
    }
    return Writing(msgspec.json.format(msgspec.json.encode(root), indent=2).decode() + "\n")
