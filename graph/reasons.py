"""Checks of what statements rest on."""

from collections import deque
from collections.abc import Collection, Iterator
from itertools import chain

import networkx as nx

from argmap.claims.model import Map, Statement
from argmap.graph.adjacency import incoming, outgoing
from argmap.graph.build import Graph
from argmap.graph.drafted import unplaced
from argmap.graph.findings import Check, Problem


def _circular_support(m: Map, g: Graph) -> Iterator[Problem]:
    supports: nx.DiGraph[str] = nx.DiGraph()
    supports.add_edges_from(
        (a, b) for a, b, edge in g.edges(data=True) if edge["kind"] == "support"
    )
    order = {i: n for n, i in enumerate(chain(m.by_id, m.relations_by_id))}
    for component in nx.strongly_connected_components(supports):
        if len(component) > 1:
            circle = _circle(supports, component, min(component, key=order.__getitem__))
            others = len(component) - len(circle) + 1
            more = f" ({others} more are tied up with it)" if others else ""
            yield Problem(
                circle[0],
                f"Supports run in a circle: {' → '.join(circle)}{more}.",
                "Take away the support that only repeats the point; a reason from outside the "
                "circle has to carry it.",
            )


def _circle(supports: "nx.DiGraph[str]", component: Collection[str], start: str) -> list[str]:
    """Find the shortest circle through a node, by breadth-first search inside its component."""
    before = {start: start}
    queue = deque([start])
    while start not in supports.succ[queue[0]]:
        node = queue.popleft()
        for neighbour in sorted(supports.succ[node]):
            if neighbour in component and neighbour not in before:
                before[neighbour] = node
                queue.append(neighbour)
    circle = [start, queue[0]]
    while circle[-1] != start:
        circle.append(before[circle[-1]])
    return circle[::-1]


def _main_without_reason(m: Map, g: Graph) -> Iterator[Problem]:
    if m.main and not _supported(g, m.main):
        yield Problem(
            m.main.id,
            "Nothing supports the main claim.",
            "Add the reasons that the source gives for it, or mark another claim as `main`.",
        )


def _claim_without_reason(m: Map, g: Graph) -> Iterator[Problem]:
    for statement in m.statements:
        bare = statement.kind == "claim" and not statement.main and not _supported(g, statement)
        if bare and outgoing(g)[statement.id]:
            yield Problem(
                statement.id,
                "The claim bears on others, but nothing supports it.",
                "Add a reason for it if the source gives one.",
            )


def _supported(g: Graph, statement: Statement) -> bool:
    return any(
        edge["kind"] == "support"
        for edges in incoming(g)[statement.id].values()
        for edge in edges.values()
    )


def _idle_evidence(m: Map, g: Graph) -> Iterator[Problem]:
    told = {*unplaced(m, g)}
    for statement in m.statements:
        idle = statement.kind == "evidence" and not outgoing(g)[statement.id]
        if idle and statement.id not in told:
            yield Problem(
                statement.id,
                "The evidence bears on nothing.",
                "Say under `supports` or `contrasts` what it is evidence for or against, or take "
                "it out.",
            )


CIRCULAR_SUPPORT = Check(
    "circular-support",
    "error",
    "Statements that support each other in a circle rest on nothing but themselves, however "
    "many they are. Each group of statements that is tied up in circles is reported once.",
    _circular_support,
)
MAIN_WITHOUT_REASON = Check(
    "main-without-reason",
    "warning",
    "The main claim is what the whole map argues for; if nothing supports it, the argument is "
    "missing or has been tied to the wrong statement.",
    _main_without_reason,
)
CLAIM_WITHOUT_REASON = Check(
    "claim-without-reason",
    "note",
    "A claim that bears on others without any support of its own is merely asserted. That is in "
    "order for a view that is only reported, and a weak spot in an argument.",
    _claim_without_reason,
)
IDLE_EVIDENCE = Check(
    "idle-evidence",
    "warning",
    "Evidence is evidence for or against something. If it bears on nothing, a reader cannot "
    "tell why it is there.",
    _idle_evidence,
)
