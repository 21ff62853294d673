"""What several commands take: a map, statements of it, an output file."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from argmap.claims.errors import ArgmapError, OutputError, did_you_mean, printable, shown
from argmap.claims.model import Map
from argmap.claims.storage import load, read, shipped_maps

Function = TypeVar("Function", bound=Callable[..., Any])
_MOST = 10**9
"""More than any map has of anything: larger numbers mean all of it."""


class QuestionError(ArgmapError):
    """What is asked has no answer, however the options are written; says why."""


class MapName(click.types.StringParamType):
    """The name of a map: a file, or a map that comes with argmap."""

    name = "map"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer files, and the shipped maps beside them."""
        del ctx, param
        shipped = [name for name in shipped_maps() if name.startswith(incomplete)]
        if not shipped:
            return [CompletionItem(incomplete, type="file")]
        # Shells complete either words or files, so here the files are offered as words.
        files = sorted(path.name for path in Path().glob(f"{incomplete}*"))
        return [CompletionItem(name) for name in dict.fromkeys([*shipped, *files])]


class StatementName(click.types.StringParamType):
    """A statement of the map: its id, a unique beginning of it, or words of its text."""

    name = "statement"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the ids of the map's statements, each with its text."""
        del param
        try:
            m = load(ctx.params["map_name"])
        except (ArgmapError, KeyError):
            return []
        return [
            CompletionItem(s.id, help=s.title or s.text)
            for s in m.statements
            if s.id.startswith(incomplete)
        ]


class WholeNumber(click.IntRange):
    """How many: a whole number from 1 on; one beyond any use means all."""

    name = "whole number"

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Read the number."""
        return min(super().convert(value, param, ctx), _MOST)


def map_argument(function: Function) -> Function:
    """Add the argument MAP."""
    return click.argument("map_name", metavar="MAP", type=MapName())(function)


def load_map(name: str) -> Map:
    """Load a map in any format; say on standard error if something of its file was left out."""
    m, losses = read(name)
    lost = sum(not loss.repaired for loss in losses)
    if lost:
        things = "1 thing is" if lost == 1 else f"{lost:,} things are"
        note = f"note: {things} not carried over from {printable(name)}; 'argmap convert' lists all"
        click.echo(note, err=True)
    return m


def json_option(function: Function) -> Function:
    """Add the option --json."""
    return click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for programs.")(
        function
    )


def output_option(what: str) -> Callable[[Function], Function]:
    """Add the option -o; `what` names its default in the help."""
    return click.option(
        "-o", "--output", type=click.Path(), metavar="FILE", help=f"Where to write it; {what}."
    )


def holder_id(m: Map, name: str) -> str:
    """Tell which holder a name means: an id, a name or an alias, whatever its case.

    Raises QuestionError that names the near ones if it means none, or several.
    """
    if name == "author" or name in m.holders_by_id:
        return name
    known: dict[str, list[str]] = {}
    for holder in m.holders:
        for word in dict.fromkeys(w.casefold() for w in (holder.id, holder.name, *holder.aliases)):
            known.setdefault(word, []).append(holder.id)
    held = dict.fromkeys(i for statement in m.statements for i in statement.holder)
    for i in held:
        known.setdefault(i.casefold(), [i])
    found = known.get(name.casefold(), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise QuestionError(f"Several holders are called {shown(name)}: {', '.join(found)}.")
    cure = did_you_mean(name, known, f"There are {', '.join(held) or 'none'}.")
    raise QuestionError(f"The map has no holder {shown(name)}. {cure}")


def refuse_input_as_output(m: Map, output: str) -> None:
    """Raise OutputError if the output would overwrite the map that was read, or its source."""
    read = [Path(m.path or "")]
    if m.source.file:
        read.append(read[0].parent / m.source.file)
    # os.path, for any name may be given, one too long for a file too.
    if any(os.path.exists(output) and os.path.exists(p) and p.samefile(output) for p in read):  # noqa: PTH110
        raise OutputError(f"{printable(output)}: the output is the input. Name another file.")


def require_ending(output: str, *endings: str) -> None:
    """Raise a usage error if an output has none of the endings; so no text is overwritten."""
    if not output.lower().endswith(endings):
        raise click.UsageError(f"{output}: the name of the output must end in {endings[0]}.")


def refuse_existing(output: str, *, force: bool) -> None:
    """Raise OutputError if a file that a person may have written would be overwritten."""
    if os.path.isfile(output) and not force:  # noqa: PTH113 (any name may be given)
        raise OutputError(f"{printable(output)}: the file exists. Add --force to overwrite it.")
