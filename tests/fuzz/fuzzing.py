"""Reads broken files, and judges what becomes of each."""

import dataclasses
import random
import shutil
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from argmap.claims import Map, MapError
from argmap.claims.conversion import convert
from argmap.claims.formats import format_named
from argmap.graph.build import to_networkx
from tests.fuzz.breaking import broken
from tests.fuzz.samples import TEXTS, samples

TOO_LONG = 5.0
"""Seconds; the files have some kilobytes."""


class Failure(NamedTuple):
    """A file, and what went wrong with it."""

    data: bytes
    told: str


@dataclass
class Tally:
    """What a reader was given, and what it did."""

    reader: str
    maps: int = 0
    mistakes: int = 0
    failures: list[Failure] = field(default_factory=list)

    def __str__(self) -> str:
        """Tell it in a line."""
        return (
            f"{self.reader:<10} {self.maps + self.mistakes:>8,} files: {self.maps:,} maps,"
            f" {self.mistakes:,} told mistakes, {len(self.failures)} sorts of failure"
        )


def fuzz(reader: str, seconds: float, seed: int, folder: Path) -> Tally:
    """Feed a reader for some time; each sort of failure is kept once, with its shortest file."""
    chance = random.Random(f"{reader} {seed}")
    sound = samples(reader)
    tally = Tally(reader)
    found: dict[str, Failure] = {}
    end = time.monotonic() + seconds
    for text in TEXTS:
        shutil.copy(text, folder)
    for data in sound:
        assert judge(reader, data, folder), f"a sample of {reader} is not sound"
    while time.monotonic() < end:
        data = broken(chance.choice(sound), sound, chance)
        try:
            is_map = judge(reader, data, folder)
        except Exception as error:  # noqa: BLE001  # whatever it is, it must not happen
            sort = _sort(error)
            if sort not in found or len(data) < len(found[sort].data):
                found[sort] = Failure(data, traceback.format_exc())
        else:
            tally.maps += is_map
            tally.mistakes += not is_map
    tally.failures = list(found.values())
    return tally


def judge(reader: str, data: bytes, folder: Path) -> bool:
    """Tell whether a file is a map that our own formats carry whole, or has a mistake that is told.

    Raises:
        AssertionError: the map is not what it seems, or the mistake says nothing.
        Exception: the reader let one through.
    """
    path = folder / "given"
    path.write_bytes(data)
    start = time.monotonic()
    try:
        for target in (format_named("json"), format_named("yaml")):
            output = folder / f"written.{target.name}"
            done = convert(path, output, target.name, reader)
            for name, content in done.files.items():
                Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
            again = _read_again(target.name, output)
            first = done.map
            if first.text is None or '"missing"' in repr(first).replace("'", '"'):
                # The ledger says so; where the source is at hand they are looked for anew.
                first, again = _without_quotes(first), _without_quotes(again)
            assert again == first, f"{target.name} gives another map"
        to_networkx(done.map)
    except MapError as error:
        if not (error.problems and all(p.path for p in error.problems) and str(error)):
            raise AssertionError("a mistake of which too little is said") from error
        return False
    finally:
        spent = time.monotonic() - start
        assert spent < TOO_LONG, f"{spent:.1f} seconds for {len(data)} bytes"
    return True


def _without_quotes(m: Map) -> Map:
    statements = (replace(statement, quotes=()) for statement in m.statements)
    return dataclasses.replace(m, statements=tuple(statements))


def _read_again(name: str, output: Path) -> Map:
    try:
        return format_named(name).read(output.read_bytes(), str(output)).map
    except MapError as error:
        raise AssertionError(f"what was written as {name} is no map: {error}") from error


def _sort(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {last.filename}:{last.lineno} {str(error)[:40]}"
