"""Mistakes that only the whole map shows: ids, relations, holders, expectations."""

import json

import pytest

import argmap
from tests.claims.reading import HEAD, mistakes, read

BC = "\n  b: {text: B}\n  clear: {text: C}\n"


def of_claim(entry: str) -> list[str]:
    """Tell the mistakes of a claim 'a' in line 4, beside sound claims 'b' and 'clear'."""
    return mistakes(f"{HEAD}claims:\n  a: {{text: A, {entry}}}{BC}")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("supports: [clera]", "4:27: unknown statement 'clera'. Did you mean 'clear'?"),
        (
            "supports: [zz]",
            "4:27: unknown statement 'zz'. Every id must stand under claims or evidence.",
        ),
        ("supports: [{to: Clear}]", "4:32: unknown statement 'Clear'. Did you mean 'clear'?"),
        (
            "supports: [b, {to: a-b}]",
            (
                "4:35: unknown statement 'a-b'."
                " To attack the relation of this name write to: {relation: a-b}."
            ),
        ),
        (
            "supports: [{to: b, with: [claer]}]",
            "4:41: unknown statement 'claer'. Did you mean 'clear'?",
        ),
        (
            "supports: [b, {to: {relation: a-d}}]",
            "4:35: unknown relation 'a-d'. Did you mean 'a-b'?",
        ),
        (
            "supports: [{to: {relation: zz}}]",
            "4:32: unknown relation 'zz'. A relation is named <from>-<to>, or by its id.",
        ),
        ("holder: bob", "4:24: unknown holder 'bob'. Declare it under holders, with a name."),
    ],
)
def test_unknown_id_comes_with_the_near_one(entry: str, told: str) -> None:
    assert of_claim(entry) == [f"map:{told}"]


def test_unknown_holder_comes_with_the_near_one() -> None:
    body = "holders: {bobby: {name: Bob}}\nclaims: {a: {text: A, holder: [bobby, boby]}}"

    assert mistakes(HEAD + body) == ["map:4:31: unknown holder 'boby'. Did you mean 'bobby'?"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("supports: [a]", "4:27: 'a' supports itself. Name another statement."),
        ("contrasts: [{to: a}]", "4:33: 'a' contrasts itself. Name another statement."),
        (
            "supports: [{to: b, with: [b]}]",
            "4:32: 'b' supports itself. Name another statement.",
        ),
        (
            "contrasts: [{to: {relation: r}, id: r}]",
            "4:33: the relation 'r' attacks itself. Name another.",
        ),
    ],
)
def test_nothing_bears_on_itself(entry: str, told: str) -> None:
    assert of_claim(entry) == [f"map:{told}"]


@pytest.mark.parametrize(
    "entry",
    [
        "supports: [b, b]",
        "supports: [b, {to: b, because: again}]",
        "supports: [b, {to: b, id: other}]",
    ],
)
def test_the_same_relation_twice(entry: str) -> None:
    (problem,) = of_claim(entry)

    assert problem.endswith("'a' supports 'b' a second time. Remove one of the two.")


def test_the_same_mutual_contrast_from_both_ends() -> None:
    body = "{contrasts: [{to: %s, mutual: true}], text: A}"

    (problem,) = mistakes(HEAD + f"claims:\n  a: {body % 'b'}\n  b: {body % 'a'}\n")

    assert problem.endswith("'b' contrasts 'a' a second time. Remove one of the two.")


def test_one_step_with_other_linked_premises_is_another_relation() -> None:
    body = "claims: {a: {text: A, supports: [b, {to: b, with: [c], id: r}]}, b: {text: B}, "

    assert len(read(body + "c: {text: C}}").relations) == 2


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("supports: [b], contrasts: [b]", "is also that of another relation."),
        ("supports: [{to: b, id: clear}]", "is also that of a statement."),
        ("supports: [{to: b, id: r}, {to: clear, id: r}]", "is also that of another relation."),
    ],
)
def test_id_of_a_relation_is_its_own(entry: str, told: str) -> None:
    (problem,) = of_claim(entry)

    assert problem.endswith(f"{told} Give the relation an id of its own with id: NAME.")


def test_id_is_unique_over_both_sections() -> None:
    assert mistakes(HEAD + "claims: {a: {text: A}}\nevidence:\n  a: {text: B}") == [
        "map:5:3: the id 'a' is used for two statements. Rename one of the two."
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "supports: [{to: b, with: [clear, clear]}]",
            "4:41: a premise of 'a-b' is named twice. List under with: only the other premises.",
        ),
        (
            "supports: [{to: b, with: [a]}]",
            "4:41: a premise of 'a-b' is named twice. List under with: only the other premises.",
        ),
        (
            "contrasts: [{to: b, with: [clear], mutual: true}]",
            (
                "4:59: 'a-b' cannot be mutual."
                " Only a contrast between two single statements runs both ways."
            ),
        ),
        (
            "contrasts: [b, {to: {relation: a-b}, mutual: true}]",
            "4:61: 'a-a-b' attacks a relation and cannot be mutual. Remove mutual.",
        ),
    ],
)
def test_premises_are_named_once_and_only_single_contrasts_are_mutual(
    entry: str, told: str
) -> None:
    assert f"map:{told}" in of_claim(entry)


