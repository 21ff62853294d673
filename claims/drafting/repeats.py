"""Find the sentence of a text that says again what another line says."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from argmap.claims.drafting.lexicon import words

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_ENDINGS = ("’s", "'s", "ies", "es", "s", "ed", "ing")
_SHORTEST_STEM = 4
_COMMON = 100
_WORDS_KEPT = 20_000
_LONGEST = 1000


class Likeness(NamedTuple):
    """Which sentence is the most like a line.

    Attributes:
        place: The sentence's number.
        of_line: The share of the line's telling words that the sentence has.
        of_both: The share of both's telling words that both have.
        words: How many they have in common.
    """

    place: int
    of_line: float
    of_both: float
    words: int


def telling_words(text: str) -> frozenset[str]:
    """Give the words of a text that say something, without their endings."""
    small = words("stop_words")
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in found if word not in small)


@lru_cache(_WORDS_KEPT)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


class Sentences:
    """Sentences in which the one most like a line is looked up.

    Words that more than a hundred sentences have are not looked up, so that a look-up costs a
    bounded time.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        self._words = [telling_words(sentence) for sentence in sentences]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, told in enumerate(self._words):
            for word in told:
                places.setdefault(word, []).append(place)
        return places

    def nearest(self, line: str) -> Likeness | None:
        """Find the sentence that has the most of a line's words; None if none has any."""
        asked = telling_words(line[:_LONGEST])
        counts: dict[int, int] = {}
        for word in asked:
            places = self._places.get(word, ())
            if len(places) <= _COMMON:
                for place in places:
                    counts[place] = counts.get(place, 0) + 1
        if not counts:
            return None
        best = max(counts, key=lambda place: (self._shared(asked, place), -place))
        common = len(asked & self._words[best])
        both = len(asked | self._words[best])
        return Likeness(best, common / len(asked), common / both, common)

    def _shared(self, asked: frozenset[str], place: int) -> tuple[int, float]:
        told = self._words[place]
        return len(asked & told), -len(told)
