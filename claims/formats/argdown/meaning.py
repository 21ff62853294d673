"""A document to a map: what statements say, in the fields of the model."""

from pathlib import PurePath
from typing import Any

from msgspec.structs import replace

from argmap.claims.anchors import QuoteError, SourceText
from argmap.claims.errors import MapError
from argmap.claims.formats.argdown.document import Document, Entry, Step, Tie
from argmap.claims.formats.argdown.places import Places
from argmap.claims.formats.argdown.steps import add_relations, stand_ins
from argmap.claims.formats.argdown.values import (
    HEADER_FIELDS,
    STATEMENT_FIELDS,
    names,
    seen,
    sound_values,
)
from argmap.claims.formats.gathering import FreeNames, Gathering
from argmap.claims.layout import LinkEntry
from argmap.claims.ledger import Reading
from argmap.claims.model import Expectation, Holder, LinkKind, Locution, Quote, Source
from argmap.claims.sources import read_source

SKETCH = "argument"
_OBEYED = ("mode", "removeTagsFromText", "explodeArguments")


def to_map(document: Document, places: Places, gathering: Gathering, ties: list[Tie]) -> Reading:
    """Build the map that a document means.

    Raises:
        MapError: lists every mistake that only shows when the parts are put together.
    """
    return _Meaning(document, places, gathering).read(ties)


