"""How does one statement bear on another? The whole answer, put together from the searches."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from argmap.claims.errors import shown
from argmap.claims.model import Map, RelationKind
from argmap.graph.between import between, corridor
from argmap.graph.build import Graph, to_networkx
from argmap.graph.circles import odd_circles
from argmap.graph.conditions import (
    Conditions,
    narrowed,
    refuse_choices,
    refuse_contradictions,
)
from argmap.graph.counting import RouteCount
from argmap.graph.cuts import Cuts, cuts
from argmap.graph.meeting import MeetingPoint, meeting_points
from argmap.graph.parts import parts
from argmap.graph.ranking import Routes, routes
from argmap.graph.route import TOLD
from argmap.graph.routes import Polarity, Route, StatementNotFound, polarity
from argmap.graph.short_walks import short_witnesses, within
from argmap.graph.verdicts import count, count_found, of_sides, settled

if TYPE_CHECKING:
    from collections.abc import Sequence

Direction: TypeAlias = Literal["forward", "backward"]
_MOST_LOOKED_AT = 200
"""So many routes are looked at where they cannot be counted in any other way."""
_NAMED_OF_A_PART = 3
_NO_ROUTES = RouteCount(0, 0, exact=True)
_ANY = Conditions()


class Part(NamedTuple):
    """A part of a map that nothing ties to the rest: `others` names some that lie in it."""

    size: int
    main: bool
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How `source` bears on `target`.

    Attributes:
        source: The one statement.
        target: The other.
        conditions: Which routes were asked for.
        direction: "forward", or "backward" if only the target bears on the source; None if
            neither bears on the other.
        polarity: How, over all walks that fit the conditions; None if there are none. With `via`,
            over the routes that were looked at: all of them if their count is exact.
        routes: The best routes of that direction that fit.
        cut_short: Whether the search was given up before it came to another one: to ask for more
            is of no use, even if there are more.
        count: How many there are for and against, at most 10**15 each.
        odd_circles: Groups of statements on the way in circles with an odd number of contrasts;
            none with `via`, where walks tell nothing.
        meeting_points: If neither bears on the other: where they meet, nearest first.
        more_meeting_points: Whether they meet elsewhere, too.
        parts: If they meet nowhere: in which part of the map each lies; one if it is the same.
        between: If asked for: all that lies on some route, and how few steps it is from the end.
        cuts: If asked for: what all routes depend on.
    """

    source: str
    target: str
    conditions: Conditions
    direction: Direction | None = None
    polarity: Polarity | None = None
    routes: tuple[Route, ...] = ()
    cut_short: bool = False
    count: RouteCount = _NO_ROUTES
    odd_circles: tuple[tuple[str, ...], ...] = ()
    meeting_points: tuple[MeetingPoint, ...] = ()
    more_meeting_points: bool = False
    parts: tuple[Part, ...] = ()
    between: Mapping[str, int] | None = None
    cuts: Cuts | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """What bears, and what it bears on."""
        ends = self.source, self.target
        return ends[::-1] if self.direction == "backward" else ends

    @property
    def more(self) -> bool:
        """Whether there are other routes than those told, or may be."""
        return self.surely_more or not self.count.exact

    @property
    def surely_more(self) -> bool:
        """Whether there are other routes than those told."""
        return self.count.total > len(self.routes)

    @property
    def verdict(self) -> Polarity | None:
        """The polarity over routes alone if they are all counted, else as `polarity`."""
        return settled(self.polarity, self.count)

    @property
    def over_routes(self) -> Polarity | None:
        """The polarity over routes alone; None if it is not known, or there are none."""
        supporting, undermining, exact = self.count
        if exact or (supporting and undermining):
            return of_sides(supporting, undermining)
        return None if self.conditions.via or self.odd_circles else self.polarity


