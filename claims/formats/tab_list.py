"""Edge lists whose columns are separated by tabs; all else is as in `edge_list`."""

from argmap.claims.formats import edge_list
from argmap.claims.formats.edge_list import read
from argmap.claims.ledger import Writing
from argmap.claims.model import Map

__all__ = ["read", "write"]


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    return edge_list.write(m, delimiter="\t")
