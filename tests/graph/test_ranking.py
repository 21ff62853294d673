"""The best routes, best first."""

from math import prod

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.claims.model import Map, RelationKind
from argmap.graph.build import Graph, to_networkx
from argmap.graph.ranking import Routes, routes
from argmap.graph.routes import StatementNotFound, shortest_route
from tests.graph.debates import CERTAINTIES, clique, layers, say, two_chains
from tests.graph.oracle import all_ways, ids, kinds, of
from tests.graph.sketches import sketch, sketches
from tests.strategies import graphs

EVERY = 10_000
SIX_DECIMALS = st.integers(0, 10**6) | st.sampled_from([10**6, 5 * 10**5, 4 * 10**5, 2 * 10**5])


def nodes(found: Routes) -> list[str]:
    return ["".join(route.nodes) for route in found]


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


def test_equal_products_of_different_factors_tie() -> None:
    g = two_chains([0.2, 1.0, 0.000006, 0.35], [0.5, 0.4, 0.000007, 0.3])

    assert [route.nodes[1] for route in routes(g, "s", "t")] == ["b0", "c0"]


def test_products_that_differ_after_thirty_eight_digits_do_not_tie() -> None:
    # (x + 0)(x + 4)… is less than (x + 1)(x + 2)… by 1,210,809,600 whatever x is.
    less, more = (0, 4, 9, 23, 27, 41, 46, 50), (1, 2, 11, 20, 30, 39, 48, 49)
    g = two_chains(*([(999_900 + n) / 10**6 for n in numbers] for numbers in (less, more)))

    assert [route.nodes[1] for route in routes(g, "s", "t")] == ["c0", "b0"]


def test_nothing_counts_beside_what_is_impossible() -> None:
    g = two_chains([0.0, 0.1, 0.0], [0.9, 0.9, 0.0])

    assert [route.nodes[1] for route in routes(g, "s", "t")] == ["b0", "c0"]


def test_impossible_twice_is_no_less_certain_than_once() -> None:
    g = to_networkx(sketch("a + b", "a - b", "b + z"))
    g.nodes["b"]["certainty"] = g.edges["a", "b", "a+b"]["certainty"] = 0

    assert ids(routes(g, "a", "z")) == [("a+b", "b+z"), ("a-b", "b+z")]


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


@given(st.lists(st.tuples(SIX_DECIMALS, SIX_DECIMALS), min_size=2, max_size=25))
def test_of_two_chains_the_more_certain_comes_first(pairs: list[tuple[int, int]]) -> None:
    b, c = zip(*pairs, strict=True)
    g = two_chains(*([number / 10**6 for number in chain] for chain in (b, c)))

    first = routes(g, "s", "t")[0]

    assert first.nodes[1] == ("c0" if prod(c) > prod(b) else "b0")


@given(graphs(), CERTAINTIES, st.integers(1, 12))
def test_routes_are_the_first_of_all(g: Graph, certainties: list[float | None], limit: int) -> None:
    say(g, certainties)
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
