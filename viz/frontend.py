"""The page's own files: its template, style and scripts, put together as text."""

import re
from functools import cache
from importlib.resources import files

from argmap.viz.palette import PALETTE

_IMPORT = re.compile(r"^import\b[^;]*?from \"\./(?P<name>[\w-]+)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_COMMENT = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_STYLES = ("base", "frame", "scope", "panels", "controls", "asking", "filters", "over")


@cache
def read(name: str) -> str:
    """Return one of the page's files."""
    return (files("argmap.viz") / "assets" / name).read_text("utf-8")


def style() -> str:
    """Return the whole style sheet, which begins with the palette."""
    tones = "\n".join(
        f"  --{name}: light-dark({tone.light}, {tone.dark});" for name, tone in PALETTE.items()
    )
    return "\n".join([f":root {{\n{tones}\n}}", *(read(f"{name}.css") for name in _STYLES)])


def script(entry: str = "main") -> str:
    """Return the page's modules as one script that can stand in the page.

    The files are modules that import each other by name; here they follow one another, each
    after those it imports, in one scope and without their documentation. Hence no two of
    them may use the same top-level name.
    """
    order: list[str] = []
    _follow(entry, order)
    bodies = [_COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", read(f"{n}.js")))) for n in order]
    return "\n".join(['"use strict";', "{", *bodies, "}"])


def _follow(name: str, order: list[str]) -> None:
    """Add a module behind all that it imports; as deep as the modules are, not as a map is."""
    for found in _IMPORT.finditer(read(f"{name}.js")):
        if found["name"] not in order:
            _follow(found["name"], order)
    order.append(name)
