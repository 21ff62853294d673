"""YAML text to plain dicts, lists and strings that remember where they stand.

The event stream of PyYAML's C parser is built into values here, without node objects and without
a resolver: a scalar stays the text that its author wrote (`no`, `12:30`, `2024-01-01`), and a key
given twice, an alias or a tag is seen as it comes. Time and memory are linear in the text.
"""

import collections.abc
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias

import yaml

from argmap.claims.errors import shown
from argmap.claims.model import Position

MAX_DEPTH = 30
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_KEY = object()
_ITEM = object()


class Mark(Protocol):
    """A place as PyYAML gives it: line and column count from 0."""

    line: int
    column: int


Report: TypeAlias = Callable[[Mark | None, str, str], None]
"""Takes the place of a mistake, what is wrong, and the cure."""


class Mapping(dict[str, Any]):
    """A mapping; `keys_at` and `values_at` hold the marks of its keys and of their values."""

    __slots__ = ("keys_at", "mark", "values_at")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}

    def part(self, keys: Iterable[str]) -> "Mapping":
        """Give a mapping of some of the keys, which stand where they stand in this one."""
        part = Mapping(self.mark)
        for key in keys:
            part[key] = self[key]
            part.keys_at[key] = self.keys_at[key]
            part.values_at[key] = self.values_at[key]
        return part


class Sequence(list[Any]):
    """A list; `items_at` holds the marks of its items."""

    __slots__ = ("items_at", "mark")

    def __init__(self, mark: Mark | None) -> None:
        super().__init__()
        self.mark = mark
        self.items_at: list[Mark] = []


class Positions(collections.abc.Mapping[str, Position]):
    """The marks of named things as positions, each worked out when it is asked for."""

    def __init__(self, marks: dict[str, Mark]) -> None:
        self._marks = marks

    def __getitem__(self, name: str) -> Position:
        mark = self._marks[name]
        return Position(mark.line + 1, mark.column + 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class _UnreadableError(Exception):
    """Reading cannot go on; holds a mark, what is wrong, and the cure."""


def parse(text: str, report: Report, *, null: str = "") -> Mapping | Sequence | str | None:
    """Read one YAML document.

    Args:
        text: the document, decoded.
        report: is told of every mistake; reading goes on after it where that makes sense.
        null: the plain word that stands for "no value".

    Returns:
        The document's value: `Mapping`, `Sequence`, `str`, or None for a value left empty.
        None also for a text that cannot be read as YAML, which has been reported.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    mistakes: list[tuple[Mark | None, str, str]] = []
    value = None
    try:
        value = _Builder(lambda *mistake: mistakes.append(mistake), null).build(loader.get_event)
    except yaml.MarkedYAMLError as error:
        if "nesting" in (error.problem or "") and error.problem_mark:
            # The scanner gives up far ahead of what is nested too deep for a map.
            return parse(text[: error.problem_mark.index], report, null=null)
        mistakes.append(_syntax_mistake(error, text))
    except yaml.reader.ReaderError as error:
        mistakes.append((None, f"this is not YAML: {error.reason}", "Save the file as UTF-8 text"))
    except _UnreadableError as error:
        mistakes.append(error.args)
    finally:
        loader.dispose()
    for mistake in mistakes:
        report(*mistake)
    return value


def _syntax_mistake(error: yaml.MarkedYAMLError, text: str) -> tuple[Mark | None, str, str]:
    mark = error.problem_mark or error.context_mark
    what = f"this is not YAML: {error.problem or error.context}"
    if "quoted scalar" in (error.context or ""):
        return error.context_mark, what, "Close the quotation mark"
    if mark and text[mark.index : mark.index + 1] == "\t":
        return mark, what, "Indent with spaces, not with tabs"
    return mark, what, _syntax_cure(error.problem or "")


def _syntax_cure(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "Put a text that holds ': ' in double quotes"
    if "did not find expected" in problem or "could not find expected" in problem:
        return "Check the quotation marks of this line, and the indentation of the lines above"
    return "Put a text that begins with a special character in double quotes"


class _Builder:
    """Builds the value of a document, one event at a time."""

    def __init__(self, report: Report, null: str) -> None:
        self.report = report
        self.null = null
        self.root = Sequence(None)
        self.container: Any = self.root
        self.key: Any = _ITEM
        self.stack: list[tuple[Any, Any]] = []
        self.begun = False

    def build(self, next_event: Callable[[], Any]) -> Mapping | Sequence | str | None:
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.MappingEndEvent: self._leave,
            yaml.SequenceStartEvent: self._sequence,
            yaml.SequenceEndEvent: self._leave,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _pass_over,
            yaml.StreamStartEvent: _pass_over,
        }
        event = next_event()
        while type(event) is not yaml.StreamEndEvent:
            handlers[type(event)](event)
            event = next_event()
        return self.root[0] if self.root else None

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        mark = event.start_mark
        value = event.value
        if event.tag is not None:
            self._refuse_tag(event)
        if self.key is _KEY:
            if value in self.container:
                first = self.container.keys_at[value].line + 1
                what = f"the key {shown(value)} is given twice, first in line {first}"
                self.report(mark, what, "Remove or rename one of the two")
            self.container.keys_at[value] = mark
            self.key = value
            return
        if value == self.null and event.implicit[0]:
            value = None
        elif event.style == '"' and _CONTROL.search(value):
            self.report(mark, "this text holds a control character", "Remove it")
        # What _put does, without the call: most of a map is scalars.
        if self.key is _ITEM:
            self.container.append(value)
            self.container.items_at.append(mark)
        else:
            self.container[self.key] = value
            self.container.values_at[self.key] = mark
            self.key = _KEY

    def _put(self, value: Any, mark: Mark) -> None:  # noqa: ANN401
        if self.key is _ITEM:
            self.container.append(value)
            self.container.items_at.append(mark)
        elif self.key is _KEY:
            raise _UnreadableError(mark, "this key is not plain text", "Write a word")
        else:
            self.container[self.key] = value
            self.container.values_at[self.key] = mark
            self.key = _KEY

    def _mapping(self, event: Any) -> None:  # noqa: ANN401
        self._enter(Mapping(event.start_mark), event, _KEY)

    def _sequence(self, event: Any) -> None:  # noqa: ANN401
        self._enter(Sequence(event.start_mark), event, _ITEM)

    def _enter(self, value: Mapping | Sequence, event: Any, key: object) -> None:  # noqa: ANN401
        if event.tag is not None:
            self._refuse_tag(event)
        self._put(value, event.start_mark)
        if len(self.stack) >= MAX_DEPTH:
            what = f"values are nested more than {MAX_DEPTH} deep"
            cure = "No part of a map needs more than 8 levels"
            raise _UnreadableError(event.start_mark, what, cure)
        self.stack.append((self.container, self.key))
        self.container, self.key = value, key

    def _leave(self, _event: Any) -> None:  # noqa: ANN401
        self.container, self.key = self.stack.pop()

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        what = f"the alias {shown('*' + event.anchor)} is not allowed"
        self.report(event.start_mark, what, "Write out what it stands for")
        self._put("", event.start_mark)

    def _document(self, event: Any) -> None:  # noqa: ANN401
        if self.begun:
            what = "a second document begins here"
            raise _UnreadableError(event.start_mark, what, "Keep one map a file")
        self.begun = True

    def _refuse_tag(self, event: Any) -> None:  # noqa: ANN401
        what = f"the tag {shown(event.tag)} means nothing here"
        self.report(event.start_mark, what, "Remove it")


def _pass_over(_event: object) -> None:
    """Do nothing: the event carries no value."""
