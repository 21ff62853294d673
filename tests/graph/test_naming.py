"""Which statement a name means."""

import pytest
from hypothesis import given

from argmap.claims.model import Map, Statement
from argmap.graph.naming import AmbiguousStatement, StatementError, UnknownStatement, resolve, short
from argmap.graph.words import words
from tests.strategies import maps


def statement(name: str, text: str, title: str | None = None) -> Statement:
    return Statement(id=name, kind="claim", text=text, title=title)


M = Map(
    title="M",
    statements=(
        statement("gas", "Gas is cheap."),
        statement("gas-price", "The price of gas has risen since the war."),
        statement("Oil", "Oil is dear.", title="Dear oil"),
        statement("oil-export", "Warnings about exports were ignored."),
        statement("talks", "The war ends by talks."),
    ),
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gas", "gas"),
        (" gas ", "gas"),
        ("gas-", "gas-price"),
        ("OIL", "Oil"),
        ("oil", "Oil"),
        ("TAL", "talks"),
        ("cheap", "gas"),
        ("dear oil", "Oil"),
        ("price gas", "gas-price"),
        ("war talks", "talks"),
        ("risen?", "gas-price"),
    ],
)
def test_name_means_one_statement(name: str, meant: str) -> None:
    assert resolve(M, name).id == meant


def test_whole_text_wins_over_texts_that_contain_it() -> None:
    m = Map(
        title="M", statements=(statement("a", "War is bad."), statement("b", "Is war bad? Yes"))
    )
    same = Map(title="M", statements=(*m.statements, statement("c", "Is war bad?")))

    assert resolve(same, "is war bad").id == "c"
    with pytest.raises(AmbiguousStatement):
        resolve(m, "bad war")


def test_whole_words_win_over_beginnings() -> None:
    with pytest.raises(AmbiguousStatement) as caught:
        resolve(M, "war")

    assert [s.id for s in caught.value.candidates] == ["gas-price", "talks"]


def test_several_ids_with_one_beginning_are_listed() -> None:
    with pytest.raises(AmbiguousStatement) as caught:
        resolve(M, "ga")

    assert str(caught.value) == (
        "'ga' fits 2 statements, and nothing is guessed. Give the id of one:\n"
        "  gas: Gas is cheap.\n"
        "  gas-price: The price of gas has risen since the war."
    )
    assert caught.value.name == "ga"


@pytest.mark.parametrize("name", ["talk", "TALKS", "tal"])
def test_the_beginning_of_an_id_that_others_hold_as_a_word_is_not_guessed(name: str) -> None:
    others = (
        statement("peace", "To talk is to win time.", title="Talks, not war"),
        statement("walk-out", "The envoys walked out."),
    )
    m = Map(title="M", statements=(statement("talks-end", "The war ends."), *others))

    if name == "tal":
        assert resolve(m, name).id == "talks-end"
    else:
        with pytest.raises(AmbiguousStatement) as caught:
            resolve(m, name)
        assert [s.id for s in caught.value.candidates] == ["talks-end", "peace"]
    assert resolve(m, "talks-").id == "talks-end"
    assert resolve(m, "Talks-End").id == "talks-end"


def test_long_lists_are_cut() -> None:
    m = Map(title="M", statements=tuple(statement(f"war-{n}", "-") for n in range(12)))

    with pytest.raises(AmbiguousStatement, match="fits 12 statements") as caught:
        resolve(m, "war")

    assert len(caught.value.candidates) == 12
    assert str(caught.value).endswith("\n  and 2 more")


def test_unknown_name_tells_the_nearest_ids() -> None:
    with pytest.raises(UnknownStatement, match=r"The nearest: gas-price\.") as caught:
        resolve(M, "gas-prize")

    assert caught.value.nearest == ("gas-price",)


def test_unknown_name_tells_what_shares_most_words() -> None:
    with pytest.raises(UnknownStatement) as caught:
        resolve(M, "the price of petrol")

    assert caught.value.nearest == ("gas-price",)


def test_unknown_name_tells_what_holds_longer_words_rather_than_ids_spelled_so() -> None:
    m = Map(
        title="M",
        statements=(statement("faction", "-"), statement("embargo", "Sanctions hurt.")),
    )

    with pytest.raises(UnknownStatement, match=r"The nearest: embargo\."):
        resolve(m, "sanction")


@pytest.mark.parametrize("name", ["foo bar", "war foo bar", "the dear president of the republic"])
def test_unknown_name_that_nothing_resembles_has_no_nearest(name: str) -> None:
    m = Map(title="M", statements=(*M.statements, statement("obama-reset", "A reset.")))

    with pytest.raises(UnknownStatement) as caught:
        resolve(m, name)

    assert caught.value.nearest == ()


@pytest.mark.parametrize("name", ["", "  ", "?"])
def test_no_name_names_nothing(name: str) -> None:
    with pytest.raises(StatementError):
        resolve(M, name)


def test_nothing_is_known_in_an_empty_map() -> None:
    with pytest.raises(UnknownStatement, match=r"contains these words\.$"):
        resolve(Map(title="M"), "war")


def test_short_is_the_title_or_one_line_of_text() -> None:
    assert short(M.by_id["Oil"]) == "Dear oil"
    assert short(statement("a", "One\n two")) == "One two"
    assert len(short(statement("a", "x" * 500))) == 72


@given(maps())
def test_exact_id_always_wins(m: Map) -> None:
    for each in m.statements:
        assert resolve(m, each.id) is each


@given(maps())
def test_whole_text_names_its_statement_or_is_refused(m: Map) -> None:
    for each in m.statements:
        try:
            named = resolve(m, each.text)
        except AmbiguousStatement as error:
            assert len(error.candidates) > 1  # noqa: PT017 (either outcome is right)
        except UnknownStatement:
            assert not words(each.text)
        else:
            assert named in m.statements
