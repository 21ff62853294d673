"""Where the words of a quote stand in a source."""

# ruff: noqa: RUF001 (typographic marks are what folding is about)

import pytest

from argmap.claims import Quote
from argmap.claims.anchors import QuoteError, SourceText, fold

SOURCE = (
    "Shops should be allowed to open on Sundays, say “the unions”.\n"
    "Others – with reason –\tsay: shops  should not.\n"
    "The cafe\u0301 owner’s ﬁnal word: CAFÉ owners work on Sundays anyway.\n"
)


def found(quote: str, *, text: str = SOURCE, nth: int | None = None, fuzzy: bool = False) -> str:
    """Find a quote, and tell how and in which words of the source."""
    anchor = SourceText(text).anchor(Quote(quote=quote, nth=nth, fuzzy=fuzzy))
    assert anchor.start is not None
    return f"{anchor.match}: {text[anchor.start : anchor.end]}"


def refused(quote: str, *, text: str = SOURCE, nth: int | None = None) -> tuple[str, str]:
    with pytest.raises(QuoteError) as caught:
        SourceText(text).anchor(Quote(quote=quote, nth=nth))
    return caught.value.what, caught.value.cure


def test_a_long_gap_in_a_quote_takes_no_longer() -> None:
    quote = f"Shops{' ' * 200_000}should be … on Sundays"

    assert found(quote) == "folded: Shops should be allowed to open on Sundays"


def test_anchor_keeps_what_was_asked_for() -> None:
    anchor = SourceText("ab ab").anchor(Quote(quote="ab", nth=2, fuzzy=True))

    assert anchor == Quote(quote="ab", nth=2, fuzzy=True, start=3, end=5, match="exact")


def test_start_and_end_count_code_points() -> None:
    anchor = SourceText("😀é\r\nab").anchor(Quote(quote="ab"))

    assert (anchor.start, anchor.end) == (4, 6)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("allowed to open", "allowed to open"),
        ("Shops should … on Sundays, say", "Shops should be allowed to open on Sundays, say"),
        ("Shops should ... on Sundays, say", "Shops should be allowed to open on Sundays, say"),
        ("Shops…open…say", "Shops should be allowed to open on Sundays, say"),
        ("… allowed to …", "allowed to"),
        ("allowed … … open", "allowed to open"),
        ("to open on Sundays, say “the unions”.\nOthers", None),
    ],
)
def test_words_are_found_as_they_stand(quote: str, passage: str | None) -> None:
    assert found(quote) == f"exact: {passage or quote}"


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ('say "the unions"', "say “the unions”"),
        ("say «the unions»", "say “the unions”"),
        ("to open on Sundays, say the unions", "to open on Sundays, say “the unions"),
        ("others - with reason -", "Others – with reason –"),
        ("Others — with", "Others – with"),
        ("with reason – say:", "with reason –\tsay:"),
        ("shops should not", "shops  should not"),
        ("say: shops\n\nshould", "say: shops  should"),
        ("SHOULD BE", "should be"),
        ("The café owner's", "The cafe\u0301 owner’s"),
        ("final word", "ﬁnal word"),
        ("owner's … WORD", "owner’s ﬁnal word"),
        ("  allowed   to  ", "allowed to"),
    ],
)
def test_marks_dashes_space_case_and_composition_do_not_count(quote: str, passage: str) -> None:
    assert found(quote) == f"folded: {passage}"


def test_a_span_that_ends_inside_a_ligature_takes_all_of_it() -> None:
    assert found("THE END OF", text="the end oﬀ") == "folded: the end oﬀ"


def test_exact_match_wins_over_folded_ones() -> None:
    assert found("Sunday", text="sunday, Sunday, SUNDAY") == "exact: Sunday"


def test_folded_matches_count_where_nth_goes_beyond_the_exact_ones() -> None:
    assert found("Sunday", text="sunday, Sunday, SUNDAY", nth=3) == "folded: SUNDAY"


def test_source_may_hold_the_ellipsis_itself() -> None:
    assert found("well … yes", text="well … yes, well no yes") == "exact: well … yes"


def test_elided_quote_takes_the_shortest_span() -> None:
    assert found("we … war", text="we, we, we are at war and at war") == "exact: we are at war"


