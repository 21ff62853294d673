"""argmap's own JSON: what it holds, and what is said of JSON that is no map."""

import json
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.claims import Position, Quote
from tests.claims.reading import HEAD, beside_source, mistakes, read

MAP = """\
source: {title: S, file: none.txt}
holders: {us: {name: Washington, aliases: [America]}, ru: {name: Moscow}}
claims:
  a:
    text: A
    holder: [us, ru]
    quote: first … last
    certainty: 0.6
    main: true
  b: {text: B, contrasts: [{to: a, because: So, mutual: true}]}
evidence:
  e: {text: E, type: event, origin: O, supports: [{to: a, with: [b], id: r}]}
  f: {text: F, contrasts: [{to: {relation: r}}]}
expect: [{path: [e, a], is: supports}]
ignore: [detached]
"""


def as_json(**changes: Any) -> str:
    return json.dumps({"argmap": 1, "title": "T", **changes})


def statement(**changes: Any) -> str:
    return as_json(statements=[{"id": "a", "kind": "claim", "text": "A", **changes}])


def test_json_says_all_that_the_map_says_and_leaves_out_defaults() -> None:
    assert json.loads(argmap.dumps(read(MAP), form="json")) == {
        "argmap": 1,
        "title": "T",
        "source": {"file": "none.txt", "title": "S"},
        "ignore": ["detached"],
        "holders": [
            {"id": "us", "name": "Washington", "aliases": ["America"]},
            {"id": "ru", "name": "Moscow"},
        ],
        "statements": [
            {
                "id": "a",
                "kind": "claim",
                "text": "A",
                "holder": ["us", "ru"],
                "quotes": [{"quote": "first … last"}],
                "certainty": 0.6,
                "main": True,
            },
            {"id": "b", "kind": "claim", "text": "B"},
            {"id": "e", "kind": "evidence", "text": "E", "type": "event", "origin": "O"},
            {"id": "f", "kind": "evidence", "text": "F"},
        ],
        "relations": [
            {
                "id": "b-a",
                "source": "b",
                "target": "a",
                "kind": "contrast",
                "because": "So",
                "mutual": True,
            },
            {"id": "r", "source": "e", "target": "a", "kind": "support", "linked": ["b"]},
            {"id": "f-r", "source": "f", "target": {"relation": "r"}, "kind": "contrast"},
        ],
        "expect": [{"path": ["e", "a"], "is": "supports"}],
    }


def test_located_quotes_carry_their_span_and_match(tmp_path: Path) -> None:
    m = argmap.load(beside_source(tmp_path, "😀 One, two.", "quotes: [one, 'two']"))

    (entry,) = json.loads(argmap.dumps(m, form="json"))["statements"]

    assert entry["quotes"] == [
        {"quote": "one", "start": 2, "end": 5, "match": "folded"},
        {"quote": "two", "start": 7, "end": 10, "match": "exact"},
    ]


def test_spans_are_kept_without_the_source_and_found_anew_with_it(tmp_path: Path) -> None:
    path = beside_source(tmp_path, "One, two.", "quote: two")
    text = argmap.dumps(argmap.load(path), form="json").replace('"start": 5', '"start": 4')
    tmp_path.joinpath("map.json").write_text(text, encoding="utf-8")

    alone = argmap.loads(text, form="json").statements[0].quotes
    beside = argmap.load(tmp_path / "map.json").statements[0].quotes

    assert alone == (Quote(quote="two", start=4, end=8, match="exact"),)
    assert beside == (Quote(quote="two", start=5, end=8, match="exact"),)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_of_any_layout_is_read(indent: int | str | None) -> None:
    m = read(MAP)
    text = json.dumps(json.loads(argmap.dumps(m, form="json")), indent=indent)

    assert argmap.loads(text, form="json") == m
    assert argmap.loads(text.replace('": ', '":').replace(", ", ","), form="json") == m


