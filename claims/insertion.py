"""Put new entries into the text of a map file and leave every character that is there as it is.

A section that is written in lines grows by lines, one in braces or brackets by an entry before its
end, and a section that the file does not have is added at its end. Linear in the text.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Events = Iterator[Any]
_KEY_LINE = re.compile(r"^(\w+):(.*)$")


@dataclass
class _Section:
    """Where a section of the file is, and how it is written."""

    is_flow: bool = False
    is_empty: bool = True
    end: int = 0  # where an entry is put in
    line_end: int = 0  # the end of its last line
    indent: int = 2


@dataclass
class _Plan:
    sections: dict[str, _Section] = field(default_factory=dict)
    root: _Section = field(default_factory=_Section)


def inserted(text: str, written: str) -> str:
    """Put the entries of another map file's sections into a map file.

    Args:
        text: the file that grows; YAML that can be read as a map.
        written: the new entries, as the top-level sections of a map file as `writer.write` gives
            it; its `argmap`, `title` and `source` are left aside.

    Returns:
        The file's text with the entries put in, nothing of it taken out. Whether it still says
        what it said, and what was to be added, is for the caller to check by reading it.
    """
    new = _sections(written)
    if not new:
        return text
    plan = _planned(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    values = yaml.load(written, Loader=yaml.CSafeLoader)
    pieces: list[tuple[int, str]] = []
    absent = [name for name in new if name not in plan.sections]
    for name, lines in new.items():
        section = plan.sections.get(name)
        if section is None:
            continue
        if section.is_flow:
            pieces.append(_in_flow(section, values[name], text))
        else:
            pieces.append(_in_lines(section, lines, text))
    if absent and plan.root.is_flow:
        pieces.append(_in_flow(plan.root, {name: values[name] for name in absent}, text))
    elif absent:
        at_end = [line for name in absent for line in (f"{name}:", *new[name])]
        pieces.append(_in_lines(_Section(end=plan.root.end, indent=-1), at_end, text))
    return _with(text, pieces, line_end)


def _sections(written: str) -> dict[str, list[str]]:
    """Cut the text of a map file into its top-level sections, each without its first line."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in written.splitlines():
        key = _KEY_LINE.match(line)
        if key:
            lines = sections[key[1]] = []
        else:
            lines.append(line)
    return {name: lines for name, lines in sections.items() if lines and name != "source"}


def _in_lines(section: _Section, lines: list[str], text: str) -> tuple[int, str]:
    """Give the place and the lines, indented as those that are there."""
    shift = section.indent - _indent(lines[0]) if section.indent >= 0 else 0
    moved = [_moved(line, shift) for line in lines]
    at = section.end
    before = "" if at == 0 or text[at - 1] == "\n" else "\n"
    after = "\n" if not before or at == len(text) else ""
    return at, before + "\n".join(moved) + after


def _moved(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift >= 0 else line[-shift:]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _in_flow(section: _Section, entries: Any, text: str) -> tuple[int, str]:  # noqa: ANN401
    """Give the place and the entries as JSON, which YAML takes within braces and brackets."""
    said = json.dumps(entries, ensure_ascii=False)[1:-1]
    before = text[: section.end].rstrip()
    comma = "" if section.is_empty or before.endswith(",") else ", "
    return section.end, comma + said


def _with(text: str, pieces: list[tuple[int, str]], line_end: str) -> str:
    parts: list[str] = []
    at = 0
    for place, piece in sorted(pieces, key=lambda piece: piece[0]):
        parts += [text[at:place], piece.replace("\n", line_end)]
        at = place
    return "".join([*parts, text[at:]])


def _planned(text: str) -> _Plan:
    """Find the sections of a map file and where each of them ends."""
    plan = _Plan()
    events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            _plan_root(plan, event, events, text)
            break
    return plan


def _plan_root(plan: _Plan, start: yaml.MappingStartEvent, events: Events, text: str) -> None:
    plan.root.is_flow = bool(start.flow_style)
    key = next(events)
    while not isinstance(key, yaml.MappingEndEvent):
        plan.root.is_empty = False
        plan.sections[key.value] = _section(key, next(events), events, text)
        key = next(events)
    last = max((section.line_end for section in plan.sections.values()), default=0)
    plan.root.end = _start(key) if plan.root.is_flow else last


def _section(key: Any, value: Any, events: Events, text: str) -> _Section:  # noqa: ANN401
    if isinstance(value, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        section = _Section(is_flow=bool(value.flow_style))
        last, depth = value, 1
        while depth:
            event = next(events)
            if depth == 1 and section.is_empty and not isinstance(event, yaml.CollectionEndEvent):
                section.is_empty = False
                section.indent = _column(value, event, text)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            # The end of what is written in lines is only known by what follows it.
            last = event if event.end_mark.index > event.start_mark.index else last
        section.line_end = _line_end(last, text)
        section.end = _start(last) if section.is_flow else section.line_end
        return section
    end = _line_end(value if value.value else key, text)
    return _Section(end=end, line_end=end)


def _column(collection: Any, first: Any, text: str) -> int:  # noqa: ANN401
    """Give the column of a section's entries; that of a list is where its dashes stand."""
    if isinstance(collection, yaml.MappingStartEvent):
        return int(first.start_mark.column)
    index = text.rfind("-", 0, first.start_mark.index)
    return index - (text.rfind("\n", 0, index) + 1)


def _start(event: Any) -> int:  # noqa: ANN401
    return int(event.start_mark.index)


def _line_end(event: Any, text: str) -> int:  # noqa: ANN401
    """Give the end of the last line of a value; block text ends with its own line."""
    end = int(event.end_mark.index)
    if getattr(event, "style", None) in ("|", ">") and text[end - 1 : end] == "\n":
        return end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1
