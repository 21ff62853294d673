"""The JSON Schema of the map file: shipped as it is generated, and telling maps from others."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import argmap
from argmap.claims import Map, MapError
from argmap.claims.layout import json_schema, schema_text
from tests.claims.core_yaml import load_core
from tests.claims.reading import HEAD
from tests.strategies import maps

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "claims" / "schema" / "argmap.schema.json"
MAPS = sorted([*ROOT.glob("claims/articles/*/map.yaml"), *ROOT.glob("examples/**/*.yaml")])
VALIDATOR: Any = import_module("jsonschema").Draft202012Validator


def fits(text: str) -> bool:
    return bool(VALIDATOR(json_schema()).is_valid(load_core(text)))


def test_shipped_schema_is_the_generated_one() -> None:
    assert SHIPPED.read_text("utf-8") == schema_text()


def test_schema_is_a_schema() -> None:
    VALIDATOR.check_schema(json.loads(schema_text()))


def test_every_key_of_the_file_is_described() -> None:
    definitions = json_schema()["$defs"]

    undescribed = [
        f"{name}.{key}"
        for name, definition in definitions.items()
        for key, value in definition.get("properties", {}).items()
        if "description" not in json.dumps(value) and "$ref" not in value
    ]

    assert undescribed == []
    assert all("description" in definition for definition in definitions.values())
    assert set(definitions["MapEntry"]["properties"]) == {
        "argmap",
        "title",
        "source",
        "holders",
        "claims",
        "evidence",
        "expect",
        "ignore",
        "suggested",
        "to_place",
    }


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_maps_that_ship_fit_the_schema(path: Path) -> None:
    errors = VALIDATOR(json_schema()).iter_errors(load_core(path.read_text("utf-8")))

    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@settings(max_examples=50, deadline=None)
@given(maps())
def test_whatever_is_written_fits_the_schema(m: Map) -> None:
    assert fits(argmap.dumps(m))


@pytest.mark.parametrize("word", ["08", "1e5", ".5", "5.", "-7", "0o7", "null", "True", "no"])
def test_text_that_looks_like_something_else_is_written_as_text(word: str) -> None:
    text = argmap.dumps(Map(title=word))

    assert load_core(text)["title"] == word
    assert argmap.loads(text).title == word


@pytest.mark.parametrize(
    "body",
    [
        "",
        "claims: {a: {text: A, quotes: [x, {quote: y, nth: 2}], certainty: 1, main: true}}",
        "claims: {a: {text: A, supports: [b, {to: b, with: [c]}]}}",
        "claims: {a: {text: A, contrasts: [{to: {relation: r}}, {to: b, mutual: true}]}}",
        "evidence: {a: {text: A, type: expert opinion}}\nexpect: [{path: [a, b], is: unconnected}]",
        "claims: {a: {text: A, holder: [b, c]}}",
    ],
)
def test_schema_takes_what_a_map_may_say(body: str) -> None:
    assert fits(HEAD + body)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "argmap: 1",
        "title: T",
        "argmap: 2\ntitle: T",
        "argmap: 1\ntitle: ''",
        f"{HEAD}clams: {{}}",
        f"{HEAD}claims: []",
        f"{HEAD}claims: {{a: {{}}}}",
        f"{HEAD}claims: {{a: A}}",
        f"{HEAD}claims: {{a: {{text: A, certainty: 1.5}}}}",
        f"{HEAD}claims: {{a: {{text: A, main: perhaps}}}}",
        f"{HEAD}claims: {{a: {{text: A, type: event}}}}",
        f"{HEAD}claims: {{a: {{text: A, quote: {{quote: x, nth: 0}}}}}}",
        f"{HEAD}claims: {{a: {{text: A, supports: b}}}}",
        f"{HEAD}claims: {{a: {{text: A, supports: [{{to: b, mutual: true}}]}}}}",
        f"{HEAD}claims: {{a: {{text: A, contrasts: [{{because: x}}]}}}}",
        f"{HEAD}evidence: {{a: {{text: A, type: guess}}}}",
        f"{HEAD}holders: {{a: {{aliases: [b]}}}}",
        f"{HEAD}expect: [{{path: [a], is: mixed}}]",
        f"{HEAD}expect: [{{path: [a, b], is: suports}}]",
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(text: str) -> None:
    assert not fits(text)
    with pytest.raises(MapError):
        argmap.loads(text)
