"""The sections of a source: under which of its headings each statement stands."""

from bisect import bisect_right

from argmap.claims.model import Map
from argmap.viz.passages import headings

_BEFORE = "Before the first heading"
_NOWHERE = "Without a passage"


def sections(m: Map) -> tuple[list[str], list[list[int]]]:
    """Tell where the statements of a map stand in its source.

    Returns:
        The titles of the sections, the last of them for statements without a passage if there
        are any; and for each statement the sections of its quotes, in order. Both are empty
        lists where the source has fewer than two sections or is not at hand.
    """
    found = headings(m.text) if m.text else []
    starts = [start for start, _ in found]
    stands = [
        sorted({bisect_right(starts, quote.start) for quote in s.quotes if quote.start is not None})
        for s in m.statements
    ]
    used = sorted({section for places in stands for section in places})
    if len(used) < 2:  # noqa: PLR2004
        return [], [[] for _ in m.statements]
    titles = [found[section - 1][1] if section else _BEFORE for section in used]
    number = {section: place for place, section in enumerate(used)}
    if not all(stands):
        titles.append(_NOWHERE)
    return titles, [
        [number[section] for section in places] or [len(titles) - 1] for places in stands
    ]
