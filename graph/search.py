"""Search: the statements that words are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from argmap.claims.model import Map, Statement
from argmap.graph.words import Word, fold, words

_TEXT, _ID, _QUOTE, _ASIDE = 4.0, 3.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found.

    `missing` holds those of the words, folded, that the statement does not contain.
    """

    statement: Statement
    score: float
    missing: tuple[str, ...] = ()


def find(m: Map, text: str, limit: int | None = None) -> list[Hit]:
    """Find statements by words, best first.

    A statement fits if it contains every word, or a longer word that starts with it, in its
    text, title, id, quotes, tags, holders, origin or note. If no statement contains all, those
    that contain the most words are returned, and each says what it lacks. Rare words count
    more than frequent ones, whole words twice as much as beginnings, and text and title more
    than what stands around them; equals stay in the order of the map.

    Args:
        m: The map.
        text: The words; case, accents and punctuation do not matter.
        limit: The largest number of hits; None for all.

    Returns:
        The hits; none if there are no words or nothing fits. Linear in the size of the map.

    >>> from argmap.claims.model import Map, Statement
    >>> wet = Statement(id="wet", kind="claim", text="The street is wet.")
    >>> [hit.statement.id for hit in find(Map(title="Rain", statements=(wet,)), "streets wet")]
    ['wet']
    >>> find(Map(title="Rain", statements=(wet,)), "streets wet")[0].missing
    ('streets',)
    """
    query = [Word(word) for word in words(text)]
    found = _values(m, query)
    if not found:
        return []
    most = max(sum(map(bool, values)) for _, values in found)
    rarity = [
        log(1 + len(m.statements) / (1 + sum(values[i] > 0 for _, values in found)))
        for i in range(len(query))
    ]
    hits = [
        Hit(
            statement,
            score=sum(value * rare for value, rare in zip(values, rarity, strict=True)),
            missing=tuple(w.text for w, value in zip(query, values, strict=True) if not value),
        )
        for statement, values in found
        if sum(map(bool, values)) == most
    ]
    hits.sort(key=lambda hit: -hit.score)
    return hits[:limit]


def _values(m: Map, query: Sequence[Word]) -> list[tuple[Statement, list[float]]]:
    """Tell, for each statement that contains any word, what each word counts there."""
    names = {h.id: " ".join((h.name, *h.aliases)) for h in m.holders}
    found = []
    for statement in m.statements:
        fields = _fields(statement, names)
        everything = fold("\n".join(text for text, _ in fields))
        if not any(word.text in everything for word in query):
            continue
        folded = [(fold(text), weight) for text, weight in fields]
        values = [max(word.fit(text) * weight for text, weight in folded) for word in query]
        if any(values):
            found.append((statement, values))
    return found


def _fields(statement: Statement, names: dict[str, str]) -> list[tuple[str, float]]:
    fields = [
        (statement.text, _TEXT),
        (statement.title or "", _TEXT),
        (statement.id, _ID),
        ("\n".join(quote.quote for quote in statement.quotes), _QUOTE),
        ("\n".join(statement.tags), _QUOTE),
        ("\n".join(names.get(holder, holder) for holder in statement.holder), _ASIDE),
        (statement.origin or "", _ASIDE),
        (statement.note or "", _ASIDE),
    ]
    return [(text, weight) for text, weight in fields if text]
