"""The check whether quotes could be checked."""

from collections.abc import Iterator

from argmap.claims.errors import shown
from argmap.claims.model import Map
from argmap.graph.build import Graph
from argmap.graph.findings import Check, Problem


def _unchecked_quotes(m: Map, _graph: Graph) -> Iterator[Problem]:
    quotes = sum(len(statement.quotes) for statement in m.statements)
    if quotes and m.source.file and m.path and m.text is None:
        yield Problem(
            None,
            f"The source file {shown(m.source.file)} is not there, so {quotes} "
            f"{'quote is' if quotes == 1 else 'quotes are'} unchecked.",
            "Put the text beside the map, or correct `file` under `source`.",
        )


UNCHECKED_QUOTES = Check(
    "unchecked-quotes",
    "warning",
    "The map names a source file that is not there, so nobody knows whether its quotes are the "
    "source's own words.",
    _unchecked_quotes,
)
