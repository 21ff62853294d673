"""Relations: what bears on what, told by the connective that a unit opens with.

A connective tells how a clause bears on another; which other it is, is told by the grammar only
within a sentence ("A because B"), and by a word that points back ("that is why"). "However" and
"for example" name no other clause: like a pronoun they are understood from what stands before
(Webber, Stone, Joshi and Knott, Anaphora and discourse structure, 2003). So a proposal says on what
ground its two ends were brought together: a cue, or a place.
"""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from argmap.claims.drafting.connectives import Connective
from argmap.claims.drafting.thesis import is_claim
from argmap.claims.drafting.units import Unit
from argmap.claims.model import RelationKind

Ground: TypeAlias = Literal["cue", "place"]
_DENIAL = re.compile(r"\b(?:not|never|no|nor|neither|hardly|without|\w+n['’]t)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:for )?(?:this|that|these)(?! said| being)\b")
_I_DID = re.compile(
    r"\b(?:I|[Mm]y|[Mm]e)\b(?! (?:think|believe|agree|doubt|feel|hope|would|view|opinion)\b)"
)
_ASKS = re.compile(r"so,? (?:why|how|what|who)\b", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"(?:this|that|these|those(?! of| who)|such|they"
    r"|it(?!['’]s| (?:is|was|may|might|would|takes|took)\b))(?![\w-])",
    re.IGNORECASE,
)


class Proposal(NamedTuple):
    """A relation between two units, by their places.

    Attributes:
        source: The place of the reason.
        target: The place of what it bears on.
        kind: Support or contrast.
        ground: What tells that these two belong together: the grammar of a connective, or only
            where they stand.
        reason: What tells it in particular, for people to read.
        certainty: How often the like is right; None if nothing is known.
        mutual: Whether two views are set against each other.
    """

    source: int
    target: int
    kind: RelationKind
    ground: Ground
    reason: str
    certainty: float | None
    mutual: bool = False

    @property
    def signal(self) -> str:
        """The ground and the reason, as a map tells them."""
        return f"{self.ground}: {self.reason}"


def takes_up(unit: Unit) -> bool:
    """Tell whether a sentence opens with a word for what stands before: "This saves money.".

    "It is" and the like is none: that may point to nothing, as in "It is late".
    """
    return unit.whole and unit.cue is None and _TAKES_UP.match(unit.words) is not None


def asks(unit: Unit) -> bool:
    """Tell whether a unit is a question, or the first part of one: "So, why should it stay"."""
    return unit.words.endswith("?") or _ASKS.match(unit.words) is not None