@pytest.mark.parametrize(
    "words",
    [
        "😀",
        "😀😀 é",
        "\\ud83d\\ude00",
        "\\😀\\\\",
        "a/b",
        'a"b',
        "a\tb\nc",
        "null",
        "true",
        "12",
        "a: b # c",
        "\u2028\u0085\ufeff",
        "</script>",
        "- x",
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_any_string_is_read_as_json_means_it(words: str, ascii_only: bool) -> None:  # noqa: FBT001
    text = json.dumps({"argmap": 1, "title": words}, ensure_ascii=ascii_only)

    assert argmap.loads(text, form="json").title == words


def test_escaped_solidus_is_a_solidus() -> None:
    assert argmap.loads('{"argmap": 1, "title": "a\\/b"}', form="json").title == "a/b"


def test_null_where_nothing_need_be_said_is_nothing() -> None:
    bare, full = statement(), statement(title=None, certainty=None, note=None, type=None)

    assert argmap.loads(full, form="json") == argmap.loads(bare, form="json")


def test_everything_has_its_line_and_column() -> None:
    text = (
        '{"argmap": 1, "title": "T",\n'
        ' "statements": [{"id": "a", "kind": "claim", "text": "A"},\n'
        '   {"id": "b", "kind": "claim", "text": "B"}],\n'
        ' "relations": [\n'
        '  {"id": "r", "source": "a", "target": "b", "kind": "support"}],\n'
        ' "expect": [{"path": ["a", "b"], "is": "supports"}]}\n'
    )

    assert argmap.loads(text, form="json").positions == {
        "a": Position(2, 17),
        "b": Position(3, 4),
        "r": Position(5, 3),
        "expect/0": Position(6, 13),
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1"),
        ('{"argmap": 1,\n "title": "T",,}', "2:15"),
        ('{"argmap": 1,\n "title": "T"', "2:14"),
        ('{"argmap": 1,\n "title": \'T\'}', "2:11"),
        ('{"argmap": NaN}', "1:12"),
        ('{"argmap": 1, "title": "\\ud83d"}', None),
        ("argmap: 1\ntitle: T", "1:1"),
    ],
)
def test_bad_json_is_told_where_it_breaks(text: str, place: str | None) -> None:
    (problem,) = mistakes(text, form="json")

    assert problem.startswith(f"map:{place}: this is not JSON: " if place else "map:1:")
    assert problem.endswith(". Check brackets, commas and quotes.")


@pytest.mark.parametrize("text", ["[]", "3", '"x"', "null"])
def test_json_that_is_no_object(text: str) -> None:
    assert mistakes(text, form="json") == [
        'map: this is not an object. A map begins with {"argmap": 1.'
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"argmap": 2, "title": "T"}', "1:12: version '2' of the format is unknown."),
        ('{"title": "T"}', "1:1: the map has no 'argmap'. Add argmap: (1)."),
        ('{"argmap": 1}', "1:1: the map has no 'title'. Add title: (text)."),
        (as_json(title=None), "1:24: 'title' has no value. Write text."),
        (as_json(statments=[]), "1:29: unknown key 'statments'. Did you mean 'statements'?"),
        (as_json(statements={}), "1:43: 'statements' must be a list. Write [ ]."),
        (as_json(expect=None), "1:39: 'expect' must be a list. Write [ ]."),
        (as_json(relations=[3]), "1:43: an item of 'relations' must be an object. Write { }."),
        (as_json(source=3), "1:39: 'source' must be a mapping, not '3'."),
        (statement(txt="x"), "1:86: unknown key 'txt'. Did you mean 'text'?"),
        (statement(kind="clam"), "1:64: 'kind' must be one of claim, evidence, not 'clam'."),
        (statement(text=["A"]), "1:81: 'text' must be text, not a list of 1."),
        (statement(title=["A"]), "1:95: 'title' must be text, not a list of 1."),
        (statement(text=None), "1:81: 'text' has no value. Write text."),
        (statement(main=None), "1:94: 'main' has no value. Write true or false, or remove the"),
        (
            statement(certainty=2),
            "1:99: 'certainty' must be a number from 0 to 1, like 0.5, not '2'.",
        ),
        (statement(supports=["b"]), "1:86: unknown key 'supports'."),
        (as_json(statements=[{}]), "1:44: the statement has no 'id'. Add id: (text)."),
        (as_json(holders=[{"id": "h"}]), "1:41: the holder has no 'name'. Add name: (text)."),
        (
            as_json(relations=[{"id": "r", "source": "a", "kind": "support"}]),
            "1:43: the relation has no 'target'. Add target: (text or a mapping).",
        ),
        (
            as_json(relations=[{"id": "r", "source": "a", "kind": "support", "target": {}}]),
            "1:99: 'target' has no 'relation'. Add relation: (text).",
        ),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(text: str, told: str) -> None:
    assert any(problem.startswith(f"map:{told}") for problem in mistakes(text, form="json"))


def test_key_given_twice() -> None:
    assert mistakes('{"argmap": 1,\n"title": "T",\n"title": "U"}', form="json") == [
        "map:3:1: the key 'title' is given twice, first in line 2. Remove or rename one of the two."
    ]


def test_rules_between_parts_hold_in_json_too() -> None:
    text = as_json(
        statements=[
            {"id": "a", "kind": "claim", "text": "A", "holder": ["x"]},
            {"id": "a", "kind": "claim", "text": "A"},
        ],
        relations=[{"id": "r", "source": "a", "target": "b", "kind": "support"}],
    )

    assert [problem.split(": ")[1].split(".")[0] for problem in mistakes(text, form="json")] == [
        "unknown holder 'x'",
        "the id 'a' is used for two statements",
        "unknown statement 'b'",
    ]


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        *(("statements", key, "") for key in ("text", "title", "note", "origin", "signal")),
        *(("statements", key, [""]) for key in ("tags", "ignore")),
        ("statements", "quotes", [{"quote": "q", "nth": 0}]),
        ("statements", "locutions", [{"words": ""}]),
        ("relations", "because", ""),
        ("relations", "scheme", ""),
        ("holders", "name", ""),
        ("holders", "aliases", [""]),
        ("links", "scheme", ""),
        ("source", "author", ""),
        ("ignore", None, [""]),
        ("title", None, ""),
    ],
)
def test_words_that_are_none_are_refused_as_in_yaml(part: str, key: str | None, value: Any) -> None:
    ends = {"source": "b", "target": "a"}
    whole: dict[str, Any] = {
        "argmap": 1,
        "title": "T",
        "source": {},
        "holders": [{"id": "h", "name": "H"}],
        "statements": [
            {"id": "b", "kind": "evidence", "text": "B"},
            {"id": "a", "kind": "claim", "text": "A"},
        ],
        "relations": [{"id": "r", "kind": "support", **ends}],
        "links": [{"id": "l", "kind": "rephrase", **ends}],
    }
    argmap.loads(json.dumps(whole), form="json")
    if key is None:
        whole[part] = value
    else:
        first = whole[part] if part == "source" else whole[part][0]
        first[key] = value

    (problem,) = mistakes(json.dumps(whole), form="json")

    assert "must be" in problem


def test_relation_from_an_unknown_statement() -> None:
    text = statement()[:-1] + ', "relations": [{"id": "r", "source": "z", "target": "a", '

    (problem,) = mistakes(text + '"kind": "support"}]}', form="json")

    assert "unknown statement 'z'" in problem


def test_quote_that_the_source_does_not_have(tmp_path: Path) -> None:
    beside_source(tmp_path, "Words.", "note: x")
    path = tmp_path / "map.json"
    entry = {"id": "a", "kind": "claim", "text": "A", "quotes": [{"quote": "zebra"}]}
    path.write_text(as_json(source={"file": "source.txt"}, statements=[entry]), encoding="utf-8")

    with pytest.raises(argmap.MapError, match=r"1:[0-9]+: the quote 'zebra' is not in the source"):
        argmap.load(path)

    entry["quotes"] = [{"quote": "zebra", "match": "missing"}]
    path.write_text(as_json(source={"file": "source.txt"}, statements=[entry]), encoding="utf-8")

    assert argmap.load(path).statements[0].quotes[0].match == "missing"


def test_yaml_head_is_no_json() -> None:
    assert "this is not JSON" in mistakes(HEAD, form="json")[0]
