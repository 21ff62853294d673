"""What routes depend on."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given

from argmap.claims.model import Map
from argmap.graph.build import Graph, to_networkx
from argmap.graph.cuts import Cuts, cuts
from argmap.graph.routes import StatementNotFound
from tests.graph.debates import clique, layers
from tests.graph.oracle import all_ways
from tests.graph.sketches import sketch, sketches
from tests.strategies import graphs


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        (["a + z"], Cuts((), None)),
        (["z + a"], Cuts((), ())),
        (["a + b", "b + c", "c + z"], Cuts(("b", "c"), ("c",))),
        (["a + b", "a + c", "b + z", "c - z"], Cuts((), ("b", "c"))),
        (["a + b", "a + c", "b + d", "c + d", "d + z"], Cuts(("d",), ("d",))),
        (["a + b", "b + c", "c + b", "c + z", "b x d", "d + c"], Cuts(("b", "c"), ("c",))),
        (["a - [b+z]", "b + z"], Cuts((), None)),
        (["a - [b+c]", "b + c", "c + z"], Cuts(("c",), ("c",))),
        (["a + b", "a + c", "b + z", "c + z", "b + z2", "z2 + z"], Cuts((), ("b", "c"))),
    ],
)
def test_cuts(relations: list[str], expected: Cuts) -> None:
    assert cuts(to_networkx(sketch(*relations)), "a", "z") == expected


def test_what_an_undercut_step_rests_on_can_be_cut() -> None:
    g = to_networkx(sketch("a + b", "a + c", "b - [y+z]", "c - [y+z]", "y + z"))

    assert cuts(g, "a", "y+z") == Cuts((), ("b", "c"))


def test_debates_with_more_routes_than_can_be_listed_are_cut() -> None:

    assert cuts(layers(60, 5), "a", "z") == Cuts((), tuple(f"59.{n}" for n in range(5)))
    assert cuts(clique(40), "s00", "s39") == Cuts((), None)


def test_wrong_questions_are_errors() -> None:
    g = to_networkx(sketch("a + b"))

    with pytest.raises(StatementNotFound):
        cuts(g, "a", "x")
    with pytest.raises(ValueError, match="both ends"):
        cuts(g, "a", "a")


def parted(g: Graph, source: str, target: str, without: set[str]) -> bool:
    return not nx.has_path(g.subgraph(set(g) - without), source, target)


def agree(g: Graph, source: str, target: str, statements: set[str]) -> None:
    found = cuts(g, source, target)
    ways = all_ways(g, source, target)
    inner = sorted(statements - {source, target})
    if not ways:
        assert found == Cuts((), ())
        return
    assert found.on_every_route == tuple(
        node for node in ways[0].inner if node in inner and all(node in way.inner for way in ways)
    )
    sizes = [
        size
        for size in range(len(inner) + 1)
        if any(parted(g, source, target, {*chosen}) for chosen in combinations(inner, size))
    ]
    if found.smallest is None:
        assert not sizes
    else:
        assert parted(g, source, target, {*found.smallest})
        assert len(found.smallest) == min(sizes)


@given(graphs())
def test_cuts_part_and_no_smaller_set_does(g: Graph) -> None:
    for target in "bcdef":
        agree(g, "a", target, set(g))


@given(sketches())
def test_cuts_of_maps_are_statements(m: Map) -> None:
    g = to_networkx(m)
    for source in m.by_id:
        for target in m.by_id:
            if source != target:
                agree(g, source, target, set(m.by_id))
