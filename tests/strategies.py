"""Hypothesis strategies: maps as their readers give them back, and graphs of any shape."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Literal, get_args

import networkx as nx
from hypothesis import strategies as st

from argmap.claims.model import (
    EvidenceType,
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
    StatementKind,
    Suggestion,
    Verdict,
    link_name,
)
from argmap.graph.build import Graph

_ODD = (
    *"\u2028\u0085\ufeff\u202e\u200b\u0301\U0001f5fa<&>\"'`{}[]#:-|%@!*?,\\\n\t ",
    *("the war ", "Élysée", "</script>", "a: b", " #", "- ", "\n\n", "yes", "12:30", "~"),
)
_PIECES = st.sampled_from(_ODD) | st.text(
    # No file may hold what the readers refuse.
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=6,
)
_CERTAINTIES = st.none() | st.integers(0, 100).map(lambda n: n / 100)
_CHECK_NAMES = st.lists(st.sampled_from(("detached", "idle-evidence")), max_size=2, unique=True)
_STATUS: st.SearchStrategy[Literal["proposed"] | None] = st.sampled_from((None, "proposed"))
_SOME_IDS = ("no", "1", "12:30", "null", "ß", "дом", "a.b", "-", "…", "claims", "to")


@cache
def texts() -> st.SearchStrategy[str]:
    """Text of any script, with line breaks and markup, never only white space."""
    pieces = st.lists(_PIECES, min_size=1, max_size=3).map("".join)
    return pieces.filter(lambda text: bool(text.strip()))


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids as people choose them, and some that YAML would rather read as something else."""
    return st.sampled_from(_SOME_IDS) | st.text("abz09_-", min_size=1, max_size=6)


@cache
def quotes() -> st.SearchStrategy[Quote]:
    """Quotes that nobody has looked for yet."""
    return st.builds(
        Quote,
        quote=texts(),
        nth=st.none() | st.integers(1, 3),
        fuzzy=st.booleans(),
        start=st.none(),
        end=st.none(),
        match=st.just("unchecked"),
    )


@st.composite
def statements(
    draw: st.DrawFn, name: str, kind: StatementKind, holders: Sequence[str], *, main: bool
) -> Statement:
    """A statement with the given id and kind."""
    implicit = draw(st.booleans())
    evidence = kind == "evidence"
    chain = st.lists(st.sampled_from(holders), max_size=3) if holders else st.just([])
    return Statement(
        id=name,
        kind=kind,
        text=draw(texts()),
        title=draw(st.none() | texts()),
        holder=tuple(draw(chain)),
        quotes=() if implicit else tuple(draw(st.lists(quotes(), max_size=2))),
        certainty=draw(_CERTAINTIES),
        tags=tuple(draw(st.lists(texts(), max_size=2))),
        section=tuple(draw(st.lists(texts(), max_size=2))),
        note=draw(st.none() | texts()),
        implicit=implicit,
        main=main,
        type=draw(st.none() | st.sampled_from(get_args(EvidenceType))) if evidence else None,
        origin=draw(st.none() | st.sampled_from(("A report", "a  REPORT", "Ω")))
        if evidence
        else None,
        locutions=tuple(draw(st.lists(locutions(holders), max_size=2))),
        ignore=tuple(draw(_CHECK_NAMES)),
        status=draw(_STATUS),
        signal=draw(st.none() | texts()),
    )


def locutions(holders: Sequence[str]) -> st.SearchStrategy[Locution]:
    """Words that somebody said, or nobody that is known."""
    speakers = st.none() | st.sampled_from(holders) if holders else st.none()
    return st.builds(Locution, words=texts(), speaker=speakers, time=st.none() | texts())


@st.composite
def links(draw: st.DrawFn, names: Sequence[str], taken: Collection[str]) -> list[Link]:
    """Rephrases and preferences between the named statements."""
    drawn: dict[str, Link] = {}
    ties: set[tuple[str, str, str]] = set()
    for _ in range(draw(st.integers(0, 3)) if len(names) > 1 else 0):
        source, target = draw(st.permutations(names))[:2]
        kind: LinkKind = draw(st.sampled_from(get_args(LinkKind)))
        name = draw(st.none() | ids()) or link_name(source, target, kind)
        if (kind, source, target) not in ties and name not in {*drawn, *taken}:
            ties.add((kind, source, target))
            scheme = draw(st.none() | st.just("Default Rephrase"))
            drawn[name] = Link(id=name, source=source, target=target, kind=kind, scheme=scheme)
    return list(drawn.values())


