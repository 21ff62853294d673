"""The map file, YAML that a person writes, to a map."""

from collections.abc import Iterator
from collections.abc import Sequence as Items
from typing import Any, TypeVar, cast

import msgspec
from msgspec import UNSET, UnsetType

from argmap.claims.assembly import Assembly
from argmap.claims.errors import shown
from argmap.claims.layout import (
    ClaimEntry,
    ContrastEntry,
    EvidenceEntry,
    ExpectationEntry,
    HolderEntry,
    LinkEntry,
    MapEntry,
    QuoteEntry,
    RelationTarget,
    SuggestionEntry,
    SupportEntry,
)
from argmap.claims.marked_yaml import Mapping, Mark, Sequence, parse
from argmap.claims.model import (
    Expectation,
    Holder,
    Link,
    LinkKind,
    Locution,
    Map,
    Quote,
    Relation,
    RelationKind,
    RelationRef,
    Source,
    Statement,
    Suggestion,
    link_name,
)
from argmap.claims.validation import convert, settle_version, sound_part

Value = TypeVar("Value")
Entry = TypeVar("Entry", bound=msgspec.Struct)
_SECTIONS = ("holders", "claims", "evidence", "expect", "suggested")
_MAY_BE_EMPTY = ("source", "ignore")


def read(text: str, path: str) -> Map:
    """Read a map.

    Args:
        text: the content of the file.
        path: the file's name, for messages and for finding the source beside it.

    Raises:
        MapError: lists every mistake of the file.
    """
    return _Reading(path).read(text)


class _Reading:
    def __init__(self, path: str) -> None:
        self.assembly = Assembly(path)
        self.report = self.assembly.report

    def read(self, text: str) -> Map:
        root = parse(text, self.report)
        if not isinstance(root, Mapping):
            if not self.assembly.problems:
                what = "the file is empty" if root is None else "this is not a mapping"
                cure = "A map begins with argmap: 1; 'argmap new ARTICLE' writes a first one"
                self.report(None, what, cure)
            raise self.assembly.error()
        settle_version(root, self.report)
        head = self._header(root)
        self._read_holders(root)
        self._read_statements(root, "claims", ClaimEntry)
        self._read_statements(root, "evidence", EvidenceEntry)
        self._read_expect(root)
        self._read_suggested(root)
        to_place = root.get("to_place")
        if head and isinstance(to_place, Sequence):
            self.assembly.to_place = list(zip(head.to_place, to_place.items_at, strict=True))
        source = root.get("source")
        return self.assembly.finish(
            title=head.title if head else "",
            source=Source(**_given(head.source)) if head else Source(),
            ignore=tuple(head.ignore) if head else (),
            source_at=source.values_at.get("file") if isinstance(source, Mapping) else None,
        )

    def _header(self, root: Mapping) -> MapEntry | None:
        """Convert all but the sections, which are converted entry by entry."""
        header = root.part(
            key
            for key, value in root.items()
            if key not in _SECTIONS and (value is not None or key not in _MAY_BE_EMPTY)
        )
        return convert(header, MapEntry, self.report, "the map")

    def _entries(
        self, root: Mapping, section: str, shape: type[Entry]
    ) -> Iterator[tuple[str, Mark, Mapping, Entry]]:
        """Give the key, place, raw value and entry of everything in a section that is sound."""
        part = root.get(section)
        if not isinstance(part, Mapping):
            if part is not None:
                what = f"{shown(section)} must be a mapping with an id for each entry"
                cure = "Write the id, a colon, and the rest indented below it"
                self.report(root.values_at[section], what, cure)
            return
        for key, raw in part.items():
            if not isinstance(raw, Mapping):
                self._report_no_mapping(key, part.values_at[key], shape)
                self.assembly.unread.append(key)
                continue
            entry = convert(raw, shape, self.report, shown(key))
            if entry is None:
                self.assembly.is_whole = False
                sound = sound_part(raw, shape)
                entry = convert(sound, shape, self.report, shown(key))
                yield key, part.keys_at[key], sound, cast("Entry", entry)
            else:
                yield key, part.keys_at[key], raw, entry

    def _report_no_mapping(self, key: str, mark: Mark, shape: type[msgspec.Struct]) -> None:
        fields = [f.encode_name for f in msgspec.structs.fields(shape)]
        if key in fields:
            what = f"{shown(key)} stands where an id is expected"
            self.report(mark, what, "Indent it, below the id that it belongs to")
        else:
            what = f"{shown(key)} must be a mapping with a {shown(fields[0])}"
            self.report(mark, what, "Write it below the id, indented")

    def _read_holders(self, root: Mapping) -> None:
        for key, at, raw, entry in self._entries(root, "holders", HolderEntry):
            holder = Holder(id=key, name=entry.name, aliases=tuple(entry.aliases))
            self.assembly.holders.append(holder)
            self.assembly.place(holder, at, raw)

    def _read_statements(self, root: Mapping, section: str, shape: type[ClaimEntry]) -> None:
        for key, at, raw, entry in self._entries(root, section, shape):
            statement = _statement(key, entry)
            self.assembly.statements.append(statement)
            self.assembly.place(statement, at, raw)
            if entry.supports:
                self._read_relations(key, "support", entry.supports, raw["supports"])
            if entry.contrasts:
                self._read_relations(key, "contrast", entry.contrasts, raw["contrasts"])
            if entry.rephrases:
                self._read_links(key, "rephrase", entry.rephrases, raw["rephrases"])
            if entry.preferred_to:
                self._read_links(key, "preference", entry.preferred_to, raw["preferred_to"])

    def _read_relations(
        self, source: str, kind: RelationKind, entries: Items[str | SupportEntry], raw: Sequence
    ) -> None:
        for entry, value, at in zip(entries, raw, raw.items_at, strict=True):
            if isinstance(entry, str):
                relation = Relation(id=f"{source}-{entry}", source=source, target=entry, kind=kind)
            else:
                relation = _relation(source, kind, entry)
            self.assembly.relations.append(relation)
            self.assembly.place(relation, at, value)

    def _read_links(
        self, source: str, kind: LinkKind, entries: Items[str | LinkEntry], raw: Sequence
    ) -> None:
        for given, value, at in zip(entries, raw, raw.items_at, strict=True):
            entry = LinkEntry(to=given) if isinstance(given, str) else given
            link = Link(
                id=_or_none(entry.id) or link_name(source, entry.to, kind),
                source=source,
                target=entry.to,
                kind=kind,
                scheme=_or_none(entry.scheme),
            )
            self.assembly.links.append(link)
            self.assembly.place(link, at, value)

    def _items(
        self, root: Mapping, section: str, shape: type[Entry], name: str, pattern: str
    ) -> Iterator[tuple[Mark, Mapping, Entry]]:
        """Give the place, raw value and entry of every sound item of a list of mappings."""
        part = root.get(section)
        required = [f.encode_name for f in msgspec.structs.fields(shape) if f.required]
        keys = f"{', '.join(map(repr, required[:-1]))} and {required[-1]!r}"
        cure = f"Write - {pattern}"
        if not isinstance(part, Sequence):
            if part is not None:
                what = f"'{section}' must be a list of mappings with {keys}"
                self.report(root.values_at[section], what, cure)
            return
        for raw, at in zip(part, part.items_at, strict=True):
            if not isinstance(raw, Mapping):
                self.report(at, f"{name} must be a mapping with {keys}", cure)
                continue
            entry = convert(raw, shape, self.report, f"the {name.split()[1]}")
            if entry is not None:
                yield at, raw, entry

    def _read_expect(self, root: Mapping) -> None:
        pattern = "{path: [a, b], is: supports}"
        items = self._items(root, "expect", ExpectationEntry, "an expectation", pattern)
        for at, raw, entry in items:
            expectation = Expectation(path=entry.path, verdict=entry.verdict)
            self.assembly.expect.append(expectation)
            self.assembly.place(expectation, at, raw)

    def _read_suggested(self, root: Mapping) -> None:
        pattern = "{from: a, to: b, kind: support}"
        items = self._items(root, "suggested", SuggestionEntry, "a suggestion", pattern)
        for at, raw, entry in items:
            suggestion = Suggestion(**_given(entry))
            self.assembly.suggested.append(suggestion)
            self.assembly.place(suggestion, at, raw)


