"""Routes told in words."""

import pytest

from argmap.claims.model import Holder, Map, Statement
from argmap.graph.build import to_networkx
from argmap.graph.routes import polarity, shortest_route
from argmap.graph.sentences import (
    hop_sentences,
    label,
    node_words,
    quoted,
    turned,
    unconnected,
    verb_words,
    verdict,
)
from tests.graph.sketches import changed, sketch


def hops(m: Map, source: str, target: str) -> tuple[str, ...]:
    route = shortest_route(to_networkx(m), source, target)
    assert route
    return hop_sentences(m, route)


def told(m: Map, source: str, target: str) -> str:
    g = to_networkx(m)
    route, bearing = shortest_route(g, source, target), polarity(g, source, target)
    assert route
    assert bearing
    return verdict(m, route, bearing)


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("a + b", "“This is a.” supports “This is b.”."),
        ("a - b", "“This is a.” contrasts with “This is b.”."),
        ("a x b", "“This is a.” is set against “This is b.”."),
        ("b x a", "“This is a.” is set against “This is b.”."),
        ("a & c + b", "“This is a.”, together with “This is c.”, supports “This is b.”."),
    ],
)
def test_every_kind_of_relation_has_its_verb(relation: str, sentence: str) -> None:
    assert hops(sketch(relation), "a", "b") == (sentence,)


def test_an_undercut_questions_a_step_and_goes_on_from_it() -> None:
    m = sketch("a & d + b", "c - [a&d+b]", "e + [c-[a&d+b]]")

    assert hops(m, "e", "b") == (
        "“This is e.” backs the step from “This is c.” to another step.",
        (
            "The step from “This is c.” to another step questions "
            "the step from “This is a.” and “This is d.” to “This is b.”."
        ),
        "The step from “This is a.” and “This is d.” to “This is b.” supports “This is b.”.",
    )
    route = shortest_route(to_networkx(m), "a", "b")
    assert route
    assert verb_words(m, route.relations[0], "a", "b") == "supports, together with “This is d.”"


def test_holders_are_named() -> None:
    m = changed(sketch("a + b"), "a", holder=("w", "m"))
    m = Map(
        title=m.title,
        statements=m.statements,
        relations=m.relations,
        holders=(Holder(id="m", name="Moscow"), Holder(id="w", name="Washington")),
    )

    assert node_words(m, "a") == "This is a. (Moscow, per Washington)"
    assert node_words(m, "b") == "This is b."
    assert hops(m, "a", "b")[0].startswith("“This is a.” (Moscow, per Washington) supports")


def test_the_verdict_counts_steps_and_contrasts() -> None:
    m = sketch("a - b", "b - c", "c + d")

    assert told(m, "a", "d") == "So “This is a.” supports “This is d.”: 3 steps, 2 contrasts."
    assert told(m, "b", "c") == "So “This is b.” undermines “This is c.”: 1 step, 1 contrast."
    assert told(m, "c", "d") == "So “This is c.” supports “This is d.”: 1 step, no contrasts."


def test_a_mixed_verdict_tells_both_sides() -> None:
    assert told(sketch("a - b", "a + c", "c + b"), "a", "b") == (
        "So “This is a.” both supports and undermines “This is b.”: "
        "this way, of 1 step, 1 contrast, it undermines it, another way it supports it."
    )


def test_answers_without_a_route() -> None:
    m = sketch("a + b", alone="c")

    assert unconnected(m, "a", "c") == (
        "Neither of “This is a.” and “This is c.” bears on the other."
    )
    assert turned(m, "b", "a") == (
        "“This is b.” does not bear on “This is a.”, but “This is a.” bears on “This is b.”:"
    )


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Plain\n  words", "“Plain words”"),
        ("x" * 72, f"“{'x' * 72}”"),
        ("x" * 73, f"“{'x' * 72}…”"),
        ("word, " * 20, f"“{'word, ' * 11}word…”"),
        ("a " + "x" * 80, f"“a {'x' * 70}…”"),
    ],
)
def test_long_statements_are_cut_within_a_sentence(text: str, short: str) -> None:
    statement = Statement(id="a", kind="claim", text=text)

    assert quoted(statement) == short
    assert label(statement) == " ".join(text.split())
