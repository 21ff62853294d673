"""What is kept with a graph never tells anything that is not so any more."""

import pickle
from collections.abc import Callable

import networkx as nx
import pytest

from argmap.graph.build import Graph, to_networkx
from argmap.graph.ordered import ordered
from argmap.graph.ranking import routes
from argmap.graph.routes import Route, Step, shortest_route
from tests.graph.sketches import sketch


def nodes(g: Graph) -> tuple[str, ...] | None:
    found = shortest_route(g, "a", "d")
    return found.nodes if found else None


@pytest.fixture
def g() -> Graph:
    return to_networkx(sketch("a + b", "b + c", "c + d", alone="e"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda g: g.add_edge("a", "d", key="r", kind="support"), "ad"),
        (lambda g: g.add_edges_from([("b", "d", "r", {"kind": "support"})]), "abd"),
        (lambda g: g.remove_edge("b", "c"), None),
        (lambda g: g.remove_edges_from([("b", "c")]), None),
        (lambda g: g.remove_node("c"), None),
        (lambda g: g.remove_nodes_from(["c"]), None),
        (lambda g: g.clear_edges(), None),
        (lambda g: g.update([("a", "d", "r", {"kind": "support"})]), "ad"),
        (lambda g: g.add_weighted_edges_from([("a", "d", 1)], kind="support"), "ad"),
    ],
)
def test_changes_of_the_graph_are_seen(
    g: Graph, change: Callable[[Graph], object], expected: str | None
) -> None:
    assert nodes(g) == tuple("abcd")

    change(g)

    assert nodes(g) == (tuple(expected) if expected else None)


def test_changes_are_seen_through_views(g: Graph) -> None:
    view = nx.subgraph_view(g, filter_node=lambda node: node != "e")
    back = g.reverse(copy=False)
    assert nodes(view) == tuple("abcd")
    assert shortest_route(back, "d", "a")

    g.remove_edge("b", "c")

    assert nodes(view) is None
    assert shortest_route(back, "d", "a") is None


def test_kinds_that_change_are_seen(g: Graph) -> None:
    assert shortest_route(g, "a", "d", only="support")

    g.edges["b", "c", "b+c"]["kind"] = "contrast"

    assert shortest_route(g, "a", "d", only="support") is None
    found = shortest_route(g, "a", "d")
    assert found
    assert found.polarity == "undermines"


def test_route_outlives_the_graph(g: Graph) -> None:
    expected = routes(g, "a", "d")[0]
    found, one_more = shortest_route(g, "a", "d"), routes(g, "a", "d")[0]
    assert expected.relations[1].id == "b+c"

    g.remove_edge("b", "c")
    g.add_edge("b", "c", key="a+b", kind="contrast")
    g.clear()

    assert found == one_more == expected


def test_graph_is_copied_and_pickled_without_what_is_kept(g: Graph) -> None:
    assert nodes(g)

    for copy in (g.copy(), pickle.loads(pickle.dumps(g))):  # noqa: S301
        copy.remove_edge("b", "c")
        assert nodes(copy) is None
    assert nodes(g)


def test_neighbours_and_relations_are_in_order() -> None:
    g = to_networkx(sketch("a + c", "a - b", "a + b"))

    assert {n: [i for i, _ in found] for n, found in ordered(g)["a"].items()} == {
        "b": ["a+b", "a-b"],
        "c": ["a+c"],
    }
    assert list(ordered(g)["a"]) == ["b", "c"]
    assert ordered(g) is ordered(g)


def test_graph_that_keeps_nothing_is_searched_too(g: Graph) -> None:
    vars(g)["__networkx_cache__"] = None

    assert nodes(g) == tuple("abcd")


def test_routes_are_values(g: Graph) -> None:
    found = shortest_route(g, "a", "d")
    steps = tuple(Step(i, "support", None, reverse=False) for i in ("a+b", "b+c", "c+d"))
    same = Route(nodes=tuple("abcd"), statements=tuple("abcd"), relations=steps)

    assert found == same == pickle.loads(pickle.dumps(found))  # noqa: S301
    assert hash(found) == hash(same)
    assert repr(found) == repr(same)
    assert found != "abcd"
    with pytest.raises(AttributeError):
        same.nodes = ()  # type: ignore[misc]
