"""Count what an Argdown document says as Argdown's own tools count it.

The nodes and edges of its map are those that its settings select: titled statements, or others
that stand in a relation and are no part of an argument, and arguments that are connected.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from argmap.claims.formats.argdown.document import Document, Entry, Step, Tie, resolved
from argmap.claims.formats.argdown.parsing import parse
from argmap.claims.formats.argdown.places import Places
from argmap.claims.ledger import Ledger

_SYMMETRIC = ("contradictory", "contrary")


@dataclass(eq=False)
class Argument:
    """An argument, with the premises and the main conclusion that it has if reconstructed."""

    entry: Entry
    premises: list[Entry] = field(default_factory=list)
    conclusion: Entry | None = None
    steps: list[Step] = field(default_factory=list)


End: TypeAlias = Entry | Argument


def document_of(text: str, path: str = "map") -> Document:
    """Read a sound document."""
    places = Places(text, path)
    document = parse(places, Ledger())
    places.raise_problems()
    return document


def counts(document: Document) -> dict[str, int]:
    """Count a document by the names that the manifest uses."""
    ties = resolved(document)
    arguments = list(_arguments(document))
    statements = document.of_sort("statement")

    def of(*kinds: str) -> int:
        return sum(tie.kind in kinds for tie in ties)

    # Argdown counts an inner conclusion of an argument that it takes apart as a premise, too.
    again = len(arguments) - len(document.of_sort("argument"))
    nodes, edges = _Selection(document, arguments, ties).size()
    return {
        "nodes": len(statements) + len(arguments),
        "edges": len(ties),
        "atom_nodes": len(statements),
        "scheme_nodes": len(arguments),
        "support": of("support", "entails"),
        "attack": of("attack", "undercut", "contrary", "contradictory"),
        "rel_support": of("support"),
        "rel_attack": of("attack"),
        "undercut": of("undercut"),
        "contrary": of("contrary"),
        "contradictory": of("contradictory"),
        "entails": of("entails"),
        "pcs": sum(argument.conclusion is not None for argument in arguments),
        "statement_members": sum(len(s.members) for s in statements) + again,
        "map_nodes": nodes,
        "map_edges": edges,
        "parse_errors": 0,
        "statements_fatal": 0,
    }


def _arguments(document: Document) -> Iterator[Argument]:
    apart = document.setting("model", "explodeArguments") == "true"
    for entry in document.of_sort("argument"):
        if not entry.reconstructions:
            yield Argument(entry)
            continue
        whole = entry.reconstructions[-1]
        if apart:
            for step in whole.steps:
                yield Argument(entry, step.premises, step.conclusion, [step])
        else:
            conclusions = [step.conclusion for step in whole.steps]
            premises = [s for s in whole.statements if s not in conclusions]
            yield Argument(entry, premises, conclusions[-1], whole.steps)


class _Selection:
    """What of a document its map shows."""

    def __init__(self, document: Document, arguments: list[Argument], ties: list[Tie]) -> None:
        self.document = document
        self.excludes = document.setting("selection", "excludeDisconnected") != "false"
        self.mode = document.setting("selection", "statementSelectionMode") or "with-title"
        self.sections: Any = document.setting("selection", "selectedSections")
        by_step = {step: argument for argument in arguments for step in argument.steps}
        by_entry = {a.entry: a for a in arguments if a.conclusion is None}

        def end(of: Entry | Step) -> End:
            return by_step[of] if isinstance(of, Step) else by_entry.get(of, of)

        self.ties = [(tie.kind in _SYMMETRIC, end(tie.source), end(tie.target)) for tie in ties]
        self.statements = {s for s in document.of_sort("statement") if self._may(s)}
        self.arguments = [a for a in arguments if self._may(a.entry)]
        self.statements = {s for s in self.statements if self._takes_statement(s)}
        self.arguments = [a for a in self.arguments if self._takes_argument(a)]

    def size(self) -> tuple[int, int]:
        drawn = 0
        for symmetric, source, target in self.ties:
            if self._has(source, "source", symmetric=symmetric) and self._has(
                target, "target", symmetric=symmetric
            ):
                drawn += self._edges(source, target, is_back=False)
                drawn += symmetric and self._edges(target, source, is_back=True)
        return len(self.statements) + len(self.arguments), drawn + self._by_equivalence()

    def _may(self, entry: Entry) -> bool:
        if entry.data.get("isInMap") == "false":
            return False
        section = entry.definition.section
        return self.sections is None or (bool(section) and section[-1] in self.sections)

    def _concluding(self, entry: Entry) -> list[Argument]:
        return [a for a in self.arguments if a.conclusion is entry]

    def _resting(self, entry: Entry) -> list[Argument]:
        return [a for a in self.arguments if entry in a.premises]

    def _has(self, end: End, role: str, *, symmetric: bool) -> bool:
        if isinstance(end, Argument):
            return end in self.arguments
        if end in self.statements:
            return True
        concluding, resting = self._concluding(end), self._resting(end)
        if symmetric:
            return bool(concluding or resting)
        return bool(concluding if role == "source" else resting)

    def _is_tied(self, end: End, as_part_of: Argument | None = None) -> bool:
        for symmetric, source, target in self.ties:
            leads = as_part_of is None or symmetric or as_part_of.conclusion is end
            rests = as_part_of is None or symmetric or end in as_part_of.premises
            if end is source and leads and self._has(target, "target", symmetric=symmetric):
                return True
            if end is target and rests and self._has(source, "source", symmetric=symmetric):
                return True
        return False

    def _takes_statement(self, entry: Entry) -> bool:
        if entry.data.get("isInMap") == "true":
            return True
        is_used = bool(self._concluding(entry) or self._resting(entry))
        is_tied = self._is_tied(entry)
        fits = is_tied
        if self.mode == "with-title":
            fits = entry.is_titled or (is_tied and not is_used)
        return fits and (not self.excludes or is_used or is_tied)

    def _takes_argument(self, argument: Argument) -> bool:
        if not self.excludes or argument.entry.data.get("isInMap") == "true":
            return True
        if self._is_tied(argument):
            return True
        parts = chain(argument.premises, filter(None, [argument.conclusion]))
        if any(part in self.statements or self._is_tied(part, argument) for part in parts):
            return True
        conclusion = argument.conclusion
        follows = any(self._concluding(premise) for premise in argument.premises)
        return follows or (conclusion is not None and bool(self._resting(conclusion)))

    def _edges(self, source: End, target: End, *, is_back: bool) -> int:
        if isinstance(source, Argument) or source in self.statements:
            sources = 1
        else:
            sources = len(self._concluding(source))
        if isinstance(target, Argument):
            targets = 1
        elif target in self.statements:
            targets = 0 if is_back else 1
        else:
            targets = len(self._resting(target))
        return sources * targets

    def _by_equivalence(self) -> int:
        edges: set[tuple[End, End]] = set()
        for argument in self.arguments:
            conclusion = argument.conclusion
            if conclusion is None:
                continue
            if conclusion in self.statements:
                edges.add((argument, conclusion))
            else:
                edges |= {(argument, other) for other in self._resting(conclusion)}
        for statement in self.statements:
            edges |= {(statement, argument) for argument in self._resting(statement)}
        return len(edges)
