"""Groups of statements that bear on one another."""

from collections.abc import Collection, Iterator, Mapping


def knots(onward: Mapping[str, Collection[str]], part: Collection[str]) -> list[list[str]]:
    """Split a part of a graph into its strongly connected components, those at its ends first.

    A component comes after all that its nodes lead on to. Tarjan's algorithm (Depth-first search
    and linear graph algorithms, 1972) without recursion; linear.

    >>> knots({"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": []}, "abcd")
    [['d'], ['c', 'b'], ['a']]
    """
    found: list[list[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: list[str] = []
    settled: set[str] = set()
    for root in part:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        open_nodes.append(root)
        trail = [(root, _within(onward, root, part))]
        while trail:
            node, ways = trail[-1]
            for neighbour in ways:
                if neighbour not in number:
                    number[neighbour] = lowest[neighbour] = len(number)
                    open_nodes.append(neighbour)
                    trail.append((neighbour, _within(onward, neighbour, part)))
                    break
                if neighbour not in settled:
                    lowest[node] = min(lowest[node], number[neighbour])
            else:
                trail.pop()
                if trail:
                    parent = trail[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    knot = _taken(open_nodes, node)
                    settled.update(knot)
                    found.append(knot)
    return found


def _within(
    onward: Mapping[str, Collection[str]], node: str, part: Collection[str]
) -> Iterator[str]:
    return (neighbour for neighbour in onward.get(node, ()) if neighbour in part)


def _taken(open_nodes: list[str], last: str) -> list[str]:
    knot: list[str] = []
    while not knot or knot[-1] != last:
        knot.append(open_nodes.pop())
    return knot
