"""What is still to settle in a map that was drafted."""

from typing import Any

from argmap.claims.model import Map
from argmap.viz.text import clean


def has_proposed(m: Map) -> bool:
    """Tell whether there is a statement or a relation that nobody has looked at yet."""
    return any(s.status for s in m.statements) or any(r.status for r in m.relations)


def suggested(m: Map) -> list[dict[str, Any]]:
    """Return the suggestions that the map has not taken over, statements by their place."""
    place = {statement.id: n for n, statement in enumerate(m.statements)}
    taken = {(r.source, r.target_id, r.kind) for r in m.relations if not r.undercuts}
    return [
        {"from": place[s.source], "to": place[s.target], "kind": s.kind}
        | ({"signal": clean(s.signal)} if s.signal else {})
        | ({"certainty": s.certainty} if s.certainty is not None else {})
        for s in m.suggested
        if (s.source, s.target, s.kind) not in taken
    ]


def to_place(m: Map) -> list[int]:
    """Return the statements to place that no relation touches yet, by their place in the map."""
    touched = {end for r in m.relations for end in (*r.premises, r.target_id)}
    place = {statement.id: n for n, statement in enumerate(m.statements)}
    return [place[name] for name in m.to_place if name not in touched]