@st.composite
def relations(draw: st.DrawFn, names: Sequence[str], *, at_most: int = 6) -> list[Relation]:
    """Relations between the named statements: linked, mutual, parallel, undercuts of undercuts."""
    drawn: dict[str, Relation] = {}
    pairs: set[tuple[object, ...]] = set()
    for _ in range(draw(st.integers(0, at_most)) if len(names) > 1 else 0):
        relation = draw(_relation(names, list(drawn)))
        told: set[tuple[object, ...]]
        told = {(relation.kind, relation.premises, relation.undercuts, relation.target_id)}
        if relation.mutual:
            told.add(("mutual", *sorted((relation.source, relation.target_id))))
        if pairs.isdisjoint(told) and relation.id not in {*drawn, *names}:
            pairs |= told
            drawn[relation.id] = relation
    order = {name: number for number, name in enumerate(names)}
    return sorted(drawn.values(), key=lambda r: (order[r.source], r.kind == "contrast"))


@st.composite
def _relation(draw: st.DrawFn, names: Sequence[str], earlier: Sequence[str]) -> Relation:
    kind: RelationKind = draw(st.sampled_from(get_args(RelationKind)))
    source = draw(st.sampled_from(names))
    undercut = bool(earlier) and draw(st.integers(0, 3)) == 0
    target = draw(st.sampled_from(earlier if undercut else [n for n in names if n != source]))
    free = [name for name in names if name not in (source, target)]
    linked = draw(st.lists(st.sampled_from(free), max_size=2, unique=True)) if free else []
    single = not undercut and not linked and kind == "contrast"
    explicit = draw(st.none() | ids())
    return Relation(
        id=explicit or f"{source}-{target}",
        source=source,
        target=RelationRef(target) if undercut else target,
        kind=kind,
        because=draw(st.none() | texts()),
        certainty=draw(_CERTAINTIES),
        scheme=draw(st.none() | st.just("argument from sign")),
        linked=tuple(linked),
        mutual=single and draw(st.booleans()),
        status=draw(_STATUS),
        signal=draw(st.none() | texts()),
    )


def expectations(names: Sequence[str]) -> st.SearchStrategy[Expectation]:
    """Expectations of two different statements, met or not."""
    pair = st.permutations(names).map(lambda shuffled: (shuffled[0], shuffled[1]))
    verdicts = st.sampled_from(get_args(Verdict))
    return st.builds(lambda path, verdict: Expectation(path=path, verdict=verdict), pair, verdicts)


def suggestions(names: Sequence[str]) -> st.SearchStrategy[Suggestion]:
    """Suggested relations of two different statements."""
    return st.builds(
        lambda pair, **fields: Suggestion(source=pair[0], target=pair[1], **fields),
        pair=st.permutations(names),
        kind=st.sampled_from(get_args(RelationKind)),
        signal=st.none() | texts(),
        certainty=_CERTAINTIES,
    )


@st.composite
def maps(draw: st.DrawFn, *, at_most: int = 5) -> Map:
    """Valid maps of up to so many statements, without a file and a source text.

    Claims come before evidence, and relations in the order of the statements they start from,
    supports before contrasts: what is written as YAML comes back as it was.
    """
    names = draw(st.lists(ids(), max_size=at_most, unique=True))
    claims = draw(st.integers(0, len(names)))
    main = draw(st.none() | st.sampled_from(names)) if names else None
    holder_ids = draw(st.lists(ids(), max_size=3, unique=True))
    between = draw(relations(names))
    return Map(
        title=draw(texts()),
        statements=tuple(
            draw(
                statements(
                    name, "claim" if n < claims else "evidence", holder_ids, main=name == main
                )
            )
            for n, name in enumerate(names)
        ),
        relations=tuple(between),
        links=tuple(draw(links(names, {*names, *(r.id for r in between)}))),
        holders=tuple(
            Holder(id=i, name=draw(texts()), aliases=tuple(draw(st.lists(texts(), max_size=2))))
            for i in holder_ids
        ),
        source=Source(title=draw(st.none() | texts()), author=draw(st.none() | texts())),
        expect=tuple(draw(st.lists(expectations(names), max_size=3))) if len(names) > 1 else (),
        ignore=tuple(draw(_CHECK_NAMES)),
        suggested=tuple(draw(st.lists(suggestions(names), max_size=2))) if len(names) > 1 else (),
        to_place=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True)))
        if names
        else (),
    )


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Small graphs of any shape, with self-loops and parallel edges."""
    nodes = st.sampled_from("abcdef")
    kinds = st.sampled_from(("support", "contrast"))
    g: Graph = nx.MultiDiGraph()
    g.add_nodes_from("abcdef")
    for number, (a, b, kind) in enumerate(
        draw(st.lists(st.tuples(nodes, nodes, kinds), max_size=14))
    ):
        g.add_edge(a, b, key=f"r{number:02}", kind=kind)
    return g
