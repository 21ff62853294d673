"""How many routes there are, and circles."""

import tracemalloc

import pytest
from hypothesis import given

from argmap.claims.model import Map
from argmap.graph.build import Graph, to_networkx
from argmap.graph.circles import odd_circles
from argmap.graph.counting import RouteCount, count_routes
from argmap.graph.knots import knots
from argmap.graph.routes import StatementNotFound
from tests.graph.debates import clique, layers, steps_in_two_ways
from tests.graph.oracle import all_ways, kinds
from tests.graph.sketches import sketch, sketches
from tests.strategies import graphs


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        (["a + z"], (1, 0)),
        (["a - z"], (0, 1)),
        (["a + z", "a - z"], (1, 1)),
        (["z + a"], (0, 0)),
        (["a + b", "a - b", "b + z", "b - z"], (2, 2)),
        (["a - b", "b - z", "a + c", "c + z", "b + c"], (2, 1)),
        (["a x b", "b x z"], (1, 0)),
        (["a + b", "b x c", "b + z", "c + z"], (1, 1)),
        (["a + b", "a + c", "b x c", "b + z", "c - z"], (2, 2)),
        (["a - [b+z]", "b + z"], (0, 1)),
    ],
)
def test_routes_are_counted_by_what_they_amount_to(
    relations: list[str], expected: tuple[int, int]
) -> None:
    count = count_routes(to_networkx(sketch(*relations)), "a", "z")

    assert count == RouteCount(*expected, exact=True)
    assert count.total == sum(expected)


def test_very_many_routes_are_counted_exactly() -> None:
    assert count_routes(layers(60, 5), "a", "z").total == 5**60
    assert count_routes(layers(20, 3), "a", "z") == RouteCount(
        (3**20 + 1) // 2, (3**20 - 1) // 2, exact=True
    )


def test_routes_among_very_many_circles_are_at_least_so_many() -> None:

    count = count_routes(clique(40), "s00", "s39")

    assert not count.exact
    assert count.total >= 2**38


def test_a_dead_end_of_very_many_circles_does_not_hinder_counting() -> None:
    g = clique(40)
    for a, b in (("a", "s00"), ("s00", "z"), ("a", "z")):
        g.add_edge(a, b, key=f"{a}-{b}", kind="support")

    assert count_routes(g, "a", "z") == RouteCount(2, 0, exact=True)


@pytest.mark.parametrize(("work", "exact"), [(8, True), (7, False)])
def test_each_visit_and_each_way_looked_at_is_work(
    work: int, *, exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    g = to_networkx(sketch("a + b", "a + c", "b x c", "b + z", "c + z"))
    monkeypatch.setattr("argmap.graph.counting._MOST_WORK", work)

    assert count_routes(g, "a", "z").exact == exact


def test_numbers_of_routes_are_forgotten_on_the_way() -> None:
    g = steps_in_two_ways(8_000)
    count_routes(g, "s0", "s1")
    tracemalloc.start()
    try:
        assert count_routes(g, "s0", "s8000").total == 2**8_000
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 14_000_000


def test_unknown_statements_are_errors() -> None:
    g = to_networkx(sketch("a + b"))

    for ask in (count_routes, odd_circles):
        with pytest.raises(StatementNotFound):
            ask(g, "a", "x")
        with pytest.raises(ValueError, match="both ends"):
            ask(g, "a", "a")


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        (["a + b", "b + z"], ()),
        (["a + b", "b x c", "c + z", "b + z"], ()),
        (["a + b", "b - c", "c + b", "c + z"], (("b", "c"),)),
        (["a + z", "z - a"], (("a", "z"),)),
        (["a + z", "b + z", "z + y", "y - z"], (("y", "z"),)),
        (["a + z", "b - c", "c + b", "b + z"], ()),
        (["a - a", "a + z", "z - z"], (("z",), ("a",))),
    ],
)
def test_odd_circles_are_told(relations: list[str], expected: tuple[tuple[str, ...], ...]) -> None:
    assert odd_circles(to_networkx(sketch(*relations)), "a", "z") == expected


def test_long_chains_need_no_recursion() -> None:
    chain = {str(n): [str(n + 1)] for n in range(20_000)} | {"20000": ["0"]}

    assert [len(knot) for knot in knots(chain, chain)] == [20_001]


@given(graphs())
def test_count_is_that_of_all_routes(g: Graph) -> None:
    for target in "bcdef":
        odd = [kinds(g, way).count("contrast") % 2 for way in all_ways(g, "a", target)]
        assert count_routes(g, "a", target) == RouteCount(odd.count(0), odd.count(1), exact=True)


@given(sketches())
def test_count_of_maps_is_that_of_all_routes(m: Map) -> None:
    g = to_networkx(m)
    for source in m.by_id:
        for target in m.by_id:
            if source != target:
                count = count_routes(g, source, target)
                assert count.total == len(all_ways(g, source, target))


@given(graphs())
def test_lower_bound_is_one(g: Graph) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.graph.counting._MOST_WORK", 2)
        for target in "bcdef":
            odd = [kinds(g, way).count("contrast") % 2 for way in all_ways(g, "a", target)]
            count = count_routes(g, "a", target)
            assert count.supporting <= odd.count(0)
            assert count.undermining <= odd.count(1)
            assert bool(count.total) == bool(odd)
            assert not count.exact or count.total == len(odd)


@given(graphs())
def test_odd_circles_are_where_a_walk_comes_back_changed(g: Graph) -> None:
    for target in "bcdef":
        found = {node for knot in odd_circles(g, "a", target) for node in knot}
        assert found == {n for n in _between(g, "a", target) if (n, True) in _walked(g, n)}


def _between(g: Graph, source: str, target: str) -> set[str]:
    return {
        node
        for node in g
        if {node, target} & {n for n, _ in _walked(g, source)} >= {node, target}
        and (target, 0) in {(n, 0) for n, _ in _walked(g, node)}
    }


def _walked(g: Graph, source: str) -> set[tuple[str, bool]]:
    front = reached = {(source, False)}
    for _ in range(2 * len(g)):
        front = {
            (b, odd != (edge["kind"] == "contrast"))
            for node, odd in front
            for _, b, edge in g.edges(node, data=True)
        }
        reached = reached | front
    return reached
