"""Links, sections and locutions: what a map keeps beside its argument."""

import pytest

import argmap
from argmap.claims.model import Link, Locution
from tests.claims.reading import HEAD, mistakes

TALK = (
    HEAD
    + """
holders: {ann: {name: Ann}}
claims:
  a: {text: A, section: [Costs, Fines], said: [{words: "So a.", by: ann, time: "12:30"}]}
  b: {text: B, section: Costs, rephrases: [a], preferred_to: [{to: a, id: b-first, scheme: Order}]}
"""
)


def test_links_sections_and_locutions_are_read() -> None:
    m = argmap.loads(TALK)

    assert m.links == (
        Link(id="b~a", source="b", target="a", kind="rephrase"),
        Link(id="b-first", source="b", target="a", kind="preference", scheme="Order"),
    )
    assert [s.section for s in m.statements] == [("Costs", "Fines"), ("Costs",)]
    assert m.by_id["a"].locutions == (Locution(words="So a.", speaker="ann", time="12:30"),)
    assert m.relations == ()


def test_no_path_runs_along_a_link() -> None:
    g = argmap.to_networkx(argmap.loads(TALK))

    assert argmap.shortest_route(g, "b", "a") is None
    assert g.number_of_edges() == 0


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_they_survive_a_round_trip(form: str) -> None:
    m = argmap.loads(TALK)

    assert argmap.loads(argmap.dumps(m, form=form), form=form) == m


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("a: {text: A, rephrases: [c]}", "unknown statement 'c'"),
        ("a: {text: A, rephrases: [a]}", "'a' is the rephrase of itself"),
        ("a: {text: A, preferred_to: [b, b]}", "'a' is a preference of 'b' a second time"),
        ("a: {text: A, rephrases: [{to: b, id: b}]}", "the link's id 'b' is taken"),
        ("a: {text: A, supports: [{to: b, id: x}], rephrases: [{to: b, id: x}]}", "'x' is taken"),
        ("a: {text: A, said: [{words: W, by: bo}]}", "unknown holder 'bo'"),
        ("a: {text: A, said: [{by: bo}]}", "has no 'words'"),
        ("a: {text: A, section: {}}", "'section' must be a heading, or a list of headings"),
    ],
)
def test_mistakes_are_told(body: str, told: str) -> None:
    found = mistakes(HEAD + f"claims:\n  {body}\n  b: {{text: B}}\n")

    assert any(told in line for line in found), found