def _statement(key: str, entry: ClaimEntry) -> Statement:
    evidence = entry if isinstance(entry, EvidenceEntry) else None
    return Statement(
        id=key,
        kind="evidence" if evidence else "claim",
        text=entry.text,
        title=_or_none(entry.title),
        holder=_path(entry.holder),
        quotes=_quotes(entry),
        certainty=_or_none(entry.certainty),
        tags=tuple(entry.tags),
        section=_path(entry.section),
        note=_or_none(entry.note),
        implicit=entry.implicit,
        main=entry.main,
        type=_or_none(evidence.type) if evidence else None,
        origin=_or_none(evidence.origin) if evidence else None,
        status=_or_none(entry.status),
        signal=_or_none(entry.signal),
        locutions=tuple(
            Locution(words=said.words, speaker=_or_none(said.by), time=_or_none(said.time))
            for said in entry.said
        ),
        ignore=tuple(entry.ignore),
    )


def _relation(source: str, kind: RelationKind, entry: SupportEntry) -> Relation:
    to = entry.to
    name = to.relation if isinstance(to, RelationTarget) else to
    return Relation(
        id=_or_none(entry.id) or f"{source}-{name}",
        source=source,
        target=RelationRef(name) if isinstance(to, RelationTarget) else name,
        kind=kind,
        because=_or_none(entry.because),
        certainty=_or_none(entry.certainty),
        scheme=_or_none(entry.scheme),
        linked=tuple(_or_none(entry.linked) or ()),
        status=_or_none(entry.status),
        signal=_or_none(entry.signal),
        mutual=entry.mutual if isinstance(entry, ContrastEntry) else False,
    )


def _given(entry: msgspec.Struct) -> dict[str, Any]:
    return {k: v for k, v in msgspec.structs.asdict(entry).items() if v is not UNSET}


def _or_none(value: Value | UnsetType) -> Value | None:
    return None if isinstance(value, UnsetType) else value


def _path(names: str | list[str] | UnsetType) -> tuple[str, ...]:
    if isinstance(names, UnsetType):
        return ()
    return (names,) if isinstance(names, str) else tuple(names)


def _quotes(entry: ClaimEntry) -> tuple[Quote, ...]:
    given = [] if isinstance(entry.quote, UnsetType) else [entry.quote]
    given += [] if isinstance(entry.quotes, UnsetType) else entry.quotes
    return tuple(
        Quote(quote=q.quote, nth=_or_none(q.nth), fuzzy=q.fuzzy)
        if isinstance(q, QuoteEntry)
        else Quote(quote=q)
        for q in given
    )
