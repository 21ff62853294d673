"""The checks that a critical reader makes."""

from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from msgspec.structs import replace as replace_struct

from argmap.claims.model import (
    Expectation,
    Holder,
    Map,
    Quote,
    Relation,
    RelationRef,
    Source,
    Statement,
    Verdict,
)
from argmap.graph.answers import answer
from argmap.graph.build import to_networkx
from argmap.graph.checks import CHECKS, check
from argmap.graph.findings import Finding
from tests.graph.sketches import changed, entangled, ringed, sketch
from tests.strategies import maps


def found(m: Map, name: str) -> list[Finding]:
    return [finding for finding in check(m) if finding.check == name]


def subjects(m: Map, name: str) -> list[str | None]:
    return [finding.subject for finding in found(m, name)]


def what(m: Map, name: str) -> str:
    (finding,) = found(m, name)
    return finding.what


def test_a_sound_map_has_no_errors_and_warnings() -> None:
    m = sketch("e1 + a", "a + m", "b x m", "e2 & e3 + b", "e4 - [e1+a]", main="m")

    assert [finding for finding in check(m) if finding.severity != "note"] == []


# circular-support


@pytest.mark.parametrize(
    ("relations", "circle"),
    [
        (["a + b", "b + a"], "a → b → a"),
        (["e + b", "b + c", "c + d", "d + b"], "b → c → d → b"),
        (["b + a", "b + c", "c + d", "d + b"], "b → c → d → b"),
        (["a & x + b", "b + a"], "a → b → a"),
        (["c + [a+b]", "a + b", "b + c"], "c → a+b → b → c"),
    ],
)
def test_support_in_a_circle_is_an_error(relations: list[str], circle: str) -> None:
    m = sketch(*relations)

    (finding,) = found(m, "circular-support")

    assert finding.severity == "error"
    assert finding.what == f"Supports run in a circle: {circle}."
    assert finding.subject == circle.split(maxsplit=1)[0]


def test_circles_that_hang_together_are_reported_once_by_the_shortest() -> None:
    m = sketch("a + b", "b + c", "c + a", "b + a", "x + y", "y + x")

    assert [finding.what for finding in found(m, "circular-support")] == [
        "Supports run in a circle: a → b → a (1 more are tied up with it).",
        "Supports run in a circle: x → y → x.",
    ]


def test_among_equal_circles_the_smallest_ids_win() -> None:
    m = sketch("b + d", "b + c", "d + f", "c + f", "f + b")

    assert "b → c → f → b (1 more" in what(m, "circular-support")


@pytest.mark.parametrize("relations", [["a + b", "b + c", "a + c"], ["a x b"], ["a + b", "b - a"]])
def test_what_is_no_circle_of_supports_passes(relations: list[str]) -> None:
    assert found(sketch(*relations), "circular-support") == []


def test_undercuts_that_back_each_other_are_a_circle_of_relations() -> None:
    m = sketch("a + [b+[x]]", "b + [a+[b+[x]]]")
    first, second = m.relations
    back = replace(m, relations=(replace_struct(first, target=RelationRef(second.id)), second))

    assert subjects(back, "circular-support") == [first.id]


# main-without-reason, claim-without-reason


def test_bare_main_claim_is_a_warning() -> None:
    m = sketch("a - m", main="m")

    (finding,) = found(m, "main-without-reason")

    assert (finding.severity, finding.subject) == ("warning", "m")
    assert found(m, "claim-without-reason")[0].subject == "a"


def test_supported_main_claim_passes() -> None:
    assert found(sketch("e + m", main="m"), "main-without-reason") == []


def test_bare_claim_that_bears_on_others_is_a_note() -> None:
    m = sketch("a + b", "e + c", "c - b", "d - c", alone="x", main="b")

    assert subjects(m, "claim-without-reason") == ["a", "d"]
    assert CHECKS["claim-without-reason"].severity == "note"


# empty, idle-evidence, detached, no-main-claim


def test_map_without_statements_is_empty() -> None:
    m = Map(title="M")

    assert [finding.check for finding in check(m)] == ["empty"]
    assert what(m, "empty") == "The map has no statements."
    assert found(sketch("a + b"), "empty") == []


def test_evidence_that_bears_on_nothing_is_a_warning() -> None:
    m = sketch("e1 + a", "a - e2", "a x e3", "e4 & e5 + a", "e6 - [e1+a]", alone="e7", main="a")

    assert subjects(m, "idle-evidence") == ["e2", "e7"]


