"""An answer as JSON: one shape for every way to ask."""

from typing import TYPE_CHECKING, Any

from argmap.graph.sentences import hop_sentences, weakest
from argmap.graph.tellings import closing, opening

if TYPE_CHECKING:
    from argmap.claims.model import Map
    from argmap.graph.answers import Answer
    from argmap.graph.routes import Route, Step


def as_json(m: "Map", answer: "Answer") -> dict[str, Any]:
    """Give an answer as plain dictionaries and lists; docs/paths.md describes them."""
    told: dict[str, Any] = {
        "from": answer.source,
        "to": answer.target,
        "direction": answer.direction,
        "polarity": answer.polarity,
        "over_routes": answer.over_routes,
        "routes": [_route(m, route) for route in answer.routes],
        "more": answer.more,
        "count": answer.count._asdict(),
        "odd_circles": answer.odd_circles,
        "meeting_points": [point._asdict() for point in answer.meeting_points],
        "more_meeting_points": answer.more_meeting_points,
        "parts": [part._asdict() for part in answer.parts],
        "sentences": [line.text for line in (*opening(m, answer), *closing(m, answer))],
    }
    if answer.between is not None:
        told["between"] = [
            {"statement": i, "steps": steps} for i, steps in answer.between.items() if i in m.by_id
        ]
    if answer.cuts is not None:
        told["cuts"] = answer.cuts._asdict()
    return told


def _route(m: "Map", route: "Route") -> dict[str, Any]:
    weak = weakest(m, route)
    return {
        "statements": route.statements,
        "relations": [_step(m, step) for step in route.relations],
        "polarity": route.polarity,
        "sentences": hop_sentences(m, route),
        "weakest": weak._asdict() if weak else None,
    }


def _step(m: "Map", step: "Step") -> dict[str, Any]:
    told = {"id": step.id, "kind": step.kind, "because": step.because}
    status = m.relations_by_id[step.id].status
    return told | ({"status": status} if status else {})
