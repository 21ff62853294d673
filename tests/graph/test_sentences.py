"""Routes told in words."""

from dataclasses import replace

import pytest
from msgspec import structs

from argmap.claims.model import Holder, Map, Quote, Relation, Statement
from argmap.graph.build import to_networkx
from argmap.graph.routes import Route, shortest_route
from argmap.graph.sentences import (
    amount,
    certainty_words,
    hop_sentences,
    label,
    listed,
    named,
    quoted,
    route_verdict,
    source_words,
    weakest,
)
from tests.graph.sketches import changed, sketch


def route(m: Map, source: str, target: str) -> Route:
    found = shortest_route(to_networkx(m), source, target)
    assert found
    return found


def hops(m: Map, source: str, target: str) -> tuple[str, ...]:
    return hop_sentences(m, route(m, source, target))


def sure(m: Map, **certainties: float) -> Map:
    """Say how certain relations are; named without their signs."""
    return Map(
        title=m.title,
        statements=m.statements,
        relations=tuple(
            Relation(
                id=r.id,
                source=r.source,
                target=r.target,
                kind=r.kind,
                certainty=certainties.get(r.source + r.target_id),
            )
            for r in m.relations
        ),
    )


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("a + b", "“This is a” speaks for “This is b”."),
        ("a - b", "“This is a” speaks against “This is b”."),
        ("a x b", "“This is a” speaks against “This is b”, and the other way round."),
        ("b x a", "“This is a” speaks against “This is b”, and the other way round."),
        ("a & c + b", "“This is a”, together with “This is c”, speaks for “This is b”."),
        (
            "c & a & d - b",
            "“This is a”, together with “This is c” and “This is d”, speaks against “This is b”.",
        ),
    ],
)
def test_every_kind_of_relation_is_told(relation: str, sentence: str) -> None:
    assert hops(sketch(relation), "a", "b") == (sentence,)


def test_each_step_goes_on_from_the_last() -> None:
    assert hops(sketch("a - b", "b & d - c"), "a", "c") == (
        "“This is a” speaks against “This is b”.",
        "That in turn, together with “This is d”, speaks against “This is c”.",
    )


def test_an_undercut_speaks_against_a_step_and_goes_on_from_it() -> None:
    m = sketch("a & d + b", "c - [a&d+b]", "e + [c-[a&d+b]]", "b + z")

    assert hops(m, "e", "z") == (
        "“This is e” speaks for the step from “This is c” to another step.",
        ("That step speaks against the step from “This is a” and “This is d” to “This is b”."),
        "That step speaks for “This is b”.",
        "That in turn speaks for “This is z”.",
    )


def test_a_mutual_contrast_that_is_undercut_only_goes_on() -> None:
    m = sketch("a x b", "c - [axb]")

    assert hops(m, "c", "a")[1] == "That step speaks against “This is a”."
    assert hops(m, "c", "b")[1] == "That step speaks against “This is b”."


def test_holders_are_named() -> None:
    m = changed(sketch("a + b"), "a", holder=("w", "m"))
    m = Map(
        title=m.title,
        statements=m.statements,
        relations=m.relations,
        holders=(Holder(id="m", name="Moscow"), Holder(id="w", name="Washington")),
    )

    assert named(m, "a") == "“This is a” [Moscow, per Washington]"
    assert named(m, "b") == "“This is b”"
    assert hops(m, "a", "b")[0].startswith("“This is a” [Moscow, per Washington] speaks for")


@pytest.mark.parametrize(
    ("because", "end"),
    [
        ("Those asked do not feel strained.", ", because those asked do not feel strained."),
        ("A rule\n  is a rule", ", because a rule is a rule."),
        ("America moved first.", ", because: America moved first."),
        ("Waning, but menacing.", ", because: Waning, but menacing."),
        ("already in small letters", ", because: already in small letters."),
        ("What else?", ", because what else?"),
        ("So it goes...", ", because so it goes..."),
        ("  ", "."),
        ("The", ", because the."),
        ("Because it does.", ", because it does."),
        ("because it does.", ", because it does."),
        ("BECAUSE: The rule stands.", ", because the rule stands."),
        ("Because America moved first.", ", because America moved first."),
        ("because of the rain", ", because of the rain."),
        ("Because.", "."),
    ],
)
def test_the_warrant_ends_a_sentence(because: str, end: str) -> None:
    m = sketch("a + b")
    r = Relation(id="r", source="a", target="b", kind="support", because=because)
    told = hops(Map(title="", statements=m.statements, relations=(r,)), "a", "b")

    assert told == (f"“This is a” speaks for “This is b”{end}",)


