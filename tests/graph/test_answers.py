"""Whole answers: hand-computed, and put together as the searches say."""

import json
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

import argmap
from argmap.claims.model import Map, Relation, Statement
from argmap.graph.answer_json import as_json
from argmap.graph.answers import Answer, Asker, Part, answer
from argmap.graph.build import to_networkx
from argmap.graph.conditions import Conditions, RouteError
from argmap.graph.counting import RouteCount
from argmap.graph.reach import turning_circle
from argmap.graph.routes import StatementNotFound
from argmap.graph.tellings import tell, tell_reach
from tests.graph.oracle import all_ways, kinds
from tests.graph.sketches import beset, changed, entangled, ringed, sketch, sketches

PAIRS = st.permutations("abcde").map(lambda names: (names[0], names[1]))
DIAMOND = sketch("a + b", "b - d", "a - c", "c - d", "d + e", alone="z")


def words(m: Map, told: Answer) -> list[str]:
    return [line.text for line in tell(m, told)]


def walked(m: Map, source: str, target: str) -> Counter[str]:
    """Count the routes for and against by walking every one."""
    g = to_networkx(m)
    odd = [kinds(g, way).count("contrast") % 2 for way in all_ways(g, source, target)]
    return Counter("undermines" if each else "supports" for each in odd)


def test_routes_polarity_and_count() -> None:
    told = answer(DIAMOND, "a", "e")

    assert (told.direction, told.polarity, told.more) == ("forward", "mixed", False)
    assert [route.statements for route in told.routes] == [
        ("a", "b", "d", "e"),
        ("a", "c", "d", "e"),
    ]
    assert told.count == RouteCount(1, 1, exact=True)
    assert words(DIAMOND, told)[:2] == [
        "“This is a” both supports and undermines “This is e”: one route for it, one against it.",
        "Route 1",
    ]


def test_limit_and_more() -> None:
    told = answer(DIAMOND, "a", "e", limit=1)

    assert (len(told.routes), told.more, told.count) == (1, True, RouteCount(1, 1, exact=True))
    assert words(DIAMOND, told)[-1] == "There are more routes."


def test_more_routes_are_not_told_of_where_the_search_was_only_given_up() -> None:
    told = answer(ringed(), "a", "t")

    assert [route.statements for route in told.routes] == [("a", "s", "t")]
    assert (told.more, told.cut_short, told.count) == (True, True, RouteCount(1, 0, exact=False))
    assert words(ringed(), told)[-1] == "There may be more routes."


def test_exact_count_tells_that_a_search_that_was_given_up_missed_nothing() -> None:
    m = beset(6, chain=5_000)
    told = answer(m, "a", "t")

    assert (len(told.routes), told.more, told.count) == (1, False, RouteCount(1, 0, exact=True))
    assert not words(m, told)[-1].startswith("There")


def test_further_routes_that_a_search_came_to_are_told_of() -> None:
    names = [f"s{n}" for n in range(12)]
    m = sketch(*(f"{a} + {b}" for a in names for b in names if a != b))
    told = answer(m, "s0", "s8", limit=3)

    assert (told.more, told.cut_short, told.count.exact) == (True, False, False)
    assert words(m, told)[-1] == "There are more routes."


def test_backward() -> None:
    told = answer(DIAMOND, "d", "b")

    assert (told.direction, told.polarity, told.ends) == ("backward", "undermines", ("b", "d"))
    assert words(DIAMOND, told) == [
        "“This is d” does not bear on “This is b”, but “This is b” bears on “This is d”.",
        "“This is b” undermines “This is d”: one route.",
        "“This is b” speaks against “This is d”.",
        "So it undermines “This is d”: one step, one contrast.",
    ]


