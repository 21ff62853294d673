"""The map as a plain graph of numbers that can be laid out.

Statements are the first nodes. A relation that is undercut, or whose premises are linked, has a
node of its own, the joint, in which everything that belongs to it meets.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.claims.model import Map, Relation


@dataclass(frozen=True, slots=True)
class Link:
    """A step from a node to the next one towards what a relation bears on.

    `attacks`: whether it ends at the joint of another relation, that it undercuts or backs.
    """

    tail: int
    head: int
    relation: int
    attacks: bool = False


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Nodes `0 … size - 1`; those from `statements` on are joints.

    Attributes:
        statements: How many of the nodes are statements.
        size: How many nodes there are.
        links: The steps between them, in the order of the map's relations.
        joints: The joint's node of a relation, by the relation's place in the map.
        main: The node of the main claim, if there is one.
        contrasts: Whether a relation is a contrast, by its place in the map.
    """

    statements: int
    size: int
    links: tuple[Link, ...]
    joints: dict[int, int]
    main: int | None
    contrasts: tuple[bool, ...]

    def components(self) -> Iterator[tuple[list[int], list[Link]]]:
        """Yield what hangs together: its nodes and its links, in the order of the map."""
        part = _parts(self.size, self.links)
        nodes: dict[int, list[int]] = {}
        for node in range(self.size):
            nodes.setdefault(part[node], []).append(node)
        links: dict[int, list[Link]] = {root: [] for root in nodes}
        for link in self.links:
            links[part[link.tail]].append(link)
        for root, members in nodes.items():
            yield members, links[root]


def skeleton(m: Map) -> Skeleton:
    """Turn a map into nodes and links; a statement that bears on itself has no link."""
    place = {statement.id: node for node, statement in enumerate(m.statements)}
    index = {relation.id: number for number, relation in enumerate(m.relations)}
    undercut = {r.target_id for r in m.relations if r.undercuts}
    jointed = [n for n, r in enumerate(m.relations) if r.linked or r.id in undercut]
    joints = {number: len(place) + k for k, number in enumerate(jointed)}

    def target(relation: Relation) -> int:
        if relation.undercuts:
            return joints[index[relation.target_id]]
        return place[relation.target_id]

    links: list[Link] = []
    for number, relation in enumerate(m.relations):
        end = joints.get(number, target(relation))
        direct = relation.undercuts and number not in joints
        links += [Link(place[premise], end, number, direct) for premise in relation.premises]
        if number in joints:
            links.append(Link(end, target(relation), number, relation.undercuts))
    return Skeleton(
        statements=len(place),
        size=len(place) + len(joints),
        links=tuple(link for link in links if link.tail != link.head),
        joints=joints,
        main=place[m.main.id] if m.main else None,
        contrasts=tuple(relation.kind == "contrast" for relation in m.relations),
    )


def _parts(size: int, links: tuple[Link, ...]) -> list[int]:
    """Name for each node the first node of its component: union-find with path halving."""
    parent = list(range(size))

    def find(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for link in links:
        one, other = sorted((find(link.tail), find(link.head)))
        parent[other] = one
    return [find(node) for node in range(size)]
