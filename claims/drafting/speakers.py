"""Who speaks in a debate or an interview: "ANNA: It pays." and what follows up to the next name."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.claims.drafting.attribution import Attribution
from argmap.claims.drafting.document import Document
from argmap.claims.drafting.lexicon import words
from argmap.claims.drafting.units import BODY, Unit

_TURN = re.compile(r"([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,4}):\s+(?=\S)")
_FEWEST_SPEAKERS = 2
_FEWEST_TURNS = 3


def turns(document: Document) -> tuple[Document, dict[int, str]]:
    """Find the names before what is spoken; linear.

    Paragraphs that begin "Background:" and "Methods:" are none: two names at least, and one of them
    again, make a debate.

    Returns:
        The document, without those names in its blocks, and the speaker of each block by its place.
    """
    named = {
        place: match
        for place, block in enumerate(document.blocks)
        if block.kind in BODY and (match := _TURN.match(document.text, block.start, block.end))
    }
    labels = words("word_classes", "label")
    counts = Counter(match[1] for match in named.values() if match[1].lower() not in labels)
    if len(counts) < _FEWEST_SPEAKERS or counts.total() < max(_FEWEST_TURNS, len(counts) + 1):
        return document, {}
    blocks = list(document.blocks)
    speakers: dict[int, str] = {}
    speaker: str | None = None
    for place, block in enumerate(blocks):
        match = named.get(place)
        if match and match[1] in counts:
            speaker = match[1]
            blocks[place] = replace(block, start=match.end())
        elif block.kind == "heading":
            speaker = None
        if speaker:
            speakers[place] = speaker
    return replace(document, blocks=tuple(blocks)), speakers


def spoken(
    parts: Sequence[Unit], said: Sequence[Attribution | None], speakers: Mapping[int, str]
) -> list[Attribution | None]:
    """Put the speaker of each unit, if it has one, before the holders that he names."""
    return [
        _by(speakers[unit.paragraph], held) if unit.paragraph in speakers else held
        for unit, held in zip(parts, said, strict=True)
    ]


def _by(speaker: str, held: Attribution | None) -> Attribution:
    if held is None:
        return Attribution((speaker,), f"{speaker}:")
    return held._replace(chain=(speaker, *(name for name in held.chain if name != speaker)))