def test_meeting_points() -> None:
    told = answer(DIAMOND, "b", "c")

    assert (told.direction, told.polarity) == (None, None)
    assert [(p.statement, p.kind) for p in told.meeting_points] == [
        ("d", "both bear on"),
        ("a", "both rest on"),
    ]
    assert words(DIAMOND, told) == [
        "Neither of “This is b” and “This is c” bears on the other.",
        (
            "Both bear on “This is d”: “This is b” undermines it, in one step; "
            "“This is c” undermines it, in one step."
        ),
        (
            "Both rest on “This is a”: it supports “This is b”, in one step; "
            "it undermines “This is c”, in one step."
        ),
    ]
    few = answer(DIAMOND, "b", "c", limit=1)
    assert (len(few.meeting_points), few.more_meeting_points) == (1, True)
    assert words(DIAMOND, few)[-1] == "They meet elsewhere, too."


def test_not_connected() -> None:
    told = answer(DIAMOND, "z", "c")

    assert told.parts == (
        Part(1, main=False, others=()),
        Part(5, main=False, others=("a", "b", "d")),
    )
    assert words(DIAMOND, told)[1:] == [
        "They meet nowhere: no statement rests on both, and none bears on both.",
        (
            "They are not connected: “This is z” stands alone; “This is c” lies in a part of five "
            "statements, among them “This is a”, “This is b” and “This is d”."
        ),
    ]


def test_connected_but_without_a_meeting_point() -> None:
    m = sketch("a + x", "c + x", "c - y", "b + y", main="x")
    told = answer(m, "a", "b")

    assert told.parts == (Part(5, main=True, others=("x", "c", "y")),)
    assert words(m, told)[-1] == (
        "Both lie in the part of the map with the main claim, “This is x”, of five statements."
    )


def test_a_circle_with_an_odd_number_of_contrasts_is_told() -> None:
    m = sketch("d + a", "a - b", "b - c", "c - a", "c + z")
    told = answer(m, "d", "z")

    assert (told.polarity, told.over_routes, told.verdict) == ("mixed", "supports", "supports")
    assert told.odd_circles == (("a", "b", "c"),)
    assert words(m, told)[:2] == [
        "“This is d” supports “This is z”: one route.",
        (
            "On the way lies a circle with an odd number of contrasts, among “This is a”, “This "
            "is b” and “This is c”: who goes round it comes out on the other side."
        ),
    ]
    assert answer(m, "d", "a").odd_circles
    assert not answer(sketch("a + b", "b x c", "c + d"), "a", "d").odd_circles


def test_a_circle_is_not_named_where_no_way_that_is_asked_for_goes_round_it() -> None:
    m = sketch("a + b", "b + c", "c - a", "c + d")

    assert answer(m, "a", "d").odd_circles
    assert answer(m, "a", "d", max_steps=6).odd_circles
    assert not answer(m, "a", "d", max_steps=5).odd_circles
    assert not answer(m, "a", "d", via=["b"]).odd_circles
    assert not answer(m, "a", "d", only="support").odd_circles


def test_a_circle_is_only_named_where_routes_go_both_ways_anyway() -> None:
    m = sketch("a + b", "b x a", "b + c")

    assert words(m, answer(m, "a", "c"))[:2] == [
        "“This is a” both supports and undermines “This is c”: one route for it, one against it.",
        (
            "On the way lies a circle with an odd number of contrasts, among “This is a” and "
            "“This is b”."
        ),
    ]


def test_a_circle_of_statements_and_their_own_steps_is_named_by_both() -> None:
    m = sketch("c + b", "b - [c+b]", "b + z")

    assert words(m, answer(m, "b", "z"))[1] == (
        "On the way lies a circle with an odd number of contrasts, among “This is b” and the step "
        "from “This is c” to “This is b”: who goes round it comes out on the other side."
    )


