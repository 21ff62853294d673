"""Score drafts against maps that experts made of the same texts.

A unit of the draft and one of the gold map are the same exactly if their spans are equal but for
white space and punctuation at the ends; they match at half if what they share is at least half of
the longer of the two. Each gold unit is matched once, the largest overlap first; that is the usage
of argument mining since Persing and Ng, End-to-end argumentation mining in student essays, 2016.

Relations are compared as pairs of matched units, as in Peldszus and Stede, Joint prediction in
MST-style discourse parsing for argumentation mining, 2015: each linked premise by itself, and an
undercut as an attack on the source of the relation that it attacks. "Labelled" also asks for the
same sign. All relations of the draft are scored, whatever their signal; those that a connective
tells are counted apart. Suggestions are no relations.

Two floors stand beside: every unit of the draft supports the first one, or the one before it.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.claims.drafting.draft import Draft, draft
from argmap.claims.drafting.holders import AUTHOR
from argmap.claims.drafting.sentences import Span
from argmap.claims.drafting.structure import document_of
from argmap.claims.errors import ArgmapError
from argmap.claims.model import Map, Statement
from argmap.claims.storage import load

Edge = tuple[int, int, bool]
"""Source, target, and whether it is an attack."""
_WORD = re.compile(r"\w+")
_HALF = 0.5


class Score(NamedTuple):
    """How many there are in the draft and in the gold maps, and how many are right.

    >>> Score(right=3, proposed=4, gold=6).f1
    0.6
    """

    right: int = 0
    proposed: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right; 0 if nothing was."""
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """The share of what is right that was proposed; 0 if nothing was to be found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall: 2 right / (proposed + gold)."""
        both = self.proposed + self.gold
        return 2 * self.right / both if both else 0.0


class Evaluation(NamedTuple):
    """The scores of drafts, summed over texts (micro-averages).

    Attributes:
        texts: How many texts there were.
        units_exact: Units with equal spans.
        units: Units that match at half.
        relations: Pairs of units that are related.
        labelled: Pairs with the same sign.
        cued: Labelled relations, of the draft only those that a connective tells.
        central: Main claims.
        holders: Holders other than the author whom the text names, of units that match.
        to_first: Labelled, if every unit supported the first.
        to_previous: Labelled, if every unit supported the one before.
    """

    texts: int = 0
    units_exact: Score = Score()
    units: Score = Score()
    relations: Score = Score()
    labelled: Score = Score()
    cued: Score = Score()
    central: Score = Score()
    holders: Score = Score()
    to_first: Score = Score()
    to_previous: Score = Score()


def evaluate(folder: Path) -> tuple[Evaluation, dict[str, Evaluation]]:
    """Draft anew the text of every map in a folder, and score the drafts against the maps.

    Returns:
        The scores over all texts, and those of each by the name of its file. Files that are no
        maps, and maps without text or quotes, are passed over.
    """
    scores: dict[str, Evaluation] = {}
    for path in sorted(folder.iterdir()):
        gold = _gold(path)
        if gold is not None:
            proposed = draft(document_of(gold.text or ""))
            scores[path.name] = compare(proposed, gold)
    return total(scores.values()), scores


def _gold(path: Path) -> Map | None:
    if not path.is_file() or path.suffix == ".txt":
        return None
    try:
        m = load(path)
    except ArgmapError:
        return None
    return m if m.text and any(s.quotes for s in m.statements) else None


def total(scores: Iterable[Evaluation]) -> Evaluation:
    """Sum scores."""
    found = Evaluation()
    for score in scores:
        sums = [_added(a, b) for a, b in zip(found[1:], score[1:], strict=True)]
        found = Evaluation(found.texts + score.texts, *sums)
    return found


def _added(one: Score, other: Score) -> Score:
    return Score(*(a + b for a, b in zip(one, other, strict=True)))


