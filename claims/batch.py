"""Convert a folder of files, on all cores; one bad file never stops the rest."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeAlias

from argmap.claims.conversion import convert
from argmap.claims.errors import ArgmapError
from argmap.claims.formats import FORMATS, format_named
from argmap.claims.ledger import Entry, summary

CHUNK = 16
"""Files a process takes at a time: enough that handing them over costs nothing beside them."""


class Job(NamedTuple):
    """A file to convert, and where to."""

    path: str
    output: str


class Outcome(NamedTuple):
    """What became of one file: what was lost, by its sort, or why it could not be converted."""

    job: Job
    losses: tuple[Entry, ...] = ()
    error: str | None = None


_ConvertAll: TypeAlias = Callable[[Sequence[Job]], list[Outcome]]


def jobs(folder: Path, into: Path, target: str) -> list[Job]:
    """List the files of a folder that a format may be able to read, in the order of their names.

    Files stand in `into` as they do in the folder, with the ending of the target format in place
    of their own, or behind it where two files would else be one.
    """
    ending = format_named(target).suffixes[0]
    endings = tuple({s for form in FORMATS if form.reads is not None for s in form.suffixes})
    inside = into.resolve()
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.name.lower().endswith(endings)
        and path.is_file()
        and inside not in path.resolve().parents
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    bare = [_bare(path.relative_to(folder), endings) for path in files]
    times: dict[str, int] = {}
    for name in bare:
        times[name] = times.get(name, 0) + 1
    names = [
        name if times[name] == 1 else os.fspath(path.relative_to(folder))
        for name, path in zip(bare, files, strict=True)
    ]
    return [
        Job(os.fspath(path), os.fspath(into / (name + ending)))
        for path, name in zip(files, names, strict=True)
    ]


def is_done(job: Job) -> bool:
    """Tell whether a file was converted by an earlier run, and has not changed since."""
    try:
        return os.stat(job.output).st_mtime_ns >= os.stat(job.path).st_mtime_ns  # noqa: PTH116
    except OSError:
        return False


def run(
    todo: Sequence[Job], target: str, source: str | None, *, strict: bool, cores: int
) -> Iterator[Outcome]:
    """Convert files, and give each outcome as it comes; the work in hand stays bounded.

    Args:
        todo: The files.
        target: The name of the format to write.
        source: The name of the files' format; told from each if None.
        strict: Whether a file that something is lost of counts as one that failed.
        cores: How many processes to use; with one, or few files, no process is started.
    """
    convert_all = partial(_convert_all, target=target, source=source, strict=strict)
    chunks = deque(todo[at : at + CHUNK] for at in range(0, len(todo), CHUNK))
    if cores == 1 or len(chunks) == 1:
        for chunk in chunks:
            yield from convert_all(chunk)
        return
    while chunks:
        in_hand: dict[Future[list[Outcome]], Sequence[Job]] = {}
        try:
            yield from _shared(chunks, in_hand, convert_all, cores)
        except BrokenProcessPool:
            for job in chain(*in_hand.values()):
                yield _apart(job, convert_all)


def _shared(
    chunks: deque[Sequence[Job]],
    in_hand: dict[Future[list[Outcome]], Sequence[Job]],
    convert_all: _ConvertAll,
    cores: int,
) -> Iterator[Outcome]:
    """Share chunks among processes; if one of these dies, what was in hand still is there."""
    with ProcessPoolExecutor(min(cores, len(chunks))) as pool:
        try:
            while chunks or in_hand:
                while chunks and len(in_hand) < 2 * cores:
                    in_hand[pool.submit(convert_all, chunks[0])] = chunks[0]
                    chunks.popleft()
                done, _ = wait(in_hand, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from future.result()
                    del in_hand[future]
        finally:
            pool.shutdown(cancel_futures=True)


def _apart(job: Job, convert_all: _ConvertAll) -> Outcome:
    """Convert a file in a process of its own, so that it can harm no other."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(convert_all, [job]).result()[0]
        except BrokenProcessPool:
            what = "the process that read it was ended, perhaps for want of memory"
            return Outcome(job, error=f"{job.path}: {what}.")


def _convert_all(
    chunk: Sequence[Job], target: str, source: str | None, *, strict: bool
) -> list[Outcome]:
    return [_convert_one(job, target, source, strict=strict) for job in chunk]


def _convert_one(job: Job, target: str, source: str | None, *, strict: bool) -> Outcome:
    try:
        done = convert(job.path, job.output, target, source)
        # A ledger may be longer than its file: to hand it over whole would take too long.
        losses = tuple(summary(done.losses))
        if strict and losses:
            return Outcome(job, losses, f"{job.path}: something would be lost")
        Path(job.output).parent.mkdir(parents=True, exist_ok=True)
        # Waiting for the disk at each of many files would take longer than all else.
        done.save(durable=False)
    except (ArgmapError, OSError, RecursionError, MemoryError) as error:
        return Outcome(job, error=str(error) or f"{job.path}: {type(error).__name__}")
    return Outcome(job, losses)


def _bare(path: Path, endings: Sequence[str]) -> str:
    name = os.fspath(path)
    return name[: -max(len(e) for e in endings if name.lower().endswith(e))]
