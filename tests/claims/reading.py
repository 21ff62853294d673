"""Short ways to read a map in a test."""

from pathlib import Path

import pytest

import argmap
from argmap.claims import Map, MapError

HEAD = "argmap: 1\ntitle: T\n"


def read(body: str) -> Map:
    """Read a map whose first two lines are `HEAD`."""
    return argmap.loads(HEAD + body)


def mistakes(text: str, *, form: str = "yaml") -> list[str]:
    """Read a text that is no sound map, and tell what is said of it."""
    with pytest.raises(MapError) as caught:
        argmap.loads(text, form=form, path="map")
    return [str(problem) for problem in caught.value.problems]


def file_mistakes(path: Path) -> list[str]:
    """Load a file that is no sound map, and tell what is said of it."""
    with pytest.raises(MapError) as caught:
        argmap.load(path)
    return [str(problem) for problem in caught.value.problems]


def beside_source(folder: Path, source: str, quotes: str) -> Path:
    """Write a source and, from line 5 on, a map with one claim that has these quotes."""
    folder.joinpath("source.txt").write_text(source, encoding="utf-8", newline="")
    path = folder / "map.yaml"
    path.write_text(
        f"{HEAD}source: {{file: source.txt}}\nclaims:\n  a: {{text: A, {quotes}}}\n",
        encoding="utf-8",
    )
    return path
