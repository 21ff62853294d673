"""Whatever is read of a graph of any shape can be written, and comes back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.claims.formats import format_named
from tests.claims.carrying import carried
from tests.claims.graph_files import DIALECTS, drawn

_SORTS = st.sampled_from(("I", "I", "I", "RA", "CA", "CA", "MA", "PA"))


@st.composite
def graphs(draw: st.DrawFn) -> tuple[str, str]:
    """Nodes and edges, some of which lead to a node that is not there."""
    sorts = draw(st.lists(_SORTS, min_size=1, max_size=9))
    ends = st.integers(0, len(sorts))
    edges = draw(st.lists(st.tuples(ends, ends), max_size=14))
    nodes = " ".join(f"{number}:{sort}" for number, sort in enumerate(sorts))
    return nodes, " ".join(f"{source}>{target}" for source, target in edges)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=50, deadline=None)
@given(graph=graphs())
def test_what_is_read_comes_back(dialect: str, graph: tuple[str, str]) -> None:
    form = format_named(dialect.split(maxsplit=1)[0])
    assert form.reads is not None
    m = form.read(json.dumps(drawn(dialect, *graph)).encode(), "map").map

    written = form.write(m)
    again = form.read(written.text.encode(), "map").map

    if not written.losses:
        assert carried(again, form.reads) == carried(m, form.reads)
    assert form.read(form.write(again).text.encode(), "map").map == again
    for own in (format_named("json"), format_named("yaml")):
        assert own.read(own.write(m).text.encode(), "map").map == m
