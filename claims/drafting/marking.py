"""Sentences in which the words that a grammar asks for each have a letter of their own.

A pattern that names a hundred verbs costs milliseconds to compile, one that names a range of
letters next to nothing. So the first letter of each such word is put for the word: places stay.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_FIRST = 0xA000  # Yi syllables: letters, and in no English text
_REST = r"[\w'-]*"


class Marks:
    """A letter for each word of some classes.

    Args:
        classes: the classes; words that are in the same ones get letters next to each other.
        at_start: words that are also known with a capital, where they begin a sentence.
    """

    def __init__(self, classes: Sequence[Iterable[str]], at_start: Iterable[str]) -> None:
        places: dict[str, list[int]] = {}
        for place, choice in enumerate(classes):
            for word in choice:
                places.setdefault(word, []).append(place)
        ordered = sorted(places, key=lambda word: (places[word], word))
        letters: Mapping[str, str] = {w: chr(_FIRST + n) for n, w in enumerate(ordered)}
        self._letters = letters
        self._at_start = {w: letters[w.lower()] for w in map(str.capitalize, at_start)}

    def marked(self, plain: str) -> str:
        """Write a sentence with the letters in it, as long as it was."""
        letters, at_start = self._letters, self._at_start
        begins = True

        def mark(match: re.Match[str]) -> str:
            nonlocal begins
            word = match[0]
            letter = letters.get(word) or (at_start.get(word) if begins or word == "I" else None)
            begins = False
            return letter + word[1:] if letter else word

        return _WORD.sub(mark, plain)

    def pattern(self, words: Iterable[str]) -> str:
        """Write the pattern of one of some words, whole."""
        codes = sorted(ord(self._letters[word]) for word in words)
        ranges = ""
        for number, code in enumerate(codes):
            if number and code == codes[number - 1] + 1:
                if number + 1 == len(codes) or codes[number + 1] != code + 1:
                    ranges += f"-{chr(code)}"
            else:
                ranges += chr(code)
        return rf"[{ranges}]{_REST}"
