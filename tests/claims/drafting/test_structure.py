"""What is body and what is not, in plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.claims.drafting.structure import document_of
from tests.claims.drafting.drafts import ARTICLE

BODY = "The line should stay. It is used every day. Nobody wants to lose it."


def blocks_of(text: str) -> list[tuple[str, str]]:
    """List the kinds and words of a text's blocks."""
    return [(b.kind, text[b.start : b.end]) for b in document_of(text).blocks]


def kinds_of(text: str) -> list[str]:
    """List the kinds of a text's blocks."""
    return [kind for kind, _ in blocks_of(text)]


def test_article_is_told_from_what_stands_around_it() -> None:
    text = ARTICLE.read_text("utf-8")
    found = blocks_of(text)

    assert [kind for kind, _ in found].count("paragraph") == 20
    assert [words for kind, words in found if kind == "heading"] == [
        "Strategic disinterest",
        "From Russia without love",
    ]
    assert [words[:25] for kind, words in found if kind in ("caption", "credit")] == [
        "Ukrainian President Volod",
        "©Getty Images",
        "United States, Russia, fo",
        "Photos of the aftermath o",
    ]
    assert [words[:8] for kind, words in found if kind == "navigation"] == ["Previous", "Next NRD"]
    assert [words[:20] for kind, words in found if kind == "pull quote"] == [
        "In many areas outsid",
        "The most likely US s",
    ]
    assert [words[:12] for kind, words in found if kind == "standfirst"] == [
        "In a word",
        "America sees",
        "The adversar",
        "Many U.S. po",
    ]
    assert document_of(text).title == text.partition("\n")[0]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\n"])
def test_no_words_make_no_blocks(text: str) -> None:
    assert document_of(text).blocks == ()


def test_greetings_of_a_letter_are_no_paragraphs() -> None:
    text = (
        f"Dear Ms Hill,\n\n{BODY}\n\nYours faithfully,\nEdith Dale\n\nBest wishes are not enough."
    )

    assert kinds_of(text) == ["credit", "paragraph", "credit", "heading", "paragraph"]


def test_a_greeting_in_capitals_that_is_none_takes_no_longer() -> None:
    assert kinds_of(f"Dear {'A' * 5_000}!\n\n{BODY}")[1:] == ["paragraph"]


def test_abbreviation_in_a_heading_ends_no_sentence() -> None:
    text = f"Keep the line\n\nA talk with Prof. Anna Hill\n\n{BODY}\n\n{BODY}"

    assert kinds_of(text)[1] == "heading"


def test_line_on_the_author_is_a_credit() -> None:
    about = "Anna Hill teaches law at the college. Her book is out."
    text = f"Keep the line\n\nBy Anna Hill | 3 May\n\n{BODY}\n\n{BODY}\n\n"

    assert kinds_of(text + about)[-1] == "credit"
    assert kinds_of(text + about.replace("Anna", "Bert"))[-1] == "paragraph"


def test_one_paragraph_has_no_title() -> None:
    assert kinds_of(BODY) == ["paragraph"]
    assert kinds_of("Word") == ["paragraph"]
    assert document_of(BODY).title is None


def test_lines_folded_at_a_width_are_one_paragraph() -> None:
    text = "Keep the line\n\nThe line should stay, for it is used every day by all\nsorts. It is"

    assert kinds_of(f"{text} cheap, and it is quiet, and it is\nlate.") == ["title", "paragraph"]


def test_lines_that_end_early_are_paragraphs() -> None:
    long = "The line should stay, for it is used every day. " * 4

    assert kinds_of(f"{long}\n{long}") == ["paragraph", "paragraph"]


def test_bullets_of_the_body_are_list_items() -> None:
    text = f"{BODY}\n\n- It is cheap.\n- It is quiet.\n1. It is ours."

    assert blocks_of(text)[1:] == [
        ("list item", "It is cheap."),
        ("list item", "It is quiet."),
        ("list item", "It is ours."),
    ]


def test_bullets_of_a_summary_are_a_standfirst() -> None:
    text = f"Keep the line\n\nKey points\n\n• It is cheap\n• It is quiet\n\n{BODY}"

    assert kinds_of(text) == ["title", *["standfirst"] * 3, "paragraph"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Town\tRiders\tFare\nHull\t30\t2\nYork\t40\t3", "table"),
        ("| Town | Riders | Fare |\n| Hull | 30 | 2 |", "table"),
        ("```\nkeep the line\n\nstay\n```", "code"),
        ("def f(x):\n    return x == 2\nprint(f(3))", "code"),
        ("[1] The Line, a history, page 3.", "footnote"),
        ("© Alpha Pictures", "credit"),
        ("By Anna Hill and Bert Dale", "credit"),
        ("The mayor (left) greets the guests.", "caption"),
        ("Read more: The harbour opens", "navigation"),
        ("Why it should stay", "heading"),
    ],
)
def test_block_that_is_no_prose(text: str, kind: str) -> None:
    assert kinds_of(f"{BODY}\n\n{text}\n\n{BODY} And so on.")[1] == kind


def test_prose_with_semicolons_is_no_code() -> None:
    text = "The line is cheap; the bus is dear; the car is worse (and loud); so it should stay."

    assert kinds_of(f"{text}\n\n{BODY}") == ["paragraph", "paragraph"]


def test_lines_under_references_are_footnotes() -> None:
    text = (
        f"{BODY}\n\n{BODY} Yes.\n\nReferences\n\nHill, A. The Line, a history. Hull, 1999. Page 3."
    )

    assert kinds_of(text)[-2:] == ["footnote", "footnote"]


def test_sentence_that_stands_alone_and_is_not_repeated_is_a_paragraph() -> None:
    assert (
        kinds_of(f"{BODY}\n\nThe mill was sold long ago to strangers.\n\n{BODY} Yes.")
        == ["paragraph"] * 3
    )


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aB .,\n•-1©\t|;“”\"'(){}=#`"), max_size=120))
def test_blocks_are_in_order_apart_and_trimmed(text: str) -> None:
    end = 0
    for block in document_of(text).blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end
