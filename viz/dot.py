"""A map in Graphviz's language, with everything the map says and the places of our layout.

Graphviz's `nop2` draws it as it stands here; other programs are free to lay it out anew.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from math import hypot
from typing import TypeAlias

from argmap.claims.model import Map, Relation, Statement
from argmap.graph.sentences import holder_words
from argmap.viz.layout import Box, Layout
from argmap.viz.marks import DOT, RING
from argmap.viz.palette import PALETTE
from argmap.viz.text import clean

_LAST_BACKSLASHES = re.compile(r"(?<!\\)(\\++)(?=\"|\n|\Z)")
FONT = "Arial,Liberation Sans,Helvetica,sans-serif"
POINTS = 72
# How far before a line's end Graphviz draws the head.
HEAD = {"support": 10.0, "contrast": 3.0}
# Bitmaps: twice the size of the screen, unless that makes too many pixels.
SHARPEST = 144
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 30_000

_Curve: TypeAlias = Sequence[tuple[int, int]]


def quoted(text: str) -> str:
    r"""Write text as a string of the DOT language.

    A backslash stands for itself there, but before a quotation mark or a line's end.

    >>> print(quoted(r'say "a\b"'))
    "say \"a\b\""
    >>> print(quoted("ends in \\"))
    "ends in \\"
    """
    escaped = _LAST_BACKSLASHES.sub(r"\1\1", clean(text)).replace('"', '\\"')
    return f'"{escaped}"'


def shown(text: str) -> str:
    r"""Escape text for an attribute in which Graphviz reads `\n` and `&amp;`."""
    return text.replace("\\", "\\\\").replace("&", "&amp;")


def dot_lines(m: Map, layout: Layout, more: Iterable[str] = ()) -> Iterator[str]:
    """Yield the lines of the map as a DOT file, and more of them at its end.

    The same map gives the same lines.
    """
    yield "digraph {"
    yield f"graph {attributes(_graph(m, layout))};"
    yield 'node [shape=box, fixedsize=true, style="filled", fontsize=13];'
    for statement in m.statements:
        yield _statement(m, statement, layout)
    attacked = {relation.target_id for relation in m.relations if relation.undercuts}
    for relation in m.relations:
        yield from relation_lines(relation, layout, ring=relation.id in attacked)
    yield from more
    yield "}"


def _graph(m: Map, layout: Layout) -> dict[str, str]:
    area = max(1, layout.width * layout.height)
    longest = max(1, layout.width, layout.height)
    sharpness = min((MOST_PIXELS / area) ** 0.5, LONGEST_SIDE / longest, SHARPEST / POINTS)
    return {
        # The empty line keeps the title off the boxes.
        "label": shown(m.title) + r"\l \l",
        "labelloc": "t",
        "labeljust": "l",
        "outputorder": "edgesfirst",
        "fontname": FONT,
        "fontsize": "20",
        "fontcolor": PALETTE["ink"].light,
        "bgcolor": PALETTE["canvas"].light,
        "pad": "0.4",
        "dpi": f"{POINTS * sharpness:.3f}",
    }


def _statement(m: Map, statement: Statement, layout: Layout) -> str:
    box = layout.boxes[statement.id]
    edge = "main" if statement.main else f"{statement.kind}-edge"
    fill = "canvas" if statement.status else "main" if statement.main else statement.kind
    told = {
        "kind": statement.kind,
        "text": statement.text,
        "title": statement.title,
        "holder": holder_words(m, statement.holder),
        "certainty": None if statement.certainty is None else f"{statement.certainty:g}",
        "type": statement.type,
        "origin": statement.origin,
        "note": statement.note,
        "tags": ", ".join(statement.tags),
        "quotes": " | ".join(quote.quote for quote in statement.quotes),
        "tooltip": shown(statement.text),
        "pos": f"{box.x},{layout.height - box.y}",
        "width": f"{box.card.width / POINTS:.4f}",
        "height": f"{box.card.height / POINTS:.4f}",
        "status": statement.status,
        "signal": statement.signal,
        "fillcolor": PALETTE[fill].light,
        "color": PALETTE[edge].light,
    }
    told |= {flag: "true" for flag in ("main", "implicit") if getattr(statement, flag)}
    if statement.kind == "evidence":
        told["shape"] = "note"
    styles = ["filled", *(["rounded"] if statement.kind == "claim" else [])]
    outline = "dotted" if statement.status else "dashed" if statement.implicit else None
    told["style"] = ",".join([*styles, *([outline] if outline else [])])
    label = _label(statement, box)
    return f"{quoted(statement.id)} {attributes(told, label=label)};"


def _label(statement: Statement, box: Box) -> str:
    """Write the lines of a box as Graphviz's own markup, ranged left."""
    dark = statement.main and not statement.status
    ink = PALETTE["main-ink" if dark else "ink"].light
    small = PALETTE["main-muted" if dark else f"{statement.kind}-ink"].light
    left = '<BR ALIGN="LEFT"/>'
    title, text = (
        left.join(escape(line) or " " for line in lines)
        for lines in (box.card.title, box.card.lines)
    )
    if title:
        text = f"<B>{title}</B>{left}{text}"
    elif statement.main:
        text = f"<B>{text}</B>"
    return (
        f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" WIDTH="{box.card.width - 28}"><TR>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT"><FONT FACE="{FONT}" COLOR="{ink}">'
        f'<FONT POINT-SIZE="12" COLOR="{small}"><B>{escape(box.card.eyebrow) or " "}</B></FONT>'
        f"{left}{text}{left}</FONT></TD></TR></TABLE>>"
    )


