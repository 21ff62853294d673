"""Checks of whether a map hangs together."""

from collections.abc import Iterator

from argmap.claims.errors import shown
from argmap.claims.model import Map
from argmap.graph.build import Graph
from argmap.graph.drafted import unplaced
from argmap.graph.findings import Check, Problem, some
from argmap.graph.parts import parts


def _empty(m: Map, _graph: Graph) -> Iterator[Problem]:
    if not m.statements:
        yield Problem(
            None,
            "The map has no statements.",
            "Write the source's main claim under `claims`, and its reasons.",
        )


def _detached(m: Map, g: Graph) -> Iterator[Problem]:
    if m.main is None:
        return
    told = {*unplaced(m, g), m.main.id}
    for part in parts(m, g):
        lone_evidence = len(part) == 1 and m.by_id[part[0]].kind == "evidence"
        if told.isdisjoint(part) and not lone_evidence:
            others = f" and {len(part) - 1} more that hang on it" if len(part) > 1 else ""
            yield Problem(
                part[0],
                f"Nothing ties this{others} to the main claim {shown(m.main.id)}.",
                "Say what it bears on, or take it out.",
            )


def _no_main_claim(m: Map, _graph: Graph) -> Iterator[Problem]:
    if m.main is None:
        reasons = {premise for relation in m.relations for premise in relation.premises}
        ends = [s.id for s in m.statements if s.kind == "claim" and s.id not in reasons]
        if len(ends) > 1:
            yield Problem(
                None,
                f"No claim is marked as the main one, and {len(ends)} bear on no other: "
                f"{some(ends)}.",
                "Mark the claim that the source argues for with `main: true`.",
            )


EMPTY = Check(
    "empty",
    "warning",
    "A map without statements says nothing, and nothing can be asked of it.",
    _empty,
)
DETACHED = Check(
    "detached",
    "warning",
    "What no chain of relations, whichever way it points, ties to the main claim has no place "
    "in the argument. Each part that stands apart is reported once; evidence that stands alone "
    "is left to idle-evidence, and what a draft could not place to to-place.",
    _detached,
)
NO_MAIN_CLAIM = Check(
    "no-main-claim",
    "note",
    "Where no claim is marked as the main one and several bear on no other, a reader cannot "
    "tell what the whole is about.",
    _no_main_claim,
)
