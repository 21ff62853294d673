"""What the page is told: everything about a map as plain lists and dictionaries.

Statements and relations are named by their place in the map, so that no id of a map is ever a
key or a name in the page.
"""

from typing import Any, TypeAlias

from argmap.claims.model import Locution, Map, Quote, Relation, Statement
from argmap.graph.naming import resolve
from argmap.graph.sentences import holder_words, link_words, relation_words
from argmap.viz import card
from argmap.viz.drafts import suggested, to_place
from argmap.viz.holders import key_of, parties
from argmap.viz.layout import Layout
from argmap.viz.passages import passages
from argmap.viz.sections import sections
from argmap.viz.text import clean
from argmap.viz.words import holder_line, kind_words

# JSON objects; assets/model.js describes their fields.
Item: TypeAlias = dict[str, Any]


def heading(m: Map) -> Item:
    """Return what stands above the map, and the measures of its boxes."""
    source = {
        "title": m.source.title,
        "author": m.source.author,
        "publisher": m.source.publisher,
        "date": m.source.date,
        "url": m.source.url if _is_web(m.source.url) else None,
    }
    return {
        "title": clean(m.title),
        "source": {name: clean(value) for name, value in source.items() if value},
        "card": {
            "width": card.WIDTH,
            "font": card.FONT,
            "line": card.LINE,
            "small": card.SMALL,
            "smallLine": card.SMALL_LINE,
            "padX": card.PAD_X,
            "padY": card.PAD_Y,
            "port": card.PORT,
            "mostPorts": card.MOST_PORTS,
        },
        "article": {"whole": m.text is not None, "passages": passages(m)},
        "holders": parties(m),
        "sections": [clean(title) for title in sections(m)[0]],
        "suggested": suggested(m),
        "toPlace": to_place(m),
    }


def ends(m: Map, path: tuple[str, str]) -> list[str]:
    """Return the keys of the two statements between which a path is asked for."""
    return [clean(resolve(m, name).id) for name in path]


def nodes(m: Map, layout: Layout | None = None) -> list[Item]:
    """Return one node a statement, as vis-network wants it and with all that the page shows.

    The page lays out what it draws. Where it has a layout of the whole, it keeps its order.
    """
    tones = {party["key"]: party["tone"] for party in parties(m)}
    stands = sections(m)[1]
    ties = _ties(m)
    return [
        _node(m, n, s)
        | ({"x": layout.boxes[s.id].x, "y": layout.boxes[s.id].y} if layout else {})
        | {"tone": tones[key_of(s)]}
        | ({"sections": stands[n]} if stands[n] else {})
        | ({"ties": ties[s.id]} if s.id in ties else {})
        for n, s in enumerate(m.statements)
    ]


def edges(m: Map) -> list[Item]:
    """Return one edge a relation; an undercut has `target` (a relation) in place of `to`."""
    place = {statement.id: n for n, statement in enumerate(m.statements)}
    index = {relation.id: n for n, relation in enumerate(m.relations)}
    return [_edge(n, relation, place, index) for n, relation in enumerate(m.relations)]


def _node(m: Map, number: int, statement: Statement) -> Item:
    shown = card.card(m, statement)
    told = {
        "short": statement.title,
        "says": holder_line(m, statement.holder),
        "holder": holder_words(m, statement.holder),
        "type": statement.type,
        "origin": statement.origin,
        "section": " / ".join(statement.section),
        "note": statement.note,
        "signal": statement.signal,
    }
    item: Item = {
        "id": number,
        "shape": "custom",
        "key": clean(statement.id),
        "kind": statement.kind,
        "word": kind_words(statement),
        "text": clean(statement.text),
        "eyebrow": shown.eyebrow,
        "head": shown.title,
        "lines": shown.lines,
        "holders": [key_of(statement)],
    }
    item |= {name: clean(value) for name, value in told.items() if value}
    if statement.certainty is not None:
        item["certainty"] = statement.certainty
    if statement.tags:
        item["tags"] = [clean(tag) for tag in statement.tags]
    if statement.locutions:
        item["said"] = [clean(_saying(m, locution)) for locution in statement.locutions]
    if statement.quotes:
        item["quotes"] = [_quote(m, quote) for quote in statement.quotes]
    item |= {flag: True for flag in ("main", "implicit") if getattr(statement, flag)}
    return item | ({"proposed": True} if statement.status else {})


def _ties(m: Map) -> dict[str, list[Item]]:
    """Tell for each statement in words what its links tie it to, at both of their ends."""
    place = {statement.id: n for n, statement in enumerate(m.statements)}
    found: dict[str, list[Item]] = {}
    for link in m.links:
        scheme = {"scheme": clean(link.scheme)} if link.scheme else {}
        ends = ((link.source, link.target, False), (link.target, link.source, True))
        for end, other, back in ends:
            tie = {"word": link_words(link.kind, back=back), "to": place[other], **scheme}
            found.setdefault(end, []).append(tie)
    return found


def _saying(m: Map, locution: Locution) -> str:
    who = ", ".join(filter(None, [m.holder_name(locution.speaker or ""), locution.time]))
    return f"{who}: {locution.words}" if who else locution.words


def _quote(m: Map, quote: Quote) -> Item:
    found = m.text is not None and quote.start is not None and quote.end is not None
    words = m.text[quote.start : quote.end] if found and m.text else quote.quote
    return {"words": clean(words), "match": quote.match, "found": found}


def _edge(number: int, relation: Relation, place: dict[str, int], index: dict[str, int]) -> Item:
    told = {"because": relation.because, "scheme": relation.scheme, "signal": relation.signal}
    item: Item = {
        "id": number,
        "from": place[relation.source],
        "key": clean(relation.id),
        "kind": relation.kind,
        "word": relation_words(relation.kind, mutual=relation.mutual),
    }
    if relation.undercuts:
        item["target"] = index[relation.target_id]
    else:
        item["to"] = place[relation.target_id]
    if relation.linked:
        item["linked"] = [place[premise] for premise in relation.linked]
    if relation.mutual:
        item["mutual"] = True
    if relation.status:
        item["proposed"] = True
    if relation.certainty is not None:
        item["certainty"] = relation.certainty
    return item | {name: clean(value) for name, value in told.items() if value}


def _is_web(url: str | None) -> bool:
    """Tell whether an address may become a link; others (`javascript:`) are left out."""
    return url is not None and url.lower().startswith(("http://", "https://"))
