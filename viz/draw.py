"""Still pictures of a map: SVG, PDF, PNG, and Graphviz's DOT."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import Literal, TypeAlias, get_args

from argmap.claims.files import write_whole
from argmap.claims.formats import FormatError
from argmap.claims.model import Map
from argmap.viz.dot import dot_lines
from argmap.viz.dot_legend import legend_lines
from argmap.viz.layout import Direction, Layout, arrange
from argmap.viz.svg import svg_lines

Format: TypeAlias = Literal["svg", "pdf", "png", "dot"]
FORMATS: tuple[Format, ...] = get_args(Format)
_DATE = re.compile(rb"/CreationDate \([^)]*\)")


def draw(m: Map, to: str | os.PathLike[str], *, direction: Direction = "across") -> bytes:
    """Draw a map.

    Args:
        m: The map.
        to: A format ("svg", "pdf", "png", "dot"), or a file to write, whose suffix tells it.
        direction: As in `arrange`.

    Returns:
        The picture; the same map gives the same bytes with the same fonts.

    Raises:
        FormatError: The format is none of these.
        OutputError: The file cannot be written.
    """
    name = os.fspath(to)
    bare = name in FORMATS
    kind = _format(name if bare else PurePath(name).suffix.removeprefix(".").lower())
    picture = _render(m, arrange(m, direction), kind)
    if not bare:
        write_whole(to, picture)
    return picture


def _format(name: str) -> Format:
    for known in FORMATS:
        if name == known:
            return known
    if name == "gv":
        return "dot"
    raise FormatError(f"No picture of format {name!r}; there are {', '.join(FORMATS)}.")


def _render(m: Map, layout: Layout, kind: Format) -> bytes:
    if kind == "svg":
        return _text(svg_lines(m, layout))
    if kind == "dot":
        return _text(dot_lines(m, layout))
    text = _text(dot_lines(m, layout, legend_lines(m, layout))).decode()
    from pygraphviz import AGraph  # noqa: PLC0415  loads Graphviz

    with _no_font_warnings():
        drawn: bytes = AGraph(string=text).draw(format=kind, prog="nop2")
    # The time of drawing is no part of the picture; its place in the file stays.
    return _DATE.sub(lambda found: b" " * len(found[0]), drawn)


def _text(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


@contextmanager
def _no_font_warnings() -> Iterator[None]:
    """Keep back what Graphviz's own fontconfig says of the system's settings; tell the rest."""
    try:
        stderr = sys.__stderr__.fileno() if sys.__stderr__ else None
    except (OSError, ValueError):
        stderr = None
    if stderr is None:
        yield
        return
    kept = os.dup(stderr)
    with TemporaryFile() as said:
        os.dup2(said.fileno(), stderr)
        try:
            yield
        finally:
            os.dup2(kept, stderr)
            os.close(kept)
            said.seek(0)
            for line in said:
                if not line.startswith(b"Fontconfig warning:"):
                    os.write(stderr, line)
