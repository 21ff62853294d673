"""Tell which occurrence of its words a span is, for all spans of a text in one go."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from argmap.claims.drafting.sentences import Span

_LONGER, _LONGEST = 48, 128
_SHORT = 16


def numbered(text: str, spans: Sequence[Span]) -> list[int | None]:
    """Count for each span how often its words stand in the text up to it.

    Returns:
        For each span the number of its occurrence, from 1; None if its words stand there once.
        Two scans of the text, one for spans of sixteen code points at least and one for others:
        where one of their beginnings stands, a longer one is looked up for each length of it.
    """
    said: dict[str, list[int]] = {text[start:end]: [] for start, end in spans}
    for words_alike in (
        [words for words in said if len(words) >= _SHORT],
        [words for words in said if len(words) < _SHORT],
    ):
        _scan(text, words_alike, said)
    return [_number(said[text[start:end]], start) for start, end in spans]


def _scan(text: str, sought: Sequence[str], places: Mapping[str, list[int]]) -> None:
    """Add to its list each place of each of some words."""
    least = min((_SHORT, *map(len, sought)))
    alike: dict[str, dict[str, list[str]]] = {}
    for words in sought:
        beginning = words[: _beginning(len(words))]
        alike.setdefault(words[:least], {}).setdefault(beginning, []).append(words)
    lengths = {first: sorted({len(b) for b in longer}) for first, longer in alike.items()}
    for at in range(len(text) - least + 1):
        first = text[at : at + least]
        if first not in lengths:
            continue
        for length in lengths[first]:
            for words in alike[first].get(text[at : at + length], ()):
                if at + length <= len(text) and text.startswith(words, at):
                    places[words].append(at)


def _beginning(length: int) -> int:
    """Tell how much of words of a length is looked up; of short ones all."""
    if length < _SHORT:
        return length
    return next(n for n in (_LONGEST, _LONGER, _SHORT) if n <= length)


def _number(places: Sequence[int], start: int) -> int | None:
    return bisect_left(places, start) + 1 if len(places) > 1 else None
