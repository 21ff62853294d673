"""Statements, the schemes between them, and the edges that join them, to relations and links.

Many formats draw a step of an argument as a node of its own, a scheme: premises lead to it, it
leads to a conclusion. A scheme that leads to another one undercuts it. Linear in nodes and edges.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

from argmap.claims.formats.gathering import Gathering
from argmap.claims.model import LinkKind, RelationKind

MAX_STEPS = 100_000
_PAIR = 2

_Kind: TypeAlias = RelationKind | LinkKind | Literal["illocution"]
Role: TypeAlias = Literal[
    "statement", "relation", "link", "unknown", "locution", "illocution", "transition"
]
_ROLES: dict[_Kind, Role] = {
    "support": "relation",
    "contrast": "relation",
    "rephrase": "link",
    "preference": "link",
    "illocution": "illocution",
}
_UNEXPLAINED = "edge between two statements, of no known kind"


@dataclass(slots=True)
class Scheme:
    """A node between others: what sort of step it is, and where its edges come from and lead to.

    `fields` are those of a relation.
    """

    kind: _Kind
    is_mutual: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)
    targets: dict[str, None] = field(default_factory=dict)


class SchemeGraph:
    """Takes the nodes of a file, then its edges, and makes a map's parts of them.

    Attributes:
        joined: the roles of nodes that an edge may join.
        flaws: what an edge between others is, by the first of these roles that one of its ends
            has; None if nothing is wrong with it.
    """

    joined: ClassVar[frozenset[tuple[Role, Role]]] = frozenset(
        [
            ("statement", "relation"),
            ("relation", "statement"),
            ("relation", "relation"),
            ("statement", "link"),
            ("link", "statement"),
        ]
    )
    flaws: ClassVar[Sequence[tuple[Role, str | None]]] = (
        ("unknown", "edge of a node of unknown type"),
        ("link", "edge between a rephrase or preference and another step"),
    )

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.schemes: dict[str, Scheme] = {}
        self._roles: dict[str, Role] = {}

    def add(self, key: str, role: Role, raw: object = None) -> bool:
        """Add a node; tell whether its key is new, which if not is noted as lost."""
        if key in self._roles:
            self.gathering.ledger.lost("second node of the same id", key, raw)
            return False
        self._roles[key] = role
        return True

    def add_statement(self, key: str, text: str, **fields: Any) -> bool:  # noqa: ANN401
        """Add a node with the fields of a statement; tell whether its key is new."""
        is_new = self.add(key, "statement", text)
        if is_new:
            self.gathering.add_statement(key, text, **fields)
        return is_new

    def add_scheme(self, key: str, scheme: Scheme) -> bool:
        """Add a node between others; tell whether its key is new."""
        is_new = self.add(key, _ROLES[scheme.kind])
        if is_new:
            self.schemes[key] = scheme
        return is_new

    def add_unknown(self, key: str, raw: object) -> bool:
        """Note a node of unknown type as lost; tell whether its key is new."""
        is_new = self.add(key, "unknown", raw)
        if is_new:
            self.gathering.ledger.lost("node of unknown type", key, raw)
        return is_new

    def add_edge(self, source: str, target: str) -> None:
        """Add an edge; all nodes must be there."""
        roles = (self._roles.get(source), self._roles.get(target))
        if roles in self.joined and source != target:
            scheme = self.schemes.get(source)
            ends, end = (
                (self.schemes[target].sources, source)
                if scheme is None
                else (scheme.targets, target)
            )
            if end not in ends:
                ends[end] = None
                return
        flaw = self._flaw(roles, source == target)
        if flaw:
            self.gathering.ledger.lost(flaw, f"{source} to {target}", [source, target])

    def _flaw(self, roles: tuple[Role | None, Role | None], is_loop: bool) -> str | None:  # noqa: FBT001
        if None in roles:
            return "edge with an end that is not there"
        if is_loop:
            return "edge from a node to itself"
        if roles in self.joined:
            return "edge that is there twice"
        return next((flaw for role, flaw in self.flaws if role in roles), _UNEXPLAINED)

    def gather(self) -> None:
        """Make relations and links of all that stands between statements."""
        further: list[tuple[str, list[str], str, Scheme]] = []
        for key, scheme in self.schemes.items():
            pair = _pair(scheme)
            if pair and self._roles[pair[1]] == "statement":
                self._add(key, [pair[0]], pair[1], scheme, mutual=True)
                continue
            if scheme.is_mutual:
                what = "mutual contrast of more than two statements"
                self.gathering.ledger.repaired(what, key)
            for number, (premises, target) in enumerate(self._ends(key, scheme), 1):
                if number == 1:
                    self._add(key, premises, target, scheme)
                else:
                    further.append((f"{key}-{number}", premises, target, scheme))
        # Names made up here come after all others, so as never to be taken for another node's.
        for part in further:
            self._add(*part)

    def _ends(self, key: str, scheme: Scheme) -> list[tuple[list[str], str]]:
        """Take a scheme apart: each conclusion with its premises, or a link's pairs."""
        if scheme.kind == "illocution":
            return []
        is_link = self._roles[key] == "link"
        if scheme.sources and scheme.targets:
            return self._pairs(key, scheme) if is_link else self._conclusions(key, scheme)
        missing = "premise" if scheme.targets else "conclusion" if scheme.sources else "any end"
        self.gathering.ledger.lost(
            f"{scheme.kind} without {'two ends' if is_link else missing}", key
        )
        return []

    def _conclusions(self, key: str, scheme: Scheme) -> list[tuple[list[str], str]]:
        """Pair each conclusion with the premises that are not itself, statements first."""
        ledger = self.gathering.ledger
        targets = sorted(scheme.targets, key=lambda target: self._roles[target] == "relation")
        if len(targets) * len(scheme.sources) > MAX_STEPS and len(targets) > 1:
            ledger.lost("conclusions of a relation with too many ends", key)
            targets = targets[:1]
        elif len(targets) > 1:
            ledger.repaired("relation with several conclusions, taken apart", key, targets)
        ends = [([p for p in scheme.sources if p != target], target) for target in targets]
        for premises, target in ends:
            if len(premises) < len(scheme.sources):
                ledger.lost("premise that is its own conclusion", key, target)
        return [(premises, target) for premises, target in ends if premises]

    def _pairs(self, key: str, scheme: Scheme) -> list[tuple[list[str], str]]:
        """Pair the one end of a link with each of its others."""
        ledger = self.gathering.ledger
        if len(scheme.sources) > 1 and len(scheme.targets) > 1:
            ledger.lost(f"{scheme.kind} of several statements by several", key)
            return []
        if len(scheme.sources) + len(scheme.targets) > _PAIR:
            ledger.repaired(f"{scheme.kind} with several ends, taken apart", key)
        return [([source], target) for source in scheme.sources for target in scheme.targets]

    def _add(
        self, key: str, premises: list[str], target: str, scheme: Scheme, *, mutual: bool = False
    ) -> None:
        if scheme.kind in ("rephrase", "preference"):
            name = scheme.fields.get("scheme")
            self.gathering.add_link(key, premises[0], target, scheme.kind, name)
        elif scheme.kind in ("support", "contrast"):
            fields = {**scheme.fields, "mutual": True} if mutual else scheme.fields
            undercuts = self._roles[target] == "relation"
            self.gathering.add_relation(
                key, premises, target, scheme.kind, undercuts=undercuts, **fields
            )


def _pair(scheme: Scheme) -> list[str]:
    """Give the two ends of a mutual contrast; a contrast of two with each other is one too."""
    both_ways = len(scheme.sources) == len(scheme.targets) == _PAIR
    if scheme.kind != "contrast" or not (scheme.is_mutual or both_ways):
        return []
    ends = list(dict.fromkeys((*scheme.sources, *scheme.targets)))
    return ends if len(ends) == _PAIR else []
