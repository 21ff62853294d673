"""Find the passage of a source that is nearest to words which are not there.

Words vote for the place at which the whole quote would stand; the place with most votes is then
compared in full. A lookup costs the occurrences of the quote's rarer words.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\w+")
MATCHING = 0.75
MAX_WORDS = 200
MAX_OCCURRENCES = 1_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the source and how alike it is to the words looked for, from 0 to 1."""

    span: tuple[int, int]
    likeness: float

    @property
    def is_match(self) -> bool:
        """Whether it is near enough to count as the same words."""
        return self.likeness >= MATCHING


class PassageIndex:
    """The words of a source by their place; building it is linear in the source."""

    def __init__(self, text: str) -> None:
        self._words: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        for found in WORD.finditer(text):
            word = found[0].casefold()
            self._places[word].append(len(self._words))
            self._words.append(word)
            self._spans.append(found.span())

    def nearest(self, quote: str) -> Passage | None:
        """Find the passage most like `quote` (its first 200 words); None if no word is shared."""
        wanted = [found[0].casefold() for found in WORD.finditer(quote)][:MAX_WORDS]
        votes: Counter[int] = Counter()
        for index, word in enumerate(wanted):
            places = self._places.get(word, ())
            if len(places) <= MAX_OCCURRENCES:
                votes.update(max(0, place - index) for place in places)
        if not votes:
            return None
        first = min(votes, key=lambda place: (-self._around(votes, place), place))
        high = min(len(self._words), first + 2 * len(wanted) + 3)
        # A run of words that the quote repeats may stand just before its place as well.
        passages = (self._compare(wanted, low, high) for low in (max(0, first - 3), first))
        return max(filter(None, passages), key=lambda found: found.likeness, default=None)

    @staticmethod
    def _around(votes: Counter[int], place: int) -> int:
        return 2 * votes[place] + sum(votes[place + step] for step in (-2, -1, 1, 2))

    def _compare(self, wanted: list[str], low: int, high: int) -> Passage | None:
        matcher = SequenceMatcher(None, wanted, self._words[low:high], autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return None
        begin, end = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
        shared = sum(block.size for block in blocks)
        likeness = 2 * shared / (len(wanted) + end - begin)
        return Passage((self._spans[begin][0], self._spans[end - 1][1]), likeness)
