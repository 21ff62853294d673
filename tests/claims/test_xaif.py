"""xAIF: the graph, and quotes with their places from the spans of its text."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.claims import Map
from argmap.claims.anchors import ELLIPSIS, SourceText
from argmap.claims.formats import format_named
from argmap.claims.ledger import Reading
from argmap.claims.model import Quote, Statement
from tests.claims.aif_graphs import flaws, graph, reading, steps
from tests.claims.corpora import CorpusFile, corpus_files
from tests.claims.test_aif import check_real_file, dialogue
from tests.strategies import texts


def xaif(text: Any, value: dict[str, Any] | None = None, **more: Any) -> Reading:
    return reading({"AIF": value or graph("1:I 2:I"), "text": text, **more}, "xaif")


def quotes(read: Reading) -> list[list[tuple[str, int | None]]]:
    m = read.map
    for statement in m.statements:
        for quote in statement.quotes:
            assert m.text is not None
            assert m.text[quote.start : quote.end] == quote.quote
            assert quote.match == "exact"
    return [[(q.quote, q.start) for q in s.quotes] for s in m.statements]


@pytest.mark.parametrize("case", corpus_files("xaif-json"))
def test_real_files(case: CorpusFile) -> None:
    check_real_file(case, "xaif")


@pytest.mark.parametrize("holder", ["{}", '{"txt": {}}'])
def test_spans_are_quotes(holder: str) -> None:
    text = (
        '<p>A &amp; <b>B</b>.<br/><span class="x" id="node1">Caf&eacute; \U0001f5fa first </span>'
        "</p><span id='2'>second<br>line</span> &lt;end&gt;"
    )
    read = xaif(json.loads(holder.replace("{}", json.dumps(text), 1)))

    assert read.map.text == "A & B.\nCafé \U0001f5fa first \nsecond\nline <end>"
    assert quotes(read) == [[("Café \U0001f5fa first", 7)], [("second\nline", 21)]]
    assert not read.losses


def test_spans_within_spans_and_again() -> None:
    read = xaif(
        '<SPAN id=node1>a <span id="2">b</span> <span>c</span></SPAN> <span id="1">b</span>'
    )

    assert read.map.text == "a b c b"
    assert quotes(read) == [[("a b c", 0), ("b", 6)], [("b", 2)]]
    assert [q.nth for s in read.map.statements for q in s.quotes] == [None, 2, 1]


def test_spans_of_locutions_are_quotes_of_what_they_put_forward() -> None:
    read = xaif('<span id="nodel">said</span> <span id="nodem">so</span>', dialogue())

    assert quotes(read) == [[("said", 0)], [("so", 5)]]


def test_spans_that_anchor_nothing() -> None:
    read = xaif(
        '<span id="node9">x</span></span><span id="node1"> </span><span id="node2">y'
        '<span id="">z</span>'
    )

    assert flaws(read) == [
        "span in the text that has no end: node2",
        "words of no statement in the text: node9",
        "span without words in the text: node1",
    ]


def test_an_enthymeme_that_the_text_has_words_for_is_not_implicit() -> None:
    read = xaif('<span id="1">a</span>', graph("1:EN"))

    assert not read.map.statements[0].implicit
    assert flaws(read) == ["~implicit statement that the text has words for: 1"]


@pytest.mark.parametrize("text", [None, "", {}, {"txt": None}, {"txt": ""}])
def test_no_text(text: object) -> None:
    read = xaif(text)

    assert read.map.text is None
    assert all("text that is no text" not in flaw or text == {"txt": None} for flaw in flaws(read))


def test_null_lists_and_layout() -> None:
    value = graph("a:I b:I r:RA", "a>r r>b") | {"schemefulfillments": None, "locutions": None}
    read = xaif("", value, ova={"nodes": [{"nodeID": "a"}]}, dialog=False)

    assert steps(read) == ["r: a -> b"]
    assert flaws(read) == ["places of nodes on the screen: ova"]


def located() -> Map:
    """A map with quotes that lie within and beside each other."""
    text = "First <i>words</i> & more\nwords. \U0001f5fa Last words"
    return Map(
        title="Untitled",
        statements=tuple(
            Statement(id=name, kind="claim", text=name, quotes=found)
            for name, found in (
                ("a", (at(text, 0, 18),)),
                ("b", (at(text, 6, 14), at(text, 21, 31))),
                ("c", (at(text, 40, 45, nth=3),)),
                ("1", (at(text, 6, 14),)),
            )
        ),
        text=text,
    )


def at(text: str, start: int, end: int, nth: int | None = None) -> Quote:
    return Quote(quote=text[start:end], start=start, end=end, match="exact", nth=nth)


@pytest.mark.parametrize("form", ["xaif", "ova"])
def test_text_and_quotes_come_back(form: str) -> None:
    m = located()
    written = format_named(form).write(m)
    read = format_named(form).read(written.text.encode(), "Untitled").map

    assert written.losses == ()
    assert read.statements == m.statements
    assert read.text == m.text


def test_quotes_that_have_no_place() -> None:
    m = located()
    crossing = Quote(quote="words</i> … more", start=9, end=25, match="exact")
    elided = Quote(quote="First … more", start=0, end=25, match="exact")
    lost = Statement(id="z", kind="claim", text="z", quotes=(crossing, Quote(quote="Gone")))
    m = replace(m, statements=(*m.statements[:1], lost))
    told = [f"{loss.what}: {loss.where}" for loss in format_named("xaif").write(m).losses]
    far = replace(m, statements=(Statement(id="y", kind="claim", text="y", quotes=(elided,)),))

    assert told == [
        "quote that is not to the letter: z",
        "quote without a place in the text: z",
        "quote that crosses another quote: z",
    ]
    assert [loss.what for loss in format_named("xaif").write(far).losses] == [
        "quote that is not to the letter"
    ]
    assert format_named("xaif").write(replace(m, text=None)).losses[1:] != ()


@st.composite
def located_maps(draw: st.DrawFn) -> Map:
    """Maps with a text, in which the quotes of statements lie within each other or apart."""
    text = draw(st.lists(texts(), min_size=1, max_size=4).map(" a ".join))
    places = st.integers(0, len(text))
    spans: list[tuple[int, int]] = []
    for _ in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(places), draw(places)))
        crosses = any(s < start < e < end or start < s < end < e for s, e in spans)
        if not crosses and text[start:end] and text[start:end] == text[start:end].strip():
            spans.append((start, end))
    return Map(
        title="Untitled",
        statements=tuple(
            Statement(id=f"n{n}", kind="claim", text="x", quotes=(at(text, *span),))
            for n, span in enumerate(spans)
        ),
        text=text,
    )


@settings(max_examples=100, deadline=None)
@given(m=located_maps())
def test_places_of_quotes_come_back(m: Map) -> None:
    assume(not re.search("[\ufffe\uffff]", m.text or ""))
    written = format_named("xaif").write(m)
    read = format_named("xaif").read(written.text.encode(), "map").map

    assert written.losses == ()
    assert read.text == m.text
    assert [[(q.quote, q.start, q.end) for q in s.quotes] for s in read.statements] == [
        [(q.quote, q.start, q.end) for q in s.quotes] for s in m.statements
    ]
    for statement in read.statements:
        for quote in statement.quotes:
            if not ELLIPSIS.search(quote.quote):
                assert SourceText(read.text or "").anchor(quote) == quote
