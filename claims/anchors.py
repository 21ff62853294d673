"""Find the words of a quote in its source.

Matching is tried exactly, then folded (the form of quotation marks and dashes, white space, case
and composed characters do not count; if need be double quotation marks are left out), then, only
if the quote asks for it, fuzzily. Each try is one linear scan of the source for every piece of a
quote.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.claims.errors import shown
from argmap.claims.model import Quote
from argmap.claims.passages import PassageIndex

# White space is looked at from its beginning only, so that a long run of it takes no longer.
ELLIPSIS = re.compile(r"(?:(?<!\s)\s+)?(?:…|\.\.\.)\s*")
_SAME = (
    dict.fromkeys([0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032], "'")
    | dict.fromkeys([0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033], '"')
    | dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
)

Span = tuple[int, int]


class QuoteError(ValueError):
    """A quote has no place in the source; holds what is wrong and the cure."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.what = what
        self.cure = cure


@dataclass(frozen=True)
class SourceText:
    """A text in which quotes are looked up; what is prepared once serves all of them."""

    text: str

    def anchor(self, quote: Quote) -> Quote:
        """Locate a quote.

        Returns:
            The quote with `start`, `end` and `match` set.

        Raises:
            QuoteError: it is empty, is not there, is there more often than `nth` tells apart,
                or less often than `nth`.
        """
        pieces = quote_pieces(quote.quote)
        spans = _occurrences(self.text, [quote.quote]) or _occurrences(self.text, pieces)
        match = "exact"
        if len(spans) < (quote.nth or 1):
            folded = self._folded_occurrences(pieces)
            if len(folded) > len(spans):
                spans, match = folded, "folded"
        if not spans and quote.fuzzy:
            near = self._passages.nearest(quote.quote)
            if near and near.is_match:
                spans, match = [near.span], "fuzzy"
        start, end = self._choose(spans, quote)
        return Quote(
            quote=quote.quote,
            nth=quote.nth,
            fuzzy=quote.fuzzy,
            start=start,
            end=end,
            match=match,  # type: ignore[arg-type]  # one of the three words above
        )

    def _choose(self, spans: Sequence[Span], quote: Quote) -> Span:
        words = shown(quote.quote)
        if not spans:
            near = self._passages.nearest(quote.quote)
            passage = near and self.text[slice(*near.span)]
            raise QuoteError(
                f"the quote {words} is not in the source",
                f"The nearest passage is {shown(passage)}"
                if passage
                else "Quote the source's own words",
            )
        if quote.nth is None and len(spans) > 1:
            lines = ", ".join(str(self.text.count("\n", 0, s) + 1) for s, _ in spans[:5])
            raise QuoteError(
                f"the quote {words} is in the source {len(spans)} times, in the lines {lines}"
                + (", …" if len(spans) > 5 else ""),  # noqa: PLR2004
                "Quote more words, or say which: {quote: …, nth: 2}",
            )
        if quote.nth is not None and quote.nth > len(spans):
            times = "once" if len(spans) == 1 else f"{len(spans)} times"
            raise QuoteError(
                f"nth: {quote.nth} is too large, the quote {words} is in the source {times}",
                f"Give a number from 1 to {len(spans)}",
            )
        return spans[(quote.nth or 1) - 1]

    def _folded_occurrences(self, pieces: Sequence[str]) -> list[Span]:
        folded_pieces = [fold(piece)[0].strip() for piece in pieces]
        spans = _located(self._folded, folded_pieces)
        if not spans:
            unquoted = [piece.replace('"', "").strip() for piece in folded_pieces]
            spans = _located(self._unquoted, unquoted)
        return spans

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return fold(self.text)

    @cached_property
    def _unquoted(self) -> tuple[str, list[int]]:
        """The folded text without its double quotation marks."""
        folded, offsets = self._folded
        kept = [at for character, at in zip(folded, offsets, strict=True) if character != '"']
        return folded.replace('"', ""), kept

    @cached_property
    def _passages(self) -> PassageIndex:
        return PassageIndex(self.text)


def quote_pieces(quote: str) -> list[str]:
    """Split a quote at its ellipses; raises QuoteError if nothing is left to look for."""
    pieces = [piece for piece in ELLIPSIS.split(quote) if piece.strip()]
    if pieces:
        return pieces
    what = "the quote is only an ellipsis" if quote.strip() else "the quote is empty"
    raise QuoteError(what, "Quote some words of the source, or remove the quote")


def fold(text: str) -> tuple[str, list[int]]:
    """Fold a text for comparison; also gives, for each folded character, its source offset."""
    folded: list[str] = []
    offsets: list[int] = []
    known: dict[str, str] = {}
    for offset, character in enumerate(text):
        plain = known.get(character)
        if plain is None:
            decomposed = unicodedata.normalize("NFKD", character.translate(_SAME)).casefold()
            plain = known[character] = " " if decomposed.isspace() else decomposed
        if plain == " " and folded and folded[-1] == " ":
            continue
        for part in plain:
            folded.append(part)
            offsets.append(offset)
    return "".join(folded), offsets


def _located(folded: tuple[str, list[int]], pieces: Sequence[str]) -> list[Span]:
    """List the places of folded pieces, as spans of the text that was folded."""
    text, offsets = folded
    if not all(pieces):
        return []
    return [(offsets[start], offsets[end - 1] + 1) for start, end in _occurrences(text, pieces)]


def _occurrences(text: str, pieces: Sequence[str]) -> list[Span]:
    """List the shortest spans that hold the pieces in order, none of which holds another."""
    starts = [_positions(text, piece) for piece in pieces]
    spans: list[Span] = []
    for start in starts[0]:
        end = start + len(pieces[0])
        for piece, positions in zip(pieces[1:], starts[1:], strict=True):
            following = bisect_left(positions, end)
            if following == len(positions):
                return spans
            end = positions[following] + len(piece)
        if spans and spans[-1][1] == end:
            spans.pop()
        spans.append((start, end))
    return spans


def _positions(text: str, piece: str) -> list[int]:
    positions: list[int] = []
    at = text.find(piece)
    while at >= 0:
        positions.append(at)
        at = text.find(piece, at + 1)
    return positions
