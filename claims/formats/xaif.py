"""xAIF, the AIF of the Open Argument Mining tools: an AIF graph and the text that it was made from.

`{"AIF": {"nodes", "edges", "locutions", "participants", "schemefulfillments"}, "text": HTML or
{"txt": HTML}, "OVA": …}`; a span in the text marks the words of the node that its id names.
"""

from typing import Any

from argmap.claims.errors import MapError, Problem
from argmap.claims.formats.aif import KEYS, LISTS, gather_aif
from argmap.claims.formats.aif_writing import AifParts, json_text
from argmap.claims.formats.anchoring import Anchoring
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.raw_parts import Parts, reading_json, required_lists
from argmap.claims.formats.spans import marked
from argmap.claims.ledger import Ledger, Reading, Writing
from argmap.claims.model import Map

_KEYS = ("AIF", "text", "OVA", "ova", "dialog")


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError if the file is not of this shape."""
    gathering = Gathering(path)
    with reading_json(data, path) as outline:
        parts = Parts(gathering.ledger)
        aif = parts.outline(outline, "AIF")
        if "AIF" not in outline:
            raise MapError([Problem(path, 1, 1, "there is no 'AIF'", "That is where the graph is")])
        required_lists(aif, LISTS, path)
        parts.unread_keys(outline, _KEYS, "the file")
        parts.unread_keys(aif, KEYS, "AIF")
        for layout in ("OVA", "ova"):
            if bytes(parts.outline(outline, layout).get("nodes", b"[]")) != b"[]":
                parts.aside("places of nodes on the screen", layout)
        anchored = gather_aif(aif, gathering, parts)
        text = text_in(parts.value(outline, "text"), parts)
    anchoring = Anchoring(text, gathering)
    anchoring.quote_spans(anchored)
    return gathering.finish(text=anchoring.text)


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    ledger = Ledger()
    parts = AifParts.of(m, ledger)
    aif = {**parts.lists(), "schemefulfillments": [], "descriptorfulfillments": []}
    text = marked(m, {statement.id: statement.id for statement in m.statements}, ledger)
    ova = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    whole = {"AIF": aif, "text": text, "dialog": bool(parts.locutions), "OVA": ova}
    return Writing(json_text(whole), ledger.losses)


def text_in(value: Any, parts: Parts) -> str:  # noqa: ANN401
    """Find the text: itself, or under `txt`; anything else is noted as lost."""
    found = value.get("txt") if isinstance(value, dict) else value
    if isinstance(found, str):
        return found
    if found is not None or (isinstance(value, dict) and value):
        parts.aside("text that is no text", "text")
    return ""
