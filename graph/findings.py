"""What a check of a map is, and what it finds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from argmap.claims.model import Map
from argmap.graph.build import Graph

_LISTED = 5
Severity: TypeAlias = Literal["error", "warning", "note"]


class Finding(Struct, frozen=True, kw_only=True):
    """Something that a critical reader would object to.

    `subject` is the id of a statement or relation, or `"expect/0"` for an expectation, as in
    `Map.positions`; None is the map as a whole. `what` says what is so, `cure` what to do.
    """

    check: str
    severity: Severity
    subject: str | None
    what: str
    cure: str


class Problem(NamedTuple):
    """What a check itself has to say of a finding."""

    subject: str | None
    what: str
    cure: str


@dataclass(frozen=True, slots=True)
class Check:
    """One question that a critical reader asks of a map.

    Errors and warnings are for mending; notes are worth a look, and a good map has some.
    `search` yields problems of a map, given also as its graph.
    """

    name: str
    severity: Severity
    explanation: str
    search: Callable[[Map, Graph], Iterator[Problem]]

    def findings(self, m: Map, g: Graph) -> Iterator[Finding]:
        """Yield what the check finds, silenced or not."""
        for problem in self.search(m, g):
            yield Finding(
                check=self.name,
                severity=self.severity,
                subject=problem.subject,
                what=problem.what,
                cure=problem.cure,
            )


def some(names: Sequence[str]) -> str:
    """List the first of many names: `"a, b, c, d, e, …"`."""
    return ", ".join([*names[:_LISTED], *(["…"] if len(names) > _LISTED else [])])
