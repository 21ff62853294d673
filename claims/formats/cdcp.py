"""The Cornell eRulemaking corpus (CDCP): spans of a public comment, and what supports what.

`{"prop_offsets": [[start, end], …], "prop_labels": ["policy", …], "reasons": [[[first, last],
conclusion], …], "evidences": [[[first, last], conclusion], …]}`; the comment stands beside it in
the file of the same name that ends in `.txt`, offsets count its code points. Premises that go from
a first to a last one support their conclusion each by itself.

Source: J. Park and C. Cardie, A corpus of eRulemaking user comments, 2018.
"""

from pathlib import Path
from typing import Any

from argmap.claims.errors import MapError, Problem
from argmap.claims.files import decoded, read_bytes
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.json_parts import document
from argmap.claims.formats.quoting import Quotes
from argmap.claims.ledger import Reading
from argmap.claims.unseen import blanked

_KEYS = ("prop_offsets", "prop_labels", "reasons", "evidences", "url")
_ENDINGS = (".json", ".ann")
_FIELDS: dict[str, dict[str, Any]] = {
    "policy": {},
    "value": {},
    "fact": {"kind": "evidence"},
    "testimony": {"kind": "evidence", "type": "testimony"},
    "reference": {"kind": "evidence", "type": "document"},
}
_MAX_SUPPORTS = 20_000


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError if the file, or the comment beside it, cannot be read."""
    gathering = Gathering(path, markup=False)
    root = document(data, path, gathering.ledger, "prop_offsets")
    name = Path(path).name
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    text = _comment(path, name, gathering)
    for key in root:
        if key not in _KEYS:
            gathering.ledger.lost("key that means nothing here", key, root[key])
    _gather_statements(root, text, gathering)
    _gather_supports(root, gathering)
    return gathering.finish(title=name, text=text)


def _comment(path: str, name: str, gathering: Gathering) -> str:
    """Read the comment, control characters replaced by space so that offsets stay true."""
    try:
        beside = str(Path(path).with_name(f"{name}.txt"))
        data = read_bytes(beside)
    except (MapError, ValueError):
        what = f"the comment that it speaks of, {name}.txt, cannot be read"
        cure = "Put it beside this file; the statements are its words"
        raise MapError([Problem(path, None, None, what, cure)]) from None
    text = decoded(data, beside, longest_line=len(data), allow_control=True)
    plain = blanked(text)
    if plain != text:
        gathering.ledger.repaired("control characters in the comment", beside)
    return plain


def _gather_statements(root: dict[str, Any], text: str, gathering: Gathering) -> None:
    offsets = _list(root, "prop_offsets", gathering)
    labels = _list(root, "prop_labels", gathering)
    urls = root.get("url") if isinstance(root.get("url"), dict) else {}
    quotes = Quotes(text)
    for number, span in enumerate(offsets):
        key = str(number)
        quote = quotes.at(*span) if _is_span(span, len(text)) else None
        if quote is None:
            gathering.ledger.lost("proposition without words in the comment", key, span)
            continue
        label = labels[number] if number < len(labels) else None
        if not isinstance(label, str) or label not in _FIELDS:
            gathering.ledger.lost("label of a proposition that is not known", key, label)
            label = ""
        fields = dict(_FIELDS.get(label, {}))
        url = urls.get(key) if isinstance(urls, dict) else None
        if isinstance(url, str) and url.strip() and "kind" in fields:
            fields["origin"] = url.strip()
        elif url:
            gathering.ledger.lost("address at a claim", key, url)
        tags = (label,) if label else ()
        gathering.add_statement(key, quote.quote, quotes=(quote,), tags=tags, **fields)


def _gather_supports(root: dict[str, Any], gathering: Gathering) -> None:
    """Add each support; where several sorts of a file tie the same two, once."""
    pairs: set[tuple[str, str]] = set()
    offsets = root.get("prop_offsets")
    last = len(offsets) - 1 if isinstance(offsets, list) else -1
    for sort in ("reasons", "evidences"):
        for number, part in enumerate(_list(root, sort, gathering)):
            where = f"{sort} {number}"
            premises = _premises(part, last) if _is_support(part) else range(0)
            if not premises or len(pairs) + len(premises) > _MAX_SUPPORTS:
                gathering.ledger.lost("support without sound ends", where, part)
                continue
            if len(premises) > 1:
                gathering.ledger.repaired("support by several statements, taken apart", where, part)
            if sort == "evidences":
                gathering.ledger.lost("mark of a support as evidence", where)
            for pair in ((str(premise), str(part[1])) for premise in premises):
                if pair not in pairs:
                    pairs.add(pair)
                    gathering.add_relation(None, [pair[0]], pair[1], "support")


def _premises(part: list[Any], last: int) -> range:
    return range(max(part[0][0], 0), min(part[0][1], last) + 1)


def _is_span(value: object, length: int) -> bool:
    return _are_numbers(value, 2) and 0 <= value[0] <= value[1] <= length  # type: ignore[index]


def _is_support(value: object) -> bool:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004  # premises, conclusion
        return False
    return _are_numbers(value[0], 2) and _are_numbers(value[1:], 1)


def _are_numbers(value: object, number: int) -> bool:
    return isinstance(value, list) and len(value) == number and all(type(n) is int for n in value)


def _list(root: dict[str, Any], key: str, gathering: Gathering) -> list[Any]:
    value = root.get(key)
    if isinstance(value, list):
        return value
    if value is not None:
        gathering.ledger.lost(f"{key} that are no list", key, value)
    return []
