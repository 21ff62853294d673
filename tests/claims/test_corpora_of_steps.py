"""Real files of the JSON formats that hold the text of their source beside the graph."""

import pytest

from argmap.claims.formats import format_of_input
from tests.claims.corpora import CorpusFile, atoms_sha256, corpus_files, relations_sha256
from tests.claims.foreign import read


def assert_loads_whole(form: str, file: CorpusFile) -> None:
    data = file.path.read_bytes()
    m = read(form, data).map
    kinds = [relation.kind for relation in m.relations]

    assert format_of_input(data, "x").name == form
    assert len(m.statements) == file.expect["atom_nodes"]
    assert kinds.count("support") == file.expect["support"]
    assert kinds.count("contrast") == file.expect["attack"]
    assert atoms_sha256(m) == file.atoms_sha256
    assert relations_sha256(m) == file.relations_sha256
    assert m.text is not None
    for statement in m.statements:
        assert [m.text[q.start : q.end] for q in statement.quotes] == [statement.text]


@pytest.mark.parametrize("file", corpus_files("arguebuf-json"))
def test_arguebuf(file: CorpusFile) -> None:
    assert_loads_whole("arguebuf", file)


@pytest.mark.parametrize("file", corpus_files("sadface-json"))
def test_sadface(file: CorpusFile) -> None:
    assert_loads_whole("sadface", file)
