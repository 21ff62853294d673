"""Ids for statements and holders, made from their words."""

import re
from collections.abc import Sequence

from argmap.claims.drafting.lexicon import words

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 32
_MOST_WORDS = 4


class Ids:
    """Makes ids, each once."""

    def __init__(self, taken: Sequence[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def make(self, said: str, otherwise: str) -> str:
        """Make an id of the first telling words: "the fare is low" gives `fare-low`."""
        small = words("stop_words")
        spoken = [w.lower() for w in _WORD.findall(said[:400].replace("’", "").replace("'", ""))]
        kept = [w for w in spoken if w not in small and len(w) > 1] or spoken or [otherwise]
        name = kept[0][:_LONGEST]
        for word in kept[1:_MOST_WORDS]:
            if len(name) + 1 + len(word) > _LONGEST:
                break
            name += f"-{word}"
        return self.take(name)

    def take(self, name: str) -> str:
        """Give the name, with a number behind it if it is taken."""
        free = name
        number = self._last.get(name, 1)
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._last[name] = number
        self._taken.add(free)
        return free
