"""Argdown holds against any map and any text, however long."""

from dataclasses import replace

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec import structs

from argmap.claims import Map, MapError
from argmap.claims.formats import format_named
from argmap.claims.formats.carriage import MAP
from argmap.claims.formats.features import ALL
from argmap.claims.ledger import Reading
from tests.claims.carrying import carried
from tests.claims.foreign import is_map_or_mistake, mutated, read
from tests.claims.test_interchange_round_trips import is_plain
from tests.strategies import maps

ARGDOWN = format_named("argdown")
SAMPLE = """\
===
title: T
model: {mode: strict}
holders: {us: {name: Washington, aliases: [America]}}
===

# One {isGroup: false} #tag

[a]: A **b** [c](d) @[e] #t #(u v) {note: N, holder: [us, x]} // comment
  + <b>: B {quotes: [q]}
    <_ [c]
      >< [d]: D
  -> E
  over lines /* and
  comments */

<F>: Why.

(1) [a]
(2) G {certainty: 0.5}
  <- <b>
-- Rule, Other {uses: [1, 2]} --
  _ <h>
(3) I
-----
(4) J
  _> <b>

* one
* [two]: three {
main: true
}
"""
_WORDS = (
    *("[a]", "[b]: B", "<a>", "<c>: C", "+", "-", "_", "+>", "<-", "><", "_>", "(1)", "(2)"),
    *("----", "--", "===", "# ", "* ", "{", "}", "{x: 1}", "//", "/*", "*/", "<!--", "-->"),
    *("@[a]", "#t", "#(", "**", "_", "\\", "[", "]", "<", ">", ":", "word", '"', "'", ","),
    *("\n", "\n\n", "\n  ", "\n    ", "\n\t", " ", "  ", "\r\n", "\u2028", "…", "é", "\u200b"),
)


@st.composite
def sketches(draw: st.DrawFn) -> Map:
    """Maps with sketched arguments, and with many relations that say nothing but their ends."""
    m = draw(maps(at_most=6))
    bare = {"because": None, "certainty": None, "scheme": None, "linked": ()}
    relations = [structs.replace(r, **bare) if draw(st.integers(0, 3)) else r for r in m.relations]
    ends = {(r.kind, r.premises, str(r.target)) for r in relations}
    assume(len(ends) == len(relations))
    statements = [
        structs.replace(s, tags=("argument", *s.tags)) if draw(st.booleans()) else s
        for s in m.statements
    ]
    return replace(m, statements=tuple(statements), relations=tuple(relations))


@settings(max_examples=150, deadline=None)
@given(maps() | sketches())
def test_every_map_comes_back(m: Map) -> None:
    assume(is_plain(m))
    m = carried(m, MAP)
    written = ARGDOWN.write(m)
    again = read("argdown", written.text).map

    assert not written.losses
    assert carried(again, ALL) == carried(m, ALL)
    assert [r.id for r in again.relations] == [r.id for r in m.relations]
    assert [s.id for s in again.statements] == [s.id for s in m.statements]


@settings(max_examples=50, deadline=None)
@given(maps() | sketches())
def test_the_same_map_gives_the_same_text_again(m: Map) -> None:
    assume(is_plain(m))
    text = ARGDOWN.write(m).text
    again = read("argdown", text).map

    assert ARGDOWN.write(m).text == text
    assert ARGDOWN.write(read("argdown", ARGDOWN.write(again).text).map) == ARGDOWN.write(again)


@settings(max_examples=300, deadline=None)
@given(
    mutated(SAMPLE) | st.lists(st.sampled_from(_WORDS), max_size=30).map("".join).map(str.encode)
)
@example(SAMPLE.encode())
def test_any_text_is_a_map_or_a_mistake_with_its_place(data: bytes) -> None:
    assert is_map_or_mistake("argdown", data)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=30).map("".join))
def test_what_was_read_of_any_text_comes_back(text: str) -> None:
    reading = sound(text)
    assume(reading is not None and is_plain(reading.map))
    assert reading is not None
    written = ARGDOWN.write(reading.map)

    assert carried(read("argdown", written.text).map, ALL) == carried(reading.map, ALL)


def sound(text: str) -> Reading | None:
    try:
        return read("argdown", text)
    except MapError:
        return None


N = 100_000
LONG = {
    "brackets": "[" * N,
    "links": "[a](x" * (N // 5),
    "links in links": "[a](b(c" * (N // 7),
    "angles": "<a " * (N // 3),
    "braces": "{" * (N // 5),
    "braces in lines": "a {\n" * (N // 20),
    "data in one block": "[a]\n" + "  + [b] {c: d}\n" * (N // 100),
    "quotes": '{" ' * (N // 15),
    "apostrophes": "{\n" + "- 'a\n" * (N // 5) + "}",
    "emphasis": "*a _b " * (N // 6),
    "comments": "/* " * (N // 3),
    "tags": "#(" * (N // 2),
    "mentions": "@[@<" * (N // 4),
    "backslashes": "\\" * N,
    "spaces": "a" + " " * N + "\n" + " " * N + "b",
    "equal signs": "a\n" + "=" * N,
    "hyphens": "(1) a\n" + "-" * N,
    "inferences": "(1) a\n" + "--\n" * (N // 30),
    "premises": "".join(f"({n}) a\n" for n in range(1, N // 40)) + "----\n(2500) b",
    "nested relations": "a\n" + "".join(" " * n + "+ a\n" for n in range(1, 1000)),
    "headings": "".join("#" * n + " a\n\n" for n in range(1, 400)),
    "undercuts in a row": "".join(f"<a{n}>\n  _> <a{n + 1}>\n\n" for n in range(N // 100)),
    "empty lines": "\n" * N,
    "fences": "```argdown\n" * (N // 11),
    "front matter in fences": "```argdown\n===\n===\n```\n" * (N // 24),
    "titles below titles": "[a]: b\n" * (N // 20),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_hostile_text_is_a_map_or_a_mistake(text: str) -> None:
    assert is_map_or_mistake("argdown", text.encode())
