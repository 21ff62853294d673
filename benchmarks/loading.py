"""Reading a map, with positions and full validation, against PyYAML's C loader alone."""

from collections.abc import Iterator

import yaml

import argmap
from benchmarks.generating import map_text
from benchmarks.measuring import Result, milliseconds, side_by_side


def results() -> Iterator[Result]:
    """Measure at 1,000 and at 10,000 statements."""
    for statements, rounds, mark in ((1_000, 20, 0.6), (10_000, 5, 0.35)):
        text = map_text(statements)
        ours, theirs = side_by_side(
            lambda text=text: argmap.loads(text),
            lambda text=text: yaml.load(text, Loader=yaml.CSafeLoader),
            rounds,
        )
        name = f"load {statements:,} statements ÷ yaml.load with CSafeLoader"
        yield Result(name, ours / theirs, mark, f"{milliseconds(ours)} ÷ {milliseconds(theirs)}")
