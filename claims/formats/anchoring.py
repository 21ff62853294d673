"""Quotes of the statements that the spans of a marked text name."""

from collections.abc import Mapping, Sequence

from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.quoting import Quotes
from argmap.claims.formats.spans import unmarked
from argmap.claims.model import Quote


class Anchoring:
    """Quotes the words of a marked text at the statements whose nodes its spans name."""

    def __init__(self, marked: str, gathering: Gathering) -> None:
        plain = unmarked(marked, gathering.ledger)
        self.text = plain.text or None
        self._anchors = plain.anchors
        self._quotes = Quotes(plain.text)
        self._gathering = gathering

    def quote_spans(self, statements: Mapping[str, Sequence[str]]) -> None:
        """Add the quotes; `statements` are those that a node's words stand for, by key."""
        found: dict[str, dict[Quote, None]] = {}
        for name, spans in self._anchors.items():
            keys = statements.get(name) or statements.get(name.removeprefix("node"), ())
            for start, end in spans:
                quote = self._quotes.at(start, end) if keys else None
                if quote is None:
                    flaw = "words of no statement" if not keys else "span without words"
                    self._gathering.ledger.lost(f"{flaw} in the text", name)
                    continue
                for key in keys:
                    found.setdefault(key, {})[quote] = None
        for key, quotes in found.items():
            self._add(key, tuple(quotes))

    def _add(self, key: str, quotes: tuple[Quote, ...]) -> None:
        statement = self._gathering.statement(key)
        if statement is not None and statement.implicit:
            what = "implicit statement that the text has words for"
            self._gathering.ledger.repaired(what, key)
        if statement is not None:
            self._gathering.change_statement(key, quotes=quotes, implicit=False)
