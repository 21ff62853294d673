"""Graphs of statements and schemes, odd as real ones are: one map, whatever format draws them."""

import pytest

from tests.claims.aif_graphs import flaws, steps
from tests.claims.foreign import read, told
from tests.claims.graph_files import DIALECTS, drawn

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
    "undercut of an undercut of an undercut": (
        "a:I b:I c:I d:I e:I r:CA x:CA y:CA z:CA",
        "a>r r>b c>x x>r d>y y>x e>z z>y",
        ["r: a -x b", "x: c -x r (step)", "y: d -x x (step)", "z: e -x y (step)"],
        [],
    ),
    "step that attacks itself": (
        "a:I r:CA",
        "a>r r>r",
        [],
        ["edge from a node to itself: r to r", "contrast without conclusion: r"],
    ),
    "statement and step of one id": (
        "a:I b:I a:RA r:RA",
        "a>r r>b",
        ["r: a -> b"],
        ["second node of the same id: a"],
    ),
    "nothing": ("", "", [], []),
    "linked undercut": (
        "a:I b:I c:I d:I r:RA x:CA",
        "a>r r>b c>x d>x x>r",
        ["r: a -> b", "x: c+d -x r (step)"],
        [],
    ),
    "one step for two others": (
        "a:I b:I c:I r:RA s:RA x:CA",
        "a>r r>b b>s s>a c>x x>r x>s",
        ["r: a -> b", "s: b -> a", "x: c -x r (step)", "x-2: c -x s (step)"],
        ["~relation with several conclusions, taken apart: x"],
    ),
}

AIF_CASES: dict[str, tuple[str, str, list[str], list[str]]] = {
    "contrasts both ways": (
        "a:I b:I x:CA y:CA",
        "a>x x>b b>y y>a",
        ["x: a <-x b"],
        ["~contrast that is another's way back: y"],
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


def cases() -> list[tuple[str, str]]:
    """Pair the dialects with the graphs whose nodes they know."""
    return [
        (dialect, name)
        for dialect, sorts in DIALECTS.items()
        for name, (nodes, *_) in CASES.items()
        if {node.split(":")[1] for node in nodes.split()} <= {*sorts, "QA"}
        and not (dialect.startswith("arguebuf") and "a:RA" in nodes)  # an object's keys differ
    ]


@pytest.mark.parametrize(("dialect", "name"), cases())
def test_graphs(dialect: str, name: str) -> None:
    check(dialect, *CASES[name])


@pytest.mark.parametrize("dialect", ["aif", "xaif", "ova"])
@pytest.mark.parametrize("name", AIF_CASES)
def test_aif_has_no_other_way_to_say_that_a_contrast_is_mutual(dialect: str, name: str) -> None:
    check(dialect, *AIF_CASES[name])


def check(dialect: str, nodes: str, edges: str, told: list[str], noted: list[str]) -> None:
    """Read a graph in a dialect, and compare what it says and what the ledger notes."""
    reading = read(dialect.split(maxsplit=1)[0], drawn(dialect, nodes, edges))

    assert sorted(steps(reading)) == sorted(told)
    assert [
        flaw.replace(
            "relation without two ends, or from a statement to itself",
            "relation without two ends, or from a …",
        )
        for flaw in flaws(reading)
    ] == noted


@pytest.mark.parametrize("dialect", DIALECTS)
def test_ids_that_are_numbers(dialect: str) -> None:
    nodes, edges = "1:I 2:RA 3:I 4:CA", "1>2 2>3 3>4 4>2"
    reading = read(dialect.split(maxsplit=1)[0], drawn(dialect, nodes, edges, number=True))

    assert steps(reading) == ["2: 1 -> 3", "4: 3 -x 2 (step)"]
    assert not reading.losses


MARKUP = "markup or control characters in a text"


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("text", "plain", "mended"),
    [
        ("<b></b>1 &lt; 2 &amp;&nbsp;3", "1 < 2 &\xa03", [f"~{MARKUP}: a"]),
        ("a\x00b\x1b[0m\ufffe", "ab[0m", [f"~{MARKUP}: a"]),
        (" \n", "(no text)", ["~statement without text: a"]),
        ("a\r\nb \u202e\u2028", "a\nb \u202e", []),
    ],
)
def test_texts_are_words(dialect: str, text: str, plain: str, mended: list[str]) -> None:
    form = dialect.split(maxsplit=1)[0]
    if "&" in text and form in ("sadface", "arguebuf"):
        plain, mended = text, []  # Their texts are plain as they are.

    reading = read(form, drawn(dialect, "a:I", a=text))

    assert [s.text for s in reading.map.statements] == [plain]
    assert flaws(reading) == mended


@pytest.mark.parametrize("dialect", ["aif", "xaif", "ova"])
def test_dialogue_without_an_argument_is_told_and_takes_linear_time(dialect: str) -> None:
    count = 23_000
    nodes = "a:I " + " ".join(f"l{n}:L y{n}:YA t{n}:TA" for n in range(count))
    edges = " ".join(f"l{n}>t{n} t{n}>y{n}" for n in range(count))

    reading = read(dialect, drawn(dialect, nodes, edges))

    assert [s.id for s in reading.map.statements] == ["a"]
    assert told(reading) == {
        "transition": count,
        "illocution": count,
        "locution without a statement": count,
    }
