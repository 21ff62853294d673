"""Who holds what in sentences as newspapers write them: counted, for nobody gets all of them."""

import re
from collections.abc import Sequence

import pytest

from argmap.claims.drafting.draft import Draft, draft
from argmap.claims.drafting.evaluation import compare
from argmap.claims.drafting.preface import HOLDERS
from argmap.claims.drafting.sentences import Span
from argmap.claims.drafting.structure import document_of
from argmap.claims.storage import load
from tests.claims.drafting.drafts import ARTICLE, drafted
from tests.claims.drafting.news import SEEN, UNSEEN

SMALL = frozenset(("the", "of", "many", "a"))


def parsed(marked: str) -> tuple[str, list[Span]]:
    """Part a sentence from the brackets around what is held in it."""
    plain = ""
    spans: list[Span] = []
    for number, piece in enumerate(re.split(r"[\[\]]", marked)):
        if number % 2:
            spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans


def said(name: str) -> set[str]:
    """Give the words of a name that tell."""
    return set(re.findall(r"\w+", name.lower())) - SMALL


def holding(found: Draft, content: Sequence[Span]) -> list[list[str]]:
    """Name the holders of each statement of which half lies within the content, or all of it."""
    held = []
    for statement in found.map.statements:
        start, end = statement.quotes[0].start or 0, statement.quotes[0].end or 0
        shares = (min(end, b) - max(start, a) for a, b in content)
        if not content or any(
            share * 2 >= min(end - start, b - a)
            for share, (a, b) in zip(shares, content, strict=True)
        ):
            held.append([found.map.holder_name(i) for i in statement.holder if i != "author"])
    return held


def scored(sentences: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Give precision and F1: right is who names the one who holds it, innermost, for all of it."""
    right = proposed = gold = 0
    for holders, marked in sentences:
        text, content = parsed(marked)
        names = holding(drafted(text), content)
        last = said(holders.rpartition(">")[2])
        proposed += any(names)
        gold += bool(last)
        right += bool(last) and all(chain and said(chain[-1]) & last for chain in names)
    return right / proposed, 2 * right / (proposed + gold)


@pytest.mark.parametrize(
    ("sentences", "precision", "f1"), [(SEEN, 0.95, 0.95), (UNSEEN, 0.95, 0.9)]
)
def test_holders_in_the_news(
    sentences: Sequence[tuple[str, str]], precision: float, f1: float
) -> None:
    reached = scored(sentences)

    assert reached >= (precision, 0)
    assert reached[1] >= f1


def test_head_of_a_draft_tells_how_many_holders_were_right() -> None:
    gold = load(ARTICLE.with_name("map.yaml"))
    score = compare(draft(document_of(gold.text or "")), gold).holders

    assert (score.precision, score.f1) == pytest.approx(HOLDERS, abs=0.03)


def test_whoever_is_quoted_by_somebody_stands_behind_him() -> None:
    nested = [sentence for sentence in (*SEEN, *UNSEEN) if ">" in sentence[0]]

    assert sum(map(is_told_whole, nested)) >= len(nested) - 1


def is_told_whole(sentence: tuple[str, str]) -> bool:
    """Tell whether all holders of a sentence are named, in their order."""
    text, content = parsed(sentence[1])
    wanted = [said(name) for name in sentence[0].split(" > ")]
    return all(
        len(chain) == len(wanted)
        and all(said(name) & gold for name, gold in zip(chain, wanted, strict=True))
        for chain in holding(drafted(text), content)
    )
