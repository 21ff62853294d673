"""SADFace JSON: both of its vocabularies, sources, and files that are not as they should be."""

import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_named
from argmap.claims.model import Map, Quote, RelationRef
from tests.claims.foreign import is_map_or_mistake, mutated, read, told, with_odd_values
from tests.claims.reading import mistakes


def atom(key: Any, text: str = "Words.", **more: Any) -> dict[str, Any]:
    return {"id": key, "type": "atom", "text": text, **more}


def scheme(key: Any, sort: str, name: str) -> dict[str, Any]:
    return {"id": key, "type": sort, "name": name}


def sadface(nodes: list[Any], *edges: tuple[Any, Any], **more: Any) -> dict[str, Any]:
    drawn = [{"id": f"e{n}", "source_id": a, "target_id": b} for n, (a, b) in enumerate(edges)]
    return {"nodes": nodes, "edges": drawn, **more}


def one_step(sort: str, name: str) -> Map:
    nodes = [atom("a"), atom("b"), scheme("s", sort, name)]
    return read("sadface", sadface(nodes, ("a", "s"), ("s", "b"))).map


@pytest.mark.parametrize(
    ("sort", "name", "kind", "mutual"),
    [
        ("scheme", "support", "support", False),
        ("scheme", "conflict", "contrast", False),
        ("scheme", "Attack", "contrast", False),
        ("inference", "support", "support", False),
        ("conflict", "attack", "contrast", False),
        ("conflict", "disagree", "contrast", True),
        ("conflict", "whatever", "contrast", False),
    ],
)
def test_both_vocabularies(sort: str, name: str, kind: str, mutual: bool) -> None:  # noqa: FBT001
    (relation,) = one_step(sort, name).relations

    assert (relation.id, relation.source, relation.target) == ("s", "a", "b")
    assert (relation.kind, relation.mutual) == (kind, mutual)


def test_a_scheme_of_its_own_name_keeps_it() -> None:
    assert one_step("inference", "Expert Opinion").relations[0].scheme == "Expert Opinion"


@pytest.mark.parametrize(
    ("sort", "name"),
    [
        ("rebuttal", "support"),
        ("scheme", "Expert Opinion"),
        ("scheme", ""),
        ("Atom", "support"),
        (None, "support"),
    ],
)
def test_an_unknown_type_is_never_support(sort: Any, name: str) -> None:
    nodes = [atom("a"), atom("b"), scheme("s", sort, name)]
    reading = read("sadface", sadface(nodes, ("a", "s"), ("s", "b")))

    assert reading.map.relations == ()
    assert told(reading) == {"node of unknown type": 1, "edge of a node of unknown type": 2}
    assert reading.losses[0].raw == nodes[2]


def test_two_that_lead_into_one_disagreement_contrast_each_other() -> None:
    nodes = [atom("a"), atom("b"), scheme("s", "conflict", "disagree")]
    (relation,) = read("sadface", sadface(nodes, ("a", "s"), ("b", "s"))).map.relations

    assert (relation.source, relation.target, relation.mutual) == ("a", "b", True)


@pytest.mark.parametrize(
    "edges",
    [
        [("a", "s"), ("s", "b"), ("b", "s"), ("s", "a")],
        [("s", "a"), ("s", "b")],
    ],
)
def test_a_disagreement_drawn_in_any_way_is_one(edges: list[tuple[str, str]]) -> None:
    nodes = [atom("a"), atom("b"), scheme("s", "conflict", "disagree")]
    reading = read("sadface", sadface(nodes, *edges))

    assert [(r.source, r.target, r.mutual) for r in reading.map.relations] == [("a", "b", True)]
    assert reading.losses == ()


def test_an_attack_of_two_on_each_other_is_mutual() -> None:
    nodes = [atom("a"), atom("b"), scheme("s", "conflict", "attack")]
    edges = [("a", "s"), ("s", "b"), ("b", "s"), ("s", "a")]
    reading = read("sadface", sadface(nodes, *edges))

    assert [(r.source, r.target, r.mutual) for r in reading.map.relations] == [("a", "b", True)]
    assert reading.losses == ()


