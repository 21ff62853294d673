"""What a place in the text alone tells: a short argument's claim, a paragraph's topic sentence.

A text of a single paragraph mostly argues for one claim, and a unit in it that no connective ties
bears on that claim, or on the unit before if it takes that up with "this" or "they": right for half
of such units in short texts written to argue, for a fifth in public comments, for 3 of 10 in both.
In longer texts the like holds of a paragraph's first sentence in half of the cases at best, and is
only suggested.
"""

import re
from collections.abc import Sequence

from argmap.claims.drafting.relations import Proposal
from argmap.claims.drafting.units import Unit

TO_CLAIM = 0.3
TO_CONCESSION = 0.3
TO_BEFORE = 0.3
TO_TOPIC = 0.5


LONGEST_ARGUMENT = 12
_TAKES_UP = re.compile(r"(?:this|that|these|those|such|they)(?![\w-])", re.IGNORECASE)


def is_short_argument(units: Sequence[Unit]) -> bool:
    """Tell whether a text is one paragraph of a dozen units at the most."""
    return len(units) <= LONGEST_ARGUMENT and len({unit.paragraph for unit in units}) == 1


def by_claim(units: Sequence[Unit], main: int, told: Sequence[Proposal]) -> list[Proposal]:
    """Tie to the claim of a single paragraph each unit that bears on nothing yet.

    What stands between a concession and the reply to it supports the concession.
    """
    bearing = {proposal.source for proposal in told}
    answered = _answered(units)
    backward = {p.target: (p.source,) for p in told}
    conceded: int | None = None
    found: list[Proposal] = []
    for place, unit in enumerate(units):
        role = unit.cue.role if unit.cue else None
        if role == "concession" and unit.whole:
            conceded = place
        elif role == "counter" or place == main:
            conceded = None
        if place == main or place in bearing:
            continue
        if conceded is not None and answered[place]:
            signal = "stands between a concession and the reply to it"
            found.append(Proposal(place, conceded, "support", signal, TO_CONCESSION))
        elif (
            place
            and place - 1 not in (main, *backward.get(place, ()))
            and _TAKES_UP.match(unit.words)
        ):
            signal = "takes up what stands before"
            found.append(Proposal(place, place - 1, "support", signal, TO_BEFORE))
        else:
            signal = "stands in the same paragraph as the claim"
            found.append(Proposal(place, main, "support", signal, TO_CLAIM))
    return found


def _answered(units: Sequence[Unit]) -> list[bool]:
    """Tell of each unit whether the next connective after it opens an objection."""
    answered = [False] * len(units)
    for place in range(len(units) - 1, 0, -1):
        cue = units[place].cue
        answered[place - 1] = cue.role == "counter" if cue else answered[place]
    return answered


def by_topic(units: Sequence[Unit], told: Sequence[Proposal]) -> list[Proposal]:
    """Tie to the first sentence of its paragraph each unit that bears on nothing yet."""
    bearing = {proposal.source for proposal in told}
    pairs = {(proposal.source, proposal.target) for proposal in told}
    found: list[Proposal] = []
    topic = 0
    for place, unit in enumerate(units):
        if unit.paragraph != units[topic].paragraph:
            topic = place
        if place not in bearing and place != topic and (topic, place) not in pairs:
            signal = "follows the first sentence of its paragraph"
            found.append(Proposal(place, topic, "support", signal, TO_TOPIC))
    return found
