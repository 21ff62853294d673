"""Put the parts that a reader found together into a map, or tell every mistake at its place."""

from typing import Any, TypeAlias

import msgspec

from argmap.claims import consistency
from argmap.claims.anchors import QuoteError, SourceText, quote_pieces
from argmap.claims.errors import MapError, Names, Problem, shown
from argmap.claims.marked_yaml import Mapping, Mark, Positions
from argmap.claims.model import (
    Expectation,
    Holder,
    Link,
    Map,
    Quote,
    Relation,
    Source,
    Statement,
    Suggestion,
)
from argmap.claims.sources import read_source

Part: TypeAlias = Statement | Relation | Link | Holder | Expectation | Suggestion


class Assembly:
    """The parts of one file, where each stands, and what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.statements: list[Statement] = []
        self.relations: list[Relation] = []
        self.links: list[Link] = []
        self.holders: list[Holder] = []
        self.expect: list[Expectation] = []
        self.suggested: list[Suggestion] = []
        self.to_place: list[tuple[str, Mark]] = []
        self.unread: list[str] = []
        self.is_whole = True
        self._places: dict[int, tuple[Mark, Any]] = {}

    def report(self, mark: Mark | None, what: str, cure: str) -> None:
        """Note a mistake."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        self.problems.append(Problem(self.path, line, column, what, cure))

    def place(self, part: Part, mark: Mark, raw: Any) -> None:  # noqa: ANN401
        """Remember where a part stands, and the mapping it was read from."""
        self._places[id(part)] = (mark, raw)

    def finish(
        self, *, title: str, source: Source, ignore: tuple[str, ...], source_at: Mark | None
    ) -> Map:
        """Check the parts against each other and the source, and build the map.

        Raises:
            MapError: lists every mistake, in the order of the file.
        """
        self._check_consistency()
        text = self._source_text(source, source_at)
        if text is None:
            self._refuse_empty_quotes()
        else:
            self._anchor(SourceText(text))
        if self.problems:
            raise self.error()
        return Map(
            title=title,
            statements=tuple(self.statements),
            relations=tuple(self.relations),
            links=tuple(self.links),
            holders=tuple(self.holders),
            source=source,
            expect=tuple(self.expect),
            ignore=ignore,
            suggested=tuple(self.suggested),
            to_place=tuple(name for name, _ in self.to_place),
            path=self.path,
            text=text,
            positions=self._positions(),
        )

    def error(self) -> MapError:
        """Give what was noted so far, each mistake once, in the order of the file."""
        once = dict.fromkeys(self.problems)
        return MapError(sorted(once, key=lambda p: (p.line or 0, p.column or 0)))

    def _check_consistency(self) -> None:
        for part, about, what, cure in consistency.flaws(
            self.statements,
            self.relations,
            self.links,
            self.holders,
            self.expect,
            suggested=self.suggested,
            unread=self.unread,
            is_whole=self.is_whole,
        ):
            mark, raw = self._places[id(part)]
            if isinstance(raw, Mapping):
                mark = raw.values_at.get(about, mark)
            self.report(mark, what, cure)
        known = {statement.id for statement in self.statements}.union(self.unread)
        names = Names(known)
        for name, at in self.to_place:
            if name not in known:
                cure = names.cure(name, consistency.NO_SUCH_ID)
                self.report(at, f"unknown statement {shown(name)}", cure)

    def _source_text(self, source: Source, at: Mark | None) -> str | None:
        try:
            return read_source(source, self.path)
        except MapError as error:
            self.problems.extend(error.problems)
        except ValueError as error:
            self.report(at, *error.args)
        return None

    def _refuse_empty_quotes(self) -> None:
        for statement in self.statements:
            for number, quote in enumerate(statement.quotes):
                if quote.quote.strip(" .…"):
                    continue
                try:
                    quote_pieces(quote.quote)
                except QuoteError as error:
                    mark = _quote_marks(self._places[id(statement)][1])[number]
                    self.report(mark, error.what, error.cure)

    def _anchor(self, source: SourceText) -> None:
        for index, statement in enumerate(self.statements):
            if statement.quotes:
                at, raw = self._places[id(statement)]
                quotes = tuple(
                    self._anchored(quote, mark, source)
                    for quote, mark in zip(statement.quotes, _quote_marks(raw), strict=True)
                )
                anchored = msgspec.structs.replace(statement, quotes=quotes)
                self.place(anchored, at, raw)
                self.statements[index] = anchored

    def _anchored(self, quote: Quote, mark: Mark, source: SourceText) -> Quote:
        try:
            return source.anchor(quote)
        except QuoteError as error:
            if quote.match != "missing":
                self.report(mark, error.what, error.cure)
            return quote

    def _positions(self) -> Positions:
        places = self._places
        marks = {s.id: places[id(s)][0] for s in self.statements}
        marks |= {relation.id: places[id(relation)][0] for relation in self.relations}
        marks |= {link.id: places[id(link)][0] for link in self.links}
        marks |= {f"expect/{i}": places[id(part)][0] for i, part in enumerate(self.expect)}
        return Positions(marks)


def _quote_marks(raw: Mapping) -> list[Mark]:
    single = [raw.values_at["quote"]] if "quote" in raw else []
    return single + (raw["quotes"].items_at if "quotes" in raw else [])
