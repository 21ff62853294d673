"""The article in paragraphs, with the words that statements stand on."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.claims.model import Map, Quote, Statement
from argmap.viz.passages import passages
from tests.viz.samples import ARTICLE, small


def test_paragraphs_come_in_order_and_whole() -> None:
    told = ["".join(text for text, _ in p["parts"]) for p in passages(small())]

    assert told == [line for line in ARTICLE.split("\n") if line]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert [p["form"] for p in passages(small())] == ["heading", *["paragraph"] * 3]


def test_overlapping_quotes_are_cut_where_they_begin_and_end() -> None:
    assert passages(small())[1]["parts"] == [
        ("Shops should open on Sundays", [0]),
        (". ", []),
        ("In a survey of 2,000 employees, ", [4]),
        ("61 % wanted Sunday shifts", [2, 4]),
        (".", []),
    ]


def test_without_the_source_the_quotes_are_listed() -> None:
    assert passages(small(text=None))[0]["parts"] == [("Shops should open on Sundays", [0])]


def test_bullets_and_windows_line_ends() -> None:
    told = passages(Map(title="M", text="• One\r\n\r\nTwo."))

    assert [(p["form"], p["parts"]) for p in told] == [
        ("bullet", [("• One", [])]),
        ("paragraph", [("Two.", [])]),
    ]


@given(
    st.text("ab .\n", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
)
def test_every_character_knows_who_quotes_it(text: str, spans: list[tuple[int, int]]) -> None:
    kept = [(min(s), min(max(s), len(text))) for s in spans if min(s) < min(max(s), len(text))]
    m = Map(
        title="M",
        text=text,
        statements=tuple(
            Statement(
                id=str(k),
                kind="claim",
                text="T",
                quotes=(Quote(quote="q", start=a, end=b, match="exact"),),
            )
            for k, (a, b) in enumerate(kept)
        ),
    )

    told = [(char, set(who)) for p in passages(m) for words, who in p["parts"] for char in words]

    expected = [
        (char, {k for k, (a, b) in enumerate(kept) if a <= place < b})
        for place, char in enumerate(text)
    ]
    assert [pair for pair in told if pair[0] not in " \n"] == [
        pair for pair in expected if pair[0] not in " \n"
    ]
