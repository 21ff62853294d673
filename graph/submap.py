"""A part of a map as a map of its own."""

from collections.abc import Collection
from dataclasses import replace

from argmap.claims.model import Map, Relation, RelationKind


def submap(m: Map, part: Collection[str], *, only: RelationKind | None = None) -> Map:
    """Restrict a map to some statements and relations, and to what holds between them.

    A relation is kept if one of its premises, and what it bears on, are; the premises that are
    linked with it then are kept as well. A relation whose id is in `part` is kept with both its
    ends; if what it bears on is a relation, that one likewise. With `only`, of the relations that
    are not in `part` those of one kind are kept. Links and suggested relations are kept if both
    their ends are, and of the statements to place those that are. What the map expects of paths
    is not. Linear in the size of the map.

    >>> from argmap.claims.model import Relation, Statement
    >>> a, b, c = (Statement(id=i, kind="claim", text=i) for i in "abc")
    >>> r, s = (Relation(id=i + "c", source=i, target="c", kind="support") for i in "ab")
    >>> m = Map(title="Letters", statements=(a, b, c), relations=(r, s))
    >>> [relation.id for relation in submap(m, {"a", "c"}).relations]
    ['ac']
    """
    named = [relation for relation in m.relations if relation.id in part]
    ids = {relation.id for relation in named}
    for relation in named:
        if relation.undercuts and relation.target_id not in ids:
            ids.add(relation.target_id)
            named.append(m.relations_by_id[relation.target_id])
    statements = {i for relation in named for i in relation.premises}
    statements.update(r.target_id for r in named if not r.undercuts)
    statements.update(i for i in part if i in m.by_id)
    toward: dict[str, list[Relation]] = {}
    for relation in m.relations:
        if only in {None, relation.kind} and not statements.isdisjoint(relation.premises):
            toward.setdefault(relation.target_id, []).append(relation)
    queue = [*named, *(r for i in statements for r in toward.get(i, ()))]
    kept = {relation.id for relation in queue}
    for relation in queue:
        for undercut in toward.get(relation.id, ()):
            if undercut.id not in kept:
                kept.add(undercut.id)
                queue.append(undercut)
    for relation in queue:
        statements.update(relation.premises)
    return replace(
        m,
        statements=tuple(s for s in m.statements if s.id in statements),
        relations=tuple(r for r in m.relations if r.id in kept),
        links=tuple(k for k in m.links if {k.source, k.target} <= statements),
        expect=(),
        suggested=tuple(s for s in m.suggested if {s.source, s.target} <= statements),
        to_place=tuple(i for i in m.to_place if i in statements),
    )
