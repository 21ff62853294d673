"""Converting a folder of files with two processes, and whether memory grows with the folder."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from argmap.claims.batch import Job, run
from benchmarks.interchange import document
from benchmarks.measuring import Result

FILES = 1_000
STATEMENTS = 50
"""With the steps between them they are 99 nodes a file."""
MEGABYTE = 1_000_000


def results() -> Iterator[Result]:
    """Measure what a second process costs and gains, and the memory after all files ÷ after 100."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = document(STATEMENTS)
        jobs = [
            Job(str(folder / f"{number}.aif.json"), str(folder / f"out/{number}.json"))
            for number in range(FILES)
        ]
        for job in jobs:
            Path(job.path).write_bytes(data)
        alone, _, _ = _timed(jobs, 1)
        spent, wall, memory = _timed(jobs, 2)
    detail = f"{spent:.2f} s ÷ {alone:.2f} s for {FILES:,} files of {2 * STATEMENTS - 1} nodes"
    yield Result("convert a folder, two processes ÷ one, CPU", spent / alone, 1.3, detail)
    # Two cores must be idle. The CPU time of one process is its time on a core of its own.
    detail = f"{wall:.2f} s ÷ {alone:.2f} s"
    yield Result("convert a folder, two processes ÷ one, time", wall / alone, 1 / 1.6, detail)
    if memory:
        early, late = memory[0], memory[-1]
        detail = f"{late / MEGABYTE:.0f} MB ÷ {early / MEGABYTE:.0f} MB"
        name = f"convert a folder, memory after {FILES:,} files ÷ after 100"
        yield Result(name, late / early, 1.1, detail)


def _timed(jobs: list[Job], cores: int) -> tuple[float, float, list[int]]:
    """Convert; tell the seconds of CPU and of the clock, and the memory after each 100 files."""
    memory: list[int] = []
    start, before = time.perf_counter(), _spent()
    outcomes = run(jobs, "json", None, strict=False, cores=cores)
    for number, outcome in enumerate(outcomes, 1):
        if outcome.error is not None:
            raise RuntimeError(outcome.error)
        if number % 100 == 0:
            memory += _resident()
    return _spent() - before, time.perf_counter() - start, memory


def _spent() -> float:
    """Tell the CPU seconds of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


def _resident() -> list[int]:
    """Tell the memory of this process in bytes; nothing where the system does not."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return []
    pages = int(statm.read_text(encoding="ascii").split()[1])
    return [pages * os.sysconf("SC_PAGE_SIZE")]
