"""What can be wrong with a map file, told so that its author can mend it."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

SHOWN_LENGTH = 60
NEAR_CANDIDATES = 20_000


class ArgmapError(Exception):
    """Base of every error that argmap raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it is, what is wrong, and the cure.

    `line` and `column` count from 1 and are None where the whole file is meant.
    """

    path: str
    line: int | None
    column: int | None
    what: str
    cure: str = ""

    def __str__(self) -> str:
        """Tell it as `file:line:column: what. cure`."""
        place = [printable(self.path)]
        place += [str(number) for number in (self.line, self.column) if number is not None]
        cure = self.cure and f" {self.cure}" + ("" if self.cure.endswith("?") else ".")
        return f"{':'.join(place)}: {self.what}.{cure}"


class MapError(ArgmapError, ValueError):
    """A map cannot be read; `problems` lists every mistake that was found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class OutputError(ArgmapError, OSError):
    """A file cannot be written; nothing was left behind in its place."""


def printable(text: str) -> str:
    """Escape what would act on a terminal or hide: control, format and surrogate characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c
        for c in text
    )


def shown(text: str) -> str:
    """Quote a piece of input for a message, shortened to a line."""
    short = text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
    return f"'{printable(short)}'"


def near(word: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant, or None. O(names), at most 20,000 of them."""
    candidates = sorted(known)[:NEAR_CANDIDATES]
    by_folded = {name.casefold(): name for name in reversed(candidates)}
    found = difflib.get_close_matches(word.casefold()[:SHOWN_LENGTH], by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Give the cure for an unknown name: the near one, else `otherwise`."""
    guess = near(word, known)
    return f"Did you mean {shown(guess)}?" if guess else otherwise