class _Meaning:
    def __init__(self, document: Document, places: Places, gathering: Gathering) -> None:
        self.document = document
        self.places = places
        self.gathering = gathering
        self.ledger = gathering.ledger
        self.keys: dict[Entry, str] = {}
        self.holders: set[str] = set()
        self.has_main = False
        self.source_text: SourceText | None = None
        front_matter = _without_settings_obeyed(document.front_matter)
        self.header = sound_values(
            front_matter, HEADER_FIELDS, "the front matter", "line 1", self.ledger
        )

    def read(self, ties: list[Tie]) -> Reading:
        source, text = self._source()
        self.source_text = SourceText(text) if text is not None else None
        self._declare_holders()
        standing: dict[Step, Tie] = stand_ins(self.document, ties)
        left_out = {step.conclusion for step in standing}
        entries = [
            entry
            for entry in self.document.entries.values()
            if entry not in left_out and not entry.reconstructions
        ]
        entries.sort(key=lambda entry: entry.definition.offset)
        self._name(entries)
        links: list[tuple[Entry, LinkKind, list[str | LinkEntry]]] = []
        for entry in entries:
            self._add_statement(entry, links)
        add_relations(
            self.document, ties, standing, self.keys, places=self.places, gathering=self.gathering
        )
        for entry, kind, targets in links:
            self._add_links(entry, kind, targets)
        self.places.raise_problems()
        return self.gathering.finish(
            title=self._title(),
            source=source,
            text=text,
            expect=list(self._expectations()),
            ignore=self.header.get("ignore", ()),
        )

    def _title(self) -> str:
        stem = PurePath(self.places.path).stem
        return self.header.get("title") or self.document.first_heading or stem

    def _source(self) -> tuple[Source, str | None]:
        source: Source = self.header.get("source") or Source()
        if "author" in self.header:
            source = replace(source, author=", ".join(names(self.header["author"])))
        if "date" in self.header:
            source = replace(source, date=self.header["date"])
        try:
            return source, read_source(source, self.places.path)
        except MapError as error:
            self.places.problems.extend(error.problems)
        except ValueError as error:
            self.places.report(0, *error.args)
        return source, None

    def _declare_holders(self) -> None:
        for key, holder in (self.header.get("holders") or {}).items():
            name = seen(key)
            if name and name not in self.holders:
                declared = Holder(id=name, name=holder.name, aliases=tuple(holder.aliases))
                self.gathering.declare_holder(declared)
                self.holders.add(name)
            else:
                self.ledger.lost("holder that is there twice, or without a name", "line 1", key)

    def _name(self, entries: list[Entry]) -> None:
        free = FreeNames()
        for entry in entries:
            given = entry.data.get("id")
            wanted = seen(given if isinstance(given, str) else entry.title) or "untitled"
            key = free.take(wanted)
            if key != (given or entry.title):
                where = self.places.where(entry.definition.offset)
                self.ledger.repaired("title that is taken or cannot be seen", where, entry.title)
            self.keys[entry] = key

    def _add_statement(
        self, entry: Entry, links: list[tuple[Entry, LinkKind, list[str | LinkEntry]]]
    ) -> None:
        definition = entry.definition
        where = self.places.where(definition.offset)
        of = "an argument" if entry.sort == "argument" else "a statement"
        data = sound_values(entry.data, STATEMENT_FIELDS, of, where, self.ledger)
        links.append((entry, "rephrase", data.pop("rephrases", [])))
        links.append((entry, "preference", data.pop("preferred_to", [])))
        text = data.pop("text", None) or definition.text
        if text is None:
            self.ledger.repaired(
                f"{of[of.index(' ') + 1 :]} without text, told by its title", where
            )
        fields: dict[str, Any] = {
            "kind": "evidence" if data.pop("evidence", False) else "claim",
            "title": self._label(entry, data),
            "holder": self._holders(names(data.pop("holder", ()))),
            "quotes": tuple(self._quote(entry, quote) for quote in data.pop("quotes", ())),
            "tags": _tags(entry, data),
            "section": names(data.pop("section", definition.section)),
            "locutions": self._locutions(entry, data.pop("said", ())),
            "ignore": tuple(data.pop("ignore", ())),
        }
        data.pop("id", None)
        self._judge(entry, fields | data)
        self.gathering.add_statement(
            self.keys[entry],
            text or entry.title,
            place=self.places.position(definition.offset),
            **fields,
            **data,
        )

    def _label(self, entry: Entry, data: dict[str, Any]) -> str | None:
        """Give the short label: what the data says, else a title of several words."""
        if "title" in data:
            return data.pop("title") or None
        return entry.title if entry.is_titled and "id" not in data and " " in entry.title else None

    def _judge(self, entry: Entry, fields: dict[str, Any]) -> None:
        offset = entry.definition.offset
        if fields.get("main"):
            if self.has_main:
                what = "this is a second main claim"
                self.places.report(offset, what, "Mark one statement as main")
            self.has_main = True
        if fields.get("implicit") and fields["quotes"]:
            what = "this statement is implicit, but has a quote"
            self.places.report(offset, what, "Remove one of the two")

    def _holders(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        """Declare who is not declared; leave out names that cannot be seen."""
        found = tuple(seen(name) if name not in self.holders else name for name in chain)
        for name in found:
            if name and name not in self.holders:
                self.holders.add(name)
                self.gathering.declare_holder(Holder(id=name, name=name))
        return tuple(name for name in found if name)

    def _quote(self, entry: Entry, given: str | Quote) -> Quote:
        quote = Quote(quote=given) if isinstance(given, str) else given
        if not (quote.start is not None and quote.end is not None and 0 <= quote.start < quote.end):
            quote = replace(quote, start=None, end=None)
        if self.source_text:
            try:
                return self.source_text.anchor(quote)
            except QuoteError as error:
                if quote.match != "missing":
                    self.places.report(entry.definition.offset, error.what, error.cure)
        return quote

    def _locutions(self, entry: Entry, said: list[str | Locution]) -> tuple[Locution, ...]:
        """Give what was said, and as such the further wordings that a statement has."""
        definition = entry.definition
        found = [Locution(words=s) if isinstance(s, str) else s for s in said]
        speakers = [self._holders((s.speaker,)) if s.speaker else () for s in found]
        found = [
            replace(s, speaker=speaker[0] if speaker else None)
            for s, speaker in zip(found, speakers, strict=True)
        ]
        for member in entry.members:
            if member.text not in (None, definition.text):
                where = self.places.where(member.offset)
                self.ledger.repaired("further wording, kept as words that were said", where)
                found.append(Locution(words=str(member.text)))
        return tuple(found)

    def _add_links(self, entry: Entry, kind: LinkKind, targets: list[str | LinkEntry]) -> None:
        for given in targets:
            link = LinkEntry(to=given) if isinstance(given, str) else given
            name = seen(link.id) if isinstance(link.id, str) else ""
            scheme = link.scheme if isinstance(link.scheme, str) else None
            self.gathering.add_link(name or None, self.keys[entry], link.to, kind, scheme)

    def _expectations(self) -> list[Expectation]:
        known = set(self.keys.values())
        found: list[Expectation] = []
        for expectation in self.header.get("expect", ()):
            start, end = expectation.path
            if start in known and end in known and start != end:
                found.append(expectation)
            else:
                what = "expectation of a statement that is not there"
                self.ledger.lost(what, "front matter", list(expectation.path))
        return found


def _without_settings_obeyed(front_matter: dict[str, Any]) -> dict[str, Any]:
    """Leave out of the front matter those settings of the reader that it goes by."""
    model = front_matter.get("model")
    if not isinstance(model, dict):
        return front_matter
    rest = {key: value for key, value in model.items() if key not in _OBEYED}
    others = {key: value for key, value in front_matter.items() if key != "model"}
    return others | ({"model": rest} if rest else {})


def _tags(entry: Entry, data: dict[str, Any]) -> tuple[str, ...]:
    given = data.pop("tags", None)
    tags = entry.tags if given is None else given
    if entry.sort != "argument":
        return tuple(tags)
    return (SKETCH, *(tag for tag in tags if given is not None or tag != SKETCH))
