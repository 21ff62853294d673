"""The format of a JSON file is told by what it holds, however little that is."""

import json
from typing import Any

import pytest

from argmap.claims import MapError
from argmap.claims.formats import format_of_input
from tests.claims.graph_files import DIALECTS, drawn

STATEMENT = "a:I"
STEP = ("a:I r:RA b:I", "a>r r>b")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("graph", [(STATEMENT,), STEP])
def test_a_graph_tells_its_format(dialect: str, indent: int | None, graph: tuple[str, ...]) -> None:
    data = json.dumps(drawn(dialect, *graph), indent=indent).encode()
    form = format_of_input(data, "graph.txt")

    assert form.name == dialect.split(maxsplit=1)[0]
    assert {s.id for s in form.read(data, "graph.txt").map.statements} >= {"a"}


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ({"nodes": [], "edges": []}, "aif"),
        ({"nodes": [], "edges": [], "locutions": []}, "aif"),
        ({"AIF": {}}, "xaif"),
        ({"nodes": [], "edges": [], "analysis": {}}, "ova"),
        ({"nodes": [], "edges": [], "metadata": {}, "resources": []}, "sadface"),
        ({"nodes": {}, "edges": {}}, "arguebuf"),
        ({"argmap": 1, "nodes": [], "edges": []}, "json"),
        ({"prop_offsets": []}, "cdcp"),
    ],
)
def test_an_empty_file_tells_its_format_by_its_keys(value: dict[str, Any], form: str) -> None:
    assert format_of_input(json.dumps(value).encode(), "graph.txt").name == form


def test_a_graph_of_something_else_is_no_map() -> None:
    nodes = [{"id": 1, "label": "Paris"}, {"id": 2, "label": "Rome"}]
    data = json.dumps({"nodes": nodes, "edges": [{"source": 1, "target": 2}]}).encode()
    form = format_of_input(data, "cities.json")

    assert form.name == "json"
    with pytest.raises(MapError, match="no map as known here"):
        form.read(data, "cities.json")