def test_each_part_apart_from_the_main_claim_is_reported_once() -> None:
    m = sketch("a + m", "m + b", "c - [a+m]", "d & f + b", "x + y", alone="z e", main="m")

    assert [(f.subject, f.what) for f in found(m, "detached")] == [
        ("x", "Nothing ties this and 1 more that hang on it to the main claim 'm'."),
        ("z", "Nothing ties this to the main claim 'm'."),
    ]
    assert subjects(m, "idle-evidence") == ["e"]


def test_map_without_main_claim_and_several_ends_gets_a_note() -> None:
    m = sketch("a + b", "c + d", alone="e")

    assert subjects(m, "no-main-claim") == [None]
    assert what(m, "no-main-claim") == (
        "No claim is marked as the main one, and 2 bear on no other: b, d."
    )
    assert found(m, "detached") == []


def test_long_lists_of_ends_are_cut() -> None:
    m = sketch(alone="a b c d f g")

    assert what(m, "no-main-claim").endswith("6 bear on no other: a, b, c, d, f, ….")


@pytest.mark.parametrize("main", ["b", None])
def test_one_end_needs_no_mark(main: str | None) -> None:
    assert found(sketch("a + b", "c x b", main=main), "no-main-claim") == []


# support-and-contrast


@pytest.mark.parametrize(
    ("relations", "doubtful"),
    [
        (["a + b", "a - b"], ["a"]),
        (["a + b", "b x a"], ["a"]),
        (["c + b", "a + [c+b]", "a - [c+b]"], ["a"]),
        (["a + b", "b - a"], []),
        (["a & c + b", "a - b"], []),
        (["a + b", "c - [a+b]"], []),
    ],
)
def test_support_and_contrast_of_one_statement(relations: list[str], doubtful: list[str]) -> None:
    assert subjects(sketch(*relations), "support-and-contrast") == doubtful


# holder-on-both-sides


def held(m: Map, **holders: tuple[str, ...]) -> Map:
    for name, holder in holders.items():
        m = changed(m, name, holder=holder)
    return m


def test_party_that_argues_both_ways_gets_a_note() -> None:
    m = held(sketch("a + c", "b - c"), a=("k",), b=("k",))
    m = replace(m, holders=(Holder(id="k", name="Kremlin"),))

    (finding,) = found(m, "holder-on-both-sides")

    assert (finding.severity, finding.subject) == ("note", "c")
    assert finding.what == "Kremlin speaks for it ('a') and against it ('b')."


