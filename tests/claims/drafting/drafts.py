"""Short ways to draft in a test."""

from pathlib import Path

from argmap.claims.drafting.clauses import clauses
from argmap.claims.drafting.draft import Draft, draft
from argmap.claims.drafting.sentences import sentences
from argmap.claims.drafting.structure import document_of
from argmap.claims.model import Relation

ARTICLE = Path(__file__).parents[3] / "claims" / "articles" / "us-russia" / "article.txt"


def drafted(text: str) -> Draft:
    """Draft a plain text."""
    return draft(document_of(text))


def sentences_of(text: str) -> list[str]:
    """Part a text into sentences."""
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def clauses_of(text: str) -> list[str]:
    """Part a sentence into clauses."""
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


def told(found: Draft) -> list[tuple[str, str, str]]:
    """Tell the relations of a draft: the words of both ends, and the kind between them."""
    words = {s.id: s.quotes[0].quote.rstrip(" ,;") for s in found.map.statements}
    return [(words[r.source], r.kind, words[r.target_id]) for r in found.map.relations]


def by_connective(found: Draft) -> list[tuple[str, str, str]]:
    """Tell the relations for which a connective speaks."""
    spoken = {r.id for r in cued(found)}
    both = zip(found.map.relations, told(found), strict=True)
    return [ends for relation, ends in both if relation.id in spoken]


def unlike(
    found: list[tuple[str, str, str]], wanted: list[str]
) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Compare relations with those wanted, told as "source + target" or "source - target".

    Both ends are told by their first words. Gives what is found and not wanted, and what is missed.
    """
    signs = {"support": " + ", "contrast": " - "}
    missed = list(wanted)
    surplus = []
    for source, kind, target in found:
        for one in missed:
            begins, sign, ends = one.partition(signs[kind])
            if sign and source.startswith(begins) and target.startswith(ends):
                missed.remove(one)
                break
        else:
            surplus.append((source, kind, target))
    return surplus, missed


def cued(found: Draft) -> list[Relation]:
    """List the relations that a connective tells."""
    return [r for r in found.map.relations if "'" in (r.signal or "")]
