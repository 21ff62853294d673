"""Search by words."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.claims.model import Holder, Map, Quote, Statement
from argmap.graph.search import find
from argmap.graph.words import Fit, Word, fold, words
from tests.strategies import maps, texts


def map_of(**texts_by_id: str) -> Map:
    statements = (Statement(id=i, kind="claim", text=text) for i, text in texts_by_id.items())
    return Map(title="M", statements=tuple(statements))


def found(m: Map, text: str, limit: int | None = None) -> list[str]:
    return [hit.statement.id for hit in find(m, text, limit)]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("KYIV", "In Kyiv."),
        ("elysee", "The Élysée says no."),
        ("Élysée", "The Elysee says no."),
        ("Russia's", "What Russia wants."),
        ("russia", "What Russia\u2019s leaders want."),
        ("self interest", "Out of self\u2010interest."),
        ("self-interest", "Out of self\u2014interest."),
        ("strasse", "Auf der Straße."),
        ("sanctions", "The sanc\u00adtions bite."),
        ("don't", "They don\u2019t."),
        ("ﬁne", "A fine point."),
        ("台湾", "他们说台湾海峡很重要。"),
        ("ДОМ", "Это мой дом."),
        ("हिन्दी", "यह हिन्दी है"),
    ],
)
def test_case_accents_and_typography_do_not_matter(query: str, text: str) -> None:
    assert found(map_of(a=text, b="Another thing."), query) == ["a"]


def test_words_are_found_at_their_beginning_only() -> None:
    m = map_of(a="Expansion", b="Inexpansive", c="Expanded")

    assert found(m, "expan") == ["a", "c"]
    assert found(m, "pan") == []


def test_whole_words_come_before_beginnings() -> None:
    assert found(map_of(a="Warning", b="War"), "war") == ["b", "a"]


def test_all_words_are_required() -> None:
    m = map_of(a="Cheap gas", b="Cheap oil", c="Gas and oil")

    assert found(m, "cheap oil") == ["b"]
    assert find(m, "cheap oil")[0].missing == ()


def test_without_a_full_match_those_with_most_words_say_what_they_lack() -> None:
    m = map_of(a="Cheap gas from Norway", b="Cheap oil", c="Nothing")

    hits = find(m, "cheap gas Iran")

    assert [(hit.statement.id, hit.missing) for hit in hits] == [("a", ("iran",))]


def test_rare_words_count_more() -> None:
    m = map_of(a="War war", b="War", c="War", d="Peace")

    assert found(m, "war peace") == ["d", "a", "b", "c"]


def test_equals_stay_in_the_order_of_the_map() -> None:
    assert found(map_of(z="War", a="War", m="War"), "war") == ["z", "a", "m"]


def test_text_counts_more_than_what_stands_around_it() -> None:
    statements = (
        Statement(id="a", kind="claim", text="-", note="gas"),
        Statement(id="b", kind="claim", text="-", holder=("gp",)),
        Statement(id="c", kind="claim", text="-", tags=("gas",)),
        Statement(id="d", kind="claim", text="-", quotes=(Quote(quote="of gas"),)),
        Statement(id="gas", kind="claim", text="-"),
        Statement(id="f", kind="claim", text="-", title="Gas"),
        Statement(id="g", kind="claim", text="gas"),
        Statement(id="h", kind="evidence", text="-", origin="Gas Institute"),
    )
    holder = Holder(id="gp", name="Gazprom", aliases=("the gas giant",))
    m = Map(title="M", statements=statements, holders=(holder,))

    assert found(m, "gas") == ["f", "g", "gas", "c", "d", "a", "b", "h"]


def test_ids_are_split_into_words() -> None:
    assert found(map_of(gas_price="-", **{"oil-price": "-"}), "price oil") == ["oil-price"]


def test_limit_keeps_the_best() -> None:
    m = map_of(a="Warning", b="War", c="War")

    assert found(m, "war", 2) == ["b", "c"]
    assert found(m, "war", 0) == []


@pytest.mark.parametrize("query", ["", "  ", "?!", "«»"])
def test_no_words_find_nothing(query: str) -> None:
    assert find(map_of(a="War?!"), query) == []


def test_empty_map_has_nothing_to_find() -> None:
    assert find(Map(title="M"), "war") == []


@given(maps(), texts())
def test_hits_contain_the_words_they_do_not_miss(m: Map, text: str) -> None:
    asked = words(text)
    hits = find(m, text)

    assert len({hit.missing for hit in hits}) <= len(hits)
    assert len({len(hit.missing) for hit in hits}) <= 1
    assert all(set(hit.missing) < set(asked) for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@given(maps())
def test_every_statement_is_found_by_its_own_text(m: Map) -> None:
    for statement in m.statements:
        if words(statement.text):
            assert statement in [hit.statement for hit in find(m, statement.text)]


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composition_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_word_fits_whole_or_as_a_beginning() -> None:
    assert [Word("war").fit(t) for t in ("a war.", "warm", "toward")] == [
        Fit.WHOLE,
        Fit.PREFIX,
        Fit.NONE,
    ]
    assert Word("war").fit("warm war") is Fit.WHOLE


def test_search_and_naming_do_not_load_networkx() -> None:
    code = "import argmap, sys; argmap.find, argmap.resolve; sys.exit('networkx' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
