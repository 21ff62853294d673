"""The best routes from one statement to another, without a look at the rest."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, overload

from argmap.claims.errors import shown
from argmap.claims.model import RelationKind
from argmap.graph.adjacency import Attributes
from argmap.graph.best_first import Search, finest
from argmap.graph.closures import steps_between
from argmap.graph.conditions import held_by, refuse_choices
from argmap.graph.enumeration import first_routes
from argmap.graph.narrowing import Narrowed
from argmap.graph.ordered import Ordered, ordered
from argmap.graph.route import Found, Route, found_route
from argmap.graph.routes import require
from argmap.graph.shortest import shortest

if TYPE_CHECKING:
    from argmap.graph.build import Graph


@dataclass(frozen=True, slots=True)
class Routes(Sequence[Route]):
    """The best routes, best first.

    `more` tells that there are others, or may be; `cut_short` that the search was given up after
    a bounded amount of work, as it can be among many circles: the routes at hand are the best
    all the same.
    """

    found: tuple[Route, ...]
    more: bool
    cut_short: bool

    @overload
    def __getitem__(self, index: int) -> Route: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Route, ...]: ...

    def __getitem__(self, index: int | slice) -> Route | tuple[Route, ...]:
        return self.found[index]

    def __len__(self) -> int:
        return len(self.found)


def routes(
    g: "Graph",
    source: str,
    target: str,
    *,
    limit: int = 5,
    max_steps: int | None = None,
    only: RelationKind | None = None,
    via: Collection[str] = (),
    avoid: Collection[str] = (),
    holder: str | None = None,
) -> Routes:
    """Find the best routes: those with the fewest steps, then the most certain ones.

    The certainty of a route is the product of those of its relations and of the statements
    between its ends; one that is not said counts as 1, and six decimals count. Among equally
    certain routes the smallest ids win: nodes one after the other along the route, then
    relations. Parallel relations make different routes.

    Where little lies between the two and all is certain, their routes are simply enumerated in
    this order. Else the search goes best-first, led by how few steps are left from each node and
    how certain they can be (an A* search whose estimate is exact where there are no circles). Then
    all routes together take time linear in what lies between the two, beside finding it, and each
    one in its steps and the ways that branch off; circles can cost more, up to a bound.

    Args:
        g: The graph.
        source: Where the routes start.
        target: Where they end, another statement.
        limit: How many to find.
        max_steps: How many steps a route may have.
        only: Which kind all its relations must be of.
        via: Which statements it must visit, in any order.
        avoid: Which it must not visit.
        holder: Who must hold all statements between its ends: the innermost of the chain of
            holders, and "author" where there is none. Relations that it passes through are
            held by nobody and do not count.

    Raises:
        StatementNotFound: The graph has no such statement.
        ValueError: Source and target are the same, `limit` or `max_steps` is less than 1, `only`
            is no kind of relation, or `avoid` names an end or something in `via`.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("rain", "wet", key="r1", kind="support", certainty=0.5)
    >>> _ = g.add_edge("rain", "wet", key="r2", kind="support", certainty=0.9)
    >>> _ = g.add_edge("wet", "safe", key="r3", kind="contrast")
    >>> found = routes(g, "rain", "safe", limit=1)
    >>> [[step.id for step in route.relations] for route in found], found.more
    ([['r2', 'r3']], True)
    """
    require(g, source, target)
    refuse_choices(only, limit=limit, max_steps=max_steps)
    if via or avoid:
        _refuse_places(g, (source, target), via, avoid)
    ends = source, target
    ways = ordered(g)
    if only is not None or avoid or holder is not None:
        passes = _passes(ways.nodes, ends, avoid, holder)
        onward, backward = (Narrowed(all_, only, passes) for all_ in (ways.onward, ways.backward))
        ways = Ordered(onward, backward, ways.nodes)
    steps = steps_between(ways.ahead, ways.behind, source, target, ends)
    through = [node for node in dict.fromkeys(via) if node not in ends]
    if not steps or not all(node in steps for node in through):
        return Routes((), more=False, cut_short=False)
    unit = finest(ways, steps)
    if not (unit or through):
        few = first_routes(ends, ways, steps, limit + 1, max_steps or len(steps))
        if few is not None:
            return Routes(_told(few[:limit], ways), more=len(few) > limit, cut_short=False)
    search = Search(ends, ways, steps, through, unit)
    best = list(islice(search.routes(max_steps), limit + 1))
    found = _told(best[:limit], ways)
    if search.cut_short and not found and not through:
        # A search that was given up before the first route still tells the shortest.
        nodes = shortest(ways, source, target)
        if max_steps is None or len(nodes) <= max_steps + 1:
            found = (found_route(nodes, ways),)
    return Routes(
        found,
        more=search.cut_short or len(best) > limit,
        cut_short=search.cut_short,
    )


def _told(found: Sequence[Found], ways: Ordered) -> tuple[Route, ...]:
    return tuple([found_route(nodes, ways, relations) for nodes, relations in found])


def _passes(
    nodes: Attributes, ends: tuple[str, str], avoid: Collection[str], holder: str | None
) -> Callable[[str], bool]:
    barred = frozenset(avoid)

    def passes(node: str) -> bool:
        return node in ends or (node not in barred and held_by(nodes[node], holder))

    return passes


def _refuse_places(
    g: "Graph", ends: tuple[str, str], via: Collection[str], avoid: Collection[str]
) -> None:
    for node in (*via, *avoid):
        require(g, node)
    for node in avoid:
        if node in ends or node in via:
            raise ValueError(f"A route cannot both visit and avoid {shown(node)}.")
