"""Routes drawn as a tree, from where they start to where they end."""

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from argmap.cli import telling
from argmap.graph.sentences import label

if TYPE_CHECKING:
    from argmap.claims.model import Map, RelationKind
    from argmap.graph.routes import Route

# What stands before a branch and below it: for one that others follow, and for the last.
_UNICODE = (("├─ ", "│  "), ("└─ ", "   "))
_ASCII = (("|- ", "|  "), ("`- ", "   "))
_Branches: TypeAlias = "dict[tuple[str, str, RelationKind], _Branches]"


def route_tree(m: "Map", routes: "Sequence[Route]") -> Iterator[str]:
    """Draw routes with a common start, line by line; what several begin with is drawn once.

    + and - are support and contrast. A step that an undercut passes through is named by its id.
    """
    top: _Branches = {}
    for route in routes:
        branches = top
        for (_, onto), step in zip(pairwise(route.nodes), route.relations, strict=True):
            branches = branches.setdefault((onto, step.id, step.kind), {})
    yield _named(m, routes[0].nodes[0])
    marks = _UNICODE if _can_show(_UNICODE[0][0]) else _ASCII
    open_branches = [("", iter(_last_told(top)))]
    while open_branches:
        indent, branches_left = open_branches[-1]
        told = next(branches_left, None)
        if told is None:
            open_branches.pop()
            continue
        (node, _, kind), following, is_last = told
        branch, below = marks[is_last]
        yield f"{indent}{branch}{telling.sign(kind)} {_named(m, node)}"
        open_branches.append((indent + below, iter(_last_told(following))))


def _last_told(
    branches: _Branches,
) -> "list[tuple[tuple[str, str, RelationKind], _Branches, bool]]":
    return [(b, after, k == len(branches)) for k, (b, after) in enumerate(branches.items(), 1)]


def _named(m: "Map", node: str) -> str:
    if node in m.by_id:
        return f"{telling.heading(node)}  {label(m.by_id[node])}"
    return f"{telling.heading(node)}  (a step)"


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
