"""The legend of a picture that Graphviz draws: signs and words that stand below the map."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from argmap.claims.model import Map, Relation, RelationKind, RelationRef
from argmap.viz.dot import FONT, POINTS, attributes, quoted, relation_lines
from argmap.viz.drafts import has_proposed
from argmap.viz.layout import Layout, Wire
from argmap.viz.palette import PALETTE
from argmap.viz.text import measure

BELOW = 44
SIZE = 12
BOX = (20, 12)
LINE = 40
JOINT = 22
GAP = 8
BETWEEN = 22

_Spot: TypeAlias = tuple[int, int]
# A word, and the relations that are drawn for it around a middle line.
_Sign: TypeAlias = tuple[str, list[tuple[Relation, Wire]]]


def legend_lines(m: Map, layout: Layout) -> Iterator[str]:
    """Yield the lines of a DOT file that draw the legend; no name of theirs is one of the map."""
    prefix = "legend "
    while any(name.startswith(prefix) for name in (*m.by_id, *m.relations_by_id)):
        prefix += "- "
    x = 0
    for word, tone in (("main claim", "main"), ("claim", "claim"), ("evidence", "evidence")):
        yield _box(f"{prefix}{word}", tone, x)
        yield _word(f"{prefix}word {word}", word, x + BOX[0] + GAP)
        x += _room(BOX[0], word)
    for word, drawn in _signs(prefix, proposed=has_proposed(m)):
        wires = {relation.id: _moved(wire, x, layout.height + BELOW) for relation, wire in drawn}
        attacked = {relation.target_id for relation, _ in drawn if relation.undercuts}
        for relation, _ in drawn:
            yield from _ends(relation, wires[relation.id], layout.height)
            row = replace(layout, wires=wires)
            yield from relation_lines(relation, row, ring=relation.id in attacked)
        yield _word(f"{prefix}word {word}", word, x + LINE + GAP)
        x += _room(LINE, word)


def _signs(prefix: str, *, proposed: bool) -> Iterator[_Sign]:
    def sign(word: str, kind: RelationKind, **more: Any) -> Relation:  # noqa: ANN401
        name = f"{prefix}{word}"
        told = {"source": f"{name} from", "target": f"{name} to", **more}
        return Relation(id=name, kind=kind, **told)

    plain = _wire(((LINE, 0), (0, 0)))
    fork = _wire(
        ((LINE, -6), (JOINT, 0)), ((LINE, 6), (JOINT, 0)), ((JOINT, 0), (0, 0)), joint=(JOINT, 0)
    )
    ringed = _wire(((LINE, -5), (JOINT, -5)), ((JOINT, -5), (0, -5)), joint=(JOINT, -5))
    below = Wire((((LINE, 10), (JOINT + 2, 10), (JOINT, 10), (JOINT, 4)),))
    step = sign("step", "support")
    question = sign("questions", "contrast", target=RelationRef(step.id))
    yield "supports", [(sign("supports", "support"), plain)]
    yield "contrasts", [(sign("contrasts", "contrast"), plain)]
    yield "mutual contrast", [(sign("mutual", "contrast", mutual=True), plain)]
    yield "together", [(sign("together", "support", linked=(f"{prefix}together also",)), fork)]
    yield "questions a step", [(step, ringed), (question, below)]
    if proposed:
        yield "proposed", [(sign("proposed", "support", status="proposed"), plain)]


def _wire(*lines: tuple[_Spot, _Spot], joint: _Spot | None = None) -> Wire:
    """Return straight lines as the curves that they are drawn as."""
    return Wire(
        tuple((start, _part(start, end), _part(end, start), end) for start, end in lines), joint
    )


def _part(start: _Spot, end: _Spot) -> _Spot:
    """Return what lies on a third of the way."""
    return start[0] + (end[0] - start[0]) // 3, start[1] + (end[1] - start[1]) // 3


def _moved(wire: Wire, x: int, y: int) -> Wire:
    def spot(at: _Spot) -> _Spot:
        return at[0] + x, at[1] + y

    curves = tuple(tuple(map(spot, curve)) for curve in wire.curves)
    return Wire(curves, spot(wire.joint) if wire.joint else None)


def _ends(relation: Relation, wire: Wire, height: int) -> Iterator[str]:
    """Yield the unseen nodes that a relation's lines begin and end at."""
    spots = {name: curve[0] for name, curve in zip(relation.premises, wire.curves, strict=False)}
    if not relation.undercuts:
        spots[relation.target_id] = wire.curves[-1][-1]
    for name, (x, y) in spots.items():
        told = {"shape": "point", "style": "invis", "pos": f"{x},{height - y}"}
        yield f"{quoted(name)} {attributes(told)};"


def _box(name: str, tone: str, x: int) -> str:
    told = {
        "label": "",
        "shape": "note" if tone == "evidence" else "box",
        "style": "filled" if tone == "evidence" else "filled,rounded",
        "pos": f"{x + BOX[0] / 2:g},{-BELOW}",
        "width": f"{BOX[0] / POINTS:.4f}",
        "height": f"{BOX[1] / POINTS:.4f}",
        "fillcolor": PALETTE[tone].light,
        "color": PALETTE["main" if tone == "main" else f"{tone}-edge"].light,
    }
    return f"{quoted(name)} {attributes(told)};"


def _word(name: str, word: str, x: int) -> str:
    wide = measure(word, SIZE)
    told = {
        "label": word,
        "shape": "plaintext",
        "style": "solid",
        "pos": f"{x + wide / 2:.1f},{-BELOW}",
        # Graphviz asks for room around a label.
        "width": f"{(wide + 2 * SIZE) / POINTS:.4f}",
        "height": f"{2 * SIZE / POINTS:.4f}",
        "fontname": FONT,
        "fontsize": f"{SIZE}",
        "fontcolor": PALETTE["muted"].light,
    }
    return f"{quoted(name)} {attributes(told)};"


def _room(sign: int, word: str) -> int:
    return round(sign + GAP + measure(word, SIZE) + BETWEEN)
