"""The shape of a map file, as its author writes it.

One definition serves three ends: it validates a file, `expects` in its annotations words the
messages about values that do not fit, and the JSON Schema for editors is generated from it.
"""

from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

from argmap.claims.model import Certainty, EvidenceType, RelationKind, Status, Verdict

VERSION: Literal[1] = 1


def _of(expects: str, description: str, **constraints: Any) -> Meta:  # noqa: ANN401
    return Meta(description=description, extra={"expects": expects}, **constraints)


def _text(description: str, expects: str = "text") -> Meta:
    return _of(expects, description, min_length=1)


def _flag(description: str) -> Meta:
    return _of("true or false", description)


Name: TypeAlias = Annotated[str, _text("A name.", "a name")]
Ids: TypeAlias = list[Name]
Standing: TypeAlias = Annotated[
    Status,
    Meta(description="Proposed: nobody has looked at it yet; else absent."),
]
Signal: TypeAlias = Annotated[str, _text("Why it was proposed.")]


class QuoteEntry(Struct, forbid_unknown_fields=True):
    """A quote with directions for finding it."""

    quote: Annotated[str, _text("Words of the source; … leaves some out.", "words of the source")]
    nth: Annotated[int, _of("a whole number from 1", "Which occurrence.", ge=1)] | UnsetType = UNSET
    fuzzy: Annotated[bool, _flag("Take the nearest passage if the words are not there.")] = False


QuoteWords: TypeAlias = Annotated[
    str | QuoteEntry, _of("words of the source", "Words of the source; … leaves some out.")
]


class RelationTarget(Struct, forbid_unknown_fields=True):
    """The relation that an undercut attacks."""

    relation: Annotated[str, _text("The relation's id.", "the id of a relation")]


class SupportEntry(Struct, forbid_unknown_fields=True):
    """A relation of the statement it stands under."""

    to: Annotated[
        str | RelationTarget,
        _of("the id of a statement, or {relation: ID}", "What the statement bears on."),
    ]
    id: Annotated[str, _text("Its id; <from>-<to> if absent.", "a name")] | UnsetType = UNSET
    because: Annotated[str, _text("Why the one bears on the other.")] | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    scheme: Annotated[str, _text("Walton's name of the scheme.", "a name")] | UnsetType = UNSET
    linked: (
        Annotated[Ids, _of("a list of ids", "Premises that bear on it only together.")] | UnsetType
    ) = field(default=UNSET, name="with")
    status: Standing | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET


class ContrastEntry(SupportEntry, forbid_unknown_fields=True):
    """A contrast, which can run both ways."""

    mutual: Annotated[bool, _flag("Whether two views are set against each other.")] = False


class LinkEntry(Struct, forbid_unknown_fields=True):
    """A tie to another statement that neither supports nor contrasts."""

    to: Annotated[str, _text("The other statement's id.", "the id of a statement")]
    id: (
        Annotated[str, _text("Its id; <from>~<to> if absent, or <from>><to>.", "a name")]
        | UnsetType
    ) = UNSET
    scheme: Annotated[str, _text("The sort of tie.", "a name")] | UnsetType = UNSET


Links: TypeAlias = list[Name | LinkEntry]


class LocutionEntry(Struct, forbid_unknown_fields=True):
    """Words said in a dialogue."""

    words: Annotated[str, _text("The words.")]
    by: Annotated[str, _text("Who said them.", "the id of a holder")] | UnsetType = UNSET
    time: Annotated[str, _text("When they were said.")] | UnsetType = UNSET


