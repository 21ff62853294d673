"""What a map says of proposals: status and signal, suggested relations, what found no place."""

import json

import pytest

import argmap
from argmap.claims.formats import format_named
from argmap.claims.model import Suggestion
from argmap.graph.build import to_networkx
from tests.claims.reading import HEAD, mistakes, read

TWO = "claims: {a: {text: A}, b: {text: B}}\n"
DRAFT = """\
claims:
  a:
    text: A
    status: proposed
    signal: a thesis
    supports:
      - {to: b, certainty: 0.8, status: proposed, signal: opens with 'because'}
  b: {text: B}
  c: {text: C}
suggested:
  - {from: c, to: b, kind: contrast, signal: the same paragraph, certainty: 0.5}
to_place: [c]
"""


def test_a_map_tells_what_was_proposed_and_why() -> None:
    m = read(DRAFT)

    assert (m.by_id["a"].status, m.by_id["a"].signal) == ("proposed", "a thesis")
    assert (m.relations[0].status, m.relations[0].signal) == ("proposed", "opens with 'because'")
    assert (m.by_id["b"].status, m.by_id["b"].signal) == (None, None)
    assert m.to_place == ("c",)
    assert m.suggested == (
        Suggestion(
            source="c", target="b", kind="contrast", signal="the same paragraph", certainty=0.5
        ),
    )


def test_what_is_suggested_is_not_in_the_graph() -> None:
    assert list(to_networkx(read(DRAFT)).edges(keys=True)) == [("a", "b", "a-b")]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_marks_come_back(form: str) -> None:
    m = read(DRAFT)

    assert argmap.loads(argmap.dumps(m, form=form), form=form) == m


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "claims: {a: {text: A, status: done}}",
            "map:3:31: 'status' must be one of proposed, not 'done'.",
        ),
        (
            f"{TWO}suggested: [{{from: a, to: x, kind: support}}]",
            "map:4:27: unknown statement 'x'. Every id must stand under claims or evidence.",
        ),
        (
            f"{TWO}suggested: [{{from: a, to: a, kind: support}}]",
            "map:4:27: 'a' is suggested to bear on itself. Name another statement.",
        ),
        (
            f"{TWO}suggested: [{{from: a, to: b}}]",
            "map:4:13: the suggestion has no 'kind'. Add kind: (one of contrast, support).",
        ),
        (
            f"{TWO}suggested: [a]",
            (
                "map:4:13: a suggestion must be a mapping with 'from', 'to' and 'kind'."
                " Write - {from: a, to: b, kind: support}."
            ),
        ),
        (
            f"{TWO}suggested: {{}}",
            (
                "map:4:12: 'suggested' must be a list of mappings with 'from', 'to' and 'kind'."
                " Write - {from: a, to: b, kind: support}."
            ),
        ),
        (
            f"{TWO}to_place: [a, x]",
            "map:4:15: unknown statement 'x'. Every id must stand under claims or evidence.",
        ),
        (f"{TWO}to_place: a", "map:4:11: 'to_place' must be a list of ids, not 'a'. Write [a]."),
    ],
)
def test_mistakes_in_a_draft_are_told_at_their_place(body: str, told: str) -> None:
    assert mistakes(HEAD + body) == [told]


def test_json_tells_of_unknown_statements_too() -> None:
    written = json.loads(argmap.dumps(read(TWO), form="json"))
    written["to_place"] = ["x"]

    assert "unknown statement 'x'" in mistakes(json.dumps(written), form="json")[0]


def test_formats_without_marks_of_a_draft_say_what_is_lost() -> None:
    losses = [loss.what for loss in format_named("sadface").write(read(DRAFT)).losses]

    assert losses == [
        "mark of a draft",
        "mark of a draft",
        "suggested relation",
        "statement to place",
    ]
