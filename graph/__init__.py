"""The graph of a map: routes, polarity, search, figures and checks.

Names are imported on first use, so that looking for words does not load networkx.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.graph.build import Graph, to_networkx
    from argmap.graph.checks import CHECKS, check, explain
    from argmap.graph.figures import Stats, stats
    from argmap.graph.findings import Check, Finding, Severity
    from argmap.graph.naming import AmbiguousStatement, StatementError, UnknownStatement, resolve
    from argmap.graph.routes import (
        Polarity,
        Route,
        StatementNotFound,
        Step,
        polarities,
        polarity,
        shortest_route,
        witness,
    )
    from argmap.graph.search import Hit, find

_MODULES = {
    "build": ("Graph", "to_networkx"),
    "checks": ("CHECKS", "check", "explain"),
    "figures": ("Stats", "stats"),
    "findings": ("Check", "Finding", "Severity"),
    "naming": ("AmbiguousStatement", "StatementError", "UnknownStatement", "resolve"),
    "routes": (
        "Polarity",
        "Route",
        "StatementNotFound",
        "Step",
        "polarities",
        "polarity",
        "shortest_route",
        "witness",
    ),
    "search": ("Hit", "find"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "CHECKS",
    "AmbiguousStatement",
    "Check",
    "Finding",
    "Graph",
    "Hit",
    "Polarity",
    "Route",
    "Severity",
    "StatementError",
    "StatementNotFound",
    "Stats",
    "Step",
    "UnknownStatement",
    "check",
    "explain",
    "find",
    "polarities",
    "polarity",
    "resolve",
    "shortest_route",
    "stats",
    "to_networkx",
    "witness",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
