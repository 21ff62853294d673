"""Markdown with Argdown in its fenced code blocks, as Argdown's own tools read it."""

import re

from argmap.claims.ledger import Ledger

_BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ \t]*argdown(?:-map)?\b[^\n]*\n"
    r"(?P<inner>.*?)(?:^(?P=fence)[`~]*[ \t]*\r?$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_FRONT_MATTER = re.compile(r"\s*^={3,}[ \t]*\r?\n.*?^={3,}[ \t]*\r?\n", re.MULTILINE | re.DOTALL)


def unfenced(text: str, ledger: Ledger) -> str:
    """Give the Argdown blocks of a Markdown text, each in its lines and all else empty.

    A text without such blocks comes back as it is. Linear in the text.
    """
    pieces: list[str] = []
    at = lines = 0
    for block in _BLOCK.finditer(text):
        further = _FRONT_MATTER.match(block["inner"]) if pieces else None
        skipped = further[0] if further else ""
        above = text.count("\n", at, block.start("inner"))
        if skipped:
            where = f"line {lines + above + 1}"
            ledger.lost("front matter of a further block", where, skipped.strip())
        pieces.append("\n" * (above + skipped.count("\n")) + block["inner"][len(skipped) :])
        lines += pieces[-1].count("\n")
        at = block.end("inner")
    if not pieces:
        return text
    ledger.lost("Markdown around the Argdown", "the file")
    return "".join(pieces)
