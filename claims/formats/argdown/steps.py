"""The relations of a document: its ties, and one for each inference of an argument."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeAlias

from argmap.claims.formats.argdown.document import Document, Entry, Reconstruction, Step, Tie
from argmap.claims.formats.argdown.places import Places
from argmap.claims.formats.argdown.values import STEP_FIELDS, seen, sound_values
from argmap.claims.formats.gathering import FreeNames, Gathering
from argmap.claims.model import RelationKind

Drawn: TypeAlias = Step | Tie
"""What a document draws and a map has as a relation."""

LONGEST_NAME = 300
"""No longer name is made of the ends of a relation: undercuts of undercuts would have no end."""

_MUTUAL = ("contradictory", "contrary")
_REPAIRS = {
    "entails": "entailment, kept as support",
    "contrary": "contrariness, kept as a contrast both ways",
}


@dataclass(slots=True)
class _Plan:
    """A relation that is to be added; without a key it is named after its ends."""

    offset: int
    premises: list[Entry]
    target: Entry | Drawn
    kind: RelationKind
    key: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)


def stand_ins(document: Document, ties: Iterable[Tie]) -> dict[Step, Tie]:
    """Find the inferences whose conclusion stands for what the premises do by one tie.

    Such a conclusion is written only because Argdown can draw no attack from several premises;
    the data of the inference says `stand-in: true`.
    """
    by_source: dict[Entry, list[Tie]] = {}
    reached: set[object] = set()
    for tie in ties:
        by_source.setdefault(tie.source, []).append(tie)
        reached.add(tie.target)
    found: dict[Step, Tie] = {}
    for step in _all_steps(document):
        conclusion = step.conclusion
        drawn = by_source.get(conclusion, [])
        is_alone = len(conclusion.members) == 1 and not conclusion.is_titled
        is_named = step.data.get("stand-in") == "true"
        if is_named and is_alone and conclusion not in reached and len(drawn) == 1:
            found[step] = drawn[0]
    return found


def add_relations(
    document: Document,
    ties: Iterable[Tie],
    standing: Mapping[Step, Tie],
    keys: Mapping[Entry, str],
    *,
    places: Places,
    gathering: Gathering,
) -> None:
    """Add the relations of a document to a map, in its order; linear.

    Args:
        document: the document.
        ties: its resolved ties.
        standing: the inferences whose conclusion stands for their premises, each with its tie.
        keys: the keys of the statements in the map.
        places: tells the lines of relations.
        gathering: the map.
    """
    relations = _Relations(places, gathering, keys)
    relations.plan(document, list(ties), standing)
    relations.add()


def _all_steps(document: Document) -> Iterable[Step]:
    for entry in document.of_sort("argument"):
        for whole in entry.reconstructions:
            yield from whole.steps


class _Relations:
    def __init__(self, places: Places, gathering: Gathering, keys: Mapping[Entry, str]) -> None:
        self.places = places
        self.gathering = gathering
        self.ledger = gathering.ledger
        self.keys = keys
        self.plans: dict[Drawn, _Plan] = {}
        self.outgoing: dict[Entry, list[Tie]] = {}
        self.conclusions: dict[Entry, list[Step]] = {}
        self.free = FreeNames()
        for key in keys.values():
            self.free.take(key)

    def plan(self, document: Document, ties: list[Tie], standing: Mapping[Step, Tie]) -> None:
        """Plan a relation for each inference and each tie that stands for no other."""
        for tie in ties:
            self.outgoing.setdefault(tie.source, []).append(tie)
        for step in _all_steps(document):
            self.conclusions.setdefault(step.conclusion, []).append(step)
        for entry in document.of_sort("argument"):
            for whole in entry.reconstructions:
                self._plan_steps(entry, whole, standing)
        used = set(standing.values())
        for tie in ties:
            if tie not in used:
                kind, target, fields = self._bearing(tie)
                self.plans[tie] = _Plan(tie.offset, [tie.source], target, kind, fields=fields)

    def add(self) -> None:
        """Add what was planned: first those with a name take it, then the others are named."""
        ordered = sorted(self.plans.values(), key=lambda plan: plan.offset)
        for plan in ordered:
            if plan.key is not None:
                wanted, plan.key = plan.key, self.free.take(seen(plan.key) or "untitled")
                if plan.key != wanted:
                    where = self.places.where(plan.offset)
                    self.ledger.repaired(
                        "title of an argument that is taken or cannot be seen", where, wanted
                    )
        for plan in ordered:
            self._name(plan)
        for plan in ordered:
            self._add(plan)

    def _plan_steps(
        self, entry: Entry, whole: Reconstruction, standing: Mapping[Step, Tie]
    ) -> None:
        is_last = whole is entry.reconstructions[-1]
        for step in whole.steps:
            final = is_last and step is whole.steps[-1]
            where = self.places.where(step.offset)
            data = (entry.data if final else {}) | step.data
            fields = sound_values(data, STEP_FIELDS, "an inference", where, self.ledger)
            title = entry.title if final else f"{entry.title} ({step.number})"
            key = fields.pop("id", None) or (title if entry.is_titled else None)
            fields.pop("uses", None)
            if step.rules:
                fields.setdefault("scheme", step.rules)
            if final:
                self._describe(entry, fields)
            target: Entry | Drawn = step.conclusion
            kind: RelationKind = "support"
            if step in standing:
                kind, target, mutual = self._bearing(standing[step])
                fields |= mutual
            elif fields.get("stand-in"):
                what = "conclusion that stands for its premises and does not do one thing"
                self.ledger.lost(what, where)
            fields.pop("stand-in", None)
            self.plans[step] = _Plan(step.offset, step.premises, target, kind, key, fields)

    def _describe(self, entry: Entry, fields: dict[str, Any]) -> None:
        """Keep the description of a reconstructed argument as its warrant."""
        where = self.places.where(entry.definition.offset)
        texts = list(dict.fromkeys(m.text for m in entry.members if m.text is not None))
        if texts:
            fields.setdefault("because", texts[0])
        for text in texts[1:]:
            self.ledger.lost("further description of an argument", where, text)
        if entry.tags:
            self.ledger.lost("tags of a reconstructed argument", where, entry.tags)

    def _bearing(self, tie: Tie) -> tuple[RelationKind, Entry | Drawn, dict[str, Any]]:
        """Tell what a tie is in a map: its kind, what it bears on, and whether it is mutual."""
        where = self.places.where(tie.offset)
        if tie.kind in _REPAIRS:
            self.ledger.repaired(_REPAIRS[tie.kind], where)
        if tie.kind in ("support", "entails"):
            return "support", tie.target, {}
        if tie.kind == "undercut":
            return "contrast", self._undercut(tie), {}
        if tie.kind in _MUTUAL:
            return "contrast", tie.target, {"mutual": True}
        if isinstance(tie.target, Step):
            self.ledger.repaired("attack on an argument, kept as an undercut", where)
        return "contrast", tie.target, {}

    def _undercut(self, tie: Tie) -> Entry | Drawn:
        """Find the one step that an undercut means; if there is none or several, what it names."""
        target = tie.target
        if isinstance(target, Step):
            return target
        drawn: Iterable[Drawn] = self.conclusions.get(target, ())
        if target.sort == "argument":
            drawn = self.outgoing.get(target, ())
        steps = [step for step in islice(drawn, 3) if step is not tie]
        if len(steps) == 1:
            return steps[0]
        what = "undercut of what has no step, or several, kept as a contrast"
        self.ledger.repaired(what, self.places.where(tie.offset))
        return target

    def _name(self, plan: _Plan) -> None:
        """Name a relation after its ends, and first those that it undercuts, one after another."""
        path: list[_Plan] = []
        on_path: set[int] = set()
        following: _Plan | None = plan
        while following is not None and following.key is None and id(following) not in on_path:
            path.append(following)
            on_path.add(id(following))
            target = following.target
            following = None if isinstance(target, Entry) else self.plans.get(target)
        for nameless in reversed(path):
            end = self._target_key(nameless.target) or "undercut"
            premise = self.keys[nameless.premises[0]] if nameless.premises else ""
            name = f"{premise}-{end}"
            is_short = len(name) <= LONGEST_NAME
            nameless.key = self.free.take(name if is_short else f"{premise}-undercut")

    def _target_key(self, target: Entry | Drawn) -> str | None:
        if isinstance(target, Entry):
            return self.keys.get(target)
        plan = self.plans.get(target)
        return plan.key if plan else None

    def _add(self, plan: _Plan) -> None:
        target = self._target_key(plan.target)
        where = self.places.where(plan.offset)
        premises = list(dict.fromkeys(self.keys[entry] for entry in plan.premises))
        if target in premises and len(premises) > 1 and isinstance(plan.target, Entry):
            premises.remove(str(target))
            self.ledger.repaired("premise that is the conclusion as well, left out", where)
        if plan.fields.get("mutual") and (len(premises) > 1 or not isinstance(plan.target, Entry)):
            plan.fields.pop("mutual")
            self.ledger.lost("way back of a contrast", where)
        self.gathering.add_relation(
            plan.key,
            premises,
            str(target),
            plan.kind,
            undercuts=not isinstance(plan.target, Entry),
            place=self.places.position(plan.offset),
            **plan.fields,
        )
