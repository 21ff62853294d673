"""`argmap ask`: one question after the other about one map."""

import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import click

from argmap.claims.errors import ArgmapError
from argmap.cli import telling
from argmap.cli.arguments import load_map, map_argument
from argmap.cli.find import print_hits
from argmap.cli.show import print_whole
from argmap.graph.naming import resolve
from argmap.graph.search import find

if TYPE_CHECKING:
    from argmap.claims.model import Map
    from argmap.graph.answers import Answer, Asker
    from argmap.graph.tellings import Line

BAD_INPUT = 2
_HITS = 10
_FEW = 5
_HELP = """\
A -> B     how does A bear on B? A and B are ids, beginnings of ids, or words of the text
A, B       the same
A          asks next for what it is to bear on
more       further routes, or meeting points, of the last answer
find WORDS
show A
help, quit"""
_PARTED = re.compile(r"\s*(?:->|→|\t)\s*")


@click.command(
    short_help="Ask one question after the other.",
    epilog="Example: argmap ask us-russia",
)
@map_argument
@click.pass_context
def command(ctx: click.Context, map_name: str) -> None:
    """Ask how statements of MAP bear on each other, one question after the other.

    A question is two statements, "A -> B"; "help" tells what else can be asked. Questions are
    also read from a pipe, a line each; the exit status then is 2 if one could not be answered.
    """
    m = load_map(map_name)
    conversation = _Conversation(m)
    if not sys.stdin.isatty():
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")
        for line in sys.stdin:
            if not conversation.hear(line):
                break
        ctx.exit(BAD_INPUT if conversation.failed else 0)
    from argmap.cli.prompt import lines  # noqa: PLC0415  # only a person needs it

    click.echo(f"{m.title}: {len(m.statements)} statements. Ask “A -> B”, or “help”.")
    for line in lines(m, lambda: conversation.prompt):
        if not conversation.hear(line):
            break


def _two(names: Sequence[str]) -> tuple[str, str]:
    if len(names) != 2 or not all(name.strip() for name in names):  # noqa: PLR2004
        raise click.UsageError("Name two statements, as in “A -> B”.")
    return names[0], names[1]


class _Conversation:
    """What has been asked so far, and what is asked for next."""

    def __init__(self, m: "Map") -> None:
        self.failed = False
        self._map = m
        self._first: str | None = None
        self._last: tuple[Answer, int] | None = None

    @cached_property
    def _asker(self) -> "Asker":
        from argmap.graph.answers import Asker  # noqa: PLC0415  # loads networkx

        return Asker(self._map)

    @property
    def prompt(self) -> str:
        """What a person is asked for."""
        return f"{self._first} -> " if self._first else "ask> "

    def hear(self, line: str) -> bool:
        """Answer a line; False if it was the last one."""
        line = line.strip()
        word, _, rest = line.partition(" ")
        if line in {"quit", "exit", "q"}:
            return False
        try:
            self._answer(line, word, rest.strip())
        except (ArgmapError, click.UsageError) as error:
            self.failed = True
            self._first = None
            click.echo(str(error), err=True)
        return True

    def _answer(self, line: str, word: str, rest: str) -> None:
        told: dict[str, Callable[[str], None]] = {"find": self._find, "show": self._show}
        if not line:
            self._first = None
        elif _PARTED.search(line):
            self._first = None
            self._bearing(*_two(_PARTED.split(line)))
        elif line in {"help", "?"}:
            click.echo(_HELP)
        elif line == "more":
            self._more()
        elif word in told and rest:
            told[word](rest)
        elif self._first is not None:
            first, self._first = self._first, None
            self._bearing(first, line)
        else:
            self._name(line)

    def _name(self, line: str) -> None:
        """Take a line without an arrow: two names parted by a comma, or one."""
        try:
            self._first = resolve(self._map, line).id
        except ArgmapError:
            if "," in line:
                self._bearing(*_two(line.split(",")))
                return
            self._refuse_bare_pair(line.split())
            raise

    def _refuse_bare_pair(self, names: Sequence[str]) -> None:
        if len(names) == 2:  # noqa: PLR2004
            with suppress(ArgmapError):
                first, second = (resolve(self._map, name).id for name in names)
                raise click.UsageError(f"Write -> between the two statements: {first} -> {second}")

    def _bearing(self, first: str, second: str) -> None:
        source, target = resolve(self._map, first).id, resolve(self._map, second).id
        if source == target:
            raise click.UsageError(f"Both names mean the same statement, {source}.")
        from argmap.graph.tellings import tell  # noqa: PLC0415  # loads networkx

        answer = self._asker.answer(source, target, limit=_FEW)
        self._tell(tell(self._map, answer))
        self._last = answer, _FEW

    def _more(self) -> None:
        """Tell as many routes again as have been told."""
        from argmap.graph.tellings import tell_more  # noqa: PLC0415  # likewise

        if self._last is None:
            raise click.UsageError("There was no question yet.")
        last, limit = self._last
        answer = self._asker.answer(last.source, last.target, limit=2 * limit)
        known = len(last.routes) or len(last.meeting_points)
        self._tell(tell_more(self._map, answer, known))
        self._last = answer, 2 * limit

    def _tell(self, lines: "Sequence[Line]") -> None:
        telling.print_lines(lines)
        click.echo()

    def _find(self, words: str) -> None:
        print_hits(self._map, words, find(self._map, words), _HITS)

    def _show(self, name: str) -> None:
        print_whole(self._map, resolve(self._map, name))
