"""The draft as a whole: a sound map, honest about its grounds, in linear time."""

import cProfile
import pstats
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.claims.drafting.draft import draft
from argmap.claims.drafting.structure import document_of
from argmap.graph.build import to_networkx
from tests.claims.drafting.drafts import ARTICLE, by_connective, cued, drafted, told, unlike


def test_article_gives_a_sound_map(tmp_path: Path) -> None:
    text = ARTICLE.read_text("utf-8")
    found = draft(document_of(text), file="article.txt")
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "map.yaml"
    path.write_text(argmap.dumps(found.map), encoding="utf-8")

    assert argmap.load(path) == found.map
    assert len(to_networkx(found.map)) == len(found.map.statements) == 59


def test_article_has_no_statement_from_what_stands_around_it() -> None:
    document = document_of(ARTICLE.read_text("utf-8"))
    around = [b for b in document.blocks if b.kind not in ("paragraph", "list item")]
    spans = [
        (q.start or 0, q.end or 0)
        for s in drafted(document.text).map.statements
        for q in s.quotes[:1]
    ]

    assert not [b for b in around for start, end in spans if start < b.end and b.start < end]


def test_what_is_said_again_becomes_a_second_quote() -> None:
    found = drafted(ARTICLE.read_text("utf-8"))
    again = [q.quote[:50] for s in found.map.statements for q in s.quotes[1:]]

    assert sorted(again) == [
        "In many areas outside of Europe, the United States",
        "Many U.S. policymakers view China and Russia as pa",
        "The adversarial relationship is likely to persist",
        "The most likely US strategy is to keep trying to w",
    ]
    assert found.figures.repeats == 4


def test_relations_of_the_article_have_signals_and_their_worth() -> None:
    found = drafted(ARTICLE.read_text("utf-8"))

    assert all(r.signal and r.certainty and r.status == "proposed" for r in found.map.relations)
    assert (found.figures.cued, found.figures.placed) == (7, 8)
    assert len(cued(found)) == len(found.map.relations) == 15
    mutual = [(r.source.split("-")[0], r.kind) for r in found.map.relations if r.mutual]
    assert mutual == [("russians", "contrast")]


def test_main_claim_of_the_article_is_its_thesis() -> None:
    main = drafted(ARTICLE.read_text("utf-8")).map.main

    assert main
    assert main.text == "A contentious relationship between the two is likely to persist."


def test_words_of_the_title_that_many_sentences_have_tell_little() -> None:
    text = (
        "Our town should turn Mill Street over to walkers\n\n"
        "For thirty years, Mill Street was a car park. The council should close it to cars.\n\n"
        "Shops on Mill Street would gain. Nobody can sit on Mill Street today, and few want to."
    )
    main = drafted(text).map.main

    assert main
    assert main.text == "The council should close it to cars."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They voted in May.", "evidence"),
        ("The line was closed on May 3.", "evidence"),
        ("They should vote in May.", "claim"),
        ("Will they vote in May?", "claim"),
        ("The line will be closed in 2040.", "claim"),
    ],
)
def test_what_is_wanted_or_foreseen_is_no_event(text: str, kind: str) -> None:
    assert drafted(f"The line should stay. {text}").map.statements[1].kind == kind


