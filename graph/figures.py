"""What a map is made of, in figures."""

from collections import Counter
from collections.abc import Iterable

import networkx as nx
from msgspec import Struct

from argmap.claims.model import Map, Quote, RelationKind
from argmap.graph.build import Graph, to_networkx
from argmap.graph.holders import holder_of
from argmap.graph.parts import parts
from argmap.graph.routes import Polarity, polarities


class Part(Struct, frozen=True):
    """A connected part: how many statements, and its main claim or else its first statement."""

    statements: int
    named: str


class HolderStats(Struct, frozen=True, kw_only=True):
    """What one holder holds, and how it bears on the main claim.

    `holder` is the innermost of the chains, None for what nobody is named for. The statements
    that bear on the main claim are in `supporting`, `undermining` or `mixed`.
    """

    holder: str | None
    name: str
    claims: int
    evidence: int
    supporting: int
    undermining: int
    mixed: int


class Dispute(Struct, frozen=True):
    """How many relations set one holder's statements against another's (or against its own).

    An undercut is set against those whose step it attacks. Mutual contrasts count both ways.
    """

    holder: str | None
    against: str | None
    contrasts: int


class QuoteStats(Struct, frozen=True, kw_only=True):
    """How many quotes there are, and how they were found in the source."""

    total: int
    exact: int
    folded: int
    fuzzy: int
    missing: int
    unchecked: int


class Stats(Struct, frozen=True, kw_only=True):
    """A map in figures; `msgspec.json.encode` writes it as JSON.

    - `relations` is `supports` plus `contrasts`; `mutual`, `undercuts` and `linked` count the
      relations among them that are mutual, bear on a relation, have several premises.
    - `roots` bear on nothing and `leaves` rest on nothing, mutual contrasts taken as written.
    - `depth` is the number of relations on the longest way into the main claim, or, where
      there is none, on the longest way at all. Mutual contrasts are taken as written, and
      statements in a circle count as one point.
    - `parts` are the connected parts, largest first.
    - `coverage` is the share of the source's characters that quotes were found at, None where
      the source cannot be read.
    """

    title: str
    main: str | None
    claims: int
    evidence: int
    implicit: int
    relations: int
    supports: int
    contrasts: int
    mutual: int
    undercuts: int
    linked: int
    depth: int
    roots: tuple[str, ...]
    leaves: tuple[str, ...]
    parts: tuple[Part, ...]
    holders: tuple[HolderStats, ...]
    disputes: tuple[Dispute, ...]
    quotes: QuoteStats
    coverage: float | None


def stats(m: Map) -> Stats:
    """Count what a map is made of; linear in its size, but for sorting.

    >>> from argmap.claims.model import Map, Statement
    >>> stats(Map(title="Rain", statements=(Statement(id="a", kind="claim", text="Rain."),))).claims
    1
    """
    g = to_networkx(m)
    quotes = [quote for statement in m.statements for quote in statement.quotes]
    reasons = {premise for relation in m.relations for premise in relation.premises}
    targets = {relation.target_id for relation in m.relations}
    return Stats(
        title=m.title,
        main=m.main.id if m.main else None,
        claims=sum(s.kind == "claim" for s in m.statements),
        evidence=sum(s.kind == "evidence" for s in m.statements),
        implicit=sum(s.implicit for s in m.statements),
        relations=len(m.relations),
        supports=_of_kind(m, "support"),
        contrasts=_of_kind(m, "contrast"),
        mutual=sum(r.mutual for r in m.relations),
        undercuts=sum(r.undercuts for r in m.relations),
        linked=sum(bool(r.linked) for r in m.relations),
        depth=_depth(g),
        roots=tuple(s.id for s in m.statements if s.id not in reasons),
        leaves=tuple(s.id for s in m.statements if s.id not in targets),
        parts=_parts(m, g),
        holders=_holders(m, g),
        disputes=_disputes(m),
        quotes=_quotes(quotes),
        coverage=_coverage(m, quotes),
    )


def _of_kind(m: Map, kind: RelationKind) -> int:
    return sum(relation.kind == kind for relation in m.relations)


def _depth(g: Graph) -> int:
    written: nx.DiGraph[str] = nx.DiGraph()
    written.add_nodes_from(g)
    written.add_edges_from((a, b) for a, b, edge in g.edges(data=True) if not edge["reverse"])
    circles = nx.condensation(written)
    longest = dict.fromkeys(circles, 0)
    for point in nx.topological_sort(circles):
        for follower in circles.successors(point):
            longest[follower] = max(longest[follower], longest[point] + 1)
    main = g.graph["main"]
    if main is not None:
        return longest[circles.graph["mapping"][main]]
    return max(longest.values(), default=0)


def _parts(m: Map, g: Graph) -> tuple[Part, ...]:
    main = g.graph["main"]
    found = [Part(len(part), main if main in part else part[0]) for part in parts(m, g)]
    return tuple(sorted(found, key=lambda part: -part.statements))


def _holders(m: Map, g: Graph) -> tuple[HolderStats, ...]:
    main = g.graph["main"]
    bearing: dict[str, Polarity] = polarities(g, main) if main is not None else {}
    kinds = Counter((holder_of(s), s.kind) for s in m.statements)
    sides = Counter((holder_of(s), bearing.get(s.id)) for s in m.statements)
    return tuple(
        HolderStats(
            holder=holder,
            name=m.holder_name(holder) if holder is not None else "",
            claims=kinds[holder, "claim"],
            evidence=kinds[holder, "evidence"],
            supporting=sides[holder, "supports"],
            undermining=sides[holder, "undermines"],
            mixed=sides[holder, "mixed"],
        )
        for holder in dict.fromkeys(holder_of(s) for s in m.statements)
    )


def _disputes(m: Map) -> tuple[Dispute, ...]:
    counted: Counter[tuple[str | None, str | None]] = Counter()
    for relation in m.relations:
        if relation.kind == "contrast":
            ours = _holders_of(m, relation.premises)
            theirs = _holders_of(m, _attacked(m, relation.target_id))
            counted.update((a, b) for a in ours for b in theirs)
            if relation.mutual:
                counted.update((b, a) for a in ours for b in theirs)
    return tuple(Dispute(a, b, count) for (a, b), count in counted.most_common())


def _attacked(m: Map, target: str) -> tuple[str, ...]:
    step = m.relations_by_id.get(target)
    return step.premises if step else (target,)


def _holders_of(m: Map, statements: Iterable[str]) -> dict[str | None, None]:
    return dict.fromkeys(holder_of(m.by_id[i]) for i in statements)


def _quotes(quotes: Iterable[Quote]) -> QuoteStats:
    matches = Counter(quote.match for quote in quotes)
    return QuoteStats(
        total=matches.total(),
        exact=matches["exact"],
        folded=matches["folded"],
        fuzzy=matches["fuzzy"],
        missing=matches["missing"],
        unchecked=matches["unchecked"],
    )


def _coverage(m: Map, quotes: Iterable[Quote]) -> float | None:
    if not m.text:
        return None
    anchors = sorted((q.start, q.end) for q in quotes if q.start is not None and q.end is not None)
    covered = reached = 0
    for start, end in anchors:
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered / len(m.text)
