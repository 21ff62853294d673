"""What foreign files hold and our own cannot is mended, so that a converted file can be read."""

import json
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.claims import MapError
from argmap.claims.conversion import convert
from argmap.claims.formats import format_named, format_of_input
from argmap.claims.formats.gathering import Gathering
from argmap.claims.model import Map, Quote, Statement
from tests.claims.foreign import read, told
from tests.fuzz.fuzzing import fuzz

TWICE = (
    '<arggraph><edu id="e1">No.</edu><edu id="e2">No.</edu><adu id="a"/><adu id="b"/>'
    '<edge id="c1" src="e1" trg="a" type="seg"/><edge id="c2" src="e2" trg="b" type="seg"/>'
    "</arggraph>"
)


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_words_that_the_source_has_twice_keep_their_places(tmp_path: Path, form: str) -> None:
    path = tmp_path / "x.xml"
    path.write_text(TWICE, encoding="utf-8")
    output = tmp_path / f"x.{form}"
    done = convert(path, output, form)
    done.save()
    m = argmap.load(output)

    assert m == done.map
    assert [q.nth for s in m.statements for q in s.quotes] == [1, 2]


def arguebuf(**atom: Any) -> str:
    reference = {"resource": "r", "text": "not there", "offset": 0}
    nodes = {"a": {"atom": {"text": "A", "reference": reference, **atom}}}
    return json.dumps({"nodes": nodes, "edges": {}, "resources": {"r": {"text": "One two."}}})


def test_quote_that_is_not_in_the_source_stays_out_of_a_map_file() -> None:
    m, losses = read("arguebuf", arguebuf())
    written = format_named("yaml").write(m)

    assert m.statements[0].quotes == (Quote(quote="not there", match="missing"),)
    assert [loss.what for loss in losses] == ["quote whose place is not found"]
    assert [loss.what for loss in written.losses] == ["quote that is not in the source"]
    assert argmap.loads(written.text).statements[0].quotes == ()


def test_place_of_a_quote_without_its_source_is_told() -> None:
    quote = Quote(quote="One", start=0, end=3, match="exact")
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="A", quotes=(quote,)),))

    assert [loss.what for loss in format_named("yaml").write(m).losses] == [
        "place of a quote whose source is not at hand"
    ]


def test_characters_that_cannot_be_seen_are_taken_out_of_all_words() -> None:
    gathering = Gathering("map")
    words: dict[str, Any] = {"note": "one\0\r\ntwo", "tags": ("x\7", "\1"), "title": "\2"}
    gathering.add_statement("a", "A\r\nB", **words)
    reading = gathering.finish(title="T")
    (statement,) = reading.map.statements

    assert (statement.text, statement.note, statement.tags) == ("A\nB", "one\ntwo", ("x",))
    assert statement.title is None
    assert told(reading) == {
        f"control characters in {name!r}": 1 for name in ("title", "note", "tags")
    }
    assert argmap.loads(argmap.dumps(reading.map)) == reading.map


def test_type_of_a_claim() -> None:
    reading = read("csv", "kind,id,text,source,target,type\nclaim,a,A,,,statistic\n")

    assert reading.map.statements[0].type is None
    assert told(reading) == {"type or origin of a claim": 1}
    with pytest.raises(MapError, match="'a' is a claim, but has 'type', which only evidence has"):
        argmap.loads(
            '{"argmap": 1, "title": "T", "statements":'
            ' [{"id": "a", "kind": "claim", "text": "A", "type": "statistic"}]}',
            form="json",
        )


@pytest.mark.parametrize("reader", ["aif", "sadface", "csv", "argdown", "brat"])
def test_fuzzing_finds_nothing_in_a_moment(reader: str, tmp_path: Path) -> None:
    tally = fuzz(reader, 0.3, 7, tmp_path)

    assert tally.maps + tally.mistakes > 0
    assert tally.failures == []


def test_xml_of_no_known_root_is_no_map_file() -> None:
    assert format_of_input(b"<x/>", "x.xml").name == "arggraph"