def test_what_no_relation_touches_is_listed() -> None:
    found = drafted(ARTICLE.read_text("utf-8"))
    touched = {i for r in found.map.relations for i in (*r.premises, r.target_id)}
    main = found.map.main

    assert main
    assert set(found.to_place) == set(found.map.by_id) - touched - {main.id}
    assert found.figures.to_place == len(found.to_place)
    assert found.suggested == found.map.suggested
    assert found.figures.suggested == len(found.suggested) > 0


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "The line should stay. Yes, it is dear. Repairs cost a lot. But it pays.",
            [
                ("Yes, it is dear.", "contrast", "The line should stay."),
                ("Repairs cost a lot.", "support", "Yes, it is dear."),
                ("But it pays.", "contrast", "Yes, it is dear."),
            ],
        ),
        (
            "The trains are full. For example, mine was. For instance, hers was. Thus it stays.",
            [
                ("For example, mine was.", "support", "The trains are full."),
                ("For instance, hers was.", "support", "The trains are full."),
                ("The trains are full.", "support", "Thus it stays."),
            ],
        ),
        (
            "It is said to be dear. It is not. On the contrary, it is cheap.",
            [("On the contrary, it is cheap.", "support", "It is not.")],
        ),
        (
            "It is dear. It is slow. On the contrary, it is cheap.",
            [("On the contrary, it is cheap.", "contrast", "It is slow.")],
        ),
        (
            "The line should stay because it is cheap, and it is quiet.",
            [
                ("because it is cheap", "support", "The line should stay"),
                ("and it is quiet.", "support", "The line should stay"),
            ],
        ),
    ],
)
def test_connectives_tell_what_bears_on_what(
    text: str, relations: list[tuple[str, str, str]]
) -> None:
    found = told(drafted(text))

    for source, kind, target in relations:
        assert (source, kind, target) in [(a.rstrip(","), k, b.rstrip(",")) for a, k, b in found]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            # The reply is to the main clause, not to the reason for it.
            "The plan has failed, because it rained all day. However, few complained.",
            ["because + The plan", "However - The plan"],
        ),
        (
            # A conclusion after a reply sums up more than the reply.
            "Some say that trams are dear. But they pay. Hence the line should stay.",
            ["Some say - Hence", "But - Some say"],
        ),
        (
            # A new sentence adds to the reasons for the claim, not to the reply.
            "The line should stay. Yes, it is slow. But it is cheap. Besides, it is quiet.",
            ["Yes - The line", "But - Yes", "Besides + The line"],
        ),
        (
            # The clause after "and" goes on with the reply.
            "The line should stay. Yes, it is slow. But it is cheap, and it is quiet.",
            ["Yes - The line", "But - Yes", "and - Yes"],
        ),
        (
            # The main claim grants what it replies to.
            "The line costs a lot. But it should stay.",
            ["The line - But"],
        ),
        (
            # The other side is that against the main claim.
            "The line should stay. It is quiet. On the other hand, it is slow.",
            ["On the other hand - The line"],
        ),
        (
            # What others may say is held against the main claim, whatever opens it.
            "The line should stay. It is quiet. Yet some might object that it is slow.",
            ["Yet - The line"],
        ),
        (
            # A story goes on with "but", and nothing is said against a question.
            "I rang the bell but they kept it shut. Who does that? But it was late.",
            [],
        ),
        (
            # An opinion is no story.
            "My view is that it is dear, but it is used every day.",
            ["but - My view"],
        ),
        (
            # The aside is not a reply to what was granted before.
            "The line should stay. Yes, it is dear. It is slow, although it was built last year.",
            ["Yes - The line", "although - It is slow"],
        ),
        (
            # A question draws no conclusion, and no conclusion is drawn between "and" and its verb.
            "The line should stay. So what is it that they want? Few ride it and thus it is quiet.",
            [],
        ),
    ],
)
def test_connectives_tell_no_more_than_these(text: str, relations: list[str]) -> None:
    assert unlike(by_connective(drafted(text)), relations) == ([], [])


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            # Nobody answers the objection: it is the author's, and what it replies to is granted.
            "Trams cost a lot of money. But they are quiet. The line should stay.",
            ("Trams cost a lot of money.", "contrast", "The line should stay."),
        ),
        (
            "The line should stay. Trams are late. I have seen that myself.",
            ("I have seen that myself.", "support", "Trams are late."),
        ),
        (
            # What follows the reply speaks for it, as long as the main claim is to come.
            "Trams are slow. But they are quiet. Everybody can sleep. The line should stay.",
            ("Everybody can sleep.", "support", "But they are quiet."),
        ),
        (
            "Trams are quiet. The line should stay.",
            ("Trams are quiet.", "support", "The line should stay."),
        ),
    ],
)
def test_places_in_a_short_text_tell_what_belongs_together(
    text: str, relation: tuple[str, str, str]
) -> None:
    assert relation in told(drafted(text))


@pytest.mark.parametrize(
    "text",
    [
        "The line should stay. It is late here. Rain falls. Night comes. Owls hoot.",
        "The line should stay. Why is it late?",
        "The line should stay. I work at the mill.",
        "The line should stay. Owls hoot. The city should also close the mill.",
        "The line should stay. Owls hoot. The mill should close.",
        "Die Bahn ist leise und die Stadt soll sie behalten. Sie ist nicht teuer und das ist gut.",
    ],
)
def test_what_stands_apart_stays_apart(text: str) -> None:
    last = drafted(text).map.statements[-1]

    assert not [r for r in drafted(text).map.relations if r.source == last.id]


def test_two_views_are_set_against_each_other() -> None:
    text = "While critics say that it is dear, the union says that it is cheap."
    (relation,) = drafted(text).map.relations

    assert (relation.kind, relation.mutual) == ("contrast", True)


def test_short_argument_hangs_together() -> None:
    found = drafted("The line should stay. Trams are cheap. This saves money.")

    assert told(found) == [
        ("Trams are cheap.", "support", "The line should stay."),
        ("This saves money.", "support", "Trams are cheap."),
    ]
    assert [r.signal for r in found.map.relations] == [
        "place: shortly after a claim",
        "place: takes up what stands before",
    ]
    assert (found.figures.cued, found.figures.placed, found.to_place) == (0, 2, ())


def test_longer_text_only_suggests_what_its_places_tell() -> None:
    found = drafted("The line should stay. Trams are cheap.\n\nIt is late. Indeed it rains.")

    assert [r.signal for r in found.map.relations] == ["place: 'indeed' opens a reason"]
    assert [(s.source, s.target, s.kind) for s in found.suggested] == [
        ("trams-cheap", "line-stay", "support")
    ]


def test_suggestions_go_to_the_reply_and_not_from_the_main_claim() -> None:
    text = (
        "It is late.\n\nMany miss the old fare. But they err. It was cut. "
        "It is low.\n\nOwls hoot. The line should stay."
    )
    found = drafted(text)

    assert found.map.main
    assert [(s.source, s.target) for s in found.suggested] == [("cut", "err"), ("low", "err")]


