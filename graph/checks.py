"""The checks that a critical reader makes of a map."""

import difflib
from collections.abc import Iterator, Mapping
from itertools import chain

from argmap.claims.errors import shown
from argmap.claims.model import Map
from argmap.graph import drafted, expectations, quotes, reasons, sides, ties
from argmap.graph.build import Graph, to_networkx
from argmap.graph.findings import Check, Finding, Problem


def check(m: Map) -> list[Finding]:
    """Run all checks on a map.

    A check that the map or the subject of a finding names in `ignore` stays silent about it.

    Returns:
        The findings: those on the whole map first, then on statements, relations and
        expectations in the order of the map; on one subject in the order of `CHECKS`. Takes
        time linear in the size of the map, but for sorting, and for each expectation time linear
        in what its two statements bear on.

    >>> from argmap.claims.model import Map, Statement
    >>> idle = Statement(id="idle", kind="evidence", text="It rained.")
    >>> [finding.check for finding in check(Map(title="Rain", statements=(idle,)))]
    ['idle-evidence']
    """
    g = to_networkx(m)
    expected = (f"expect/{number}" for number in range(len(m.expect)))
    order: dict[str | None, int] = {
        subject: number
        for number, subject in enumerate(chain([None], m.by_id, m.relations_by_id, expected))
    }
    silent = {(s.id, name) for s in m.statements for name in s.ignore}
    found = (
        finding
        for each in CHECKS.values()
        if each.name not in m.ignore
        for finding in each.findings(m, g)
        if (finding.subject, finding.check) not in silent
    )
    return sorted(found, key=lambda finding: order[finding.subject])


def _unknown_check(m: Map, _graph: Graph) -> Iterator[Problem]:
    ignored: list[tuple[str | None, tuple[str, ...]]] = [(None, m.ignore)]
    ignored += [(statement.id, statement.ignore) for statement in m.statements]
    for subject, names in ignored:
        for name in names:
            if name not in CHECKS:
                yield Problem(subject, _unknown(name), "Correct the name under `ignore`.")


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, CHECKS, 1)
    hint = f"did you mean {shown(near[0])}?" if near else f"there are {', '.join(CHECKS)}."
    return f"There is no check {shown(name)}; {hint}"


UNKNOWN_CHECK = Check(
    "unknown-check",
    "warning",
    "A name under `ignore` that no check has silences nothing.",
    _unknown_check,
)

CHECKS: Mapping[str, Check] = {
    each.name: each
    for each in (
        expectations.EXPECTATION,
        quotes.UNCHECKED_QUOTES,
        ties.EMPTY,
        drafted.TO_PLACE,
        drafted.PROPOSED,
        reasons.CIRCULAR_SUPPORT,
        reasons.MAIN_WITHOUT_REASON,
        ties.NO_MAIN_CLAIM,
        ties.DETACHED,
        reasons.IDLE_EVIDENCE,
        sides.SUPPORT_AND_CONTRAST,
        sides.ONE_ORIGIN_MANY_TIMES,
        UNKNOWN_CHECK,
        sides.HOLDER_ON_BOTH_SIDES,
        reasons.CLAIM_WITHOUT_REASON,
    )
}
