"""DOT, the language of Graphviz: a map to lay out with any tool that reads it.

Nodes and edges have their fields as attributes, beside how they look. Text is quoted, never markup:
in a string only a quotation mark is escaped, in what is drawn also the backslash and `&`.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from argmap.claims.formats.drawn_graph import PREMISE, RELATION, Cells, graph_of
from argmap.claims.ledger import Ledger, Writing
from argmap.claims.model import Map

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BEFORE_END = re.compile(r'(?<!\\)\\++(?=["\n]|\Z)')
_LONE_BEFORE_END = re.compile(r'(?<!\\)(?:\\\\)*+\\(?=["\n]|\Z)')
_WIDTH = 32
_LONGEST = 500
_COLOURS = {"support": "#2e7d4f", "contrast": "#b3402e"}
_HEADS = {PREMISE: "none", "support": "normal", "contrast": "tee"}
_DRAWN = ("label", "tooltip")


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    return Writing("\n".join(_lines(m, ledger)) + "\n", ledger.losses)


def _lines(m: Map, ledger: Ledger) -> Iterator[str]:
    nodes, edges = graph_of(m)
    yield "digraph {"
    yield f"graph [label={_quoted(_drawn(m.title))}, labelloc=t, rankdir=BT];"
    yield 'node [shape=box, style="rounded", margin="0.2,0.1"];'
    for key, cells in nodes.items():
        _note_unfit(key, cells.values(), ledger)
        yield f"{_quoted(key)} [{_attributes({**cells, **_node_looks(cells)})}];"
    for key, source, target, cells in edges:
        _note_unfit(key, cells.values(), ledger)
        told = _attributes({**cells, "id": key, **_edge_looks(cells)})
        yield f"{_quoted(source)} -> {_quoted(target)} [{told}];"
    yield "}"


def _note_unfit(key: str, words: Iterable[str], ledger: Ledger) -> None:
    for word in (key, *words):
        if _UNSEEN.search(word) or _LONE_BEFORE_END.search(word):
            ledger.repaired("backslash or control character that DOT cannot hold", key)
            return


def _node_looks(cells: Cells) -> dict[str, str]:
    if cells["kind"] == RELATION:
        colour = _COLOURS.get(cells[RELATION], "black")
        return {"label": "", "shape": "point", "width": "0.1", "color": colour}
    words = " ".join((cells.get("title") or cells["text"]).split())
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    styles = ["filled"] if cells.get("main") else []
    styles += ["dashed"] if cells.get("implicit") else []
    looks = {
        "label": "\n".join(textwrap.wrap(words, _WIDTH)),
        "tooltip": cells["text"],
        "shape": "note" if cells["kind"] == "evidence" else "box",
    }
    return looks | ({"style": ",".join(["rounded", *styles])} if styles else {})


def _edge_looks(cells: Cells) -> dict[str, str]:
    kind = cells["kind"]
    looks = {"arrowhead": _HEADS.get(kind, "open"), "color": _COLOURS.get(kind, "gray40")}
    if kind not in _HEADS:
        looks |= {"style": "dotted", "constraint": "false"}
    if cells.get("mutual"):
        looks |= {"dir": "both", "arrowtail": "tee"}
    if cells.get("because"):
        looks["tooltip"] = cells["because"]
    return looks


def _attributes(told: Mapping[str, str]) -> str:
    return ", ".join(
        f"{_quoted(name)}={_quoted(_drawn(value) if name in _DRAWN else value)}"
        for name, value in told.items()
    )


def _drawn(text: str) -> str:
    r"""Escape text that Graphviz draws: there `\l` and `&lt;` mean something."""
    return text.replace("\\", "\\\\").replace("&", "&amp;").replace("\n", "\\n")


def _quoted(text: str) -> str:
    """Write a string: a single backslash is doubled only where it would escape what follows."""
    clean = _UNSEEN.sub("\ufffd", text)
    safe = _BEFORE_END.sub(lambda run: run[0] + "\\" * (len(run[0]) % 2), clean)
    return '"' + safe.replace('"', '\\"') + '"'
