"""Settle the fields of gathered parts, so that our own files can hold them and find the quotes."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from argmap.claims.formats.quoting import Quotes
from argmap.claims.ledger import Ledger
from argmap.claims.model import Holder, Link, Locution, Quote, Relation, Source, Statement
from argmap.claims.unseen import has_unseen, without_unseen

Part = TypeVar("Part", Statement, Relation, Link, Holder, Locution, Quote, Source)
_WORDS: dict[type, tuple[str, ...]] = {
    Statement: ("title", "note", "tags", "section", "origin"),
    Relation: ("because", "scheme"),
    Link: ("scheme",),
    Holder: ("aliases",),
    Locution: ("words", "time"),
    Quote: ("quote",),
    Source: ("title", "author", "publisher", "date", "url"),
}
_EMPTY: dict[str, str | tuple[str, ...]] = {
    "words": "",
    "quote": "",
    "tags": (),
    "section": (),
    "aliases": (),
}
"""What words become of which nothing is left, where that is not None."""


def settled_statements(
    statements: Sequence[Statement], text: str | None, ledger: Ledger
) -> Iterator[Statement]:
    """Settle statements: what only evidence has, words within, and quotes of the source's text."""
    quotes = None if text is None else Quotes(text)
    for statement in plain_parts(statements, ledger):
        changes: dict[str, Any] = {}
        if statement.kind == "claim" and (statement.type or statement.origin):
            ledger.lost("type or origin of a claim", statement.id)
            changes |= {"type": None, "origin": None}
        if statement.locutions:
            changes["locutions"] = tuple(plain_parts(statement.locutions, ledger, statement.id))
        if statement.quotes:
            plain = plain_parts(statement.quotes, ledger, statement.id)
            settled = (_quote(quote, quotes, statement.id, ledger) for quote in plain)
            changes["quotes"] = tuple(quote for quote in settled if quote is not None)
        yield msgspec.structs.replace(statement, **changes) if changes else statement


def plain_parts(parts: Sequence[Part], ledger: Ledger, where: str = "") -> Iterator[Part]:
    """Take characters that cannot be seen out of the words of parts, those of a text apart."""
    for part in parts:
        changes = {}
        for name in _WORDS[type(part)]:
            value = getattr(part, name)
            if value is None or value == ():
                continue
            plain = _plain(value)
            if plain != value and _has_unseen(value):
                ledger.repaired(f"control characters in {name!r}", getattr(part, "id", where))
            if plain != value or not plain:
                changes[name] = plain or _EMPTY.get(name)
        yield msgspec.structs.replace(part, **changes) if changes else part


def _has_unseen(value: str | tuple[str, ...]) -> bool:
    """Whether there is more to take out than the sort of line breaks."""
    words = (value,) if isinstance(value, str) else value
    return any(has_unseen(word) for word in words)


def _plain(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return without_unseen(value)
    return tuple(filter(None, map(without_unseen, value)))


def _quote(quote: Quote, source: Quotes | None, where: str, ledger: Ledger) -> Quote | None:
    """Say which of several places is meant, and find a quote that came without its place."""
    if not quote.quote.strip():
        ledger.lost("quote without words", where)
        return None
    if source is None or quote.match == "missing":
        return quote
    found = source.confirmed(quote)
    if found is None:
        ledger.repaired("quote whose place is not found", where, quote.quote)
        return Quote(quote=quote.quote, match="missing")
    return found
