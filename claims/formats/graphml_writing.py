"""Write GraphML, as `graphml` reads it."""

from collections.abc import Iterable, Iterator

import msgspec

from argmap.claims.formats.drawn_graph import Cells, graph_of
from argmap.claims.formats.extras import header
from argmap.claims.formats.xml_writing import HEAD, is_fit, leaf, tag
from argmap.claims.ledger import Ledger, Writing
from argmap.claims.model import Map

HEADER = "argmap"
SOURCE_TEXT = "source text"
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"certainty": "double", "main": "boolean", "implicit": "boolean", "mutual": "boolean"}


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    nodes, edges = graph_of(m, holder_ids=True)
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


def _keys(domain: str, parts: Iterable[Cells]) -> Iterator[str]:
    for name in dict.fromkeys(name for cells in parts for name in cells):
        told = {"id": f"{domain} {name}", "for": domain, "attr.name": name}
        yield tag("key", {**told, "attr.type": _TYPES.get(name, "string")}, empty=True)


def _data(domain: str, where: str, cells: Cells, ledger: Ledger) -> Iterator[str]:
    for name, cell in cells.items():
        if not is_fit(cell):
            ledger.repaired("character that XML cannot hold", where)
        yield leaf("data", {"key": f"{domain} {name}"}, cell)
