"""A map as an SVG picture: text stays text, and nothing else is needed to show it."""

from collections.abc import Iterator
from html import escape

from argmap.claims.model import Map, Relation, Statement
from argmap.viz import card
from argmap.viz.drafts import has_proposed
from argmap.viz.layout import Box, Layout, Wire
from argmap.viz.marks import DOT, RING, Point, arrow, bar, ends
from argmap.viz.palette import PALETTE
from argmap.viz.text import clean, wrap
from argmap.viz.words import amount

MARGIN = 32
TITLE = 20
TITLE_LINE = 28
FOOT = 48
LEAST_WIDTH = 860
LEAST_DRAFT = 960
CORNER = 12
ROUND = 9
_STYLE = """
text { font: 13px Arial, "Liberation Sans", Helvetica, sans-serif; fill: $ink; }
.title { font-size: 20px; font-weight: bold; }
.small { font-size: 12px; font-weight: bold; fill: $claim-ink; }
.evidence .small { fill: $evidence-ink; }
.bold { font-weight: bold; }
.main text { fill: $main-ink; }
.main .small { fill: $main-muted; }
.box { fill: $claim; stroke: $claim-edge; stroke-width: 1.2; }
.evidence .box { fill: $evidence; stroke: $evidence-edge; }
.main .box { fill: $main; stroke: $main; }
.implicit .box { stroke-dasharray: 6 4; }
.line, .mark { fill: none; stroke: $support; stroke-width: 1.8; }
.contrast .line { stroke: $contrast; stroke-width: 2.3; stroke-dasharray: 7 4.5; }
.support .mark { fill: $support; stroke: none; }
.contrast .mark { stroke: $contrast; stroke-width: 3.4; }
.ring { fill: $canvas; stroke: $support; stroke-width: 2.4; }
.contrast .ring { stroke: $contrast; }
.dot { fill: $support; }
.contrast .dot { fill: $contrast; }
.proposed .box { fill: $canvas; stroke-dasharray: 2 3; }
.proposed.main text { fill: $ink; }
.proposed.main .small { fill: $claim-ink; }
.proposed .line { stroke-dasharray: 2 3.5; }
.proposed.contrast .line { stroke-width: 1.8; stroke-dasharray: 7 3.5 1.5 3.5; }
.proposed.support .mark { fill: $canvas; stroke: $support; }
.proposed.contrast .mark { stroke-width: 2.4; }
.legend text { font-size: 12px; fill: $muted; }
""".strip()


