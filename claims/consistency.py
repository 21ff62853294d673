"""What must hold between the parts of a map: ids that exist, are unique, and make sense together.

Every reader runs these rules over the parts that it has read, whatever format they came in.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.claims.errors import Names, shown
from argmap.claims.model import (
    Expectation,
    Holder,
    Link,
    Relation,
    RelationRef,
    Statement,
    Suggestion,
)

_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_PLAIN = re.compile("[!-~]+").fullmatch
_JOINERS = "\u200c\u200d"
NO_SUCH_ID = "Every id must stand under claims or evidence"


class Flaw(NamedTuple):
    """Something that does not hold.

    `part` is the statement, relation, link, holder, expectation or suggestion concerned, as it
    was passed in, and `about` the key of the file under which the flaw stands, if one can be named.
    """

    part: Statement | Relation | Link | Holder | Expectation | Suggestion
    about: str
    what: str
    cure: str


def flaws(
    statements: Sequence[Statement],
    relations: Sequence[Relation],
    links: Sequence[Link],
    holders: Sequence[Holder],
    expect: Sequence[Expectation],
    *,
    suggested: Sequence[Suggestion] = (),
    unread: Collection[str] = (),
    is_whole: bool = True,
) -> Iterator[Flaw]:
    """Find everything that does not hold; linear in the map.

    Args:
        statements: all statements, in file order; likewise the others.
        relations: all relations.
        links: all links.
        holders: all holders.
        expect: all expectations.
        suggested: all suggestions.
        unread: ids of statements that stand in the file but could not be read, so that nobody
            misses them or their relations.
        is_whole: whether all relations could be read; if not, none of them is missed.
    """
    known = {s.id for s in statements}.union(unread)
    names = Names(known)
    yield from _statement_flaws(statements, holders, set(unread))
    for holder in holders:
        if not _PLAIN(holder.id):
            yield from _id_flaws(holder, "holder")
    yield from _relation_id_flaws(relations, known)
    relation_ids = {relation.id for relation in relations}
    all_read = is_whole and not unread
    relation_names = Names(_sound(relations, relation_ids)) if all_read else None
    for relation in relations:
        if relation.source not in known:
            what = f"unknown statement {shown(relation.source)}"
            yield Flaw(relation, "source", what, names.cure(relation.source, NO_SUCH_ID))
        if type(relation.target) is RelationRef:
            yield from _undercut_flaws(relation, relation_ids, relation_names)
        elif relation.target not in known:
            yield _unknown_target(relation, relation_ids, names)
        if relation.linked or relation.mutual or relation.target == relation.source:
            yield from _shape_flaws(relation, known, names)
    yield from _link_flaws(links, known, relation_ids, names)
    for expectation in expect:
        yield from _expectation_flaws(expectation, known, names)
    for suggestion in suggested:
        yield from _suggestion_flaws(suggestion, known, names)


def _id_flaws(part: Statement | Relation | Link | Holder, of: str) -> Iterator[Flaw]:
    name = part.id
    if not name or name != name.strip():
        what = f"the id {shown(name)} of a {of} is empty or has space around it"
        yield Flaw(part, "id", what, "Write a word")
    elif any(unicodedata.category(c) in _HIDDEN and c not in _JOINERS for c in name):
        what = f"the id {shown(name)} of a {of} holds a character that cannot be seen"
        yield Flaw(part, "id", what, "Retype the id")


def _statement_flaws(
    statements: Sequence[Statement], holders: Sequence[Holder], taken: set[str]
) -> Iterator[Flaw]:
    main: Statement | None = None
    known = {holder.id for holder in holders}
    names = Names(known)
    by_name = {name.casefold(): h.id for h in holders for name in (h.name, *h.aliases)}
    for statement in statements:
        if not _PLAIN(statement.id):
            yield from _id_flaws(statement, "statement")
        if statement.id in taken:
            what = f"the id {shown(statement.id)} is used for two statements"
            yield Flaw(statement, "", what, "Rename one of the two")
        taken.add(statement.id)
        if statement.main and main:
            what = f"{shown(statement.id)} is a second main claim, beside {shown(main.id)}"
            yield Flaw(statement, "main", what, "Mark one statement as main")
        main = main or (statement if statement.main else None)
        if statement.implicit and statement.quotes:
            what = f"{shown(statement.id)} is implicit, but has a quote"
            yield Flaw(statement, "implicit", what, "Remove one of the two")
        about = "type" if statement.type else "origin" if statement.origin else None
        if about and statement.kind == "claim":
            what = f"{shown(statement.id)} is a claim, but has {about!r}, which only evidence has"
            yield Flaw(statement, about, what, "Remove it, or make it evidence")
        yield from _holder_flaws(statement, known, names, by_name)


def _holder_flaws(
    statement: Statement, known: Collection[str], names: Names, by_name: Mapping[str, str]
) -> Iterator[Flaw]:
    speakers = [said.speaker for said in statement.locutions if said.speaker is not None]
    for about, named in (("holder", statement.holder), ("said", speakers)):
        for holder in named:
            if holder not in known:
                cure = names.cure(holder, "Declare it under holders, with a name")
                if holder.casefold() in by_name:
                    cure = f"Write the id, {shown(by_name[holder.casefold()])}"
                yield Flaw(statement, about, f"unknown holder {shown(holder)}", cure)


def _relation_id_flaws(relations: Sequence[Relation], statements: set[str]) -> Iterator[Flaw]:
    seen: set[str] = set()
    steps: set[tuple[object, ...]] = set()
    for relation in relations:
        told: set[tuple[object, ...]]
        told = {(relation.kind, relation.source, relation.linked, relation.target)}
        if relation.mutual:  # from either end, it is the same
            told.add(("mutual", *sorted((relation.source, relation.target_id))))
        if not _PLAIN(relation.id):
            yield from _id_flaws(relation, "relation")
        if not steps.isdisjoint(told):
            target = shown(relation.target_id)
            what = f"{shown(relation.source)} {relation.kind}s {target} a second time"
            yield Flaw(relation, "to", what, "Remove one of the two")
        elif relation.id in seen or relation.id in statements:
            other = "another relation" if relation.id in seen else "a statement"
            what = f"the relation's id {shown(relation.id)} is also that of {other}"
            yield Flaw(relation, "id", what, "Give the relation an id of its own with id: NAME")
        seen.add(relation.id)
        steps |= told


def _sound(relations: Sequence[Relation], relation_ids: set[str]) -> Iterator[str]:
    """Give the ids of relations that may be meant; one that attacks nothing known is none."""
    return (r.id for r in relations if not r.undercuts or r.target_id in relation_ids)


def _unknown_statements(
    part: Relation | Link | Expectation | Suggestion,
    ends: Iterable[tuple[str, str]],
    statements: set[str],
    names: Names,
) -> Iterator[Flaw]:
    """Find the names that no statement has; `ends` are keys of the file with what they name."""
    for about, name in ends:
        if name not in statements:
            what = f"unknown statement {shown(name)}"
            yield Flaw(part, about, what, names.cure(name, NO_SUCH_ID))


def _unknown_target(relation: Relation, relation_ids: set[str], names: Names) -> Flaw:
    target = relation.target_id
    cure = names.cure(target, NO_SUCH_ID)
    if target in relation_ids:
        cure = f"To attack the relation of this name write to: {{relation: {target}}}"
    return Flaw(relation, "to", f"unknown statement {shown(target)}", cure)


def _undercut_flaws(
    relation: Relation, relation_ids: set[str], names: Names | None
) -> Iterator[Flaw]:
    """Find what is wrong with an undercut; without `names` not all relations could be read."""
    target = relation.target_id
    if target == relation.id:
        yield Flaw(relation, "to", f"the relation {shown(target)} attacks itself", "Name another")
    elif names and target not in relation_ids:
        cure = names.cure(target, "A relation is named <from>-<to>, or by its id")
        yield Flaw(relation, "to", f"unknown relation {shown(target)}", cure)
    if relation.mutual:
        what = f"{shown(relation.id)} attacks a relation and cannot be mutual"
        yield Flaw(relation, "mutual", what, "Remove mutual")


def _shape_flaws(relation: Relation, statements: set[str], names: Names) -> Iterator[Flaw]:
    target = shown(relation.target_id)
    linked = [("with", premise) for premise in relation.linked]
    yield from _unknown_statements(relation, linked, statements, names)
    if relation.target in relation.premises:
        yield Flaw(relation, "to", f"{target} {relation.kind}s itself", "Name another statement")
    if len(set(relation.premises)) < len(relation.premises):
        what = f"a premise of {shown(relation.id)} is named twice"
        yield Flaw(relation, "with", what, "List under with: only the other premises")
    if relation.mutual and (relation.linked or relation.kind == "support"):
        what = f"{shown(relation.id)} cannot be mutual"
        cure = "Only a contrast between two single statements runs both ways"
        yield Flaw(relation, "mutual", what, cure)


def _link_flaws(
    links: Sequence[Link], statements: set[str], relation_ids: set[str], names: Names
) -> Iterator[Flaw]:
    seen: set[str] = set()
    ties: set[tuple[str, str, str]] = set()
    for link in links:
        tie = (link.kind, link.source, link.target)
        if not _PLAIN(link.id):
            yield from _id_flaws(link, "link")
        ends = (("source", link.source), ("to", link.target))
        yield from _unknown_statements(link, ends, statements, names)
        if link.source == link.target:
            what = f"{shown(link.source)} is the {link.kind} of itself"
            yield Flaw(link, "to", what, "Name another statement")
        elif tie in ties:
            what = f"{shown(link.source)} is a {link.kind} of {shown(link.target)} a second time"
            yield Flaw(link, "to", what, "Remove one of the two")
        elif link.id in seen or link.id in relation_ids or link.id in statements:
            what = f"the link's id {shown(link.id)} is taken"
            yield Flaw(link, "id", what, "Give the link an id of its own with id: NAME")
        seen.add(link.id)
        ties.add(tie)


def _expectation_flaws(
    expectation: Expectation, statements: set[str], names: Names
) -> Iterator[Flaw]:
    ends = [("path", name) for name in expectation.path]
    yield from _unknown_statements(expectation, ends, statements, names)
    if expectation.path[0] == expectation.path[1]:
        what = "the path leads from a statement to itself"
        yield Flaw(expectation, "path", what, "Name two different statements")


def _suggestion_flaws(suggestion: Suggestion, statements: set[str], names: Names) -> Iterator[Flaw]:
    ends = (("from", suggestion.source), ("to", suggestion.target))
    yield from _unknown_statements(suggestion, ends, statements, names)
    if suggestion.source == suggestion.target:
        what = f"{shown(suggestion.source)} is suggested to bear on itself"
        yield Flaw(suggestion, "to", what, "Name another statement")