class ClaimEntry(Struct, forbid_unknown_fields=True):
    """Something held to be so."""

    text: Annotated[str, _text("The statement, as a sentence.", "a sentence")]
    title: Annotated[str, _text("A short label.")] | UnsetType = UNSET
    holder: (
        Annotated[
            str | Ids,
            _of(
                "the id of a holder, or a list of ids",
                "Who holds it; [a, b]: a says that b holds it.",
            ),
        ]
        | UnsetType
    ) = UNSET
    quote: QuoteWords | UnsetType = UNSET
    quotes: Annotated[list[QuoteWords], _of("a list of quotes", "Several places.")] | UnsetType = (
        UNSET
    )
    certainty: Certainty | UnsetType = UNSET
    tags: Annotated[Ids, _of("a list of names", "Words to group statements by.")] = []
    section: (
        Annotated[
            str | Ids,
            _of("a heading, or a list of headings", "The heading it stands under, or several."),
        ]
        | UnsetType
    ) = UNSET
    note: Annotated[str, _text("A remark of the map's author.")] | UnsetType = UNSET
    implicit: Annotated[bool, _flag("Whether it is not in the text, but needed.")] = False
    main: Annotated[bool, _flag("Whether it is the main claim.")] = False
    said: Annotated[
        list[LocutionEntry], _of("a list of mappings with 'words'", "Who said it so.")
    ] = []
    ignore: Annotated[Ids, _of("a list of check names", "Checks to be silent about it.")] = []
    status: Standing | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET
    supports: Annotated[
        list[Name | SupportEntry],
        _of("a list of ids, or of mappings with 'to'", "What it speaks for."),
    ] = []
    contrasts: Annotated[
        list[Name | ContrastEntry],
        _of("a list of ids, or of mappings with 'to'", "What it speaks against."),
    ] = []
    rephrases: Annotated[
        Links, _of("a list of ids, or of mappings with 'to'", "What it says in other words.")
    ] = []
    preferred_to: Annotated[
        Links, _of("a list of ids, or of mappings with 'to'", "What it is put before.")
    ] = []


class EvidenceEntry(ClaimEntry, forbid_unknown_fields=True):
    """A fact, example, figure, event or testimony that claims rest on."""

    type: Annotated[EvidenceType, Meta(description="What sort.")] | UnsetType = UNSET
    origin: Annotated[str, _text("Where the evidence itself comes from.")] | UnsetType = UNSET


class HolderEntry(Struct, forbid_unknown_fields=True):
    """Somebody who holds statements."""

    name: Annotated[str, _text("The name to show.", "a name")]
    aliases: Annotated[Ids, _of("a list of names", "Other names.")] = []


class SourceEntry(Struct, forbid_unknown_fields=True):
    """The text that is mapped."""

    file: Annotated[str, _text("The text's file, relative to the map.")] | UnsetType = UNSET
    title: Annotated[str, _text("Its title.")] | UnsetType = UNSET
    author: Annotated[str, _text("Who wrote it.")] | UnsetType = UNSET
    publisher: Annotated[str, _text("Who published it.")] | UnsetType = UNSET
    date: Annotated[str, _text("When it was published.")] | UnsetType = UNSET
    url: Annotated[str, _text("Where it can be read.")] | UnsetType = UNSET


class ExpectationEntry(Struct, forbid_unknown_fields=True):
    """How one statement must bear on another."""

    path: Annotated[tuple[Name, Name], _of("two ids, like [from, to]", "From and to.")]
    verdict: Annotated[Verdict, Meta(description="What the routes amount to.")] = field(name="is")


class SuggestionEntry(Struct, forbid_unknown_fields=True):
    """A relation that there may be; it does not count until it is written at a statement."""

    source: Annotated[str, _text("The id of the reason.", "the id of a statement")] = field(
        name="from"
    )
    target: Annotated[str, _text("The id of what it would bear on.", "the id of a statement")] = (
        field(name="to")
    )
    kind: Annotated[RelationKind, Meta(description="What it would be.")]
    signal: Signal | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET


class MapEntry(Struct, forbid_unknown_fields=True):
    """An argument map: the statements of one source and the relations between them."""

    argmap: Annotated[Literal[1], _of(str(VERSION), "The version of the format.")]
    title: Annotated[str, _text("What the map is about.")]
    source: SourceEntry = field(default_factory=SourceEntry)
    holders: Annotated[dict[str, HolderEntry], _of("a mapping", "Who holds statements.")] = {}
    claims: Annotated[dict[str, ClaimEntry], _of("a mapping", "The claims, by id.")] = {}
    evidence: Annotated[dict[str, EvidenceEntry], _of("a mapping", "The evidence, by id.")] = {}
    expect: Annotated[list[ExpectationEntry], _of("a list", "What must stay true.")] = []
    ignore: Annotated[Ids, _of("a list of check names", "Checks to be silent.")] = []
    suggested: Annotated[
        list[SuggestionEntry], _of("a list", "Relations to choose from; they do not count.")
    ] = []
    to_place: Annotated[Ids, _of("a list of ids", "Statements that found no place.")] = []


def json_schema() -> dict[str, Any]:
    """Generate the JSON Schema (draft 2020-12) of the map file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap: an argument map",
        **msgspec.json.schema(MapEntry),
    }


def schema_text() -> str:
    """Write the JSON Schema as text."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n"
