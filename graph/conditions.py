"""Which routes are asked for: conditions, and the part of a graph that they leave."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from argmap.claims.errors import ArgmapError, shown
from argmap.claims.model import RelationKind
from argmap.graph.adjacency import FLIPS, Attributes, attributes

if TYPE_CHECKING:
    from argmap.graph.build import Graph


class RouteError(ArgmapError, ValueError):
    """A question that contradicts itself; says how."""


class Conditions(NamedTuple):
    """Which routes are asked for; the fields are the arguments of `argmap.routes`."""

    max_steps: int | None = None
    only: RelationKind | None = None
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    holder: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether they leave statements or relations out."""
        return self.only is not None or bool(self.avoid) or self.holder is not None

    @property
    def singular(self) -> bool:
        """Whether they are told by looking at each route alone."""
        return bool(self.via) or self.max_steps is not None


def refuse_contradictions(conditions: Conditions, ends: tuple[str, str]) -> None:
    """Raise RouteError where conditions contradict each other or what is asked."""
    for node in conditions.avoid:
        if node in ends:
            raise RouteError(f"A route between the two cannot avoid {shown(node)}, its end.")
        if node in conditions.via:
            raise RouteError(f"A route cannot both visit and avoid {shown(node)}.")
    for node in conditions.via:
        if node in ends:
            raise RouteError(f"Every route visits {shown(node)}, its end; visit another one.")


def passing(
    nodes: Attributes, ends: tuple[str, str], conditions: Conditions
) -> Callable[[str], bool]:
    """Return what tells whether routes between two statements may visit a node."""
    barred, holder = frozenset(conditions.avoid), conditions.holder

    def passes(node: str) -> bool:
        return node in ends or (node not in barred and held_by(nodes[node], holder))

    return passes


def narrowed(
    g: "Graph", inner: Mapping[str, int], ends: tuple[str, str], conditions: Conditions
) -> "Graph":
    """Copy the part between two statements without what the conditions leave out."""
    if not conditions.narrow:
        return g
    passes = passing(attributes(g), ends, conditions)
    kept: Graph = nx.MultiDiGraph()
    kept.add_nodes_from((node, g.nodes[node]) for node in inner if passes(node))
    for node in kept:
        for neighbour, edges in g.adj[node].items():
            for key, edge in edges.items() if neighbour in kept else ():
                if conditions.only in {None, edge["kind"]}:
                    kept.add_edge(node, neighbour, key=key, **edge)
    return kept


def held_by(node: Mapping[str, Any], holder: str | None) -> bool:
    """Tell by a node's attributes whether a holder holds it; anybody does if it is None.

    The innermost of the chain of holders counts, and "author" where there is none. Relations are
    held by nobody and do not count.
    """
    if holder is None or node.get("kind") == "relation":
        return True
    chain: Sequence[str] = node.get("holder") or ("author",)
    return chain[-1] == holder


def refuse_choices(only: str | None, **numbers: int | None) -> None:
    """Raise ValueError for what is no kind of relation, and for numbers less than 1."""
    refuse_kind(only)
    for name, number in numbers.items():
        if number is not None and number < 1:
            raise ValueError(f"{name} must be at least 1, not {number}.")


def refuse_kind(only: str | None) -> None:
    """Raise ValueError for what is no kind of relation."""
    if only is not None and only not in FLIPS:
        raise ValueError(f"only must be 'support' or 'contrast', not {only!r}.")
