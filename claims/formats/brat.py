"""brat standoff (Stenetorp et al. 2012): an `.ann` file beside the text that it is about.

`T` lines are spans of the text: statements, whose type is MajorClaim, Claim, Premise and the like.
`R` lines are relations of two of them, `*` lines say that some are the same, `A` and `M` lines are
attributes, `#` lines notes, and `E` lines events, which stand for the span that triggers them. A
Stance, as in the essays of Stab and Gurevych (2017), says how a claim bears on the major claim.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from argmap.claims.errors import MapError, Problem, shown
from argmap.claims.files import decoded
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.relation_words import kind_named
from argmap.claims.ledger import Reading
from argmap.claims.model import LinkKind, Position, Quote, RelationKind, Source, StatementKind
from argmap.claims.sources import read_source

_SPANS = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)")
_ENDS = re.compile(r"(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
_EVIDENCE = frozenset(
    ("evidence", "data", "fact", "testimony", "statistic", "study", "example", "anecdote")
)
_PLAIN = frozenset(("claim", "evidence"))
_STANCES: dict[str, RelationKind] = {"for": "support", "against": "contrast"}
_MORE_KINDS: dict[str, LinkKind | RelationKind] = {
    "semantically_same": "rephrase",
    "partial-attack": "contrast",
    "partial_attack": "contrast",
}
_Line = tuple[int, str, str, str]


@dataclass
class _Annotations:
    """The lines of a file by their sort, each with its number, id, facts and text."""

    gathering: Gathering
    text: str | None
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, list[_Line]] = field(default_factory=dict)
    triggers: dict[str, str] = field(default_factory=dict)
    majors: list[str] = field(default_factory=list)
    tags: dict[str, list[str]] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)

    def wrong(self, line: int, what: str, cure: str) -> None:
        self.problems.append(Problem(self.gathering.path, line, 1, what, cure))

    def statement(self, name: str) -> str:
        """Give the span that a name stands for: itself, or the trigger of an event."""
        return self.triggers.get(name, name)


def read(data: bytes, path: str) -> Reading:
    """Read a map; the text is looked for beside the file, under its name with the ending .txt.

    Raises:
        MapError: a line is no annotation; lists every mistake with its line.
    """
    source = Source(file=PurePath(path).with_suffix(".txt").name) if PurePath(path).name else None
    found = _text_beside(source, path)
    notes = _Annotations(Gathering(path, markup=False), found)
    if source and found is None:
        notes.gathering.ledger.lost("places in a text that is not there", source.file or "")
    for number, line in enumerate(decoded(data, path, longest_line=len(data)).split("\n"), 1):
        _sort(number, line.rstrip("\r"), notes)
    steps = (
        ("T", _add_span),
        ("E", _add_event),
        ("R", _add_relation),
        ("*", _add_same),
        ("A", _add_attribute),
        ("#", _add_note),
    )
    for sort, add in steps:
        for line_parts in notes.lines.get(sort, ()):
            add(line_parts, notes)
    if notes.problems:
        raise MapError(sorted(notes.problems, key=lambda problem: problem.line or 0))
    for about, tags in notes.tags.items():
        notes.gathering.change_statement(about, tags=tuple(tags))
    for about, remarks in notes.remarks.items():
        notes.gathering.change_statement(about, note="\n".join(remarks))
    if len(notes.majors) == 1:
        notes.gathering.change_statement(notes.majors[0], main=True)
    for other in notes.majors[1:]:
        notes.gathering.ledger.repaired("further major claim, carried as a rephrase", other)
        notes.gathering.add_link(None, other, notes.majors[0], "rephrase")
    title = PurePath(path).stem
    return notes.gathering.finish(title=title, source=source if found else None, text=found)


def _text_beside(source: Source | None, path: str) -> str | None:
    try:
        return read_source(source, path) if source else None
    except ValueError:
        return None


def _sort(number: int, line: str, notes: _Annotations) -> None:
    if not line.strip():
        return
    name, _, rest = line.partition("\t")
    facts, _, text = rest.partition("\t")
    sort = "A" if name[:1] == "M" else name[:1]
    if sort not in "TEARN*#" or not facts.strip():
        notes.wrong(number, f"this line is no annotation: {shown(line)}", "Begin with T1 and a tab")
    elif sort == "N":
        notes.gathering.ledger.lost("normalisation", f"line {number}", facts)
    else:
        notes.lines.setdefault(sort, []).append((number, name, facts, text))


def _add_span(line: _Line, notes: _Annotations) -> None:
    number, name, facts, words = line
    match = _SPANS.fullmatch(facts.strip())
    if match is None:
        what = f"these are no spans: {shown(facts)}"
        notes.wrong(number, what, "Write the type, start and end: Claim 0 12;20 31")
        return
    label = match[1]
    spans = [(int(a), int(b)) for a, b in (span.split() for span in match[2].split(";"))]
    if not words.strip() and notes.text is not None:
        words = " ".join(notes.text[start:end] for start, end in spans)
    kind: StatementKind = "evidence" if label.casefold() in _EVIDENCE else "claim"
    if notes.gathering.statement(name) is None and label.casefold() == "majorclaim":
        notes.majors.append(name)
    notes.gathering.add_statement(
        name,
        words,
        kind=kind,
        place=Position(number, 1),
        quotes=tuple(_quotes(name, words, spans, notes)),
    )
    if label.casefold() not in _PLAIN:
        notes.tags.setdefault(name, []).append(label)


def _quotes(
    name: str, words: str, spans: list[tuple[int, int]], notes: _Annotations
) -> list[Quote]:
    """Check the pieces of a span, which its words hold one behind the other."""
    quotes: list[Quote] = []
    at = 0
    for start, end in spans:
        piece = words[at : at + max(0, end - start)]
        at += len(piece) + 1
        there = "" if notes.text is None else notes.text[start:end]
        if notes.text is None and piece.strip():
            quotes.append(Quote(quote=piece))
        elif there.strip() and there.split() == piece.split():
            quotes.append(Quote(quote=there, start=start, end=end, match="exact"))
        else:
            notes.gathering.ledger.repaired("span that does not hold its words", name)
            quotes += [Quote(quote=piece, match="missing")] if piece.strip() else []
    return quotes


def _add_event(line: _Line, notes: _Annotations) -> None:
    _, name, facts, _ = line
    trigger, *roles = facts.split()
    notes.triggers[name] = trigger.rpartition(":")[2]
    if roles:
        notes.gathering.ledger.lost("roles of an event", name, roles)


def _add_relation(line: _Line, notes: _Annotations) -> None:
    number, name, facts, _ = line
    match = _ENDS.fullmatch(facts)
    if match is None:
        what = f"this is no relation: {shown(facts)}"
        notes.wrong(number, what, "Write the type and both ends: supports Arg1:T1 Arg2:T2")
        return
    kind = kind_named(match[1]) or _MORE_KINDS.get(match[1].casefold())
    source, target = notes.statement(match[2]), notes.statement(match[3])
    gathering = notes.gathering
    if kind is None:
        gathering.ledger.lost(f"relation of the unknown type {shown(match[1])}", name)
    elif kind in ("rephrase", "preference"):
        gathering.add_link(name, source, target, kind)
    elif kind in ("support", "contrast"):
        undercuts = target.startswith("R")
        place = Position(number, 1)
        gathering.add_relation(name, [source], target, kind, undercuts=undercuts, place=place)


def _add_same(line: _Line, notes: _Annotations) -> None:
    number, _, facts, _ = line
    sort, *names = facts.split()
    if sort != "Equiv" or not names:
        notes.gathering.ledger.lost("tie of several spans", f"line {number}", facts)
        return
    first, *others = (notes.statement(name) for name in names)
    for other in others:
        notes.gathering.add_link(None, other, first, "rephrase")


def _add_attribute(line: _Line, notes: _Annotations) -> None:
    _, name, facts, _ = line
    attribute, _, rest = facts.partition(" ")
    about, _, value = rest.partition(" ")
    about, value = notes.statement(about), value.strip()
    gathering = notes.gathering
    stance = _STANCES.get(value.casefold()) if attribute.casefold() == "stance" else None
    if gathering.statement(about) is None:
        gathering.ledger.lost("attribute of no statement", name, facts)
    elif stance and notes.majors:
        gathering.ledger.repaired("stance, carried as a relation to the major claim", about)
        gathering.add_relation(f"{name}", [about], notes.majors[0], stance)
    else:
        notes.tags.setdefault(about, []).append(f"{attribute}: {value}" if value else attribute)


def _add_note(line: _Line, notes: _Annotations) -> None:
    _, name, facts, text = line
    about = notes.statement(facts.split()[-1])
    if notes.gathering.statement(about) is None or not text.strip():
        notes.gathering.ledger.lost("note on no statement", name, text)
    else:
        notes.remarks.setdefault(about, []).append(text)
