"""Where two statements meet."""

import networkx as nx
import pytest
from hypothesis import given

from argmap.graph.build import Graph, to_networkx
from argmap.graph.meeting import MeetingPoint, meeting_points
from argmap.graph.routes import StatementNotFound, polarity
from tests.graph.sketches import sketch
from tests.strategies import graphs


def names(g: Graph, source: str, target: str) -> list[str]:
    return [point.statement for point in meeting_points(g, source, target)]


def test_both_bear_on_it_each_in_its_way() -> None:
    g = to_networkx(sketch("a + b", "b + c", "d - c"))

    assert meeting_points(g, "a", "d") == (
        MeetingPoint("c", "both bear on", "supports", "undermines", 2, 1),
    )


def test_both_rest_on_it() -> None:
    g = to_networkx(sketch("e + a", "e - b", "b + c", "a - c"))

    assert meeting_points(g, "a", "b") == (
        MeetingPoint("c", "both bear on", "undermines", "supports", 1, 1),
        MeetingPoint("e", "both rest on", "supports", "undermines", 1, 1),
    )


def test_nearest_come_first_and_limit_cuts() -> None:
    g = to_networkx(sketch("a + x", "b + x", "a + m", "m + y", "b + y", "a + w", "b + w"))

    assert names(g, "a", "b") == ["w", "x", "y"]
    assert len(meeting_points(g, "a", "b", limit=2)) == 2


def test_what_lies_behind_a_meeting_point_is_left_out() -> None:
    g = to_networkx(sketch("a + c", "b + c", "c + d", "d + main"))

    assert names(g, "a", "b") == ["c"]


def test_what_one_comes_to_past_the_meeting_point_is_not() -> None:
    g = to_networkx(sketch("a + c", "b + c", "c + d", "b - d"))

    assert names(g, "a", "b") == ["c", "d"]
    assert meeting_points(g, "a", "b")[1].to_polarity == "mixed"


def test_relations_that_both_undercut_are_passed() -> None:
    g = to_networkx(sketch("c + d", "a - [c+d]", "b + [c+d]"))

    assert names(g, "a", "b") == ["d"]


def test_statements_apart_have_none() -> None:
    assert meeting_points(to_networkx(sketch("a + b", "c + d")), "a", "c") == ()


def test_wrong_questions_are_errors() -> None:
    g = to_networkx(sketch("a + b"))

    with pytest.raises(StatementNotFound):
        meeting_points(g, "a", "x")
    with pytest.raises(ValueError, match="both ends"):
        meeting_points(g, "a", "a")
    with pytest.raises(ValueError, match="limit"):
        meeting_points(g, "a", "b", limit=0)


@given(graphs())
def test_points_are_common_and_first(g: Graph) -> None:
    for kind, graph in (("both bear on", g), ("both rest on", g.reverse())):
        below = [set(nx.descendants(graph, end)) for end in "ab"]
        common = (below[0] & below[1]) - {"a", "b"}
        points = [p for p in meeting_points(g, "a", "b") if p.kind == kind]
        assert bool(points) == bool(common)
        first = {
            node
            for node in common
            for end in "ab"
            if nx.has_path(graph.subgraph({*graph} - common | {node}), end, node)
        }
        assert {p.statement for p in points} == first
        for p in points:
            assert p.from_steps == nx.shortest_path_length(graph, "a", p.statement)
            assert p.to_steps == nx.shortest_path_length(graph, "b", p.statement)
            assert p.from_polarity == polarity(graph, "a", p.statement)
            assert p.to_polarity == polarity(graph, "b", p.statement)
