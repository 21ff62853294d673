"""A plain text file to a document."""

from argmap.claims.drafting.document import Document
from argmap.claims.drafting.structure import document_of
from argmap.claims.files import decoded


def read(data: bytes, path: str) -> Document:
    """Read UTF-8 text as it is; raises MapError as `argmap.claims.files.decoded` does."""
    return document_of(decoded(data, path))
