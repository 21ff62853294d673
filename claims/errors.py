"""What can be wrong with a map file, told so that its author can mend it."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

SHOWN_LENGTH = 60
MAX_TOLD = 100
MAX_NAMES = 20_000
MAX_LOOKUPS = 50


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
    """A map cannot be read; `problems` lists every mistake that was found, in file order.

    As text it tells the first 100 of them, one a line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:MAX_TOLD]]
        if len(self.problems) > MAX_TOLD:
            lines.append(f"and {len(self.problems) - MAX_TOLD} more mistakes.")
        super().__init__("\n".join(lines))


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


class Names:
    """Known names, in which the one that a mistyped name stands for is looked up.

    Names less alike than `cutoff` are not near. A lookup costs time in the number of names; after
    50 of them no more is looked up, so that a file full of mistakes is told in bounded time.
    """

    def __init__(self, known: Iterable[str], *, cutoff: float = 0.6) -> None:
        self._known = known
        self._cutoff = cutoff
        self._lookups = 0

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        candidates = sorted(self._known)[:MAX_NAMES]
        return {name.casefold(): name for name in reversed(candidates)}

    def cure(self, word: str, otherwise: str) -> str:
        """Ask whether the name nearest to `word` was meant; give `otherwise` if none is near."""
        self._lookups += 1
        if self._lookups > MAX_LOOKUPS:
            return otherwise
        folded = word.casefold()[:SHOWN_LENGTH]
        found = difflib.get_close_matches(folded, self._by_folded, n=1, cutoff=self._cutoff)
        return f"Did you mean {shown(self._by_folded[found[0]])}?" if found else otherwise


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Give the cure for one unknown name: the near one, else `otherwise`."""
    return Names(known).cure(word, otherwise)
