"""The formats that maps are read from and written to, and how a file's format is told."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from argmap.claims.errors import ArgmapError, did_you_mean, printable, shown
from argmap.claims.model import Map


class FormatError(ArgmapError, ValueError):
    """A format is not known; says which are."""


@dataclass(frozen=True)
class Format:
    """A format: its name, the endings of its files, and the modules that read and write it."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    writer: str

    def read(self, text: str, path: str) -> Map:
        """Read a map from a file's text; `path` serves messages and finds the source beside it.

        Raises:
            MapError: lists every mistake of the file.
        """
        return cast("Map", import_module(self.reader).read(text, path))

    def write(self, m: Map) -> str:
        """Write a map as the text of a file."""
        return cast("str", import_module(self.writer).write(m))


FORMATS = (
    Format("yaml", (".yaml", ".yml"), "argmap.claims.reader", "argmap.claims.writer"),
    Format("json", (".json",), *["argmap.claims.formats.argmap_json"] * 2),
)
_BY_NAME = {form.name: form for form in FORMATS}
_BY_SUFFIX = {suffix: form for form in FORMATS for suffix in form.suffixes}


def format_named(name: str) -> Format:
    """Find a format by its name; raises FormatError if there is none."""
    if name not in _BY_NAME:
        cure = did_you_mean(name, _BY_NAME, f"Known are {', '.join(_BY_NAME)}")
        raise FormatError(f"unknown format {shown(name)}. {cure}")
    return _BY_NAME[name]


def format_of_output(path: str) -> Format:
    """Find the format that a file's ending asks for; raises FormatError if none has it."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in _BY_SUFFIX:
        ending = f"the ending {shown(suffix)}" if suffix else "a name without ending"
        known = ", ".join(_BY_SUFFIX)
        raise FormatError(f"{printable(path)}: {ending} names no format. Known are {known}.")
    return _BY_SUFFIX[suffix]


def format_of_input(path: str, text: str) -> Format:
    """Tell a file's format by its ending, or where that says nothing, by how its text begins."""
    known = _BY_SUFFIX.get(PurePath(path).suffix.lower())
    return known or _BY_NAME["json" if text.lstrip()[:1] == "{" else "yaml"]
