"""Who holds a statement: the grammar beyond its own examples, and what is carried on."""

from types import SimpleNamespace
from typing import Any

import pytest

from argmap.claims.drafting.attribution import Attribution, attributed
from argmap.claims.drafting.draft import draft
from argmap.claims.drafting.grammar import marked
from argmap.claims.drafting.holders import Holders
from argmap.claims.drafting.parsing import subject_of_saying
from argmap.claims.drafting.quoted import unquoted
from argmap.claims.drafting.structure import document_of
from tests.claims.drafting.drafts import drafted


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Critics of the scheme say it will hurt small farmers.", "Critics"),
        ("“We cannot go on like this,” said Maria Lopez, a nurse from Madrid.", "Maria Lopez"),
        ("The company denied any wrongdoing.", "The company"),
        ("In a statement, the White House said the talks had been useful.", "the White House"),
        ("Mr. Kim, who has led the party since 2015, warned that it could fail.", "Mr. Kim"),
        ("Beijing regards the island as part of its territory.", "Beijing"),
        ("The plan has been criticised by environmental groups.", "environmental groups"),
        ("“It was chaos,” one witness said.", "one witness"),
        ("Prices, analysts say, will keep rising.", "analysts"),
        ("Russian President Vladimir Putin said on Thursday that he was ready.", "Vladimir Putin"),
        ("Washington has repeatedly accused Tehran of lying.", "Washington"),
        ("Others suggest a deal with Moscow.", "Others"),
        ("The finance minister, Olaf Berg, told us that it would fail.", "Olaf Berg"),
        ("The foreign ministry in Berlin called it a mistake.", "The foreign ministry in Berlin"),
        ("Kenya and Uganda have denied the allegations.", "Kenya and Uganda"),
        ("Environmentalists worry that the dam will break.", "Environmentalists"),
        ("The bank's chief economist thinks inflation has peaked.", "The bank's chief economist"),
        ("Opposition leader Bert Dale had called for a vote.", "Bert Dale"),
        ("DALE (Agency) - Hull's Prime Minister Ann Lee on Friday rejected it.", "Ann Lee"),
        ("The Mayor's Official Spokesman said it was late.", "The Mayor's Official Spokesman"),
        ("Bert Dale has refused to meet Hill and denied that he had lied.", "Bert Dale"),
        ("Rebel leader Bert Dale said it's a bad plan.", "Bert Dale"),
        ("Speaker Ann Lee, R-Dale, said she doesn't like it.", "Ann Lee"),
        ("A study by the Dale Institute, a think tank, said 8 million people left.", "A study"),
        ("Big farms, in a bid to save it, say a road that was built in 1990 must go.", "Big farms"),
        ("For many Swedes, the tax is too high.", "many Swedes"),
        ("The road is too narrow, reports the Dale Mirror.", "the Dale Mirror"),
        ("The bank, in a report titled “Growth”, has projected a loss.", "The bank"),
        ("While many Swedes consider it as a threat, it is none.", "many Swedes"),
    ],
)
def test_holder_is_found(sentence: str, holder: str) -> None:
    found = attributed(sentence)

    assert found
    assert found.chain == (holder,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Unemployment fell to 4.2 percent in March.",
        "It is clear that the policy has failed.",
        "The new law makes it easier to found a company.",
        "The storm is expected to reach the coast on Friday.",
        "The decision shows that the government is weak.",
        "The museum opened its doors to visitors last week.",
        "I think that the line should stay.",
        "We believe it is cheap.",
        "The mayor left Dale, calling Hill's claims a “mirage”.",
        "For the bank, the loss was small.",
        "Bert Dale's demands include a lower fare.",
        "As polls indicate that fewer people say they ride, the fare must fall.",
        "The American view of Russia has always been ambivalent.",
        "The United States never seriously questioned these claims.",
        "When he proposed a new order, he meant it.",
        "",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    assert attributed(sentence) is None


def holders_of(text: str) -> list[str]:
    """Name the holders of the statements of a text."""
    m = drafted(text).map
    ordered = sorted(m.statements, key=lambda s: s.quotes[0].start or 0)
    return [": ".join(map(m.holder_name, s.holder)) for s in ordered]


def test_he_is_the_person_named_last() -> None:
    assert holders_of("Anna Hill came late. She said that it rained.") == [
        "The author",
        "Anna Hill",
    ]


def test_he_is_nobody_known() -> None:
    assert holders_of("He said that it rained.") == ["He"]


def test_they_are_the_holder_before() -> None:
    text = "The unions say that it is late. They warn that it will fail."

    assert holders_of(text) == ["The unions", "The unions"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The mayor spoke. He said that it rained.", ["The author", "He"]),
        ("The mayor said that it rained. He added that it snowed.", ["The mayor"] * 2),
        ("The police said that it rained. He added that it snowed.", ["The police", "He"]),
        ("Anna Hill met Bert Dale. She said that it rained.", ["The author", "Anna Hill"]),
        ("Smith said that it rained.\n\nIt says that it snows.", ["Smith", "The author"]),
        (
            "The Health Council (HC) met. The HC said that it rained. It added that it hailed.",
            ["The author", "The Health Council", "The Health Council"],
        ),
        (
            "Jane Smith came late.\n\nSmith said that it rained. She added that it snowed.",
            ["The author", "Jane Smith", "Jane Smith"],
        ),
        ("George Washington sat. Washington said that it rained.", ["The author", "Washington"]),
        (
            "The unions say that it is late.\n\nThe fare is high, they say.",
            ["The unions", "The unions"],
        ),
        (
            "The bank said it was late.\n\nHill said that it was.\n\nIt added that it hailed.",
            ["The bank", "Hill", "The bank"],
        ),
        ("Rome fell.\n\nThe group said that it rained.", ["The author", "The group"]),
    ],
)
def test_name_is_carried_on(text: str, holders: list[str]) -> None:
    assert holders_of(text) == holders


