"""An answer told in words, line by line: what the terminal prints and the page shows.

The page's assets/sentences.js says the same in the same words.
"""

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from argmap.graph.sentences import (
    amount,
    holder_words,
    hop_sentences,
    listed,
    named,
    number,
    quoted,
    route_verdict,
    source_words,
    step_words,
    verdict_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.claims.model import Map
    from argmap.graph.answers import Answer, Part
    from argmap.graph.conditions import Conditions
    from argmap.graph.counting import RouteCount
    from argmap.graph.meeting import MeetingPoint
    from argmap.graph.reach import Bearing
    from argmap.graph.routes import Route

Kind: TypeAlias = Literal["answer", "note", "heading", "hop", "quote", "verdict", "point"]
_NAMED = 8
_TURNED = "who goes round it comes out on the other side"
_TOWARD = {"supports": "{} for it", "undermines": "{} against it", "mixed": "{} on both sides"}
_AWAY = {
    "supports": "supports {}",
    "undermines": "undermines {}",
    "mixed": "does both to {}",
}


class Line(NamedTuple):
    """A line of an answer; its kind tells what it is for."""

    kind: Kind
    text: str


def tell(m: "Map", answer: "Answer", *, limit: int | None = None) -> list[Line]:
    """Tell a whole answer: first what it comes to, then the routes, then what else there is.

    Where it tells what lies between in place of routes, at most `limit` of it are listed, those
    farthest from the end first.
    """
    middle = _routes(m, answer) if answer.between is None else _between(m, answer, limit)
    points = [Line("point", meeting_sentence(m, answer, p)) for p in answer.meeting_points]
    return [*opening(m, answer), *middle, *points, *closing(m, answer)]


def tell_more(m: "Map", answer: "Answer", known: int) -> list[Line]:
    """Tell what an answer adds to its first routes, or meeting points, which are `known`."""
    points = answer.meeting_points[known:]
    lines = [Line("point", meeting_sentence(m, answer, p)) for p in points]
    lines += _routes(m, answer, known)
    if lines:
        return [*lines, *closing(m, answer)]
    if answer.meeting_points:
        return [Line("note", "They meet nowhere else.")]
    if not answer.routes:
        return [Line("note", "There is nothing more to tell.")]
    if answer.more:
        return [Line("note", "No more routes were found, but not all ways were searched.")]
    return [Line("note", "There are no more routes.")]


def opening(m: "Map", answer: "Answer") -> list[Line]:
    """Tell what an answer comes to."""
    lines = [Line("answer", text) for text in _headlines(m, answer)]
    return lines + [Line("note", circle_sentence(m, g, answer)) for g in answer.odd_circles]


def closing(m: "Map", answer: "Answer") -> list[Line]:
    """Tell what there is beyond the routes and meeting points of an answer."""
    told = []
    if answer.routes and answer.more and answer.between is None:
        told.append(f"There {'are' if answer.surely_more else 'may be'} more routes.")
    told += _cuts(m, answer)
    if answer.more_meeting_points:
        told.append("They meet elsewhere, too.")
    told += _parts(m, answer)
    return [Line("note", text) for text in told]


def tell_reach(
    m: "Map",
    statement: str,
    bearings: "Mapping[str, Bearing]",
    *,
    limit: int,
    toward: bool,
    circle: "Sequence[str]" = (),
) -> list[Line]:
    """Tell all that bears on a statement, or that it bears on: the nearest, by their distance.

    Args:
        m: The map.
        statement: The statement.
        bearings: The statements that bear on it, or that it bears on.
        limit: How many to tell.
        toward: Whether they bear on it.
        circle: What `turning_circle` has found.
    """
    lines = [Line("answer", _reach_words(quoted(m.by_id[statement]), bearings, toward=toward))]
    steps = 0
    for name, bearing in islice(bearings.items(), limit):
        if bearing.steps > steps:
            steps = bearing.steps
            lines.append(Line("heading", f"In {amount(steps, 'step')}"))
        verb = verdict_words(bearing.verdict)
        where = named(m, name)
        lines.append(Line("point", f"{where} {verb} it" if toward else f"It {verb} {where}"))
    if circle:
        lines.append(Line("note", f"{_circle_words(m, circle)}: {_TURNED}."))
    unsure = sum(bearing.over_routes is None for bearing in bearings.values())
    if unsure:
        told = "of these may be on both sides only by going round such a circle."
        lines.append(Line("note", f"{number(unsure).capitalize()} {told}"))
    return lines


def _reach_words(end: str, bearings: "Mapping[str, Bearing]", *, toward: bool) -> str:
    size = amount(len(bearings), "statement")
    one = len(bearings) == 1
    head = f"{size.capitalize()} {'bears' if one else 'bear'} on {end}"
    if not toward:
        head = f"{end} bears on {size}"
    if one:
        (bearing,) = bearings.values()
        return f"{head} and {verdict_words(bearing.verdict)} it."
    sizes = Counter[str](bearing.verdict for bearing in bearings.values())
    words = _TOWARD if toward else _AWAY
    sides = {polarity: sizes[polarity] for polarity in words if sizes[polarity]}
    told = ", ".join(
        words[polarity].format("all" if len(sides) == 1 else number(count))
        for polarity, count in sides.items()
    )
    start = "" if toward else "it "
    return f"{head}: {start}{told}." if told else f"{head}."


def circle_sentence(m: "Map", group: "Sequence[str]", answer: "Answer") -> str:
    """Tell of a group of circles with an odd number of contrasts, and what follows from it."""
    told = _circle_words(m, group)
    return f"{told}." if answer.polarity == answer.verdict else f"{told}: {_TURNED}."


def _circle_words(m: "Map", group: "Sequence[str]") -> str:
    names = [quoted(m.by_id[i]) for i in group if i in m.by_id]
    if len(names) < 2:  # noqa: PLR2004
        names = [quoted(m.by_id[i]) if i in m.by_id else step_words(m, i) for i in group]
    more = [amount(len(names) - _NAMED, "other")] if len(names) > _NAMED else []
    told_names = [*names[:_NAMED], *more]
    return f"On the way lies a circle with an odd number of contrasts, among {listed(told_names)}"


def count_words(count: "RouteCount") -> str:
    """Tell how many routes there are for and against: `"three routes, all for it"`."""
    total = count.total
    if count.exact and total == 1:
        return "one route"
    sides = [(count.supporting, "for"), (count.undermining, "against")]
    given = [(size, side) for size, side in sides if size]
    if count.exact and len(given) == 1:
        both = "both" if total == 2 else "all"  # noqa: PLR2004
        return f"{amount(total, 'route')}, {both} {given[0][1]} it"
    least = "" if count.exact else "at least "
    words = [f"{amount(size, 'route')} {side} it" for size, side in given[:1]]
    words += [f"{number(size)} {side} it" for size, side in given[1:]]
    return ", ".join(least + word for word in words)


def meeting_sentence(m: "Map", answer: "Answer", point: "MeetingPoint") -> str:
    """Tell where two statements meet, and how each stands to it."""
    first, last = (quoted(m.by_id[i]) for i in (answer.source, answer.target))
    verbs = [verdict_words(polarity) for polarity in (point.from_polarity, point.to_polarity)]
    far = [amount(steps, "step") for steps in (point.from_steps, point.to_steps)]
    where = named(m, point.statement)
    if point.kind == "both bear on":
        return (
            f"Both bear on {where}: {first} {verbs[0]} it, in {far[0]}; "
            f"{last} {verbs[1]} it, in {far[1]}."
        )
    return (
        f"Both rest on {where}: it {verbs[0]} {first}, in {far[0]}; "
        f"it {verbs[1]} {last}, in {far[1]}."
    )


def _headlines(m: "Map", answer: "Answer") -> "Iterator[str]":
    source, target = (quoted(m.by_id[i]) for i in (answer.source, answer.target))
    if answer.direction is None:
        yield f"Neither of {source} and {target} bears on the other."
        return
    if answer.direction == "backward":
        yield f"{source} does not bear on {target}, but {target} bears on {source}."
    first, last = (quoted(m.by_id[i]) for i in answer.ends)
    if answer.verdict is None:
        unless = ", as far as was searched" if answer.more else ""
        yield f"{first} bears on {last}, but by no such route{unless}."
    else:
        verb = verdict_words(answer.verdict)
        in_part = answer.conditions.via and answer.over_routes is None
        searched = ", as far as was searched" if in_part else ""
        yield f"{first} {verb} {last}{searched}: {count_words(answer.count)}."
    asked = list(_conditions(m, answer.conditions))
    if asked:
        yield f"Only routes {listed(asked)} count."


def _conditions(m: "Map", asked: "Conditions") -> "Iterator[str]":
    if asked.only:
        yield f"of {asked.only}s alone"
    if asked.max_steps is not None:
        yield f"of at most {amount(asked.max_steps, 'step')}"
    if asked.via:
        yield "by way of " + listed([quoted(m.by_id[i]) for i in asked.via])
    if asked.avoid:
        yield "that avoid " + listed([quoted(m.by_id[i]) for i in asked.avoid])
    if asked.holder is not None:
        yield f"held between their ends by {holder_words(m, (asked.holder,))}"


def _routes(m: "Map", answer: "Answer", known: int = 0) -> "Iterator[Line]":
    told: set[str] = set()
    for place, route in enumerate(answer.routes, start=1):
        lines = list(_route(m, route, told))
        if place <= known:
            continue
        if len(answer.routes) > 1:
            yield Line("heading", f"Route {place}")
        yield from lines


def _route(m: "Map", route: "Route", told: set[str]) -> "Iterator[Line]":
    """Tell a route; the source's words stand where a statement is told for the first time."""
    for place, sentence in enumerate(hop_sentences(m, route)):
        yield Line("hop", sentence)
        for node in route.nodes[place : place + 2]:
            yield from _source_words(m, node, told)
    yield Line("verdict", route_verdict(m, route))


def _source_words(m: "Map", node: str, told: set[str]) -> "Iterator[Line]":
    words = None if node in told else source_words(m, node)
    told.add(node)
    if words:
        yield Line("quote", words)


def lying_between(m: "Map", answer: "Answer") -> dict[str, int]:
    """Give the statements between the ends of an answer that was asked for them, in its order."""
    between = answer.between or {}
    return {i: steps for i, steps in between.items() if i in m.by_id and i not in answer.ends}


def _between(m: "Map", answer: "Answer", limit: int | None) -> "Iterator[Line]":
    inner = lying_between(m, answer)
    first, last = (quoted(m.by_id[i]) for i in answer.ends)
    yield Line("heading", f"Between {first} and {last}: {amount(len(inner), 'statement')}")
    for i, steps in islice(reversed(inner.items()), limit):
        yield Line("point", f"{named(m, i)}, {amount(steps, 'step')} before the end")
    if limit is not None and len(inner) > limit:
        yield Line("point", f"and {amount(len(inner) - limit, 'other')}")


def _cuts(m: "Map", answer: "Answer") -> "Iterator[str]":
    if answer.cuts is None:
        return
    every, smallest = answer.cuts
    if smallest is None:
        yield "No statement between the two can cut them apart."
    elif every:
        it = "it" if len(every) == 1 else "any one of them"
        names = listed([quoted(m.by_id[i]) for i in every])
        yield f"Every route visits {names}: without {it} there is no route."
    elif smallest:
        names = listed([quoted(m.by_id[i]) for i in smallest])
        both = "both " if len(smallest) == 2 else "all of "  # noqa: PLR2004
        yield f"Without {both}{names}, for example, there is no route; fewer do not cut them all."


def _parts(m: "Map", answer: "Answer") -> "Iterator[str]":
    parts = answer.parts
    if not parts:
        return
    yield "They meet nowhere: no statement rests on both, and none bears on both."
    if len(parts) == 1:
        yield f"Both lie in {_part(m, parts[0])}."
        return
    ends = (quoted(m.by_id[i]) for i in (answer.source, answer.target))
    first, last = (
        f"{end} lies in {_part(m, part)}" if part.size > 1 else f"{end} stands alone"
        for end, part in zip(ends, parts, strict=True)
    )
    yield f"They are not connected: {first}; {last}."


def _part(m: "Map", part: "Part") -> str:
    size = amount(part.size, "statement")
    if part.main and m.main:
        return f"the part of the map with the main claim, {quoted(m.main)}, of {size}"
    return f"a part of {size}, among them {listed([quoted(m.by_id[i]) for i in part.others])}"
