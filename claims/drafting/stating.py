"""The text of a statement: the words of its unit, a clause of a longer sentence made one."""

from argmap.claims.drafting.units import Unit

_END_MARKS = " ,;:–—-"
_NOT_SAID = ("even if", "which ")
"""What cannot be left out: "even if it rains" does not say that it rains."""


def stated(unit: Unit, *, parted: bool) -> str:
    """Give the words of a unit, or of a clause what it says: "but it pays." says "It pays.".

    Args:
        unit: the unit.
        parted: whether its sentence has other units too.
    """
    words = unit.words.rstrip(_END_MARKS) or unit.words
    if not parted:
        return words
    rest = _without_connective(words, unit)
    first = rest.partition(" ")[0]
    return rest[0].upper() + rest[1:] if first.islower() else rest


def _without_connective(words: str, unit: Unit) -> str:
    """Leave out what ties a clause to another, unless it is not said without it."""
    cue = unit.cue
    if cue is None or (unit.whole and "front" not in cue.where) or cue.words.startswith(_NOT_SAID):
        return words
    if not words.replace("’", "'").lower().startswith(f"{cue.words} "):
        return words
    rest = words[len(cue.words) + 1 :]
    return words if rest.lower().startswith("that ") else rest
