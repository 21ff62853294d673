"""argmap's own map file, as one of the formats."""

from collections.abc import Iterator

from argmap.claims import reader
from argmap.claims.files import decoded
from argmap.claims.ledger import Loss, Reading, Writing
from argmap.claims.model import Map


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError, which lists every mistake of the file."""
    return Reading(reader.read(decoded(data, path), path))


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text, which reads back as the same map.

    A map file finds the places of its quotes in the source, and takes it for a mistake if one is
    not there: what it cannot find again is noted.
    """
    from argmap.claims import writer  # noqa: PLC0415  # most commands only read

    return Writing(writer.write(m), tuple(_losses(m)))


def _losses(m: Map) -> Iterator[Loss]:
    for statement in m.statements:
        for quote in statement.quotes:
            if quote.match == "missing":
                yield Loss("quote that is not in the source", statement.id, raw=quote.quote)
            elif m.text is None and quote.start is not None:
                yield Loss("place of a quote whose source is not at hand", statement.id)
