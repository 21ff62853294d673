"""The XML of argumentative microtexts (Peldszus and Stede 2015, arggraph.dtd).

`edu` elements are the segments of a text, `adu` elements the statements, `joint` elements tie
segments; edges of type `seg` lead from segments to statements, through joints or not. `sup` and
`exa` support, `reb` contrasts, `und` speaks against another edge, and `add` adds a premise to
another edge, which may come later in the file.
"""

from dataclasses import dataclass, field

from argmap.claims.formats import xml_tree
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.xml_tree import Element
from argmap.claims.ledger import Reading
from argmap.claims.model import Quote, RelationKind, Source

_KINDS: dict[str, RelationKind] = {
    "sup": "support",
    "exa": "support",
    "reb": "contrast",
    "und": "contrast",
}
_HOLDERS = {"pro": "Proponent", "opp": "Opponent"}


@dataclass
class _Parts:
    """The elements of a file by their sort, and its segments as spans of the text."""

    segments: dict[str, tuple[int, int]] = field(default_factory=dict)
    implicit: dict[str, str] = field(default_factory=dict)
    text: str = ""
    statements: dict[str, Element] = field(default_factory=dict)
    made_of: dict[str, list[str]] = field(default_factory=dict)
    edges: dict[str, Element] = field(default_factory=dict)


def read(data: bytes, path: str) -> Reading:
    """Read a map; the text is that of its segments, joined by spaces.

    Raises:
        MapError: it is not XML; says where.
    """
    root = xml_tree.parse(data, path, "arggraph")
    gathering = Gathering(path, markup=False)
    parts = _parts(root, gathering)
    used: set[str] = set()
    for key, element in parts.statements.items():
        _add_statement(key, element, parts, used, gathering)
    for key in (*parts.segments, *parts.implicit):
        if key not in used:
            gathering.ledger.lost("segment of no statement", key)
    _add_relations(parts, gathering)
    _mark_main(root, parts, gathering)
    topic = root.attributes.get("topic_id", "").replace("_", " ").strip()
    name = root.attributes.get("id", "")
    source = Source(title=name) if topic and name else None
    return gathering.finish(title=topic or name, source=source, text=parts.text or None)


def _parts(root: Element, gathering: Gathering) -> _Parts:
    parts = _Parts()
    spoken: list[str] = []
    length = 0
    for number, element in enumerate(root.children, 1):
        key = element.attributes.get("id") or f"{element.tag}{number}"
        if element.tag == "edu":
            words = gathering.clean(element.text, key)
            if key in parts.segments or key in parts.implicit:
                gathering.ledger.lost("second segment of the same id", key, words)
            elif element.attributes.get("implicit") == "true":
                parts.implicit[key] = words
            else:
                parts.segments[key] = (length, length + len(words))
                length += len(words) + 1
                spoken.append(words)
        elif element.tag == "adu":
            if key in parts.statements:
                gathering.ledger.lost("second statement of the same id", key)
            parts.statements.setdefault(key, element)
        elif element.tag == "edge":
            _add_edge(key, element, parts, gathering)
        elif element.tag != "joint":
            gathering.ledger.lost(f"element {element.tag}", f"line {element.place.line}")
    parts.text = " ".join(spoken)
    return parts


def _add_edge(key: str, element: Element, parts: _Parts, gathering: Gathering) -> None:
    sort = element.attributes.get("type", "")
    ends = element.attributes.get("src", ""), element.attributes.get("trg", "")
    if sort == "seg":
        parts.made_of.setdefault(ends[1], []).append(ends[0])
    elif sort not in _KINDS and sort != "add":
        gathering.ledger.lost(f"edge of the unknown type {sort!r}", key, element.attributes)
    elif key in parts.edges:
        gathering.ledger.lost("second edge of the same id", key, element.attributes)
    else:
        parts.edges[key] = element


def _add_statement(
    key: str, element: Element, parts: _Parts, used: set[str], gathering: Gathering
) -> None:
    """Add a statement, made of all segments that lead to it and that no other has used."""
    reached: list[str] = []
    pending = [key]
    while pending:
        for part in parts.made_of.get(pending.pop(), ()):
            if part in used:
                gathering.ledger.lost("segment of a second statement", key, part)
            else:
                used.add(part)
                reached.append(part)
                pending.append(part)
    spans = sorted(parts.segments[part] for part in reached if part in parts.segments)
    words = [parts.text[start:end] for start, end in spans]
    unsaid = [parts.implicit[part] for part in reached if part in parts.implicit]
    side = element.attributes.get("type", "")
    holder = (gathering.add_holder(_HOLDERS[side]),) if side in _HOLDERS else ()
    if side and not holder:
        gathering.ledger.lost(f"statement of the unknown type {side!r}", key)
    gathering.add_statement(
        key,
        " ".join((*words, *unsaid)),
        place=element.place,
        holder=holder,
        implicit=bool(unsaid) and not words,
        quotes=tuple(
            Quote(quote=parts.text[start:end], start=start, end=end, match="exact")
            for start, end in _runs(spans)
        ),
    )


def _runs(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the spans of segments that follow each other."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and runs[-1][1] + 1 == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _add_relations(parts: _Parts, gathering: Gathering) -> None:
    extended = _extended(parts)
    added: dict[str, list[str]] = {}
    for key, relation in extended.items():
        if relation:
            added.setdefault(relation, []).append(parts.edges[key].attributes.get("src", ""))
        else:
            gathering.ledger.lost("added premise of no relation", key, parts.edges[key].attributes)
    for key, edge in parts.edges.items():
        if _adds(edge):
            continue
        sort = edge.attributes.get("type", "")
        source, target = edge.attributes.get("src", ""), edge.attributes.get("trg", "")
        if target in extended:
            target = extended[target]
            gathering.ledger.repaired("edge to an added premise, led to its relation", key)
        if sort == "und" and target in parts.statements:
            gathering.ledger.repaired("undercut of a statement, kept as a contrast", key)
        gathering.add_relation(
            key,
            list(dict.fromkeys((source, *added.get(key, ())))),
            target,
            _KINDS[sort],
            undercuts=target in parts.edges,
            place=edge.place,
        )
        if sort == "exa" and gathering.statement(source):
            gathering.change_statement(source, kind="evidence", type="example")


def _extended(parts: _Parts) -> dict[str, str]:
    """Find for every added premise the relation it belongs to, through others; linear."""
    adds = {k: e.attributes.get("trg", "") for k, e in parts.edges.items() if _adds(e)}
    found: dict[str, str] = {}
    for start in adds:
        chain: dict[str, None] = {}
        key = start
        while key in adds and key not in chain and key not in found:
            chain[key] = None
            key = adds[key]
        relation = found.get(key) or ("" if key in adds or key not in parts.edges else key)
        found.update(dict.fromkeys(chain, relation))
    return found


def _adds(edge: Element) -> bool:
    return edge.attributes.get("type") == "add"


def _mark_main(root: Element, parts: _Parts, gathering: Gathering) -> None:
    """Mark the central claim: the one statement that bears on nothing; the stance is its tag."""
    bearing = {edge.attributes.get("src") for edge in parts.edges.values()}
    central = [key for key in parts.statements if key not in bearing]
    stance = root.attributes.get("stance")
    if len(central) == 1:
        tags = (f"stance: {stance}",) if stance else ()
        gathering.change_statement(central[0], main=True, tags=tags)
    elif stance:
        gathering.ledger.lost("stance of the text", "arggraph", stance)
