"""The networkx graph of a map."""

from collections import Counter
from dataclasses import replace

import networkx as nx
from hypothesis import given

from argmap.claims.model import Map, Relation, Statement
from argmap.graph.build import to_networkx
from tests.graph.sketches import sketch
from tests.strategies import maps


def edges(m: Map) -> list[tuple[str, str, str, str]]:
    return [(a, b, k, d["kind"]) for a, b, k, d in to_networkx(m).edges(keys=True, data=True)]


def test_graph_tells_title_and_main_claim() -> None:
    assert to_networkx(sketch("a + b", main="b")).graph == {"title": "A sketch", "main": "b"}
    assert to_networkx(Map(title="Empty")).graph == {"title": "Empty", "main": None}


def test_statement_becomes_node_with_attributes() -> None:
    statement = Statement(
        id="a", kind="claim", text="T", title="L", holder=("x", "y"), certainty=0.5, implicit=True
    )

    g = to_networkx(Map(title="M", statements=(statement,)))

    assert list(g) == ["a"]
    assert g.nodes["a"] == {
        "kind": "claim",
        "text": "T",
        "title": "L",
        "holder": ("x", "y"),
        "certainty": 0.5,
        "main": False,
        "implicit": True,
    }


def test_relation_becomes_edge_with_attributes() -> None:
    plain = sketch("a - b")
    relation = Relation(
        id="r", source="a", target="b", kind="contrast", because="So.", certainty=0.2
    )

    g = to_networkx(replace(plain, relations=(relation,)))

    assert list(g.edges(keys=True, data=True)) == [
        (
            "a",
            "b",
            "r",
            {
                "kind": "contrast",
                "because": "So.",
                "certainty": 0.2,
                "mutual": False,
                "reverse": False,
                "premises": ("a",),
            },
        )
    ]


def test_parallel_relations_are_kept_apart() -> None:
    assert edges(sketch("a + b", "a - b")) == [
        ("a", "b", "a+b", "support"),
        ("a", "b", "a-b", "contrast"),
    ]


def test_mutual_contrast_runs_back() -> None:
    g = to_networkx(sketch("a x b"))

    assert g.edges["a", "b", "axb"]["reverse"] is False
    assert g.edges["b", "a", "axb"]["reverse"] is True
    assert g.edges["b", "a", "axb"]["mutual"] is True


def test_every_linked_premise_has_an_edge() -> None:
    g = to_networkx(sketch("a & b + c"))

    assert [(a, b, k) for a, b, k in g.edges(keys=True)] == [
        ("a", "c", "a&b+c"),
        ("b", "c", "a&b+c"),
    ]
    assert {d["premises"] for *_, d in g.edges(data=True)} == {("a", "b")}


def test_undercut_passes_through_the_relation() -> None:
    m = sketch("a + b", "c - [a+b]")

    assert sorted(edges(m)) == [
        ("a", "b", "a+b", "support"),
        ("a+b", "b", "a+b", "support"),
        ("c", "a+b", "c-[a+b]", "contrast"),
    ]
    assert to_networkx(m).nodes["a+b"] == {"kind": "relation", "relation": "support"}


def test_undercut_mutual_contrast_leads_both_ways() -> None:
    g = to_networkx(sketch("a x b", "c - [axb]"))

    assert dict(g["axb"]["b"]["axb"])["reverse"] is False
    assert dict(g["axb"]["a"]["axb"])["reverse"] is True


def test_undercut_of_an_undercut() -> None:
    g = to_networkx(sketch("a + b", "c - [a+b]", "d - [c-[a+b]]"))

    assert nx.shortest_path(g, "d", "b") == ["d", "c-[a+b]", "a+b", "b"]


@given(maps())
def test_graph_holds_the_map(m: Map) -> None:
    g = to_networkx(m)
    relation_nodes = [n for n in g if g.nodes[n]["kind"] == "relation"]
    written = Counter(
        key
        for a, b, key in g.edges(keys=True)
        if not g.edges[a, b, key]["reverse"] and a not in relation_nodes
    )

    assert [n for n in g if n not in relation_nodes] == list(m.by_id)
    assert written == {r.id: len(r.premises) for r in m.relations}
    assert list(to_networkx(m).edges(keys=True, data=True)) == list(g.edges(keys=True, data=True))
    assert set(relation_nodes) == {r.target_id for r in m.relations if r.undercuts}
