"""`argmap convert` for a whole folder."""

import os
from pathlib import Path

import click

from argmap.claims import batch
from argmap.cli import telling
from argmap.cli.progress import counted

FAILED = 1


def convert_folder(
    folder: str,
    output: str,
    target: str,
    source: str | None,
    *,
    cores: int | None,
    strict: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Convert all files of a folder; tell what failed and sum up; return the exit status."""
    listed = batch.jobs(Path(folder), Path(output), target)
    todo = [job for job in listed if force or not batch.is_done(job)]
    failed: list[dict[str, str]] = []
    losses: dict[tuple[bool, str], tuple[int, int]] = {}
    outcomes = batch.run(todo, target, source, strict=strict, cores=cores or _cores())
    for outcome in counted(outcomes, len(todo), f"Converting {folder}"):
        if outcome.error is not None:
            failed.append({"file": outcome.job.path, "error": outcome.error})
            click.echo(outcome.error, err=True)
        for entry in outcome.losses:
            key = (entry.repaired, entry.what)
            times, files = losses.get(key, (0, 0))
            losses[key] = (times + entry.times, files + 1)
    told = sorted(losses.items())
    for (repaired, what), (times, files) in told:
        how = "mended" if repaired else "not carried"
        click.echo(f"{how}: {what}, {telling.times(times)} in {_files(files)}", err=True)
    converted = len(todo) - len(failed)
    early = len(listed) - len(todo)
    if as_json:
        telling.print_json(
            {
                "in": folder,
                "out": output,
                "to": target,
                "converted": converted,
                "before": early,
                "failed": failed,
                "losses": [
                    {"what": what, "repaired": repaired, "times": times, "files": files}
                    for (repaired, what), (times, files) in told
                ],
            }
        )
    else:
        left = f", {_files(early)} converted before" if early else ""
        click.echo(f"{_files(converted)} converted to {output}, {len(failed)} failed{left}")
    return FAILED if failed else 0


def _files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"


def _cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
