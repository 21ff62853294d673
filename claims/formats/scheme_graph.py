"""Atoms, scheme nodes and the edges between them, to relations.

Many formats draw a step of an argument as a node of its own: premises lead to it, it leads to a
conclusion. A scheme that leads to another scheme undercuts it. Linear in the nodes and edges.
"""

from dataclasses import dataclass, field
from typing import Any

from argmap.claims.formats.gathering import Gathering
from argmap.claims.model import LinkKind, RelationKind

MAX_STEPS = 10_000


@dataclass
class Scheme:
    """A scheme node: what sort of step it is, and where its edges come from and lead to."""

    kind: RelationKind | LinkKind
    symmetric: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    premises: dict[str, None] = field(default_factory=dict)
    targets: dict[str, None] = field(default_factory=dict)


class SchemeGraph:
    """Takes the schemes and edges of a file, whose atoms are gathered already."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.schemes: dict[str, Scheme] = {}

    def add_scheme(self, key: str, scheme: Scheme) -> None:
        """Add a scheme; a key that is there already is noted as lost."""
        if key in self.schemes or self.gathering.statement(key):
            self.gathering.ledger.lost("second node of the same id", key)
        else:
            self.schemes[key] = scheme

    def add_edge(self, key: str, source: str, target: str) -> None:
        """Add an edge between atoms and schemes, which all are there."""
        lost = self.gathering.ledger.lost
        known = [
            end in self.schemes or bool(self.gathering.statement(end)) for end in (source, target)
        ]
        if not all(known):
            lost("edge with an end that is not there", key, [source, target])
        elif source in self.schemes:
            self.schemes[source].targets[target] = None
        elif target in self.schemes:
            self.schemes[target].premises[source] = None
        else:
            lost("edge between two statements, of no known kind", key, [source, target])

    def gather(self) -> None:
        """Make a relation or link of every scheme that has premises and a conclusion."""
        ledger = self.gathering.ledger
        further: list[tuple[str, list[str], str, Scheme]] = []
        for key, scheme in self.schemes.items():
            premises, targets = _ends(scheme)
            if not premises or not targets:
                what = "scheme without a premise" if not premises else "scheme without a conclusion"
                ledger.lost(what, key)
                continue
            if len(targets) > 1:
                ledger.repaired("scheme with several conclusions", key, targets)
            if len(targets) * len(premises) > MAX_STEPS:
                ledger.lost("conclusions of a scheme with too many ends", key)
                targets = targets[:1]
            self._add(key, premises, targets[0], scheme)
            for number, target in enumerate(targets[1:], 2):
                further.append((f"{key}-{number}", premises, target, scheme))
        # After all others, so that a name made up here is never taken for another scheme's.
        for part in further:
            self._add(*part)

    def _add(self, key: str, premises: list[str], target: str, scheme: Scheme) -> None:
        others = [premise for premise in premises if premise != target]
        if others and len(others) < len(premises):
            self.gathering.ledger.repaired("conclusion that is a premise of its own scheme", key)
            premises = others
        if scheme.kind in ("rephrase", "preference"):
            for number, premise in enumerate(premises):
                name = key if number == 0 else f"{key}-{premise}"
                told = scheme.fields.get("scheme")
                self.gathering.add_link(name, premise, target, scheme.kind, told)
        if scheme.kind in ("support", "contrast"):
            mutual = scheme.symmetric and len(premises) == 1 and target not in self.schemes
            if scheme.symmetric and not mutual:
                self.gathering.ledger.repaired("mutual contrast of more than two statements", key)
            fields = {**scheme.fields, "mutual": True} if mutual else scheme.fields
            undercuts = target in self.schemes
            self.gathering.add_relation(
                key, premises, target, scheme.kind, undercuts=undercuts, **fields
            )


def _ends(scheme: Scheme) -> tuple[list[str], list[str]]:
    """Give the premises and conclusions of a scheme; of a pair that is one, either way round."""
    premises, targets = list(scheme.premises), list(scheme.targets)
    pair = list(dict.fromkeys((*premises, *targets)))
    if scheme.symmetric and len(pair) == 2:  # noqa: PLR2004  # a pair
        return pair[:1], pair[1:]
    return premises, targets
