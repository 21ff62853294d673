"""Routes drawn as a tree, from where they start to where they end."""

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from argmap.cli import telling

if TYPE_CHECKING:
    from argmap.claims.model import Map, RelationKind
    from argmap.graph.routes import Route

# What stands before a branch and below it: for one that others follow, and for the last.
_UNICODE = (("├─ ", "│  "), ("└─ ", "   "))
_ASCII = (("|- ", "|  "), ("`- ", "   "))
# What a step leads to, its relation's id, and its kind.
_Step: TypeAlias = "tuple[str, str, RelationKind]"
_Branches: TypeAlias = "dict[_Step, _Branches]"


def route_tree(m: "Map", routes: "Sequence[Route]") -> Iterator[str]:
    """Draw routes with a common start, line by line; what several begin with is drawn once.

    Only where they part are they drawn as branches, so that long routes stay narrow. + and - are
    support and contrast. A step that an undercut passes through is named by its id.
    """
    top: _Branches = {}
    for route in routes:
        branches = top
        for (_, onto), step in zip(pairwise(route.nodes), route.relations, strict=True):
            branches = branches.setdefault((onto, step.id, step.kind), {})
    other, last = _UNICODE if _can_show(_UNICODE[0][0]) else _ASCII
    waiting = [("", _named(m, routes[0].nodes[0]), "", top)]
    while waiting:
        branch, told, indent, branches = waiting.pop()
        yield branch + told
        while len(branches) == 1:
            [(onward, branches)] = branches.items()
            yield indent + _told(m, onward)
        mark, below = last
        for onward, following in reversed(branches.items()):
            waiting.append((indent + mark, _told(m, onward), indent + below, following))
            mark, below = other


def _told(m: "Map", step: "_Step") -> str:
    node, _, kind = step
    return f"{telling.sign(kind)} {_named(m, node)}"


def _named(m: "Map", node: str) -> str:
    if node in m.by_id:
        return f"{telling.heading(node)}  {telling.label(m.by_id[node])}"
    return f"{telling.heading(node)}  (a step)"


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