def test_of_a_large_circle_some_are_named() -> None:
    names = [f"s{n:02}" for n in range(11)]
    m = sketch(
        *(f"{a} - {b}" for a, b in zip(names, [*names[1:], names[0]], strict=True)), "x + s00"
    )
    told = words(m, answer(m, "x", "s05"))[1]

    assert told.count("“") == 8
    assert "“This is s07” and three others: who goes round it" in told


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, ["abde", "acde"]),
        ({"only": "contrast"}, []),
        ({"avoid": ["b"]}, ["acde"]),
        ({"via": ["b"]}, ["abde"]),
        ({"via": ["b", "d"]}, ["abde"]),
        ({"max_steps": 3}, ["abde", "acde"]),
        ({"max_steps": 2}, []),
        ({"holder": "author"}, ["abde", "acde"]),
        ({"holder": "moscow"}, []),
    ],
)
def test_conditions(conditions: dict[str, object], found: list[str]) -> None:
    told = answer(DIAMOND, "a", "e", **conditions)  # type: ignore[arg-type]

    assert ["".join(route.statements) for route in told.routes] == found
    assert told.direction == "forward"
    assert told.count.total == len(found)
    assert told.polarity == {0: None, 1: told.over_routes, 2: "mixed"}[len(found)]
    if not found:
        assert words(DIAMOND, told)[0].endswith("but by no such route.")


def test_the_holder_between_is_the_innermost_and_steps_do_not_count() -> None:
    m = changed(sketch("a + b", "b - c", "x - [b-c]"), "b", holder=("w", "m"))

    assert [answer(m, "a", "c", holder=h).count.total for h in ("m", "w", "author")] == [1, 0, 0]
    assert answer(m, "x", "c", holder="nobody").count.total == 1


@pytest.mark.parametrize(
    ("conditions", "what"),
    [
        ({"avoid": ["a"]}, "A route between the two cannot avoid 'a', its end."),
        ({"avoid": ["b"], "via": ["b"]}, "A route cannot both visit and avoid 'b'."),
        ({"via": ["e"]}, "Every route visits 'e', its end; visit another one."),
    ],
)
def test_conditions_that_cannot_be_met_say_which(conditions: dict[str, object], what: str) -> None:
    with pytest.raises(RouteError) as raised:
        answer(DIAMOND, "a", "e", **conditions)  # type: ignore[arg-type]

    assert str(raised.value) == what


@pytest.mark.parametrize(
    ("conditions", "what"),
    [
        ({"via": ["b", "c"]}, "by way of “This is b” and “This is c”"),
        ({"via": ["z"]}, "by way of “This is z”"),
        ({"via": ["b"], "only": "contrast"}, "of contrasts alone and by way of “This is b”"),
    ],
)
def test_statements_that_no_route_visits_leave_none(
    conditions: dict[str, object], what: str
) -> None:
    for ends in (("a", "e"), ("e", "a")):
        told = answer(DIAMOND, *ends, **conditions)  # type: ignore[arg-type]

        assert (told.direction is None, told.routes, told.more) == (False, (), False)
        *before, headline, last = words(DIAMOND, told)
        assert headline == "“This is a” bears on “This is e”, but by no such route."
        assert last == f"Only routes {what} count."
        back = "“This is e” does not bear on “This is a”, but “This is a” bears on “This is e”."
        assert before == ([back] if ends == ("e", "a") else [])


def test_bad_questions() -> None:
    for arguments, error in (
        (("a", "a"), ValueError),
        (("a", "nobody"), StatementNotFound),
        (("nobody", "a"), StatementNotFound),
    ):
        with pytest.raises(error):
            answer(DIAMOND, *arguments)
    undercut = sketch("a + b", "c - [a+b]")
    with pytest.raises(StatementNotFound):
        answer(undercut, "a+b", "b")
    for numbers in ({"limit": 0}, {"limit": -1}, {"max_steps": 0}):
        with pytest.raises(ValueError, match="must be at least 1"):
            answer(DIAMOND, "a", "e", **numbers)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="only must be 'support' or 'contrast', not 'supports'"):
        answer(DIAMOND, "a", "e", only="supports")  # type: ignore[arg-type]
    with pytest.raises(StatementNotFound):
        answer(DIAMOND, "a", "e", avoid=["nobody"])
    with pytest.raises(StatementNotFound):
        answer(DIAMOND, "a", "e", via=["nobody"])