def relation_lines(relation: Relation, layout: Layout, *, ring: bool) -> Iterator[str]:
    """Yield a relation's lines, and the node in which they meet; `ring` if it is undercut."""
    wire = layout.wires[relation.id]
    color = PALETTE[relation.kind].light
    told = {
        "kind": relation.kind,
        "relation": relation.id,
        "because": relation.because,
        "tooltip": shown(relation.because or relation.kind),
        "certainty": None if relation.certainty is None else f"{relation.certainty:g}",
        "scheme": relation.scheme,
        "status": relation.status,
        "signal": relation.signal,
        "color": color,
        **_strokes(relation),
    }
    if relation.mutual:
        told |= {"mutual": "true", "dir": "both", "arrowtail": "tee"}
    drawn = dict(enumerate(wire.curves))
    if not wire.joint:
        yield _edge(relation.source, relation.target_id, told, drawn.get(0), layout.height)
        return
    x, y = wire.joint
    joint = {
        "shape": "circle",
        "label": "",
        "pos": f"{x},{layout.height - y}",
        "width": f"{2 * (RING if ring else DOT) / POINTS:.4f}",
        "height": f"{2 * (RING if ring else DOT) / POINTS:.4f}",
        "color": color,
        "fillcolor": PALETTE["canvas"].light if ring else color,
        "penwidth": "2.4" if ring else "1",
    }
    yield f"{quoted(relation.id)} {attributes(joint)};"
    for k, premise in enumerate(relation.premises):
        begins = told | {"dir": "back" if relation.mutual and k == 0 else "none"}
        yield _edge(premise, relation.id, begins, drawn.get(k), layout.height)
    last = drawn.get(len(relation.premises))
    told |= {"dir": "forward"}
    yield _edge(relation.id, relation.target_id, told, last, layout.height)


def _strokes(relation: Relation) -> dict[str, str]:
    """Return how a relation is drawn; what is proposed is dotted, and its arrow is hollow."""
    if relation.kind == "contrast":
        style, width, head = "dashed", "2.3", "tee"
    else:
        style, width, head = "solid", "1.8", "onormal" if relation.status else "normal"
    return {
        "style": "dotted" if relation.status else style,
        "penwidth": width,
        "arrowhead": head,
    }


def _edge(
    tail: str, head: str, told: Mapping[str, str | None], curve: _Curve | None, height: int
) -> str:
    spline = _spline(curve, told, height) if curve else None
    return f"{quoted(tail)} -> {quoted(head)} {attributes({**told, 'pos': spline})};"


def _spline(curve: _Curve, told: Mapping[str, str | None], height: int) -> str:
    """Write a curve as Graphviz keeps it: the tips of its heads, then its points."""
    points = [(float(x), float(height - y)) for x, y in curve]
    tips = ""
    room = HEAD[told["kind"] or "support"]
    if told.get("dir") in {"both", "back"}:
        tips += f"s,{points[0][0]:g},{points[0][1]:g} "
        points[0] = _before(points[1], points[0], room)
    if told.get("dir") not in {"none", "back"}:
        tips += f"e,{points[-1][0]:g},{points[-1][1]:g} "
        points[-1] = _before(points[-2], points[-1], room)
    return tips + " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _before(
    before: tuple[float, float], end: tuple[float, float], room: float
) -> tuple[float, float]:
    length = hypot(end[0] - before[0], end[1] - before[1]) or 1.0
    share = min(1.0, room / length)
    return end[0] + (before[0] - end[0]) * share, end[1] + (before[1] - end[1]) * share


def attributes(told: Mapping[str, str | None], *, label: str | None = None) -> str:
    """Write a list of attributes; `label` stands in it as it is."""
    written = [f"{name}={quoted(value)}" for name, value in told.items() if value is not None]
    if label is not None:
        written.append(f"label={label}")
    return f"[{', '.join(written)}]"
