"""The text of a file, the places in it, and the mistakes that were found there."""

import re
from bisect import bisect_right

from argmap.claims.errors import MapError, Problem
from argmap.claims.model import Position


class Places:
    """A text whose offsets are told as lines and columns; line ends of any sort become newlines."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.path = path
        self.problems: list[Problem] = []
        self._starts = [0, *(newline.end() for newline in re.finditer("\n", self.text))]

    def position(self, offset: int) -> Position:
        """Tell the line and column of an offset; logarithmic in the number of lines."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def where(self, offset: int) -> str:
        """Name the line of an offset, for the ledger."""
        return f"line {bisect_right(self._starts, offset)}"

    def end_of_line(self, offset: int) -> int:
        """Give the offset of the newline that ends the line, or of the end of the text."""
        line = bisect_right(self._starts, offset)
        return self._starts[line] - 1 if line < len(self._starts) else len(self.text)

    def report(self, offset: int, what: str, cure: str) -> None:
        """Note a mistake."""
        at = self.position(offset)
        self.problems.append(Problem(self.path, at.line, at.column, what, cure))

    def raise_problems(self) -> None:
        """Raise MapError with every mistake in the order of the text, if there is any."""
        if self.problems:
            once = dict.fromkeys(self.problems)
            raise MapError(sorted(once, key=lambda p: (p.line or 0, p.column or 0)))
