"""Mermaid flowcharts, as Markdown pages on many sites draw them.

Nodes have names of their own, since ids may be anything; in texts every sign that Mermaid or HTML
could take for its own is written as its number, `#35;`.
"""

import re
from collections.abc import Iterator

import msgspec

from argmap.claims.formats.drawn_graph import PREMISE, RELATION, Cells, graph_of
from argmap.claims.ledger import Writing
from argmap.claims.model import Map

_SIGN = re.compile(r"[^\w\s.,:'!?()/-]", re.ASCII)
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_COLOURS = {"support": "#2e7d4f", "contrast": "#b3402e"}
_ARROWS = {PREMISE: "---", "support": "-->", "contrast": "--x"}
_LINK = "-.->"
_MUTUAL = "x--x"


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    return Writing("\n".join(_lines(m)) + "\n")


def _lines(m: Map) -> Iterator[str]:
    nodes, edges = graph_of(m)
    names = {key: f"n{number}" for number, key in enumerate(nodes, 1)}
    yield from ("---", f"title: {msgspec.json.encode(_words(m.title)).decode()}", "---")
    yield "flowchart BT"
    for key, cells in nodes.items():
        yield f"  {names[key]}{_node(cells)}"
    coloured: dict[str, list[int]] = {}
    for number, (_, source, target, cells) in enumerate(edges):
        coloured.setdefault(cells["kind"], []).append(number)
        yield f"  {names[source]} {_arrow(cells)} {names[target]}"
    for kind, numbers in coloured.items():
        if kind in _COLOURS:
            yield f"  linkStyle {','.join(map(str, numbers))} stroke:{_COLOURS[kind]}"
    yield "  classDef main stroke-width:3px"
    yield "  classDef implicit stroke-dasharray:4"


def _node(cells: Cells) -> str:
    if cells["kind"] == RELATION:
        return f'(("{_words(cells[RELATION])}"))'
    words = _words(cells["text"])
    shape = f'["{words}"]' if cells["kind"] == "evidence" else f'("{words}")'
    marked = next((name for name in ("main", "implicit") if cells.get(name)), None)
    return shape + (f":::{marked}" if marked else "")


def _arrow(cells: Cells) -> str:
    arrow = _MUTUAL if cells.get("mutual") else _ARROWS.get(cells["kind"], _LINK)
    said = cells.get("because") or (cells["kind"] if cells["kind"] not in _ARROWS else "")
    return f'{arrow}|"{_words(said)}"|' if said.strip() else arrow


def _words(text: str) -> str:
    """Write text in one line, each of its signs by number."""
    line = " ".join(_UNSEEN.sub(" ", text).split())
    return _SIGN.sub(lambda sign: _numbered(sign[0]), line)


def _numbered(sign: str) -> str:
    return sign if sign.isalnum() else f"#{ord(sign)};"
