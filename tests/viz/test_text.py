"""Text is measured as browsers measure it, and wrapped without breaking what belongs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.viz.text import clean, clip, clusters, measure, wrap


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0.0),
        ("i", 455 / 2048),
        ("W", 1933 / 2048),
        ("Ж", 1891 / 2048),
        ("日", 1.0),
        ("e\u0301", 1139 / 2048),
        ("\u200d", 0.0),
    ],
)
def test_widths_are_those_of_the_font(text: str, ems: float) -> None:
    assert measure(text, 10) == pytest.approx(ems * 10, abs=0.01)


def test_bold_is_wider() -> None:
    assert measure("statement", 13, bold=True) > measure("statement", 13)


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("Shops should be open", 90, 13) == ("Shops should", "be open")


def test_what_is_cut_off_ends_in_an_ellipsis() -> None:
    lines = wrap("Shops should be open on Sundays and on all holidays", 90, 13, lines=2)

    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.mark.parametrize("space", [" ", "\n", "\t", "  \n "])
def test_any_white_space_separates_words(space: str) -> None:
    assert wrap(f"one{space}two", 500, 13) == ("one two",)


def test_east_asian_text_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert wrap("日本語。です", 39, 13) == ("日本", "語。で", "す")


@pytest.mark.parametrize("family", ["👨‍👩‍👧", "🇩🇪", "👍🏽", "e\u0301\u0323", "❤️"])
def test_clusters_stay_together(family: str) -> None:
    assert list(clusters(f"a{family}b")) == ["a", family, "b"]


def test_a_word_that_is_too_long_is_broken() -> None:
    lines = wrap("x" * 100, 50, 13)

    assert "".join(lines) == "x" * 100
    assert all(measure(line, 13) <= 50 for line in lines)


@given(st.text(max_size=80), st.integers(30, 300))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, 13)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(measure(line, 13) <= width or len(list(clusters(line))) == 1 for line in lines)


@given(st.text(max_size=80), st.integers(1, 4))
def test_no_more_lines_than_asked_for(text: str, lines: int) -> None:
    assert 1 <= len(wrap(text, 60, 13, lines=lines)) <= lines


def test_a_line_that_fits_is_not_clipped() -> None:
    assert clip("short", 100, 13) == "short"
    assert measure(clip("rather long for this", 60, 13), 13) <= 60


@given(st.text())
def test_cleaning_keeps_the_length_and_leaves_what_can_be_written(text: str) -> None:
    assert len(clean(text)) == len(text)
    clean(text).encode()


def test_controls_and_lone_surrogates_are_cleaned_away() -> None:
    assert clean("a\x00\x1b\ud800b\n\tc") == "a���b\n\tc"
