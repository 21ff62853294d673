"""How good a layout is, counted: boxes that overlap, lines through boxes, lines that cross."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from argmap.viz.layout import Layout

Point = tuple[float, float]
PIECES = 12
# A line may touch the side of the box where it ends, and rounding moves it by a pixel.
SLACK = 2.0


@dataclass(frozen=True)
class Quality:
    overlaps: int
    through_boxes: int
    crossings: int


def quality(layout: Layout) -> Quality:
    return Quality(overlaps(layout), through_boxes(layout), crossings(layout))


def overlaps(layout: Layout) -> int:
    boxes = sorted(layout.boxes.values(), key=lambda box: box.x)
    found = 0
    for k, box in enumerate(boxes):
        for other in boxes[k + 1 :]:
            if other.x - box.x >= (box.card.width + other.card.width) / 2:
                break
            found += abs(other.y - box.y) < (box.card.height + other.card.height) / 2
    return found


def through_boxes(layout: Layout) -> int:
    """Count pairs of a line and a box that the line runs through."""
    boxes = sorted(layout.boxes.values(), key=lambda box: box.x)
    found = 0
    for line in _lines(layout):
        low, high = min(x for x, _ in line), max(x for x, _ in line)
        for box in boxes:
            half = box.card.width / 2 - SLACK
            if box.x + half < low or box.x - half > high:
                continue
            tall = box.card.height / 2 - SLACK
            found += any(abs(x - box.x) < half and abs(y - box.y) < tall for x, y in line)
    return found


def crossings(layout: Layout) -> int:
    """Count pairs of lines that cross, without those that share an end."""
    lines = list(_lines(layout))
    frames = [
        (min(x for x, _ in p), max(x for x, _ in p), min(y for _, y in p), max(y for _, y in p))
        for p in lines
    ]
    found = 0
    for (one, a), (other, b) in combinations(list(zip(lines, frames, strict=True)), 2):
        if a[0] > b[1] or b[0] > a[1] or a[2] > b[3] or b[2] > a[3]:
            continue
        found += any(_cross(*s, *t) for s in pairwise(one) for t in pairwise(other))
    return found


def _lines(layout: Layout) -> Iterator[list[Point]]:
    for wire in layout.wires.values():
        for curve in wire.curves:
            line = [(float(curve[0][0]), float(curve[0][1]))]
            for k in range(1, len(curve), 3):
                line += _bezier(line[-1], *curve[k : k + 3])
            yield line


def _bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    points = []
    for k in range(1, PIECES + 1):
        t = k / PIECES
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points.append(
            (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
        )
    return points


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
