"""Graphs with more routes than anybody could walk, or with certainties."""

from collections.abc import Sequence
from itertools import pairwise

import networkx as nx
from hypothesis import strategies as st

from argmap.graph.build import Graph

CERTAINTIES = st.lists(st.sampled_from([None, 0.0, 0.5, 0.7, 1.0]), min_size=20, max_size=20)


def layers(deep: int, wide: int) -> Graph:
    """From "a" to "z" by so many layers, each statement of which bears on all of the next."""
    g: Graph = nx.MultiDiGraph()
    rows = [["a"], *([f"{d:02}.{w}" for w in range(wide)] for d in range(deep)), ["z"]]
    for above, below in pairwise(rows):
        for x in above:
            for y in below:
                kind = "contrast" if y.endswith(".1") else "support"
                g.add_edge(x, y, key=f"{x}-{y}", kind=kind)
    return g


def clique(size: int) -> Graph:
    """Statements each of which contrasts with all others, "s00" to so many."""
    g: Graph = nx.MultiDiGraph()
    names = [f"s{n:02}" for n in range(size)]
    for x in names:
        for y in names:
            if x != y:
                g.add_edge(x, y, key=f"{x}-{y}", kind="contrast")
    return g


def steps_in_two_ways(size: int) -> Graph:
    """A chain each step of which is made by a support and a contrast."""
    g: Graph = nx.MultiDiGraph()
    for number in range(size):
        for kind in ("support", "contrast"):
            g.add_edge(f"s{number}", f"s{number + 1}", key=f"{number}{kind}", kind=kind)
    return g


def doubts(size: int) -> Graph:
    """A chain in which two relations of unequal certainty make each step: all orders tie."""
    g: Graph = nx.MultiDiGraph()
    names = [f"s{number:04}" for number in range(size + 1)]
    for a, b in pairwise(names):
        g.add_edge(a, b, key=f"{a}+", kind="support", certainty=0.9)
        g.add_edge(a, b, key=f"{a}-", kind="contrast", certainty=0.8)
    return g


def two_chains(*certainties: Sequence[float]) -> Graph:
    """From "s" to "t" by "b0", "b1"… and by "c0", "c1"…, by relations of these certainties."""
    g: Graph = nx.MultiDiGraph()
    for name, chain in zip("bc", certainties, strict=True):
        names = ["s", *(f"{name}{n}" for n in range(len(chain) - 1)), "t"]
        for (a, b), certainty in zip(pairwise(names), chain, strict=True):
            g.add_edge(a, b, key=f"{a}-{b}", kind="support", certainty=certainty)
    return g


def grid(size: int) -> Graph:
    """Statements in rows, with mutual contrasts between neighbours: "g0x0" and so on."""
    g: Graph = nx.MultiDiGraph()
    for a, b in nx.grid_2d_graph(size, size).edges:
        one, other = (f"g{x}x{y}" for x, y in (a, b))
        for ends in ((one, other), (other, one)):
            g.add_edge(*ends, key=f"{one}-{other}", kind="contrast")
    return g


def say(g: Graph, certainties: Sequence[float | None]) -> None:
    """Say how certain relations are, and then statements."""
    attributes = [*(data for *_, data in g.edges(data=True)), *(g.nodes[n] for n in g)]
    for data, certainty in zip(attributes, certainties, strict=False):
        data["certainty"] = certainty
