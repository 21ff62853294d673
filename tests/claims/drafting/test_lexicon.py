"""Every line of the tables, run on its own example."""

import re
from pathlib import Path
from typing import Any

import pytest

from argmap.claims.drafting import lexicon
from argmap.claims.drafting.attribution import attributed
from argmap.claims.drafting.connectives import connectives, is_something_else
from argmap.claims.drafting.grammar import marked, patterns
from argmap.claims.drafting.holders import Holders
from argmap.claims.drafting.kinds import evidence
from argmap.claims.drafting.lexicon import Row, table
from argmap.claims.drafting.lines import furniture
from argmap.claims.drafting.quoted import unquoted
from argmap.claims.drafting.references import References
from argmap.claims.drafting.repeats import telling_words
from argmap.claims.drafting.structure import document_of
from argmap.claims.drafting.thesis import main_claim
from argmap.claims.drafting.units import units
from tests.claims.drafting.drafts import by_connective, clauses_of, cued, drafted, sentences_of

TABLES = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.txt"))
FIRST = 1.5
KIND = {"counter": "contrast", "concession": "contrast", "balance": "contrast"}


def named(sentence: str) -> str | None:
    """Give the outermost holder that a sentence names."""
    found = attributed(sentence)
    return found.chain[0] if found else None


def rows(name: str) -> list[Any]:
    """List the lines of a table as parameters of a test."""
    return [pytest.param(row, id=" ".join(row.values())[:60]) for row in table(name)]


def test_every_table_is_tested_here() -> None:
    assert TABLES == [
        "abbreviations",
        "attribution",
        "bodies",
        "connectives",
        "evidence",
        "furniture",
        "nationalities",
        "other_senses",
        "parties",
        "saying",
        "states",
        "stop_words",
        "thesis",
        "word_classes",
    ]


@pytest.mark.parametrize("name", TABLES)
def test_no_line_stands_twice(name: str) -> None:
    lines = [tuple(v for k, v in row.items() if k != "example") for row in table(name)]

    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("row", rows("abbreviations"))
def test_abbreviation_does_not_end_its_sentence(row: Row) -> None:
    assert row["word"] in row["example"]
    assert sentences_of(row["example"]) == [row["example"]]


def spoken(words: str) -> re.Pattern[str]:
    """Give the pattern of a connective in a signal: "some … say/argue" fits "'some may say'"."""
    plain = words.strip(",").replace(" …", "(?: [a-z]+){0,2}")
    return re.compile(
        re.sub(r"[a-z/]+/[a-z]+", lambda m: f"({m[0].replace('/', '|')})", f"'{plain}'")
    )


@pytest.mark.parametrize("row", rows("connectives"))
def test_connective_tells_a_relation(row: Row) -> None:
    found = cued(drafted(row["example"]))
    wanted = KIND.get(row["role"], "support")

    relation = next(r for r in found if spoken(row["words"]).search(r.signal or ""))
    assert (relation.kind, relation.status) == (wanted, "proposed")
    assert relation.certainty == float(row["certainty"])


@pytest.mark.parametrize("row", rows("other_senses"))
def test_connective_means_something_else(row: Row) -> None:
    assert f"{row['words']} " in row["example"].lower()
    assert by_connective(drafted(row["example"])) == []


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["words"]) for row in table("other_senses")]
)
def test_every_word_after_it_tells_another_sense(row: Row) -> None:
    following = row["before"].replace("-ing", "waiting").replace("N", "1999").split()

    assert all(is_something_else(f" {word} it", row["words"], 0, 20) for word in following)


def test_connectives_are_sure_to_a_degree_and_stand_somewhere() -> None:
    places = {"start", "inside", "early", "split", "comma", "front"}

    assert all(0 < c.certainty < 1 and c.where and c.where <= places for c in connectives())


@pytest.mark.parametrize("row", rows("evidence"))
def test_words_make_a_statement_evidence(row: Row) -> None:
    found = evidence(row["example"])

    assert found
    assert found.type == row["type"]


@pytest.mark.parametrize("row", rows("thesis"))
def test_words_speak_for_a_main_claim(row: Row) -> None:
    example = f"{row['example'][:-1]} for all of us here."
    parts = units(document_of(f"Trams ran past the old mill all day. {example} Rain fell."))
    alike = units(document_of("Trams ran past the old mill all day. So it was. Rain fell."))

    assert main_claim(alike, None) == 0
    assert main_claim(parts, None) == (1 if float(row["weight"]) > FIRST else 0)


@pytest.mark.parametrize("row", rows("furniture"))
def test_line_is_furniture(row: Row) -> None:
    assert furniture(row["example"]) == row["kind"]


@pytest.mark.parametrize("row", rows("attribution"))
def test_rule_names_the_holder(row: Row) -> None:
    found = attributed(row["example"])
    rule = next(pattern for pattern in patterns() if pattern.rule == row["pattern"])

    assert found
    assert found.chain[0].lower() == row["holder"].lower()
    assert found.signal in row["example"]
    assert row["who"] in ("any", "party", "state")
    assert rule.regex.search(marked(unquoted(row["example"])))


@pytest.mark.parametrize("row", rows("saying"))
def test_verb_attributes(row: Row) -> None:
    assert named(row["example"]) == "Hill"
    assert set(row["words"].split()) & set(re.findall(r"\w+", row["example"]))


@pytest.mark.parametrize("row", rows("nationalities"))
def test_adjective_stands_for_a_party(row: Row) -> None:
    assert named(row["example"]) == row["name"]


@pytest.mark.parametrize("row", rows("states"))
def test_names_of_a_state_are_one_holder(row: Row) -> None:
    holders = Holders()
    known = holders.id_of(row["name"])

    assert {holders.id_of(name) for name in row["also"].split("; ")} == {known}
    assert holders.id_of(named(row["example"]) or "") == known


@pytest.mark.parametrize("row", rows("bodies"))
def test_noun_stands_for_a_body_that_was_named(row: Row) -> None:
    m = drafted(row["example"]).map
    held = [s for s in m.statements if s.holder != ("author",)]

    assert [m.holder_name(s.holder[0]) for s in held] == [first_name(row["example"])]
    for noun in row["words"].split():
        references = References()
        references.learn(f"The Hill {noun.title()} is small.")
        assert references.meant(f"the {noun}") == f"The Hill {noun.title()}"


def first_name(example: str) -> str:
    """Give the name with which an example begins."""
    return re.split(r",| is ", example)[0]


@pytest.mark.parametrize("row", rows("parties"))
def test_noun_names_a_party(row: Row) -> None:
    for noun in row["words"].split():
        assert named(f"The {noun} said that it failed.") == f"The {noun}"
    assert named(row["example"])


@pytest.mark.parametrize("row", rows("stop_words"))
def test_small_words_tell_little(row: Row) -> None:
    assert telling_words(row["words"]) == frozenset()
    assert len(telling_words(row["example"])) < len(row["example"].split())


@pytest.mark.parametrize("row", rows("word_classes"))
def test_class_of_words_serves_its_end(row: Row) -> None:
    example = row["example"]
    if row["class"] in ("opener", "pronoun", "verb"):
        assert len(clauses_of(example)) == 2
    elif row["class"] in ("nobody", "label"):
        assert named(example) is None
    else:
        assert named(example)