class Asker:
    """Answers questions about one map; what they share is prepared once, when it is needed."""

    def __init__(self, m: Map) -> None:
        self.map = m

    @cached_property
    def graph(self) -> Graph:
        """The map's graph."""
        return to_networkx(self.map)

    def answer(
        self,
        source: str,
        target: str,
        conditions: Conditions = _ANY,
        *,
        limit: int = TOLD,
        with_between: bool = False,
        with_cuts: bool = False,
    ) -> Answer:
        """Tell how one statement bears on another.

        The routes from the source to the target; if there are none, those back; if there are
        none either, where the two meet.

        Args:
            source: The one statement.
            target: The other.
            conditions: Which routes to tell.
            limit: How many routes and meeting points to tell.
            with_between: Whether to tell all that lies between, of whatever length and by whatever
                way.
            with_cuts: Whether to tell what all routes depend on, of whatever length and way.

        Raises:
            StatementNotFound: The map has no such statement.
            RouteError: The conditions contradict each other, or what is asked.
            ValueError: Source and target are the same, `only` is no kind of relation, or a number
                is less than 1.
        """
        g = self.graph
        self._require(source, target, *conditions.via, *conditions.avoid)
        refuse_choices(conditions.only, limit=limit, max_steps=conditions.max_steps)
        if source == target:
            raise ValueError(f"{shown(source)} cannot be both ends of a route.")
        refuse_contradictions(conditions, (source, target))
        ways: list[tuple[Direction, str, str]] = [
            ("forward", source, target),
            ("backward", target, source),
        ]
        for direction, first, last in ways:
            inner = between(g, first, last)
            if not inner:
                continue
            part = narrowed(g, inner, (first, last), conditions)
            told = _directed(part, Answer(source, target, conditions, direction), limit)
            if not told.routes:
                return told
            return replace(
                told,
                between=corridor(part, first, last).steps if with_between else None,
                cuts=cuts(part, first, last) if with_cuts else None,
            )
        return self._unconnected(source, target, conditions, limit)

    def _require(self, *names: str) -> None:
        for name in names:
            if name not in self.map.by_id:
                raise StatementNotFound(f"The map has no statement {shown(name)}.")

    def part(self, answer: Answer) -> frozenset[str]:
        """Find all that lies on the ways that an answer tells of, its ends included.

        The ways are of whatever length and by whatever way, but without what the conditions
        leave out.
        """
        ends = answer.ends
        if answer.direction:
            inner = between(self.graph, *ends)
            kept = narrowed(self.graph, inner, ends, answer.conditions)
            return frozenset(corridor(kept, *ends).steps).union(ends)
        pairs: list[tuple[str, str]] = []
        for point in answer.meeting_points:
            to_it = [(end, point.statement) for end in ends]
            pairs += to_it if point.kind == "both bear on" else [pair[::-1] for pair in to_it]
        return frozenset(ends).union(*(corridor(self.graph, *pair).steps for pair in pairs))

    def _unconnected(self, source: str, target: str, conditions: Conditions, limit: int) -> Answer:
        points = meeting_points(self.graph, source, target, limit=limit + 1)
        return Answer(
            source,
            target,
            conditions,
            meeting_points=points[:limit],
            more_meeting_points=len(points) > limit,
            parts=() if points else self._parts(source, target),
        )

    @cached_property
    def _part_of(self) -> "Mapping[str, Sequence[str]]":
        return {name: part for part in parts(self.map, self.graph) for name in part}

    def _parts(self, *ends: str) -> tuple[Part, ...]:
        main = self.map.main
        theirs = {id(part): part for part in (self._part_of[end] for end in ends)}
        return tuple(
            Part(
                len(part),
                main is not None and self._part_of[main.id] is part,
                tuple([name for name in part[: _NAMED_OF_A_PART + len(ends)] if name not in ends])[
                    :_NAMED_OF_A_PART
                ],
            )
            for part in theirs.values()
        )


def answer(
    m: Map,
    source: str,
    target: str,
    *,
    limit: int = TOLD,
    max_steps: int | None = None,
    only: RelationKind | None = None,
    via: Collection[str] = (),
    avoid: Collection[str] = (),
    holder: str | None = None,
) -> Answer:
    """Tell how one statement of a map bears on another: `Asker.answer`, for a single question.

    Args:
        m: The map.
        source: The one statement.
        target: The other.
        limit: How many routes and meeting points to tell.
        max_steps: How many steps a route may have.
        only: Which kind all its relations must be of.
        via: Which statements it must visit, in any order.
        avoid: Which it must not visit.
        holder: Who must hold all statements between its ends.

    Raises:
        StatementNotFound: The map has no such statement.
        RouteError: The conditions contradict each other, or what is asked.
        ValueError: Source and target are the same, `only` is no kind of relation, or a number
            is less than 1.

    >>> from argmap.claims.model import Relation, Statement
    >>> rain, wet = (Statement(id=i, kind="claim", text=i) for i in ("rain", "wet"))
    >>> r = Relation(id="r", source="rain", target="wet", kind="support")
    >>> told = answer(Map(title="Rain", statements=(rain, wet), relations=(r,)), "wet", "rain")
    >>> told.direction, told.polarity, told.count.total
    ('backward', 'supports', 1)
    """
    conditions = Conditions(max_steps, only, tuple(via), tuple(avoid), holder)
    return Asker(m).answer(source, target, conditions, limit=limit)


def _directed(g: Graph, answer: Answer, limit: int) -> Answer:
    """Complete an answer whose direction is known."""
    (first, last), conditions = answer.ends, answer.conditions
    if conditions.max_steps is not None:
        g = within(g, first, last, conditions.max_steps)
    # One more than is told, so that it is known whether there is one.
    found = _routes(g, first, last, conditions, limit + 1)
    cut_short = found.more and len(found) <= limit
    if not found:
        return replace(answer, cut_short=cut_short, count=RouteCount(0, 0, exact=not cut_short))
    count, over_walks = _verdict(g, found, conditions)
    return replace(
        answer,
        polarity=over_walks,
        routes=found[:limit],
        cut_short=cut_short,
        count=count,
        odd_circles=(
            odd_circles(g, first, last) if over_walks == "mixed" and not conditions.via else ()
        ),
    )


def _routes(g: Graph, first: str, last: str, conditions: Conditions, limit: int) -> Routes:
    if any(node not in g for node in conditions.via):
        return Routes((), more=False, cut_short=False)
    return routes(
        g,
        first,
        last,
        limit=max(limit, _MOST_LOOKED_AT) if conditions.singular else limit,
        max_steps=conditions.max_steps,
        via=conditions.via,
    )


def _verdict(g: Graph, found: Routes, conditions: Conditions) -> tuple[RouteCount, Polarity | None]:
    """Tell how many routes there are, and their polarity over all walks that fit."""
    first, *_, last = found[0].nodes
    if conditions.via:
        known = count_found(found, exact=not found.more)
        return known, of_sides(known.supporting, known.undermining)
    if conditions.max_steps is None:
        return count(g, found), polarity(g, first, last)
    walks = short_witnesses(g, first, last, conditions.max_steps)
    simple = [way for way in walks if len({*way.nodes}) == len(way.nodes)]
    known = count_found({*found, *simple}, exact=not found.more)
    return known, walks[0].polarity if len(walks) == 1 else "mixed"
