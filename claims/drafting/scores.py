"""Scores: how many are right, of those that a draft proposes and those that gold maps have."""

from collections.abc import Iterable
from typing import NamedTuple


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
        cued: Labelled relations, of the draft only those of which a connective tells both ends.
        connective: Labelled relations, of the draft only those for which a connective speaks.
        bearing: Of the latter those that can be judged, right if the one bears on the other so.
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
    connective: Score = Score()
    bearing: Score = Score()
    central: Score = Score()
    holders: Score = Score()
    to_first: Score = Score()
    to_previous: Score = Score()


def total(scores: Iterable[Evaluation]) -> Evaluation:
    """Sum scores."""
    found = Evaluation()
    for score in scores:
        sums = [_added(a, b) for a, b in zip(found[1:], score[1:], strict=True)]
        found = Evaluation(found.texts + score.texts, *sums)
    return found


def _added(one: Score, other: Score) -> Score:
    return Score(*(a + b for a, b in zip(one, other, strict=True)))
