"""Files in and out: read as text within limits, written whole or not at all."""

import contextlib
import os
import re
import stat
from pathlib import Path

from argmap.claims.errors import MapError, OutputError, Problem, printable, shown

MAX_BYTES = 1_000_000_000
MAX_LINE = 10_000_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_text(path: str | os.PathLike[str], *, longest_line: int = MAX_LINE) -> str:
    """Read a UTF-8 text file, with or without a byte order mark.

    Line ends are kept as they are, so that offsets into the text stay true.

    Raises:
        MapError: it cannot be read, is too large, has a longer line than `longest_line` bytes,
            is not UTF-8, or holds control characters.
    """
    name = os.fspath(path)
    return decoded(read_bytes(name), name, longest_line=longest_line)


def decoded(
    data: bytes, name: str, *, longest_line: int = MAX_LINE, allow_control: bool = False
) -> str:
    """Take a file's bytes for UTF-8 text, as `read_text` does; `name` serves messages.

    `allow_control` lets control characters pass, for formats that mend them themselves.
    """
    if len(data) > longest_line:
        _refuse_long_lines(name, data, longest_line)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        what = f"this is not UTF-8 text: byte 0x{data[error.start]:02x}"
        raise _at(name, before, what, "Save the file as UTF-8") from None
    found = None if allow_control else _CONTROL.search(text)
    if found:
        what = f"the file holds the control character U+{ord(found[0]):04X}"
        raise _at(name, text[: found.start()], what, "Remove it; a map is plain text")
    return text


def write_whole(path: str | os.PathLike[str], data: str | bytes, *, durable: bool = True) -> None:
    """Write a file so that it appears whole or stays as it was.

    Text is written as UTF-8. A device or pipe is written to directly. If `durable`, it is on the
    disk when this returns.

    Raises:
        OutputError: it cannot be written.
    """
    payload = data.encode("utf-8") if isinstance(data, str) else data
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            if stat.S_ISDIR(target.stat().st_mode):
                raise IsADirectoryError(21, "it is a folder")
            target.write_bytes(payload)
        else:
            _replace(target, payload, durable=durable)
    except OSError as error:
        name, folder = printable(os.fspath(path)), Path(path).parent
        missing = isinstance(error, FileNotFoundError) and not folder.exists()
        reason = f"there is no folder {shown(str(folder))}" if missing else _reason(error)
        raise OutputError(f"{name}: cannot be written: {reason}.") from error


def _replace(target: Path, payload: bytes, *, durable: bool) -> None:
    import tempfile  # noqa: PLC0415  # most commands write nothing

    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(payload)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(stat.S_IMODE(mode))
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_bytes(name: str) -> bytes:
    """Read a file; raises MapError if it cannot be read or is too large."""
    try:
        with Path(name).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except IsADirectoryError:
        cure = "Name the file in it"
        raise MapError([Problem(name, None, None, "this is a folder, not a file", cure)]) from None
    except OSError as error:
        what = f"the file cannot be read: {_reason(error)}"
        raise MapError([Problem(name, None, None, what, "Check its name")]) from None
    if len(data) > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES:,} bytes"
        raise MapError([Problem(name, None, None, what, "Split the map")])
    return data


def _refuse_long_lines(name: str, data: bytes, limit: int) -> None:
    start, number = 0, 1
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if end - start > limit:
            what = f"this line has {end - start:,} bytes, more than {limit:,}"
            raise MapError([Problem(name, number, 1, what, "Break it into shorter lines")])
        start, number = end + 1, number + 1


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _at(name: str, before: str, what: str, cure: str) -> MapError:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return MapError([Problem(name, line, column, what, cure)])
