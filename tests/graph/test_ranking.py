"""The best routes, best first."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.claims.model import Map, RelationKind
from argmap.graph.build import Graph, to_networkx
from argmap.graph.ranking import Routes, routes
from argmap.graph.routes import StatementNotFound, shortest_route
from tests.graph.debates import clique, doubts, layers
from tests.graph.oracle import Way, all_ways, kinds
from tests.graph.sketches import sketch, sketches
from tests.strategies import graphs

EVERY = 10_000


def ids(found: Routes) -> list[tuple[str, ...]]:
    return [tuple(step.id for step in route.relations) for route in found]


def nodes(found: Routes) -> list[str]:
    return ["".join(route.nodes) for route in found]


def of(ways: list[Way]) -> list[tuple[str, ...]]:
    return [way.ids for way in ways]


def test_fewest_steps_come_first() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + z", "a + d", "d - z", "a + z"))

    found = routes(g, "a", "z")

    assert nodes(found) == ["az", "adz", "abcz"]
    assert [route.polarity for route in found] == ["supports", "undermines", "supports"]
    assert not found.more
    assert not found.cut_short


def test_then_the_most_certain_then_the_smallest_ids() -> None:
    g = to_networkx(sketch("a + d", "a + c", "a + b", "a + e", "d + z", "c + z", "b + z", "e + z"))
    g.nodes["b"]["certainty"] = 0.5
    g.edges["e", "z", "e+z"]["certainty"] = 0.9

    assert nodes(routes(g, "a", "z")) == ["acz", "adz", "aez", "abz"]


def test_certainties_of_a_route_are_multiplied_exactly() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + z", "a + d", "d + e", "e + z"))
    for pair, certainty in (("ab", 0.9), ("bc", 0.8), ("cz", 0.7), ("ad", 0.7), ("ez", 0.72)):
        g.edges[*pair, f"{pair[0]}+{pair[1]}"]["certainty"] = certainty

    assert nodes(routes(g, "a", "z")) == ["abcz", "adez"]


def test_certainty_of_the_ends_does_not_count() -> None:
    g = to_networkx(sketch("a + b", "a + c", "b + z", "c + z"))
    for end in "az":
        g.nodes[end]["certainty"] = 0

    assert nodes(routes(g, "a", "z")) == ["abz", "acz"]


def test_parallel_relations_are_different_routes() -> None:
    found = routes(to_networkx(sketch("a + z", "a - z")), "a", "z")

    assert ids(found) == [("a+z",), ("a-z",)]


def test_limit_leaves_more() -> None:
    g = to_networkx(sketch("a + z", "a - z", "a + b", "b + z"))

    two, three = routes(g, "a", "z", limit=2), routes(g, "a", "z", limit=3)

    assert (len(two), two.more) == (2, True)
    assert (len(three), three.more) == (3, False)


def test_routes_are_a_sequence() -> None:
    found = routes(to_networkx(sketch("a + z", "a - z")), "a", "z")

    assert list(found) == [found[0], found[1]] == list(found[:])
    assert found[-1] in found
    assert not routes(to_networkx(sketch("z + a")), "a", "z")


def test_most_steps_bound_the_routes() -> None:
    g = to_networkx(sketch("a + b", "b + z", "a + c", "c + d", "d + z"))

    assert nodes(routes(g, "a", "z", max_steps=2)) == ["abz"]
    assert not routes(g, "a", "z", max_steps=1)


def test_only_one_kind() -> None:
    g = to_networkx(sketch("a + b", "b + z", "a - z", "a - b", "b - z"))

    assert ids(routes(g, "a", "z", only="support")) == [("a+b", "b+z")]
    assert ids(routes(g, "a", "z", only="contrast")) == [("a-z",), ("a-b", "b-z")]


def test_via_in_any_order_and_avoid() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + b", "a + c", "b + z", "c + z", "a + z"))

    assert nodes(routes(g, "a", "z", via=["c", "b"])) == ["abcz", "acbz"]
    assert nodes(routes(g, "a", "z", via=["c"], avoid=["b"])) == ["acz"]
    assert nodes(routes(g, "a", "z", via=["a", "z", "b"])) == ["abz", "abcz", "acbz"]


def test_places_are_told_by_any_collection_or_one_id() -> None:
    g = to_networkx(sketch("a + bc", "bc + z", "a + z"))

    for places in (["bc"], ("bc",), {"bc": 1}, "bc", (node for node in ["bc"])):
        assert nodes(routes(g, "a", "z", via=places)) == ["abcz"]
    assert nodes(routes(g, "a", "z", avoid="bc")) == ["az"]
    assert nodes(routes(g, "a", "z", avoid=(node for node in ["bc"]))) == ["az"]


def test_limit_may_be_any_number() -> None:
    g = to_networkx(sketch("a + b", "b + z", "a + z"))

    assert nodes(routes(g, "a", "z", limit=10**30)) == ["az", "abz"]
    g.edges["a", "b", "a+b"]["certainty"] = 0.5
    assert nodes(routes(g, "a", "z", limit=10**30)) == ["az", "abz"]


def test_via_what_no_route_visits() -> None:
    g = to_networkx(sketch("a + z", "a + b", alone="c"))

    for via in "bc":
        assert not routes(g, "a", "z", via=[via])


def test_holder_holds_all_between_the_ends() -> None:
    g = to_networkx(sketch("a + b", "b + z", "a + c", "c + z", "a + d", "d + z", "a + z"))
    for node, chain in (("a", ("x",)), ("b", ("x", "y")), ("c", ("y", "x")), ("z", ("y",))):
        g.nodes[node]["holder"] = chain

    assert nodes(routes(g, "a", "z", holder="y")) == ["az", "abz"]
    assert nodes(routes(g, "a", "z", holder="x")) == ["az", "acz"]
    assert nodes(routes(g, "a", "z", holder="author")) == ["az", "adz"]


def test_undercut_passes_through_the_relation_that_nobody_holds() -> None:
    g = to_networkx(sketch("a - z", "b - [a-z]"))

    assert [route.nodes for route in routes(g, "b", "z", holder="x")] == [("b", "a-z", "z")]


def test_linked_premises_lead_on_each() -> None:
    g = to_networkx(sketch("e & b & c + z", "e + b"))

    assert nodes(routes(g, "e", "z")) == ["ez", "ebz"]


def test_no_route_comes_back() -> None:
    g = to_networkx(sketch("a x b", "b x z", "a + a", "z - z", "b + b", "z + a"))

    assert nodes(routes(g, "a", "z", limit=EVERY)) == ["abz"]
    assert nodes(routes(g, "z", "a", limit=EVERY)) == ["za", "zba"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limit": 0}, "limit must be at least 1, not 0"),
        ({"max_steps": 0}, "max_steps must be at least 1, not 0"),
        ({"only": "attack"}, "not 'attack'"),
        ({"via": ["b"], "avoid": ["b"]}, "both visit and avoid 'b'"),
        ({"avoid": ["a"]}, "cannot avoid 'a', its end"),
        ({"avoid": ["z"]}, "cannot avoid 'z', its end"),
        ({"avoid": (node for node in "z")}, "cannot avoid 'z', its end"),
    ],
)
def test_contradictory_options_are_errors(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        routes(to_networkx(sketch("a + b", "b + z")), "a", "z", **options)  # type: ignore[arg-type]


def test_unknown_statements_are_errors() -> None:
    g = to_networkx(sketch("a + z"))

    with pytest.raises(StatementNotFound):
        routes(g, "a", "x")
    with pytest.raises(StatementNotFound):
        routes(g, "a", "z", via=["x"])
    with pytest.raises(StatementNotFound):
        routes(g, "a", "z", avoid=["x"])
    with pytest.raises(ValueError, match="both ends"):
        routes(g, "a", "a")


def test_ten_of_more_routes_than_can_be_listed() -> None:
    g = layers(60, 5)

    found = routes(g, "a", "z", limit=10)

    assert len(found) == 10
    assert found.more
    assert found[0].nodes[1:4] == ("00.0", "01.0", "02.0")


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


def test_shortest_routes_among_very_many_circles_come_at_once() -> None:
    found = routes(clique(40), "s00", "s39", limit=100)

    assert len(found) == 100
    assert not found.cut_short


def test_long_chains_need_no_recursion() -> None:
    g: Graph = nx.MultiDiGraph()
    for n in range(2_000):
        g.add_edge(f"s{n}", f"s{n + 1}", key=f"r{n}", kind="support", certainty=0.99)

    found = routes(g, "s0", "s2000")

    assert [len(route.relations) for route in found] == [2_000]
    assert not found.more


CERTAINTIES = st.lists(st.sampled_from([None, 0.0, 0.5, 0.7, 1.0]), min_size=20, max_size=20)


@given(graphs(), CERTAINTIES, st.integers(1, 12))
def test_routes_are_the_first_of_all(g: Graph, certainties: list[float | None], limit: int) -> None:
    attributes = [*(data for *_, data in g.edges(data=True)), *(g.nodes[n] for n in g)]
    for data, certainty in zip(attributes, certainties, strict=False):
        data["certainty"] = certainty
    for target in "bcdef":
        ways = all_ways(g, "a", target)
        found = routes(g, "a", target, limit=limit)
        assert ids(found) == of(ways)[:limit]
        assert found.more == (len(ways) > limit)
        assert [route.nodes for route in found] == [way.nodes for way in ways[:limit]]


@given(
    graphs(),
    st.sampled_from([None, "support", "contrast"]),
    st.sets(st.sampled_from("abcd")),
    st.sets(st.sampled_from("ef")),
    st.none() | st.integers(1, 4),
)
def test_options_leave_the_routes_that_fit(
    g: Graph, only: RelationKind | None, via: set[str], avoid: set[str], steps: int | None
) -> None:
    for node in "bde":
        g.nodes[node]["holder"] = ("h",)
    for holder in (None, "h", "author"):
        held = {None: "abcdef", "h": "bde", "author": "acf"}[holder]
        expected = [
            way
            for way in all_ways(g, "a", "d")
            if via <= {*way.nodes}
            and not avoid & {*way.nodes}
            and (only is None or {*kinds(g, way)} == {only})
            and (steps is None or way.steps <= steps)
            and {*way.inner} <= {*held}
        ]
        found = routes(
            g,
            "a",
            "d",
            limit=EVERY,
            only=only,
            via=via,
            avoid=avoid,
            max_steps=steps,
            holder=holder,
        )
        assert ids(found) == of(expected)


@given(sketches())
def test_routes_of_maps_are_all_routes(m: Map) -> None:
    g = to_networkx(m)
    for source in m.by_id:
        for target in m.by_id:
            if source != target:
                found = routes(g, source, target, limit=EVERY)
                ways = all_ways(g, source, target)
                assert len(found) == len(ways)
                assert {*ids(found)} == {*of(ways)}
                best = shortest_route(g, source, target)
                assert (best is None) == (not found)
                assert best is None or len(best.nodes) == len(found[0].nodes)


@given(graphs(), st.integers(1, 20))
def test_what_is_found_before_the_search_is_given_up_is_the_best(g: Graph, work: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.graph.best_first._MOST_WORK", work)
        patch.setattr("argmap.graph.enumeration._FEW", 0)
        for target in "bcdef":
            ways = all_ways(g, "a", target)
            found = routes(g, "a", target, limit=EVERY)
            assert ids(found) == of(ways)[: len(found)]
            assert found.more == found.cut_short
            assert found.more or len(found) == len(ways)


@given(graphs(), st.integers(0, 20), st.integers(1, 12), st.none() | st.integers(1, 4))
def test_plain_and_guided_search_agree(g: Graph, few: int, limit: int, steps: int | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for target in "bcdef":
            plain = routes(g, "a", target, limit=limit, max_steps=steps)
            patch.setattr("argmap.graph.enumeration._FEW", few)
            assert routes(g, "a", target, limit=limit, max_steps=steps) == plain
            patch.undo()


@given(graphs())
def test_without_certainties_the_first_is_the_shortest_route(g: Graph) -> None:
    for target in "bcdef":
        assert next(iter(routes(g, "a", target, limit=1)), None) == shortest_route(g, "a", target)
