"""What a draft adds to a map that a person made, and the file that holds both.

Of the draft only what the map does not cover yet is taken: a statement whose words the map quotes
already is that statement. Nothing of the map changes; a relation of the draft that starts from one
of its statements, and would have to be written there, becomes a suggestion.
"""

import os
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

from msgspec import structs

from argmap.claims import reader, writer
from argmap.claims.drafting.draft import Draft
from argmap.claims.drafting.holders import AUTHOR
from argmap.claims.drafting.naming import Ids
from argmap.claims.errors import MapError, OutputError, Problem, printable
from argmap.claims.insertion import inserted
from argmap.claims.model import Holder, Map, Relation, Source, Statement, Suggestion

_COVERED = 0.5


@dataclass(frozen=True)
class Addition:
    """A map file that has grown.

    Attributes:
        text: The new text of the file.
        added: What was added, as a map of its own.
        covered: How many statements of the draft the map has already.
    """

    text: str
    added: Map
    covered: int


def with_draft(path: str | os.PathLike[str], file_text: str, draft: Draft) -> Addition:
    """Add a draft to a map file.

    Args:
        path: the map file, for messages and for finding its source.
        file_text: its text, without a byte order mark.
        draft: a draft of the map's own source.

    Raises:
        MapError: the file is no map, or its source is not the text of the draft.
        OutputError: the file is written in a way in which it cannot grow.
    """
    name = os.fspath(path)
    m = reader.read(file_text, name)
    _refuse_other_source(m, draft.map, name)
    same = _covered(m, draft.map)
    added = _added(m, draft.map, same)
    if not added.statements:
        return Addition(file_text, added, len(same))
    grown = inserted(file_text, writer.write(added))
    _verify(name, grown, m, added)
    return Addition(grown, added, len(same))


def _refuse_other_source(m: Map, drafted: Map, name: str) -> None:
    if m.text is None:
        what = "the map names no source file that is there, so what it covers cannot be told"
        raise MapError([Problem(name, None, None, what, "Add source: {file: …}")])
    if m.text != drafted.text:
        what = "the map's source is not the text of the article"
        cure = f"Draft from the map's own source, {m.source.file}"
        raise MapError([Problem(name, None, None, what, cure)])


def _covered(m: Map, drafted: Map) -> dict[str, str]:
    """Tell which statements of the draft are in the map, by the words that both quote.

    It is the one whose quote shares the most with the draft's, at least half of the shorter.
    """
    quoted = sorted(
        (q.start, q.end, s.id)
        for s in m.statements
        for q in s.quotes
        if q.start is not None and q.end is not None
    )
    # Quotes may lie in one another, so the search goes back to the earliest that may reach here.
    reach = 0
    earliest: list[int] = []
    for _, end, _ in quoted:
        reach = max(reach, end)
        earliest.append(reach)
    same: dict[str, str] = {}
    for statement in drafted.statements:
        start, end = statement.quotes[0].start or 0, statement.quotes[0].end or 0
        first = bisect_left(earliest, start + 1)
        last = bisect_left(quoted, (end, -1, ""))
        best = max(
            (
                ((min(end, e) - max(start, s)) / min(end - start, e - s), i)
                for s, e, i in quoted[first:last]
                if e > s
            ),
            default=(0.0, ""),
            key=lambda found: found[0],
        )
        if best[0] >= _COVERED:
            same[statement.id] = best[1]
    return same


def _added(m: Map, drafted: Map, same: Mapping[str, str]) -> Map:
    ids = Ids([*m.by_id, *m.relations_by_id, *(link.id for link in m.links)])
    new = [s for s in drafted.statements if s.id not in same]
    names = {**same, **{s.id: ids.take(s.id) for s in new}}
    holders = _holders(m, drafted)
    relations: list[Relation] = []
    suggested: list[Suggestion] = []
    known = {(r.source, r.target_id) for r in m.relations}
    for relation in drafted.relations:
        source, target = names[relation.source], names.get(relation.target_id, "")
        if relation.source not in same and target and source != target:
            name = ids.take(f"{source}-{target}")
            relations.append(structs.replace(relation, id=name, source=source, target=target))
        elif target and relation.target_id not in same and source != target:
            suggested.append(_suggestion(relation, source, target))
    suggested += [
        structs.replace(s, source=names[s.source], target=names[s.target])
        for s in drafted.suggested
        if (s.source not in same or s.target not in same)
        and names[s.source] != names[s.target]
        and (names[s.source], names[s.target]) not in known
    ]
    statements = tuple(_renamed(s, names, holders, m) for s in new)
    used = {i for s in statements for i in s.holder}
    declared = {h.id for h in m.holders}
    return Map(
        title=m.title,
        statements=statements,
        relations=tuple(relations),
        holders=tuple(
            structs.replace(h, id=holders[h.id])
            for h in drafted.holders
            if holders[h.id] in used and holders[h.id] not in declared
        ),
        source=Source(),
        suggested=tuple(suggested),
        to_place=tuple(names[i] for i in drafted.to_place if i not in same),
    )


def _suggestion(relation: Relation, source: str, target: str) -> Suggestion:
    return Suggestion(
        source=source,
        target=target,
        kind=relation.kind,
        signal=relation.signal,
        certainty=relation.certainty,
    )


def _renamed(
    statement: Statement, names: Mapping[str, str], holders: Mapping[str, str], m: Map
) -> Statement:
    return structs.replace(
        statement,
        id=names[statement.id],
        holder=tuple(holders[i] for i in statement.holder),
        main=statement.main and m.main is None,
    )


def _holders(m: Map, drafted: Map) -> dict[str, str]:
    """Tell the holders of the draft in the ids of the map, by name; new ones get a free id."""
    known: dict[str, str] = {}
    for holder in m.holders:
        for name in (holder.name, *holder.aliases):
            known.setdefault(_plain(name), holder.id)
    ids = Ids([holder.id for holder in m.holders])
    found: dict[str, str] = {}
    for holder in drafted.holders:
        i = _known_as(holder, known) or (AUTHOR.id if holder.id == AUTHOR.id else None)
        found[holder.id] = i or ids.take(holder.id)
    return found


def _known_as(holder: Holder, known: Mapping[str, str]) -> str | None:
    names = map(_plain, (holder.name, *holder.aliases))
    return next((known[name] for name in names if name in known), None)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")


def _verify(name: str, grown: str, m: Map, added: Map) -> None:
    """Read the grown file back: it must say what it said, and what was added, and no more."""
    try:
        found = reader.read(grown, name)
    except MapError as error:
        raise _cannot_grow(name) from error
    new_ids = {s.id for s in added.statements}
    is_kept = (
        [s for s in found.statements if s.id not in new_ids] == list(m.statements)
        and [r for r in found.relations if r.source not in new_ids] == list(m.relations)
        and (found.title, found.source, found.links) == (m.title, m.source, m.links)
        and (found.expect, found.ignore) == (m.expect, m.ignore)
    )
    merged = replace(
        m,
        statements=(*m.statements, *added.statements),
        relations=(*m.relations, *added.relations),
        holders=(*m.holders, *added.holders),
        suggested=(*m.suggested, *added.suggested),
        to_place=(*m.to_place, *added.to_place),
    )
    if not is_kept or found != merged:
        raise _cannot_grow(name)


def _cannot_grow(name: str) -> OutputError:
    return OutputError(
        f"{printable(name)}: cannot be written: nothing can be put into it without changing what "
        "is there. Write its sections as 'argmap new' does: an id a line, and the rest below it."
    )