def test_concession_is_suggested_against_the_main_claim() -> None:
    text = "The line should stay.\n\nOf course, it is dear. Repairs take long.\n\nIt is late."
    found = drafted(text)

    assert [(s.source, s.kind, s.target) for s in found.suggested] == [
        ("course-dear", "contrast", "line-stay"),
        ("repairs-take-long", "support", "course-dear"),
    ]


def test_objection_at_the_head_of_a_paragraph_is_suggested() -> None:
    found = drafted("The line should stay. Trams are cheap.\n\nHowever, they are late. It rains.")
    first = found.suggested[0]

    assert (first.kind, first.certainty) == ("contrast", None)
    assert (
        first.signal
        == "place: 'however' opens an objection to what stands before, in a new paragraph"
    )


def test_what_may_be_a_story_is_suggested_once() -> None:
    found = drafted("I rang the bell but they kept it shut.\n\nIt rains.")

    assert [(s.kind, s.target) for s in found.suggested] == [("contrast", "rang-bell")]
    assert found.suggested[0].signal
    assert "'but'" in found.suggested[0].signal


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The line is small, but it still pays.", ["The line is small", "It still pays."]),
        (
            "The line is used every day, so it should stay.",
            ["The line is used every day", "It should stay."],
        ),
        (
            "While many Swedes saw it as dear, the Danes saw it as cheap.",
            ["Many Swedes saw it as dear", "The Danes saw it as cheap."],
        ),
        ("The fare is low. But it pays.", ["The fare is low.", "But it pays."]),
        (
            "Even if it is dear, the line should stay.",
            ["Even if it is dear", "The line should stay."],
        ),
        (
            "The union says the plan is bad, but that the fare is good.",
            ["The union says the plan is bad", "But that the fare is good."],
        ),
        (
            "The line is used every day, which means that it pays.",
            ["The line is used every day", "Which means that it pays."],
        ),
        (
            "The line should stay, because eBay is cheap.",
            ["The line should stay", "eBay is cheap."],
        ),
    ],
)
def test_clause_of_a_sentence_is_stated_as_one(text: str, said: list[str]) -> None:
    statements = drafted(text).map.statements

    assert [s.text for s in statements] == said
    assert [text[q.start : q.end] for s in statements for q in s.quotes] == [
        s.quotes[0].quote for s in statements
    ]


def test_text_without_a_sentence_gets_a_note() -> None:
    assert drafted("a | b | c\nd | e | f\n").notes == (
        "No sentence stands in this text: headings, tables, code and the like state nothing.",
    )
    assert drafted("It rains.").notes == ()


def test_same_words_get_numbers() -> None:
    found = drafted("It rains here. He left. It rains here. It rains here.")

    assert [s.quotes[0].nth for s in found.map.statements] == [1, None, 2, 3]
    assert [s.id for s in found.map.statements] == ["rains", "left", "rains-2", "rains-3"]


@pytest.mark.parametrize("text", ["", "   ", "!?", "12 34"])
def test_text_without_sentences_gives_an_empty_map(text: str) -> None:
    found = drafted(text)

    assert found.map.statements == ()
    assert found.map.title == "Nothing to map"


def test_one_word_is_one_claim() -> None:
    assert [s.text for s in drafted("Word").map.statements] == ["Word"]


def test_progress_is_told() -> None:
    done: list[int] = []
    text = "It rains.\n\nIt pours."
    draft(document_of(text), progress=done.append)

    assert done == [9, 20]


CHARACTERS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=3)
PIECES = st.sampled_from(
    (
        *("But ", "because ", "While ", "it is ", "He said that ", ". ", ", ", "“", "”", "\n\n"),
        *("should ", "This ", "Of course, ", "For example, ", "So ", "in 2014 ", "a-b ", "a b "),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | CHARACTERS, max_size=40).map("".join))
def test_every_draft_is_a_map_that_comes_back(text: str) -> None:
    found = drafted(text)
    m = argmap.loads(argmap.dumps(found.map))

    assert [s.id for s in m.statements] == [s.id for s in found.map.statements]
    assert m.relations == found.map.relations
    assert drafted(text) == found


@pytest.mark.parametrize(
    "piece",
    [
        "The line is cheap, but it is late, because it rains. Hill said that it works. ",
        "they are here and they ",
        "“",
        "(",
        ".",
        "A ",
        "a, ",
        "A ? ",
        "However, it is. \n\n",
        "This is dear. They are late. ",
        "They are late. For example, mine is. Thus it should stay. ",
        "Some may say that it is dear. But it pays, because it is used. So it stays. ",
    ],
)
def test_cost_grows_with_the_text(piece: str) -> None:
    drafted("Hill said that it is the view that, according to Dale, it works in 2014.")
    size = 6_000 // len(piece)

    assert calls(piece * size * 4) < 6 * calls(piece * size) + 2_000


def calls(text: str) -> int:
    """Count the function calls of a draft."""
    profile = cProfile.Profile()
    profile.runcall(drafted, text)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # typeshed
