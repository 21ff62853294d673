"""The shortest route from one statement to another."""

from typing import get_args

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.claims.model import Map, RelationKind
from argmap.graph.build import Graph, to_networkx
from argmap.graph.routes import Route, StatementNotFound, Step, shortest_route
from tests.graph.sketches import changed, sketch
from tests.strategies import graphs, maps


def route(g: Graph, source: str, target: str) -> Route:
    found = shortest_route(g, source, target)
    assert found is not None
    return found


def test_route_tells_statements_relations_and_polarity() -> None:
    g = to_networkx(sketch("a + b", "b - c"))

    assert shortest_route(g, "a", "c") == Route(
        nodes=("a", "b", "c"),
        statements=("a", "b", "c"),
        relations=(
            Step("a+b", "support", None, reverse=False),
            Step("b-c", "contrast", None, reverse=False),
        ),
    )
    assert route(g, "a", "c").polarity == "undermines"


def test_two_contrasts_support() -> None:
    assert route(to_networkx(sketch("a - b", "b - c")), "a", "c").polarity == "supports"


def test_step_tells_the_warrant() -> None:
    g: Graph = nx.MultiDiGraph()
    g.add_edge("a", "b", key="r", kind="support", because="So it is.")

    assert route(g, "a", "b").relations[0].because == "So it is."


def test_fewest_steps_win() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + d", "a + z", "z + d"))

    assert route(g, "a", "d").nodes == ("a", "z", "d")


def test_among_equals_the_smallest_ids_win() -> None:
    relations = ["s + y", "s + x", "y + a", "x + b", "x + c", "a + t", "c + t", "b + t"]

    one = route(to_networkx(sketch(*relations)), "s", "t")
    other = route(to_networkx(sketch(*reversed(relations))), "s", "t")

    assert one.nodes == other.nodes == ("s", "x", "b", "t")


def test_among_parallel_relations_the_smallest_id_wins() -> None:
    g = to_networkx(sketch("a - b", "a + b"))

    assert route(g, "a", "b").relations[0].id == "a+b"


def test_mutual_contrast_runs_both_ways() -> None:
    g = to_networkx(sketch("a x b"))

    assert route(g, "b", "a").relations == (Step("axb", "contrast", None, reverse=True),)


def test_linked_premise_leads_on_alone() -> None:
    assert route(to_networkx(sketch("a & b + c")), "b", "c").relations[0].id == "a&b+c"


def test_route_through_an_undercut_leaves_the_relation_out_of_its_statements() -> None:
    found = route(to_networkx(sketch("a - b", "c - [a-b]")), "c", "b")

    assert found.nodes == ("c", "a-b", "b")
    assert found.statements == ("c", "b")
    assert [step.id for step in found.relations] == ["c-[a-b]", "a-b"]
    assert found.polarity == "supports"


def test_relations_lead_one_way_only() -> None:
    assert shortest_route(to_networkx(sketch("a + b")), "b", "a") is None


def test_circles_end() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + a", alone="d"))
    g.add_edge("a", "a", key="loop", kind="contrast")

    assert shortest_route(g, "a", "d") is None
    assert route(g, "a", "c").nodes == ("a", "b", "c")


@pytest.mark.parametrize("pair", [("a", "x"), ("x", "a")])
def test_unknown_statement_is_an_error(pair: tuple[str, str]) -> None:
    g = to_networkx(sketch("a + b"))

    with pytest.raises(StatementNotFound, match="no statement 'x'"):
        shortest_route(g, *pair)
    with pytest.raises(nx.NodeNotFound):
        shortest_route(g, *pair)


def test_route_needs_two_ends() -> None:
    with pytest.raises(ValueError, match="'a' cannot be both ends"):
        shortest_route(to_networkx(sketch("a + b")), "a", "a")


def test_query_leaves_the_graph_as_it_is() -> None:
    g = to_networkx(changed(sketch("a + b", "b - c", "d x b"), "a", text="Once."))
    before = (list(g.nodes(data=True)), list(g.edges(keys=True, data=True)))

    shortest_route(g, "a", "c")

    assert (list(g.nodes(data=True)), list(g.edges(keys=True, data=True))) == before


def test_long_chains_need_no_recursion() -> None:
    g: Graph = nx.MultiDiGraph()
    for n in range(20_000):
        g.add_edge(f"s{n}", f"s{n + 1}", key=f"r{n}", kind="support")

    assert len(route(g, "s0", "s20000").relations) == 20_000


@given(graphs())
def test_route_is_the_smallest_of_the_shortest(g: Graph) -> None:
    for target in "bcdef":
        found = shortest_route(g, "a", target)
        if nx.has_path(g, "a", target):
            assert found is not None
            assert found.nodes == min(map(tuple, nx.all_shortest_paths(nx.DiGraph(g), "a", target)))
        else:
            assert found is None


@given(graphs())
def test_route_of_one_kind_is_the_smallest_of_the_shortest(g: Graph) -> None:
    kinds: tuple[RelationKind, ...] = get_args(RelationKind)
    for only in kinds:
        part = g.copy()
        part.remove_edges_from(
            [(a, b, i) for a, b, i in g.edges if g.edges[a, b, i]["kind"] != only]
        )
        for target in "bcdef":
            assert shortest_route(g, "a", target, only=only) == shortest_route(part, "a", target)


@given(maps())
def test_route_follows_the_relations_of_the_map(m: Map) -> None:
    g = to_networkx(m)
    for source in g:
        for target in g:
            if source != target and (found := shortest_route(g, source, target)):
                assert len(set(found.nodes)) == len(found.nodes) == len(found.relations) + 1
                assert found.statements == tuple(n for n in found.nodes if n in m.by_id)
                for a, b, step in zip(found.nodes, found.nodes[1:], found.relations, strict=False):
                    assert g.edges[a, b, step.id]["kind"] == step.kind
                    assert g.edges[a, b, step.id]["reverse"] is step.reverse


@given(graphs(), st.integers(0, 3))
def test_search_from_both_ends_finds_the_same(g: Graph, few: int) -> None:
    for target in "bcdef":
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("argmap.graph.shortest._FEW", few)
            found = shortest_route(g, "a", target)
        assert found == shortest_route(g, "a", target)


def test_target_on_which_very_much_bears() -> None:
    g: Graph = nx.MultiDiGraph()
    for n in range(5_000):
        g.add_edge(f"r{n:04}", "main", key=f"m{n}", kind="support")
    for reason in ("r0004", "r0003"):
        g.add_edge("a", reason, key=f"a-{reason}", kind="support")
    g.add_edge("x", "a", key="x-a", kind="support")

    assert route(g, "x", "main").nodes == ("x", "a", "r0003", "main")
    assert route(g, "r0000", "main").nodes == ("r0000", "main")
    assert shortest_route(g, "main", "x") is None


def test_source_that_leads_to_very_much() -> None:
    g: Graph = nx.MultiDiGraph()
    for n in range(1, 20_000):
        g.add_edge(f"s{n // 2:05}", f"s{n:05}", key=f"r{n}", kind="support")

    assert len(route(g, "s00000", "s19999").nodes) == 16
    g.add_node("far")
    assert shortest_route(g, "s00000", "far") is None