def test_between_and_cuts() -> None:
    told = Asker(DIAMOND).answer("a", "e", with_between=True, with_cuts=True)

    assert told.between == {"e": 0, "d": 1, "b": 2, "c": 2, "a": 3}
    assert told.cuts == (("d",), ("d",))
    assert words(DIAMOND, told)[1:] == [
        "Between “This is a” and “This is e”: three statements",
        "“This is c”, two steps before the end",
        "“This is b”, two steps before the end",
        "“This is d”, one step before the end",
        "Every route visits “This is d”: without it there is no route.",
    ]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("d", "Without both “This is b” and “This is c”, for example, there is no route; fewer do"),
        ("b", "No statement between the two can cut them apart."),
    ],
)
def test_cuts_in_words(target: str, told: str) -> None:
    asked = Asker(DIAMOND).answer("a", target, with_cuts=True)

    assert words(DIAMOND, asked)[-1].startswith(told)


def test_all_of_a_route_is_named_as_what_would_have_to_fall() -> None:
    m = sketch("a + b", "b + c", "c + d")

    assert words(m, Asker(m).answer("a", "d", with_cuts=True))[-1] == (
        "Every route visits “This is b” and “This is c”: without any one of them there is no route."
    )


def test_more_routes_than_can_be_counted_are_told_as_at_least() -> None:
    names = [f"s{n:02}" for n in range(60)]
    every = [f"{a} - {b}" for a in names for b in names if a != b]
    m = sketch(*every)
    told = answer(m, "s00", "s01")

    assert told.count == RouteCount(10**15, 10**15, exact=False)
    assert "at least 1,000,000,000,000,000 routes for it, at least 1,0" in words(m, told)[0]


def test_what_routes_amount_to_is_not_known_where_some_may_be_missed() -> None:
    m = ringed("z + a", "a + b", "b - a")
    told = answer(m, "z", "t")

    assert (told.polarity, told.over_routes, told.verdict) == ("mixed", None, "mixed")
    assert as_json(m, told)["over_routes"] is None
    assert answer(m, "z", "t", via=["s"]).over_routes is None
    assert answer(ringed(), "a", "t").over_routes == "supports"


def test_no_fewer_routes_are_counted_than_told() -> None:
    inexact = []
    for seed in range(40):
        m, ends = entangled(seed)
        told = answer(m, *ends)
        sides = Counter(route.polarity for route in told.routes)
        assert told.count.supporting >= sides["supports"]
        assert told.count.undermining >= sides["undermines"]
        inexact.append(not told.count.exact)
    assert any(inexact)


def test_self_loops_and_circles_of_two_do_no_harm() -> None:
    names = ("a", "b", "c")
    m = Map(
        title="",
        statements=tuple(Statement(id=n, kind="claim", text=n) for n in names),
        relations=tuple(
            Relation(id=f"{a}{b}", source=a, target=b, kind="contrast")
            for a, b in ("aa", "ab", "ba", "bb", "bc", "cc")
        ),
    )
    told = Asker(m).answer("a", "c", with_between=True, with_cuts=True)

    assert [route.nodes for route in told.routes] == [("a", "b", "c")]
    assert told.count == RouteCount(1, 0, exact=True)
    assert told.odd_circles == (("c",), ("a", "b"))


