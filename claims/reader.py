"""A map file in YAML to a map, with every mistake told at its place."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from argmap.claims import consistency, marked_yaml
from argmap.claims.anchors import QuoteError, SourceText
from argmap.claims.errors import MapError, Problem, shown
from argmap.claims.layout import (
    VERSION,
    ClaimEntry,
    ContrastEntry,
    EvidenceEntry,
    ExpectationEntry,
    HolderEntry,
    MapEntry,
    QuoteEntry,
    RelationTarget,
    SupportEntry,
)
from argmap.claims.marked_yaml import Mapping, Mark, Positions
from argmap.claims.model import (
    Expectation,
    Holder,
    Map,
    Quote,
    Relation,
    RelationRef,
    Source,
    Statement,
)
from argmap.claims.sources import read_source
from argmap.claims.validation import convert

Value = TypeVar("Value")
Entry = TypeVar("Entry", bound=msgspec.Struct)
_SECTIONS = ("holders", "claims", "evidence", "expect")
_HEADER = ("argmap", "title")


def read_yaml(text: str, path: str) -> Map:
    """Read a map.

    Args:
        text: the content of the file.
        path: the file's name, for messages and for finding the source beside it.

    Raises:
        MapError: lists every mistake of the file.
    """
    with marked_yaml.no_garbage_collection():
        return _Reading(path).read(text)


class _Reading:
    """One pass over one file; gathers problems and the places of what was read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.places: dict[int, tuple[Mark, Any]] = {}
        self.relations: list[Relation] = []
        self.unread: list[str] = []

    def report(self, mark: Mark | None, what: str, cure: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        self.problems.append(Problem(self.path, line, column, what, cure))

    def read(self, text: str) -> Map:
        root = marked_yaml.parse(text, self.report)
        if not isinstance(root, Mapping):
            if not self.problems:
                what = "the file is empty" if root is None else "this is not a mapping"
                cure = "A map begins with argmap: 1; 'argmap new ARTICLE' writes a first one"
                self.report(None, what, cure)
            raise MapError(self.problems)
        self._check_version(root)
        built = self._build(root)
        if self.problems:
            first = {(p.line, p.column, p.what): p for p in self.problems}
            raise MapError(sorted(first.values(), key=lambda p: (p.line or 0, p.column or 0)))
        return built

    def _check_version(self, root: Mapping) -> None:
        version = root.get("argmap")
        if version == str(VERSION):
            root["argmap"] = VERSION
        elif version is not None:
            what = f"version {shown(str(version))} of the format is unknown"
            self.report(root.values_at["argmap"], what, f"This argmap reads argmap: {VERSION}")
            root["argmap"] = VERSION

    def _build(self, root: Mapping) -> Map:
        header = Mapping(root.mark)
        for key in root:
            if key not in _SECTIONS and (root[key] is not None or key in _HEADER):
                header[key] = root[key]
                header.keys_at[key] = root.keys_at[key]
                header.values_at[key] = root.values_at[key]
        head = convert(header, MapEntry, self.report)
        holders = self._holders(root)
        statements = self._statements(root, "claims") + self._statements(root, "evidence")
        expect = self._expect(root)
        self._check_consistency(statements, holders, expect)
        source = Source(**_given(head.source)) if head else Source()
        text = self._source_text(root, source)
        if text is not None:
            statements = self._anchored(statements, SourceText(text))
        return Map(
            title=head.title if head else "",
            statements=tuple(statements),
            relations=tuple(self.relations),
            holders=tuple(holders),
            source=source,
            expect=tuple(expect),
            ignore=tuple(head.ignore) if head else (),
            path=self.path,
            text=text,
            positions=self._positions(statements, expect),
        )

    def _entries(
        self, root: Mapping, section: str, shape: type[Entry]
    ) -> Iterator[tuple[str, Mark, Mapping, Entry]]:
        """Give the key, place, raw value and entry of everything in a section that is sound."""
        part = root.get(section)
        if not isinstance(part, Mapping):
            if part is not None:
                what = f"{shown(section)} must be a mapping with an id for each entry"
                self.report(root.values_at[section], what, "Write the id, a colon, and below it more")
            return
        for key, raw in part.items():
            if not isinstance(raw, Mapping):
                fields = msgspec.structs.fields(shape)
                what = f"{shown(key)} must be a mapping with a {shown(fields[0].name)}"
                self.report(part.values_at[key], what, "Write it below the id, indented")
                self.unread.append(key)
                continue
            entry = convert(raw, shape, self.report)
            if entry is None:
                self.unread.append(key)
            else:
                yield key, part.keys_at[key], raw, entry

    def _statements(self, root: Mapping, section: str) -> list[Statement]:
        statements = []
        shape = EvidenceEntry if section == "evidence" else ClaimEntry
        for key, at, raw, entry in self._entries(root, section, shape):
            evidence = entry if isinstance(entry, EvidenceEntry) else EvidenceEntry(text="")
            statement = Statement(
                id=key,
                kind="evidence" if entry is evidence else "claim",
                text=entry.text,
                title=_or_none(entry.title),
                holder=_chain(entry.holder),
                quotes=_quotes(entry),
                certainty=_or_none(entry.certainty),
                tags=tuple(entry.tags),
                note=_or_none(entry.note),
                implicit=entry.implicit,
                main=entry.main,
                type=_or_none(evidence.type),
                origin=_or_none(evidence.origin),
                ignore=tuple(entry.ignore),
            )
            statements.append(statement)
            self.places[id(statement)] = (at, raw)
            for name in ("supports", "contrasts"):
                if name in raw:
                    self._add_relations(key, raw[name], getattr(entry, name), name)
        return statements

    def _add_relations(
        self,
        source: str,
        raw: marked_yaml.Sequence,
        entries: Sequence[str | SupportEntry],
        section: str,
    ) -> None:
        kind: Any = section.removesuffix("s")
        for entry, value, at in zip(entries, raw, raw.items_at, strict=True):
            if isinstance(entry, str):
                relation = Relation(id=f"{source}-{entry}", source=source, target=entry, kind=kind)
            else:
                to = entry.to
                name = to.relation if isinstance(to, RelationTarget) else to
                relation = Relation(
                    id=_or_none(entry.id) or f"{source}-{name}",
                    source=source,
                    target=RelationRef(name) if isinstance(to, RelationTarget) else name,
                    kind=kind,
                    because=_or_none(entry.because),
                    certainty=_or_none(entry.certainty),
                    scheme=_or_none(entry.scheme),
                    linked=tuple(_or_none(entry.linked) or ()),
                    mutual=entry.mutual if isinstance(entry, ContrastEntry) else False,
                )
            self.relations.append(relation)
            self.places[id(relation)] = (at, value)

    def _holders(self, root: Mapping) -> list[Holder]:
        holders = []
        for key, at, raw, entry in self._entries(root, "holders", HolderEntry):
            holder = Holder(id=key, name=entry.name, aliases=tuple(entry.aliases))
            holders.append(holder)
            self.places[id(holder)] = (at, raw)
        return holders

    def _expect(self, root: Mapping) -> list[Expectation]:
        part = root.get("expect")
        if part is not None and not isinstance(part, marked_yaml.Sequence):
            what = "'expect' must be a list of mappings with 'path' and 'is'"
            self.report(root.values_at["expect"], what, "Write - {path: [a, b], is: supports}")
            return []
        expect = []
        for raw, at in zip(part, part.items_at, strict=True) if part else ():
            if not isinstance(raw, Mapping):
                what = "an expectation must be a mapping with 'path' and 'is'"
                self.report(at, what, "Write - {path: [a, b], is: supports}")
                continue
            entry = convert(raw, ExpectationEntry, self.report)
            if entry is not None:
                expectation = Expectation(path=entry.path, verdict=entry.verdict)
                expect.append(expectation)
                self.places[id(expectation)] = (at, raw)
        return expect

    def _check_consistency(
        self,
        statements: list[Statement],
        holders: list[Holder],
        expect: list[Expectation],
    ) -> None:
        for part, about, what, cure in consistency.flaws(
            statements, self.relations, holders, expect, unread=self.unread
        ):
            mark, raw = self.places[id(part)]
            if isinstance(raw, Mapping):
                mark = raw.values_at.get(about, mark)
            self.report(mark, what, cure)

    def _source_text(self, root: Mapping, source: Source) -> str | None:
        try:
            return read_source(source, self.path)
        except MapError as error:
            self.problems.extend(error.problems)
        except ValueError as error:
            what, cure = error.args
            self.report(root["source"].values_at["file"], what, cure)
        return None

    def _anchored(self, statements: list[Statement], source: SourceText) -> list[Statement]:
        return [self._with_anchors(s, source) if s.quotes else s for s in statements]

    def _with_anchors(self, statement: Statement, source: SourceText) -> Statement:
        at, raw = self.places[id(statement)]
        quotes = []
        for quote, mark in zip(statement.quotes, _quote_marks(raw), strict=True):
            try:
                quotes.append(source.anchor(quote))
            except QuoteError as error:
                self.report(mark, error.what, error.cure)
        anchored = msgspec.structs.replace(statement, quotes=tuple(quotes))
        self.places[id(anchored)] = (at, raw)
        return anchored

    def _positions(self, statements: list[Statement], expect: list[Expectation]) -> Positions:
        places = self.places
        marks = {s.id: places[id(s)][0] for s in statements}
        marks |= {relation.id: places[id(relation)][0] for relation in self.relations}
        marks |= {f"expect/{index}": places[id(part)][0] for index, part in enumerate(expect)}
        return Positions(marks)


def _given(entry: msgspec.Struct) -> dict[str, Any]:
    return {k: v for k, v in msgspec.structs.asdict(entry).items() if v is not UNSET}


def _or_none(value: Value | UnsetType) -> Value | None:
    return None if isinstance(value, UnsetType) else value


def _chain(holder: str | list[str] | UnsetType) -> tuple[str, ...]:
    if isinstance(holder, UnsetType):
        return ()
    return (holder,) if isinstance(holder, str) else tuple(holder)


def _quotes(entry: ClaimEntry) -> tuple[Quote, ...]:
    given = [] if isinstance(entry.quote, UnsetType) else [entry.quote]
    given += [] if isinstance(entry.quotes, UnsetType) else entry.quotes
    return tuple(
        Quote(quote=q.quote, nth=_or_none(q.nth), fuzzy=q.fuzzy)
        if isinstance(q, QuoteEntry)
        else Quote(quote=q)
        for q in given
    )


def _quote_marks(raw: Mapping) -> list[Mark]:
    single = [raw.values_at["quote"]] if "quote" in raw else []
    return single + (raw["quotes"].items_at if "quotes" in raw else [])
