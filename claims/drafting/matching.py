"""Bring a draft and a gold map of the same text together: units by their spans, then relations."""

from collections import deque
from collections.abc import Container, Iterable, Sequence
from typing import TypeAlias

from argmap.claims.drafting.sentences import Span
from argmap.claims.model import Map

Edge: TypeAlias = tuple[int, int, bool]
"""Source, target, and whether it is an attack."""
_HALF = 0.5


def matched(ours: Sequence[Span], theirs: Sequence[Span]) -> dict[int, int]:
    """Match spans that share at least half of the longer one, the largest share first."""
    shares = []
    for number, (start, end) in enumerate(ours):
        for other, (first, last) in enumerate(theirs):
            common = min(end, last) - max(start, first)
            longer = max(end - start, last - first)
            if common > 0 and common >= _HALF * longer:
                shares.append((-common / longer, number, other))
    match: dict[int, int] = {}
    used: set[int] = set()
    for _, number, other in sorted(shares):
        if number not in match and other not in used:
            match[number] = other
            used.add(other)
    return match


def spans(m: Map) -> dict[str, Span]:
    """Give the span of each statement in the order of the text: that of its first quote."""
    located = {
        s.id: (q.start, q.end)
        for s in m.statements
        for q in s.quotes[:1]
        if q.start is not None and q.end is not None
    }
    return dict(sorted(located.items(), key=lambda item: item[1]))


def core(text: str, span: Span) -> Span:
    """Leave out white space and punctuation at both ends of a span."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def edges(m: Map, names: Sequence[str], only: Container[str] | None = None) -> set[Edge]:
    """Give the relations of a map as edges between the places of its statements.

    Args:
        m: the map.
        names: its statements in the order of their places; relations of others are left out.
        only: the ids of the relations that count, if not all do.
    """
    place = {name: number for number, name in enumerate(names)}
    found: set[Edge] = set()
    for relation in m.relations:
        if only is not None and relation.id not in only:
            continue
        target = relation.target_id
        if relation.undercuts:
            target = m.relations_by_id[target].source
        for premise in relation.premises:
            if premise in place and target in place:
                found.add((place[premise], place[target], relation.kind == "contrast"))
                if relation.mutual:
                    found.add((place[target], place[premise], True))
    return found


def carried(edges: Iterable[Edge], match: dict[int, int]) -> set[Edge]:
    """Tell edges between our units as edges between the gold units that match them."""
    return {(match[a], match[b], sign) for a, b, sign in edges if a in match and b in match}


def bears(edge: Edge, edges: Iterable[Edge]) -> bool:
    """Tell whether there is a route between the ends of an edge that amounts to its sign.

    Two attacks in a row amount to a support. Linear in the edges.
    """
    outgoing: dict[int, list[tuple[int, bool]]] = {}
    for source, target, sign in edges:
        outgoing.setdefault(source, []).append((target, sign))
    start, goal, wanted = edge
    reached = {(start, False)}
    waiting = deque(reached)
    while waiting:
        place, attack = waiting.popleft()
        for target, sign in outgoing.get(place, ()):
            state = (target, attack != sign)
            if state not in reached:
                reached.add(state)
                waiting.append(state)
    return (goal, wanted) in reached
