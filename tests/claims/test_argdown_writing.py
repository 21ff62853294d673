"""Maps written as Argdown: what a person reads there, and what comes back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.claims import Holder, Map, Quote, Relation, RelationRef, Statement
from argmap.claims.formats.argdown.writing import write
from argmap.claims.model import Link, Source
from tests.claims.foreign import read


def claim(name: str, text: str = "T", **fields: Any) -> Statement:
    return Statement(id=name, kind="claim", text=text, **fields)


def support(source: str, target: str | RelationRef, **fields: Any) -> Relation:
    name = target.relation if isinstance(target, RelationRef) else target
    given = {"id": f"{source}-{name}", "kind": "support"} | fields
    return Relation(source=source, target=target, **given)


def contrast(source: str, target: str | RelationRef, **fields: Any) -> Relation:
    return support(source, target, kind="contrast", **fields)


def body(m: Map) -> str:
    """The written text without front matter, after it came back as the same map."""
    written = write(m)
    reading = read("argdown", written.text)

    assert reading.map == replace(m, path="map")
    assert not reading.losses
    assert not written.losses
    return written.text.split("===\n\n", 1)[1]


def with_statements(*relations: Relation, names: str = "abcd", **fields: Any) -> Map:
    return Map(title="T", statements=tuple(map(claim, names)), relations=relations, **fields)


def test_map_is_written_as_a_person_would_write_it() -> None:
    m = Map(
        title="Should shops open on Sundays?",
        statements=(
            claim("open", "Shops should open.", main=True, tags=("work", "day of rest")),
            claim("strain", "It strains families.", holder=("unions",), section=("Against",)),
            claim("pay", "It pays.", tags=("argument", "money"), section=("Against", "Money")),
            Statement(
                id="survey",
                kind="evidence",
                text="61 % want it.",
                type="statistic",
                origin="Retail Institute 2025",
                quotes=(Quote(quote="61 %"), Quote(quote="most", nth=2)),
                certainty=0.9,
                section=("For",),
            ),
        ),
        relations=(
            contrast("strain", "open", mutual=True),
            support("pay", "open"),
            support(
                "survey",
                "open",
                id="r7",
                linked=("strain",),
                because="They were asked.",
                scheme="argument from sign",
                certainty=0.5,
            ),
            contrast("survey", "pay"),
        ),
        holders=(Holder(id="unions", name="Trade unions", aliases=("the unions",)),),
        source=Source(author="A. Writer", date="2026-03-01", publisher="P"),
    )
    written = write(m)

    assert read("argdown", written.text).map == replace(m, path="map")
    assert written.text == (
        """\
===
title: "Should shops open on Sundays?"
author: "A. Writer"
date: "2026-03-01"
source: {publisher: P}
holders: {unions: {name: Trade unions, aliases: [the unions]}}
===

[open]: Shops should open. #work #(day of rest) {main: true}

# Against

[strain]: It strains families. {holder: unions}
  >< [open]

## Money

<pay>: It pays. #money
  +> [open]

# For

[survey]: 61 % want it. {evidence: true, type: statistic, origin: Retail Institute 2025, \
quotes: ["61 %", {quote: most, nth: 2}], certainty: 0.9}

<r7>: They were asked.

(1) [survey]
(2) [strain]
--
argument from sign
{certainty: 0.5}
--
(3) [open]

[survey]
  -> <pay>
"""
    )


def test_linked_premises_of_a_contrast_have_a_conclusion_that_stands_for_them() -> None:
    m = with_statements(contrast("a", "c", id="r", linked=("b",)))

    assert body(m).endswith("""\
<r>

(1) [a]
(2) [b]
--
{stand-in: true}
--
(3) Against @[c]
  -> [c]

[b]: T

[c]: T