def test_mutual_contrast_speaks_against_both() -> None:
    assert subjects(held(sketch("a + c", "c x b"), a=("k",), b=("k",)), "holder-on-both-sides") == [
        "c"
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("k",), ("w",)),
        ((), ()),
        (("author",), ("author",)),
        (("k", "author"), ("author",)),
        (("smith",), ("smith",)),
        (("k",), ("k", "w")),
        (("k",), ("w", "k")),
    ],
)
def test_different_parties_and_the_author_may(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    m = held(sketch("a + c", "b - c"), a=a, b=b)
    m = replace(m, holders=(Holder(id="smith", name="J. Smith"),), source=Source(author="J. SMITH"))

    assert found(m, "holder-on-both-sides") == []


def test_one_statement_on_both_sides_is_left_to_the_other_check() -> None:
    assert found(held(sketch("a + c", "a - c"), a=("k",)), "holder-on-both-sides") == []


def test_undercut_is_not_a_side() -> None:
    m = held(sketch("a + c", "b - [a+c]"), a=("k",), b=("k",))

    assert found(m, "holder-on-both-sides") == []


# one-origin-many-times


def from_one(m: Map) -> Map:
    for name, origin in {"e1": "The Times", "e2": "the  TIMES"}.items():
        m = changed(m, name, origin=origin)
    return m


def test_one_origin_cited_twice_is_a_warning() -> None:
    m = from_one(sketch("e1 + c", "e2 + c"))

    (finding,) = found(m, "one-origin-many-times")

    assert (finding.severity, finding.subject) == ("warning", "c")
    assert finding.what == (
        "2 pieces of evidence for it come from one origin, 'The Times': 'e1', 'e2'."
    )


def test_one_origin_cited_twice_against_a_step() -> None:
    m = from_one(sketch("a + c", "e1 - [a+c]", "e2 - [a+c]"))

    assert subjects(m, "one-origin-many-times") == ["a+c"]
    assert "against it" in what(m, "one-origin-many-times")


@pytest.mark.parametrize(
    "relations",
    [
        ["e1 & e2 + c"],
        ["e1 + c", "e2 - c"],
        ["e1 + c", "e2 + d"],
        ["e1 + c", "e1 & a + c"],
        ["e3 + c"],
    ],
)
def test_one_origin_cited_otherwise_passes(relations: list[str]) -> None:
    assert found(from_one(sketch(*relations, alone="e9 e4")), "one-origin-many-times") == []


def test_long_lists_of_evidence_are_cut() -> None:
    m = sketch(*(f"e{n} + c" for n in range(7)))
    for n in range(7):
        m = changed(m, f"e{n}", origin="The Times")

    assert what(m, "one-origin-many-times").endswith("'e4' and 2 more.")


# expectation


@pytest.mark.parametrize(
    ("relations", "verdict"),
    [
        (["a + b"], "supports"),
        (["a - b"], "undermines"),
        (["a + b", "a - c", "c + b"], "mixed"),
        (["a + c", "b + c"], "unconnected"),
        # Over walks, which may go round the circle, it is mixed.
        (["a + b", "b + x", "x - b"], "supports"),
        (["b + a", "a - b"], "undermines"),
    ],
)
def test_met_expectation_passes(relations: list[str], verdict: Verdict) -> None:
    m = sketch(*relations, expect=(Expectation(path=("a", "b"), verdict=verdict),))

    assert found(m, "expectation") == []


SUPPORT_EXPECTED = "'a' is expected to support 'b', but "
BOTH_EXPECTED = "'a' is expected both to support and to undermine 'b', but "
NONE_EXPECTED = "'a' and 'b' are expected to be unconnected, but "


@pytest.mark.parametrize(
    ("relations", "verdict", "message"),
    [
        (["a - b"], "supports", SUPPORT_EXPECTED + "it undermines it: a → b."),
        (["a + b", "a - b"], "supports", SUPPORT_EXPECTED + "it also undermines it: a → b."),
        (
            ["b - c", "c + a"],
            "supports",
            SUPPORT_EXPECTED + "no route leads there, only one back: 'b' undermines it: b → c → a.",
        ),
        (
            ["a + c", "b + c"],
            "supports",
            SUPPORT_EXPECTED + "no route leads from the one to the other.",
        ),
        (
            ["a + b", "a - b"],
            "undermines",
            "'a' is expected to undermine 'b', but it also supports it: a → b.",
        ),
        (
            ["a - c", "c + b"],
            "mixed",
            BOTH_EXPECTED + "it only undermines it: a → c → b.",
        ),
        (
            ["a + b", "a - b"],
            "unconnected",
            NONE_EXPECTED + "'a' supports it: a → b and undermines it: a → b.",
        ),
        (
            ["b + a"],
            "unconnected",
            NONE_EXPECTED + "'b' supports it: b → a.",
        ),
        (["a + b", "b + x", "x - b"], "mixed", BOTH_EXPECTED + "it only supports it: a → b."),
        (
            ["a + b", "b + x", "x - b"],
            "undermines",
            "'a' is expected to undermine 'b', but it supports it: a → b.",
        ),
    ],
)
def test_unmet_expectation_is_an_error(
    relations: list[str], verdict: Verdict, message: str
) -> None:
    m = sketch(*relations, expect=(Expectation(path=("a", "b"), verdict=verdict),))

    (finding,) = found(m, "expectation")

    assert (finding.severity, finding.subject) == ("error", "expect/0")
    assert finding.what == message


def test_walk_that_shows_a_verdict_is_told_as_one_where_it_is_no_route() -> None:
    m = ringed()
    turn = Relation(id="turn", source="r0", target="s", kind="contrast")
    expected = Expectation(path=("a", "t"), verdict="supports")
    m = replace(m, relations=(*m.relations, turn), expect=(expected,))

    assert what(m, "expectation") == (
        "'a' is expected to support 't', but it also undermines it: a → s → r0 → s → t, "
        "round a circle with an odd number of contrasts."
    )


def test_expectation_is_met_where_path_says_so() -> None:
    for seed in range(20):
        m, ends = entangled(seed)
        told = answer(m, *ends)
        if told.direction == "forward" and told.verdict:
            m = replace(m, expect=(Expectation(path=ends, verdict=told.verdict),))
            assert found(m, "expectation") == []


def test_expectation_of_one_statement_cannot_be_met() -> None:
    m = sketch("a + b", expect=(Expectation(path=("a", "a"), verdict="supports"),))

    assert what(m, "expectation") == "'a' is expected to bear on itself."


# silencing


def test_statement_silences_checks_about_itself() -> None:
    m = changed(sketch("a + b", alone="e1 e2"), "e1", ignore=("idle-evidence",))

    assert subjects(m, "idle-evidence") == ["e2"]


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "unknown-check"])
def test_map_silences_checks_about_all(name: str) -> None:
    m = sketch(
        "a + b",
        "b + a",
        "a - b",
        "e1 - m",
        "e2 - m",
        "c + m",
        "d - m",
        alone="e3 x",
        main="m",
        expect=(Expectation(path=("a", "m"), verdict="supports"),),
    )
    m = held(from_one(m), c=("k",), d=("k",))
    if name == "empty":
        m = Map(title="M")
    if name == "main-without-reason":
        m = replace(m, relations=tuple(r for r in m.relations if r.id != "c+m"))
    if name == "no-main-claim":
        m = changed(m, "m", main=False)
    if name == "unchecked-quotes":
        m = changed(m, "a", quotes=(Quote(quote="words"),))
        m = replace(m, path="map.yaml", source=Source(file="none.txt"))
    if name == "to-place":
        m = replace(m, to_place=("x",))
    if name == "proposed":
        m = changed(m, "a", status="proposed")
    assert found(m, name)

    assert found(replace(m, ignore=(name,)), name) == []
    assert [f for f in check(m) if f.check != name] == check(replace(m, ignore=(name,)))


