"""Whatever stands in a file of these formats: a map with a ledger, or an error that says where."""

import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.claims import MapError
from argmap.claims.formats import format_named
from argmap.claims.formats.argmap_json import write
from tests.claims.aif_graphs import graph, reading, steps

FORMS = ["aif", "xaif", "ova"]
_KEYS = st.sampled_from(
    (
        *("nodes", "edges", "locutions", "participants", "schemefulfillments", "AIF", "text"),
        *("analysis", "txt", "documentTitle", "nodeID", "fromID", "toID", "personID", "type"),
        *("id", "from", "to", "participantID", "firstname", "surname", "majorClaim", "OVA", "ova"),
    )
)
_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats(allow_nan=False)
    | st.sampled_from(("", "a", "b", "I", "RA", "CA", "MA", "L", "YA", "\x00", "<span id='a'>"))
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)
_IDS = st.sampled_from((0, 1, 2, 3, 4, 5, "1", "a", None))
_SORTS = st.sampled_from(("I", "I", "I", "RA", "CA", "CA", "MA", "PA", "L", "YA", "TA", "EN", "?"))


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Any]:
    """AIF graphs of any shape, a few parts of which are anything at all."""
    nodes = draw(st.lists(st.tuples(_IDS, _SORTS), max_size=8))
    ends = draw(st.lists(st.tuples(_IDS, _IDS), max_size=14))
    value: dict[str, Any] = {
        "nodes": [
            {"nodeID": key, "id": key, "type": sort, "text": draw(_LEAVES)} for key, sort in nodes
        ],
        "edges": [{"fromID": a, "toID": b, "from": {"id": a}, "to": {"id": b}} for a, b in ends],
        "locutions": [{"nodeID": draw(_IDS), "personID": draw(_IDS), "start": draw(_LEAVES)}],
        "participants": [{"participantID": 1, "firstname": draw(_LEAVES), "surname": "S"}],
        "analysis": {"txt": "<span id='node1'>a</span><span id='2'>b"},
    }
    for key in draw(st.lists(_KEYS, max_size=2)):
        value[key] = draw(_VALUES)
    for part in draw(st.lists(_VALUES, max_size=2)):
        if isinstance(value["nodes"], list):
            value["nodes"].append(part)
    return value


def read_or_refuse(data: bytes, form: str) -> None:
    """Read; what comes out is sound, and its ledger can be told."""
    try:
        read = format_named(form).read(data, "map")
    except MapError:
        return
    own = write(read.map).text
    again = format_named("json").read(own.encode(), "map").map
    assert again == read.map
    assert all(loss.what and isinstance(loss.where, str) for loss in read.losses)
    format_named(form).write(read.map)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=150, deadline=None)
@given(value=graphs())
def test_graphs_of_any_shape(form: str, value: dict[str, Any]) -> None:
    whole = {"AIF": value, "text": "<span id='1'>a</span>"} if form == "xaif" else value

    read_or_refuse(json.dumps(whole).encode(), form)


@pytest.mark.parametrize("form", [*FORMS, "cdcp"])
@settings(max_examples=60, deadline=None)
@given(value=_VALUES)
def test_values_of_any_type(form: str, value: object) -> None:
    read_or_refuse(json.dumps(value).encode(), form)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 400), put=st.binary(max_size=3))