def test_whoever_is_named_at_the_end_holds_the_whole_sentence() -> None:
    text = "The lake has shrunk by half, and it is dying, the agency said."

    assert holders_of(text) == ["The agency", "The agency"]


def test_whoever_is_named_at_the_end_holds_the_whole_quotation() -> None:
    inner = "This is a long sentence in a long quotation. " * 12
    text = f"“{inner}It ends here,” said Anna Hill. It is late."

    assert holders_of(text) == [*["Anna Hill"] * 13, "The author"]


@pytest.mark.parametrize("text", ["“”", '"', "“He said that", 'that it rains," she said', "”"])
def test_marks_that_do_not_pair_keep_the_places_of_words(text: str) -> None:
    assert len(marked(unquoted(text))) == len(text)


def test_quotation_goes_on() -> None:
    text = "“It is late,” said Anna Hill. “It will fail.” The mill stands."

    assert holders_of(text) == ["Anna Hill", "Anna Hill", "The author"]


def test_reason_belongs_to_who_gives_it() -> None:
    text = "The union says the plan is bad because it is late."

    assert holders_of(text) == ["The union", "The union"]


def test_second_content_has_the_holder_of_the_first() -> None:
    text = "The union says the plan is bad, but that the fare is good. The mill stands."

    assert holders_of(text)[-3:] == ["The union", "The union", "The author"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("ROME (AP) - The council cut the fare on Friday, saying that it pays.", "The author"),
        ("ROME — The council cut the fare on Friday, saying that it pays.", "The author"),
        ("ROME (AP) - The Herald said that it pays.", "The Herald"),
    ],
)
def test_place_that_a_report_comes_from_holds_nothing(text: str, holder: str) -> None:
    assert holders_of(text) == [holder]


def test_signal_stands_only_where_something_tells() -> None:
    text = "The line should stay. The mill is old. Hill said that it rained."
    signals = [s.signal for s in drafted(text).map.statements]

    assert signals == ["the sentence most like a thesis", None, "holder: 'Hill said that'"]


def test_signal_begins_with_a_word() -> None:
    assert attributed("ROME (AP) - Hill said that it rained.") == Attribution(
        ("Hill",), "Hill said that"
    )


def test_a_long_signal_is_cut_between_words() -> None:
    text = "While many Russians considered the enlargement of the alliance as hostile, it went on."
    signal = drafted(text).map.statements[0].signal or ""

    assert signal.endswith("holder: 'While many Russians considered the enlargement of the…'")


def test_names_of_one_person_are_one_holder() -> None:
    holders = Holders()

    assert holders.id_of("Anna Hill") == holders.id_of("Hill") == holders.id_of("Mrs. Hill")
    assert holders.id_of("the United States") == holders.id_of("The United States")
    assert holders.id_of("Moscow") == holders.id_of("the Russian government")
    assert {h.name for h in holders.all()} >= {"The United States", "Moscow"}
    assert holders.id_of("Northern Ireland") != holders.id_of("Ireland")
    assert holders.id_of("Bert Hill") != holders.id_of("Anna Hill")
    assert holders.id_of("Dale") == holders.id_of("Carl Dale")
    assert holders.id_of("the ministry") != holders.id_of("Anna Hill")
    assert holders.all()[1].name == "Anna Hill"
    assert holders.all()[1].aliases == ("Hill", "Mrs. Hill")


class Parse(list[Any]):
    """As much of a parsed sentence as is asked for."""

    text = "Hill quipped"

    def __getitem__(self, place: Any) -> Any:
        return SimpleNamespace(text="The old man") if isinstance(place, slice) else None


class Quoted(Parse):
    """A sentence that stands in quotation marks."""

    text = "said”"


def token(lower: str, pos: str, dep: str, *children: Any) -> Any:
    """A token of a parse."""
    return SimpleNamespace(
        lower_=lower,
        text=lower,
        pos_=pos,
        dep_=dep,
        children=children,
        i=2,
        idx=0,
        left_edge=SimpleNamespace(i=0),
    )


def test_parse_names_the_subject_of_a_verb_of_saying() -> None:
    subject, content = token("man", "NOUN", "nsubj"), token("rains", "VERB", "ccomp")
    verb = token("said", "VERB", "ROOT", subject, content)

    assert subject_of_saying(Parse([subject, verb])) == Attribution(
        ("The old man",), "The old man said"
    )
    might = token("said", "VERB", "ROOT", token("might", "AUX", "aux"), subject, content)
    assert subject_of_saying(Parse([might])) is None
    assert subject_of_saying(Quoted([verb])) is None
    assert subject_of_saying(Parse([token("said", "VERB", "ROOT", subject)])) is None
    assert subject_of_saying(Parse([token("ran", "VERB", "ROOT", subject)])) is None


def test_without_spacy_its_absence_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("argmap.claims.drafting.parsing.import_module", missing)

    with pytest.raises(ModuleNotFoundError):
        draft(document_of("It rains."), attribution="spacy")


def test_with_spacy_the_grammar_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def fake(name: str) -> Any:
        docs = [Parse([token("said", "VERB", "ROOT", token("man", "NOUN", "nsubj"))])]
        pipeline = SimpleNamespace(pipe=lambda sentences: docs[: len(list(sentences))])
        assert name == "spacy"
        return SimpleNamespace(load=lambda *_, **__: pipeline)

    monkeypatch.setattr("argmap.claims.drafting.parsing.import_module", fake)
    found = draft(document_of("It rains here."), attribution="spacy")

    assert [s.holder for s in found.map.statements] == [("author",)]
