"""A map as nodes and edges of the Argument Interchange Format.

A relation becomes a scheme node of its id, with edges from its premises and to its target; a
mutual contrast becomes two. Whoever holds a statement is the speaker of a locution; where the words
are not known, of one without text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from argmap.claims.formats.aif_dialogue import ASSERTING
from argmap.claims.formats.aif_graph import (
    DEFAULT_NAMES,
    LINKS,
    RELATIONS,
    is_scheme,
    mirrored,
)
from argmap.claims.formats.gathering import FreeNames, escaped
from argmap.claims.formats.scheme_graph import Scheme
from argmap.claims.ledger import Ledger
from argmap.claims.model import Locution, Map, Relation, Statement

_TYPES = {kind: sort for sort, kind in (*RELATIONS.items(), *LINKS.items())}


@dataclass
class AifParts:
    """The nodes, edges and dialogue of a map that is written.

    Attributes:
        nodes: all nodes, those of statements first.
        edges: all edges.
        locutions: who said each locution, and when.
        participants: whoever says or holds something.
    """

    ledger: Ledger
    nodes: list[dict[str, Any]] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)
    locutions: list[dict[str, Any]] = field(default_factory=list)
    participants: list[dict[str, Any]] = field(default_factory=list)
    _names: FreeNames = field(default_factory=FreeNames)
    _numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, m: Map, ledger: Ledger) -> "AifParts":
        """Take a map apart; what has no place is noted."""
        parts = cls(ledger)
        for name in (p.id for group in (m.statements, m.relations, m.links) for p in group):
            parts._names.take(name)
        for statement in m.statements:
            sort = "EN" if statement.implicit else "I"
            parts._node(statement.id, escaped(statement.text), sort)
        parts._note_mirrored(m.relations)
        back = parts._ways_back(m.relations)
        for relation in m.relations:
            parts._relation(relation, back)
        for link in m.links:
            parts._step(link.id, _TYPES[link.kind], link.scheme)
            parts._edge(link.source, link.id)
            parts._edge(link.id, link.target)
        names = {holder.id: holder.name for holder in m.holders}
        for statement in m.statements:
            parts._dialogue(statement, names)
        return parts

    def lists(self) -> dict[str, Any]:
        """Give the lists as they stand in a file."""
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "locutions": self.locutions,
            "participants": self.participants,
        }

    def _node(self, name: str, text: str, sort: str) -> None:
        self.nodes.append({"nodeID": name, "text": text, "type": sort})

    def _edge(self, source: str, target: str) -> None:
        number = str(len(self.edges) + 1)
        self.edges.append({"edgeID": number, "fromID": source, "toID": target})

    def _step(self, name: str, sort: str, scheme: str | None) -> None:
        if scheme is not None and not is_scheme(scheme):
            self.ledger.lost("scheme of a name that means none in AIF", name, scheme)
            scheme = None
        self._node(name, escaped(scheme) if scheme else DEFAULT_NAMES[sort], sort)

    def _ways_back(self, relations: Sequence[Relation]) -> dict[str, str]:
        """Name the node for each mutual contrast's way back; its own where two could be meant."""
        contrasts = [r for r in relations if r.kind == "contrast" and not r.linked]
        between = Counter(frozenset((r.source, r.target_id)) for r in contrasts)
        back = {}
        for relation in contrasts:
            if relation.mutual:
                alone = between[frozenset((relation.source, relation.target_id))] == 1
                back[relation.id] = (
                    self._names.take(f"{relation.id}-back") if alone else relation.id
                )
        return back

    def _note_mirrored(self, relations: Sequence[Relation]) -> None:
        steps = {
            r.id: Scheme(
                r.kind,
                fields={"scheme": r.scheme},
                sources=dict.fromkeys(r.premises),
                targets={r.target_id: None},
            )
            for r in relations
            if not r.mutual
        }
        for back, there in mirrored(steps).items():
            self.ledger.repaired("two contrasts that are read as one, both ways", back, there)

    def _relation(self, relation: Relation, back: dict[str, str]) -> None:
        sort = _TYPES[relation.kind]
        self._step(relation.id, sort, relation.scheme)
        for premise in relation.premises:
            self._edge(premise, relation.id)
        self._edge(relation.id, relation.target_id)
        if (
            relation.undercuts
            and back.get(relation.target_id, relation.target_id) != relation.target_id
        ):
            self._edge(relation.id, back[relation.target_id])
        if relation.mutual:
            if back[relation.id] != relation.id:
                self._step(back[relation.id], sort, relation.scheme)
            self._edge(relation.target_id, back[relation.id])
            self._edge(back[relation.id], relation.source)

    def _dialogue(self, statement: Statement, names: dict[str, str]) -> None:
        if len(statement.holder) > 1:
            self.ledger.lost("holder within a chain of holders", statement.id, statement.holder)
        for said in self._sayings(statement):
            node = self._names.take(f"{statement.id}-L")
            step = self._names.take(f"{statement.id}-YA")
            self._node(node, escaped(said.words), "L")
            self._node(step, ASSERTING, "YA")
            self._edge(node, step)
            self._edge(step, statement.id)
            entry = {"nodeID": node}
            if said.speaker is not None:
                entry["personID"] = str(self._person(names[said.speaker]))
            if said.time is not None:
                entry["start"] = said.time
            if len(entry) > 1:
                self.locutions.append(entry)

    def _sayings(self, statement: Statement) -> Iterator[Locution]:
        """Tell who holds a statement first: the first speaker is taken for the holder."""
        holder = statement.holder[0] if statement.holder else None
        first = next((s.speaker for s in statement.locutions if s.speaker is not None), None)
        if holder is None and first is not None:
            self.ledger.repaired("speaker who becomes the holder", statement.id, first)
        if holder is not None and holder != first:
            yield Locution(words="", speaker=holder)
        yield from statement.locutions

    def _person(self, name: str) -> int:
        if name not in self._numbers:
            number = self._numbers[name] = len(self._numbers) + 1
            first, _, last = escaped(" ".join(name.split())).rpartition(" ")
            person = {"participantID": number, "firstname": first, "surname": last}
            self.participants.append(person)
        return self._numbers[name]


def json_text(value: object) -> str:
    """Write JSON as text with a line break at its end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
