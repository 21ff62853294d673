"""brat standoff: spans, relations, stances, notes, and the text beside."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.claims import storage
from argmap.claims.formats import format_of_input
from argmap.claims.model import Quote, RelationRef
from tests.claims.foreign import is_map_or_mistake, mutated, read, told
from tests.claims.reading import mistakes

UNFOUND = "places in a text that is not there"
SPANS = "T1\tClaim 0 3\tOne\nT2\tPremise 4 7\tTwo\nT3\tEvidence 8 13\tThree\n"


def test_spans_become_statements_with_their_places(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text("One two\nthree and four", encoding="utf-8")
    file = tmp_path / "a.ann"
    file.write_bytes(
        b"T1\tClaim 0 7\tOne two\r\nT2\tPremise 4 13\ttwo three\r\n"
        b"T3\tData 0 3;18 22\tOne four\nT4\tClaim 0 3\tTwo\n"
    )
    m, losses = storage.read(file)

    assert m.text == "One two\nthree and four"
    assert m.source.file == "a.txt"
    assert m.title == "a"
    assert [(s.id, s.kind, s.tags) for s in m.statements] == [
        ("T1", "claim", ()),
        ("T2", "claim", ("Premise",)),
        ("T4", "claim", ()),
        ("T3", "evidence", ("Data",)),
    ]
    assert m.by_id["T2"].quotes == (Quote(quote="two\nthree", start=4, end=13, match="exact"),)
    assert m.by_id["T3"].text == "One four"
    assert [m.text[q.start : q.end] for q in m.by_id["T3"].quotes] == ["One", "four"]
    assert m.by_id["T4"].quotes == (Quote(quote="Two", match="missing"),)
    assert [loss.what for loss in losses] == ["span that does not hold its words"]
    assert m.positions["T2"].line == 2


def test_words_that_are_not_told_are_those_of_the_text(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text("One two three", encoding="utf-8")
    (statement,) = read("brat", "T1\tClaim 0 3;8 13\n", str(tmp_path / "a.ann")).map.statements

    assert statement.text == "One three"
    assert [quote.start for quote in statement.quotes] == [0, 8]


def test_a_text_that_cannot_be_named_is_not_looked_for(tmp_path: Path) -> None:
    folder = tmp_path / "a.txt"
    folder.mkdir()

    assert read("brat", SPANS, str(tmp_path / "a.ann")).map.text is None


def test_relations_of_spans_and_of_relations() -> None:
    text = (
        "R1\tsupports Arg1:T1 Arg2:T2\t\nR2\tattacks Arg1:T3 Arg2:R1\n"
        "R3\tsemantically_same Arg1:T1 Arg2:T3\nR4\tparts_of_same Arg1:T1 Arg2:T3\n"
        "R5\tpartial-attack Arg1:E1 Arg2:T1\nE1\tCause:T2 Theme:T1\n*\tEquiv T1 T2\n*\tX T1\n"
    )
    reading = read("brat", text + SPANS)
    m = reading.map

    assert format_of_input((SPANS + text).encode(), "x").name == "brat"
    assert m.text is None
    assert m.by_id["T1"].quotes == (Quote(quote="One"),)
    assert m.relations_by_id["R1"].target == "T2"
    assert m.relations_by_id["R2"].target == RelationRef("R1")
    assert (m.relations_by_id["R5"].source, m.relations_by_id["R5"].kind) == ("T2", "contrast")
    assert [(k.kind, k.source, k.target) for k in m.links] == [
        ("rephrase", "T1", "T3"),
        ("rephrase", "T2", "T1"),
    ]
    assert told(reading) == {
        "roles of an event": 1,
        "relation of the unknown type 'parts_of_same'": 1,
        "tie of several spans": 1,
        UNFOUND: 1,
    }


def test_a_stance_is_a_relation_to_the_major_claim() -> None:
    text = (
        "T4\tMajorClaim 20 25\tMajor\nA1\tStance T1 For\nA2\tStance T2 Against\n"
        "M1\tChecked T3\nA4\tStance T3 Neutral\nA5\tStance T9 For\n"
    )
    reading = read("brat", SPANS + text)
    m = reading.map

    assert [(r.id, r.source, r.kind, r.target) for r in m.relations] == [
        ("A1", "T1", "support", "T4"),
        ("A2", "T2", "contrast", "T4"),
    ]
    assert m.main is m.by_id["T4"]
    assert m.by_id["T3"].tags == ("Checked", "Stance: Neutral")
    assert m.by_id["T3"].kind == "evidence"
    assert told(reading) == {
        UNFOUND: 1,
        "attribute of no statement": 1,
        "stance, carried as a relation to the major claim": 2,
    }


def test_several_major_claims_say_the_same() -> None:
    reading = read("brat", "T1\tMajorClaim 0 1\tA\nT2\tMajorClaim 2 3\tB\n")

    assert [(k.kind, k.source, k.target) for k in reading.map.links] == [("rephrase", "T2", "T1")]
    assert reading.map.main is None
    assert told(reading) == {UNFOUND: 1, "further major claim, carried as a rephrase": 1}


def test_a_stance_without_major_claim_is_a_tag() -> None:
    assert read("brat", SPANS + "A1\tStance T1 For\n").map.by_id["T1"].tags == ("Stance: For",)


def test_notes_go_to_their_statement() -> None:
    text = "#1\tAnnotatorNotes T1\tFirst\n#2\tAnnotatorNotes T1\tSecond\n#3\tAnnotatorNotes R9\tx\n"
    reading = read("brat", f"{SPANS}{text}N1\tReference T1 Wiki:1\tOne\n")

    assert reading.map.by_id["T1"].note == "First\nSecond"
    assert told(reading) == {UNFOUND: 1, "note on no statement": 1, "normalisation": 1}


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("hello", "map:1:1: this line is no annotation: 'hello'"),
        ("T1\t", "map:1:1: this line is no annotation"),
        ("\nT1\tClaim x 3\tOne", "map:2:1: these are no spans: 'Claim x 3'"),
        (f"{SPANS}R1\tsupports T1 T2\n", "map:4:1: this is no relation: 'supports T1 T2'"),
    ],
)
def test_mistakes_say_their_line(text: str, mistake: str) -> None:
    assert mistakes(text, form="brat")[0].startswith(mistake)


@settings(max_examples=150, deadline=None)
@given(
    mutated(
        SPANS + "R1\tsupports Arg1:T1 Arg2:T2\nA1\tStance T1 For\n#1\tNote T1\tx\n*\tEquiv T1 T2\n"
    )
)
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("brat", data)
