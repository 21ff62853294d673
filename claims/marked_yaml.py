"""YAML text to plain dicts, lists and strings that remember where they stand.

The event stream of PyYAML's C parser is built into values here, without node objects and without
a resolver: a scalar stays the text that its author wrote (`no`, `12:30`, `2024-01-01`), and a key
given twice, an alias or a tag is seen as it comes. Time and memory are linear in the text.
"""

import collections.abc
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeAlias

import yaml

from argmap.claims.errors import shown
from argmap.claims.model import Position

MAX_DEPTH = 30
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
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


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Pause the cyclic collector, which would scan the growing tree again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def parse(text: str, report: Report) -> Mapping | Sequence | str | None:
    """Read one YAML document.

    Args:
        text: the document, decoded.
        report: is told of every mistake; reading goes on after it where that makes sense.

    Returns:
        The document's value: `Mapping`, `Sequence`, `str`, or None for a value left empty.
        None also for a text that cannot be read as YAML, which has been reported.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        return _build(loader.get_event, report)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        report(mark, f"this is not YAML: {error.problem or error.context}", _syntax_cure(error))
    except yaml.reader.ReaderError as error:
        report(None, f"this is not YAML: {error.reason}", "Save the file as UTF-8 text")
    except _UnreadableError as error:
        report(*error.args)
    finally:
        loader.dispose()
    return None


def _syntax_cure(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if "\\t" in problem or "tab" in problem:
        return "Indent with spaces, not with tabs"
    if "mapping values are not allowed" in problem:
        return "Put a text that holds ': ' in double quotes"
    if "did not find expected" in problem or "could not find expected" in problem:
        return "Check the indentation and the quotation marks of the lines above"
    return "Put a text that begins with a special character in double quotes"


def _build(next_event: Callable[[], Any], report: Report) -> Any:  # noqa: ANN401
    root = Sequence(None)
    container: Any = root
    key: Any = _ITEM
    stack: list[tuple[Any, Any]] = []
    begun = False
    while True:
        event = next_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            value: Any = event.value
            if event.tag is not None:
                report(mark, f"the tag {shown(event.tag)} means nothing here", "Remove it")
            if key is _KEY:
                if value in container:
                    report(mark, *_given_twice(value, container))
                container.keys_at[value] = mark
                key = value
                continue
            if not value and event.implicit[0]:
                value = None
            elif event.style == '"' and _CONTROL.search(value):
                report(mark, "this text holds a control character", "Remove it")
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            container, key = stack.pop()
            continue
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mark = event.start_mark
            value = Mapping(mark) if kind is yaml.MappingStartEvent else Sequence(mark)
            if event.tag is not None:
                report(mark, f"the tag {shown(event.tag)} means nothing here", "Remove it")
        elif kind is yaml.AliasEvent:
            mark, value = event.start_mark, ""
            report(mark, f"the alias {shown('*' + event.anchor)} is not allowed", "Write it out")
        elif kind is yaml.DocumentStartEvent:
            if begun:
                report(event.start_mark, "a second document begins here", "Keep one map a file")
                return root[0]
            begun = True
            continue
        elif kind is yaml.StreamEndEvent:
            return root[0] if root else None
        else:
            continue

        if key is _ITEM:
            container.append(value)
            container.items_at.append(mark)
        elif key is _KEY:
            raise _UnreadableError(mark, "this key is not plain text", "Write a word")
        else:
            container[key] = value
            container.values_at[key] = mark
            key = _KEY
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if len(stack) >= MAX_DEPTH:
                what = f"values are nested more than {MAX_DEPTH} deep"
                raise _UnreadableError(mark, what, "No part of a map needs more than 8 levels")
            stack.append((container, key))
            container = value
            key = _KEY if kind is yaml.MappingStartEvent else _ITEM


def _given_twice(key: str, mapping: Mapping) -> tuple[str, str]:
    first = mapping.keys_at[key].line + 1
    what = f"the key {shown(key)} is given twice, first in line {first}"
    return what, "Remove or rename one of the two"
