"""A map to Argdown: its statements in order, each with what it bears on below it.

A relation that says nothing but its ends is a line: `+> [b]`, `-> [b]`, `>< [b]`, `_> <r>`. Every
other one is an argument of its name, with premises and conclusion; a contrast or an undercut has
there a conclusion that stands for its premises (`stand-in: true`), for an inference alone supports.
What Argdown has no words for stands as data in braces, with the keys of argmap's own map file.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import Any

from msgspec import to_builtins

from argmap.claims.formats.argdown.escaping import (
    UNSTORABLE,
    as_tag,
    escaped,
    flow,
    is_line,
    is_rules,
)
from argmap.claims.formats.argdown.meaning import SKETCH
from argmap.claims.formats.argdown.shapes import Shapes
from argmap.claims.ledger import Ledger, Writing
from argmap.claims.model import (
    Link,
    Locution,
    Map,
    Quote,
    Relation,
    RelationRef,
    Statement,
    link_name,
)

_LINKS = {"rephrase": "rephrases", "preference": "preferred_to"}


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    return _Writer(m).write()


class _Writer:
    def __init__(self, m: Map) -> None:
        self.m = m
        self.ledger = Ledger()
        self.shapes = Shapes(m)
        self.section: tuple[str, ...] = ()
        self.relations: dict[str, list[Relation]] = {}
        self.links: dict[str, list[Link]] = {}
        for relation in m.relations:
            self.relations.setdefault(relation.source, []).append(relation)
        for link in m.links:
            self.links.setdefault(link.source, []).append(link)

    def write(self) -> Writing:
        blocks = [self._front_matter()]
        for statement in self.m.statements:
            blocks += self._statement(statement)
        if self.m.text and not self.m.source.file:
            self.ledger.lost("text of the source", "the map")
        return Writing("\n\n".join(blocks) + "\n", self.ledger.losses)

    def _front_matter(self) -> str:
        source = to_builtins(self.m.source)
        values = {
            "title": self.m.title,
            "author": source.pop("author", None),
            "date": source.pop("date", None),
            "source": source,
            "holders": {
                h.id: {"name": h.name} | ({"aliases": h.aliases} if h.aliases else {})
                for h in self.m.holders
            },
            "expect": [to_builtins(expectation) for expectation in self.m.expect],
            "ignore": self.m.ignore,
        }
        lines = [f"{key}: {flow(value)}" for key, value in values.items() if value]
        return "\n".join(["===", *map(self._storable, lines), "==="])

    def _storable(self, text: str) -> str:
        """Leave out the characters that no text file may hold."""
        if not UNSTORABLE.search(text):
            return text
        self.ledger.lost("character that a text file cannot hold", "the map")
        return UNSTORABLE.sub("", text)

    def _statement(self, statement: Statement) -> Iterator[str]:
        yield from self._headings(statement)
        drawn = self.relations.get(statement.id, [])
        parts = [
            (in_line, list(part))
            for in_line, part in groupby(drawn, lambda r: r.id not in self.shapes.steps)
        ]
        head = self._definition(statement)
        if parts and parts[0][0]:
            head = "\n".join([head, *map(self._line, parts.pop(0)[1])])
        yield head
        for in_line, part in parts:
            if in_line:
                yield "\n".join([self.shapes.reference(statement.id), *map(self._line, part)])
            else:
                for relation in part:
                    yield from self._argument(relation)

    def _headings(self, statement: Statement) -> Iterator[str]:
        """Write the headings down to the section of a statement, if they can be written."""
        section = statement.section
        if section == self.section or not section or not all(map(_is_heading, section)):
            return
        pairs = zip(section[:-1], self.section, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        for level in range(shared, len(section)):
            yield f"{'#' * (level + 1)} {escaped(section[level])}"
        self.section = section

    def _definition(self, statement: Statement) -> str:
        name = statement.id
        title = self.shapes.titles[name]
        text = self._storable(statement.text)
        tags = statement.tags[1:] if name in self.shapes.sketches else statement.tags
        written = [as_tag(tag) for tag in tags]
        has_tags = (
            None not in written
            and len(set(tags)) == len(tags)
            and (name not in self.shapes.sketches or SKETCH not in tags)
        )
        data = self._data(statement)
        if not is_line(text):
            data["text"] = statement.text
            text = " ".join(text.split()) or title
        if not has_tags:
            data["tags"] = tags
        words = [f"{self.shapes.reference(name)}:", escaped(text)]
        words += [tag for tag in written if tag] if has_tags else []
        return " ".join([*words, flow(data)] if data else words)

    def _data(self, statement: Statement) -> dict[str, Any]:
        title = self.shapes.titles[statement.id]
        label = title if title == statement.id and " " in title else None
        values: dict[str, Any] = {
            "id": None if title == statement.id else statement.id,
            "title": None if statement.title == label else statement.title or "",
            "evidence": statement.kind == "evidence" or None,
            "type": statement.type,
            "origin": statement.origin,
            "holder": _one_or_more(statement.holder),
            "quotes": [self._quote(quote) for quote in statement.quotes] or None,
            "certainty": statement.certainty,
            "section": None if statement.section == self.section else statement.section,
            "note": statement.note,
            "implicit": statement.implicit or None,
            "main": statement.main or None,
            "said": [_locution(said) for said in statement.locutions] or None,
            "ignore": statement.ignore or None,
        }
        for link in self.links.get(statement.id, ()):
            key = _LINKS[link.kind]
            values[key] = [*values.get(key, ()), _link(link)]
        return {key: value for key, value in values.items() if value is not None}

    def _quote(self, quote: Quote) -> Any:  # noqa: ANN401
        """Write a quote; its place is left out where the reader can find it in the source."""
        if self.m.text is not None and self.m.source.file:
            quote = Quote(quote=quote.quote, nth=quote.nth, fuzzy=quote.fuzzy)
        fields = to_builtins(quote)
        return quote.quote if len(fields) == 1 else fields

    def _line(self, relation: Relation) -> str:
        if isinstance(relation.target, RelationRef):
            target = relation.target.relation
            name = self.shapes.by_sketch.get(target, target)
            return f"  {'+>' if relation.kind == 'support' else '_>'} {self.shapes.reference(name)}"
        sign = "><" if relation.mutual else "+>" if relation.kind == "support" else "->"
        return f"  {sign} {self.shapes.reference(relation.target)}"

    def _argument(self, relation: Relation) -> Iterator[str]:
        """Write a relation as an argument: its title and warrant, then premises and conclusion."""
        title = self.shapes.titles[relation.id]
        because = relation.because
        data: dict[str, Any] = {} if title == relation.id else {"id": relation.id}
        head = self.shapes.reference(relation.id)
        if because is not None and is_line(because) and not UNSTORABLE.search(because):
            head += f": {escaped(because)}"
        elif because is not None:
            data["because"] = because
        yield head
        if relation.certainty is not None:
            data["certainty"] = relation.certainty
        rules = relation.scheme
        if rules is not None and not is_rules(self._storable(rules)):
            data["scheme"], rules = rules, None
        premises = [
            f"({number}) {self.shapes.reference(premise)}"
            for number, premise in enumerate(relation.premises, 1)
        ]
        number = len(premises) + 1
        if relation.kind == "support" and not relation.undercuts:
            conclusion = [f"({number}) {self.shapes.reference(relation.target_id)}"]
        else:
            data["stand-in"] = True
            conclusion = [f"({number}) {self._stand_in(relation)}", self._line(relation)]
        said = [part for part in (rules, flow(data) if data else None) if part]
        inference = ["--", *said, "--"] if said else ["-----"]
        yield "\n".join([*premises, *inference, *conclusion])

    def _stand_in(self, relation: Relation) -> str:
        target = self.shapes.by_sketch.get(relation.target_id, relation.target_id)
        word = "For" if relation.kind == "support" else "Against"
        return escaped(f"{word} @{self.shapes.reference(target)}")


def _is_heading(text: str) -> bool:
    return is_line(text) and not UNSTORABLE.search(text)


def _one_or_more(names: Sequence[str]) -> str | Sequence[str] | None:
    return (names[0] if len(names) == 1 else names) if names else None


def _locution(said: Locution) -> Any:  # noqa: ANN401
    fields = to_builtins(said)
    return said.words if len(fields) == 1 else fields


def _link(link: Link) -> Any:  # noqa: ANN401
    fields = {"to": link.target}
    if link.id != link_name(link.source, link.target, link.kind):
        fields["id"] = link.id
    if link.scheme is not None:
        fields["scheme"] = link.scheme
    return link.target if len(fields) == 1 else fields