def svg_lines(m: Map, layout: Layout) -> Iterator[str]:
    """Yield the lines of the picture; the same map and layout give the same lines."""
    draft = has_proposed(m)
    room = max(layout.width, LEAST_DRAFT if draft else LEAST_WIDTH)
    heading = wrap(clean(m.title), room, TITLE, bold=True)
    head = MARGIN + TITLE_LINE * len(heading)
    width = room + 2 * MARGIN
    height = layout.height + head + MARGIN + FOOT
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title about">'
    )
    yield f'<title id="title">{escape(clean(m.title))}</title>'
    yield f'<desc id="about">{_about(m)}</desc>'
    yield f"<style>{_style()}</style>"
    yield f'<rect width="{width}" height="{height}" fill="{PALETTE["canvas"].light}"/>'
    for k, line in enumerate(heading):
        yield _text(line, MARGIN, MARGIN + TITLE + k * TITLE_LINE - 4, "title")
    yield f'<g transform="translate({MARGIN} {head + MARGIN // 2})">'
    attacked = {relation.target_id for relation in m.relations if relation.undercuts}
    for relation in m.relations:
        yield from _relation(m, relation, layout.wires[relation.id], ring=relation.id in attacked)
    for statement in m.statements:
        yield from _statement(statement, layout.boxes[statement.id])
    yield "</g>"
    yield from _legend(MARGIN, height - FOOT // 2, proposed=draft)
    yield "</svg>"


def _statement(statement: Statement, box: Box) -> Iterator[str]:
    left, top = box.x - box.card.width // 2, box.y - box.card.height // 2
    flags = [flag for flag in ("main", "implicit") if getattr(statement, flag)]
    yield f'<g class="{" ".join([statement.kind, *flags, *_status(statement)])}">'
    yield f"<title>{escape(clean(statement.text))}</title>"
    yield _outline(statement.kind, left, top, box.card.width, box.card.height)
    words = (*box.card.title, *box.card.lines)
    text = card.SMALL_LINE + card.LINE * len(words)
    y = top + (box.card.height - text) // 2
    yield _text(box.card.eyebrow, left + card.PAD_X, y + card.SMALL, "small")
    bold = len(box.card.title) or (len(words) if statement.main else 0)
    for k, line in enumerate(words):
        y_line = y + card.SMALL_LINE + card.FONT + k * card.LINE
        yield _text(line, left + card.PAD_X, y_line, "bold" if k < bold else "")
    yield "</g>"


def _status(part: Statement | Relation) -> list[str]:
    return [part.status] if part.status else []


def _outline(kind: str, left: float, top: float, width: float, height: float) -> str:
    if kind == "claim":
        return (
            f'<rect class="box" x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" '
            f'rx="{min(ROUND, height / 3):g}"/>'
        )
    fold = min(CORNER, height / 2)
    right = left + width
    return (
        f'<path class="box" d="M{left:g} {top:g}H{right - fold:g}l{fold:g} {fold:g}'
        f"V{top + height:g}H{left:g}ZM{right - fold:g} {top:g}v{fold:g}h{fold:g}"
        '"/>'
    )


def _relation(m: Map, relation: Relation, wire: Wire, *, ring: bool) -> Iterator[str]:
    if not wire.curves:
        return
    yield f'<g class="{" ".join([relation.kind, *_status(relation)])}">'
    yield f"<title>{escape(clean(_told(m, relation)))}</title>"
    for curve in wire.curves:
        rest = " ".join(f"{x} {y}" for x, y in curve[1:])
        yield f'<path class="line" d="M{curve[0][0]} {curve[0][1]}C{rest}"/>'
    for end in ends(relation, wire):
        closed = relation.kind == "support"
        yield _mark(arrow(end) if closed else bar(end), closed=closed)
    if wire.joint:
        x, y = wire.joint
        style, radius = ("ring", RING) if ring else ("dot", DOT)
        yield f'<circle class="{style}" cx="{x}" cy="{y}" r="{radius:g}"/>'
    yield "</g>"


def _told(m: Map, relation: Relation) -> str:
    """Tell a relation in words, for the pointer that rests on its line."""
    names = [m.by_id[premise].title or premise for premise in relation.premises]
    end = relation.target_id
    target = m.by_id[end].title or end if end in m.by_id else f"the step {end}"
    told = f"{', '.join(names)} → {target}: {relation.kind}"
    return f"{told}, because {relation.because}" if relation.because else told


def _mark(points: tuple[Point, ...], *, closed: bool) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path class="mark" d="M{path}{"Z" if closed else ""}"/>'


def _text(line: str, x: float, y: float, style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return f'<text x="{x:g}" y="{y:g}"{named} xml:space="preserve">{escape(line)}</text>'


def _legend(left: int, middle: int, *, proposed: bool) -> Iterator[str]:
    yield f'<g class="legend" transform="translate({left} {middle})">'
    x = 0
    for kind, flags, word, wide in (
        ("claim", " main", "main claim", 96),
        ("claim", "", "claim", 68),
        ("evidence", "", "evidence", 88),
    ):
        yield f'<g class="{kind}{flags}">{_outline(kind, x, -6, 20, 12)}</g>'
        yield _text(word, x + 26, 4)
        x += wide
    for kind, word, mark, wide in (
        ("support", "supports", "M{0} 0l9 -4.5v9Z", 104),
        ("contrast", "contrasts", "M{1} -6v12", 104),
        ("contrast", "mutual contrast", "M{1} -6v12M{2} -6v12", 140),
    ):
        ends_at = mark.format(x, x + 2, x + 30)
        yield (
            f'<g class="{kind}"><path class="line" d="M{x + 32} 0H{x + 3}"/>'
            f'<path class="mark" d="{ends_at}"/></g>'
        )
        yield _text(word, x + 40, 4)
        x += wide
    premises = " ".join(f"M{x + 32} {y}C{x + 22} {y} {x + 20} 0 {x + 12} 0" for y in (-6, 6))
    yield f'<g class="support"><path class="line" d="{premises}H{x}"/>'
    yield f'<circle class="dot" cx="{x + 12}" cy="0" r="{DOT:g}"/></g>'
    yield _text("together", x + 40, 4)
    x += 100
    yield f'<g class="support"><path class="line" d="M{x + 32} -4H{x}"/>'
    yield f'<circle class="ring" cx="{x + 12}" cy="-4" r="4"/></g>'
    below = f"M{x + 32} 9H{x + 18}C{x + 14} 9 {x + 12} 8 {x + 12} 4"
    yield f'<g class="contrast"><path class="line" d="{below}"/>'
    yield f'<path class="mark" d="M{x + 7} 4h10"/></g>'
    yield _text("questions a step", x + 40, 4)
    if proposed:
        x += 144
        yield f'<g class="claim proposed">{_outline("claim", x + 15, -6, 18, 12)}</g>'
        yield f'<g class="support proposed"><path class="line" d="M{x + 14} 0H{x + 9}"/>'
        yield f'<path class="mark" d="M{x} 0l9 -4.5v9Z"/></g>'
        yield _text("proposed", x + 40, 4)
    yield "</g>"


def _about(m: Map) -> str:
    evidence = sum(statement.kind == "evidence" for statement in m.statements)
    claims = len(m.statements) - evidence
    counts = (
        amount(claims, "claim", "claims"),
        amount(evidence, "piece of evidence", "pieces of evidence"),
        amount(len(m.relations), "relation", "relations"),
    )
    told = f"{', '.join(counts)}."
    return told + (f" Main claim: {escape(clean(m.main.text))}" if m.main else "")


def _style() -> str:
    text = _STYLE
    for name in sorted(PALETTE, key=len, reverse=True):
        text = text.replace(f"${name};", f"{PALETTE[name].light};")
    return text
