"""GraphML: graphs that argmap writes, read by networkx, and graphs of other tools."""

import io
import re

import networkx as nx
from hypothesis import given, settings

from argmap.claims.formats import format_named, format_of_input
from argmap.claims.model import Link, Map, Relation, RelationRef, Statement
from tests.claims.foreign import is_map_or_mistake, mutated, read, told
from tests.claims.reading import mistakes
from tests.strategies import maps

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
KEYS = '<key id="k" attr.name="kind"/><key id="t" attr.name="label"/>'
SAMPLE = Map(
    title="T",
    statements=(
        Statement(id="a", kind="claim", text="</data><b>&\"'", certainty=0.5, main=True),
        Statement(id="b", kind="claim", text="B"),
        Statement(id="c", kind="evidence", text="C"),
    ),
    relations=(
        Relation(id="r", source="b", linked=("c",), target="a", kind="support", because="W"),
        Relation(id="m", source="b", target="a", kind="contrast", mutual=True),
        Relation(id="u", source="c", target=RelationRef("m"), kind="contrast"),
        Relation(id="v", source="a", target=RelationRef("u"), kind="contrast"),
    ),
    links=(Link(id="k", source="c", target="b", kind="rephrase"),),
)


def graph(body: str, *, default: str = "directed") -> str:
    return f'{HEAD}{KEYS}<graph edgedefault="{default}">{body}</graph></graphml>'


def node(key: str, label: str = "") -> str:
    data = f'<data key="t">{label}</data>' if label else ""
    return f'<node id="{key}">{data}</node>'


def edge(source: str, target: str, kind: str, more: str = "") -> str:
    data = f'<data key="k">{kind}</data>' if kind else ""
    return f'\n<edge source="{source}" target="{target}" {more}>{data}</edge>'


def test_networkx_reads_what_is_written() -> None:
    text = format_named("graphml").write(SAMPLE).text
    g = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)

    assert format_of_input(text.encode(), "x").name == "graphml"
    assert g.nodes["a"]["text"] == "</data><b>&\"'"
    assert g.nodes["a"]["certainty"] == 0.5
    assert g.nodes["a"]["main"] is True
    assert g.nodes["r"] == {"kind": "relation", "relation": "support", "because": "W"}
    assert {(a, b): d["kind"] for a, b, d in g.edges(data=True)} == {
        ("b", "r"): "premise",
        ("c", "r"): "premise",
        ("r", "a"): "support",
        ("b", "m"): "premise",
        ("m", "a"): "contrast",
        ("c", "u"): "premise",
        ("u", "m"): "contrast",
        ("a", "u"): "contrast",
        ("c", "b"): "rephrase",
    }
    assert read("graphml", text).map == SAMPLE


@settings(max_examples=20, deadline=None)
@given(maps())
def test_hostile_text_stays_text(m: Map) -> None:
    g = nx.read_graphml(io.BytesIO(format_named("graphml").write(m).text.encode()))

    written = {s.id: re.sub("[\ufffe\uffff]", "\ufffd", s.text) for s in m.statements}

    assert {i: d["text"] for i, d in g.nodes(data=True) if d["kind"] != "relation"} == written


def test_graphs_of_other_tools() -> None:
    body = node("a", "First") + node("b") + edge("a", "b", "attacks") + edge("b", "a", "pro")
    m = read("graphml", graph(body)).map

    assert [s.text for s in m.statements] == ["First", "b"]
    assert [r.kind for r in m.relations] == ["contrast", "support"]


def test_the_labels_that_yed_draws() -> None:
    drawn = (
        '<node id="n"><data key="d"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">'
        "<y:NodeLabel> Drawn </y:NodeLabel></y:ShapeNode></data></node>"
    )
    reading = read("graphml", graph(drawn))

    assert reading.map.statements[0].text == "Drawn"
    assert told(reading) == {"drawing of a node or edge": 1}