def test_nested_spans_are_one() -> None:
    assert found("a … b … c", text="a a b x b c c") == "exact: a b x b c"


def test_pieces_stand_in_their_order_and_do_not_overlap() -> None:
    assert refused("open … allowed")[0] == "the quote 'open … allowed' is not in the source"
    assert refused("aba … aba", text="ababa")[0] == "the quote 'aba … aba' is not in the source"


def test_overlapping_occurrences_all_count() -> None:
    anchors = [SourceText("ababa").anchor(Quote(quote="aba", nth=n)) for n in (1, 2)]

    assert [(a.start, a.end) for a in anchors] == [(0, 3), (2, 5)]


def test_nth_chooses_among_elided_spans() -> None:
    assert found("a … b", text="a1b a2b a3b", nth=2) == "exact: a2b"


def test_words_that_are_not_there_come_with_the_nearest_passage() -> None:
    what, cure = refused("Shops must be permitted to open on Sundays")

    assert what == "the quote 'Shops must be permitted to open on Sundays' is not in the source"
    assert cure == "The nearest passage is 'Shops should be allowed to open on Sundays'"


def test_words_that_share_nothing_with_the_source_have_no_nearest_passage() -> None:
    assert refused("zebra") == (
        "the quote 'zebra' is not in the source",
        "Quote the source's own words",
    )


def test_ambiguous_words_come_with_their_lines() -> None:
    assert refused("on Sundays") == (
        "the quote 'on Sundays' is in the source 2 times, in the lines 1, 3",
        "Quote more words, or say which: {quote: …, nth: 2}",
    )


def test_only_the_first_lines_of_many_are_told() -> None:
    what, _ = refused("x", text="x\n" * 9)

    assert what == "the quote 'x' is in the source 9 times, in the lines 1, 2, 3, 4, 5, …"


@pytest.mark.parametrize(
    ("nth", "times", "numbers"), [(3, "2 times", "1 to 2"), (99, "2 times", "1 to 2")]
)
def test_nth_that_is_too_large_comes_with_the_count(nth: int, times: str, numbers: str) -> None:
    assert refused("on Sundays", nth=nth) == (
        f"nth: {nth} is too large, the quote 'on Sundays' is in the source {times}",
        f"Give a number from {numbers}",
    )


def test_second_occurrence_of_what_is_there_once() -> None:
    assert refused("allowed", nth=2)[0] == (
        "nth: 2 is too large, the quote 'allowed' is in the source once"
    )


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("", "the quote is empty"),
        (" \n", "the quote is empty"),
        ("…", "the quote is only an ellipsis"),
        (" ... … ", "the quote is only an ellipsis"),
    ],
)
def test_quote_without_words_is_refused(quote: str, what: str) -> None:
    assert refused(quote) == (what, "Quote some words of the source, or remove the quote")


def test_near_words_are_taken_only_when_asked_for() -> None:
    near = "Shops should be permitted to open on Sundays"

    assert found(near, fuzzy=True) == "fuzzy: Shops should be allowed to open on Sundays"
    assert "not in the source" in refused(near)[0]


def test_words_too_far_off_are_not_taken_even_when_asked_for() -> None:
    with pytest.raises(QuoteError, match="not in the source"):
        found("Shops in Spain serve tapas and wine until ten", fuzzy=True)


def test_exact_words_stay_exact_when_near_ones_would_do() -> None:
    assert found("allowed to open", fuzzy=True) == "exact: allowed to open"


def test_a_quote_of_marks_only_is_found() -> None:
    assert found("“", text="say “x”") == "exact: “"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_found_in_an_empty_source(text: str) -> None:
    assert refused("a", text=text)[0] == "the quote 'a' is not in the source"


def test_folding_gives_the_source_place_of_each_character() -> None:
    assert fold("Aﬁ \t“é”") == ('afi "e\u0301"', [0, 1, 1, 2, 4, 5, 5, 6])


def test_many_quotes_are_found_in_a_long_source() -> None:
    text = " ".join(f"word{n} and so on" for n in range(20_000))
    source = SourceText(text)

    anchors = [
        source.anchor(Quote(quote=f"WORD{n} AND … word{n + 1} and")) for n in range(0, 90, 3)
    ]

    assert {anchor.match for anchor in anchors} == {"folded"}
