"""The map: its model, its file, its quotes and their places in the source, other formats."""

from argmap.claims.errors import ArgmapError, MapError, OutputError, Problem
from argmap.claims.formats import FormatError
from argmap.claims.ledger import Loss, Reading
from argmap.claims.model import (
    Expectation,
    Holder,
    Link,
    Locution,
    Map,
    Position,
    Quote,
    Relation,
    RelationRef,
    Source,
    Statement,
)
from argmap.claims.storage import dumps, load, loads, read, save, shipped_maps

__all__ = [
    "ArgmapError",
    "Expectation",
    "FormatError",
    "Holder",
    "Link",
    "Locution",
    "Loss",
    "Map",
    "MapError",
    "OutputError",
    "Position",
    "Problem",
    "Quote",
    "Reading",
    "Relation",
    "RelationRef",
    "Source",
    "Statement",
    "dumps",
    "load",
    "loads",
    "read",
    "save",
    "shipped_maps",
]