def test_broken_bytes(form: str, cut: int, put: bytes) -> None:
    value = graph("a:I b:I r:RA l:L y:YA", "a>r r>b l>y y>a")
    data = json.dumps({"AIF": value, "text": "\u00e9"} if form == "xaif" else value).encode()

    read_or_refuse(data[:cut] + put, form)
    read_or_refuse(data[:cut] + put + data[cut + 1 :], form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "map:1:1: this is not JSON"),
        (b"{\n \x00", "map:2:"),
        (b'{"nodes": [\n\n  {"nodeID": "a" "type": 1}]}', "map:3:18: this is not JSON"),
        (b'{"nodes": "\xff"}', "map:1:12: this is not UTF-8 text"),
        (b'{"nodes": [{"text": "\\ud800"}], "edges": []}', "map"),
        (b"[1, 2]", "map:1:1: this is not an object"),
        (b'{"nodes": {}, "AIF": {}}', "'nodes' is no list"),
        (b'{"nodes": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"edges": ' + b'{"a":' * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_graph_is_refused_with_its_place(form: str, data: bytes, told: str) -> None:
    with pytest.raises(MapError) as caught:
        format_named(form).read(data, "map")

    assert told in str(caught.value)


def test_several_mistakes_at_once() -> None:
    with pytest.raises(MapError) as caught:
        format_named("aif").read(b'{"edges": 7, "locutions": []}', "map")

    assert len(caught.value.problems) == 2


def test_xaif_without_a_graph() -> None:
    with pytest.raises(MapError, match="there is no 'AIF'"):
        format_named("xaif").read(b'{"text": ""}', "map")


def test_many_locutions_that_lead_nowhere() -> None:
    value = graph("a:I")
    value["nodes"] += [{"nodeID": n, "text": f"Said {n}", "type": "L"} for n in range(23_000)]

    assert len(reading(value).losses) == 23_000


SIZE = 4_000


@pytest.mark.parametrize(
    ("nodes", "edges", "ties"),
    [
        (["r:RA"], [("i{}", "r"), ("r", "i{}")], 1),
        (["r:RA"], [("i{}", "r"), ("r", "i0")], 1),
        (["r:RA"], [("i0", "r"), ("r", "i{}")], SIZE - 1),
        (["m:MA"], [("i{}", "m"), ("m", "i0")], SIZE - 1),
        (["y:YA", "l:L"], [("l", "y"), ("y", "i{}")], SIZE),
        (["y:YA", "l{}:L"], [("l{}", "y"), ("y", "i0")], SIZE),
        (["x{}:CA"], [("i{}", "x{}"), ("x{}", "x0")], 0),
        (["x{}:CA", "y:RA"], [("i0", "x{}"), ("x{}", "i1")], 1),
    ],
)
def test_nodes_with_many_ends(nodes: list[str], edges: list[tuple[str, str]], ties: int) -> None:
    names = [f"i{n}:I" for n in range(SIZE)]
    for node in nodes:
        names += [node.format(n) for n in (range(SIZE) if "{}" in node else [0])]
    ends = [f"{a}>{b}".replace("{}", str(n)) for a, b in edges for n in range(SIZE)]
    m = reading(graph(" ".join(names), " ".join(ends))).map
    said = sum(len(statement.locutions) for statement in m.statements)

    assert len(m.statements) == SIZE
    assert len(m.relations) + len(m.links) + said == ties


def test_a_long_chain_of_undercuts_needs_no_stack() -> None:
    count = 5_000
    names = " ".join(f"x{n}:CA" for n in range(count))
    ends = " ".join(f"a>x{n} x{n}>x{n + 1}" for n in range(count - 1))
    read = reading(graph(f"a:I b:I {names}", f"{ends} a>x{count - 1} x{count - 1}>b"))

    assert len(steps(read)) == count


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("<span id=1>", ""),
        ("<aaaa", "<aaaa"),
        ("</span>", ""),
        ("&amp", "&"),
        ("<span id='1'>x</span>", "x"),
    ],
)
def test_text_full_of_markup(piece: str, words: str) -> None:
    m = reading({"AIF": graph("1:I"), "text": piece * 20_000}, "xaif").map

    assert (m.text or "") == words * 20_000


def test_memory_is_bounded_by_the_file() -> None:
    count = 6_000
    names = " ".join(f"i{n}:I r{n}:RA" for n in range(count))
    ends = " ".join(f"i{n}>r{n} r{n}>i{n // 2}" for n in range(1, count))
    data = json.dumps(graph(names, ends)).encode()
    format_named("aif").read(b'{"nodes": [], "edges": []}', "map")
    tracemalloc.start()
    try:
        format_named("aif").read(data, "map")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 12 * len(data)