def test_unknown_name_under_ignore_is_a_warning() -> None:
    m = replace(sketch("a + b"), ignore=("no-such", "detachd"))
    m = changed(m, "b", ignore=("idle evidence",))

    first, near, there = found(m, "unknown-check")

    assert first.what.startswith("There is no check 'no-such'; there are expectation, unchecked-")
    assert (near.subject, near.severity) == (None, "warning")
    assert near.what == "There is no check 'detachd'; did you mean 'detached'?"
    assert there.subject == "b"


def test_unknown_check_can_be_silenced_too() -> None:
    m = replace(sketch("a + b"), ignore=("no-such", "unknown-check"))

    assert found(m, "unknown-check") == []


# registry and order


def test_every_check_is_explained() -> None:
    for name, each in CHECKS.items():
        assert each.name == name
        assert each.explanation.endswith(".")


def test_findings_stand_in_the_order_of_the_map() -> None:
    m = sketch(
        "b + a",
        "a + b",
        "a - b",
        alone="e",
        expect=(Expectation(path=("e", "a"), verdict="mixed"),),
    )
    m = replace(m, ignore=("x",))

    assert [(f.subject, f.check) for f in check(m)] == [
        (None, "unknown-check"),
        ("b", "circular-support"),
        ("a", "support-and-contrast"),
        ("e", "idle-evidence"),
        ("expect/0", "expectation"),
    ]


@given(maps())
def test_findings_are_of_the_map_and_the_same_each_time(m: Map) -> None:
    findings = check(m)
    known = {*m.by_id, *m.relations_by_id, *(f"expect/{n}" for n in range(len(m.expect))), None}

    assert check(m) == findings
    assert all(finding.subject in known for finding in findings)
    assert all(finding.check in CHECKS for finding in findings)
    assert all(finding.what.endswith(".") and finding.cure.endswith(".") for finding in findings)


@given(maps())
def test_circles_are_found_as_networkx_finds_them(m: Map) -> None:
    supports: nx.DiGraph[str] = nx.DiGraph()
    for a, b, edge in to_networkx(m).edges(data=True):
        if edge["kind"] == "support":
            supports.add_edge(a, b)

    circular = found(replace(m, ignore=()), "circular-support")

    assert bool(circular) != nx.is_directed_acyclic_graph(supports)
    for finding in circular:
        start = finding.subject
        assert start is not None
        lengths = nx.single_target_shortest_path_length(supports, start)
        shortest = 1 + min(lengths[n] for n in supports.successors(start) if n in lengths)
        assert finding.what.count(" → ") == shortest


def test_many_statements_are_checked_quickly_without_recursion() -> None:
    names = [f"s{n}" for n in range(3000)]
    m = sketch(*(f"{a} + {b}" for a, b in pairwise(names)), "s2999 + s0", main="s0")

    assert what(m, "circular-support").startswith("Supports run in a circle: s0 → s1 → s2")


def test_statement_of_a_lone_map_needs_no_relation() -> None:
    m = Map(title="M", statements=(Statement(id="a", kind="claim", text="T", main=True),))

    assert [finding.check for finding in check(m)] == ["main-without-reason"]
