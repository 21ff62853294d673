"""HTML text with spans around the words of nodes, to plain text and the places of those words.

`<span id="node7">` or `<span id="7">` marks the words of node 7. All other markup is left out,
`<br>` and the end of a block are line breaks. Linear in the text.
"""

import html
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.claims.ledger import Ledger
from argmap.claims.model import Map
from argmap.claims.unseen import without_unseen

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*+)([^<>]*+)>")
_ID = re.compile(r"""(?:^|\s)id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_BLOCKS = frozenset(("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))

Anchors = dict[str, list[tuple[int, int]]]
"""The places of the words of each node, by the id in the text."""


class MarkedText(NamedTuple):
    """A plain text, and where in it the words of nodes stand."""

    text: str
    anchors: Anchors


def unmarked(marked: str, ledger: Ledger) -> MarkedText:
    """Take the markup out of a text."""
    pieces: list[str] = []
    length = at = 0
    opened: list[tuple[str | None, int]] = []
    anchors: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for tag in _TAG.finditer(marked):
        piece = _plain(marked[at : tag.start()]) + _break(tag)
        pieces.append(piece)
        length += len(piece)
        at = tag.end()
        if tag[2].lower() == "span" and not tag[1]:
            opened.append((_id(tag[3]), length))
        elif tag[2].lower() == "span" and opened:
            name, start = opened.pop()
            if name is not None:
                anchors[name].append((start, length))
    pieces.append(_plain(marked[at:]))
    for name, _ in opened:
        if name is not None:
            ledger.lost("span in the text that has no end", name)
    return MarkedText("".join(pieces), dict(anchors))


def _plain(text: str) -> str:
    return without_unseen(html.unescape(text)) if text else ""


def _break(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    return "\n" if name == "br" or (tag[1] and name in _BLOCKS) else ""


def _id(attributes: str) -> str | None:
    found = _ID.search(attributes)
    return html.unescape(found[1] or found[2] or found[3] or "") or None if found else None


def marked(m: Map, names: Mapping[str, str], ledger: Ledger) -> str:
    """Write the source text of a map with spans around the quotes of its statements.

    Args:
        m: the map.
        names: what each statement is called in the text, by id.
        ledger: notes quotes that have no place, or one that crosses another's.
    """
    text = m.text or ""
    spans: list[tuple[int, int, str]] = []
    for statement in m.statements:
        for quote in statement.quotes:
            if m.text is None or quote.start is None or quote.end is None:
                ledger.lost("quote without a place in the text", statement.id, quote.quote)
                continue
            if quote.quote != text[quote.start : quote.end].strip():
                ledger.repaired("quote that is not to the letter", statement.id, quote.quote)
            spans.append((quote.start, quote.end, statement.id))
    spans.sort(key=lambda span: (span[0], -span[1]))
    return _with_spans(text, spans, names, ledger)


def _with_spans(
    text: str, spans: Sequence[tuple[int, int, str]], names: Mapping[str, str], ledger: Ledger
) -> str:
    pieces: list[str] = []
    at = 0
    open_until: list[int] = []
    for start, end, key in spans:
        while open_until and open_until[-1] <= start:
            at = _copy(text, at, open_until.pop(), pieces)
            pieces.append("</span>")
        if open_until and end > open_until[-1]:
            ledger.lost("quote that crosses another quote", key)
            continue
        at = _copy(text, at, start, pieces)
        name = html.escape(names[key])
        pieces.append(f'<span class="highlighted" id="node{name}">')
        open_until.append(end)
    while open_until:
        at = _copy(text, at, open_until.pop(), pieces)
        pieces.append("</span>")
    _copy(text, at, len(text), pieces)
    return "".join(pieces)


def _copy(text: str, start: int, end: int, pieces: list[str]) -> int:
    pieces.append(html.escape(text[start:end], quote=False).replace("\n", "<br>"))
    return end
