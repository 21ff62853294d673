"""The page's own files: its template, style and scripts, put together as text."""

import re
from functools import cache
from importlib.resources import files

from argmap.viz.palette import PALETTE

_IMPORT = re.compile(r"^import\b[^;]*?from \"\./(?P<name>[\w-]+)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
# Comments and indentation are for those who read the files; no string of theirs looks like one.
_COMMENT = re.compile(r"/\*.*?\*/|^ *//[^\n]*\n", re.MULTILINE | re.DOTALL)
_SPACE = re.compile(r"^\s+", re.MULTILINE)
_STYLES = (
    "base",
    "frame",
    "bar",
    "scope",
    "panels",
    "controls",
    "asking",
    "draft",
    "filters",
    "over",
    "paper",
)


@cache
def read(name: str) -> str:
    """Return one of the page's files."""
    return (files("argmap.viz") / "assets" / name).read_text("utf-8")


def style() -> str:
    """Return the whole style sheet, which begins with the palette."""
    tones = "\n".join(
        f"  --{name}: light-dark({tone.light}, {tone.dark});" for name, tone in PALETTE.items()
    )
    rules = "\n".join(read(f"{name}.css") for name in _STYLES)
    return f":root {{\n{tones}\n}}\n{_bare(rules)}"


def script(entry: str = "main") -> str:
    """Return the page's modules as one script that can stand in the page.

    The files are modules that import each other by name; here they follow one another, each
    after those it imports, in one scope and without their documentation. Hence no two of
    them may use the same top-level name.
    """
    order: list[str] = []
    _follow(entry, order)
    bodies = (_EXPORT.sub("", _IMPORT.sub("", read(f"{name}.js"))) for name in order)
    return "\n".join(['"use strict";', "{", _bare("\n".join(bodies)), "}"])


def _bare(code: str) -> str:
    return _SPACE.sub("", _COMMENT.sub("", code)).rstrip()


def _follow(name: str, order: list[str]) -> None:
    """Add a module behind all that it imports; as deep as the modules are, not as a map is."""
    for found in _IMPORT.finditer(read(f"{name}.js")):
        if found["name"] not in order:
            _follow(found["name"], order)
    order.append(name)
