"""GEXF 1.3 (gexf.net), the format of Gephi: a map as nodes and edges with their fields as text."""

from collections.abc import Iterable, Iterator

from argmap.claims.formats.drawn_graph import Cells, graph_of
from argmap.claims.formats.xml_writing import HEAD, is_fit, leaf, tag
from argmap.claims.ledger import Ledger, Writing
from argmap.claims.model import Map

_SPACE = "http://gexf.net/1.3"
_TYPES = {"certainty": "double", "main": "boolean", "implicit": "boolean", "mutual": "boolean"}


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    nodes, edges = graph_of(m)
    lines = [
        tag("gexf", {"xmlns": _SPACE, "version": "1.3"}),
        "<meta>",
        leaf("creator", {}, "argmap"),
        leaf("description", {}, m.title),
        "</meta>",
        tag("graph", {"defaultedgetype": "directed"}),
        *_attributes("node", nodes.values()),
        *_attributes("edge", (cells for _, _, _, cells in edges)),
        "<nodes>",
    ]
    for key, cells in nodes.items():
        label = cells.get("title") or cells.get("text") or cells["relation"]
        lines += [tag("node", {"id": key, "label": label}), *_values(key, cells, ledger), "</node>"]
    lines += ["</nodes>", "<edges>"]
    for key, source, target, cells in edges:
        ends = {"id": key, "source": source, "target": target, "label": cells["kind"]}
        lines += [tag("edge", ends), *_values(key, cells, ledger), "</edge>"]
    lines += ["</edges>", "</graph>", "</gexf>", ""]
    return Writing(HEAD + "\n".join(lines), ledger.losses)


def _attributes(part: str, all_cells: Iterable[Cells]) -> Iterator[str]:
    names = dict.fromkeys(name for cells in all_cells for name in cells)
    if names:
        yield tag("attributes", {"class": part})
        for name in names:
            told = {"id": name, "title": name, "type": _TYPES.get(name, "string")}
            yield tag("attribute", told, empty=True)
        yield "</attributes>"


def _values(where: str, cells: Cells, ledger: Ledger) -> Iterator[str]:
    yield "<attvalues>"
    for name, cell in cells.items():
        if not is_fit(cell):
            ledger.repaired("character that XML cannot hold", where)
        yield tag("attvalue", {"for": name, "value": cell}, empty=True)
    yield "</attvalues>"
