"""Reading AIF JSON against arguebuf, on the same files in one run."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

from argmap.claims.formats import format_named
from benchmarks.measuring import Result, milliseconds, side_by_side

MARK = 0.5
SIZES = ((6, 200), (1_000, 5), (5_000, 2))
MEGABYTE = 1_000_000


def results() -> Iterator[Result]:
    """Measure at sizes of real files and beyond; then tell whether time is linear in the file."""
    aif = format_named("aif")
    small, large = (document(n) for n in (12_000, 120_000))
    times = side_by_side(lambda: aif.read(large, "map"), lambda: aif.read(small, "map"), 2)
    growth = times[0] / times[1] / (len(large) / len(small))
    detail = f"{milliseconds(times[0])} for {len(large) / MEGABYTE:.0f} MB"
    yield Result("read AIF, 50 MB ÷ 5 MB, for each byte", growth, 1.6, detail)
    try:
        from arguebuf import load  # noqa: PLC0415
    except ImportError:
        print("interchange: arguebuf is not installed here, so nothing is compared with it")
        return
    for statements, rounds in SIZES:
        data = document(statements)
        text = data.decode()
        ours, theirs = side_by_side(
            lambda data=data: aif.read(data, "map"),
            lambda text=text: load.json(StringIO(text)),
            rounds,
        )
        name = f"read AIF of {statements:,} statements ÷ arguebuf"
        yield Result(name, ours / theirs, MARK, f"{milliseconds(ours)} ÷ {milliseconds(theirs)}")


def document(statements: int) -> bytes:
    """Write an AIF graph that is a tree, every third step a contrast."""
    nodes = [_node(number, f"Statement {number} says much.", "I") for number in range(statements)]
    edges: list[dict[str, Any]] = []
    for number in range(1, statements):
        step = statements + number
        sort, name = ("RA", "Default Inference") if number % 3 else ("CA", "Default Conflict")
        nodes.append(_node(step, name, sort))
        edges += (_edge(number, step), _edge(step, (number - 1) // 2))
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []}).encode()


def _node(key: int, text: str, sort: str) -> dict[str, Any]:
    return {"nodeID": str(key), "text": text, "type": sort, "timestamp": "2026-01-01 12:00:00"}


def _edge(source: int, target: int) -> dict[str, Any]:
    key = f"{source}-{target}"
    return {"edgeID": key, "fromID": str(source), "toID": str(target), "formEdgeID": None}
