"""Maps become AIF graphs that other tools read as they are meant."""

import json
from typing import Any

import pytest

from argmap.claims import Map
from argmap.claims.formats import format_named, format_of_output
from argmap.claims.model import Holder, Link, Locution, Relation, RelationRef, Statement
from tests.claims.aif_graphs import reading, steps


def statement(name: str, **fields: Any) -> Statement:
    return Statement(id=name, kind="claim", text=name.upper(), **fields)


def contrast(name: str, source: str, target: str, **fields: Any) -> Relation:
    return Relation(id=name, source=source, target=target, kind="contrast", **fields)


def written(m: Map) -> tuple[dict[str, Any], list[str]]:
    text, losses = format_named("aif").write(m)
    return json.loads(text), [f"{loss.what}: {loss.where}" for loss in losses]


def edges(value: dict[str, Any]) -> str:
    return " ".join(f"{edge['fromID']}>{edge['toID']}" for edge in value["edges"])


def nodes(value: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(node["nodeID"], node["type"], node["text"]) for node in value["nodes"]]


def test_relations_become_scheme_nodes() -> None:
    m = Map(
        title="Untitled",
        statements=(statement("a"), statement("b"), statement("c", implicit=True)),
        relations=(
            Relation(id="r", source="a", target="b", kind="support", linked=("c",), scheme="Sign"),
            Relation(id="x", source="c", target=RelationRef("r"), kind="contrast"),
        ),
        links=(Link(id="m", source="a", target="c", kind="rephrase"),),
    )
    value, losses = written(m)

    assert nodes(value) == [
        ("a", "I", "A"),
        ("b", "I", "B"),
        ("c", "EN", "C"),
        ("r", "RA", "Sign"),
        ("x", "CA", "Default Conflict"),
        ("m", "MA", "Default Rephrase"),
    ]
    assert edges(value) == "a>r c>r r>b c>x x>r a>m m>c"
    assert losses == []


def test_a_mutual_contrast_becomes_two_contrasts() -> None:
    m = Map(
        title="Untitled",
        statements=(statement("a"), statement("b"), statement("r-back")),
        relations=(
            contrast("r", "a", "b", mutual=True),
            Relation(id="x", source="r-back", target=RelationRef("r"), kind="contrast"),
        ),
    )
    value, losses = written(m)

    assert edges(value) == "a>r r>b b>r-back-2 r-back-2>a r-back>x x>r x>r-back-2"
    assert losses == []
    assert steps(reading(value)) == ["r: a <-x b", "x: r-back -x r (step)"]


def test_a_mutual_contrast_beside_another_keeps_both_ends_to_itself() -> None:
    relations = (contrast("r", "a", "b", mutual=True), contrast("s", "b", "a"))
    m = Map(title="Untitled", statements=(statement("a"), statement("b")), relations=relations)
    value, losses = written(m)

    assert edges(value) == "a>r r>b b>r r>a b>s s>a"
    assert losses == []
    assert reading(value).map.relations == relations


def test_two_contrasts_both_ways_are_told_apart_no_more() -> None:
    relations = (contrast("r", "a", "b"), contrast("s", "b", "a"))
    m = Map(title="Untitled", statements=(statement("a"), statement("b")), relations=relations)

    assert written(m)[1] == ["two contrasts that are read as one, both ways: s"]


def test_holders_are_speakers() -> None:
    m = Map(
        title="Untitled",
        statements=(
            statement("a", holder=("ann-lee",)),
            statement("b", holder=("bob",), locutions=(Locution(words="Yes.", speaker="bob"),)),
            statement("c", holder=("ann-lee", "bob")),
            statement("d", locutions=(Locution(words="No.", speaker="bob", time="noon"),)),
            statement("e", locutions=(Locution(words="Perhaps."),)),
        ),
        holders=(Holder(id="ann-lee", name="Ann Lee"), Holder(id="bob", name="Bob")),
    )
    value, losses = written(m)

    assert value["participants"] == [
        {"participantID": 1, "firstname": "Ann", "surname": "Lee"},
        {"participantID": 2, "firstname": "", "surname": "Bob"},
    ]
    assert value["locutions"] == [
        {"nodeID": "a-L", "personID": "1"},
        {"nodeID": "b-L", "personID": "2"},
        {"nodeID": "c-L", "personID": "1"},
        {"nodeID": "d-L", "personID": "2", "start": "noon"},
    ]
    assert nodes(value)[5:9] == [
        ("a-L", "L", ""),
        ("a-YA", "YA", "Asserting"),
        ("b-L", "L", "Yes."),
        ("b-YA", "YA", "Asserting"),
    ]
    assert losses == [
        "holder within a chain of holders: c",
        "speaker who becomes the holder: d",
    ]


def test_what_aif_cannot_say_is_told() -> None:
    m = Map(
        title="Sundays",
        statements=(
            Statement(id="a", kind="evidence", text="1 &lt; 2", certainty=0.5, tags=("t",)),
            statement("b", note="n", main=True),
        ),
        relations=(
            Relation(id="r", source="a", target="b", kind="support", because="So.", scheme="RA"),
        ),
    )
    value, losses = written(m)

    assert nodes(value)[1][2] == "1 &amp;lt; 2"
    assert sorted(losses) == [
        "certainty: a",
        "mark as evidence: a",
        "mark as main claim: b",
        "note on a statement: b",
        "scheme of a name that means none in AIF: r",
        "tags of a statement: a",
        "title of the map: Sundays",
        "warrant: r",
    ]


def test_double_endings_choose_the_format() -> None:
    assert format_of_output("x.aif.json").name == "aif"
    assert format_of_output("x.xaif.json").name == "xaif"
    assert format_of_output("x.ova.json").name == "ova"
    assert format_of_output("x.json").name == "json"


@pytest.mark.parametrize("form", ["aif", "xaif", "ova"])
def test_names_that_look_like_markup_come_back(form: str) -> None:
    names = ("R&D", "A &amp; B", "The <b> tag")
    holders = tuple(Holder(id=f"h{number}", name=name) for number, name in enumerate(names))
    statements = tuple(statement(holder.id, holder=(holder.id,)) for holder in holders)
    m = Map(title="Untitled", statements=statements, holders=holders)

    again = reading(json.loads(format_named(form).write(m).text), form).map

    assert [holder.name for holder in again.holders] == list(names)
