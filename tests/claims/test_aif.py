"""AIF graphs, with all that is odd in real ones, become statements and relations."""

from typing import Any

import pytest

from argmap.claims.formats import format_of_input
from tests.claims.aif_graphs import flaws, graph, reading, steps
from tests.claims.corpora import CorpusFile, atoms_sha256, corpus_files, relations_sha256


@pytest.mark.parametrize("case", corpus_files("aif-json"))
def test_real_files(case: CorpusFile) -> None:
    check_real_file(case, "aif")


def check_real_file(case: CorpusFile, form: str) -> None:
    """Compare what is read of a real file with what it is known to hold."""
    data = case.path.read_bytes()
    form_found = format_of_input(data, case.path.name)
    m = form_found.read(data, str(case.path)).map

    assert form_found.name == form
    assert len(m.statements) == case.expect["atom_nodes"]
    assert sum(r.kind == "support" for r in m.relations) == case.expect["support"]
    assert sum(r.kind == "contrast" for r in m.relations) == case.expect["attack"]
    assert atoms_sha256(m) == case.atoms_sha256
    assert relations_sha256(m) == case.relations_sha256


def test_ids_that_are_numbers() -> None:
    read = reading(
        {
            "nodes": [
                {"nodeID": 1, "text": "a", "type": "I"},
                {"nodeID": 2.0, "text": "", "type": "RA"},
                {"nodeID": "3", "text": "b", "type": "I"},
            ],
            "edges": [
                {"edgeID": 7, "fromID": "1", "toID": 2},
                {"edgeID": 7, "fromID": 2, "toID": 3},
            ],
        }
    )

    assert steps(read) == ["2: 1 -> 3"]
    assert not read.losses


def test_names_of_schemes() -> None:
    value = graph("a:I r:RA s:CA b:I", "a>r r>b b>s s>a")
    value["nodes"][1]["text"] = "Argument from &amp; to Sign"
    value["nodes"][2]["text"] = "Default Conflict"
    value["schemefulfillments"] = [
        {"nodeID": "r", "schemeID": "72", "scheme": "Another"},
        {"nodeID": "s", "scheme": "Conflict from Bias"},
        {"nodeID": "z", "scheme": "None"},
        {"nodeID": "a", "schemeID": 5},
        {},
    ]

    read = reading(value)

    assert [r.scheme for r in read.map.relations] == [
        "Argument from & to Sign",
        "Conflict from Bias",
    ]
    assert flaws(read) == [
        "number of a scheme in AIFdb: a",
        "~markup or control characters in a text: r",
        "scheme of a node that is not there: z",
    ]


def test_names_of_schemes_at_their_nodes() -> None:
    value = graph("a:I r:RA s:CA b:I t:TA", "a>r r>b b>s s>a")
    value["nodes"][1] |= {"scheme": "Sign", "schemeID": "30"}
    value["nodes"][2] |= {"text": "Bias", "scheme": "Default Conflict"}
    value["nodes"][4] |= {"scheme": "Default Transition"}
    read = reading(value)

    assert [r.scheme for r in read.map.relations] == ["Sign", "Bias"]
    assert flaws(read) == ["field 'schemeID' of nodes: r", "transition: t"]


def test_texts_with_markup_entities_and_control_characters() -> None:
    value = graph("a:I b:I c:I d:EN")
    texts = ["<b></b>1 &lt; 2 &amp;&nbsp;3", "a\x00b\x1b[0m", " <i> </i> ", "said by nobody"]
    for node, text in zip(value["nodes"], texts, strict=True):
        node["text"] = text

    m = reading(value).map

    assert [s.text for s in m.statements] == [
        "1 < 2 &\xa03",
        "ab[0m",
        "(no text)",
        "said by nobody",
    ]
    assert [s.implicit for s in m.statements] == [False, False, False, True]


def test_names_with_entities_and_markup() -> None:
    names = [
        ("J&uuml;rgen", "M&ouml;ller"),
        ("", "A &amp; B"),
        ("<b>J\u00fcrgen</b>", "M\u00f6ller"),
    ]
    people = [
        {"participantID": number, "firstname": first, "surname": last}
        for number, (first, last) in enumerate(names, 1)
    ]
    value = graph(
        "a:I b:I c:I x:L y:L z:L p:YA q:YA r:YA",
        "x>p p>a y>q q>b z>r r>c",
        participants=people,
        locutions=[
            {"nodeID": node, "personID": who} for node, who in zip("xyz", "123", strict=True)
        ],
    )
    for node in value["nodes"][6:]:
        node["text"] = "Asserting"

    read = reading(value)

    assert [holder.name for holder in read.map.holders] == ["J\u00fcrgen M\u00f6ller", "A & B"]
    assert [s.holder for s in read.map.statements] == [
        (read.map.holders[number].id,) for number in (0, 1, 0)
    ]
    assert flaws(read) == [
        "~markup or control characters in a name: J&uuml;rgen M&ouml;ller",
        "~markup or control characters in a name: A &amp; B",
    ]


