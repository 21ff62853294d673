"""Checks of who and what speaks for and against one statement."""

from collections.abc import Iterator, Sequence

from argmap.claims.errors import shown
from argmap.claims.model import Map
from argmap.graph.adjacency import incoming, outgoing
from argmap.graph.build import Graph
from argmap.graph.findings import Check, Problem
from argmap.graph.holders import is_author
from argmap.graph.words import fold


def _support_and_contrast(m: Map, g: Graph) -> Iterator[Problem]:
    for statement in m.statements:
        for target, edges in outgoing(g)[statement.id].items():
            kinds = {edge["kind"] for edge in edges.values() if len(edge["premises"]) == 1}
            if len(kinds) > 1:
                yield Problem(
                    statement.id,
                    f"It both supports and contrasts {shown(target)}.",
                    "Decide which it does, or split it into the part that speaks for "
                    f"{shown(target)} and the part that speaks against it.",
                )


def _holder_on_both_sides(m: Map, g: Graph) -> Iterator[Problem]:
    for target in m.statements:
        sides: dict[str, dict[str, list[str]]] = {}
        for reason, edges in incoming(g)[target.id].items():
            chain = m.by_id[reason].holder if reason in m.by_id else ()
            holder = chain[0] if len(chain) == 1 else None
            if holder is not None and not is_author(m, holder):
                for kind in {edge["kind"]: None for edge in edges.values()}:
                    sides.setdefault(holder, {}).setdefault(kind, []).append(reason)
        for holder, by_kind in sides.items():
            pro, con = by_kind.get("support", []), by_kind.get("contrast", [])
            if pro and con and len({*pro, *con}) > 1:
                yield Problem(
                    target.id,
                    f"{m.holder_name(holder)} speaks for it ({_listed(pro)}) and against it "
                    f"({_listed(con)}).",
                    "Look whether that holder really has both views; if it stands for several "
                    "people, name them apart.",
                )


def _one_origin_many_times(m: Map, _graph: Graph) -> Iterator[Problem]:
    cited: dict[tuple[str, str, str], list[str]] = {}
    for relation in m.relations:
        origins: dict[str, str] = {}
        for premise in relation.premises:
            if origin := " ".join(fold(m.by_id[premise].origin or "").split()):
                origins.setdefault(origin, premise)
        for origin, premise in origins.items():
            cited.setdefault((relation.target_id, relation.kind, origin), []).append(premise)
    for (target, kind, _origin), cited_there in cited.items():
        found = list(dict.fromkeys(cited_there))
        if len(found) > 1:
            yield Problem(
                target,
                f"{len(found)} pieces of evidence {'for' if kind == 'support' else 'against'} it "
                f"come from one origin, {shown(m.by_id[found[0]].origin or '')}: {_listed(found)}.",
                "Link them as premises of one relation (`with`), or find an independent origin.",
            )


def _listed(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
    return ", ".join(shown(i) for i in ids[:_LISTED]) + more


_LISTED = 5

SUPPORT_AND_CONTRAST = Check(
    "support-and-contrast",
    "warning",
    "A statement that both supports and contrasts another one, on its own, tells a reader "
    "nothing. A mutual contrast speaks both ways; linked premises may well bear otherwise "
    "together than alone, and are left out.",
    _support_and_contrast,
)
HOLDER_ON_BOTH_SIDES = Check(
    "holder-on-both-sides",
    "note",
    "A party that speaks both for and against one statement concedes something, contradicts "
    "itself, or is really several parties. What others say that it holds does not count, and an "
    "author who weighs pros and cons is left out.",
    _holder_on_both_sides,
)
ONE_ORIGIN_MANY_TIMES = Check(
    "one-origin-many-times",
    "warning",
    "Several pieces of evidence from one origin look like independent confirmation of a "
    "statement, but stand or fall together. Linked premises count as one.",
    _one_origin_many_times,
)
