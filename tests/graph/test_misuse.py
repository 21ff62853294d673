"""What is no graph of a map, or holds what none does, is refused rather than answered."""

from collections.abc import Callable

import networkx as nx
import pytest

from argmap.graph.between import between
from argmap.graph.build import Graph, to_networkx
from argmap.graph.circles import odd_circles
from argmap.graph.counting import count_routes
from argmap.graph.cuts import cuts
from argmap.graph.meeting import meeting_points
from argmap.graph.ranking import routes
from argmap.graph.reach import bears_on, rests_on
from argmap.graph.routes import StatementNotFound, polarities, polarity, shortest_route, witness
from tests.graph.sketches import sketch

OF_TWO: list[Callable[..., object]] = [
    between,
    count_routes,
    cuts,
    meeting_points,
    odd_circles,
    polarity,
    routes,
    shortest_route,
    lambda g, a, b: shortest_route(g, a, b, only="support"),
    lambda g, a, b: witness(g, a, b, "supports"),
]
OF_ONE: list[Callable[..., object]] = [bears_on, rests_on, polarities]
TELLING_POLARITIES: list[Callable[[Graph], object]] = [
    lambda g: bears_on(g, "a"),
    lambda g: count_routes(g, "a", "c"),
    lambda g: meeting_points(g, "a", "d"),
    lambda g: odd_circles(g, "a", "c"),
    lambda g: polarities(g, "c"),
    lambda g: polarity(g, "a", "c"),
    lambda g: rests_on(g, "c"),
    lambda g: routes(g, "a", "c")[0].polarity,
    lambda g: [route and route.polarity for route in (shortest_route(g, "a", "c"),)],
    lambda g: witness(g, "a", "c", "undermines"),
]


@pytest.mark.parametrize(
    "other", [nx.DiGraph([("a", "b")]), nx.Graph([("a", "b")]), nx.MultiGraph([("a", "b")])]
)
def test_graph_of_another_kind_is_an_error(other: object) -> None:
    for ask in OF_TWO:
        with pytest.raises(TypeError, match="MultiDiGraph, as to_networkx makes one, not a "):
            ask(other, "a", "b")
    for ask in OF_ONE:
        with pytest.raises(TypeError, match="MultiDiGraph, as to_networkx makes one, not a "):
            ask(other, "a")


def test_map_in_place_of_its_graph_is_an_error() -> None:
    m = sketch("a + b")

    for ask in OF_TWO:
        with pytest.raises(TypeError, match="not a Map"):
            ask(m, "a", "b")
    for ask in OF_ONE:
        with pytest.raises(TypeError, match="not a Map"):
            ask(m, "a")


def test_statements_may_be_of_any_type_but_must_be_there() -> None:
    g: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    g.add_edge(1, 2, key="r", kind="support")

    for ask in OF_TWO:
        ask(g, 1, 2)
        for other in (3, None):
            with pytest.raises(StatementNotFound, match=f"no statement '{other}'"):
                ask(g, 1, other)
        with pytest.raises(ValueError, match="'1' cannot be both ends"):
            ask(g, 1, 1)


@pytest.mark.parametrize("ask", TELLING_POLARITIES)
def test_unknown_kind_of_relation_never_counts_as_support(ask: Callable[[Graph], object]) -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + a", "d + c"))
    ask(g)
    g.edges["a", "b", "a+b"]["kind"] = "attack"

    with pytest.raises(ValueError, match="'support' or 'contrast', not 'attack'"):
        ask(g)


def test_kind_that_no_relation_can_be_of_is_an_error() -> None:
    g = to_networkx(sketch("a + b"))

    asked: list[Callable[..., object]] = [routes, shortest_route]
    for ask in asked:
        with pytest.raises(ValueError, match="only must be 'support' or 'contrast'"):
            ask(g, "a", "b", only="supports")
