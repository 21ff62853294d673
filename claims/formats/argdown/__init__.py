"""Argdown, the language in which people write arguments as they write Markdown (argdown.org).

`[Title]: text` is a statement, `<Title>: text` an argument; what is indented below supports (`+`),
attacks (`-`), undercuts (`_`) or contradicts (`><`) it, and numbered premises and a conclusion
below a line of hyphens reconstruct an argument. How all this is understood is told in
docs/argdown.md.

The parser is written by hand, not generated from a grammar: the language is made of lines and
indentation, its data and comments cut across both, and a reader is to tell several mistakes of a
file at once, each at its place and with its cure. It runs in linear time and without recursion.
"""

from argmap.claims.files import decoded
from argmap.claims.formats.argdown.document import resolved
from argmap.claims.formats.argdown.fences import unfenced
from argmap.claims.formats.argdown.meaning import to_map
from argmap.claims.formats.argdown.parsing import parse
from argmap.claims.formats.argdown.places import Places
from argmap.claims.formats.argdown.writing import write
from argmap.claims.formats.gathering import Gathering
from argmap.claims.ledger import Reading

__all__ = ["read", "write"]


def read(data: bytes, path: str) -> Reading:
    """Read a map from an Argdown file, or from the Argdown blocks of a Markdown file.

    Args:
        data: the content of the file.
        path: its name, for messages and for finding the source beside it.

    Raises:
        MapError: lists every mistake of the file, with its place.
    """
    gathering = Gathering(path, markup=False)
    places = Places(unfenced(decoded(data, path), gathering.ledger), path)
    document = parse(places, gathering.ledger)
    places.raise_problems()
    return to_map(document, places, gathering, resolved(document))
