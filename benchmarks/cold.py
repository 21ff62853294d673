"""A command from a cold start against the bare import of networkx and PyYAML."""

import sys
from collections.abc import Iterator

from benchmarks.measuring import Result, commands, milliseconds

ROUNDS = 7


def results() -> Iterator[Result]:
    """Measure whole processes."""
    bare = [sys.executable, "-c", "import networkx, yaml"]
    for arguments, mark in (
        (["show", "us-russia", "stalemate"], 1.5),
        (["path", "us-russia", "kyiv-speech", "stalemate"], 1.5),
        (["find", "us-russia", "nato"], None),
    ):
        ours, theirs = commands([sys.executable, "-m", "argmap", *arguments], bare, ROUNDS)
        name = f"argmap {arguments[0]} us-russia … ÷ python -c 'import networkx, yaml'"
        yield Result(name, ours / theirs, mark, f"{milliseconds(ours)} ÷ {milliseconds(theirs)}")
