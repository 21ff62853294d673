"""A Markdown outline (CommonMark): every statement once, its reasons indented below it.

What has been told already, or lies too deep to indent, is pointed to by its number. Text is
escaped, so that no sign of it acts as markup.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.claims.ledger import Writing
from argmap.claims.model import Map, Relation, Statement

MAX_DEPTH = 12
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&!$^=#{}]")
_SAYS = {"support": "For", "contrast": "Against"}
_LINKS = {"rephrase": "Says in other words", "preference": "Comes before"}


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text. Linear in the map."""
    return Writing("\n".join(_Outline(m).lines()) + "\n")


class _Entry(NamedTuple):
    """A line to come: a statement, with the step from it where that has no line of its own."""

    depth: int
    part: str | Relation
    step: Relation | None = None


@dataclass
class _Outline:
    """Walks a map from its conclusions to their reasons."""

    m: Map
    numbers: dict[str, int] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    reasons: dict[str, list[Relation]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    deeper: deque[str] = field(default_factory=deque)

    def __post_init__(self) -> None:
        for relation in self.m.relations:
            self.reasons.setdefault(relation.target_id, []).append(relation)

    def lines(self) -> Iterator[str]:
        """Give the lines of the outline."""
        yield f"# {_text(self.m.title)}"
        yield ""
        facts = self.m.source
        source = [w for w in (facts.author, facts.title, facts.publisher, facts.date) if w]
        if source:
            yield f"Source: {_text(', '.join(source))}"
            yield ""
        order = list(self._order())
        self.numbers = {name: number for number, name in enumerate(order, 1)}
        for link in self.m.links:
            words = f"- *{_LINKS[link.kind]}:* {self._pointer(link.target)}"
            self.links.setdefault(link.source, []).append(words)
        for name in order:
            if name not in self.told:
                yield from self._tree(name)
            while self.deeper:
                follower = self.deeper.popleft()
                if follower not in self.told:
                    yield from self._tree(follower)

    def _order(self) -> Iterator[str]:
        """Give the statements, first those that bear on nothing, the main claim before all."""
        bearing = {premise for relation in self.m.relations for premise in relation.premises}
        statements = sorted(self.m.statements, key=lambda s: (not s.main, s.id in bearing))
        return (statement.id for statement in statements)

    def _tree(self, root: str) -> Iterator[str]:
        stack: list[_Entry] = [_Entry(0, root)]
        while stack:
            depth, part, step = stack.pop()
            indent = "  " * depth
            lead, why = (f"{_step(step)} ", _because(step)) if step else ("", "")
            below: list[_Entry] = []
            if isinstance(part, Relation):
                yield f"{indent}- {_step(part)}{_because(part)}"
                below = [_Entry(depth + 1, premise) for premise in part.premises]
                below += self._below(depth, part.id)
            elif part in self.told or depth > MAX_DEPTH:
                yield f"{indent}- {lead}{self._pointer(part)}{why}"
                if part not in self.told:
                    self.deeper.append(part)
            else:
                self.told.add(part)
                yield f"{indent}- {lead}{self._statement(self.m.by_id[part])}{why}"
                yield from (f"{indent}  {line}" for line in self.links.get(part, ()))
                below = self._below(depth, part)
            stack += reversed(below)

    def _below(self, depth: int, target: str) -> list[_Entry]:
        """List what bears on a statement or a relation: single premises with it in one line."""
        found = []
        for relation in self.reasons.get(target, ()):
            simple = not relation.linked and relation.id not in self.reasons
            entry = (relation.source, relation) if simple else (relation, None)
            found.append(_Entry(depth + 1, *entry))
        return found

    def _statement(self, statement: Statement) -> str:
        facts = [
            ": ".join(map(self.m.holder_name, statement.holder)),
            statement.type or ("evidence" if statement.kind == "evidence" else ""),
            statement.origin or "",
            "" if statement.certainty is None else f"certainty {statement.certainty:g}",
            "not said" if statement.implicit else "",
        ]
        told = "; ".join(_text(fact) for fact in facts if fact)
        quotes = "".join(f" “{_text(quote.quote)}”" for quote in statement.quotes)
        return f"**{self.numbers[statement.id]}.** {_text(statement.text)}{quotes}" + (
            f" ({told})" if told else ""
        )

    def _pointer(self, name: str) -> str:
        return f"→ **{self.numbers[name]}**"


def _step(relation: Relation) -> str:
    words = _SAYS[relation.kind] + (" this step" if relation.undercuts else "")
    words += " (together)" if relation.linked else ""
    words += " (and the other way round)" if relation.mutual else ""
    return f"*{words}:*"


def _because(relation: Relation) -> str:
    return f" *Because: {_text(relation.because)}*" if relation.because else ""


def _text(text: str) -> str:
    """Write text in one line, each sign that Markdown could take for its own escaped."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split()))
