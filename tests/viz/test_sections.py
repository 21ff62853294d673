"""Where statements stand, and who holds them, as the page's filters list it."""

from argmap.claims.model import Holder, Map, Statement
from argmap.viz.holders import parties
from argmap.viz.palette import HOLDER_TONES
from argmap.viz.sections import sections
from tests.viz.samples import quote_of, small

ARTICLE = "It begins.\n\nOne\n\nFirst words. Second words.\n\nTwo\n\nThird words.\n"


def stating(*quotes: tuple[str, ...], text: str | None = ARTICLE) -> Map:
    return Map(
        title="Sections",
        text=text,
        statements=tuple(
            Statement(
                id=f"s{k}",
                kind="claim",
                text="So it is.",
                quotes=tuple(quote_of(ARTICLE, words) for words in told),
            )
            for k, told in enumerate(quotes)
        ),
    )


def test_statements_stand_in_the_sections_of_their_quotes() -> None:
    m = stating(("It begins",), ("Third", "Second"), ("First",), ())

    assert sections(m) == (
        ["Before the first heading", "One", "Two", "Without a passage"],
        [[0], [1, 2], [1], [3]],
    )


def test_sections_that_no_statement_stands_in_are_left_out() -> None:
    assert sections(stating(("It begins",), ("Third",))) == (
        ["Before the first heading", "Two"],
        [[0], [1]],
    )


def test_without_a_choice_of_sections_there_are_none() -> None:
    assert sections(stating(("First",), ("Second",))) == ([], [[], []])
    assert sections(stating(("First",), ("Third",), text=None)) == ([], [[], []])
    assert sections(small()) == ([], [[]] * 5)


def test_holders_are_counted_by_who_holds_a_statement_in_the_end() -> None:
    told = [(party["key"], party["name"], party["size"]) for party in parties(small())]

    assert told == [("", "Nobody named", 3), ("author", "The author", 1), ("unions", "Unions", 1)]


def test_holders_beyond_the_colours_share_the_last() -> None:
    names = [f"h{k}" for k in range(HOLDER_TONES + 2)]
    m = Map(
        title="Many",
        holders=tuple(Holder(id=name, name=name) for name in names),
        statements=tuple(
            Statement(id=f"s-{name}", kind="claim", text=name, holder=(name,)) for name in names
        ),
    )

    assert [party["tone"] for party in parties(m)] == [*range(HOLDER_TONES), 7, 7]
