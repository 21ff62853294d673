"""Ways inside circles that no route can take: into a dead end, or back to where it was."""

from collections.abc import Collection, Container, Mapping, Sequence

_MOST_ENTANGLED = 1_000
"""What is kept of a group of circles grows with its square."""
_ALL = -1
"""All nodes of a group, as bits."""


def dead_ways(
    onward: Mapping[str, Collection[str]], groups: Sequence[Sequence[str]]
) -> list[tuple[str, str]]:
    """Find ways of a corridor that no route can take, since it would have to come back.

    The way from `a` to `b` is dead if a node lies both on all ways from the source to `a` and on
    all from `b` to the target, for it would be visited twice. Such a node is in one group of
    circles with `a` and `b`, so each group is searched by itself, and nothing is done where there
    are no circles. Other ways may be on no route either: telling them all is NP-hard (Fortune,
    Hopcroft and Wyllie, The directed subgraph homeomorphism problem, 1980).

    The nodes that cannot be avoided are worked out by the equations of Allen and Cocke (Graph
    theoretic constructs for program control flow analysis, 1972) in rounds over each group, most
    often a few, with sets as bits. Groups of more than 1,000 nodes are left whole.

    Args:
        onward: Where each node of a corridor leads.
        groups: Its strongly connected components.

    >>> dead_ways({"a": ["b"], "b": ["c", "t"], "c": ["b"]}, [["t"], ["c", "b"], ["a"]])
    [('c', 'b'), ('b', 'c')]
    """
    entangled = [group for group in groups if 1 < len(group) <= _MOST_ENTANGLED]
    if not entangled:
        return []
    group_of = {node: number for number, group in enumerate(entangled) for node in group}
    ahead: dict[str, list[str]] = {node: [] for node in group_of}
    behind: dict[str, list[str]] = {node: [] for node in group_of}
    entries, exits = set(), set()
    for node, neighbours in onward.items():
        here = group_of.get(node)
        for neighbour in neighbours:
            if group_of.get(neighbour) != here:
                exits.add(node)
                entries.add(neighbour)
            elif here is not None:
                ahead[node].append(neighbour)
                behind[neighbour].append(node)
    found: list[tuple[str, str]] = []
    for group in entangled:
        bits = {node: 1 << place for place, node in enumerate(group)}
        to_target = _unavoidable(bits, ahead, exits)
        from_source = _unavoidable(dict(reversed(bits.items())), behind, entries)
        found += [(a, b) for a in group for b in ahead[a] if from_source[a] & to_target[b]]
    return found


def _unavoidable(
    bits: Mapping[str, int], neighbours: Mapping[str, Sequence[str]], ends: Container[str]
) -> dict[str, int]:
    """Tell for each node of a group what all ways from it to the ends visit, itself included."""
    found = dict.fromkeys(bits, _ALL)
    # To and fro, since one of the two orders is the better one for most groups.
    order = [*bits.items()]
    orders = [order, order[::-1]]
    changed = True
    while changed:
        changed = False
        orders.reverse()
        for node, bit in orders[0]:
            common = 0 if node in ends else _ALL
            for neighbour in neighbours[node]:
                if not common:
                    break
                common &= found[neighbour]
            if found[node] != common | bit:
                found[node] = common | bit
                changed = True
    return found
