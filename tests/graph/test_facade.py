"""The package offers all of its names, and loads them when they are used."""

import pytest

from argmap import graph


def test_every_name_is_there() -> None:
    for name in graph.__all__:
        assert getattr(graph, name) is not None
    assert set(graph.__all__) <= set(dir(graph))


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = graph.nothing
