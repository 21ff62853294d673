"""Whole answers to many questions about one map, as `argmap path --pairs` gives them."""

import random
import time
from collections.abc import Iterator

import msgspec

import argmap
from argmap.graph.answer_json import as_json
from argmap.graph.answers import Asker
from benchmarks.generating import map_text
from benchmarks.measuring import Result, milliseconds

SIZE = 1_000
PAIRS = 2_000


def results() -> Iterator[Result]:
    """Measure the mean of many pairs, and the slowest of them, against a millisecond."""
    m = argmap.loads(map_text(SIZE))
    asker = Asker(m)
    chance = random.Random(SIZE)
    names = [statement.id for statement in m.statements]
    asker.answer(*chance.sample(names, 2))
    spent = []
    for _ in range(PAIRS):
        pair = chance.sample(names, 2)
        start = time.process_time()
        msgspec.json.encode(as_json(m, asker.answer(*pair)))
        spent.append(time.process_time() - start)
    mean = sum(spent) / PAIRS
    title = f"a pair of {SIZE:,} statements, told as JSON, ÷ 1 ms"
    slowest = f"{milliseconds(mean)}, the slowest {milliseconds(max(spent))}"
    yield Result(title, mean * 1000, 1, slowest)
