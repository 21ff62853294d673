"""What routes amount to: over themselves where they are all known, else over walks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.graph.counting import RouteCount, count_routes
from argmap.graph.ranking import Routes, routes
from argmap.graph.route import TOLD, Route
from argmap.graph.routes import Polarity, polarity

if TYPE_CHECKING:
    from argmap.graph.build import Graph

_MOST_COUNTED = 10**15
"""Larger counts are told as "at least so many": nobody can picture them, nor can every program."""


def verdict(g: "Graph", source: str, target: str) -> Polarity | None:
    """Tell how the source bears on the target, as an answer about the two does; None if not.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.
    """
    over_walks = polarity(g, source, target)
    if over_walks != "mixed":
        return over_walks
    found = routes(g, source, target, limit=TOLD + 1)
    if {route.polarity for route in found} == {"supports", "undermines"}:
        return over_walks
    return settled(over_walks, count(g, found))


def settled(over_walks: Polarity | None, known: RouteCount) -> Polarity | None:
    """Tell the polarity over routes if they are all counted, else that over walks.

    The two differ only where a circle with an odd number of contrasts lies on the way.
    """
    return of_sides(known.supporting, known.undermining) if known.exact else over_walks


def of_sides(supporting: int, undermining: int) -> Polarity | None:
    """Tell what so many routes for and so many against amount to; None if there are none."""
    if supporting and undermining:
        return "mixed"
    return "supports" if supporting else "undermines" if undermining else None


def count(g: "Graph", found: Routes) -> RouteCount:
    """Count the routes between two statements of which some were found, at most 10**15 a side."""
    known = count_found(found, exact=not found.more)
    if known.exact:
        return known
    first, *_, last = found[0].nodes
    supporting, undermining, exact = count_routes(g, first, last)
    # A lower bound may be lower than what was found.
    return RouteCount(
        min(max(supporting, known.supporting), _MOST_COUNTED),
        min(max(undermining, known.undermining), _MOST_COUNTED),
        exact and max(supporting, undermining) <= _MOST_COUNTED,
    )


def count_found(found: Iterable[Route], *, exact: bool) -> RouteCount:
    """Count routes at hand; `exact` tells whether these are all there are."""
    each = [route.polarity for route in found]
    return RouteCount(each.count("supports"), each.count("undermines"), exact)
