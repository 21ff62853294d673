"""The map: its model, its file, its quotes and their places in the source, other formats."""

from argmap.claims.errors import ArgmapError, MapError, OutputError, Problem
from argmap.claims.formats import FormatError
from argmap.claims.model import (
    Expectation,
    Holder,
    Map,
    Position,
    Quote,
    Relation,
    RelationRef,
    Source,
    Statement,
)
from argmap.claims.storage import dumps, load, loads, save, shipped_maps

__all__ = [
    "ArgmapError",
    "Expectation",
    "FormatError",
    "Holder",
    "Map",
    "MapError",
    "OutputError",
    "Position",
    "Problem",
    "Quote",
    "Relation",
    "RelationRef",
    "Source",
    "Statement",
    "dumps",
    "load",
    "loads",
    "save",
    "shipped_maps",
]
