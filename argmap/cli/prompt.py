"""A line to type questions in: with history, and completion of statements."""

from collections.abc import Callable, Iterable, Iterator

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory

from argmap.claims.errors import printable
from argmap.claims.model import Map, Statement
from argmap.graph.naming import short
from argmap.graph.search import find

_OFFERED = 12
_SEARCHED = 20_000
"""In larger maps only ids are completed: a search at every key would be felt."""
_COMMANDS = ("find ", "show ")
_PARTS = ("->", "→", ",")


def lines(m: Map, prompt: Callable[[], str]) -> Iterator[str]:
    """Yield what a person types, until Ctrl-D, or Ctrl-C where nothing is typed."""
    session: PromptSession[str] = PromptSession(
        completer=_Statements(m), history=InMemoryHistory(), complete_while_typing=True
    )
    while True:
        try:
            yield session.prompt(prompt())
        except (EOFError, KeyboardInterrupt):
            if not session.default_buffer.text:
                click.echo("Goodbye.")
                return


class _Statements(Completer):
    """Offers the statements whose id begins so, then those that hold the words."""

    def __init__(self, m: Map) -> None:
        self._map = m

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Complete the name that is being typed."""
        del complete_event
        typed = _last_name(document.text_before_cursor)
        for statement in self._fitting(typed.casefold()):
            yield Completion(
                statement.id,
                start_position=-len(typed),
                display=printable(statement.id),
                display_meta=printable(short(statement)),
            )

    def _fitting(self, typed: str) -> Iterator[Statement]:
        if not typed:
            return
        offered = []
        for statement in self._map.statements:
            if statement.id.casefold().startswith(typed):
                offered.append(statement.id)
                yield statement
                if len(offered) == _OFFERED:
                    return
        if len(self._map.statements) <= _SEARCHED:
            for hit in find(self._map, typed, _OFFERED):
                if not hit.missing and hit.statement.id not in offered:
                    yield hit.statement


def _last_name(text: str) -> str:
    """Return the part of a line that names a statement, as far as it is typed."""
    start = max(text.rfind(part) + len(part) if part in text else 0 for part in _PARTS)
    name = text[start:].lstrip()
    for command in _COMMANDS:
        if not start and name.casefold().startswith(command):
            return name[len(command) :].lstrip()
    return name
