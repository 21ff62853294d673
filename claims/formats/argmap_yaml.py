"""argmap's own map file, as one of the formats."""

from argmap.claims import reader, writer
from argmap.claims.files import decoded
from argmap.claims.ledger import Reading, Writing
from argmap.claims.model import Map


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError, which lists every mistake of the file."""
    return Reading(reader.read(decoded(data, path), path))


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text, which reads back as the same map."""
    return Writing(writer.write(m))
