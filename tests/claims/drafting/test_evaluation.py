"""Scores: what they count, and what drafts reach on texts that experts have mapped."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from argmap.claims.drafting.evaluation import compare, evaluate
from argmap.claims.drafting.matching import bears, matched
from argmap.claims.drafting.scores import Score, total
from argmap.claims.model import Holder, Map, Quote, Relation, RelationRef, Statement
from tests.claims.corpora import corpus_folder
from tests.claims.drafting.drafts import drafted

TEXT = "The line should stay. Trams are cheap. But they are late."


SPANS = ((0, 21), (22, 38), (39, 57))


def gold(*relations: Relation, words: str = TEXT, spans: Sequence[tuple[int, int]] = SPANS) -> Map:
    """A map of sentences of the text: a, b and c."""
    return Map(
        title="T",
        statements=tuple(
            Statement(
                id=name,
                kind="claim",
                text=words[start:end],
                main=name == "a",
                holder=("hill",) if name == "c" else (),
                quotes=(Quote(quote=words[start:end], start=start, end=end),),
            )
            for name, (start, end) in zip("abc", spans, strict=False)
        ),
        relations=relations,
        holders=(Holder(id="hill", name="Hill"),),
        text=words,
    )


def test_main_claim_is_right_by_any_of_its_quotes() -> None:
    theirs = gold(spans=((22, 38),))
    (claim,) = theirs.statements
    again = Quote(quote=TEXT[:21], start=0, end=21)
    both = structs.replace(claim, quotes=(*claim.quotes, again))

    assert compare(drafted(TEXT), theirs).central == Score(0, 1, 1)
    assert compare(drafted(TEXT), replace(theirs, statements=(both,))).central == Score(1, 1, 1)


def related(source: str, target: str | RelationRef, kind: str = "support") -> Relation:
    """A relation of a gold map."""
    name = f"{source}-{target}"
    return Relation(id=name, source=source, target=target, kind=kind)  # type: ignore[arg-type]


def test_what_is_right_counts() -> None:
    score = compare(drafted(TEXT), gold(related("b", "a"), related("c", "b", "contrast")))

    assert score.units == score.units_exact == Score(3, 3, 3)
    assert score.relations == score.labelled == Score(2, 2, 2)
    assert score.connective == score.bearing == Score(1, 1, 2)
    assert score.cued == Score(0, 0, 2)
    assert score.central == Score(1, 1, 1)
    assert score.holders == Score(0, 0, 0)
    assert score.to_first == Score(1, 2, 2)
    assert score.to_previous == Score(1, 2, 2)


def test_wrong_sign_counts_as_a_pair_only() -> None:
    score = compare(drafted(TEXT), gold(related("c", "b")))

    assert (score.relations.right, score.labelled.right) == (1, 0)


def test_undercut_is_an_attack_on_the_premise() -> None:
    undercut = related("c", RelationRef("b-a"), "contrast")
    score = compare(drafted(TEXT), gold(related("b", "a"), undercut))

    assert score.labelled == Score(2, 2, 2)


def test_cue_within_a_sentence_tells_both_ends() -> None:
    words = "The line should stay, because trams are cheap."
    m = gold(related("b", "a"), words=words, spans=[(0, 21), (22, 46)])

    assert compare(drafted(words), m).cued == Score(1, 1, 1)


def test_who_bears_on_it_by_a_detour_bears_on_it() -> None:
    chain = [(0, 1, True), (1, 2, True), (2, 3, False)]

    assert bears((0, 2, False), chain)
    assert bears((0, 3, False), chain)
    assert not bears((0, 3, True), chain)
    assert not bears((3, 0, False), chain)
    assert bears((0, 0, False), [(0, 1, True), (1, 0, True)])


def test_relation_for_another_of_the_same_side_bears_on_it() -> None:
    text = "The line should stay. Trams are cheap. Besides, they are clean."
    m = gold(related("c", "b"), related("b", "a"), words=text)
    score = compare(drafted(text), m)

    assert score.connective == Score(0, 1, 2)
    assert score.bearing == Score(1, 1, 2)


def test_relations_that_such_maps_never_have_are_not_judged() -> None:
    score = compare(drafted(TEXT), gold(related("b", "a")), frozenset(["support"]))

    assert score.connective == Score(0, 1, 1)
    assert score.bearing == Score(0, 0, 1)


def test_units_match_at_half_of_the_longer() -> None:
    assert matched([(0, 10), (10, 20)], [(0, 5), (9, 20)]) == {0: 0, 1: 1}
    assert matched([(0, 10)], [(0, 4), (4, 8)]) == {}
    assert matched([(0, 10), (0, 9)], [(0, 9)]) == {1: 0}


def test_nothing_scores_nothing() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)
    assert total([]).texts == 0


def test_files_that_are_no_maps_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("no map", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It rains.", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("argmap: 1\ntitle: T\n", encoding="utf-8")
    (tmp_path / "d").mkdir()

    assert evaluate(tmp_path) == (total([]), {})


def test_holders_are_scored_by_the_words_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Hill said that it rains. It is late.", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "argmap: 1\ntitle: T\nsource: {file: a.txt}\nholders: {h: {name: A. Hill}}\nclaims:\n"
        "  a: {text: A, holder: h, quote: Anna Hill said that it rains.}\n"
        "  b: {text: B, quote: It is late.}\n",
        encoding="utf-8",
    )
    score, files = evaluate(tmp_path)

    assert score.holders == Score(1, 1, 1)
    assert list(files) == ["a.yaml"]


@pytest.mark.parametrize(
    ("folder", "units", "labelled", "connective"),
    [("B-ncsa-arggraph", 0.93, 0.6, 0.9), ("A-odbl-cdcp", 0.93, 0.36, 0)],
)
def test_drafts_reach_their_aims(
    folder: str, units: float, labelled: float, connective: float
) -> None:
    corpora = corpus_folder()
    if corpora is None:
        pytest.skip("the corpora are not here; ARGMAP_CORPORA names their folder")
    score, _ = evaluate(corpora / folder)

    assert score.units.f1 >= units
    assert score.labelled.f1 >= labelled
    assert score.labelled.f1 > max(score.to_first.f1, score.to_previous.f1)
    assert score.connective.precision >= connective
