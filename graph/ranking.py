"""The best routes from one statement to another, without a look at the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from sys import maxsize
from typing import TYPE_CHECKING, overload

from argmap.claims.model import RelationKind
from argmap.graph.best_first import Search, doubted
from argmap.graph.closures import steps_between
from argmap.graph.conditions import (
    Conditions,
    passing,
    refuse_choices,
    refuse_contradictions,
)
from argmap.graph.enumeration import first_routes
from argmap.graph.narrowing import Narrowed
from argmap.graph.ordered import Ordered, ordered
from argmap.graph.route import TOLD, Found, Route, found_route
from argmap.graph.routes import require
from argmap.graph.stitching import stitched

if TYPE_CHECKING:
    from argmap.graph.build import Graph


@dataclass(slots=True)
class Routes(Sequence[Route]):
    """The best routes, best first.

    `more` tells that there are others, or may be; `cut_short` that the search was given up after
    a bounded amount of work, as it can be among many circles. The routes at hand are the best all
    the same; only with `via`, where the search was given up before the first, may the one at hand
    not be the best, or be missing.
    """

    found: tuple[Route, ...]
    more: bool
    cut_short: bool = False

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
    limit: int = TOLD,
    max_steps: int | None = None,
    only: RelationKind | None = None,
    via: Iterable[str] = (),
    avoid: Iterable[str] = (),
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
    one in its steps and the ways that branch off; circles can cost more, up to a bound. A search
    that comes to it before the first route tells the best one, by the estimate alone; with `via`
    one that is stitched from shortest ways, if that succeeds.

    Args:
        g: The graph.
        source: Where the routes start.
        target: Where they end, another statement.
        limit: How many to find.
        max_steps: How many steps a route may have.
        only: Which kind all its relations must be of.
        via: Which statements it must visit, in any order; the id of one will do.
        avoid: Which it must not visit, likewise.
        holder: Who must hold all statements between its ends: the innermost of the chain of
            holders, and "author" where there is none. Relations that it passes through are
            held by nobody and do not count.

    Raises:
        StatementNotFound: The graph has no such statement.
        RouteError: `avoid` names an end, or something in `via`.
        ValueError: Source and target are the same, `limit` or `max_steps` is less than 1, or
            `only` is no kind of relation.

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
    ends = source, target
    ways = ordered(g)
    through: tuple[str, ...] = ()
    if via or avoid or only is not None or holder is not None:
        through = tuple([node for node in dict.fromkeys(_ids(via)) if node not in ends])
        conditions = Conditions(max_steps, only, through, _ids(avoid), holder)
        for node in (*through, *conditions.avoid):
            require(g, node)
        refuse_contradictions(conditions, ends)
        ways = _narrowed(ways, ends, conditions)
    steps = steps_between(ways.ahead, ways.behind, source, target, ends)
    if not steps or not all(node in steps for node in through):
        return Routes((), more=False)
    most = len(steps) - 1 if max_steps is None else max_steps
    wanted = min(limit, maxsize - 1) + 1
    uncertain = doubted(ways, ends, steps)
    if not (uncertain or through):
        few = first_routes(ends, ways, steps, wanted, most)
        if few is not None:
            return Routes(_told(few[:limit], ways), more=len(few) > limit)
    search = Search(ends, ways, steps, through, doubted=uncertain)
    best = [*islice(search.routes(most), wanted)]
    if search.cut_short and not best:
        route = search.best_walk() or stitched(ends, ways, steps, through)
        best = [route] if route and len(route[0]) <= most + 1 else []
    return Routes(
        _told(best[:limit], ways),
        more=search.cut_short or len(best) > limit,
        cut_short=search.cut_short,
    )


def _ids(places: Iterable[str]) -> tuple[str, ...]:
    return (places,) if isinstance(places, str) else tuple(places)


def _narrowed(ways: Ordered, ends: tuple[str, str], conditions: Conditions) -> Ordered:
    if not conditions.narrow:
        return ways
    passes = passing(ways.nodes, ends, conditions)
    onward, backward = (
        Narrowed(all_, conditions.only, passes) for all_ in (ways.onward, ways.backward)
    )
    return Ordered(onward, backward, ways.nodes)


def _told(found: Sequence[Found], ways: Ordered) -> tuple[Route, ...]:
    return tuple([found_route(nodes, ways, relations) for nodes, relations in found])
