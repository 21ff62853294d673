"""Texts that a foreign file brings along, as one source text, and the places of words in them."""

from functools import cached_property

from argmap.claims.ledger import Ledger
from argmap.claims.model import Quote
from argmap.claims.unseen import blanked

GAP = "\n\n"
NEAR = 200


class Resources:
    """The texts of a file by their ids; together they are the source text of the map."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._spans: dict[str, tuple[int, int]] = {}
        self._pieces: list[str] = []
        self._length = 0

    def add(self, key: str, text: str) -> None:
        """Add a text; an id that is there already is noted as lost."""
        if key in self._spans:
            self._ledger.lost("second text of the same id", key)
            return
        if self._pieces:
            self._ledger.repaired("second source text, put behind the first", key)
            self._length += len(GAP)
        plain = blanked(text)
        if plain != text:
            self._ledger.repaired("control characters in the text of the source", key)
        self._spans[key] = (self._length, self._length + len(text))
        self._pieces.append(plain)
        self._length += len(text)

    @cached_property
    def text(self) -> str | None:
        """The source text, once all are added; None if there is none."""
        return GAP.join(self._pieces) or None

    def piece(self, resource: str, offset: object, length: object) -> str:
        """Give the words at a place of a resource; none if there is no such place."""
        begin, end = self._spans.get(resource, (0, 0))
        if not isinstance(offset, int) or not isinstance(length, int) or min(offset, length) < 0:
            return ""
        return (self.text or "")[begin + offset : min(end, begin + offset + length)]

    def quote(self, resource: str, said: str, offset: object, where: str) -> Quote:
        """Make a quote of words that are said to stand at an offset of a resource.

        Args:
            resource: the id of the text that it stands in.
            said: the words.
            offset: where they begin, in characters of that text; 0 if it is no such number.
            where: whose quote it is, for the ledger.

        Returns:
            The quote without space around it, with its span if the words stand there or within
            200 characters of there.
        """
        source = self.text or ""
        begin, end = self._spans.get(resource, (0, 0))
        at = begin + offset if isinstance(offset, int) and 0 <= offset <= end else begin
        said = blanked(said)
        at += len(said) - len(said.lstrip())
        quoted = said.strip()
        if resource in self._spans and quoted:
            near = (max(begin, at - NEAR), min(end, at + len(quoted) + NEAR))
            found = at if source.startswith(quoted, at) else source.find(quoted, *near)
            if found >= 0 and found + len(quoted) <= end:
                if found != at:
                    self._ledger.repaired("quote beside its place", where, offset)
                return Quote(quote=quoted, start=found, end=found + len(quoted), match="exact")
            self._ledger.repaired("quote whose place is not found", where, offset)
            return Quote(quote=quoted, match="missing")
        return Quote(quote=quoted)