def cued(
    units: Sequence[Unit], main: int | None, differ: Callable[[int, int], bool]
) -> tuple[list[Proposal], list[Proposal]]:
    """Propose the relations that a connective tells; linear.

    Returns:
        The relations, and those that a connective only suggests: at the head of a paragraph it may
        speak of more than the unit before, and in a story it may argue for nothing.

    Args:
        units: the units of the text.
        main: the place of the main claim, if the text argues for one, so that a concession in it
            is made against that claim.
        differ: whether two units have different holders.
    """
    finder = _Finder(units, main, differ)
    for place in range(len(units)):
        finder.look_at(place)
    return finder.found, finder.suggested


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
        self.suggested: list[Proposal] = []
        self.conceded: int | None = None

    def look_at(self, place: int) -> None:
        unit = self.units[place]
        cue = unit.cue
        if cue is None:
            return
        before = self._neighbour(place, -1)
        after = self._neighbour(place, 1)
        if unit.whole and "front" in cue.where:
            if after is not None and self._same(place, after):
                self._front(place, after, cue)
            elif before is not None and "start" in cue.where and "," not in unit.words:
                self._after(place, before, cue)
        elif cue.role == "concession" and unit.whole:
            self._concede(place, before, cue)
        elif before is not None:
            self._after(place, before, cue)
        elif place:
            self._over_the_break(place, cue)

    def _front(self, place: int, after: int, cue: Connective) -> None:
        if cue.role == "reason":
            self._add(place, after, "support", cue)
        else:
            self._add(place, after, "contrast", cue, mutual=self.differ(place, after))

    def _concede(self, place: int, before: int | None, cue: Connective) -> None:
        """Let a concession speak against the main claim; "Is it? Of course it is" concedes none."""
        if before is not None and asks(self.units[before]):
            return
        self.conceded = place
        if self.main is not None:
            self._add(place, self.main, "contrast", cue)

    def _after(self, place: int, before: int, cue: Connective) -> None:
        before = before if self._same(place, before) else self._head(before)
        if cue.role == "counter":
            self._object(place, before, cue)
        elif cue.role == "concession":
            self._add(place, before, "contrast", cue)
        elif cue.role == "reason":
            self._add(place, before, "support", cue)
        elif cue.role == "balance":
            self._add(place, before if self.main is None else self.main, "contrast", cue)
        elif cue.role == "conclusion":
            self._conclude(place, before, cue)
        elif cue.role == "denial":
            denied = _DENIAL.search(self.units[before].words)
            self._add(place, before, "support" if denied else "contrast", cue)
        else:
            self._beside(place, before, cue)

    def _object(self, place: int, before: int, cue: Connective) -> None:
        """Let an objection speak against what stands before, or only suggest it.

        "I rang but nobody came" is a story, and nothing is said against a question.
        """
        target = self._answered(place, before)
        if asks(self.units[target]) or (
            self._same(place, target) and self._is_story(place, target)
        ):
            reason = f"{_told(cue)}, in a story or after a question"
            self.suggested.append(Proposal(place, target, "contrast", "place", reason, None))
        else:
            self._add(place, target, "contrast", cue)

    def _conclude(self, place: int, before: int, cue: Connective) -> None:
        """Draw a conclusion from what stands before.

        The main claim is not drawn from a reply: "It is dear. But it pays. Hence it should stay"
        sums up more.
        """
        ground = self._ground(place, before)
        earlier = self.last_from.get(ground)
        sums_up = place == self.main and earlier is not None and earlier.kind == "contrast"
        if not (sums_up or asks(self.units[place])):
            self._add(ground, place, "support", cue)

    def _head(self, place: int) -> int:
        """Give the clause that a sentence is about, from its last clause.

        "It failed, because it rained. However, few complained": the reply is not to the rain.
        """
        cue, given = self.units[place].cue, self.last_from.get(place)
        is_subordinate = cue is not None and cue.role in ("reason", "concession")
        if given and is_subordinate and self._same(place, given.target):
            return given.target
        return place

    def _answered(self, place: int, before: int) -> int:
        """Give the concession that a reply answers, perhaps made some units before; else `before`.

        "True, it costs money. Three mechanics are paid. But it pays": the reply is to the first.
        """
        conceded, self.conceded = self.conceded, None
        if conceded is None or self.units[conceded].paragraph != self.units[place].paragraph:
            return before
        return conceded

    def _ground(self, place: int, before: int) -> int:
        """Give what a conclusion is drawn from: not the example, but what it is an example of.

        "It harms them. It makes them tired. For example, mine yawns. Thus it should stop": what
        takes up or exemplifies the sentence before leads back to it.
        """
        if self._same(place, before):
            return before
        ground = before
        while True:
            unit, earlier = self.units[ground], self.last_from.get(ground)
            if unit.cue and unit.cue.role == "example" and earlier and earlier.target < ground:
                ground = earlier.target
            elif takes_up(unit) and self._neighbour(ground, -1) not in (None, self.main):
                ground -= 1
            else:
                return ground

    def _over_the_break(self, place: int, cue: Connective) -> None:
        """Note what opens a paragraph: it bears on the end of the last one, or on all of it."""
        kind = _ACROSS.get(cue.role)
        if kind:
            reason = f"{_told(cue)}, in a new paragraph"
            self.suggested.append(Proposal(place, place - 1, kind, "place", reason, None))

    def _beside(self, place: int, before: int, cue: Connective) -> None:
        """Let an addition, or a second example, bear on what the unit before bears on.

        "True, it is slow. But it is cheap. Moreover, it is quiet": a new sentence adds to the
        reasons for the claim, and not to the reply.
        """
        earlier = self.last_from.get(before)
        earlier_cue = self.units[before].cue
        follows = earlier_cue is not None and earlier_cue.role == "example"
        goes_on = earlier and (
            not self.units[place].whole or self.main is None or earlier.kind == "support"
        )
        if cue.role == "example" and not (earlier and follows):
            self._add(place, before, "support", cue)
        elif earlier and goes_on and earlier.target != place and "early" not in cue.where:
            self._add(place, earlier.target, earlier.kind, cue)
        elif "early" in cue.where and is_claim(self.units[place].words):
            return  # "We should also": that adds a claim, and no reason.
        elif self.main is not None and (self.units[place].whole or before == self.main):
            self._add(place, self.main, "support", cue)

    def _neighbour(self, place: int, step: int) -> int | None:
        """Give the next unit of the same paragraph."""
        other = place + step
        if 0 <= other < len(self.units):
            same = self.units[other].paragraph == self.units[place].paragraph
            return other if same else None
        return None

    def _is_story(self, *places: int) -> bool:
        return any(_I_DID.search(self.units[place].words) for place in places)

    def _same(self, place: int, other: int) -> bool:
        return self.units[place].sentence == self.units[other].sentence

    def _add(
        self, source: int, target: int, kind: RelationKind, cue: Connective, *, mutual: bool = False
    ) -> None:
        if source == self.main and cue.role == "counter":
            # "X. But Y", with Y the main claim: X is what may be said against it.
            source, target = target, source
        pair = (source, target)
        if source == target or pair in self.pairs or pair[::-1] in self.pairs:
            return
        self.pairs.add(pair)
        ground: Ground = "cue" if self._is_fixed(source, target, cue) else "place"
        proposal = Proposal(source, target, kind, ground, _told(cue), cue.certainty, mutual)
        self.found.append(proposal)
        self.last_from[source] = proposal

    def _is_fixed(self, source: int, target: int, cue: Connective) -> bool:
        """Tell whether the cue itself says what the other clause is.

        A "but" within a sentence does so too, but stories use it as often as arguments: "I knocked
        but nobody came".
        """
        if cue.role not in _FIXING:
            return False
        return self._same(source, target) or bool(_POINTS_BACK.match(cue.words))


def _told(cue: Connective) -> str:
    return _TOLD[cue.role].format(cue.words.strip(","))


_FIXING = ("reason", "conclusion", "concession")
_ACROSS: dict[str, RelationKind] = {"counter": "contrast", "reason": "support"}
_TOLD = {
    "counter": "'{}' opens an objection to what stands before",
    "reason": "'{}' opens a reason",
    "conclusion": "'{}' draws a conclusion from what stands before",
    "concession": "'{}' opens a concession",
    "example": "'{}' opens an example",
    "addition": "'{}' adds to the reason before",
    "balance": "'{}' opens what speaks on the other side",
    "denial": "'{}' after a denial",
}
