"""What all walks from one statement to another amount to."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given

from argmap.claims.model import Map
from argmap.graph.build import Graph, to_networkx
from argmap.graph.routes import (
    Direction,
    StatementNotFound,
    polarities,
    polarity,
    shortest_route,
    witness,
)
from tests.graph.sketches import sketch
from tests.strategies import graphs, maps

DIRECTIONS: tuple[Direction, ...] = ("supports", "undermines")


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        (["a + b"], "supports"),
        (["a - b"], "undermines"),
        (["a - c", "c - b"], "supports"),
        (["a + c", "c - b"], "undermines"),
        (["a + b", "a - b"], "mixed"),
        (["a + b", "a - c", "c + b"], "mixed"),
        (["a x b"], "undermines"),
        (["b x a"], "undermines"),
        (["b + a"], None),
        (["a & c - b"], "undermines"),
        (["c & a - b"], "undermines"),
        (["c + b", "a - [c+b]"], "undermines"),
        (["c - b", "a - [c-b]"], "supports"),
        (["c + b", "d - [c+b]", "a - [d-[c+b]]"], "supports"),
        (["c x b", "a - [cxb]"], "mixed"),
    ],
)
def test_polarity_multiplies(relations: list[str], expected: str | None) -> None:
    assert polarity(to_networkx(sketch(*relations)), "a", "b") == expected


def test_circle_with_an_odd_number_of_contrasts_mixes() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c - b"))

    assert polarity(g, "a", "c") == "mixed"


def test_circle_with_an_even_number_of_contrasts_does_not() -> None:
    g = to_networkx(sketch("a + b", "b x c"))

    assert polarity(g, "a", "c") == "undermines"


def test_walks_may_pass_their_own_ends() -> None:
    g = to_networkx(sketch("a + b", "b - a"))

    assert polarity(g, "a", "b") == "mixed"


def test_undercut_of_a_mutual_contrast_reaches_both_sides() -> None:
    g = to_networkx(sketch("a x b", "c - [axb]"))

    assert polarities(g, "a") == {"b": "undermines", "c": "mixed", "axb": "mixed"}


def test_polarities_are_those_of_all_that_bears_on_the_target() -> None:
    g = to_networkx(sketch("a - b", "b + c", "d + a", alone="e"))

    assert polarities(g, "c") == {"a": "undermines", "b": "supports", "d": "undermines"}


def test_witness_is_the_shortest_walk_that_amounts_to_it() -> None:
    g = to_networkx(sketch("a + b", "a - c", "c + b", "a + d", "d - b"))

    supporting, undermining = (witness(g, "a", "b", direction) for direction in DIRECTIONS)

    assert supporting
    assert supporting.nodes == ("a", "b")
    assert undermining
    assert undermining.nodes == ("a", "c", "b")


def test_witness_may_visit_a_statement_twice() -> None:
    found = witness(to_networkx(sketch("a + b", "b + c", "c - b")), "a", "b", "undermines")

    assert found
    assert found.nodes == ("a", "b", "c", "b")
    assert found.polarity == "undermines"


def test_witness_chooses_the_relation_that_fits() -> None:
    g = to_networkx(sketch("a + b", "a - b"))

    found = [witness(g, "a", "b", direction) for direction in DIRECTIONS]

    assert [way and way.relations[0].id for way in found] == ["a+b", "a-b"]
    assert witness(to_networkx(sketch("a + b")), "a", "b", "undermines") is None


def test_unknown_statement_is_an_error() -> None:
    g = to_networkx(sketch("a + b"))

    with pytest.raises(StatementNotFound):
        polarity(g, "a", "x")
    with pytest.raises(StatementNotFound):
        polarities(g, "x")
    with pytest.raises(StatementNotFound):
        witness(g, "x", "a", "supports")


def test_polarity_needs_two_ends() -> None:
    g = to_networkx(sketch("a + b"))

    with pytest.raises(ValueError, match="both ends"):
        polarity(g, "a", "a")
    with pytest.raises(ValueError, match="both ends"):
        witness(g, "a", "a", "supports")


def parities_by_walking(g: Graph, source: str) -> set[tuple[str, bool]]:
    """Walk step by step, 2n steps, and note where and with which parity each walk ends."""
    front = reached = {(source, False)}
    for _ in range(2 * len(g)):
        front = {
            (b, odd != (edge["kind"] == "contrast"))
            for node, odd in front
            for _, b, edge in g.edges(node, data=True)
        }
        reached = reached | front
    return reached


EXPECTED = {
    (True, False): "supports",
    (False, True): "undermines",
    (True, True): "mixed",
    (False, False): None,
}


@given(graphs())
def test_polarity_is_that_of_all_walks(g: Graph) -> None:
    for source in "ab":
        reached = parities_by_walking(g, source)
        for target in sorted(set(g) - {source}):
            expected = EXPECTED[(target, False) in reached, (target, True) in reached]
            assert polarity(g, source, target) == expected
            assert polarities(g, target).get(source) == expected


@given(graphs())
def test_polarity_is_that_of_routes_unless_a_circle_is_odd(g: Graph) -> None:
    odd_circle = any((n, True) in parities_by_walking(g, n) for n in g)
    for target in "bcdef":
        odds = {
            sum(g.get_edge_data(*edge)["kind"] == "contrast" for edge in path) % 2
            for path in nx.all_simple_edge_paths(g, "a", target)
        }
        over_routes = EXPECTED[0 in odds, 1 in odds]
        if not odd_circle or over_routes in ("mixed", None):
            assert polarity(g, "a", target) == over_routes


@given(graphs())
def test_witness_is_a_walk_of_its_direction(g: Graph) -> None:
    for target in "bcdef":
        over_all = polarity(g, "a", target)
        ways = {direction: witness(g, "a", target, direction) for direction in DIRECTIONS}
        for direction, way in ways.items():
            assert (way is not None) == (over_all in (direction, "mixed"))
            if way is not None:
                assert way.polarity == direction
                assert way.nodes[0] == "a"
                assert way.nodes[-1] == target
                for (a, b), step in zip(pairwise(way.nodes), way.relations, strict=True):
                    assert g.edges[a, b, step.id]["kind"] == step.kind
        shortest = shortest_route(g, "a", target)
        if shortest is not None:
            lengths = [len(way.relations) for way in ways.values() if way]
            assert min(lengths) == len(shortest.relations)


@given(maps())
def test_route_agrees_with_polarity(m: Map) -> None:
    g = to_networkx(m)
    for source in m.by_id:
        for target in m.by_id:
            if source != target:
                route = shortest_route(g, source, target)
                over_all = polarity(g, source, target)
                assert (route is None) == (over_all is None)
                assert route is None or over_all in (route.polarity, "mixed")