def test_the_verdict_counts_steps_and_contrasts() -> None:
    m = sketch("a - b", "b - c", "c + d")

    def told(source: str, target: str) -> str:
        return route_verdict(m, route(m, source, target))

    assert told("a", "d") == "So it supports “This is d”: three steps, two contrasts."
    assert told("b", "c") == "So it undermines “This is c”: one step, one contrast."
    assert told("c", "d") == "So it supports “This is d”: one step, no contrasts."


def test_the_verdict_tells_how_many_steps_are_only_proposed() -> None:
    m = sketch("a + b", "b - c", "c + d")

    def told(*proposed: str) -> str:
        relations = tuple(
            structs.replace(r, status="proposed" if r.source in proposed else None)
            for r in m.relations
        )
        return route_verdict(replace(m, relations=relations), route(m, "a", "d"))

    assert told().endswith("three steps, one contrast.")
    assert told("b").endswith("three steps, one contrast. One step is only proposed.")
    assert told("b", "c").endswith("Two steps are only proposed.")


def test_what_is_least_certain_is_told_with_the_verdict() -> None:
    m = sure(sketch("a + b", "b - c"), ab=0.5, bc=0.9)
    told = route_verdict(m, route(m, "a", "c"))

    assert told.endswith("Least certain is the step from “This is a” to “This is b” (0.5).")
    m = changed(m, "b", certainty=0.25)
    told = route_verdict(m, route(m, "a", "c"))
    assert told.endswith("one contrast. Least certain is “This is b” (0.25).")


def test_the_weakest_is_the_least_certain_and_of_equals_the_first() -> None:
    m = sketch("a + b", "b + c")
    assert weakest(m, route(m, "a", "c")) is None
    assert weakest(sure(m, ab=1, bc=1), route(m, "a", "c")) is None
    assert weakest(changed(m, "c", certainty=0.1), route(m, "a", "c")) is None

    m = sure(m, ab=0.5, bc=0.5)
    assert weakest(m, route(m, "a", "c")) == (0.5, 0, "a+b")
    m = changed(m, "a", certainty=0.5)
    assert weakest(m, route(m, "a", "c")) == (0.5, 0, "a")
    m = changed(m, "b", certainty=0.0)
    assert weakest(m, route(m, "a", "c")) == (0.0, 1, "b")


@pytest.mark.parametrize(
    ("certainty", "told"),
    [(0, "0"), (0.5, "0.5"), (0.25, "0.25"), (1, "1"), (0.125, "0.13"), (0.1, "0.1")],
)
def test_certainties_have_two_decimals_at_most(certainty: float, told: str) -> None:
    assert certainty_words(certainty) == told


@pytest.mark.parametrize(
    ("certainty", "told"),
    [
        (0.996, "more than 0.99"),
        (0.994, "0.99"),
        (0.0049, "less than 0.01"),
        (0.005, "0.01"),
        (5e-324, "less than 0.01"),
    ],
)
def test_only_what_is_0_or_1_is_told_as_such(certainty: float, told: str) -> None:
    assert certainty_words(certainty) == told


def test_numbers_and_lists() -> None:
    told = [amount(n, "step") for n in (0, 1, 2, 12, 13, 10**15)]
    assert told == [
        "no steps",
        "one step",
        "two steps",
        "twelve steps",
        "13 steps",
        "1,000,000,000,000,000 steps",
    ]
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Plain\n  words", "“Plain words”"),
        ("A sentence.", "“A sentence”"),
        ("And so on...", "“And so on...”"),
        ("x" * 72, f"“{'x' * 72}”"),
        ("x" * 72 + ".", f"“{'x' * 72}”"),
        ("x" * 73, f"“{'x' * 72}…”"),
        ("word, " * 20, f"“{'word, ' * 11}word…”"),
        ("a " + "x" * 80, f"“a {'x' * 70}…”"),
    ],
)
def test_long_statements_are_cut_within_a_sentence(text: str, short: str) -> None:
    statement = Statement(id="a", kind="claim", text=text)

    assert quoted(statement) == short
    assert label(statement) == " ".join(text.split())


def test_the_words_of_the_source_are_those_that_were_found() -> None:
    found = Quote(quote="It … wet", start=4, end=15, match="exact")
    m = changed(sketch("a + b"), "a", quotes=(found, Quote(quote="more")))

    assert source_words(m, "a") == "“It … wet”"
    m = Map(title="", statements=m.statements, text="So. It is all\nwet.")
    assert source_words(m, "a") == "“It is all w”"
    assert source_words(m, "b") is None
    assert source_words(m, "a+b") is None
    m = changed(m, "a", quotes=(Quote(quote="word " * 40),))
    assert source_words(m, "a") == f"“{('word ' * 32).strip()}…”"
