"""Relations: what bears on what, told by the connective that a unit opens with."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from argmap.claims.drafting.connectives import Connective
from argmap.claims.drafting.units import Unit
from argmap.claims.model import RelationKind

_DENIAL = re.compile(r"\b(?:not|never|no|nor|neither|hardly|without|\w+n['’]t)\b", re.IGNORECASE)


class Proposal(NamedTuple):
    """A relation between two units, by their places.

    Attributes:
        source: The place of the reason.
        target: The place of what it bears on.
        kind: Support or contrast.
        signal: What tells it, for people to read.
        certainty: How often such a signal is right, as its table tells; None if nothing is known.
        mutual: Whether two views are set against each other.
    """

    source: int
    target: int
    kind: RelationKind
    signal: str
    certainty: float | None
    mutual: bool = False


def cued(
    units: Sequence[Unit], main: int | None, differ: Callable[[int, int], bool]
) -> tuple[list[Proposal], list[Proposal]]:
    """Propose the relations that a connective tells; linear.

    Returns:
        The relations, and those that a connective at the head of a paragraph only suggests, since
        it may speak of more than the unit before.

    Args:
        units: the units of the text.
        main: the place of the main claim, if the text is one paragraph, so that a concession in
            it is made against that claim.
        differ: whether two units have different holders.
    """
    finder = _Finder(units, main, differ)
    for place in range(len(units)):
        finder.look_at(place)
    return finder.found, finder.across


class _Finder:
    def __init__(
        self, units: Sequence[Unit], main: int | None, differ: Callable[[int, int], bool]
    ) -> None:
        self.units = units
        self.main = main
        self.differ = differ
        self.found: list[Proposal] = []
        self.last_from: dict[int, Proposal] = {}
        self.pairs: set[tuple[int, int]] = set()
        self.across: list[Proposal] = []
        self.conceded: int | None = None

    def look_at(self, place: int) -> None:
        unit = self.units[place]
        cue = unit.cue
        if cue is None:
            return
        before = self._neighbour(place, -1)
        after = self._neighbour(place, 1)
        if unit.whole and "front" in cue.where and not cue.where & {"start", "inside"}:
            if after is not None and not self.units[after].whole:
                self._front(place, after, cue)
        elif cue.role == "concession" and unit.whole:
            self.conceded = place
            if self.main is not None:
                self._add(place, self.main, "contrast", cue)
        elif before is not None:
            self._after(place, before, cue)
        elif place:
            self._over_the_break(place, cue)

    def _front(self, place: int, after: int, cue: Connective) -> None:
        if cue.role == "reason":
            self._add(place, after, "support", cue)
        else:
            self._add(place, after, "contrast", cue, mutual=self.differ(place, after))

    def _after(self, place: int, before: int, cue: Connective) -> None:
        if cue.role in ("counter", "concession"):
            self._add(place, self._answered(place, before), "contrast", cue)
        elif cue.role == "reason":
            self._add(place, before, "support", cue)
        elif cue.role == "conclusion":
            self._add(self._ground(before), place, "support", cue)
        elif cue.role == "denial":
            denied = _DENIAL.search(self.units[before].words)
            self._add(place, before, "support" if denied else "contrast", cue)
        else:
            self._beside(place, before, cue)

    def _answered(self, place: int, before: int) -> int:
        """Give the concession that a reply answers, perhaps made some units before; else `before`.

        "True, it costs money. Three mechanics are paid. But it pays": the reply is to the first.
        """
        conceded, self.conceded = self.conceded, None
        if conceded is None or self.units[conceded].paragraph != self.units[place].paragraph:
            return before
        return conceded

    def _ground(self, before: int) -> int:
        """Give what a conclusion is drawn from: not the example, but what it is an example of."""
        earlier, cue = self.last_from.get(before), self.units[before].cue
        is_example = cue is not None and cue.role == "example"
        return earlier.target if earlier and is_example else before

    def _over_the_break(self, place: int, cue: Connective) -> None:
        """Note what opens a paragraph: it bears on the end of the last one, or on all of it."""
        kind = _ACROSS.get(cue.role)
        if kind:
            signal = f"{_SIGNALS[cue.role].format(cue.words.strip(','))}, in a new paragraph"
            self.across.append(Proposal(place, place - 1, kind, signal, None))

    def _beside(self, place: int, before: int, cue: Connective) -> None:
        """Let an addition, or a second example, bear on what the unit before bears on."""
        earlier = self.last_from.get(before)
        earlier_cue = self.units[before].cue
        follows = earlier_cue is not None and earlier_cue.role == "example"
        if cue.role == "example" and not (earlier and follows):
            self._add(place, before, "support", cue)
        elif earlier and earlier.target != place:
            self._add(place, earlier.target, earlier.kind, cue)
        elif self.main is not None and before != self.main:
            self._add(place, self.main, "support", cue)

    def _neighbour(self, place: int, step: int) -> int | None:
        """Give the next unit of the same paragraph."""
        other = place + step
        if 0 <= other < len(self.units):
            same = self.units[other].paragraph == self.units[place].paragraph
            return other if same else None
        return None

    def _add(
        self, source: int, target: int, kind: RelationKind, cue: Connective, *, mutual: bool = False
    ) -> None:
        pair = (source, target)
        if source == target or pair in self.pairs or pair[::-1] in self.pairs:
            return
        self.pairs.add(pair)
        signal = _SIGNALS[cue.role].format(cue.words.strip(","))
        proposal = Proposal(source, target, kind, signal, cue.certainty, mutual)
        self.found.append(proposal)
        self.last_from[source] = proposal


_ACROSS: dict[str, RelationKind] = {"counter": "contrast", "reason": "support"}
_SIGNALS = {
    "counter": "'{}' opens an objection to what stands before",
    "reason": "'{}' opens a reason",
    "conclusion": "'{}' draws a conclusion from what stands before",
    "concession": "'{}' opens a concession",
    "example": "'{}' opens an example",
    "addition": "'{}' adds to the reason before",
    "denial": "'{}' after a denial",
}
