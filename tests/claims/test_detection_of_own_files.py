"""What argmap writes is told by its content, whatever the file is called."""

import pytest
from hypothesis import given, settings

from argmap.claims.formats import FORMATS, Format, FormatError, format_named, format_of_input
from argmap.claims.model import Map, Statement
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
        (b"<a>\n  + <b>\n", "argdown"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<gexf>\n<graph/>\n", "arggraph"),
        (b'<other name="x"/>\n', "arggraph"),
    ],
)
def test_files_of_other_hands(data: bytes, told: str) -> None:
    assert format_of_input(data, "file").name == told


@pytest.mark.parametrize("form", [form for form in FORMATS if form.reads is None])
def test_files_that_are_only_written_are_told_by_their_ending(form: Format) -> None:
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="A."),))
    name = f"map{form.suffixes[0]}"

    with pytest.raises(FormatError) as caught:
        format_of_input(form.write(m).text.encode(), name)

    assert str(caught.value).startswith(f"{name}: {form.title} can be written, but not read.")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("article.txt", b"Shops should open on Sundays, because people want it.\n"),
        ("article.md", b"# Sundays\n\nShops should open.\n"),
        ("article.html", b"<!doctype html><p>Shops should open.</p>"),
        ("article", b"<!doctype html>\n<p>\n<b>Yes.\n"),
        ("article", b"<html><body><p>Shops should open.</p></body></html>"),
        ("article.pdf", b"%PDF-1.4\n"),
        ("article.docx", b"PK\x03\x04"),
    ],
)
def test_articles_are_told_to_be_drafted(name: str, data: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        format_of_input(data, name)

    assert str(caught.value).endswith("If it is an article, 'argmap draft' proposes a map of it.")


@pytest.mark.parametrize("text", ["argmap: 1", "claims: {}", "evidence:\n  e: {}"])
def test_maps_of_any_ending_are_maps(text: str) -> None:
    assert format_of_input(text.encode(), "map.txt").name == "yaml"
