"""A document to a draft: statements with their holders, relations with their signals."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from textwrap import shorten
from typing import Literal, NamedTuple, TypeAlias, cast

from argmap.claims.drafting.attribution import Attribution, attributed
from argmap.claims.drafting.clauses import clauses
from argmap.claims.drafting.document import BlockKind, Document
from argmap.claims.drafting.holders import AUTHOR, Holders
from argmap.claims.drafting.holding import attributions
from argmap.claims.drafting.kinds import evidence
from argmap.claims.drafting.naming import Ids
from argmap.claims.drafting.occurrences import numbered
from argmap.claims.drafting.placing import by_claim, by_topic, is_short_argument
from argmap.claims.drafting.relations import Proposal, cued
from argmap.claims.drafting.repeats import Sentences
from argmap.claims.drafting.sentences import Span
from argmap.claims.drafting.sources.language import other_language
from argmap.claims.drafting.speakers import spoken, turns
from argmap.claims.drafting.stating import stated
from argmap.claims.drafting.thesis import main_claim
from argmap.claims.drafting.units import BODY, Unit, units
from argmap.claims.model import Map, Quote, Relation, Source, Statement, Suggestion

Progress: TypeAlias = Callable[[int], None]
Reader: TypeAlias = Literal["regex", "spacy"]
_SAYS_AGAIN = {"standfirst": 0.5, "pull quote": 0.7}
_FEWEST_SHARED = 3
_LONGEST_SIGNAL = 60
_NO_STATEMENTS = (
    "No sentence stands in this text: headings, tables, code and the like state nothing."
)


class Figures(NamedTuple):
    """How much a draft holds, and on what grounds.

    Attributes:
        claims: How many claims there are.
        evidence: How many pieces of evidence.
        attributed: Statements with a holder other than the author.
        cued: Relations of which a connective tells both ends.
        placed: Relations of which the place in the text tells an end.
        suggested: Relations that are only suggested.
        to_place: Statements that no relation touches.
        repeats: Lines that say again what a statement says, and became its second quote.
        left_out: Blocks that are no part of the argument, by kind.
    """

    claims: int
    evidence: int
    attributed: int
    cued: int
    placed: int
    suggested: int
    to_place: int
    repeats: int
    left_out: Mapping[BlockKind, int]


@dataclass(frozen=True)
class Draft:
    """A proposed map, and how much of it rests on what."""

    map: Map
    figures: Figures
    notes: tuple[str, ...] = ()

    @property
    def suggested(self) -> tuple[Suggestion, ...]:
        """Relations to choose from."""
        return self.map.suggested

    @property
    def to_place(self) -> tuple[str, ...]:
        """The ids of statements that found no place."""
        return self.map.to_place


def draft(
    document: Document,
    *,
    file: str | None = None,
    attribution: Reader = "regex",
    progress: Progress | None = None,
) -> Draft:
    """Propose a map of a document; linear in its text.

    Args:
        document: the text and its blocks.
        file: the file of the text, as the map is to name it; None if no file holds the text.
        attribution: what finds the holders: the grammar that comes with argmap, or spaCy too.
        progress: told from time to time how many code points are done.

    Raises:
        ModuleNotFoundError: spaCy or its small English model is asked for and not installed.
    """
    document, speakers = turns(document)
    parts = units(document, progress)
    said = spoken(parts, attributions(document.text, parts, _named(attribution, parts)), speakers)
    repeats = _repeats(document, parts)
    summed_up = {repeat.place for repeat in repeats if repeat.kind == "standfirst"}
    main = main_claim(parts, document.title, summed_up)
    short = main is not None and is_short_argument(parts) and not other_language(document.text)
    told, perhaps = cued(
        parts, main if short else None, lambda a, b: _holder(said[a]) != _holder(said[b])
    )
    placed = by_claim(parts, main, told) if short and main is not None else []
    suggested = [*perhaps, *([] if short else by_topic(parts, [*told, *perhaps], main))]
    finding = _Finding(parts, said, main, repeats, told, placed, suggested)
    return _assembled(document, finding, file)


def _named(attribution: Reader, parts: Sequence[Unit]) -> Iterable[Attribution | None]:
    sentences = (unit.words for unit in parts)
    if attribution == "regex":
        return map(attributed, sentences)
    parsing = import_module("argmap.claims.drafting.parsing")
    return cast("Iterable[Attribution | None]", parsing.parsed(sentences))


class _Repeat(NamedTuple):
    """A line around the text, or a clause of it, that says what the unit at a place says."""

    kind: BlockKind
    span: Span
    place: int


class _Finding(NamedTuple):
    """What the rules found: units, holders, the main claim's place, repeats, and relations."""

    parts: Sequence[Unit]
    said: Sequence[Attribution | None]
    main: int | None
    repeats: Sequence[_Repeat]
    told: Sequence[Proposal]
    placed: Sequence[Proposal]
    suggested: Sequence[Proposal]


def _holder(attribution: Attribution | None) -> tuple[str, ...]:
    return attribution.chain if attribution else ()


