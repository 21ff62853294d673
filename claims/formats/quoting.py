"""Quotes from places in the text that a file brings along."""

from argmap.claims.anchors import QuoteError, SourceText
from argmap.claims.model import Quote

_MAX_SCANNED = 200_000_000
_STEP = 1_000


class Quotes:
    """Makes quotes of places in a text; says which one is meant where the words come again.

    Looking for words that come again takes time; in very large files it is left after a while.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._source = SourceText(text)
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

    def confirmed(self, quote: Quote) -> Quote | None:
        """Give a quote as it is found again; None if it is not.

        A quote with a place but without a number gets the number that tells the place.
        """
        words = quote.quote.strip()
        if quote.match == "exact" and quote.start is not None and quote.end is not None:
            there = self._text[quote.start : quote.end].strip()
            if there == words:
                return quote if quote.nth else self.at(quote.start, quote.end)
        try:
            return self._source.anchor(quote)
        except QuoteError:
            return None

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
