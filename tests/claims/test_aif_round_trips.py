"""What AIF, xAIF and OVA promise to carry comes back; what they lose, the ledger names."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import assume, given, settings

from argmap.claims import Map
from argmap.claims.formats import format_named
from argmap.claims.formats.features import Feature
from tests.claims.carrying import carried
from tests.strategies import maps

FORMS = ["aif", "xaif", "ova"]
NOT_CARRIED: dict[str, set[Feature]] = {
    "holder within a chain of holders": {"holders"},
    "speaker who becomes the holder": {"holders"},
    "scheme of a name that means none in AIF": {"schemes"},
    "quote without a place in the text": {"quotes"},
    "two contrasts that are read as one, both ways": {"mutual contrasts"},
    "time of a locution": {"locutions"},
}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(m=maps())
def test_what_is_carried_comes_back(form: str, m: Map) -> None:
    assume("\ufffe" not in repr(m) and "\uffff" not in repr(m))
    shape = format_named(form)
    assert shape.reads is not None
    assert shape.writes is not None
    m = named_schemes(m)
    written = shape.write(m)
    features = set(shape.reads & shape.writes)
    for loss in written.losses:
        features -= NOT_CARRIED.get(loss.what, set())
    if not features >= {"mutual contrasts"}:
        return

    reading = shape.read(written.text.encode(), "map")

    assert carried(reading.map, features) == carried(m, features)
    layout = "places and colours of nodes on the screen"
    assert all(loss.repaired or loss.what == layout for loss in reading.losses)
    if not written.losses:
        assert carried(reading.map, shape.reads) == carried(m, shape.reads)


def named_schemes(m: Map) -> Map:
    """Name the schemes of links otherwise than nodes of their sort are named anyway."""
    links = [msgspec.structs.replace(k, scheme=k.scheme and "Paraphrase") for k in m.links]
    return replace(m, links=tuple(links))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=15, deadline=None)
@given(m=maps())
def test_the_same_map_gives_the_same_text(form: str, m: Map) -> None:
    shape = format_named(form)
    text = shape.write(m).text

    assert shape.write(m).text == text
    once = shape.read(text.encode(), "map").map
    assert shape.read(shape.write(once).text.encode(), "map").map == once
