"""Parts of a picture side by side on shelves."""

from collections.abc import Sequence
from math import sqrt

GAP = 56.0


def shelves(
    sizes: Sequence[tuple[float, float]], *, ratio: float = 1.5
) -> list[tuple[float, float]]:
    """Place rectangles in rows, and return the left upper corner of each.

    The first one stays first; the others go down by height. N log N.

    Args:
        sizes: Width and height of each.
        ratio: The wished ratio of the whole picture's width to its height.
    """
    if not sizes:
        return []
    area = sum((width + GAP) * (height + GAP) for width, height in sizes)
    limit = max(*(width for width, _ in sizes), sqrt(area * ratio))
    rest = sorted(range(1, len(sizes)), key=lambda k: (-sizes[k][1], k))
    corners = [(0.0, 0.0)] * len(sizes)
    x = y = high = 0.0
    for k in (0, *rest):
        width, height = sizes[k]
        if x and x + width > limit:
            x, y, high = 0.0, y + high + GAP, 0.0
        corners[k] = (x, y)
        x, high = x + width + GAP, max(high, height)
    return corners
