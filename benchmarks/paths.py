"""Paths between statements against networkx's own functions on a DiGraph of the same statements.

What networkx answers is less: nodes alone, without relations, without a rule for ties, and
without telling whether there is more. The marks are the goals, some of which are not reached yet.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import networkx as nx

import argmap
from argmap.graph.adjacency import outgoing
from argmap.graph.closures import distances, reached
from argmap.graph.ordered import ordered
from benchmarks.measuring import Result, milliseconds, side_by_side

PAIRS = 20

_Ask = Callable[[str, str], object]


class Debate(NamedTuple):
    """A graph, the same as a DiGraph, and pairs of statements to ask for."""

    g: "nx.MultiDiGraph[str]"
    plain: "nx.DiGraph[str]"
    near: Sequence[tuple[str, str]]
    deep: Sequence[tuple[str, str]]


class Question(NamedTuple):
    """What is asked of argmap and of networkx, how many times at once, and the mark."""

    name: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    times: int
    mark: float | None


def results() -> Iterator[Result]:
    """Measure at 1,000 to 1,000,000 statements, then a debate of very many routes."""
    for size in (1_000, 10_000, 100_000, 1_000_000):
        for asked in questions(debate(size), size):
            mine, other = side_by_side(asked.ours, asked.theirs, rounds(size))
            title = f"{asked.name} in {size:,} ÷ networkx"
            detail = f"{milliseconds(mine)} ÷ {milliseconds(other)}"
            yield Result(title, mine / other, asked.mark, detail)
    layers = _layers(20, 3)
    mine, _ = side_by_side(lambda: argmap.count_routes(layers, "a", "z"), lambda: None, 20)
    yield Result("count 10,460,353,203 routes ÷ 1 ms", mine * 1000, 1, milliseconds(mine))


def rounds(size: int) -> int:
    """Tell how often to measure: networkx takes minutes for some questions to large debates."""
    return {1_000: 15, 10_000: 9, 100_000: 5}.get(size, 2)


def questions(asked: Debate, size: int) -> Iterator[Question]:
    """Ask what one asks of an argument map, of near statements and of deep ones."""
    g, plain, near, deep = asked
    supports = nx.subgraph_view(plain, filter_edge=lambda a, b: plain[a][b]["kind"] == "support")

    def question(
        name: str, pairs: Sequence[tuple[str, str]], ours: _Ask, theirs: _Ask, mark: float | None
    ) -> Question:
        return Question(name, _each(pairs, ours), _each(pairs, theirs), len(pairs), mark)

    for name, pairs in (("shortest route", near), ("shortest route, deep", deep)):
        yield question(
            name,
            pairs,
            lambda a, b: argmap.shortest_route(g, a, b),
            lambda a, b: nx.shortest_path(plain, a, b),
            1 / 3,
        )
    yield question(
        "only-support route",
        near,
        lambda a, b: argmap.shortest_route(g, a, b, only="support"),
        lambda a, b: nx.has_path(supports, a, b) and nx.shortest_path(supports, a, b),
        1 / 10,
    )
    yield question(
        "polarity",
        near,
        lambda a, b: argmap.polarity(g, a, b),
        lambda a, b: _two_layers(plain, a, b),
        1 / 3,
    )
    yield question(
        "descendants",
        near,
        lambda a, _: reached(ordered(g).ahead, a),
        lambda a, _: nx.descendants(plain, a),
        0.4,
    )
    yield question(
        "ancestors",
        near,
        lambda _, b: reached(ordered(g).behind, b),
        lambda _, b: nx.ancestors(plain, b),
        0.4,
    )
    far = 0.001 if size >= 100_000 else None
    for name, pairs, mark in (("between", near, 1 / 8), ("between, deep", deep[:3], far)):
        yield question(
            name,
            pairs,
            lambda a, b: argmap.between(g, a, b),
            lambda a, b: nx.descendants(plain, a) & nx.ancestors(plain, b),
            mark,
        )
    for name, pairs in (("ten best routes", near), ("ten best routes, deep", deep)):
        yield question(
            name,
            pairs,
            lambda a, b: argmap.routes(g, a, b, limit=10),
            lambda a, b: list(islice(nx.shortest_simple_paths(plain, a, b), 10)),
            1 / 4,
        )


def _each(pairs: Sequence[tuple[str, str]], ask: _Ask) -> Callable[[], None]:
    def ask_all() -> None:
        for a, b in pairs:
            ask(a, b)

    return ask_all


def _two_layers(plain: "nx.DiGraph[str]", source: str, target: str) -> set[bool]:
    """Search over statement and parity, as one would write it with networkx's views."""
    seen = {(source, False)}
    front = [(source, False)]
    while front:
        following = []
        for node, odd in front:
            for neighbour, edge in plain[node].items():
                state = (neighbour, odd != (edge["kind"] == "contrast"))
                if state not in seen:
                    seen.add(state)
                    following.append(state)
        front = following
    return {odd for odd in (False, True) if (target, odd) in seen}


def debate(size: int) -> Debate:
    """Topics of 500 statements, each a tree with 1.3 relations a statement and a few circles."""
    chance = random.Random(size)
    g: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    # As in the graph of a map, there is one object for each id.
    ids = [f"s{number}" for number in range(size)]
    for number in range(1, size):
        topic = number // 500 * 500
        parent = chance.randrange(topic, number) if number > topic else chance.randrange(number)
        _relate(g, ids[number], ids[parent], chance)
        if chance.random() < 0.3:
            low = topic if chance.random() < 0.82 else 0
            other = chance.randrange(low, number) if low < number else 0
            _relate(g, ids[number], ids[other], chance)
        if chance.random() < 0.005:
            _relate(g, ids[parent], ids[number], chance)
    plain: nx.DiGraph[str] = nx.DiGraph()
    plain.add_edges_from((a, b, {"kind": edge["kind"]}) for a, b, edge in g.edges(data=True))
    starts = [ids[number] for number in chance.sample(range(size // 2, size), PAIRS)]
    near = [(start, chance.choice(list(_away(g, start, 1, 6)))) for start in starts]
    far = [(start, list(distances(outgoing(g), start))[-1]) for start in starts]
    return Debate(g, plain, near, far)


def _away(g: "nx.MultiDiGraph[str]", start: str, least: int, most: int) -> list[str]:
    return [n for n, steps in distances(outgoing(g), start).items() if least <= steps <= most]


def _relate(g: "nx.MultiDiGraph[str]", a: str, b: str, chance: random.Random) -> None:
    kind = "contrast" if chance.random() < 0.35 else "support"
    g.add_edge(a, b, key=f"{a}-{b}", kind=kind)


def _layers(deep: int, wide: int) -> "nx.MultiDiGraph[str]":
    g: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    rows = [["a"], *([f"{d}.{w}" for w in range(wide)] for d in range(deep)), ["z"]]
    for above, below in pairwise(rows):
        for x in above:
            for y in below:
                g.add_edge(x, y, key=f"{x}-{y}", kind="contrast" if y.endswith(".1") else "support")
    return g
