"""How things are timed, and how a result is told."""

import gc
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Result(NamedTuple):
    """A measured ratio and, where one is set, the mark that it must not exceed."""

    name: str
    ratio: float
    mark: float | None
    detail: str

    def __str__(self) -> str:
        """Tell it in a line."""
        verdict = "" if self.mark is None else f"(mark {self.mark:.2g})"
        missed = " MISSED" if self.mark is not None and self.ratio > self.mark else ""
        return f"{self.name:<58}{self.ratio:6.2g} {verdict:<12} {self.detail}{missed}"


_SAMPLE = 0.005
"""Seconds that a sample takes at least: what is quicker is repeated, as timeit does."""

_ENOUGH = 0.4
"""Seconds of samples of each side that surely hold an undisturbed one."""


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Time two things in turn, so that both meet the same disturbances; the least CPU seconds.

    There are at least so many rounds, and more while they are over quickly.
    """
    sides = [(action, int(_SAMPLE / max(_spent(action, 1), 1e-9)) + 1) for action in (ours, theirs)]
    best = [float("inf")] * 2
    spent = 0.0
    while rounds > 0 or spent < 2 * _ENOUGH:
        rounds -= 1
        for side, (action, times) in enumerate(sides):
            sample = _spent(action, times)
            spent += sample * times
            best[side] = min(best[side], sample)
    return best[0], best[1]


def _spent(action: Callable[[], object], times: int) -> float:
    """Tell the CPU seconds of an action, on the average of so many times, as timeit does."""
    gc.disable()
    start = time.process_time()
    for _ in range(times):
        action()
    spent = time.process_time() - start
    gc.enable()
    return spent / times


def commands(ours: Sequence[str], theirs: Sequence[str], rounds: int) -> tuple[float, float]:
    """Time two commands in turn; the least CPU seconds of each."""
    best = [float("inf")] * 2
    for _ in range(rounds):
        for side, command in enumerate((ours, theirs)):
            before = os.times()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            after = os.times()
            spent = after.children_user - before.children_user
            spent += after.children_system - before.children_system
            best[side] = min(best[side], spent)
    return best[0], best[1]


def milliseconds(seconds: float) -> str:
    """Tell a time."""
    return f"{seconds * 1000:.3g} ms"
