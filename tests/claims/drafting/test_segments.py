"""Sentences and clauses: where they end, and where they must not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.drafting.drafts import clauses_of, drafted, sentences_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rains. It pours! Does it? Yes…", 4),
        ("“Stop it. Now,” he said. She left.", 2),
        ("He said “I came.” Then he left.", 2),
        ("“Really?” she asked. “Yes.”", 2),
        ("Stop calling me!!!On Monday I leave.", 2),
        ("We met in the U.S. The war went on.", 2),
        ("J. Smith met A. B. Hill. They talked.", 2),
        ("No. We disagree.", 2),
        ("A path. independent of it all.", 1),
        ("It costs 3.5 pounds. It is dear.", 2),
        ("(It rains.) It pours.", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


def test_long_quotation_is_broken() -> None:
    assert len(sentences_of("“" + "The line should stay. " * 30 + "”")) > 20


@pytest.mark.parametrize(
    "parts",
    [
        ["The guests left,", "but she stayed here."],
        ["The line should stay", "because it is cheap."],
        ["While the bus is slow,", "the train is fast."],
        ["Because it is cheap,", "the line should stay."],
        ["Although the fare, as we know, is low,", "the trains are empty."],
        ["The line is cheap,", "so it should stay."],
        ["They have no car", "so they take the train."],
        ["The harvest failed,", "which means that bread will be dear."],
        ["We stayed at home,", "for it was late."],
        ["It is shut,", "as the roof leaks and they have no money."],
        ["Since it is shut,", "rents have risen."],
        ["The mill makes noise", "and people have gotten sick from it."],
        ["The line is cheap;", "the bus is dear."],
        ["It is used by all,", "though I think that it is slow,", "and any rider can be late."],
    ],
)
def test_clauses_part_at_connectives(parts: list[str]) -> None:
    assert clauses_of(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "He said “the line is cheap, but it is slow”.",
        "The line (it is cheap, but it is slow) should stay.",
        "It is not a train but a bus that they want.",
        "It is not only cheap but it is said to be quiet also.",
        "Bread and butter are dear.",
        "The bins stink and have to be sorted.",
        "It was so late that we left.",
        "She saved money so that she could leave.",
        "She has saved money so she can leave.",
        "If it is cheap, and it is quiet, the line should stay.",
        "It has been closed since 1999.",
        "So far, it is cheap.",
        "It is dirty and a problem.",
        "We left but for him.",
        "It failed because of the rain, not because they were slow.",
        "They have left, as she had said.",
        "They left, as they should.",
        "He stayed for her, for the third time.",
        "While they were talking, it had begun to rain.",
        "Since it was closed, rents have risen.",
    ],
)
def test_clauses_do_not_part_elsewhere(sentence: str) -> None:
    assert clauses_of(sentence) == [sentence]


def test_a_sentence_may_begin_with_a_row_of_signs() -> None:
    sentence = "######################## the mill is old, and it works well today."

    assert clauses_of(sentence)[1:] == ["and it works well today."]


WORDS = st.sampled_from(
    (
        *("but ", "because ", "while ", "it is ", "he said ", ". ", ", ", "“", "”", '"', "(", ")"),
        *("\n", "\n\n", "The Line ", "according to ", "2014 ", "So ", "'s ", "e\u0301", ";"),
        "#" * 24,
    )
)


@given(st.lists(WORDS | st.text(max_size=4), max_size=40).map("".join))
def test_every_statement_is_verbatim(text: str) -> None:
    m = drafted(text).map

    for statement in m.statements:
        first, *_ = statement.quotes
        assert statement.text.casefold() in " ".join(first.quote.casefold().split())
        for quote in statement.quotes:
            assert text[quote.start : quote.end] == quote.quote


@given(st.lists(WORDS, max_size=40).map("".join))
def test_statements_stand_in_order_and_apart(text: str) -> None:
    quotes = [s.quotes[0] for s in drafted(text).map.statements]
    spans = sorted((q.start or 0, q.end or 0) for q in quotes)

    assert all(one[1] <= other[0] for one, other in pairwise(spans))
