"""The words by which tables and graphs call the kinds of relations."""

from argmap.claims.errors import Names, shown
from argmap.claims.ledger import Ledger
from argmap.claims.model import LinkKind, RelationKind

_WORDS: dict[RelationKind | LinkKind, str] = {
    "support": "support supports supported supporting pro for + sup reason",
    "contrast": (
        "contrast contrasts contrasting con against - attack attacks attacking att rebut rebuts "
        "rebuttal refute refutes conflict conflicts oppose opposes object objection undermine "
        "undermines undercut undercuts undercutter disagree disagrees"
    ),
    "rephrase": "rephrase rephrases restate restates restatement",
    "preference": "preference prefers preferred",
}
KINDS: dict[str, RelationKind | LinkKind] = {
    word: kind for kind, words in _WORDS.items() for word in words.split()
}


def kind_named(word: str) -> RelationKind | LinkKind | None:
    """Find the kind of relation that a word stands for; None if it stands for none."""
    return KINDS.get(word.strip().casefold())


def note_missing_step(word: str, where: str, ledger: Ledger, *, undercuts: bool) -> None:
    """Note an undercut that aims at a statement, for only a step can be undercut."""
    if word.strip().casefold().startswith("undercut") and not undercuts:
        ledger.repaired("undercut of a statement, kept as a contrast", where)


def kind_names() -> Names:
    """Give the words to look mistyped ones up in; one that only sounds alike means another kind."""
    return Names(KINDS, cutoff=0.8)


def unknown_kind(word: str, known: Names) -> tuple[str, str]:
    """Tell what is wrong with a word that stands for no kind of relation, and the cure.

    `known` are the `kind_names()`, the same for all words of a file.
    """
    if not word.strip():
        return "the relation has no kind", "Write support or contrast"
    cure = known.cure(word, "Write support, contrast, rephrase or preference")
    return f"unknown kind of relation {shown(word)}", cure
