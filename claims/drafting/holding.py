"""Who holds each unit of a text: who is named in it, and whom "he" or an open quotation means."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from argmap.claims.drafting.attribution import Attribution
from argmap.claims.drafting.parties import is_party
from argmap.claims.drafting.references import References, first_person, may_be_he
from argmap.claims.drafting.sentences import quotations
from argmap.claims.drafting.states import is_state
from argmap.claims.drafting.units import Unit

_HE = ("he", "she")
_THEY = ("they", "it")
_SAID_TOO = ("and that ", "but that ")
_GOES_ON = "a quotation or reason that goes on"


def attributions(
    text: str, parts: Sequence[Unit], named: Iterable[Attribution | None]
) -> list[Attribution | None]:
    """Find who holds each unit; None means that nobody is named, hence the author. Linear.

    "He" and "she" stand for the person named last, "they" and "it" for the holder before, or the
    last one that they can mean, "Smith" for "Anna Smith", if the text has named her. What stands in
    one quotation, a quotation that goes on in the next sentence, and a reason that follows in the
    same sentence have one holder.
    """
    found: list[Attribution | None] = []
    references = References()
    last: dict[str, str] = {}
    for place, (unit, attribution) in enumerate(zip(parts, named, strict=True)):
        references.learn(unit.words)
        before = found[-1] if found and parts[place - 1].paragraph == unit.paragraph else None
        if attribution:
            earlier = first_person(unit.words[: max(0, unit.words.find(attribution.signal))])
            name = _meant(attribution.chain[0], earlier, before, last, references)
            inner = map(references.meant, attribution.chain[1:])
            is_told = name.lower() != "it"  # else it means nobody: "it says that it snows"
            found.append(attribution._replace(chain=(name, *inner)) if is_told else None)
        elif before and _goes_on(text, parts[place - 1], unit):
            found.append(before._replace(signal=_GOES_ON, follows=False))
        else:
            found.append(None)
        holder = found[-1].chain[0] if attribution and found[-1] else first_person(unit.words)
        if holder:
            last[_pronoun(holder)] = holder
    return _spread(text, parts, found)


def _meant(
    name: str,
    earlier: str | None,
    before: Attribution | None,
    last: Mapping[str, str],
    references: References,
) -> str:
    """Give the holder that a name or a pronoun means; the pronoun if it means nobody known.

    Args:
        name: the name or pronoun.
        earlier: the person named before it in its sentence.
        before: who holds what stands before it in its paragraph.
        last: the holders that each pronoun may mean.
        references: what names mean.
    """
    pronoun = name.lower()
    if pronoun in _HE:
        return earlier or last.get("he") or name
    if pronoun in _THEY:
        return before.chain[-1] if before else last.get(pronoun, name)
    return references.meant(name)


def _pronoun(holder: str) -> str:
    """Tell by which pronoun a holder may be meant later on."""
    if may_be_he(holder):
        return "he"
    if holder.endswith("s") and is_party(holder.rpartition(" ")[2]):
        return "they"
    return "it" if " " in holder or is_state(holder) else "he"


def _goes_on(text: str, before: Unit, unit: Unit) -> bool:
    if unit.sentence == before.sentence:
        is_reason = unit.cue is not None and unit.cue.role == "reason"
        return is_reason or unit.words.startswith(_SAID_TOO)
    opens = text[unit.start] in '“"'
    return opens and any(mark in before.words for mark in '“"')


def _spread(
    text: str, parts: Sequence[Unit], found: Sequence[Attribution | None]
) -> list[Attribution | None]:
    """Give what stands before "..., Hill said" its holder: the sentence, or the quotation."""
    spread = list(found)
    within = _within_quotations(text, parts)
    for place in range(len(parts) - 2, -1, -1):
        holder = spread[place + 1]
        if spread[place] or not (holder and holder.follows):
            continue
        if parts[place].sentence == parts[place + 1].sentence or place in within:
            spread[place] = holder._replace(signal=_GOES_ON)
    return spread


def _within_quotations(text: str, parts: Sequence[Unit]) -> set[int]:
    """Give the places of the units at whose end a quotation is open."""
    starts = [unit.start for unit in parts]
    found: set[int] = set()
    for _, paragraph in groupby(parts, key=lambda unit: unit.paragraph):
        units = list(paragraph)
        for first, last in quotations(text, units[0].start, units[-1].end):
            found.update(range(bisect_left(starts, first), bisect_left(starts, last) - 1))
    return found