def _assembled(document: Document, finding: _Finding, file: str | None) -> Draft:
    parts, said, main, repeats, told, placed, suggested = finding
    holders = Holders()
    ids = Ids()
    names = [ids.make(unit.words, "statement") for unit in parts]
    spans = [(unit.start, unit.end) for unit in parts] + [repeat.span for repeat in repeats]
    quotes = _quotes(document.text, spans)
    second: dict[int, list[Quote]] = {}
    for quote, repeat in zip(quotes[len(parts) :], repeats, strict=True):
        second.setdefault(repeat.place, []).append(quote)
    sizes = Counter(unit.sentence for unit in parts)
    statements = tuple(
        _statement(
            names[place],
            unit,
            (quotes[place], *second.get(place, ())),
            said[place],
            holders,
            main=place == main,
            parted=sizes[unit.sentence] > 1,
        )
        for place, unit in enumerate(parts)
    )
    proposals = sorted((*told, *placed), key=lambda p: (p.source, p.target))
    relations = tuple(_relation(proposal, names, ids) for proposal in proposals)
    touched = {end for p in proposals for end in (p.source, p.target)} | {main}
    open_ones = tuple(name for place, name in enumerate(names) if place not in touched)
    found = Map(
        title=document.title or (statements[main].text if main is not None else "Nothing to map"),
        statements=statements,
        relations=relations,
        holders=holders.all() if statements else (),
        source=Source(file=file, title=document.title),
        suggested=tuple(_suggestion(proposal, names) for proposal in suggested),
        to_place=open_ones,
        text=document.text,
    )
    grounds = Counter(proposal.ground for proposal in proposals)
    kinds = Counter(statement.kind for statement in statements)
    figures = Figures(
        claims=kinds["claim"],
        evidence=kinds["evidence"],
        attributed=sum(attribution is not None for attribution in said),
        cued=grounds["cue"],
        placed=grounds["place"],
        suggested=len(suggested),
        to_place=len(open_ones),
        repeats=len(repeats),
        left_out=Counter(block.kind for block in document.blocks if block.kind not in BODY),
    )
    return Draft(
        found, figures, document.notes if statements else (*document.notes, _NO_STATEMENTS)
    )


def _quotes(text: str, spans: Sequence[Span]) -> list[Quote]:
    return [
        Quote(quote=text[start:end], nth=nth, start=start, end=end, match="exact")
        for (start, end), nth in zip(spans, numbered(text, spans), strict=True)
    ]


def _repeats(document: Document, parts: Sequence[Unit]) -> list[_Repeat]:
    """Find the units that a bullet of the summary, a clause of one, or a pull quote says again."""
    again = [block for block in document.blocks if block.kind in _SAYS_AGAIN]
    if not again:
        return []
    index = Sentences(unit.words for unit in parts)
    found: list[_Repeat] = []
    for block in again:
        whole = (block.start, block.end)
        for start, end in (whole, *clauses(document.text, *whole)):
            line = document.text[start:end].rstrip(" ,;")
            near = index.nearest(line)
            enough = near and near.words >= _FEWEST_SHARED
            if near and enough and near.of_line >= _SAYS_AGAIN[block.kind]:
                span = (start, start + len(line))
                found.append(_Repeat(block.kind, span, near.place))
                break
    return found


def _statement(
    name: str,
    unit: Unit,
    quotes: tuple[Quote, ...],
    attribution: Attribution | None,
    holders: Holders,
    *,
    main: bool,
    parted: bool,
) -> Statement:
    sign = None if main else evidence(unit.words)
    if sign and sign.type == "event" and attribution:
        sign = None
    chain = tuple(map(holders.id_of, attribution.chain)) if attribution else (AUTHOR.id,)
    signals = [
        f"{sign.type}: '{sign.signal}'" if sign else "",
        "the sentence most like a thesis" if main else "",
        f"holder: '{_brief(attribution.signal)}'" if attribution else "",
    ]
    return Statement(
        id=name,
        kind="evidence" if sign else "claim",
        text=stated(unit, parted=parted),
        holder=chain,
        quotes=quotes,
        section=unit.section,
        main=main,
        type=sign.type if sign else None,
        status="proposed",
        signal="; ".join(filter(None, signals)) or None,
    )


def _brief(signal: str) -> str:
    return shorten(signal, _LONGEST_SIGNAL, placeholder="…")


def _relation(proposal: Proposal, names: Sequence[str], ids: Ids) -> Relation:
    source, target = names[proposal.source], names[proposal.target]
    return Relation(
        id=ids.take(f"{source}-{target}"),
        source=source,
        target=target,
        kind=proposal.kind,
        certainty=proposal.certainty,
        mutual=proposal.mutual,
        status="proposed",
        signal=proposal.signal,
    )


def _suggestion(proposal: Proposal, names: Sequence[str]) -> Suggestion:
    return Suggestion(
        source=names[proposal.source],
        target=names[proposal.target],
        kind=proposal.kind,
        signal=proposal.signal,
        certainty=proposal.certainty,
    )
