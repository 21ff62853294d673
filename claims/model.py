"""The argument map: statements, the relations between them, and the words they stand on.

Everything here is immutable and compares by value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct
from msgspec import field as named

StatementKind: TypeAlias = Literal["claim", "evidence"]
RelationKind: TypeAlias = Literal["support", "contrast"]
LinkKind: TypeAlias = Literal["rephrase", "preference"]
Status: TypeAlias = Literal["proposed"]
Match: TypeAlias = Literal["exact", "folded", "fuzzy", "missing", "unchecked"]
Verdict: TypeAlias = Literal["supports", "undermines", "mixed", "unconnected"]
EvidenceType: TypeAlias = Literal[
    "example",
    "statistic",
    "event",
    "testimony",
    "document",
    "expert opinion",
    "common knowledge",
]
Certainty: TypeAlias = Annotated[
    float,
    Meta(
        ge=0,
        le=1,
        description="How sure, from 0 to 1; absent: not said.",
        extra={"expects": "a number from 0 to 1, like 0.5"},
    ),
]

Words: TypeAlias = Annotated[str, Meta(min_length=1, extra={"expects": "text"})]
"""Text of which there must be some in a file."""


class Holder(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Somebody who holds statements: the author, a government, a named person."""

    id: str
    name: Words
    aliases: tuple[Words, ...] = ()


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The text that is mapped; `file` is relative to the map's own file."""

    file: Words | None = None
    title: Words | None = None
    author: Words | None = None
    publisher: Words | None = None
    date: Words | None = None
    url: Words | None = None


class Quote(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words of the source that a statement stands on, and where they were found.

    `quote` is what the map's author wrote, perhaps elided with `…`; `start` and `end` delimit
    the span in Unicode code points of the source text, and are None while it is not located.
    """

    quote: str
    nth: Annotated[int, Meta(ge=1, extra={"expects": "a whole number from 1"})] | None = None
    fuzzy: bool = False
    start: int | None = None
    end: int | None = None
    match: Match = "unchecked"


class Locution(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words said in a dialogue that put a statement forward; `speaker` is a holder's id."""

    words: Words
    speaker: str | None = None
    time: Words | None = None


class Statement(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A claim or a piece of evidence.

    `holder` is a chain of holder ids, outermost first: `("washington", "moscow")` means that
    Washington says that Moscow holds it. `section` is where it stands in the headings or groups of
    its source, outermost first. `ignore` names the checks that stay silent about it. `status` tells
    that nobody has looked at it yet, and `signal` why it was proposed.
    """

    id: str
    kind: StatementKind
    text: Words
    title: Words | None = None
    holder: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    certainty: Certainty | None = None
    tags: tuple[Words, ...] = ()
    section: tuple[str, ...] = ()
    note: Words | None = None
    implicit: bool = False
    main: bool = False
    type: EvidenceType | None = None
    origin: Words | None = None
    locutions: tuple[Locution, ...] = ()
    ignore: tuple[Words, ...] = ()
    status: Status | None = None
    signal: Words | None = None


class RelationRef(Struct, frozen=True, forbid_unknown_fields=True):
    """The target of an undercut: another relation, by its id."""

    relation: str


class Relation(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A directed step from a reason to what it bears on.

    `linked` holds the premises that bear on the target only together with `source`. A target
    that is a `RelationRef` makes the relation an undercut. `status` and `signal` are as in a
    statement.
    """

    id: str
    source: str
    target: str | RelationRef
    kind: RelationKind
    because: Words | None = None
    certainty: Certainty | None = None
    scheme: Words | None = None
    linked: tuple[str, ...] = ()
    mutual: bool = False
    status: Status | None = None
    signal: Words | None = None

    @property
    def premises(self) -> tuple[str, ...]:
        """All statements that the relation starts from."""
        return (self.source, *self.linked)

    @property
    def target_id(self) -> str:
        """The id of the statement or relation that it bears on."""
        return self.target.relation if isinstance(self.target, RelationRef) else self.target

    @property
    def undercuts(self) -> bool:
        """Whether it bears on another relation."""
        return isinstance(self.target, RelationRef)


class Link(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What ties two statements and is neither support nor contrast; no route runs along it.

    A rephrase says in other words what its target says; a preference puts its source before its
    target.
    """

    id: str
    source: str
    target: str
    kind: LinkKind
    scheme: Words | None = None


def link_name(source: str, target: str, kind: LinkKind) -> str:
    """Name a link that has no id of its own: `"a~b"` for a rephrase, `"a>b"` for a preference."""
    return f"{source}{'~' if kind == 'rephrase' else '>'}{target}"


class Suggestion(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A relation that there may be; it is no part of the graph until somebody takes it over.

    `signal` is what speaks for it.
    """

    source: str
    target: str
    kind: RelationKind
    signal: Words | None = None
    certainty: Certainty | None = None


class Expectation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must stay true of a map: how one statement bears on another."""

    path: tuple[str, str]
    verdict: Verdict = named(name="is")


class Position(Struct, frozen=True):
    """A place in a file: both counted from 1, columns in Unicode code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Map:
    """An argument map of one source.

    Claims come before evidence, relations in the order of the statements that they start from,
    supports before contrasts, and links likewise, rephrases before preferences; parts given in
    another order are sorted so. The ids of statements, relations and links are unique over all
    three. `ignore` names the checks that stay silent about the whole map. Of a draft, `suggested`
    are relations to choose from, and `to_place` the ids of statements that found no place.

    Attributes that tell where the map came from do not take part in comparison: `path`, the
    file it was read from; `text`, the source's text if it could be read; `positions`, the
    place of each statement, relation and expectation (`"expect/0"`) in that file.
    """

    title: str
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    links: tuple[Link, ...] = ()
    holders: tuple[Holder, ...] = ()
    source: Source = field(default_factory=Source)
    expect: tuple[Expectation, ...] = ()
    ignore: tuple[str, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    to_place: tuple[str, ...] = ()
    path: str | None = field(default=None, compare=False, repr=False)
    text: str | None = field(default=None, compare=False, repr=False)
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        statements = tuple(sorted(self.statements, key=lambda s: s.kind))
        order = {s.id: place for place, s in enumerate(statements)}
        relations = tuple(
            sorted(self.relations, key=lambda r: (order.get(r.source, -1), r.kind == "contrast"))
        )
        links = tuple(
            sorted(self.links, key=lambda k: (order.get(k.source, -1), k.kind == "preference"))
        )
        object.__setattr__(self, "statements", statements)
        object.__setattr__(self, "relations", relations)
        object.__setattr__(self, "links", links)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def relations_by_id(self) -> Mapping[str, Relation]:
        """The relations by id."""
        return {relation.id: relation for relation in self.relations}

    @cached_property
    def holders_by_id(self) -> Mapping[str, Holder]:
        """The declared holders by id."""
        return {holder.id: holder for holder in self.holders}

    @property
    def main(self) -> Statement | None:
        """The main claim, if one is marked."""
        return next((s for s in self.statements if s.main), None)

    def holder_name(self, holder: str) -> str:
        """Name a holder in words: an id that is not declared stands for itself."""
        declared = self.holders_by_id.get(holder)
        return declared.name if declared else holder
