"""`argmap ask`: one question after the other about one map."""

import re
import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

import click

from argmap.claims.errors import ArgmapError
from argmap.cli import telling
from argmap.cli.arguments import QuestionError, load_map, map_argument
from argmap.cli.find import print_hits, print_missing
from argmap.cli.show import print_whole
from argmap.graph.naming import resolve
from argmap.graph.route import TOLD
from argmap.graph.search import find

if TYPE_CHECKING:
    from argmap.claims.model import Map
    from argmap.graph.answers import Answer, Asker
    from argmap.graph.search import Hit
    from argmap.graph.tellings import Line

BAD_INPUT = 2
_HITS = 10
_HELP = """\
A -> B     how does A bear on B? A and B are ids, beginnings of ids, or words of the text
A, B       the same
A          asks next for what it is to bear on; an empty line takes A back
more       further routes or meeting points of the last answer, or statements found
find WORDS
show A
help, quit"""
_TWO_NAMES = "Name two statements, as in “A -> B”."
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
        else:
            conversation.end()
        ctx.exit(BAD_INPUT if conversation.failed else 0)
    from argmap.cli.prompt import lines  # noqa: PLC0415  # only a person needs it

    click.echo(f"{m.title}: {len(m.statements)} statements. Ask “A -> B”, or “help”.")
    for line in lines(m, lambda: conversation.prompt):
        if not conversation.hear(line):
            break


def _two(names: Sequence[str]) -> tuple[str, str]:
    if len(names) != 2 or not all(name.strip() for name in names):  # noqa: PLR2004
        raise QuestionError(_TWO_NAMES)
    return names[0], names[1]


class _Conversation:
    """What has been asked so far, and what is asked for next."""

    def __init__(self, m: "Map") -> None:
        self.failed = False
        self._map = m
        self._first: str | None = None
        self._more: Callable[[], None] | None = None

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
        if line.casefold() in {"quit", "exit", "q"}:
            return False
        try:
            self._answer(line)
        except ArgmapError as error:
            self._complain(str(error))
        return True

    def end(self) -> None:
        """Say so if a statement was named last, and not what it is to bear on."""
        if self._first is not None:
            self._complain(f"Nothing says what {self._first} is to bear on. {_TWO_NAMES}")

    def _complain(self, words: str) -> None:
        self.failed = True
        click.echo(words, err=True)

    def _answer(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if not line:
            self._first = None
        elif _PARTED.search(line):
            self._first = None
            self._bearing(*_two(_PARTED.split(line)))
        elif line.casefold() in {"help", "?"}:
            click.echo(_HELP)
        elif line.casefold() == "more":
            self._tell_more()
        elif word.casefold() == "find":
            self._find(rest.strip())
        elif word.casefold() == "show":
            self._show(rest.strip())
        elif self._first is not None:
            self._bearing(self._first, line)
            self._first = None
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
        if len(names) != 2:  # noqa: PLR2004
            return
        try:
            first, second = (resolve(self._map, name).id for name in names)
        except ArgmapError:
            return
        raise QuestionError(f"Write -> between the two statements: {first} -> {second}")

    def _bearing(self, first: str, second: str) -> None:
        source, target = resolve(self._map, first).id, resolve(self._map, second).id
        if source == target:
            raise QuestionError(f"Both names mean the same statement, {source}.")
        from argmap.graph.tellings import tell  # noqa: PLC0415  # loads networkx

        answer = self._asker.answer(source, target, limit=TOLD)
        self._tell(tell(self._map, answer))
        self._more = partial(self._further_routes, answer, 2 * TOLD)

    def _tell_more(self) -> None:
        if self._more is None:
            raise QuestionError("There was no question yet.")
        self._more()

    def _further_routes(self, last: "Answer", limit: int) -> None:
        """Tell as many routes, or meeting points, as the last answer has not told yet."""
        from argmap.graph.tellings import tell_more  # noqa: PLC0415  # likewise

        answer = self._asker.answer(last.source, last.target, limit=limit)
        known = len(last.routes) or len(last.meeting_points)
        self._tell(tell_more(self._map, answer, known))
        self._more = partial(self._further_routes, answer, 2 * limit)

    def _tell(self, lines: "Sequence[Line]") -> None:
        telling.print_lines(lines)
        click.echo()

    def _find(self, words: str) -> None:
        if not words:
            raise QuestionError("Say what to find: find WORDS.")
        hits = find(self._map, words)
        print_missing(words, hits)
        self._tell_hits(hits, 0)

    def _tell_hits(self, hits: "Sequence[Hit]", known: int) -> None:
        """Print the next of what was found, of which so many are known."""
        told = known + _HITS
        print_hits(self._map, hits[known:told])
        if len(hits) > told:
            click.echo(f"\n{len(hits) - told} more; see them with “more”.", err=True)
        elif known and known >= len(hits):
            click.echo("There are no more.")
        self._more = partial(self._tell_hits, hits, told)

    def _show(self, name: str) -> None:
        if not name:
            raise QuestionError("Say which statement to show: show A.")
        print_whole(self._map, resolve(self._map, name))
