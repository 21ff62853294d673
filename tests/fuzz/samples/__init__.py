"""Sound files to break: a map that uses all there is, in each format, and files of others."""

from pathlib import Path

from argmap.claims.formats import format_named
from argmap.claims.reader import read

_HERE = Path(__file__).parent
TEXTS = (_HERE / "given.txt", _HERE / "rich.txt")
"""Texts that files name, and that stand beside them."""


def samples(reader: str) -> list[bytes]:
    """Give the sound files of a format."""
    form = format_named(reader)
    files = [path for path in sorted(_HERE.iterdir()) if path.name.split(".")[0] == reader]
    found = [path.read_bytes() for path in files]
    if form.writes is not None:
        rich = read((_HERE / "rich.yaml").read_text(encoding="utf-8"), str(_HERE / "rich.yaml"))
        found.append(form.write(rich).text.encode())
    return found
