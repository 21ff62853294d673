"""The main claim: the sentence of a text that the rest most likely stands for."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import cache

from argmap.claims.drafting.kinds import evidence
from argmap.claims.drafting.lexicon import table
from argmap.claims.drafting.repeats import telling_words
from argmap.claims.drafting.units import Unit

_WORD = re.compile(r"[\w']+")
_FIRST = 1.5
_LAST = 1.0
_SUMMED_UP = 1.5
_OF_TITLE = 5.0
_AGAINST = {
    "counter": -1.0,
    "example": -3.0,
    "reason": -2.0,
    "addition": -1.5,
    "concession": -3.0,
    "balance": -2.0,
}
_DRAWN_ON = -1.0
_QUESTION = -2.0
_EVIDENCE = -1.5
_SHORT = -1.0
_LEANS_ON_OTHERS = -1.5
_LEANING = tuple(
    f"{word} " for word in ["he", "she", "they", "this", "these", "those", "such", "others"]
)
_FEWEST_WORDS = 5
_LEAST_OF_CLAIM = 1.5


def main_claim(
    units: Sequence[Unit], title: str | None, summed_up: Container[int] = ()
) -> int | None:
    """Propose the main claim: the place of its unit, None where there is no unit.

    Words of obligation and opinion speak for a unit, and to be the first or last; that it opens
    with a reason, an example, a concession or a "this", or asks, speaks against it, and so does a
    conclusion that is drawn from it. Where the text has a title, the words shared with it count
    most, the more the rarer they are, and the first and last paragraph are meant by first and last.

    Args:
        units: the units of the text.
        title: its title.
        summed_up: the places of units that its summary says again.
    """
    if not units:
        return None
    shares = _shares(units, title or "")
    last_paragraph = units[-1].paragraph
    first_paragraph = units[0].paragraph
    scores = [
        _score(unit)
        + _DRAWN_ON * _opens_conclusion(units, place + 1)
        + shares[place] * _OF_TITLE
        + _SUMMED_UP * (place in summed_up)
        + _FIRST * (place == 0 or (bool(title) and unit.paragraph == first_paragraph))
        + _LAST * (place == len(units) - 1 or (bool(title) and unit.paragraph == last_paragraph))
        for place, unit in enumerate(units)
    ]
    return max(range(len(units)), key=lambda place: (scores[place], -place))


def _opens_conclusion(units: Sequence[Unit], place: int) -> bool:
    cue = units[place].cue if place < len(units) else None
    return cue is not None and cue.role == "conclusion"


def is_claim(words: str) -> bool:
    """Tell whether a unit says what ought to be, or gives an opinion as one."""
    return _weight(words.replace("’", "'").lower()) >= _LEAST_OF_CLAIM


def is_introduction(words: str) -> bool:
    """Tell whether a unit says who its author is, and so claims nothing."""
    return _weight(words.replace("’", "'").lower()) < 0


def _weight(plain: str) -> float:
    spoken = f" {' '.join(_WORD.findall(plain))} "
    weights = [weight for said, weight in _theses() if said in spoken] or [0.0]
    return min(weights) if min(weights) < 0 else max(weights)


def _shares(units: Sequence[Unit], title: str) -> list[float]:
    """Give for each unit how much of a title it says; what many units say tells little."""
    asked = telling_words(title)
    if not asked:
        return [0.0] * len(units)
    said = [sorted(asked & telling_words(unit.words)) for unit in units]
    units_with = Counter(word for words in said for word in words)
    worth = {word: 1 / max(1, units_with[word]) for word in sorted(asked)}
    whole = sum(worth.values())
    return [sum(worth[word] for word in words) / whole for words in said]


def _score(unit: Unit) -> float:
    plain = unit.words.replace("’", "'").lower()
    score = _weight(plain)
    if unit.cue:
        score += _AGAINST.get(unit.cue.role, 0.0)
    if (
        unit.whole
        and plain.startswith(_LEANING)
        and not (unit.cue and unit.cue.role == "conclusion")
    ):
        score += _LEANS_ON_OTHERS
    if plain.endswith("?"):
        score += _QUESTION
    if evidence(unit.words):
        score += _EVIDENCE
    if plain.count(" ") < _FEWEST_WORDS:
        score += _SHORT
    return score


@cache
def _theses() -> tuple[tuple[str, float], ...]:
    return tuple((f" {row['words']} ", float(row["weight"])) for row in table("thesis"))
