"""The comment at the head of a drafted map: what it is, how much is in it, what it is worth."""

import textwrap

from argmap.claims.drafting.draft import Draft

_WIDTH = 96
_READ_FIRST = """
A draft, made by rules and not yet read by a person: what it proposes bears 'status: proposed'. Read
each statement beside its quote, mend its kind and its holder, and remove 'status' and 'signal' from
what you have settled.
"""
_WORTH = """
'signal' names what a proposal rests on: of a relation, 'cue' a connective that tells both ends,
and 'place' where they stand, though a connective may tell the rest. The certainty of a relation
is how often the like was right in texts that experts had mapped, or an estimate where it was too
rare there. A statement whose signal names no holder is the author's by default. Under 'suggested'
stand relations that were right about a third of the time; they do not count until you write them
into a statement. What nothing in the words connects stands under 'to_place'.
"""
# Argumentative microtexts (Peldszus and Stede) and comments on consumer debt collection (Park and
# Cardie): F1 of units at half, of relations with their sign, and of the better floor.
MEASURED = {"microtexts": (0.95, 0.70, 0.34), "comments": (0.95, 0.48, 0.33)}
# The share that is right of the relations of microtexts for which a connective speaks.
OF_CONNECTIVES = 0.95
# Holders other than the author in the article that comes with argmap: precision and F1.
HOLDERS = (0.82, 0.75)
_MEASURED = """
Measured on texts that experts had mapped, the ones that the rules were developed on: in 11
argumentative microtexts {:.2f} of the units (F1) and {:.2f} of the relations with their sign are
right, where {:.2f} would be if every unit supported the first; in 10 comments of citizens {:.2f}
and {:.2f}, where {:.2f} would be if every unit supported the one before it. Of the relations for
which a connective speaks, {:.2f} were right in the microtexts; of those that only the place in the
text tells, about half were in both. Of those named as holders, {:.2f} were right in an article on
foreign policy (F1 {:.2f}). Expect less of others.
"""


def preface(draft: Draft) -> str:
    """Write the comment, each line of it with its mark."""
    measured = _MEASURED.format(
        *MEASURED["microtexts"], *MEASURED["comments"], OF_CONNECTIVES, *HOLDERS
    )
    told = [_READ_FIRST, counted(draft), _WORTH, measured, *draft.notes]
    lines = [line for part in told for line in textwrap.wrap(" ".join(part.split()), _WIDTH)]
    return "".join(f"# {line}\n" for line in lines)


def counted(draft: Draft) -> str:
    """Tell in words how much a draft holds and how much of it found no place."""
    figures = draft.figures
    relations = len(draft.map.relations)
    return (
        f"{_times(len(draft.map.statements), 'statement')} "
        f"({_times(figures.claims, 'claim')}, {_times(figures.evidence, 'piece')} of evidence), "
        f"{figures.attributed} held by somebody else than the author; "
        f"{_times(relations, 'relation')}, {figures.cued} of them told by a connective alone; "
        f"{figures.suggested} suggested; {_times(figures.to_place, 'statement')} to place."
    )


def _times(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