def test_two_nodes_of_one_id() -> None:
    value = graph("a:I a:RA a:I")

    assert flaws(reading(value)) == ["second node of the same id: a"] * 2


def test_empty_graph() -> None:
    read = reading(graph(""), path="folder/nodeset1.aif.json")

    assert read.map.statements == ()
    assert read.map.title == "nodeset1"
    assert not read.losses


def test_fields_that_nothing_is_made_of_are_told_once() -> None:
    value = graph("a:I b:I", history=[1])
    for node in value["nodes"]:
        node |= {"timestamp": "2015", "x": 3, "hue": None}

    assert flaws(reading(value)) == [
        "'history' of the file: history",
        "field 'timestamp' of nodes: a",
        "field 'x' of nodes: a",
    ]


def dialogue(**more: Any) -> dict[str, Any]:
    return graph(
        "a:I b:I l:L m:L y:YA z:YA t:TA u:YA",
        "l>y y>a m>z z>b l>t t>m t>u",
        participants=[
            {"participantID": 1, "firstname": "Ann", "surname": "Lee"},
            {"participantID": "2", "firstname": "", "surname": "Bob"},
        ],
        **more,
    )


def test_a_dialogue_tells_holders_and_words() -> None:
    read = reading(
        dialogue(
            locutions=[
                {"nodeID": "l", "personID": "1", "start": "2021-11-11 21:50:00", "end": None},
                {"nodeID": "m", "personID": 2},
            ]
        )
    )
    a, b = read.map.statements

    assert [h.name for h in read.map.holders] == ["Ann Lee", "Bob"]
    assert (a.holder, b.holder) == (("ann-lee",), ("bob",))
    assert [(s.words, s.speaker, s.time) for s in a.locutions] == [
        ("l", "ann-lee", "2021-11-11 21:50:00")
    ]
    assert flaws(read) == [
        "transition: t",
        "illocution: y",
        "illocution: z",
        "illocution: u",
    ]


def test_who_asks_does_not_hold() -> None:
    value = dialogue(locutions=[{"nodeID": "l", "personID": 1}, {"nodeID": "m", "personID": 2}])
    value["nodes"][4]["text"] = "Pure Questioning"
    a, b = reading(value).map.statements

    assert (a.holder, b.holder) == ((), ("bob",))
    assert a.locutions[0].speaker == "ann-lee"


def test_a_statement_that_two_put_forward() -> None:
    value = graph(
        "a:I l:L m:L y:YA z:YA",
        "l>y y>a m>z z>a",
        locutions=[{"nodeID": "m", "personID": 8}],
    )
    read = reading(value)
    (a,) = read.map.statements

    assert [(s.words, s.speaker) for s in a.locutions] == [("l", None), ("m", "person-8")]
    assert a.holder == ("person-8",)
    assert "~speaker without a name: m" in flaws(read)


def test_names_that_only_the_words_tell() -> None:
    words = ["Ann Lee : It is late.", "Ann Lee: Let us go.", "Bob : Why?", "Bob goes : No.", "C: c"]
    value = graph(
        "a:I l:L m:L n:L o:L p:L y:YA",
        "l>y m>y n>y o>y p>y y>a",
        locutions=[
            {"nodeID": node, "personID": person}
            for node, person in zip("lmnop", (5, 5, 6, 6, 7), strict=True)
        ],
        participants=[{"participantID": 1, "firstname": "", "surname": "C"}],
    )
    for node, text in zip(value["nodes"][1:], words, strict=False):
        node["text"] = text
    read = reading(value)

    assert [holder.name for holder in read.map.holders] == ["Ann Lee", "Person 6", "Person 7"]
    assert [said.words for said in read.map.statements[0].locutions] == words
    assert [flaw for flaw in flaws(read) if "speaker" in flaw] == [
        "~speaker named by what their locutions begin with: 5",
        "~speaker without a name: n",
        "~speaker without a name: o",
        "~speaker without a name: p",
    ]


def test_what_is_odd_in_a_dialogue() -> None:
    value = graph(
        "a:I b:I l:L m:L n:L y:YA r:RA",
        "l>y m>y y>a y>b n>a n>r r>a",
        locutions=[
            {"nodeID": "q", "personID": 1},
            {"nodeID": "l", "personID": 0},
            {"nodeID": "l", "personID": 4},
            {"personID": 4},
        ],
        participants=[{"participantID": 3}],
    )

    assert flaws(reading(value)) == [
        "edge of a locution that no illocution explains: n to a",
        "edge of a locution that no illocution explains: n to r",
        "support without premise: r",
        "participant without an id of its own or without a name: 1",
        "second speaker of a locution: 3",
        "speaker of nothing: 4",
        "~speaker without a name: q",
        "illocution of several locutions for several statements: y",
        "locution without a statement: l",
        "locution without a statement: m",
        "locution without a statement: n",
        "speaker of a locution that is not there: q",
    ]
