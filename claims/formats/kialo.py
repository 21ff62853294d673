"""The text that Kialo exports of a discussion.

`Discussion Title:` comes first, then the thesis, `1.`, and below it what speaks for and against:
`1.2. Pro: …`, numbered by what each answers. `-> See 1.3.` in the place of a text stands for a
statement that is told elsewhere. A text may go on in further lines.
"""

import re
from dataclasses import dataclass, field

from argmap.claims.files import decoded
from argmap.claims.formats.gathering import Gathering
from argmap.claims.ledger import Reading
from argmap.claims.model import Position, RelationKind

_TITLE = re.compile(r"\s*Discussion (?:Title|Name):(.*)")
_ITEM = re.compile(r"\s*(\d+(?:\.\d+)*)\.\s+(?:(Pro|Con):)?(.*)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*->\s*See\s+(\d+(?:\.\d+)*)\.?\s*")
_SOURCES = re.compile(r"\s*(?:Sources?|References?):?\s*")
_KINDS: dict[str, RelationKind] = {"Pro": "support", "Con": "contrast"}


@dataclass
class _Item:
    line: int
    number: str
    side: str | None
    words: list[str]
    sources: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.words).strip()

    @property
    def parent(self) -> str:
        return self.number.rpartition(".")[0]


def read(data: bytes, path: str) -> Reading:
    """Read a map; raises MapError if the file is not text."""
    gathering = Gathering(path, markup=False)
    title, items = _items(decoded(data, path), gathering)
    links = _links(items, gathering)
    for number, item in items.items():
        if number not in links:
            gathering.add_statement(
                number,
                item.text,
                place=Position(item.line, 1),
                note="\n".join(("Sources:", *item.sources)) if item.sources else None,
            )
    for number, item in items.items():
        if item.side:
            source = links.get(number, number)
            parent = links.get(item.parent, item.parent)
            place = Position(item.line, 1)
            gathering.add_relation(None, [source], parent, _KINDS[item.side.title()], place=place)
        elif item.parent and number not in links:
            gathering.ledger.lost("place below a statement, neither pro nor con", number)
    theses = [number for number, item in items.items() if not item.parent]
    if len(theses) == 1 and theses[0] not in links:
        gathering.change_statement(theses[0], main=True)
    return gathering.finish(title=title)


def _items(text: str, gathering: Gathering) -> tuple[str, dict[str, _Item]]:
    title = ""
    items: dict[str, _Item] = {}
    last: _Item | None = None
    for number, line in enumerate(text.split("\n"), 1):
        item = _ITEM.fullmatch(line)
        if item and (item[2] or _begins(item[1], items)):
            last = _Item(number, item[1], item[2], [item[3].strip()])
            if item[1] in items:
                gathering.ledger.lost("second statement of the same number", item[1], item[3])
            items.setdefault(item[1], last)
        elif last is None:
            found = _TITLE.fullmatch(line)
            title = title or (found[1].strip() if found else "")
            if not found and line.strip():
                gathering.ledger.lost("line before the first statement", f"line {number}", line)
        elif _SOURCES.fullmatch(line) or last.sources:
            last.sources += [line.strip()] if line.strip() else []
        else:
            last.words.append(line.rstrip())
    for entry in items.values():
        entry.sources = entry.sources[1:]
    return title, items


def _begins(number: str, items: dict[str, _Item]) -> bool:
    """Whether a number that stands alone begins a statement, and not a line of a longer text."""
    parent, _, last = number.rpartition(".")
    if number in items or (parent and parent not in items):
        return False
    before = f"{parent}.{int(last[:9]) - 1}" if parent else str(int(last[:9]) - 1)
    return last == "1" or before in items


def _links(items: dict[str, _Item], gathering: Gathering) -> dict[str, str]:
    """Find the items that only point to another one, and what they point to in the end."""
    pointers: dict[str, str] = {}
    for number, item in items.items():
        elsewhere = _ELSEWHERE.fullmatch(item.text)
        if elsewhere and elsewhere[1] in items:
            pointers[number] = elsewhere[1]
        elif elsewhere:
            gathering.ledger.repaired("pointer to no statement, kept as words", number)
    found: dict[str, str] = {}
    for start in pointers:
        if start in found:
            continue
        chain: dict[str, None] = {}
        number = start
        while number in pointers and number not in chain and number not in found:
            chain[number] = None
            number = pointers[number]
        end = found.get(number, number)
        if end in pointers:
            gathering.ledger.lost("pointers in a circle", start)
        found.update(dict.fromkeys(chain, end))
    return found
