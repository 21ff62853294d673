"""The search for routes does a bounded amount of work, and tells what it has all the same."""

import tracemalloc
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.build import Graph
from argmap.graph.ranking import routes
from tests.graph.debates import CERTAINTIES, clique, doubts, grid, say
from tests.graph.oracle import all_ways, ids, of
from tests.strategies import graphs

EVERY = 10_000


def test_search_among_very_many_circles_is_given_up() -> None:
    g = clique(14)
    g.remove_edges_from([("s00", f"s{n:02}") for n in range(2, 14)])
    g.add_edge("s01", "far", key="way", kind="support")

    found = routes(g, "s00", "far", limit=3, via=[f"s{n:02}" for n in range(2, 14)])

    assert found.cut_short
    assert found.more


def test_long_chain_of_equal_doubts_is_given_up_but_told() -> None:
    g = doubts(1500)

    found = routes(g, "s0000", "s1500")

    assert found.cut_short
    assert found.more
    assert [len(route.nodes) for route in found] == [1501]
    assert found[0].relations[0].id == "s0000+"


def test_search_that_is_given_up_at_once_still_tells_the_best() -> None:
    g = doubts(4000)
    for a, _, key, data in g.edges(keys=True, data=True):
        data["certainty"] = 0.1 if key.endswith("+") else 0.9
        g.nodes[a]["certainty"] = 0.5

    found = routes(g, "s0000", "s4000", limit=1)

    assert found.cut_short
    assert found.more
    assert [{step.id[-1] for step in route.relations} for route in found] == [{"-"}]


def test_statements_to_visit_that_follow_one_another_are_found_however_many() -> None:
    g: Graph = nx.MultiDiGraph()
    names = [f"s{n:02}" for n in range(40)]
    for a, b in pairwise(names):
        g.add_edge(a, b, key=f"{a}-{b}", kind="support")

    found = routes(g, "s00", "s39", via=names[5:35])

    assert [route.nodes for route in found] == [tuple(names)]
    assert not found.more
    assert not found.cut_short


def test_search_by_way_of_statements_among_circles_is_given_up_but_told() -> None:
    via = [f"s{n:02}" for n in range(20, 30)]
    g = clique(100)
    for n in range(20, 30):
        g.add_edge("s00", f"s{n}", key=f"z{n}", kind="support")
        g.edges["s00", f"s{n}", f"s00-s{n}"]["certainty"] = 0.5

    found = routes(g, "s00", "s01", via=via)

    assert found.cut_short
    assert found.more
    assert [route.nodes for route in found] == [("s00", *via, "s01")]
    assert found[0].relations[0].id == "z20"
    assert not routes(g, "s00", "s01", via=via, max_steps=10)
    assert len(routes(g, "s00", "s01", via=via, max_steps=11)) == 1


@pytest.mark.parametrize(("source", "target"), [("g0x0", "g0x1"), ("g0x1", "g0x0")])
def test_there_and_back_by_another_way(source: str, target: str) -> None:
    found = routes(grid(30), source, target, via=["g29x29"], limit=1)

    assert found.more
    (route,) = found
    assert (route.nodes[0], route.nodes[-1]) == (source, target)
    assert "g29x29" in route.nodes
    assert len({*route.nodes}) == len(route.nodes)


def test_room_for_certainties_grows_with_a_chain_and_no_faster() -> None:
    peaks = []
    for size in (1_000, 4_000):
        g: Graph = nx.MultiDiGraph()
        for n in range(size):
            g.add_edge(f"s{n}", f"s{n + 1}", key=f"r{n}", kind="support", certainty=0.123457)
        tracemalloc.start()
        assert len(routes(g, "s0", f"s{size}")) == 1
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 6 * peaks[0]


@given(graphs(), CERTAINTIES, st.integers(1, 20))
def test_what_is_told_of_a_search_that_is_given_up_is_the_best(
    g: Graph, certainties: list[float | None], work: int
) -> None:
    say(g, certainties)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.graph.best_first._MOST_WORK", work)
        patch.setattr("argmap.graph.enumeration._FEW", 0)
        for target in "bcdef":
            ways = all_ways(g, "a", target)
            found = routes(g, "a", target, limit=EVERY)
            assert ids(found) == of(ways)[: len(found)]
            assert bool(found) == bool(ways)
            assert found.more == found.cut_short
            assert found.more or len(found) == len(ways)


@given(graphs(), CERTAINTIES, st.integers(0, 40), st.none() | st.integers(1, 4))
def test_what_is_told_of_a_search_by_way_of_statements_is_a_route(
    g: Graph, certainties: list[float | None], work: int, steps: int | None
) -> None:
    say(g, certainties)
    fitting = [
        way.ids
        for way in all_ways(g, "a", "d")
        if {"b", "c"} <= {*way.nodes} and (steps is None or way.steps <= steps)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.graph.best_first._MOST_WORK", work)
        found = routes(g, "a", "d", limit=EVERY, via=["b", "c"], max_steps=steps)
    if found.cut_short:
        assert {*ids(found)} <= {*fitting}
    else:
        assert ids(found) == fitting