[d]: T
""")


def test_undercut_names_the_argument() -> None:
    step = RelationRef("a-b")
    m = with_statements(support("a", "b"), contrast("c", step), support("d", step))

    assert "<a-b>\n\n(1) [a]\n-----\n(2) [b]\n" in body(m)
    assert "[c]: T\n  _> <a-b>\n" in body(m)
    assert "[d]: T\n  +> <a-b>\n" in body(m)


def test_undercut_of_the_only_step_of_a_sketch_names_the_sketch() -> None:
    m = with_statements(support("a", "b"), contrast("c", RelationRef("a-b")))
    sketch = claim("a", tags=("argument",))
    m = replace(m, statements=(sketch, *m.statements[1:]))

    assert "<a>: T\n  +> [b]" in body(m)
    assert "[c]: T\n  _> <a>" in body(m)
    more = replace(m, relations=(*m.relations, support("a", "d")))
    assert "[a]: T #argument\n" in body(more)
    assert "[c]: T\n  _> <a-b>" in body(more)


def test_undercut_names_the_step_where_its_sketch_is_wanted_as_a_statement() -> None:
    m = with_statements(
        support("a", "b"), contrast("c", RelationRef("a-b")), contrast("d", "a", mutual=True)
    )
    m = replace(m, statements=(claim("a", tags=("argument",)), *m.statements[1:]))

    assert "[c]: T\n  _> <a-b>" in body(m)


def test_undercuts_of_undercuts_and_in_circles_come_back() -> None:
    body(
        with_statements(
            support("a", "b", id="r"),
            contrast("c", RelationRef("r"), id="u"),
            contrast("d", RelationRef("u"), linked=("a",), id="v", because="So."),
        )
    )
    body(
        with_statements(
            contrast("a", RelationRef("y"), id="x"), contrast("b", RelationRef("x"), id="y")
        )
    )


def test_sketch_becomes_a_statement_where_argdown_wants_one() -> None:
    sketch = claim("a", tags=("argument", "x"))
    for relation in (
        support("a", "b", id="r"),
        support("b", "a", id="r"),
        contrast("b", "a", mutual=True),
        support("b", "c", linked=("a",)),
    ):
        m = with_statements(relation)
        assert "[a]: T #argument #x" in body(replace(m, statements=(sketch, *m.statements[1:])))


@pytest.mark.parametrize(
    "text",
    [
        "[x]: y",
        "<x>: y",
        "#tag and # no tag",
        "{a: b}",
        "a // b /* c */ <!-- d -->",
        "///*/",
        r"\ \\ \n \[",
        "**a** _b_ __c__ *",
        "=== a === == =====",
        "@[a] @<b c> @x @[",
        "a (1) b -- c",
        "- a",
        "+ a",
        "1. a",
        "(1) a",
        "two\nlines\n\n  + [b]",
        "{a\n\n}",
        "  \tspace",
        "a\u2028b\u0085c\u200b",
        "[link](https://x.org)",
        "https://x.org",
        "tag: #(a b)",
        "</script>&amp;",
        "'\"`",
        "a  b",
        "[…]",
        "…",
    ],
)
def test_hostile_text_comes_back_as_it_was(text: str) -> None:
    m = Map(
        title=" ".join(text.split()),
        statements=(
            claim(
                "a",
                text.strip(),
                title=text,
                note=text,
                tags=(text,),
                section=(text, "x"),
                quotes=(Quote(quote=text),),
            ),
            claim("b", section=(text.strip(),)),
        ),
        relations=(support("a", "b", because=text, scheme=text),),
        holders=(Holder(id="h", name=text),),
        source=Source(title=text, author=text),
    )

    body(m)


@pytest.mark.parametrize(
    "name",
    ["a]b", "a>b", "-", "+x", "_x", "!--", "…", "...", "a [b](c)", "no", "1", "a//b", "{", "a: b"],
)
@pytest.mark.parametrize("tags", [(), ("argument",)])
def test_any_id_comes_back(name: str, tags: tuple[str, ...]) -> None:
    m = Map(
        title="T",
        statements=(claim(name, tags=tags), claim("b", tags=tags), claim("c")),
        relations=(
            support(name, "b"),
            contrast("b", name, mutual=True),
            support("c", "b", id=f"{name}~"),
            contrast("c", RelationRef(f"{name}~")),
        ),
        links=(Link(id=f"{name}~c", source=name, target="c", kind="rephrase"),),
    )

    body(m)


@pytest.mark.parametrize("title", [None, "Two words", "open shops", "x"])
@pytest.mark.parametrize("name", ["x", "open shops"])
def test_labels_come_back(name: str, title: str | None) -> None:
    body(Map(title="T", statements=(claim(name, title=title),)))


def test_names_of_undercuts_have_an_end() -> None:
    names = [f"statement-{n}" for n in range(40)]
    relations = [support(names[0], names[1])]
    for name in names[2:]:
        relations.append(contrast(name, RelationRef(relations[-1].id)))
    body(Map(title="T", statements=tuple(map(claim, names)), relations=tuple(relations)))


def test_what_cannot_be_carried_is_in_the_ledger() -> None:
    m = Map(title="T", statements=(claim("a", "A\x01"),), text="The source.")
    written = write(m)

    assert [loss.what for loss in written.losses] == [
        "character that a text file cannot hold",
        "text of the source",
    ]
    assert read("argdown", written.text).map.statements == (claim("a", "A"),)


def test_shipped_map_comes_back_beside_its_source() -> None:
    m = argmap.load("us-russia")
    written = write(m)
    path = str(m.path).replace("map.yaml", "map.argdown")

    assert read("argdown", written.text, path=path).map == m
    assert not written.losses
    assert "start:" not in written.text


def test_example_of_the_documentation_is_argdown() -> None:
    page = (Path(__file__).parents[2] / "docs" / "argdown.md").read_text(encoding="utf-8")
    example = page.split("```\n")[1]
    m, losses = read("argdown", example)

    assert not losses
    assert [r.id for r in m.relations if r.undercuts] == ["habit-pay-open"]
    assert m.relations_by_id["survey"].scheme == "practical reasoning"
    assert {s.id for s in m.statements if s.kind == "evidence"} == {"untitled-1"}
    body(m)


def test_titles_made_of_ids_differ_in_more_than_space() -> None:
    statements = tuple(Statement(id=i, kind="claim", text=i) for i in ("[a]: b", "[a](b)", "a b"))
    m = Map(title="T", statements=statements)

    assert read("argdown", write(m).text).map == m
