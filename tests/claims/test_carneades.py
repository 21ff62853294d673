"""Carneades YAML: arguments, undercutters, issues, labels, and files that are odd."""

import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_of_input
from argmap.claims.ledger import Reading
from argmap.claims.model import RelationRef
from tests.claims.corpora import CorpusFile, corpus_files
from tests.claims.foreign import is_map_or_mistake, mutated, read, told
from tests.claims.reading import mistakes


def carneades(body: str) -> Reading:
    return read("carneades", f"statements: {{a: A, b: B, c: C, d: D}}\n{body}")


@pytest.mark.parametrize("file", corpus_files("carneades-yaml"))
def test_real_files_load_whole(file: CorpusFile) -> None:
    data = file.path.read_bytes()
    m = read("carneades", data).map
    relations = m.relations
    supports = [r for r in relations if r.kind == "support"]
    unsaid = sum(s.implicit for s in m.statements)
    premises = sum(len(r.premises) for r in supports) - unsaid

    assert format_of_input(data, "x.yml").name == "carneades"
    assert len(m.statements) - unsaid == file.expect["atom_nodes"]
    assert len(supports) == file.expect["support"]
    assert sum(r.undercuts for r in relations) == file.expect["attack"]
    assert sum(r.mutual for r in relations) == file.expect["issues"]
    assert premises + len(supports) == file.expect["edges"]
    assert m.title != "Untitled"


def test_statements_short_and_long() -> None:
    text = (
        "meta: {title: T, source: A\n   book, notes: N}\n"
        "statements:\n  a: A\n  ¬a:\n    text: Not A\n    assumed: true\n    label: out\n"
        "    more: x\n"
        "assumptions: [a]\ntests: {in: [a, a], what: [a]}\nlanguage: {}\n"
    )
    m, _ = reading = read("carneades", text)

    assert [(s.id, s.text, s.tags) for s in m.statements] == [
        ("a", "A", ("assumed", "label: in")),
        ("¬a", "Not A", ("assumed", "label: out")),
    ]
    assert m.positions["¬a"].line == 5
    assert (m.title, m.source.title) == ("T", "A book")
    assert told(reading) == {
        "part 'language' of a Carneades file": 1,
        "label 'what'": 1,
        "'more' of a statement": 1,
        "meta 'notes'": 1,
    }


@pytest.mark.parametrize(
    "premises", ["[a, b]", "{major: a, minor: b}", "[{role: x, statement: a}, b]", "{x: [a, b]}"]
)
def test_the_forms_of_premises(premises: str) -> None:
    m = carneades(f"arguments: {{r: {{premises: {premises}, conclusion: c, weight: 0.5}}}}").map

    assert m.relations[0].premises == ("a", "b")
    assert (m.relations[0].id, m.relations[0].certainty) == ("r", 0.5)
    assert m.positions["r"].line == 2


def test_arguments_pro_and_con() -> None:
    m = carneades(
        "arguments: {r: {premises: [a], pro: b}, s: {premises: [c], con: b, "
        "weight: {constant: 1}}, t: {premises: [d], con: true, conclusion: b}}"
    ).map

    assert [(r.id, r.kind, r.target) for r in m.relations] == [
        ("r", "support", "b"),
        ("s", "contrast", "b"),
        ("t", "contrast", "b"),
    ]


def test_assumptions_may_be_a_mapping() -> None:
    m = carneades("assumptions: {a: , x: {statement: b}, y: [c]}").map

    assert [s.id for s in m.statements if s.tags] == ["a", "b", "c"]


def test_undercutters_bear_on_the_argument() -> None:
    m = carneades(
        "arguments: {r: {premises: [a], conclusion: b, undercutter: c},"
        " s: {premises: d, conclusion: c, undercutters: [a], exceptions: [b, a]}}"
    ).map

    assert [(r.source, r.target) for r in m.relations] == [
        ("a", "b"),
        ("a", RelationRef("s")),
        ("b", RelationRef("s")),
        ("c", RelationRef("r")),
        ("d", "c"),
    ]


def test_an_argument_without_premises_gets_one_that_is_unsaid() -> None:
    reading = carneades("arguments: {r: {conclusion: a}, s: {premises: [a]}, t: 7}")

    assert [s.implicit for s in reading.map.statements] == [False] * 4 + [True]
    assert reading.map.relations[0].target == "a"
    assert told(reading) == {
        "argument without premises": 1,
        "argument without a conclusion": 1,
        "one of the arguments, which is no mapping": 1,
    }


def test_positions_of_an_issue_exclude_each_other() -> None:
    reading = carneades(
        "issues: {i: {positions: [a, b, c], standard: PE}, "
        f"j: {{positions: [{', '.join(f'p{n}' for n in range(15))}]}}}}"
    )
    relations = reading.map.relations

    assert [(r.id, r.source, r.target) for r in relations if r.id.startswith("i")] == [
        ("i", "a", "b"),
        ("i-2", "a", "c"),
        ("i-3", "b", "c"),
    ]
    assert all(r.mutual for r in relations)
    assert told(reading) == {
        "'standard' of an issue": 1,
        "positions of an issue beyond 12": 1,
        "statement that is used but not declared": 12,
    }


def test_what_is_not_carried_as_it_was_is_told() -> None:
    reading = carneades(
        "arguments: {r: {premises: [a, b], conclusion: x, scheme: cumulative, weight: heavy,"
        " parameters: [y], undercutter: u}}\ntests: [{in: [a]}]"
    )

    assert reading.map.relations[0].scheme == "cumulative"
    assert told(reading) == {
        "'parameters' of an argument": 1,
        "weight of an argument": 1,
        "tests that are no mapping": 1,
        "statement that is used but not declared": 2,
        "cumulative premises, carried as linked": 1,
    }


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("[a]", "map: this is not a mapping"),
        ("", "map: this is not a mapping"),
        ("statements: {a: A, a: B}", "map:1:20: the key 'a' is given twice"),
        ("statements: {a: *x}", "map:1:17: the alias '*x' is not allowed"),
        ("statements: {a: A", "map:2:1: this is not YAML"),
    ],
)
def test_mistakes_say_their_place(text: str, mistake: str) -> None:
    assert mistakes(text, form="carneades")[0].startswith(mistake)


@pytest.mark.parametrize(
    "part", ["statements", "arguments", "issues", "meta", "assumptions", "tests"]
)
@pytest.mark.parametrize("value", ["x", "[x, [y], {z: [v]}]", "{x: }", "{x: [y]}", "{x: {y: z}}"])
def test_parts_of_any_shape(part: str, value: str) -> None:
    assert is_map_or_mistake("carneades", f"{part}: {value}".encode())


@settings(max_examples=100, deadline=None)
@given(
    mutated(
        "statements: {a: A, b: {text: B}}\narguments: {r: {premises: [a], conclusion: b,"
        " undercutter: c, weight: 0.3}}\nissues: {i: {positions: [a, b]}}\ntests: {in: [a]}\n"
    )
)
def test_any_bytes_read_as_a_map_or_a_mistake(data: bytes) -> None:
    assert is_map_or_mistake("carneades", data)
