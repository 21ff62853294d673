"""arguebuf JSON: nodes and edges by id, defaults left out, and files that are odd."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_named
from argmap.claims.ledger import Loss
from argmap.claims.model import Link, Quote, RelationRef
from tests.claims.foreign import is_map_or_mistake, mutated, read, told, with_odd_values


def atom(text: str = "Words.", **more: Any) -> dict[str, Any]:
    return {"atom": {"text": text, **more}}


def scheme(sort: str, value: str = "") -> dict[str, Any]:
    return {"scheme": {sort: value or f"{sort.upper()}_DEFAULT"}}


def arguebuf(nodes: dict[str, Any], *edges: tuple[str, str], **more: Any) -> dict[str, Any]:
    drawn = {f"e{n}": {"source": a, "target": b} for n, (a, b) in enumerate(edges)}
    return {"nodes": nodes, "edges": drawn, "schemaVersion": 1, **more}


def test_the_four_sorts_of_schemes() -> None:
    nodes = {"a": atom(), "b": atom(), "c": atom()}
    for sort in ("support", "attack", "rephrase", "preference"):
        nodes[sort] = scheme(sort)
    edges = [(x, y) for s in list(nodes)[3:] for x, y in (("a", s), (s, "b"))]
    m = read("arguebuf", arguebuf(nodes, *edges)).map

    assert [(r.id, r.kind) for r in m.relations] == [
        ("support", "support"),
        ("attack", "contrast"),
    ]
    assert m.links == (
        Link(id="rephrase", source="a", target="b", kind="rephrase"),
        Link(id="preference", source="a", target="b", kind="preference"),
    )


@pytest.mark.parametrize("sort", [{}, {"rebut": "X"}, {"": None}])
def test_a_scheme_of_no_known_sort_is_never_support(sort: dict[str, Any]) -> None:
    nodes = {"a": atom(), "b": atom(), "s": {"scheme": sort}, "t": {}}
    reading = read("arguebuf", arguebuf(nodes, ("a", "s"), ("s", "b")))

    assert reading.map.relations == ()
    assert told(reading) == {
        "node of unknown type": 2,
        "edge of a node of unknown type": 2,
    }


@pytest.mark.parametrize(
    ("sort", "kind"),
    [("SCHEME_TYPE_SUPPORT", "support"), ("ATTACK", "contrast")],
)
def test_the_type_of_older_schemes(sort: str, kind: str) -> None:
    nodes = {"a": atom(), "b": atom(), "s": {"scheme": {"type": sort}}}
    m = read("arguebuf", arguebuf(nodes, ("a", "s"), ("s", "b"))).map

    assert [relation.kind for relation in m.relations] == [kind]


def test_the_name_of_a_scheme() -> None:
    nodes = {"a": atom(), "b": atom(), "s": scheme("support", "SUPPORT_EXPERT_OPINION")}
    m = read("arguebuf", arguebuf(nodes, ("a", "s"), ("s", "b"))).map

    assert m.relations[0].scheme == "expert opinion"


def test_an_edge_between_schemes_undercuts() -> None:
    nodes = {"a": atom(), "b": atom(), "c": atom(), "s": scheme("support"), "t": scheme("attack")}
    m = read("arguebuf", arguebuf(nodes, ("a", "s"), ("s", "b"), ("c", "t"), ("t", "s"))).map

    assert m.relations[1].target == RelationRef("s")


def test_major_claim_participants_and_references() -> None:
    nodes = {
        "a": atom(participant="p", reference={"resource": "r", "text": "One"}),
        "b": atom(participant="q", reference={"resource": "r", "text": "two", "offset": 4}),
    }
    more = {
        "participants": {"p": {"name": "Ada"}},
        "resources": {"r": {"text": "One two", "title": "Numbers"}},
        "majorClaim": "b",
    }
    reading = read("arguebuf", arguebuf(nodes, **more))
    a, b = reading.map.statements

    assert reading.map.title == "Numbers"
    assert [reading.map.holder_name(i) for i in a.holder] == ["Ada"]
    assert a.quotes == (Quote(quote="One", start=0, end=3, match="exact"),)
    assert b.quotes == (Quote(quote="two", start=4, end=7, match="exact"),)
    assert reading.map.main == b
    assert told(reading) == {"participant that is not there": 1}


def test_a_major_claim_that_is_not_there() -> None:
    assert told(read("arguebuf", arguebuf({}, majorClaim="x"))) == {
        "major claim that is not there": 1
    }


def test_what_another_tool_noted_becomes_tags() -> None:
    node = atom() | {"userdata": {"label": "policy"}, "metadata": {"created": "2026"}}

    assert read("arguebuf", arguebuf({"a": node})).map.statements[0].tags == ("label: policy",)


def test_what_is_written_is_arguebufs_own_shape() -> None:
    nodes = {"a": atom(), "b": atom(), "s": scheme("support")}
    m = read("arguebuf", arguebuf(nodes, ("a", "s"), ("s", "b"), majorClaim="b")).map
    written = msgspec.json.decode(format_named("arguebuf").write(m).text)

    assert written["nodes"]["s"]["scheme"] == {"support": "SUPPORT_DEFAULT"}
    assert list(written["edges"].values()) == [
        {"source": "a", "target": "s"},
        {"source": "s", "target": "b"},
    ]
    assert written["majorClaim"] == "b"
    assert read("arguebuf", written).map == m


def test_own_fields_whose_numbers_went_through_protocol_buffers() -> None:
    quote = {"quote": "A", "start": 0.0, "end": 1.0, "match": "exact"}
    nodes = {"a": {**atom(), "userdata": {"argmap": {"kind": "evidence", "quotes": [quote]}}}}
    reading = read("arguebuf", {**arguebuf(nodes), "resources": {"r": {"text": "A"}}})

    assert reading.map.statements[0].kind == "evidence"
    assert reading.map.statements[0].quotes == (Quote(quote="A", start=0, end=1, match="exact"),)
    assert reading.losses == ()


def test_where_own_fields_are_not_sound_those_of_the_format_are_read() -> None:
    node = {"text": "A.", "reference": {"resource": "r", "text": "A"}, "participant": "p"}
    nodes = {"a": {"atom": node, "userdata": {"argmap": {"certainty": 7}}}}
    more = {"resources": {"r": {"text": "A"}}, "participants": {"p": {"name": "Ann"}}}
    reading = read("arguebuf", {**arguebuf(nodes), **more})

    assert reading.map.statements[0].holder == ("ann",)
    assert [quote.quote for quote in reading.map.statements[0].quotes] == ["A"]
    assert told(reading) == {"fields of argmap that are not sound": 1}


def test_fields_that_nothing_is_made_of_are_told_once() -> None:
    made = {"created": "2026"}
    nodes = {key: {"atom": {"text": key, "hue": "red"}, "metadata": made} for key in "ab"}
    reading = read("arguebuf", {"nodes": nodes, "edges": {}, "history": [1]})

    assert told(reading) == {
        "field 'history' of the file": 1,
        "field 'metadata' of nodes": 1,
        "field 'hue' of atoms": 1,
    }


def test_of_an_object_with_a_key_twice_the_first_counts() -> None:
    reading = read("arguebuf", '{"nodes": {"a": {"atom": {"text": "A"}}, "a": {}}, "edges": {}}')

    assert [s.text for s in reading.map.statements] == ["A"]
    assert reading.losses == (Loss("second value of a key", "a", raw={}),)


SAMPLE = arguebuf(
    {
        "a": atom(reference={"resource": "r", "text": "A", "offset": 0}, participant="p"),
        "s": scheme("attack") | {"userdata": {"argmap": {"mutual": True}}},
        "b": atom() | {"userdata": {"argmap": {"certainty": 0.5}}},
    },
    ("a", "s"),
    ("s", "b"),
    resources={"r": {"text": "A"}},
    participants={"p": {"name": "P"}},
    majorClaim="a",
    userdata={"argmap": {"title": "T"}},
)


def test_values_of_any_type_anywhere() -> None:
    for odd in with_odd_values(SAMPLE):
        assert is_map_or_mistake("arguebuf", json.dumps(odd).encode())


@settings(max_examples=100, deadline=None)
@given(mutated(json.dumps(SAMPLE)))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("arguebuf", data)


def test_places_of_quotes_and_participants_are_written_for_others_to_find() -> None:
    said = {"resource": "r", "text": "two", "offset": 4}
    more: dict[str, Any] = {
        "resources": {"r": {"text": "One two"}},
        "participants": {"p": {"name": "Ada"}},
    }
    m = read("arguebuf", arguebuf({"a": atom(participant="p", reference=said)}, **more)).map
    written = msgspec.json.decode(format_named("arguebuf").write(m).text)

    assert written["resources"]["text"]["text"] == "One two"
    assert written["nodes"]["a"]["atom"]["reference"] == {**said, "resource": "text"}
    assert written["participants"] == {"ada": {"name": "Ada"}}
    back = read("arguebuf", written).map
    assert (back, back.text) == (m, m.text)
