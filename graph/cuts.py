"""What all routes from one statement to another depend on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.between import Corridor, backward, corridor
from argmap.graph.disjoint import narrowest
from argmap.graph.routes import require

if TYPE_CHECKING:
    from argmap.graph.build import Graph


class Cuts(NamedTuple):
    """Where all routes between two statements can be cut.

    `on_every_route` are the statements between the two that every route visits, in its order.
    `smallest` is a smallest set of statements between them without which there is no route, the
    one nearest to the target, sorted; None if one bears directly on the other, so that no such
    set exists. Both are empty if there is no route.
    """

    on_every_route: tuple[str, ...]
    smallest: tuple[str, ...] | None


def cuts(g: "Graph", source: str, target: str) -> Cuts:
    """Find which statements the routes from the source to the target depend on.

    Only statements are cut, not relations that a route passes through. The statements on every
    route take time linear in what lies between the two; where there are none, the smallest set
    takes as much at most for each of its statements, and one time more.

    Raises:
        StatementNotFound: The graph has no such source or target.
        ValueError: Source and target are the same.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e")])
    >>> cuts(g, "a", "e")
    Cuts(on_every_route=('d',), smallest=('d',))
    >>> cuts(g, "a", "d")
    Cuts(on_every_route=(), smallest=('b', 'c'))
    """
    require(g, source, target)
    inner = corridor(g, source, target)
    if not inner.steps:
        return Cuts((), ())
    every = tuple(node for node in _on_every_route(inner) if _is_statement(g, node))
    if every:
        return Cuts(every, (every[-1],))
    passed = {*inner.steps} - {source, target}
    relations = {node for node in passed if not _is_statement(g, node)}
    fewest = narrowest(backward(inner.onward), source, target, relations)
    return Cuts((), None if fewest is None else tuple(fewest))


def _on_every_route(inner: Corridor) -> Iterator[str]:
    """Go along one route and see from where others lead past it, and how far."""
    path = _one_route(inner)
    place = {node: number for number, node in enumerate(path)}
    seen = set(path)
    farthest = 0
    for number, node in enumerate(path[:-1]):
        if 0 < number == farthest:
            yield node
        front = [node]
        while front:
            for neighbour in inner.onward[front.pop()]:
                if neighbour in place:
                    farthest = max(farthest, place[neighbour])
                elif neighbour not in seen:
                    seen.add(neighbour)
                    front.append(neighbour)


def _one_route(inner: Corridor) -> list[str]:
    path = [inner.source]
    while path[-1] != inner.target:
        path.append(min(inner.onward[path[-1]], key=inner.steps.__getitem__))
    return path


def _is_statement(g: "Graph", node: str) -> bool:
    return bool(g.nodes[node].get("kind") != "relation")
