"""Convert a file to another format, and keep beside it what that format cannot hold."""

import base64
import os
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import msgspec
from msgspec import structs

from argmap.claims.errors import MapError, Problem, printable
from argmap.claims.files import read_bytes, write_whole
from argmap.claims.formats import (
    Format,
    FormatError,
    format_named,
    format_of_input,
    format_of_output,
)
from argmap.claims.ledger import Loss
from argmap.claims.merging import merged
from argmap.claims.model import Map, Quote
from argmap.claims.sources import read_source
from argmap.claims.storage import found

VERSION = 1
_NAMED_ANEW = "source file that is not there, or has other words than the text that came along"


class Conversion(NamedTuple):
    """What became of a file: its map, the new files as text by name, and all that was lost."""

    map: Map
    source: Format
    files: dict[str, str | bytes]
    losses: tuple[Loss, ...]

    def save(self, *, durable: bool = True) -> None:
        """Write the files, each whole or not at all; raises OutputError."""
        for name, content in self.files.items():
            write_whole(name, content, durable=durable)


class KeptLosses(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A file beside a converted one with which the way back is whole.

    Attributes:
        argmap_losses: The version of this file's format.
        source: The format of the original; `target` is that of the converted file.
        name: What the original file was called, for a map without a title is called so too.
        losses: The ledger, with what stood there where that can be told.
        original: The original file's bytes in base64.
    """

    argmap_losses: int = VERSION
    source: str
    target: str
    name: str
    losses: list[dict[str, Any]]
    original: str


def convert(
    path: str | os.PathLike[str],
    output: str | os.PathLike[str],
    target: str | None = None,
    source: str | None = None,
) -> Conversion:
    """Convert a file to another format; nothing is written before `Conversion.save` is called.

    The text of a source that the file itself holds goes to a file beside the output, if the
    target format names its text rather than hold it; unless the map names a file, there already,
    of the same words.

    Args:
        path: The file to read, or the name of a map that comes with argmap.
        output: Where the new file will stand; "-" for nowhere.
        target: The name of the format to write; that of the output's ending if None.
        source: The name of the file's format; told from the file if None.

    Raises:
        MapError: the file cannot be read as a map.
        FormatError: a format is not known, or does not work in that direction.
    """
    name, output = found(os.fspath(path)), os.fspath(output)
    aim = format_named(target) if target else format_of_output(output)
    data = read_bytes(name)
    origin = format_named(source) if source else format_of_input(data, name)
    reading = origin.read(data, name)
    return _written(reading.map, reading.losses, output, origin, aim)


def kept_losses(conversion: Conversion, path: str, target: Format) -> str:
    """Tell as JSON what a way back from a converted file needs; see `convert_back`.

    Raises:
        FormatError: the target is only written, so that there is no way back.
    """
    if target.reads is None:
        raise FormatError(f"{target.title} cannot be read, so that there is no way back.")
    kept = KeptLosses(
        source=conversion.source.name,
        target=target.name,
        name=PurePath(path).name,
        losses=[_told(loss) for loss in conversion.losses],
        original=base64.b64encode(read_bytes(path)).decode(),
    )
    return msgspec.json.format(msgspec.json.encode(kept), indent=2).decode() + "\n"


def convert_back(path: str, kept_path: str, output: str, target: Format) -> Conversion:
    """Convert a file back to the format that it came from, with the losses that were kept.

    If the file still says what it said, the original comes back byte for byte. Else what was
    changed since is merged into the original's map, by id.

    Raises:
        MapError: a file cannot be read, or the kept losses belong to other formats.
    """
    kept = _read_kept(kept_path)
    data = read_bytes(path)
    middle = format_of_input(data, path)
    if (kept.source, kept.target) != (target.name, middle.name):
        what = f"these losses were kept on the way from {kept.source} to {kept.target}"
        raise MapError([Problem(kept_path, None, None, what, "Name the file that belongs to them")])
    reading = middle.read(data, path)
    original = base64.b64decode(kept.original)
    base = target.read(original, str(Path(path).parent / PurePath(kept.name).name))
    carried = middle.read(middle.write(base.map).text.encode(), path).map
    if _told_by_itself(reading.map) == _told_by_itself(carried):
        return Conversion(reading.map, middle, {output: original}, ())
    m = merged(base.map, carried, reading.map)
    return _written(m, (*base.losses, *reading.losses), output, middle, target)


def _written(
    m: Map, losses: tuple[Loss, ...], output: str, source: Format, target: Format
) -> Conversion:
    files: dict[str, str | bytes] = {}
    beside: dict[str, str | bytes] = {}
    came_along = m.text is not None and not source.names_text
    if came_along and target.names_text and not _is_named(m, output):
        if output == "-":
            losses = (*losses, Loss("text of the source", "the whole"))
        else:
            if m.source.file is not None:
                losses = (*losses, Loss(_NAMED_ANEW, m.source.file, repaired=True))
            name = f"{PurePath(output).name.split('.')[0]}.source.txt"
            m = replace(m, source=structs.replace(m.source, file=name))
            beside[os.fspath(Path(output).parent / name)] = m.text or ""
    writing = target.write(m)
    files[output] = writing.text
    return Conversion(m, source, files | beside, (*losses, *writing.losses))


def _is_named(m: Map, output: str) -> bool:
    """Whether a map names the file of its text, as seen from where it will stand."""
    try:
        return read_source(m.source, output) == m.text
    except (ValueError, MapError):
        return False


def _read_kept(path: str) -> KeptLosses:
    data = read_bytes(path)
    try:
        kept = msgspec.json.decode(data, type=KeptLosses)
        base64.b64decode(kept.original, validate=True)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        what = f"these are no kept losses: {printable(str(error))}"
        raise MapError(
            [Problem(path, None, None, what, "Name a file that convert wrote")]
        ) from None
    return kept


def _told(loss: Loss) -> dict[str, Any]:
    raw = {} if loss.raw is None else {"raw": loss.raw}
    return {"what": loss.what, "where": loss.where, "repaired": loss.repaired, **raw}


def _told_by_itself(m: Map) -> Map:
    """Leave out what depends on the file of the source's text: its name, and where quotes are."""
    statements = tuple(
        structs.replace(
            statement,
            quotes=tuple(
                Quote(quote=quote.quote, nth=quote.nth, fuzzy=quote.fuzzy)
                for quote in statement.quotes
            ),
        )
        for statement in m.statements
    )
    return replace(m, statements=statements, source=structs.replace(m.source, file=None))
