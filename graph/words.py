"""Words as a reader means them: case, accents and typography do not matter."""

import re
import unicodedata
from enum import IntEnum
from functools import cache

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'"))
_POSSESSIVE = re.compile(r"'s\b")
_WORD = re.compile(r"\w+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# Thai to Khmer, kana, Han: scripts that put no spaces between words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)


def fold(text: str) -> str:
    """Fold a text for comparison: lower case, no accents, plain apostrophes, no soft hyphens.

    >>> fold("The ÉLYSÉE's non-paper")
    "the elysee's non-paper"
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
        text = unicodedata.normalize("NFKD", text).translate(_APOSTROPHES)
        text = _FOREIGN.sub(lambda match: _bare(match[0]), text)
    return text.lower().replace("_", " ")


def words(text: str) -> tuple[str, ...]:
    """Split a text into its folded words, each once, in order, without the possessive 's.

    >>> words("Russia's aims, and RUSSIA'S means")
    ('russia', 'aims', 'and', 'means')
    """
    return tuple(dict.fromkeys(_WORD.findall(_POSSESSIVE.sub("", fold(text)))))


class Fit(IntEnum):
    """How well a word fits a text."""

    NONE = 0
    PREFIX = 1
    WHOLE = 2


class Word:
    """A folded word that is looked for in folded texts.

    In scripts that put no spaces between words it counts as whole wherever it occurs.
    """

    def __init__(self, word: str) -> None:
        self.text = word
        unspaced = _UNSPACED.match(word)
        start = "" if unspaced else r"(?<!\w)"
        end = "" if unspaced else r"(?!\w)"
        self._prefix = re.compile(start + re.escape(word))
        self._whole = re.compile(start + re.escape(word) + end)

    def fit(self, folded: str) -> Fit:
        """Tell how well the word fits a folded text."""
        if self.text not in folded or not self._prefix.search(folded):
            return Fit.NONE
        return Fit.WHOLE if self._whole.search(folded) else Fit.PREFIX


@cache
def _bare(character: str) -> str:
    category = unicodedata.category(character)
    return "" if category[0] == "M" or category == "Cf" else character