def test_what_bears_on_a_statement_in_words() -> None:
    g = to_networkx(DIAMOND)
    toward = tell_reach(DIAMOND, "d", argmap.rests_on(g, "d"), limit=2, toward=True)
    away = tell_reach(DIAMOND, "a", argmap.bears_on(g, "a"), limit=9, toward=False)

    assert [line.text for line in toward] == [
        "Three statements bear on “This is d”: two against it, one on both sides.",
        "In one step",
        "“This is b” undermines it",
        "“This is c” undermines it",
    ]
    assert [line.text for line in away] == [
        "“This is a” bears on four statements: it supports one, undermines one, does both to two.",
        "In one step",
        "It supports “This is b”",
        "It undermines “This is c”",
        "In two steps",
        "It both supports and undermines “This is d”",
        "In three steps",
        "It both supports and undermines “This is e”",
    ]
    alone = tell_reach(DIAMOND, "z", {}, limit=9, toward=True)
    assert [line.text for line in alone] == ["No statements bear on “This is z”."]
    one = tell_reach(DIAMOND, "b", argmap.rests_on(g, "b"), limit=9, toward=True)
    assert one[0].text == "One statement bears on “This is b” and supports it."
    last = tell_reach(DIAMOND, "d", argmap.bears_on(g, "d"), limit=9, toward=False)
    assert last[0].text == "“This is d” bears on one statement and supports it."
    same = tell_reach(DIAMOND, "c", argmap.bears_on(g, "c"), limit=9, toward=False)
    assert same[0].text == "“This is c” bears on two statements: it undermines all."


def test_what_may_be_on_both_sides_by_a_circle_alone_is_told() -> None:
    m = sketch("s + a", "a + b", "b - a", "a + c", "c + d", "d + e", "e - b")
    g = to_networkx(m)
    found = argmap.bears_on(g, "s")
    circle = turning_circle(g, "s", found, toward=False)
    told = [line.text for line in tell_reach(m, "s", found, limit=1, toward=False, circle=circle)]

    assert found["b"].over_routes is None
    assert told[-2:] == [
        (
            "On the way lies a circle with an odd number of contrasts, among “This is a”, “This is "
            "b”, “This is c”, “This is d” and “This is e”: who goes round it comes out on the "
            "other side."
        ),
        "One of these may be on both sides only by going round such a circle.",
    ]
    plain = to_networkx(DIAMOND)
    assert turning_circle(plain, "d", argmap.rests_on(plain, "d"), toward=True) == ()


def test_a_single_question_is_answered_as_by_an_asker() -> None:
    asker = Asker(DIAMOND)

    assert argmap.answer is answer
    assert asker.answer("a", "e") == answer(DIAMOND, "a", "e")
    assert asker.graph is asker.graph


def test_the_part_of_an_answer_holds_all_its_ways() -> None:
    asker = Asker(DIAMOND)

    assert asker.part(asker.answer("e", "b")) == {"b", "d", "e"}
    assert asker.part(asker.answer("b", "c")) == {"a", "b", "c", "d"}
    assert asker.part(asker.answer("z", "c")) == {"z", "c"}


def test_the_part_of_an_answer_leaves_out_what_the_conditions_do() -> None:
    asker = Asker(DIAMOND)

    around = asker.answer("a", "e", Conditions(avoid=("b",)))
    assert asker.part(around) == {"a", "c", "d", "e"}
    assert asker.part(asker.answer("a", "e", Conditions(only="contrast"))) == {"a", "e"}


@given(sketches(), PAIRS)
def test_counts_and_polarity_are_those_of_all_routes(m: Map, ends: tuple[str, str]) -> None:
    told = answer(m, *ends)
    forward, back = walked(m, *ends), walked(m, *ends[::-1])
    routes = forward or back

    assert told.direction == ("forward" if forward else "backward" if back else None)
    assert told.count == RouteCount(routes["supports"], routes["undermines"], exact=True)
    assert told.more == (routes.total() > 5)
    assert len(told.routes) == min(5, routes.total())
    if not told.odd_circles:
        assert told.polarity == told.over_routes
    if not routes:
        assert bool(told.meeting_points) != bool(told.parts)