def test_edges_without_direction() -> None:
    body = node("a") + node("b") + edge("a", "b", "con") + edge("b", "a", "pro")
    reading = read("graphml", graph(body, default="undirected"))

    assert [r.mutual for r in reading.map.relations] == [True, False]
    assert told(reading) == {"edge without direction, taken from source to target": 1}
    single = node("a") + node("b") + edge("a", "b", "con", 'directed="false"')
    assert read("graphml", graph(single)).map.relations[0].mutual


def test_what_is_not_known_is_an_error_with_its_place() -> None:
    body = node("a") + node("b") + edge("a", "b", "") + edge("a", "b", "suport")

    assert mistakes(graph(body), form="graphml") == [
        "map:2:1: the relation has no kind. Write support or contrast.",
        "map:3:1: unknown kind of relation 'suport'. Did you mean 'support'?",
    ]


def test_values_that_do_not_fit_are_errors_with_their_place() -> None:
    body = '<node id="a"><data key="certainty">x</data></node>' + edge("a", "a", "pro").replace(
        "</edge>", '<data key="mutual">perhaps</data></edge>'
    )

    first, second = mistakes(graph(body), form="graphml")

    assert first.startswith("map:1:147: the certainty is 'x'")
    assert second.startswith("map:2:1: 'mutual' is 'perhaps'")


def test_what_has_no_place_in_a_map_is_in_the_ledger() -> None:
    body = (
        node("a")
        + node("a")
        + "<hyperedge/><desc>x</desc>"
        + edge("a", "gone", "pro")
        + '<node id="r"><data key="k">relation</data></node>'
        + '<node id="x"><data key="k">person</data><data key="colour">red</data></node>'
    )

    assert told(read("graphml", graph(body))) == {
        "hyperedge": 1,
        "desc": 1,
        "second node of the same id": 1,
        "kind of a node": 1,
        "data 'colour'": 1,
        "relation without a kind or an end": 1,
        "relation without two ends, or from a statement to itself": 1,
    }


def test_relations_that_are_drawn_as_nodes() -> None:
    def drawn(key: str, more: str) -> str:
        return f'<node id="{key}"><data key="k">relation</data>{more}</node>'

    body = (
        "".join(node(key) for key in "abc")
        + drawn("r", '<data key="relation">pro</data>')
        + drawn("s", '<data key="relation">con</data><data key="certainty">7</data>')
        + "".join(edge(a, b, "premise") for a, b in ("ar", "br", "as"))
        + "".join(edge(a, b, "x") for a, b in ("rc", "ra", "sc"))
        + edge("c", "r", "undercuts", 'id="u"').replace(
            "</edge>", '<data key="hue">1</data></edge>'
        )
    )

    assert mistakes(graph(body), form="graphml") == [
        "map: s: the certainty is '7'. Write a number from 0 to 1, like 0.5."
    ]
    reading = read("graphml", graph(body.replace(">7<", ">0.7<")))
    assert [(r.id, r.premises, r.target_id) for r in reading.map.relations] == [
        ("r", ("a", "b"), "c"),
        ("s", ("a",), "c"),
        ("u", ("c",), "r"),
    ]
    assert told(reading) == {"second target of a relation": 1, "data 'hue'": 1}


def test_an_undercut_of_a_statement_is_kept_as_a_contrast_and_told() -> None:
    reading = read("graphml", graph(node("a") + node("b") + edge("a", "b", "undercuts")))

    assert [relation.kind for relation in reading.map.relations] == ["contrast"]
    assert told(reading) == {"undercut of a statement, kept as a contrast": 1}


def test_facts_of_argmap_that_are_not_sound_are_left_out() -> None:
    for facts in ("{", "[]", '{"title": 7}'):
        reading = read("graphml", graph(f'<data key="argmap">{facts}</data>'))

        assert reading.map.title == "map"
        assert "facts of argmap that are not sound" in told(reading) or facts == "[]"


def test_characters_that_xml_cannot_hold_are_told() -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="a\x01b"),))
    written = format_named("graphml").write(m)

    assert [loss.what for loss in written.losses] == ["character that XML cannot hold"]
    assert read("graphml", written.text).map.statements[0].text == "a\ufffdb"


@settings(max_examples=150, deadline=None)
@given(mutated(format_named("graphml").write(SAMPLE).text))
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("graphml", data)
