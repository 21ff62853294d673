"""OVA files: numbers as ids, edges between whole nodes, a main claim, quotes from the text."""

import json
from typing import Any

import pytest

from argmap.claims import Map
from argmap.claims.formats import format_named, format_of_input
from argmap.claims.model import Holder, Locution, Relation, Statement
from tests.claims.aif_graphs import flaws, reading, steps
from tests.claims.corpora import CorpusFile, corpus_files
from tests.claims.test_aif import check_real_file


def node(key: Any, sort: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"id": key, "type": sort, "text": text, "x": 1, "scheme": "0", **more}


def ova(nodes: list[dict[str, Any]], ends: list[tuple[Any, Any]], **more: Any) -> dict[str, Any]:
    edges = [{"from": {"id": source}, "to": {"id": target}} for source, target in ends]
    return {"nodes": nodes, "edges": edges, "participants": [], "analysis": {}, **more}


LAYOUT = "places and colours of nodes on the screen: all nodes"


@pytest.mark.parametrize("case", corpus_files("ova-json"))
def test_real_files(case: CorpusFile) -> None:
    check_real_file(case, "ova")
    m = format_named("ova").read(case.path.read_bytes(), str(case.path)).map

    assert sum(s.main for s in m.statements) == case.expect["major_claims"]
    assert m.text is not None
    for statement in m.statements:
        (quote,) = statement.quotes
        assert m.text[quote.start : quote.end] == quote.quote == statement.text


def test_statements_relations_and_the_main_claim() -> None:
    read = reading(
        ova(
            [
                node(1, "I", "a", comment="why?", participantID="4"),
                node(2, "I", "b", majorClaim=True, participantID="0"),
                node(3, "I", "c", majorClaim=True),
                node(4, "RA", "Sign", scheme="30", date="today"),
            ],
            [(1, 4), (4, 2)],
            participants=[{"id": 4, "firstname": "Ann", "surname": "Lee"}],
            analysis={
                "txt": '<span id="node1">A</span> b <span id="3">c</span>',
                "documentTitle": "Sundays",
                "annotatorName": "Somebody",
            },
        ),
        "ova",
    )

    assert steps(read) == ["4: 1 -> 2"]
    assert read.map.relations[0].scheme == "Sign"
    assert read.map.title == "Sundays"
    assert [s.main for s in read.map.statements] == [False, True, False]
    assert read.map.statements[0].holder == ("ann-lee",)
    assert read.map.statements[0].note == "why?"
    assert [len(s.quotes) for s in read.map.statements] == [1, 0, 1]
    assert flaws(read) == [
        LAYOUT,
        "second main claim: 3",
        "field 'date' of nodes: 4",
        "'annotatorName' of the analysis: annotatorName",
    ]


def test_locutions_and_plain_ends() -> None:
    value = ova([node("a", "I", "a"), node(5, "L", "Ann : a", participantID=1), node(6, "YA")], [])
    value["edges"] = [{"from": 5, "to": "6"}, {"from": "6", "to": "a"}, {"from": 5}, {"to": []}]
    value["analysis"] = {"plain_txt": "Only text"}
    read = reading(value, "ova", path="somewhere/sunday.json")

    assert read.map.statements[0].locutions == (Locution(words="Ann : a", speaker="person-1"),)
    assert read.map.title == "sunday"
    assert read.map.text == "Only text"
    assert flaws(read) == [
        LAYOUT,
        "~speaker without a name: 5",
        "edge without two ends: edge 3",
        "edge without two ends: edge 4",
        "illocution: 6",
    ]


def test_what_is_written() -> None:
    m = Map(
        title="Sundays",
        statements=(
            Statement(id="12", kind="claim", text="A", main=True, note="n", holder=("ann",)),
            Statement(id="b", kind="claim", text="B"),
        ),
        relations=(Relation(id="007", source="12", target="b", kind="contrast"),),
        holders=(Holder(id="ann", name="Ann"),),
    )
    text, losses = format_named("ova").write(m)
    value = json.loads(text)

    assert format_of_input(text.encode(), "x").name == "ova"
    assert [n["id"] for n in value["nodes"]] == [12, "b", "007", "12-L", "12-YA"]
    assert [n["majorClaim"] for n in value["nodes"]] == [True, False, False, False, False]
    assert value["nodes"][2]["scheme"] == "71"
    assert value["nodes"][3]["participantID"] == "1"
    assert value["edges"][0]["from"] == value["nodes"][0]
    assert value["participants"] == [{"id": 1, "firstname": "", "surname": "Ann"}]
    assert losses == ()
    assert format_named("ova").read(text.encode(), "x").map == m
