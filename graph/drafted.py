"""Checks of what a draft leaves to a person."""

from collections.abc import Iterator

from argmap.claims.model import Map
from argmap.graph.adjacency import incoming, outgoing
from argmap.graph.build import Graph
from argmap.graph.findings import Check, Problem, some
from argmap.graph.sentences import counted


def unplaced(m: Map, g: Graph) -> list[str]:
    """Return the statements to place that no relation has reached yet, in the order of the map."""
    bears, rests = outgoing(g), incoming(g)
    return [name for name in m.to_place if not bears[name] and not rests[name]]


def _to_place(m: Map, g: Graph) -> Iterator[Problem]:
    left = unplaced(m, g)
    if left:
        have = "has" if len(left) == 1 else "have"
        yield Problem(
            None,
            f"{counted(len(left), 'statement')} under `to_place` {have} found no place yet: "
            f"{some(left)}.",
            "Say what each bears on, or take it out; then take its id from `to_place`.",
        )


def _proposed(m: Map, _graph: Graph) -> Iterator[Problem]:
    statements = sum(statement.status == "proposed" for statement in m.statements)
    relations = sum(relation.status == "proposed" for relation in m.relations)
    parts = [counted(statements, "statement")] if statements else []
    parts += [counted(relations, "relation")] if relations else []
    if parts:
        are = "is" if statements + relations == 1 else "are"
        yield Problem(
            None,
            f"{' and '.join(parts)} {are} only proposed.",
            "Read each beside its source, mend it, and take out its `status`.",
        )


TO_PLACE = Check(
    "to-place",
    "warning",
    "A draft lists under `to_place` the statements for which nothing in the words told a place. "
    "They are told of once, not as detached or idle one by one.",
    _to_place,
)
PROPOSED = Check(
    "proposed",
    "note",
    "What bears `status: proposed` comes from rules or a model, and no person has settled it yet.",
    _proposed,
)