def test_linked_premises_and_undercuts_of_undercuts() -> None:
    nodes = [
        *(atom(key) for key in "abcde"),
        scheme(1, "inference", "support"),
        scheme(2, "conflict", "attack"),
        scheme(3, "conflict", "attack"),
    ]
    edges = [("a", 1), ("b", 1), (1, "c"), ("d", 2), (2, 1), ("e", 3), (3, 2)]
    first, second, third = read("sadface", sadface(nodes, *edges)).map.relations

    assert first.premises == ("a", "b")
    assert second.target == RelationRef("1")
    assert third.target == RelationRef("2")


def test_a_scheme_with_several_conclusions_becomes_several_relations() -> None:
    nodes = [*(atom(key) for key in "abc"), scheme("s", "inference", "support")]
    reading = read("sadface", sadface(nodes, ("a", "s"), ("s", "b"), ("s", "c")))

    assert [(r.id, r.target) for r in reading.map.relations] == [("s", "b"), ("s-2", "c")]
    assert told(reading) == {"relation with several conclusions, taken apart": 1}


def test_what_leads_nowhere_is_in_the_ledger() -> None:
    nodes = [
        atom("a"),
        atom("a"),
        atom("b"),
        scheme("orphan", "inference", "support"),
        scheme("open", "conflict", "attack"),
        scheme("loop", "inference", "support"),
    ]
    edges = [("a", "open"), ("a", "loop"), ("loop", "a"), ("a", "b"), ("a", "gone")]
    reading = read("sadface", sadface(nodes, *edges))

    assert reading.map.relations == ()
    assert told(reading) == {
        "second node of the same id": 1,
        "edge between two statements, of no known kind": 1,
        "edge with an end that is not there": 1,
        "support without any end": 1,
        "contrast without conclusion": 1,
        "premise that is its own conclusion": 1,
    }


def test_quotes_are_checked_against_the_text() -> None:
    def source(text: str, offset: Any) -> dict[str, Any]:
        return {"resource_id": "r2", "text": text, "offset": offset, "length": len(text)}

    nodes = [
        atom("right", sources=[source("Second", 0)]),
        atom("near", sources=[source("text", 3)]),
        atom("wrong", sources=[source("nowhere", 3)]),
        atom("odd", sources=[source(" text.", "x"), {"text": "unplaced"}, 7]),
    ]
    resources = [{"id": "r1", "content": "First."}, {"id": "r2", "content": "Second text."}]
    reading = read("sadface", sadface(nodes, resources=resources))
    quotes = {s.id: s.quotes for s in reading.map.statements}

    assert reading.map.text == "First.\n\nSecond text."
    assert quotes["right"] == (Quote(quote="Second", start=8, end=14, match="exact"),)
    assert quotes["near"] == (Quote(quote="text", start=15, end=19, match="exact"),)
    assert quotes["wrong"] == (Quote(quote="nowhere", match="missing"),)
    assert quotes["odd"][0] == Quote(quote="text.", start=15, end=20, match="exact")
    assert quotes["odd"][1] == Quote(quote="unplaced", match="missing")
    assert told(reading) == {
        "source that is no object": 1,
        "second source text, put behind the first": 1,
        "quote beside its place": 2,
        "quote whose place is not found": 2,
    }


def test_a_source_may_tell_its_place_alone() -> None:
    resources = [{"id": "r", "content": "One two three"}]
    sources = [
        {"resource_id": "r", "offset": 4, "length": 3},
        {"resource_id": "r", "text": "One", "offset": 0, "length": 9},
        {"resource_id": "r", "offset": -1, "length": 3},
        {"resource_id": "x", "offset": "4", "length": None},
    ]
    reading = read("sadface", sadface([atom("a", sources=sources)], resources=resources))

    assert reading.map.statements[0].quotes == (
        Quote(quote="two", start=4, end=7, match="exact"),
        Quote(quote="One", start=0, end=3, match="exact"),
    )
    assert told(reading) == {
        "length that is not that of the quote": 1,
        "source without words": 2,
    }


def test_what_is_there_twice_counts_once() -> None:
    nodes = [atom("a"), scheme("s", "inference", ""), scheme("s", "conflict", "attack")]
    resources = [{"id": "r", "content": "One"}, {"id": "r", "content": "Two"}]
    own = {"holders": [{"id": "h", "name": "Ada"}, {"id": "h", "name": "Ben"}]}
    content = sadface(nodes, resources=resources, metadata={"argmap": own})
    reading = read("sadface", content)

    assert [holder.name for holder in reading.map.holders] == ["Ada"]
    assert reading.map.text == "One"
    assert told(reading) == {
        "holder that is there twice": 1,
        "second text of the same id": 1,
        "second node of the same id": 1,
        "support without any end": 1,
    }


