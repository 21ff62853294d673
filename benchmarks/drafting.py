"""Drafting a map: linear in the text, and little more than a start for an article."""

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from argmap.claims.drafting.draft import draft
from argmap.claims.drafting.structure import document_of
from benchmarks.generating import WORDS
from benchmarks.measuring import Result, commands, milliseconds, side_by_side

LINEAR, ARTICLE = 12, 5
"""Ten times the text and some room for noise; how many starts of Python with its libraries."""
_SENTENCES = (
    "The {} of {} has grown by {} per cent since 1999, because nobody opposed it.",
    "According to the ministry of {}, the {} costs {} pounds a year.",
    "“The {} is a {},” said Anna Hill, who has worked there for {} years.",
    "However, critics of the {} argue that the {} will last {} years at most.",
    "It is not the {} but the {} that people want, and {} of them said so.",
)


def results() -> Iterator[Result]:
    """Measure texts of 30 kB and 300 kB, and the command with an article of 10 kB."""
    large, small = side_by_side(_drafting(300_000), _drafting(30_000), 3)
    detail = f"{milliseconds(large)} ÷ {milliseconds(small)}"
    yield Result("draft 300 kB ÷ 30 kB", large / small, LINEAR, detail)
    with tempfile.TemporaryDirectory() as name:
        article = Path(name, "article.txt")
        article.write_text(_article(10_000), encoding="utf-8")
        command = [sys.executable, "-m", "argmap", "draft", str(article), "--force"]
        start = [sys.executable, "-c", "import click, msgspec, yaml"]
        drafted, started = commands(command, start, 5)
    detail = f"{milliseconds(drafted)} ÷ {milliseconds(started)}"
    yield Result("argmap draft, 10 kB ÷ start with libraries", drafted / started, ARTICLE, detail)


def _drafting(characters: int) -> Callable[[], object]:
    text = _article(characters)
    return lambda: draft(document_of(text))


def _article(characters: int) -> str:
    chance = random.Random(4)
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        told = (
            chance.choice(_SENTENCES).format(*chance.choices(WORDS, k=2), chance.randrange(2, 90))
            for _ in range(4)
        )
        paragraphs.append(" ".join(told))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)
