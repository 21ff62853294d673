"""What argmap writes is told by its content, whatever the file is called."""

import pytest
from hypothesis import given, settings

from argmap.claims.formats import format_named, format_of_input
from argmap.claims.model import Map
from tests.strategies import maps


@pytest.mark.parametrize("form", ["sadface", "arguebuf", "graphml", "csv", "tsv"])
@settings(max_examples=10, deadline=None)
@given(m=maps())
def test_written_files_are_told_by_their_content(form: str, m: Map) -> None:
    data = format_named(form).write(m).text.encode()

    assert format_of_input(data, "file").name == form


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"source;target;kind\n[a] b;c;pro\n", "csv"),
        (b'"from"\t"to"\t"relation"\r\na\tb\tpro\r\n', "tsv"),
        (b"source, target and kind\n[a]: b\n", "argdown"),
        (b"statements: {a: A}\n", "carneades"),
        (b"<!-- x --><lkif/>", "lkif"),
    ],
)
def test_files_of_other_hands(data: bytes, told: str) -> None:
    assert format_of_input(data, "file").name == told