def test_a_disagreement_of_more_than_two_is_one_way() -> None:
    step = scheme("s", "conflict", "disagree") | {"metadata": {"x": {"y": 1}}}
    nodes = [*(atom(key) for key in "abc"), step]
    reading = read("sadface", sadface(nodes, ("a", "s"), ("b", "s"), ("s", "c")))

    assert reading.map.relations[0].premises == ("a", "b")
    assert not reading.map.relations[0].mutual
    assert told(reading) == {
        "metadata of a scheme": 1,
        "mutual contrast of more than two statements": 1,
    }


def test_what_another_tool_noted_becomes_tags() -> None:
    metadata = {"core": {}, "corpus": {"label": "fact", "spans": [1]}}
    reading = read("sadface", sadface([atom("a", metadata=metadata)]))

    assert reading.map.statements[0].tags == ("corpus label: fact",)
    assert told(reading) == {"metadata 'corpus'": 1}


def test_fields_that_nothing_is_made_of_are_told_once() -> None:
    nodes = [atom(key, hue="red") for key in "ab"]
    reading = read("sadface", sadface(nodes, resources=[{"id": "r", "url": "u"}], history=[1]))

    assert told(reading) == {
        "field 'history' of the file": 1,
        "field 'url' of resources": 1,
        "field 'hue' of nodes": 1,
    }


def test_text_is_text_whatever_it_looks_like() -> None:
    assert read("sadface", sadface([atom("a", "<b>&amp;")])).map.statements[0].text == "<b>&amp;"


def test_own_fields_that_are_not_sound_are_left_out() -> None:
    metadata = {"argmap": {"certainty": 7}}
    reading = read("sadface", sadface([atom("a", metadata=metadata)], metadata={"argmap": []}))

    assert reading.map.statements[0].certainty is None
    assert "fields of argmap that are not sound" in told(reading)


def test_places_of_quotes_are_written_for_others_to_find() -> None:
    quote = Quote(quote="two … four", start=4, end=18, match="exact")
    resources = [{"id": 1, "content": "One two three four"}]
    m = read("sadface", sadface([atom("a")], resources=resources)).map
    placed = replace(m, statements=(msgspec.structs.replace(m.statements[0], quotes=(quote,)),))
    written = msgspec.json.decode(format_named("sadface").write(placed).text)

    assert written["nodes"][0]["sources"] == [
        {"resource_id": "text", "text": "two three four", "offset": 4, "length": 14}
    ]
    assert read("sadface", written).map == placed


def test_what_other_tools_look_for_in_a_file_is_there() -> None:
    written = msgspec.json.decode(format_named("sadface").write(Map(title="T")).text)

    core = written["metadata"]["core"]
    assert core["title"] == "T"
    assert {"analyst_name", "analyst_email", "created", "edited", "id", "version"} <= core.keys()
    assert read("sadface", written).losses == ()


def test_a_mistake_of_syntax_says_where() -> None:
    assert mistakes('{"nodes": [}', form="sadface")[0].startswith("map:1:12: this is not JSON")
    assert mistakes("[1]", form="sadface")[0].startswith("map:1:1: this is not an object")


SAMPLE = sadface(
    [
        atom("a", sources=[{"resource_id": "r", "text": "A", "offset": 0, "length": 1}]),
        scheme("s", "conflict", "disagree"),
        atom("b", metadata={"argmap": {"certainty": 1, "holder": ["h"]}}),
    ],
    ("a", "s"),
    ("s", "b"),
    resources=[{"id": "r", "content": "A"}],
    metadata={"core": {}, "argmap": {"title": "T", "holders": [{"id": "h", "name": "H"}]}},
)


def test_values_of_any_type_anywhere() -> None:
    for odd in with_odd_values(SAMPLE):
        assert is_map_or_mistake("sadface", json.dumps(odd).encode())


@settings(max_examples=100, deadline=None)
@given(mutated(json.dumps(SAMPLE)))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("sadface", data)
