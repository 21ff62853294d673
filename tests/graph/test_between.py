"""What lies between two statements, what one bears on and what it rests on."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.claims.model import Map
from argmap.claims.storage import load
from argmap.graph.answers import Asker
from argmap.graph.between import between, corridor
from argmap.graph.build import Graph, to_networkx
from argmap.graph.reach import Bearing, bears_on, rests_on
from argmap.graph.routes import StatementNotFound, polarity
from tests.graph.oracle import all_ways, kinds
from tests.graph.sketches import sketch, sketches
from tests.strategies import graphs


def test_between_tells_all_on_the_way_and_how_far_it_is() -> None:
    g = to_networkx(sketch("a + b", "b + c", "a - d", "d + c", "d + b", "x + c", "b + y"))

    assert between(g, "a", "c") == {"c": 0, "b": 1, "d": 1, "a": 2}
    assert list(between(g, "a", "c")) == ["c", "b", "d", "a"]
    assert between(g, "c", "a") == {}


def test_walks_may_pass_their_ends_but_routes_may_not() -> None:
    g = to_networkx(sketch("a + b", "b + c", "c + b", "d + a", "a + d"))

    assert set(between(g, "a", "b")) == {"a", "b", "c", "d"}
    assert set(corridor(g, "a", "b").steps) == {"a", "b"}


@pytest.mark.parametrize(
    ("relations", "visited"),
    [
        (["a + b", "b x c", "b + t"], "abt"),
        (["a + b", "b x c", "c x d", "c x e", "b + t"], "abt"),
        (["a + b", "b + c", "c + d", "d - b", "c + t"], "abct"),
        (["a + b", "b x c", "d - c", "b + d", "d + t"], "abdt"),
        (["a + b", "b x c", "d x c", "b + d", "d + t"], "abcdt"),
        # Without d, every way to v and from it leads through u.
        (["a + u", "a + p", "p + d", "d + v", "v + p", "u + v", "p + u", "u + t"], "aput"),
    ],
)
def test_dead_ends_of_circles_lie_on_no_route(relations: list[str], visited: str) -> None:
    assert set(corridor(to_networkx(sketch(*relations)), "a", "t").steps) == set(visited)


def test_a_dead_end_does_not_bring_the_end_nearer() -> None:
    g = to_networkx(sketch("a + b", "b + t", "b + c", "c + b", "a + c", "c + d", "d + e", "e + t"))

    assert corridor(g, "a", "t").steps == {"t": 0, "b": 1, "e": 1, "c": 2, "d": 2, "a": 2}


def test_a_very_large_group_of_circles_is_left_whole() -> None:
    g: Graph = nx.MultiDiGraph([("a", "b"), ("b", "t")])
    for n in range(1_000):
        g.add_edges_from([("b", f"s{n}"), (f"s{n}", "b")])

    assert len(corridor(g, "a", "t").steps) == 1_003
    g.remove_node("s999")
    assert list(corridor(g, "a", "t").steps) == ["t", "b", "a"]


def test_what_lies_between_statements_of_a_map_is_what_their_routes_visit() -> None:
    asker = Asker(load("us-russia"))
    g = asker.graph
    pairs = [("since-2014", "putin-choice"), ("putin-source", "stalemate")]
    pairs += [(s.id, "stalemate") for s in asker.map.statements if s.id != "stalemate"]
    for source, target in pairs:
        ways = {node for way in all_ways(g, source, target) for node in way.nodes}
        told = asker.answer(source, target, with_between=True)
        if told.direction == "forward":
            assert set(told.between or ()) == ways
            assert asker.part(told) == ways


def test_what_is_drawn_of_meeting_points_is_what_routes_to_them_visit() -> None:
    asker = Asker(sketch("a + b", "b x c", "b + t", "d + t"))

    assert asker.part(asker.answer("a", "d")) == {"a", "b", "t", "d"}


def test_between_passes_through_the_relation_that_is_undercut() -> None:
    assert list(between(to_networkx(sketch("a - b", "c - [a-b]")), "c", "b")) == ["b", "a-b", "c"]


def test_between_stays_small_whatever_lies_behind() -> None:
    g: Graph = nx.MultiDiGraph()
    for n in range(1, 30_000):
        g.add_edge(f"s{n}", f"s{n // 2}", key=f"r{n}", kind="support")
    looked_at = _Counted(vars(g)["_pred"])
    vars(g)["_pred"] = looked_at

    assert len(between(g, "s29999", "s0")) == 16
    assert looked_at.count < 200


def test_between_is_found_from_whichever_end_has_less_behind_it() -> None:
    g: Graph = nx.MultiDiGraph([("a", "b"), ("b", "z")])
    for n in range(1, 2_000):
        g.add_edge("b" if n == 1 else f"s{n // 2}", f"s{n}")

    assert between(g, "a", "z") == {"z": 0, "b": 1, "a": 2}
    assert between(g, "s1999", "z") == {}
    g.add_edge("y", "z")
    g.remove_edge("b", "z")
    assert between(g, "a", "z") == {}


class _Counted(dict[str, object]):
    count = 0

    def __getitem__(self, node: str) -> object:
        self.count += 1
        return super().__getitem__(node)


def test_bears_on_and_rests_on_tell_how_and_how_far() -> None:
    g = to_networkx(sketch("a + b", "b - c", "a + c", "c + d", alone="x"))

    assert bears_on(g, "a") == {
        "b": Bearing("supports", "supports", 1),
        "c": Bearing("mixed", "mixed", 1),
        "d": Bearing("mixed", "mixed", 2),
    }
    assert list(rests_on(g, "d").items()) == [
        ("c", Bearing("supports", "supports", 1)),
        ("a", Bearing("mixed", "mixed", 2)),
        ("b", Bearing("undermines", "undermines", 2)),
    ]
    assert bears_on(g, "x") == rests_on(g, "x") == {}


@pytest.mark.parametrize(
    ("relations", "start", "told"),
    [
        # The other parity needs a walk that comes back to where it started.
        (["a + b", "b - a"], "a", {"b": "supports"}),
        # It comes back to what it ends at, and to what it entered the circle by.
        (["s + a", "a + b", "b - a"], "s", {"a": "supports", "b": "supports"}),
        (["s + a", "a + b", "b - a", "b + z"], "s", {"z": "supports"}),
        # It does not if there are two entries.
        (["s + a", "s + b", "a + b", "b - a"], "s", {"a": "mixed", "b": "supports"}),
        # The shortest of either parity come back, and a longer one does not.
        (["s + a", "a + b", "b - a", "a + c", "c + d", "d + e", "e - b"], "s", {"b": None}),
    ],
)
def test_bearings_over_routes_go_round_no_circle(
    relations: list[str], start: str, told: dict[str, str | None]
) -> None:
    g = to_networkx(sketch(*relations))
    back = g.reverse()

    for found in (bears_on(g, start), rests_on(back, start)):
        assert {node: found[node].over_routes for node in told} == told


def test_a_large_circle_does_not_put_all_on_both_sides() -> None:
    names = [f"s{n}" for n in range(2_000)]
    ring = [f"{a} - {b}" for a, b in pairwise(names)]
    g = to_networkx(sketch("in + s0", *ring, "s1999 + s0"))

    onto, under = bears_on(g, "in"), rests_on(g, "s0")

    assert {bearing.polarity for bearing in onto.values()} == {"mixed"}
    assert [onto[name].over_routes for name in names] == ["supports", "undermines"] * 1_000
    assert [under[name].over_routes for name in names[1:]] == [
        *["supports", "undermines"] * 999,
        "supports",
    ]


def test_beyond_a_bound_it_is_not_known_what_routes_round_circles_amount_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    g = to_networkx(sketch("s + a", "a + b", "b - a"))

    monkeypatch.setattr("argmap.graph.reach._MOST_STATES", 4)

    assert bears_on(g, "s")["b"] == Bearing("mixed", None, 2)
    assert rests_on(g, "b")["s"] == Bearing("mixed", None, 2)


def test_unknown_statements_are_errors() -> None:
    g = to_networkx(sketch("a + b"))

    for ask in (bears_on, rests_on):
        with pytest.raises(StatementNotFound):
            ask(g, "x")
    with pytest.raises(StatementNotFound):
        between(g, "a", "x")
    with pytest.raises(ValueError, match="both ends"):
        between(g, "a", "a")


@given(graphs(), st.sampled_from([1, 2, 4, 128]))
def test_between_is_what_the_one_bears_on_and_the_other_rests_on(g: Graph, leap: int) -> None:
    for target in "bcdef":
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("argmap.graph.closures._FIRST_LEAP", leap)
            found = between(g, "a", target)
        assert list(found.items()) == list(between(g, "a", target).items())
        down = nx.descendants(g, "a") | {"a"}
        up = nx.ancestors(g, target) | {target}
        assert set(found) == (down & up if target in down else set())
        assert list(found.values()) == sorted(found.values())
        for node, steps in found.items():
            assert steps == nx.shortest_path_length(g, node, target)


@given(graphs(), st.sampled_from([1, 2, 4, 128]))
def test_corridor_holds_all_routes_and_leads_nowhere_else(g: Graph, leap: int) -> None:
    for target in "bcdef":
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("argmap.graph.closures._FIRST_LEAP", leap)
            inner = corridor(g, "a", target)
        ways = all_ways(g, "a", target)
        assert {node for way in ways for node in way.nodes} <= set(inner.steps)
        assert bool(inner.steps) == bool(ways)
        part: nx.DiGraph[str] = nx.DiGraph(
            [(a, b) for a, ahead in inner.onward.items() for b in ahead]
        )
        assert not inner.steps or set(part) == set(inner.steps)
        for node, steps in inner.steps.items():
            assert nx.has_path(part, "a", node)
            assert nx.shortest_path_length(part, node, target) == steps


@given(graphs())
def test_corridor_has_all_relations_of_routes(g: Graph) -> None:
    for target in "bcdef":
        inner = corridor(g, "a", target)
        for way in all_ways(g, "a", target):
            for (a, b), relation in zip(pairwise(way.nodes), way.ids, strict=True):
                assert relation in inner.onward[a][b]


@given(graphs())
def test_no_statement_of_a_corridor_is_a_dead_end(g: Graph) -> None:
    for target in "bcdef":
        inner = corridor(g, "a", target)
        part: nx.DiGraph[str] = nx.DiGraph(
            [(a, b) for a, ahead in inner.onward.items() for b in ahead]
        )
        for turn in set(part) - {"a", target}:
            rest = part.subgraph(set(part) - {turn})
            for node in set(rest) - {"a", target}:
                assert nx.has_path(rest, "a", node) or nx.has_path(rest, node, target)


@given(st.data())
def test_corridor_is_what_routes_visit_where_mutual_contrasts_hang_off(data: st.DataObject) -> None:
    names = "abcdeft"
    pairs = [(one, other) for k, one in enumerate(names) for other in names[k + 1 :]]
    ways = data.draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    written = [f"{one} + {other}" for one, other in ways]
    for k in range(data.draw(st.integers(0, 5))):
        place = data.draw(st.sampled_from([*names, *(f"h{n}" for n in range(k))]))
        written.append(f"h{k} x {place}")
    g = to_networkx(sketch(*written, alone="a t"))

    visited = {node for way in all_ways(g, "a", "t") for node in way.nodes}
    assert set(corridor(g, "a", "t").steps) == visited


@given(sketches())
def test_bearings_are_polarities_and_distances(m: Map) -> None:
    g = to_networkx(m)
    for node in g:
        down = bears_on(g, node)
        lengths = nx.single_source_shortest_path_length(g, node)
        assert {n: bearing.steps for n, bearing in down.items()} | {node: 0} == dict(lengths)
        for target, bearing in down.items():
            assert bearing.polarity == polarity(g, node, target)
            ways = [kinds(g, way).count("contrast") % 2 for way in all_ways(g, node, target)]
            over_routes = "mixed" if len({*ways}) > 1 else "undermines" if ways[0] else "supports"
            back = rests_on(g, target)[node]
            assert (back.polarity, back.steps) == (bearing.polarity, bearing.steps)
            for told in (bearing, back):
                assert told.over_routes in {over_routes, None}
                assert told.over_routes or told.polarity == "mixed"
