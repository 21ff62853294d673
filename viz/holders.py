"""The holders of a map as the page lists, filters and colours them."""

from collections import Counter
from typing import TypedDict

from argmap.claims.model import Map, Statement
from argmap.graph.holders import holder_of
from argmap.viz.palette import HOLDER_TONES
from argmap.viz.text import clean

_NOBODY = "Nobody named"


class Party(TypedDict):
    """Somebody who holds statements in the end, not merely reports them.

    Attributes:
        key: The holder's id; "" stands for nobody.
        name: The name in words.
        size: How many statements.
        tone: The number of its colour; all but the first holders share the last.
    """

    key: str
    name: str
    size: int
    tone: int


def key_of(statement: Statement) -> str:
    """Name who holds a statement in the end; "" for nobody."""
    return clean(holder_of(statement) or "")


def parties(m: Map) -> list[Party]:
    """List who holds the statements of a map, those with the most first, then as they come."""
    counted = Counter(holder_of(statement) for statement in m.statements)
    return [
        {
            "key": clean(holder or ""),
            "name": clean(m.holder_name(holder)) if holder else _NOBODY,
            "size": size,
            "tone": min(place, HOLDER_TONES - 1),
        }
        for place, (holder, size) in enumerate(counted.most_common())
    ]
