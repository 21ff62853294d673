"""The command line: one module a command, loaded when it is called.

Exit status: 0 fine, 1 the map has problems, 2 wrong use or bad input.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from argmap.claims.errors import ArgmapError, did_you_mean, printable, shown

COMMANDS = (
    *("view", "path", "ask", "show", "find", "check", "stats", "convert", "draw", "schema"),
    *("new", "draft"),
)
BAD_INPUT = 2
_INTERRUPTED = 130


class _Commands(click.Group):
    """The commands in the order of use, each from the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            cure = did_you_mean(cmd_name, COMMANDS, f"There are {', '.join(COMMANDS)}.")
            raise click.UsageError(f"There is no command {shown(cmd_name)}. {cure}", ctx)
        return cast("click.Command", import_module(f"argmap.cli.{cmd_name}").command)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _let_go_of_output()  # its reader has seen enough
            return 0


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="MAP is a map file, a file of another tool such as AIF or Argdown, or the name of a map "
    "that comes with argmap: us-russia.",
)
@click.version_option(package_name="argmap")
def group() -> None:
    """Browse argument maps, and ask for the paths between claims."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; errors go to standard error as one message, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        color = False if os.environ.get("NO_COLOR") else None
        status = group.main(list(arguments), prog_name="argmap", standalone_mode=False, color=color)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ArgmapError as error:
        click.echo(str(error), err=True)
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except OSError as error:
        _let_go_of_output()
        where = printable(str(error.filename)) if error.filename else "standard output"
        click.echo(f"{where}: cannot be written: {str(error.strerror).lower()}.", err=True)
        return BAD_INPUT
    return status if isinstance(status, int) else 0


def _let_go_of_output() -> None:
    """Send what is still to be printed nowhere, so that the interpreter does not fail on it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
