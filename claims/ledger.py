"""The loss ledger: what a reader or writer could not carry over as it was, and where it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.claims.model import Map

MAX_PLACES = 3


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that was left out, or was carried in another form.

    Attributes:
        what: The sort of thing, in the singular: "locution without a statement". Losses of one
            sort are counted together.
        where: Its place, as its author would look for it: "node 12", "line 4", an id.
        repaired: Whether it was carried in another form; if not, it was left out.
        raw: What stood there, as JSON can tell it; None if `what` and `where` say it all.
    """

    what: str
    where: str
    repaired: bool = False
    raw: Any = None


class Reading(NamedTuple):
    """A map that was read, and what of its file it does not hold."""

    map: Map
    losses: tuple[Loss, ...] = ()


class Writing(NamedTuple):
    """The text of a file that was written, and what of the map it does not hold."""

    text: str
    losses: tuple[Loss, ...] = ()


class Ledger:
    """Collects losses while a file is read or written."""

    def __init__(self) -> None:
        self._losses: list[Loss] = []

    def lost(self, what: str, where: str, raw: Any = None) -> None:  # noqa: ANN401
        """Note that something was left out."""
        self._losses.append(Loss(what, where, raw=raw))

    def repaired(self, what: str, where: str, raw: Any = None) -> None:  # noqa: ANN401
        """Note that something was carried in another form."""
        self._losses.append(Loss(what, where, repaired=True, raw=raw))

    @property
    def losses(self) -> tuple[Loss, ...]:
        """All that was noted, in that order."""
        return tuple(self._losses)


class Entry(NamedTuple):
    """Losses of one sort: how often, and the places of the first few."""

    what: str
    repaired: bool
    times: int
    places: tuple[str, ...]


def summary(losses: Iterable[Loss]) -> list[Entry]:
    """Count losses by their sort: what was left out first, then what was repaired."""
    places: dict[tuple[bool, str], list[str]] = {}
    for loss in losses:
        places.setdefault((loss.repaired, loss.what), []).append(loss.where)
    return [
        Entry(what, repaired, len(found), tuple(found[:MAX_PLACES]))
        for (repaired, what), found in sorted(places.items(), key=lambda item: item[0][0])
    ]
