"""What a foreign format promises to carry comes back; what it loses, its ledger names."""

import pytest
from hypothesis import assume, given, settings

import argmap
from argmap.claims import Map
from argmap.claims.formats import format_named
from tests.claims.carrying import carried
from tests.strategies import maps

FORMS = ["sadface", "arguebuf", "csv", "tsv", "graphml"]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(m=maps())
def test_what_is_carried_comes_back(form: str, m: Map) -> None:
    assume(is_plain(m))
    shape = format_named(form)
    assert shape.reads is not None
    assert shape.writes is not None
    features = shape.reads & shape.writes
    written = shape.write(m)
    read = shape.read(written.text.encode(), "map").map

    assert carried(read, features) == carried(m, features)
    if not written.losses:
        assert carried(read, shape.reads) == carried(m, shape.reads)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=10, deadline=None)
@given(m=maps())
def test_the_same_map_gives_the_same_text(form: str, m: Map) -> None:
    shape = format_named(form)
    text = shape.write(m).text

    assert shape.write(m).text == text


def is_plain(m: Map) -> bool:
    """Whether no text of the map holds a code point that stands for no character."""
    return not any(escape in repr(m) for escape in (r"\ufffe", r"\uffff"))


@pytest.mark.parametrize("form", ["sadface", "arguebuf", "graphml"])
def test_a_map_and_the_text_of_its_source_come_back_whole(form: str) -> None:
    m = argmap.load("us-russia")
    written = format_named(form).write(m)
    read = format_named(form).read(written.text.encode(), "map")

    assert written.losses == ()
    assert read.losses == ()
    assert read.map == m
    assert read.map.text == m.text
