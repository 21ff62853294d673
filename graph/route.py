"""A route: one way in which a statement bears on another."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from argmap.claims.model import RelationKind
from argmap.graph.adjacency import FLIPS
from argmap.graph.ordered import Ordered, Relation

Direction: TypeAlias = Literal["supports", "undermines"]

Found: TypeAlias = tuple[Sequence[str], Sequence[Relation] | None]
"""The nodes of a route, and the relation between each two; None for the first one of each."""

TOLD = 5
"""So many routes are told unless one asks for more or fewer."""

_new = object.__new__


class Step(NamedTuple):
    """A relation on a route; `reverse` tells that a mutual contrast is taken backwards."""

    id: str
    kind: RelationKind
    because: str | None
    reverse: bool


class Route:
    """A way from one statement to another.

    `nodes` are all nodes that it visits, `statements` those without the relations that it
    passes through, and `relations` are its steps: one fewer than nodes. Routes do not change;
    they are equal if they visit the same nodes by the same relations.
    """

    __slots__ = ("_chosen", "_nodes", "_relations", "_statements", "_ways")

    _nodes: Sequence[str]
    _statements: tuple[str, ...]
    _relations: tuple[Step, ...]
    _chosen: Sequence[Relation] | None
    _ways: Ordered

    def __init__(
        self, nodes: tuple[str, ...], statements: tuple[str, ...], relations: tuple[Step, ...]
    ) -> None:
        self._nodes = nodes
        self._statements = statements
        self._relations = relations

    @property
    def nodes(self) -> tuple[str, ...]:
        """All nodes, from the first to the last."""
        return tuple(self._nodes)

    @property
    def statements(self) -> tuple[str, ...]:
        """The nodes without the relations that the route passes through."""
        try:
            return self._statements
        except AttributeError:
            passed = self._ways.passed
            self._statements = tuple([node for node in self._nodes if node not in passed])
            return self._statements

    @property
    def relations(self) -> tuple[Step, ...]:
        """The steps, one fewer than nodes."""
        try:
            return self._relations
        except AttributeError:
            chosen = self._chosen
            if chosen is None:
                chosen = [self._ways[a][b][0] for a, b in pairwise(self._nodes)]
            self._relations = tuple(
                [
                    Step(i, edge["kind"], edge.get("because"), bool(edge.get("reverse")))
                    for i, edge in chosen
                ]
            )
            return self._relations

    @property
    def polarity(self) -> Direction:
        """What the route amounts to: contrasts cancel out in pairs."""
        odd = sum(FLIPS[step.kind] for step in self.relations) % 2
        return "undermines" if odd else "supports"

    def _key(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Step, ...]]:
        return self.nodes, self.statements, self.relations

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Route) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        nodes, statements, relations = self._key()
        return f"Route(nodes={nodes!r}, statements={statements!r}, relations={relations!r})"

    def __reduce__(self) -> tuple[type["Route"], tuple[object, ...]]:
        return Route, self._key()


def found_route(
    nodes: Sequence[str], ways: Ordered, chosen: Sequence[Relation] | None = None
) -> Route:
    """Make a route of its nodes.

    What it tells is worked out when somebody asks for it: most of the routes that are found are
    looked at in part or never. Nodes and relations that the graph loses meanwhile stay.

    Args:
        nodes: All that the route visits.
        ways: Where each of the nodes leads, worked out for all but the last two.
        chosen: The relation between each two nodes; the first ones of `ways` if None.
    """
    route = _new(Route)
    route._nodes = nodes  # noqa: SLF001
    route._ways = ways  # noqa: SLF001
    route._chosen = chosen  # noqa: SLF001
    _, _ = ways[nodes[-2]], ways[nodes[-1]]
    return route