def compare(proposed: Draft, gold: Map) -> Evaluation:
    """Score one draft against a map of the same text whose quotes are located."""
    text = gold.text or ""
    ours, theirs = _spans(proposed.map), _spans(gold)
    match = matched(list(ours.values()), list(theirs.values()))
    gold_edges = _edges(gold, list(theirs))
    names = list(ours)
    told = {r.id for r in proposed.map.relations if "'" in (r.signal or "")}
    edges = _edges(proposed.map, names)
    cues = _edges(proposed.map, names, only=told)
    unlabelled = {(a, b) for a, b, _ in gold_edges}
    carried = _carried(edges, match)
    pairs = {(a, b) for a, b, _ in carried}
    count = len(names)
    exact = {_core(text, span) for span in theirs.values()}
    return Evaluation(
        texts=1,
        units_exact=Score(
            sum(_core(text, span) in exact for span in ours.values()), count, len(theirs)
        ),
        units=Score(len(match), count, len(theirs)),
        relations=Score(len(pairs & unlabelled), len({e[:2] for e in edges}), len(unlabelled)),
        labelled=_score(edges, gold_edges, match),
        cued=_score(cues, gold_edges, match),
        central=_central(proposed.map, gold, names, list(theirs), match),
        holders=_holders(proposed.map, gold, names, list(theirs), match),
        to_first=_score({(n, 0, False) for n in range(1, count)}, gold_edges, match),
        to_previous=_score({(n, n - 1, False) for n in range(1, count)}, gold_edges, match),
    )


def matched(ours: Sequence[Span], theirs: Sequence[Span]) -> dict[int, int]:
    """Match spans that share at least half of the longer one, the largest share first."""
    shares = []
    for number, (start, end) in enumerate(ours):
        for other, (first, last) in enumerate(theirs):
            common = min(end, last) - max(start, first)
            longer = max(end - start, last - first)
            if common > 0 and common >= _HALF * longer:
                shares.append((-common / longer, number, other))
    match: dict[int, int] = {}
    used: set[int] = set()
    for _, number, other in sorted(shares):
        if number not in match and other not in used:
            match[number] = other
            used.add(other)
    return match


def _spans(m: Map) -> dict[str, Span]:
    """Give the span of each statement in the order of the text: that of its first quote."""
    located = {
        s.id: (q.start, q.end)
        for s in m.statements
        for q in s.quotes[:1]
        if q.start is not None and q.end is not None
    }
    return dict(sorted(located.items(), key=lambda item: item[1]))


def _core(text: str, span: Span) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _edges(m: Map, names: Sequence[str], only: set[str] | None = None) -> set[Edge]:
    place = {name: number for number, name in enumerate(names)}
    found: set[Edge] = set()
    for relation in m.relations:
        if only is not None and relation.id not in only:
            continue
        target = relation.target_id
        if relation.undercuts:
            target = m.relations_by_id[target].source
        for premise in relation.premises:
            if premise in place and target in place:
                found.add((place[premise], place[target], relation.kind == "contrast"))
                if relation.mutual:
                    found.add((place[target], place[premise], True))
    return found


def _carried(edges: Iterable[Edge], match: dict[int, int]) -> set[Edge]:
    """Tell edges between our units as edges between the gold units that match them."""
    return {(match[a], match[b], sign) for a, b, sign in edges if a in match and b in match}


def _score(edges: set[Edge], gold: set[Edge], match: dict[int, int]) -> Score:
    return Score(len(_carried(edges, match) & gold), len(edges), len(gold))


def _central(
    ours: Map, gold: Map, names: Sequence[str], others: Sequence[str], match: dict[int, int]
) -> Score:
    mine, theirs = ours.main, gold.main
    if theirs is None or theirs.id not in others:
        return Score()
    place = names.index(mine.id) if mine else -1
    right = place in match and others[match[place]] == theirs.id
    return Score(int(right), int(mine is not None), 1)


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
