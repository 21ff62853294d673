"""Load maps from files and save them."""

import os
from pathlib import Path

from argmap.claims.errors import MapError, Problem, did_you_mean, shown
from argmap.claims.files import read_bytes, write_whole
from argmap.claims.formats import format_named, format_of_input, format_of_output
from argmap.claims.ledger import Reading
from argmap.claims.model import Map

ARTICLES = Path(__file__).resolve().parent / "articles"


def shipped_maps() -> dict[str, Path]:
    """The maps that come with argmap, by name."""
    return {path.parent.name: path for path in sorted(ARTICLES.glob("*/map.yaml"))}


def load(path: str | os.PathLike[str], *, form: str | None = None) -> Map:
    """Load a map.

    Args:
        path: a file, or the name of a map that comes with argmap; a file of that name wins.
        form: the name of the format ("yaml", "json"); told from the file if None.

    Raises:
        MapError: the file cannot be read as a map; lists every mistake.
        FormatError: there is no format of that name.
    """
    return read(path, form=form).map


def read(path: str | os.PathLike[str], *, form: str | None = None) -> Reading:
    """Load a map together with the ledger of what of its file it does not hold.

    Takes and raises the same as `load`.
    """
    file = found(os.fspath(path))
    data = read_bytes(file)
    return (format_named(form) if form else format_of_input(data, file)).read(data, file)


def loads(text: str, *, form: str = "yaml", path: str = "<text>") -> Map:
    """Read a map from text; `path` is where it is said to come from. Raises as `load` does."""
    return format_named(form).read(text.encode("utf-8", "surrogatepass"), path).map


def save(m: Map, path: str | os.PathLike[str], *, form: str | None = None) -> None:
    """Write a map to a file, whole or not at all, in the format of the file's ending or `form`.

    Raises:
        FormatError: the format is not known.
        OutputError: the file cannot be written.
    """
    name = os.fspath(path)
    write_whole(name, (format_named(form) if form else format_of_output(name)).write(m).text)


def dumps(m: Map, *, form: str = "yaml") -> str:
    """Write a map as text. Raises FormatError if the format is not known."""
    return format_named(form).write(m).text


def found(name: str) -> str:
    """Find the file that a name stands for: a file, or a map that comes with argmap.

    Raises:
        MapError: there is neither.
    """
    if os.path.exists(name) or os.sep in name:  # noqa: PTH110  # any name may be asked for
        return name
    maps = shipped_maps()
    if name in maps:
        return str(maps[name])
    if not Path(name).suffix:
        cure = did_you_mean(name, maps, f"Name a file, or one of: {', '.join(maps)}")
        what = f"there is no file {shown(name)} and no map of that name comes with argmap"
        raise MapError([Problem(name, None, None, what, cure)])
    return name
