"""Where everything on the map stands: boxes, lines and joints, in pixels.

Every component is laid out for itself (ranks, places across them, lines), and the components are
put on shelves. The same map gives the same layout.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.claims.model import Map
from argmap.viz.card import Card, card
from argmap.viz.curves import Point, bands, curves
from argmap.viz.grid import JOINT, grid
from argmap.viz.pack import shelves
from argmap.viz.place import places
from argmap.viz.ranks import ranks
from argmap.viz.skeleton import Link, Skeleton, skeleton

Direction: TypeAlias = Literal["across", "down"]


@dataclass(frozen=True, slots=True)
class Box:
    """A statement's box: the middle, and what it shows."""

    x: int
    y: int
    card: Card


@dataclass(frozen=True, slots=True)
class Wire:
    """The lines of one relation.

    Attributes:
        curves: Bézier curves, each a start and three points a piece: first those from the
            premises; the last one ends at what the relation bears on.
        joint: Where premises and undercuts meet, if they do.
    """

    curves: tuple[tuple[tuple[int, int], ...], ...]
    joint: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by statement id, wires by relation id, and the size of the whole."""

    boxes: Mapping[str, Box]
    wires: Mapping[str, Wire]
    width: int
    height: int


_Line: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One component in its own coordinates, along and across the ranks."""

    spots: dict[int, Point]
    lines: list[tuple[Link, list[Point]]]
    size: tuple[float, float]


def arrange(m: Map, direction: Direction = "across") -> Layout:
    """Lay out a map.

    Args:
        m: The map; circles are fine.
        direction: "across" has the main claim at the left and what bears on it to the right,
            "down" has it on top.

    Returns:
        The layout. Linear for large components, Graphviz's `dot` decides for small ones.
    """
    bones = skeleton(m)
    arriving = [0] * bones.size
    for link in bones.links:
        arriving[link.head] += 1
    down = direction == "down"
    cards = [card(m, s, 0 if down else arriving[n]) for n, s in enumerate(m.statements)]
    sizes = [(float(c.width), float(c.height)) for c in cards]
    if down:
        sizes = [(height, width) for width, height in sizes]
    components = sorted(bones.components(), key=lambda part: bones.main not in part[0])
    parts = [_part(bones, nodes, links, sizes) for nodes, links in components]
    turned = [_turned(part.size, down=down) for part in parts]
    framed = list(zip(shelves(turned), turned, strict=True))
    spots: dict[int, tuple[int, int]] = {}
    lines: dict[int, list[_Line]] = {}
    for part, (corner, _) in zip(parts, framed, strict=True):
        for node, spot in part.spots.items():
            spots[node] = _moved(spot, corner, down=down)
        for link, points in part.lines:
            line = tuple(_moved(point, corner, down=down) for point in points)
            lines.setdefault(link.relation, []).append(line)
    return Layout(
        boxes={s.id: Box(*spots[n], cards[n]) for n, s in enumerate(m.statements)},
        wires={
            r.id: Wire(tuple(lines.get(n, ())), spots.get(bones.joints.get(n, -1)))
            for n, r in enumerate(m.relations)
        },
        width=round(max((x + size[0] for (x, _), size in framed), default=0)),
        height=round(max((y + size[1] for (_, y), size in framed), default=0)),
    )


def _part(
    bones: Skeleton, nodes: Sequence[int], links: Sequence[Link], sizes: Sequence[Point]
) -> _Part:
    """Lay out one component."""

    def size(node: int, axis: int) -> float:
        return sizes[node][axis] if node < bones.statements else JOINT * axis

    rank = ranks(nodes, links, first=bones.main, statements=bones.statements)
    cells = grid(nodes, links, rank, lambda node: size(node, 1), bones.contrasts)
    across = places(cells, bones.size)
    top = min(place - extent / 2 for place, extent in zip(across, cells.extent, strict=True))
    across = [place - top for place in across]
    along = [size(node, 0) for node in nodes]
    room = bands(cells, along)
    spots = {
        node: (room[rank[node]].start + along[k] / 2, across[k]) for k, node in enumerate(nodes)
    }
    drawn = curves(cells, along, across, room)
    return _Part(
        spots=spots,
        lines=list(zip(links, drawn, strict=True)),
        size=(
            max(band.end for band in room.values()),
            max(place + extent / 2 for place, extent in zip(across, cells.extent, strict=True)),
        ),
    )


def _turned(point: Point, *, down: bool) -> Point:
    return (point[1], point[0]) if down else point


def _moved(point: Point, corner: Point, *, down: bool) -> tuple[int, int]:
    x, y = _turned(point, down=down)
    return round(x + corner[0]), round(y + corner[1])