@given(sketches(), st.permutations("abcde"), st.integers(1, 4))
def test_conditions_choose_among_all_routes(m: Map, names: list[str], steps: int) -> None:
    ends, name = (names[0], names[1]), names[2]
    g = to_networkx(m)
    ways = all_ways(g, *ends)
    if not ways:
        return

    short = [way for way in ways if way.steps <= steps]
    told = answer(m, *ends, max_steps=steps)
    assert told.count.total == len(short)
    sides = {kinds(g, way).count("contrast") % 2 for way in short}
    verdict = {0: None, 1: "undermines" if 1 in sides else "supports", 2: "mixed"}[len(sides)]
    assert told.over_routes == verdict
    if not told.odd_circles:
        assert told.polarity == verdict
    around = [way for way in ways if name not in way.nodes]
    assert answer(m, *ends, avoid=[name]).count.total == len(around)
    pure = [way for way in ways if set(kinds(g, way)) == {"support"}]
    assert answer(m, *ends, only="support").count == (len(pure), 0, True)
    through = len(ways) - len(around)
    assert answer(m, *ends, via=[name]).count.total == through


@given(sketches(), PAIRS)
def test_every_answer_can_be_told_and_written(m: Map, ends: tuple[str, str]) -> None:
    told = Asker(m).answer(*ends, with_between=True, with_cuts=True)
    written = json.loads(msgspec.json.encode(as_json(m, told)))
    lines = words(m, told)

    assert all(line == " ".join(line.split()) for line in lines)
    assert [s for s in written["sentences"] if s not in lines] == []
    for route, shown in zip(told.routes, written["routes"], strict=True):
        assert len(shown["sentences"]) == len(route.relations) == len(shown["relations"])
        assert shown["statements"] == list(route.statements)


def layers(width: int) -> list[str]:
    """Relations from a to z: as many routes as the cube of the width, all of four steps."""
    rows = [["a"], *([f"{d}{w}" for w in range(width)] for d in "pqr"), ["z"]]
    return [f"{x} + {y}" for above, below in pairwise(rows) for x in above for y in below]


def test_a_relation_that_is_only_proposed_says_so_in_json() -> None:
    m = sketch("a + b", "b - c")
    first, second = m.relations
    m = replace(m, relations=(structs.replace(first, status="proposed"), second))

    (route,) = as_json(m, answer(m, "a", "c"))["routes"]

    assert route["relations"] == [
        {"id": "a+b", "kind": "support", "because": None, "status": "proposed"},
        {"id": "b-c", "kind": "contrast", "because": None},
    ]


def test_verdict_of_routes_that_were_not_all_looked_at_says_so() -> None:
    m = sketch("s + a", *layers(6))

    told = answer(m, "s", "z", via=["a"])

    assert told.more
    assert not told.count.exact
    assert tell(m, told)[0].text == (
        "“This is s” supports “This is z”, as far as was searched: at least 200 routes for it."
    )


def test_verdict_over_short_routes_is_that_of_all_of_them() -> None:
    far = [f"p{w} - x" for w in range(6)] + ["x + y", *(f"y + r{w}" for w in range(6))]
    m = sketch(*layers(6), *far)

    mixed = answer(m, "a", "z", max_steps=5)
    alike = answer(m, "a", "z", max_steps=4)

    assert (mixed.polarity, mixed.over_routes) == ("mixed", "mixed")
    assert words(m, mixed)[0] == (
        "“This is a” both supports and undermines “This is z”: "
        "at least 200 routes for it, at least one against it."
    )
    assert (alike.polarity, alike.over_routes) == ("supports", "supports")
    assert words(m, alike)[0] == ("“This is a” supports “This is z”: at least 200 routes for it.")


def test_an_odd_circle_that_short_walks_go_round_is_told() -> None:
    m = sketch(*layers(6), "z + x", "x - z")

    assert not answer(m, "a", "z", max_steps=5).odd_circles
    told = answer(m, "a", "z", max_steps=6)

    assert (told.polarity, told.odd_circles) == ("mixed", (("x", "z"),))
