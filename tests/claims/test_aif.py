"""AIF graphs, with all that is odd in real ones, become statements and relations."""

from typing import Any

import pytest

from argmap.claims.formats import format_of_input
from tests.claims.aif_graphs import flaws, graph, reading, steps
from tests.claims.corpora import CorpusFile, atoms_sha256, corpus_files, relations_sha256

CASES: dict[str, tuple[str, str, list[str], list[str]]] = {
    "support": ("a:I r:RA b:I", "a>r r>b", ["r: a -> b"], []),
    "contrast": ("a:I r:CA b:I", "a>r r>b", ["r: a -x b"], []),
    "linked premises": ("a:I c:I r:RA b:I", "a>r c>r r>b", ["r: a+c -> b"], []),
    "undercut of a support": (
        "a:I r:RA b:I c:I x:CA",
        "a>r r>b c>x x>r",
        ["r: a -> b", "x: c -x r (step)"],
        [],
    ),
    "undercut of a contrast": (
        "a:I r:CA b:I c:I x:CA",
        "a>r r>b c>x x>r",
        ["r: a -x b", "x: c -x r (step)"],
        [],
    ),
    "backing of a support": (
        "a:I r:RA b:I c:I x:RA",
        "a>r r>b c>x x>r",
        ["r: a -> b", "x: c -> r (step)"],
        [],
    ),
    "undercut of an undercut": (
        "a:I r:RA b:I x:CA y:CA z:RA",
        "a>r r>b b>x x>r a>y y>x b>z z>y",
        ["r: a -> b", "y: a -x x (step)", "z: b -> y (step)", "x: b -x r (step)"],
        [],
    ),
    "a chain of steps has no premises in between": (
        "a:I r:RA s:RA b:I",
        "a>r r>s s>b",
        [],
        ["support without premise: s", "relation without two ends, or from a …: r"],
    ),
    "undercuts in a circle": (
        "a:I b:I x:CA y:CA",
        "a>x x>y b>y y>x",
        ["x: a -x y (step)", "y: b -x x (step)"],
        [],
    ),
    "rephrase and preference": (
        "a:I b:I m:MA p:PA",
        "a>m m>b a>p p>b",
        ["m: a ~ b", "p: a > b"],
        [],
    ),
    "rephrase of several": (
        "a:I b:I c:I m:MA",
        "a>m b>m m>c",
        ["m: a ~ c", "m-2: b ~ c"],
        ["~rephrase with several ends, taken apart: m"],
    ),
    "name of a second rephrase that a node has": (
        "a:I b:I c:I m:MA m-2:MA r:RA",
        "a>m b>m m>c b>m-2 m-2>a a>r r>b r>c",
        ["m: a ~ c", "m-2: b ~ a", "m-2-2: b ~ c", "r: a -> b", "r-2: a -> c"],
        [
            "~rephrase with several ends, taken apart: m",
            "~relation with several conclusions, taken apart: r",
        ],
    ),
    "rephrase of several by several": (
        "a:I b:I c:I d:I m:MA",
        "a>m b>m m>c m>d",
        [],
        ["rephrase of several statements by several: m"],
    ),
    "preference between steps": (
        "a:I b:I r:RA s:RA p:PA",
        "a>r r>b b>s s>a r>p p>s",
        ["r: a -> b", "s: b -> a"],
        [
            "edge between a rephrase or preference and another step: r to p",
            "edge between a rephrase or preference and another step: p to s",
            "preference without two ends: p",
        ],
    ),
    "orphan": ("a:I r:RA", "", [], ["support without any end: r"]),
    "contrast without premise": ("a:I r:CA", "r>a", [], ["contrast without premise: r"]),
    "support without conclusion": ("a:I r:RA", "a>r", [], ["support without conclusion: r"]),
    "undercut of a step that is lost": (
        "a:I r:CA x:CA b:I",
        "r>a b>x x>r",
        [],
        ["contrast without premise: r", "relation without two ends, or from a …: x"],
    ),
    "several conclusions": (
        "a:I b:I c:I r:RA x:CA",
        "a>r r>b r>c c>x x>r",
        ["r: a -> b", "r-2: a -> c", "x: c -x r (step)"],
        ["~relation with several conclusions, taken apart: r"],
    ),
    "a statement and a step as conclusions": (
        "a:I b:I c:I r:RA x:CA",
        "a>r r>b c>x x>r x>b",
        ["r: a -> b", "x: c -x b", "x-2: c -x r (step)"],
        ["~relation with several conclusions, taken apart: x"],
    ),
    "name of a second conclusion that a node has": (
        "a:I b:I c:I r:RA r-2:RA",
        "a>r r>b r>c b>r-2 r-2>a",
        ["r: a -> b", "r-2-2: a -> c", "r-2: b -> a"],
        [
            "~relation with several conclusions, taken apart: r",
            "~relation of an id that was taken: r-2",
        ],
    ),
    "edge between statements": (
        "a:I b:I",
        "a>b",
        [],
        ["edge between two statements, of no known kind: a to b"],
    ),
    "edge to itself": ("a:I", "a>a", [], ["edge from a node to itself: a to a"]),
    "claim that loops through its own step": (
        "a:I r:RA",
        "a>r r>a",
        [],
        ["premise that is its own conclusion: r"],
    ),
    "conclusion among linked premises": (
        "a:I b:I r:RA",
        "a>r b>r r>a",
        ["r: b -> a"],
        ["premise that is its own conclusion: r"],
    ),
    "the same pair supported and attacked": (
        "a:I b:I r:RA x:CA",
        "a>r r>b a>x x>b",
        ["r: a -> b", "x: a -x b"],
        [],
    ),
    "the same step twice": (
        "a:I b:I r:RA s:RA x:CA",
        "a>r r>b a>s s>b b>x x>s",
        ["r: a -> b", "x: b -x r (step)"],
        ["relation that is there twice: s"],
    ),
    "the same edge twice": (
        "a:I b:I r:RA",
        "a>r a>r r>b",
        ["r: a -> b"],
        ["edge that is there twice: a to r"],
    ),
    "edge to nowhere": (
        "a:I b:I r:RA",
        "a>r r>b x>r r>y",
        ["r: a -> b"],
        [
            "edge with an end that is not there: x to r",
            "edge with an end that is not there: r to y",
        ],
    ),
    "node of unknown type": (
        "a:I b:I q:QA",
        "a>q q>b",
        [],
        [
            "node of unknown type: q",
            "edge of a node of unknown type: a to q",
            "edge of a node of unknown type: q to b",
        ],
    ),
    "contrasts both ways": (
        "a:I b:I x:CA y:CA",
        "a>x x>b b>y y>a",
        ["x: a <-x b"],
        ["~contrast that is another's way back: y"],
    ),
    "one contrast with both ends": (
        "a:I b:I x:CA",
        "a>x b>x x>a x>b",
        ["x: a <-x b"],
        [],
    ),
    "supports both ways are two": (
        "a:I b:I x:RA y:RA",
        "a>x x>b b>y y>a",
        ["x: a -> b", "y: b -> a"],
        [],
    ),
    "contrasts both ways, one of them undercut": (
        "a:I b:I c:I x:CA y:CA z:CA",
        "a>x x>b b>y y>a c>z z>x",
        ["x: a -x b", "y: b -x a", "z: c -x x (step)"],
        [],
    ),
    "contrasts both ways, both undercut": (
        "a:I b:I c:I x:CA y:CA z:CA",
        "a>x x>b b>y y>a c>z z>x z>y",
        ["x: a <-x b", "z: c -x x (step)"],
        ["~contrast that is another's way back: y"],
    ),
    "two contrasts one way, one the other": (
        "a:I b:I x:CA y:CA z:CA",
        "a>x x>b a>z z>b b>y y>a",
        ["x: a -x b", "y: b -x a"],
        ["relation that is there twice: z"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_graphs(name: str) -> None:
    nodes, edges, told, noted = CASES[name]
    read = reading(graph(nodes, edges))

    assert sorted(steps(read)) == sorted(told)
    assert [
        flaw.replace(
            "relation without two ends, or from a statement to itself",
            "relation without two ends, or from a …",
        )
        for flaw in flaws(read)
    ] == noted


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
        "~speaker without a name: q",
        "second speaker of a locution: 3",
        "speaker of nothing: 4",
        "illocution of several locutions for several statements: y",
        "locution without a statement: l",
        "locution without a statement: m",
        "locution without a statement: n",
        "speaker of a locution that is not there: q",
    ]