def test_there_is_one_main_claim() -> None:
    body = "claims: {a: {text: A, main: true}, b: {text: B, main: true}}"

    assert mistakes(HEAD + body) == [
        "map:3:55: 'b' is a second main claim, beside 'a'. Mark one statement as main."
    ]


def test_an_implicit_statement_has_no_quote() -> None:
    assert of_claim("implicit: true, quote: x") == [
        "map:4:26: 'a' is implicit, but has a quote. Remove one of the two."
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("[clera, b]", "7:17: unknown statement 'clera'. Did you mean 'clear'?"),
        ("[b, b]", "7:17: the path leads from a statement to itself. Name two different"),
    ],
)
def test_expectation_is_about_two_statements_of_the_map(path: str, told: str) -> None:
    text = f"{HEAD}claims:\n  a: {{text: A}}{BC}expect: [{{path: {path}, is: mixed}}]"

    (problem,) = mistakes(text)

    assert problem.startswith(f"map:{told}")


def test_what_could_not_be_read_is_not_missed_elsewhere() -> None:
    body = (
        "claims: {a: {text: A, certainty: 7, supports: [b]}, b: {text: B, supports: [a]},"
        " c: {text: C, contrasts: [{to: {relation: a-b}}]}}\nexpect: [{path: [a, b], is: mixed}]"
    )

    (problem,) = mistakes(HEAD + body)

    assert "'certainty'" in problem


@pytest.mark.parametrize(
    "name",
    ["a\u200bb", "a\u200eb", "\u202egnp", "a\u2066b", "a\ufeffb", "a\u00adb", "a\u2028b"],
)
def test_id_holds_nothing_that_cannot_be_seen(name: str) -> None:
    code = f"\\u{ord(next(c for c in name if not c.isprintable())):04x}"

    for body in ("claims: {%s: {text: A}}", "holders: {%s: {name: A}}"):
        (problem,) = mistakes(HEAD + body % json.dumps(name))
        assert problem.endswith("holds a character that cannot be seen. Retype the id.")
        assert code in problem
        assert name not in problem


@pytest.mark.parametrize("name", ["", " a", "a "])
def test_id_is_a_word_without_space_around_it(name: str) -> None:
    assert mistakes(f'{HEAD}claims: {{"{name}": {{text: A}}}}') == [
        f"map:3:10: the id '{name}' of a statement is empty or has space around it. Write a word."
    ]


ODD_IDS = [
    "a\"b'c",
    "<script>alert(1)</script>",
    "😀",
    "👩\u200d🔬",
    "a b",
    "дом",
    "&lt;",
    "{}",
    "*a",
]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_odd_ids_are_carried_unharmed(form: str) -> None:
    m = argmap.Map(
        title="T",
        statements=tuple(argmap.Statement(id=i, kind="claim", text=i) for i in ODD_IDS),
        relations=tuple(
            argmap.Relation(id=f"{i}-{ODD_IDS[0]}", source=i, target=ODD_IDS[0], kind="support")
            for i in ODD_IDS[1:]
        ),
    )

    read_back = argmap.loads(argmap.dumps(m, form=form), form=form)

    assert read_back == m
    assert list(read_back.by_id) == ODD_IDS


def test_holder_named_by_an_alias_is_told_the_id() -> None:
    text = (
        f"{HEAD}holders: {{dana: {{name: Dana Poole, aliases: [the mayor]}}}}\n"
        "claims: {a: {text: A, holder: The Mayor}}\n"
    )

    assert mistakes(text) == ["map:4:31: unknown holder 'The Mayor'. Write the id, 'dana'."]


def test_mistakes_of_shape_do_not_hide_those_of_sense() -> None:
    text = (
        f"{HEAD}claims:\n"
        "  a: {text: A, certainty: high, holder: nobody, supports: [c]}\n"
        "  b: {title: B, quotes: x, contrasts: [{to: {relation: a-c}}, zz]}\n"
    )

    assert [told.split(". ")[0].rstrip(".") for told in mistakes(text)] == [
        "map:4:27: 'certainty' must be a number from 0 to 1, like 0.5, not 'high'",
        "map:4:41: unknown holder 'nobody'",
        "map:4:60: unknown statement 'c'",
        "map:5:6: 'b' has no 'text'",
        "map:5:25: 'quotes' must be a list of quotes, not 'x'",
        "map:5:63: unknown statement 'zz'",
    ]


def test_key_of_a_statement_that_stands_beside_its_id() -> None:
    assert mistakes(f"{HEAD}claims:\n  a:\n  text: A\n") == [
        "map:4:5: 'a' must be a mapping with a 'text'. Write it below the id, indented.",
        (
            "map:5:9: 'text' stands where an id is expected. Indent it, below the id that it "
            "belongs to."
        ),
    ]
