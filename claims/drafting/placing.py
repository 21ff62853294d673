"""What a place in the text alone tells: the claim that a sentence stands near, a topic sentence.

A text of a single paragraph mostly argues for a claim, and what it says near that claim, or near
another on its way, bears on it. In longer texts the like holds of a paragraph's first sentence in a
third of the cases, and is only suggested.
"""

from collections.abc import Iterator, Sequence

from argmap.claims.drafting.connectives import Connective
from argmap.claims.drafting.kinds import evidence
from argmap.claims.drafting.relations import Proposal, asks, takes_up
from argmap.claims.drafting.thesis import is_claim, is_introduction
from argmap.claims.drafting.units import Unit

TO_CLAIM = 0.4
TO_TOPIC = 0.35
LONGEST_ARGUMENT = 30
_REACH = 3
_VIEWS = ("concession", "counter", "balance")


def is_short_argument(units: Sequence[Unit]) -> bool:
    """Tell whether a text is one paragraph of thirty units at the most."""
    return len(units) <= LONGEST_ARGUMENT and len({unit.paragraph for unit in units}) == 1


def by_claim(units: Sequence[Unit], main: int, told: Sequence[Proposal]) -> list[Proposal]:
    """Tie the units of a single paragraph that bear on nothing yet to what stands near them.

    Args:
        units: the units of the text.
        main: the place of its main claim.
        told: the relations that a connective tells.

    Returns:
        The relations. A unit that is tied to nothing is a claim of its own, or too far from one.
    """
    return list(_Places(units, main, told).proposals())


class _Places:
    def __init__(self, units: Sequence[Unit], main: int, told: Sequence[Proposal]) -> None:
        self.units = units
        self.main = main
        self.bearing = {proposal.source for proposal in told}
        self.backward = {(p.target, p.source) for p in told}
        self.answered = _answered(units)
        self.nearest: int | None = None
        self.conceded: int | None = None

    def proposals(self) -> Iterator[Proposal]:
        for place, unit in enumerate(self.units):
            self._follow(place, unit)
            if place != self.main and place not in self.bearing:
                proposal = self._placed(place, unit)
                if proposal and (proposal.target, place) not in self.backward:
                    yield proposal
            if place == self.main or is_claim(unit.words) or self._is_reply(place, unit):
                self.nearest = place

    def _follow(self, place: int, unit: Unit) -> None:
        """Keep in mind which view of others, or concession to them, has not been replied to."""
        role = unit.cue.role if unit.cue else None
        if unit.whole and role in _VIEWS and self.answered[place]:
            self.conceded = place
        elif role == "counter" or place == self.main:
            self.conceded = None

    def _is_reply(self, place: int, unit: Unit) -> bool:
        """Tell whether a text that comes to its main claim later goes on from this reply.

        "Some like it. But it is loud. Nobody can sleep. It should go": that nobody can sleep is
        why it is loud.
        """
        replies = unit.whole and unit.cue is not None and unit.cue.role == "counter"
        return replies and place < self.main and not self.answered[place]

    def _placed(self, place: int, unit: Unit) -> Proposal | None:
        if self.conceded is not None and self.answered[place]:
            return _tied(place, self.conceded, "between an objection and the reply to it")
        if self._is_granted(place, unit):
            reason = "granted, for the next sentence objects to it"
            return Proposal(place, self.main, "contrast", "place", reason, TO_CLAIM)
        if self._stands_alone(place, unit):
            return None
        if place and takes_up(unit) and not is_claim(unit.words):
            return _tied(place, place - 1, "takes up what stands before")
        if evidence(unit.words) and place and _states(self.units[place - 1]):
            return _tied(place, place - 1, "evidence after a claim")
        return self._by_nearness(place, unit)

    def _is_granted(self, place: int, unit: Unit) -> bool:
        """Tell whether the next sentence objects to this one, and the author leaves it at that.

        "It costs money. But it pays": where the objection is not answered, it is the author's. What
        stands right after the main claim is taken for a reason all the same.
        """
        following = self._objection(place)
        return (
            following is not None
            and following.whole
            and not self.answered[place + 1]
            and place != self.main + 1
            and not (is_claim(unit.words) or asks(unit) or takes_up(unit))
        )

    def _stands_alone(self, place: int, unit: Unit) -> bool:
        """Tell of a question, of who the author is, and of X in "X, but Y": it is no reason."""
        following = self._objection(place)
        halved = following is not None and not following.whole
        return halved or asks(unit) or is_introduction(unit.words)

    def _objection(self, place: int) -> Unit | None:
        following = self.units[place + 1] if place + 1 < len(self.units) else None
        return (
            following if following and following.cue and following.cue.role == "counter" else None
        )

    def _by_nearness(self, place: int, unit: Unit) -> Proposal | None:
        ahead = self.main - place
        if is_claim(unit.words):
            beside = abs(ahead) == 1
            return _tied(place, self.main, "beside the main claim") if beside else None
        if self.nearest is not None and place - self.nearest <= _REACH:
            return _tied(place, self.nearest, "shortly after a claim")
        return _tied(place, self.main, "shortly before a claim") if 0 < ahead <= _REACH else None


def _states(unit: Unit) -> bool:
    return not (asks(unit) or evidence(unit.words))


def _tied(place: int, target: int, reason: str) -> Proposal:
    return Proposal(place, target, "support", "place", reason, TO_CLAIM)


def _answered(units: Sequence[Unit]) -> list[bool]:
    """Tell of each unit whether the next connective after it opens an objection."""
    answered = [False] * len(units)
    for place in range(len(units) - 1, 0, -1):
        cue = units[place].cue
        answered[place - 1] = cue.role == "counter" if cue else answered[place]
    return answered


def by_topic(
    units: Sequence[Unit], told: Sequence[Proposal], main: int | None = None
) -> list[Proposal]:
    """Tie to the first sentence of its paragraph each unit that bears on nothing yet.

    After a reply it is tied to the reply: "Some like it. But it is loud. Nobody can sleep." A
    concession is set against the main claim, which itself is tied to nothing.
    """
    bearing = {proposal.source for proposal in told}
    pairs = {(proposal.source, proposal.target) for proposal in told}
    found: list[Proposal] = []
    topic = 0
    reason = ""
    for place, unit in enumerate(units):
        if unit.paragraph != units[topic].paragraph or not place:
            topic, reason = place, "follows the first sentence of its paragraph"
        elif place in bearing and unit.cue and unit.cue.role == "counter":
            topic, reason = place, "follows a reply in its paragraph"
        if place in bearing or place == main:
            continue
        cue = _concession(units, place)
        if cue and main is not None:
            granted = f"'{cue.words}' opens a concession"
            found.append(Proposal(place, main, "contrast", "place", granted, cue.certainty))
        elif place != topic and (topic, place) not in pairs:
            found.append(Proposal(place, topic, "support", "place", reason, TO_TOPIC))
    return found


def _concession(units: Sequence[Unit], place: int) -> Connective | None:
    """Give the word by which a sentence concedes; "Is it? Of course it is" concedes nothing."""
    cue = units[place].cue
    if cue is None or cue.role != "concession" or not units[place].whole:
        return None
    return None if place and asks(units[place - 1]) else cue
