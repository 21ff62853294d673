"""The text that a map's quotes are checked against."""

import os
from pathlib import Path

from argmap.claims.files import read_text
from argmap.claims.model import Source


def read_source(source: Source, map_path: str | None) -> str | None:
    """Read the text of a source, or None if it names no file or the file is not there.

    Args:
        source: what the map says of its source.
        map_path: the file of the map; None for a map that comes from no file.

    Raises:
        ValueError: the file lies outside the map's folder, where a map received from somebody
            else must not reach, or is a folder; holds what is wrong and the cure.
        MapError: the file is there, but is not text.
    """
    if source.file is None or map_path is None:
        return None
    inside = os.path.normpath(source.file)
    if Path(inside).is_absolute() or Path(inside).parts[:1] == (os.pardir,):
        what = "the source file lies outside the map's folder"
        raise ValueError(what, "Put it beside the map or below, and name it from there")
    path = Path(map_path).parent / inside
    if os.path.isdir(path):  # noqa: PTH112 (any name may be given)
        raise ValueError("the source file is a folder", "Name the text file in it")
    # A name that no file can have raises in Path.exists; such a file is not there either.
    return read_text(path) if os.path.exists(path) else None  # noqa: PTH110
