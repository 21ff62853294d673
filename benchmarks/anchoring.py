"""Finding quotes in a source: linear in the quotes and in the source."""

import random
from collections.abc import Iterator

from argmap.claims.anchors import SourceText
from argmap.claims.model import Quote
from benchmarks.generating import WORDS
from benchmarks.measuring import Result, milliseconds, side_by_side

MARK = 2.4
"""Twice the work, and some room for noise; a quadratic step would show as 4."""


def results() -> Iterator[Result]:
    """Measure 1,000 quotes in 1 MB against twice as many, and against twice as much text."""
    text, quotes = _source(1_000_000), 1_000
    longer = _source(2_000_000)
    base = _anchoring(text, quotes)
    for name, more in (
        ("anchor 2,000 ÷ 1,000 quotes in 1 MB", _anchoring(text, 2 * quotes)),
        ("anchor 1,000 quotes in 2 MB ÷ 1 MB", _anchoring(longer, quotes)),
    ):
        large, small = side_by_side(more, base, 3)
        yield Result(name, large / small, MARK, f"{milliseconds(large)} ÷ {milliseconds(small)}")


def _source(characters: int) -> str:
    chance = random.Random(2)
    words = []
    length = 0
    while length < characters:
        words.append(f"{chance.choice(WORDS)}{chance.randrange(50)}")
        length += len(words[-1]) + 1
    return " ".join(words)


def _anchoring(text: str, count: int):  # noqa: ANN202  # a function without arguments
    chance = random.Random(3)
    words = text.split()
    starts = [chance.randrange(len(words) - 9) for _ in range(count)]
    quotes = [Quote(quote=" ".join(words[start : start + 9])) for start in starts]

    def anchor() -> None:
        source = SourceText(text)
        for quote in quotes:
            source.anchor(quote)

    return anchor
