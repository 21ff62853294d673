"""What an Argdown document says, before it becomes a map: its statements, arguments, and ties.

Statements of the same title are one equivalence class, and arguments of the same title are one
argument; both are an `Entry`, whose members are the places where it is defined or referred to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

EntrySort: TypeAlias = Literal["statement", "argument"]
TieKind: TypeAlias = Literal[
    "support", "attack", "undercut", "contradictory", "contrary", "entails"
]


@dataclass(slots=True, eq=False)
class Member:
    """One place where a statement or an argument stands; `text` is None for a reference."""

    offset: int
    text: str | None
    tags: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    section: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Entry:
    """An equivalence class of statements, or an argument; without a title its name is made up."""

    sort: EntrySort
    title: str
    is_titled: bool
    members: list[Member] = field(default_factory=list)
    reconstructions: list["Reconstruction"] = field(default_factory=list)

    @property
    def definition(self) -> Member:
        """The member that gives the text: the first with one, else the first."""
        return next((m for m in self.members if m.text is not None), self.members[0])

    @property
    def data(self) -> dict[str, Any]:
        """The data of all members; of a key given twice, the last counts."""
        return {key: value for member in self.members for key, value in member.data.items()}

    @property
    def tags(self) -> list[str]:
        """The tags of all members, each once."""
        return list(dict.fromkeys(tag for member in self.members for tag in member.tags))

    @property
    def last_step(self) -> "Step | None":
        """The inference to the main conclusion, if the argument is reconstructed."""
        return self.reconstructions[-1].steps[-1] if self.reconstructions else None


@dataclass(slots=True, eq=False)
class Step:
    """One inference of a reconstructed argument; `number` is that of its conclusion."""

    argument: Entry
    offset: int
    rules: str
    data: dict[str, Any]
    conclusion: Entry
    number: int = 0
    premises: list[Entry] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Reconstruction:
    """The numbered statements of an argument, and the inferences between them."""

    statements: list[Entry] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Tie:
    """A relation as the document draws it, from a reason to what it bears on."""

    kind: TieKind
    offset: int
    source: Entry
    target: Entry | Step


@dataclass(slots=True, eq=False)
class Document:
    """All that a document says."""

    front_matter: dict[str, Any] = field(default_factory=dict)
    first_heading: str | None = None
    entries: dict[tuple[EntrySort, str], Entry] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)

    def of_sort(self, sort: EntrySort) -> list[Entry]:
        """The statements, or the arguments, in the order in which they are first named."""
        return [entry for entry in self.entries.values() if entry.sort == sort]

    def setting(self, section: str, name: str) -> Any:  # noqa: ANN401
        """Look up a setting of the front matter, as text; None if it is not there."""
        part = self.front_matter.get(section)
        return part.get(name) if isinstance(part, dict) else None

    @property
    def is_strict(self) -> bool:
        """Whether ties between statements are meant as logical relations."""
        return bool(self.setting("model", "mode") == "strict")


def resolved(document: Document) -> list[Tie]:
    """Give each tie once, between those ends that the language means.

    What a reconstructed argument does, its main conclusion does; what is done to it is done to its
    last inference. In strict mode support between statements is entailment, and attack is
    contrariness, which like contradiction runs both ways.
    """
    found: dict[tuple[object, ...], Tie] = {}
    for tie in document.ties:
        for key, whole in _meant(tie, strict=document.is_strict):
            found.setdefault(key, whole)
    return list(found.values())


def _meant(tie: Tie, *, strict: bool) -> Iterator[tuple[tuple[object, ...], Tie]]:
    source, target, kind = tie.source, tie.target, tie.kind
    if step := source.last_step:
        source = step.conclusion
    if isinstance(target, Entry) and target.last_step:
        target = target.last_step
    between = source.sort == "statement" and isinstance(target, Entry)
    if strict and between and isinstance(target, Entry) and target.sort == "statement":
        logical: dict[TieKind, TieKind] = {"support": "entails", "attack": "contrary"}
        kind = logical.get(kind, kind)
    ends: object = (id(source), id(target))
    if kind in ("contradictory", "contrary"):
        ends = frozenset((id(source), id(target)))
    yield (kind, ends), Tie(kind, tie.offset, source, target)
