"""Tell which occurrence of its words a span is, for all spans of a text in one go."""

from bisect import bisect_left
from collections.abc import Sequence

from argmap.claims.drafting.sentences import Span

_WINDOWS = (128, 48, 16)


def numbered(text: str, spans: Sequence[Span]) -> list[int | None]:
    """Count for each span how often its words stand in the text up to it.

    Returns:
        For each span the number of its occurrence, from 1; None if its words stand there once.
        One scan of the text for the spans of each of three classes of length, and one for each
        length under sixteen code points that there is.
    """
    by_length: dict[int, dict[str, list[int]]] = {}
    for number, (start, end) in enumerate(spans):
        length = next((w for w in _WINDOWS if w <= end - start), end - start)
        by_length.setdefault(length, {}).setdefault(text[start : start + length], []).append(number)
    said: dict[str, list[int]] = {text[start:end]: [] for start, end in spans}
    for length, beginnings in by_length.items():
        alike = {
            beginning: sorted({text[slice(*spans[n])] for n in numbers})
            for beginning, numbers in beginnings.items()
        }
        for at in range(len(text) - length + 1):
            for words in alike.get(text[at : at + length], ()):
                if text.startswith(words, at):
                    said[words].append(at)
    return [_number(said[text[start:end]], start) for start, end in spans]


def _number(places: Sequence[int], start: int) -> int | None:
    return bisect_left(places, start) + 1 if len(places) > 1 else None
