"""Anchors against an oracle that tries every span, and laws that hold for any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.claims import Quote
from argmap.claims.anchors import QuoteError, SourceText, fold

TEXTS = st.text("ab ", min_size=1, max_size=12)
PIECES = st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=3)
ANY = st.text(st.characters(codec="utf-8"), max_size=30)


def holds(passage: str, pieces: list[str]) -> bool:
    """Whether the passage begins with the first piece, ends with the last, the others between."""
    if len(pieces) == 1:
        return passage == pieces[0]
    if not passage.startswith(pieces[0]):
        return False
    rest = passage[len(pieces[0]) :]
    if len(pieces) == 2:
        return rest.endswith(pieces[1])
    return any(holds(rest[cut:], pieces[1:]) for cut in range(len(rest)))


def every_shortest_span(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    """Try all spans, and keep those that hold no other."""
    size = range(len(text) + 1)
    spans = [(a, b) for a in size for b in size if a < b and holds(text[a:b], pieces)]
    return [
        (a, b)
        for a, b in spans
        if not any((c, d) != (a, b) and a <= c and d <= b for c, d in spans)
    ]


@settings(max_examples=400)
@given(TEXTS, PIECES, st.integers(1, 4))
@example("a a b", ["a", "b"], 1)
@example("aaa", ["aa"], 2)
@example("abab", ["ab", "b"], 1)
def test_nth_span_is_that_of_the_oracle(text: str, pieces: list[str], nth: int) -> None:
    expected = every_shortest_span(text, pieces)
    quote = Quote(quote="…".join(pieces), nth=nth)

    if nth <= len(expected):
        anchor = SourceText(text).anchor(quote)
        assert (anchor.start, anchor.end, anchor.match) == (*expected[nth - 1], "exact")
    else:
        with pytest.raises(QuoteError):
            SourceText(text).anchor(quote)


@settings(max_examples=200)
@given(TEXTS, PIECES)
def test_without_nth_the_quote_must_be_there_once(text: str, pieces: list[str]) -> None:
    expected = every_shortest_span(text, pieces)
    quote = Quote(quote=" ... ".join(pieces))

    if len(expected) == 1:
        anchor = SourceText(text).anchor(quote)
        assert [(anchor.start, anchor.end)] == expected
    else:
        with pytest.raises(QuoteError):
            SourceText(text).anchor(quote)


@given(st.text("aAbB  \t\n", min_size=1, max_size=12), st.text("aAbB ", min_size=1, max_size=4))
def test_folded_spans_read_as_the_quote_does(text: str, words: str) -> None:
    def plain(passage: str) -> str:
        return " ".join(passage.casefold().split())

    try:
        anchor = SourceText(text).anchor(Quote(quote=words, nth=1))
    except QuoteError:
        assert not plain(words) or plain(words) not in plain(text)
    else:
        assert plain(text[slice(anchor.start, anchor.end)]) == plain(words)


@given(ANY, ANY, ANY)
def test_any_words_of_a_text_are_found_in_it(before: str, words: str, after: str) -> None:
    text = before + words + after
    try:
        anchor = SourceText(text).anchor(Quote(quote=words, nth=1))
    except QuoteError as error:
        assert not words.strip(" \t\n….") or error.what.startswith("the quote is")  # noqa: PT017
    else:
        assert anchor.match == "exact"
        assert anchor.start is not None
        assert anchor.start <= len(before)


@given(ANY)
def test_folded_characters_have_rising_places_within_the_text(text: str) -> None:
    folded, places = fold(text)

    assert len(folded) == len(places)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(ANY, ANY)
def test_a_fuzzy_span_lies_within_the_text(text: str, words: str) -> None:
    try:
        anchor = SourceText(text).anchor(Quote(quote=words, nth=1, fuzzy=True))
    except QuoteError:
        return
    assert anchor.start is not None
    assert anchor.end is not None
    assert 0 <= anchor.start < anchor.end <= len(text)
