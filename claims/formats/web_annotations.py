"""W3C Web Annotations (2017) of the article: an AnnotationPage with one annotation a quote.

The body is the statement, the target the place in the source: a TextQuoteSelector with the words
around it and a TextPositionSelector, which counts Unicode code points, as we do.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent_encoded

import msgspec

from argmap.claims.anchors import ELLIPSIS
from argmap.claims.ledger import Ledger, Writing
from argmap.claims.model import Map, Quote, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
_OF_IRIS = ":/?#[]@!$&'()*+,;=%"


def write(m: Map) -> Writing:
    """Write the annotations of a map's source; the same map gives the same text."""
    ledger = Ledger()
    for relation in m.relations:
        ledger.lost("relation", relation.id)
    items = [item for statement in m.statements for item in _annotations(statement, m, ledger)]
    page = {
        "@context": CONTEXT,
        "id": "urn:argmap:annotations",
        "type": "AnnotationPage",
        "label": m.title,
        "items": items,
    }
    text = msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n"
    return Writing(text, ledger.losses)


def _annotations(statement: Statement, m: Map, ledger: Ledger) -> Iterator[dict[str, Any]]:
    if not statement.quotes:
        ledger.lost("statement without a quote", statement.id)
    tags = (statement.kind, *statement.tags)
    for number, quote in enumerate(statement.quotes, 1):
        found = selectors(quote, m.text)
        if not found:
            ledger.lost("quote without a place", statement.id, quote.quote)
            continue
        yield {
            "id": f"urn:argmap:annotation:{percent_encoded(statement.id, safe='')}:{number}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [
                {"type": "TextualBody", "format": "text/plain", "value": statement.text},
                *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            ],
            "target": {"source": source_iri(m), "selector": found},
        }


def selectors(quote: Quote, text: str | None) -> list[dict[str, Any]]:
    """Say where a quote stands; nothing if it has no place and its words are elided."""
    if quote.start is not None and quote.end is not None:
        place = {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}
        if not text:
            return [place]
        words = {
            "type": "TextQuoteSelector",
            "exact": text[quote.start : quote.end],
            "prefix": text[max(0, quote.start - _AROUND) : quote.start],
            "suffix": text[quote.end : quote.end + _AROUND],
        }
        return [words, place]
    if ELLIPSIS.search(quote.quote):
        return []
    return [{"type": "TextQuoteSelector", "exact": quote.quote}]


def source_iri(m: Map) -> str:
    """Name the source: by its address, else by its file, else by a name that means nothing."""
    name = m.source.url or m.source.file or "urn:argmap:source"
    return percent_encoded(name, safe=_OF_IRIS)
