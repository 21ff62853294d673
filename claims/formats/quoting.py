"""Quotes from places in the text that a file brings along."""

from collections.abc import Mapping, Sequence

from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.spans import unmarked
from argmap.claims.model import Quote

_MAX_SCANNED = 200_000_000
_STEP = 1_000


class Quotes:
    """Makes quotes of places in a text; says which one is meant where the words come again.

    Looking for words that come again takes time; in very large files it is left after a while.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = _MAX_SCANNED

    def at(self, start: int, end: int) -> Quote | None:
        """Quote the words there without space around them; None if there are none."""
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if not words:
            return None
        nth = self._nth(words, start)
        end = start + len(words)
        return Quote(quote=words, nth=nth, start=start, end=end, match="exact")

    def _nth(self, words: str, start: int) -> int | None:
        self._left -= len(self._text)
        before = 0
        place = self._text.find(words) if self._left > 0 else start
        while place < start:
            before += 1
            self._left -= _STEP
            place = self._text.find(words, place + 1) if self._left > 0 else start
        comes_again = self._left > 0 and self._text.find(words, start + 1) >= 0
        return before + 1 if before or comes_again else None


class Anchoring:
    """Quotes the words of a marked text at the statements whose nodes its spans name."""

    def __init__(self, marked: str, gathering: Gathering) -> None:
        plain = unmarked(marked, gathering.ledger)
        self.text = plain.text or None
        self._anchors = plain.anchors
        self._quotes = Quotes(plain.text)
        self._gathering = gathering

    def quote_spans(self, statements: Mapping[str, Sequence[str]]) -> None:
        """Add the quotes; `statements` are those that a node's words stand for, by key."""
        found: dict[str, dict[Quote, None]] = {}
        for name, spans in self._anchors.items():
            keys = statements.get(name) or statements.get(name.removeprefix("node"), ())
            for start, end in spans:
                quote = self._quotes.at(start, end) if keys else None
                if quote is None:
                    flaw = "words of no statement" if not keys else "span without words"
                    self._gathering.ledger.lost(f"{flaw} in the text", name)
                    continue
                for key in keys:
                    found.setdefault(key, {})[quote] = None
        for key, quotes in found.items():
            self._add(key, tuple(quotes))

    def _add(self, key: str, quotes: tuple[Quote, ...]) -> None:
        statement = self._gathering.statement(key)
        if statement is not None and statement.implicit:
            what = "implicit statement that the text has words for"
            self._gathering.ledger.repaired(what, key)
        if statement is not None:
            self._gathering.change_statement(key, quotes=quotes, implicit=False)
