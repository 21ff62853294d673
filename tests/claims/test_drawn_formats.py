"""DOT, GEXF, Cytoscape JSON and Mermaid: what is written is what other programs read."""

import io
import json
import re

import networkx as nx
import pygraphviz
import pytest
from hypothesis import assume, given, settings

from argmap.claims.formats import FormatError, format_named, format_of_output
from argmap.claims.model import Holder, Link, Map, Relation, RelationRef, Statement
from tests.claims.test_interchange_round_trips import is_plain
from tests.strategies import maps

HOSTILE = '"]; click n1 "javascript:x" \\N\\" &lt;<b>%%{init}%%\n#quot; `x` -->|a|'
SAMPLE = Map(
    title=HOSTILE,
    statements=(
        Statement(id="a", kind="claim", text=HOSTILE, certainty=0.5, main=True, holder=("h",)),
        Statement(id='b"\\', kind="claim", text="B", implicit=True),
        Statement(id="c", kind="evidence", text="C"),
    ),
    relations=(
        Relation(id="r", source='b"\\', linked=("c",), target="a", kind="support", because="W|x"),
        Relation(id="m", source='b"\\', target="a", kind="contrast", mutual=True),
        Relation(id="u", source="c", target=RelationRef("r"), kind="contrast", because=HOSTILE),
    ),
    links=(Link(id="k", source="c", target='b"\\', kind="rephrase"),),
    holders=(Holder(id="h", name="Ada"),),
)
EDGES = {
    ('b"\\', "r"): "premise",
    ("c", "r"): "contrast",
    ("r", "a"): "support",
    ('b"\\', "a"): "contrast",
    ("c", 'b"\\'): "rephrase",
}


def written(form: str, m: Map = SAMPLE) -> str:
    return format_named(form).write(m).text


def test_networkx_reads_the_gexf() -> None:
    g = nx.read_gexf(io.BytesIO(written("gexf").encode()))

    assert g.nodes["a"]["text"] == HOSTILE
    assert g.nodes["a"]["certainty"] == 0.5
    assert g.nodes["a"]["main"] is True
    assert g.nodes["a"]["holder"] == "Ada"
    assert {(a, b): d["kind"] for a, b, d in g.edges(data=True)} == EDGES


def test_characters_that_xml_cannot_hold_are_told() -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="a\x01b"),))
    written_m = format_named("gexf").write(m)

    assert "a\ufffdb" in written_m.text
    assert [loss.what for loss in written_m.losses] == ["character that XML cannot hold"]


def test_networkx_reads_the_cytoscape_json() -> None:
    g = nx.cytoscape_graph(json.loads(written("cytoscape")))

    assert g.nodes["a"]["text"] == HOSTILE
    assert g.nodes["a"]["holder"] == "Ada"
    assert {(a, b): d["kind"] for a, b, d in g.edges(data=True)} == EDGES


def test_graphviz_reads_the_dot() -> None:
    g = pygraphviz.AGraph(written("dot"))

    assert g.get_node("a").attr["text"] == HOSTILE.replace('\\"', '\\\\"')
    assert {(str(a), str(b)) for a, b in g.edges()} == {
        (a.replace("\\", "\\\\"), b.replace("\\", "\\\\")) for a, b in EDGES
    }
    assert g.get_edge('b"\\\\', "a").attr["mutual"] == "true"


def test_graphviz_draws_text_as_text() -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="\\N &lt;b&gt; <i> \\"),))
    picture = pygraphviz.AGraph(written("dot", m)).draw(format="svg", prog="dot").decode()

    assert "\\N &amp;lt;b&amp;gt; &lt;i&gt; \\</text>" in picture.replace("&#160;", " ")


@pytest.mark.parametrize("form", ["gexf", "cytoscape"])
@settings(max_examples=12, deadline=None)
@given(m=maps())
def test_any_text_comes_through(form: str, m: Map) -> None:
    assume(is_plain(m))
    text = written(form, m)
    read = nx.read_gexf(io.BytesIO(text.encode())) if form == "gexf" else None
    g = nx.cytoscape_graph(json.loads(text)) if read is None else read
    found = {i: d["text"] for i, d in g.nodes(data=True) if d["kind"] != "relation"}

    assert found == {s.id: s.text for s in m.statements}


@settings(max_examples=12, deadline=None)
@given(maps())
def test_any_text_is_safe_in_dot(m: Map) -> None:
    writing = format_named("dot").write(m)
    g = pygraphviz.AGraph(writing.text)
    unfit = {loss.where for loss in writing.losses if loss.repaired}

    for statement in m.statements:
        if statement.id not in unfit:
            assert g.get_node(statement.id).attr["text"] == statement.text


@pytest.mark.parametrize("text", ["a\\", 'a\\"b', "a\\\nb", "a\x01b", '\\\\\\"'])
def test_what_dot_cannot_hold_is_told(text: str) -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text=text),))
    losses = [loss.what for loss in format_named("dot").write(m).losses]

    assert losses == ["backslash or control character that DOT cannot hold"]


@pytest.mark.parametrize("text", ["\\n", "a\\\\", 'a\\\\"b', "C:\\dir", '"', "\n"])
def test_what_dot_can_hold_is_not(text: str) -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text=text),))
    writing = format_named("dot").write(m)
    g = pygraphviz.AGraph(writing.text)

    assert writing.losses == ()
    assert g.get_node("a").attr["text"] == text


_NODE = re.compile(r"  n\d+(?:\[\"[^\"]*\"\]|\(\"[^\"]*\"\)|\(\(\"\w+\"\)\))(?::::?\w+)?")
_EDGE = re.compile(r"  n\d+ (?:---|-->|--x|-\.->|x--x)(?:\|\"[^\"|]*\"\|)? n\d+")
_STYLE = re.compile(r"  (?:linkStyle [\d,]+ stroke:#\w{6}|classDef \w+ [\w:-]+)")


@settings(max_examples=30, deadline=None)
@given(maps())
def test_every_line_of_mermaid_is_a_node_an_edge_or_a_style(m: Map) -> None:
    lines = written("mermaid", m).splitlines()

    assert lines[0] == lines[2] == "---"
    assert isinstance(json.loads(lines[1].removeprefix("title: ")), str)
    assert lines[3] == "flowchart BT"
    for line in lines[4:]:
        assert _NODE.fullmatch(line) or _EDGE.fullmatch(line) or _STYLE.fullmatch(line)


def test_mermaid_numbers_the_signs_of_its_own() -> None:
    text = written("mermaid")

    assert "#34;#93;#59; click n1 #34;javascript:x#34;" in text
    assert 'n1("' in text
    assert "%%" not in text
    assert "<b>" not in text
    assert text.count("x--x") == 1
    assert '-.->|"rephrase"|' in text
    assert written("mermaid", Map(title="Größe 日本")).splitlines()[1] == 'title: "Größe 日本"'


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        ("x.dot", "dot"),
        ("x.gexf", "gexf"),
        ("x.cyjs", "cytoscape"),
        ("x.mmd", "mermaid"),
        ("x.md", "markdown"),
        ("x.jsonld", "jsonld"),
        ("x.annotations.json", "annotations"),
        ("x.sadface.json", "sadface"),
        ("x.json", "json"),
    ],
)
def test_the_ending_decides(ending: str, form: str) -> None:
    assert format_of_output(ending).name == form


def test_an_ending_of_a_format_that_is_only_read_says_so() -> None:
    with pytest.raises(FormatError, match=r"x\.kialo\.txt: Kialo export can only be read\."):
        format_of_output("x.kialo.txt")
