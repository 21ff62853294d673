"""Argument maps as knowledge graphs: browse them, check them, ask for the paths in them.

>>> import argmap
>>> m = argmap.load("us-russia")
>>> g = argmap.to_networkx(m)
>>> argmap.polarity(g, "kyiv-speech", "stalemate")
'supports'

Names are loaded when they are first used, so that `import argmap` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.claims.conversion import Conversion, convert
    from argmap.claims.errors import ArgmapError, MapError, OutputError, Problem
    from argmap.claims.ledger import Loss, Reading
    from argmap.claims.model import (
        Expectation,
        Holder,
        Link,
        Locution,
        Map,
        Quote,
        Relation,
        RelationRef,
        Source,
        Statement,
    )
    from argmap.claims.storage import dumps, load, loads, read, save, shipped_maps
    from argmap.graph.answers import Answer, answer
    from argmap.graph.between import between
    from argmap.graph.build import to_networkx
    from argmap.graph.checks import check
    from argmap.graph.circles import odd_circles
    from argmap.graph.conditions import RouteError
    from argmap.graph.counting import count_routes
    from argmap.graph.cuts import cuts
    from argmap.graph.figures import stats
    from argmap.graph.meeting import meeting_points
    from argmap.graph.naming import resolve
    from argmap.graph.ranking import routes
    from argmap.graph.reach import bears_on, rests_on
    from argmap.graph.routes import StatementNotFound, polarity, shortest_route
    from argmap.graph.search import find
    from argmap.viz.draw import draw
    from argmap.viz.page import Page, page

_MODULES = {
    "claims.conversion": ("Conversion", "convert"),
    "claims.errors": ("ArgmapError", "MapError", "OutputError", "Problem"),
    "claims.ledger": ("Loss", "Reading"),
    "claims.model": (
        "Expectation",
        "Holder",
        "Link",
        "Locution",
        "Map",
        "Quote",
        "Relation",
        "RelationRef",
        "Source",
        "Statement",
    ),
    "claims.storage": ("dumps", "load", "loads", "read", "save", "shipped_maps"),
    "graph.answers": ("Answer", "answer"),
    "graph.between": ("between",),
    "graph.build": ("to_networkx",),
    "graph.checks": ("check",),
    "graph.circles": ("odd_circles",),
    "graph.conditions": ("RouteError",),
    "graph.counting": ("count_routes",),
    "graph.cuts": ("cuts",),
    "graph.meeting": ("meeting_points",),
    "graph.naming": ("resolve",),
    "graph.ranking": ("routes",),
    "graph.reach": ("bears_on", "rests_on"),
    "graph.routes": ("StatementNotFound", "polarity", "shortest_route"),
    "graph.search": ("find",),
    "graph.figures": ("stats",),
    "viz.draw": ("draw",),
    "viz.page": ("Page", "page"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Answer",
    "ArgmapError",
    "Conversion",
    "Expectation",
    "Holder",
    "Link",
    "Locution",
    "Loss",
    "Map",
    "MapError",
    "OutputError",
    "Page",
    "Problem",
    "Quote",
    "Reading",
    "Relation",
    "RelationRef",
    "RouteError",
    "Source",
    "Statement",
    "StatementNotFound",
    "answer",
    "bears_on",
    "between",
    "check",
    "convert",
    "count_routes",
    "cuts",
    "draw",
    "dumps",
    "find",
    "load",
    "loads",
    "meeting_points",
    "odd_circles",
    "page",
    "polarity",
    "read",
    "resolve",
    "rests_on",
    "routes",
    "save",
    "shipped_maps",
    "shortest_route",
    "stats",
    "to_networkx",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    value: object = getattr(import_module(f"argmap.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
