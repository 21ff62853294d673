"""Score drafts against maps that experts made of the same texts.

A unit of the draft and one of the gold map are the same exactly if their spans are equal but for
white space and punctuation at the ends; they match at half if what they share is at least half of
the longer of the two. Each gold unit is matched once, the largest overlap first; that is the usage
of argument mining since Persing and Ng, End-to-end argumentation mining in student essays, 2016.

Relations are compared as pairs of matched units, as in Peldszus and Stede, Joint prediction in
MST-style discourse parsing for argumentation mining, 2015: each linked premise by itself, and an
undercut as an attack on the source of the relation that it attacks. "Labelled" also asks for the
same sign. All relations of the draft are scored, whatever their signal; those for which a
connective speaks are counted apart, and again those of which it tells both ends. Suggestions are no
relations.

That is strict: who takes a reason for one of the main claim, where experts took it for a step on
the way to it, is wrong. "Bearing" asks what a map answers: does the one bear on the other, and
which way? It counts the relations for which a connective speaks, that can be judged: both ends are
units of the gold map, and the maps of the folder mark relations of that sign at all. The maps of
comments by Niculae, Park and Cardie, Argument mining with structured SVMs and RNNs, 2017, know no
attack.

Two floors stand beside: every unit of the draft supports the first one, or the one before it.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap.claims.drafting.draft import Draft, draft
from argmap.claims.drafting.holders import AUTHOR
from argmap.claims.drafting.matching import Edge, bears, carried, core, edges, matched, spans
from argmap.claims.drafting.scores import Evaluation, Score, total
from argmap.claims.drafting.sentences import Span
from argmap.claims.drafting.structure import document_of
from argmap.claims.errors import ArgmapError
from argmap.claims.model import Map, RelationKind, Statement
from argmap.claims.storage import load

_WORD = re.compile(r"\w+")
_BOTH: frozenset[RelationKind] = frozenset(["support", "contrast"])


def evaluate(folder: Path) -> tuple[Evaluation, dict[str, Evaluation]]:
    """Draft anew the text of every map in a folder, and score the drafts against the maps.

    Returns:
        The scores over all texts, and those of each by the name of its file. Files that are no
        maps, and maps without text or quotes, are passed over.
    """
    maps = dict(_maps(folder))
    marked = frozenset(relation.kind for gold in maps.values() for relation in gold.relations)
    scores = {
        name: compare(draft(document_of(gold.text or "")), gold, marked)
        for name, gold in maps.items()
    }
    return total(scores.values()), scores


def _maps(folder: Path) -> Iterator[tuple[str, Map]]:
    for path in sorted(folder.iterdir()):
        gold = _gold(path)
        if gold is not None:
            yield path.name, gold


def _gold(path: Path) -> Map | None:
    if not path.is_file() or path.suffix == ".txt":
        return None
    try:
        m = load(path)
    except ArgmapError:
        return None
    return m if m.text and any(s.quotes for s in m.statements) else None


def compare(proposed: Draft, gold: Map, marked: frozenset[RelationKind] = _BOTH) -> Evaluation:
    """Score one draft against a map of the same text whose quotes are located.

    Args:
        proposed: the draft.
        gold: the map.
        marked: the kinds of relations that such maps have at all.
    """
    text = gold.text or ""
    ours, theirs = spans(proposed.map), spans(gold)
    match = matched(list(ours.values()), list(theirs.values()))
    names, others = list(ours), list(theirs)
    gold_edges = edges(gold, others)
    all_edges = edges(proposed.map, names)
    spoken = {r.id: r.signal or "" for r in proposed.map.relations if "'" in (r.signal or "")}
    connective = edges(proposed.map, names, only=spoken)
    cued = {name for name, signal in spoken.items() if signal.startswith("cue")}
    unlabelled = {(a, b) for a, b, _ in gold_edges}
    pairs = {(a, b) for a, b, _ in carried(all_edges, match)}
    count = len(names)
    exact = {core(text, span) for span in theirs.values()}
    return Evaluation(
        texts=1,
        units_exact=Score(
            sum(core(text, span) in exact for span in ours.values()), count, len(theirs)
        ),
        units=Score(len(match), count, len(theirs)),
        relations=Score(len(pairs & unlabelled), len({e[:2] for e in all_edges}), len(unlabelled)),
        labelled=_score(all_edges, gold_edges, match),
        cued=_score(edges(proposed.map, names, only=cued), gold_edges, match),
        connective=_score(connective, gold_edges, match),
        bearing=_bearing(carried(connective, match), gold_edges, marked),
        central=_central(proposed.map, gold),
        holders=_holders(proposed.map, gold, names, others, match),
        to_first=_score({(n, 0, False) for n in range(1, count)}, gold_edges, match),
        to_previous=_score({(n, n - 1, False) for n in range(1, count)}, gold_edges, match),
    )


def _score(edges: set[Edge], gold: set[Edge], match: dict[int, int]) -> Score:
    return Score(len(carried(edges, match) & gold), len(edges), len(gold))


def _bearing(ours: set[Edge], gold: set[Edge], marked: frozenset[RelationKind]) -> Score:
    judged = {edge for edge in ours if ("contrast" if edge[2] else "support") in marked}
    return Score(sum(bears(edge, gold) for edge in judged), len(judged), len(gold))


def _central(ours: Map, gold: Map) -> Score:
    """Score the main claim; any quote of the gold map's will do, for texts say it again."""
    mine, theirs = _located(ours)[:1], _located(gold)
    if not theirs:
        return Score()
    return Score(len(matched(mine, theirs)), len(mine), 1)


def _located(m: Map) -> list[Span]:
    """Give the spans of the main claim's quotes."""
    quotes = m.main.quotes if m.main else ()
    return [(q.start, q.end) for q in quotes if q.start is not None and q.end is not None]


def _holders(
    ours: Map, gold: Map, names: Sequence[str], others: Sequence[str], match: dict[int, int]
) -> Score:
    """Score who holds what, by the words of the names; sides that are not named do not count."""
    spoken = set(_WORD.findall((gold.text or "").lower()))
    right = proposed = expected = 0
    for number, other in match.items():
        mine = _words(ours, ours.by_id[names[number]])
        theirs = _words(gold, gold.by_id[others[other]]) & spoken
        proposed += bool(mine)
        expected += bool(theirs)
        right += bool(mine & theirs)
    return Score(right, proposed, expected)


def _words(m: Map, statement: Statement) -> set[str]:
    known = m.holders_by_id
    names = [
        name
        for i in statement.holder[-1:]
        if i != AUTHOR.id and i in known
        for name in (known[i].name, *known[i].aliases)
    ]
    return {word for name in names for word in _WORD.findall(name.lower())} - {"the", "of", "many"}
