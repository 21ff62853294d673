"""Argdown's own examples are read as its own tools read them, and come back as they were read."""

from dataclasses import replace

import pytest

from argmap.claims import MapError
from argmap.claims.formats import format_of_input
from argmap.claims.formats.argdown.document import resolved
from argmap.claims.formats.argdown.writing import write
from tests.claims.argdown_counts import counts, document_of
from tests.claims.corpora import CorpusFile, corpus_files
from tests.claims.foreign import read, told

FILES = corpus_files("argdown")


@pytest.mark.parametrize("file", FILES)
def test_counts_are_those_of_argdown(file: CorpusFile) -> None:
    if not file.is_sound:
        pytest.skip("this file is malformed")
    expected = dict(file.expect)
    if file.path.name == "lexer-argument.argdown":
        # Argdown's own count ends at the data of the inference, which is no YAML.
        expected |= {"nodes": 4, "atom_nodes": 3, "statement_members": 3}

    assert counts(document_of(file.path.read_text("utf-8"))) == expected


@pytest.mark.parametrize("file", FILES)
def test_map_holds_what_the_file_says(file: CorpusFile) -> None:
    if not file.is_sound:
        pytest.skip("this file is malformed")
    text = file.path.read_text("utf-8")
    document = document_of(text)
    m, losses = read("argdown", text)
    sketches = [a for a in document.of_sort("argument") if not a.reconstructions]
    steps = sum(
        len(whole.steps) for e in document.of_sort("argument") for whole in e.reconstructions
    )

    assert len(m.statements) == len(document.of_sort("statement")) + len(sketches)
    assert len(m.relations) == len(resolved(document)) + steps
    assert sum(s.tags[:1] == ("argument",) for s in m.statements) == len(sketches)
    assert not {loss.what for loss in losses if "relation" in loss.what and not loss.repaired}


@pytest.mark.parametrize("file", FILES)
def test_what_was_read_is_written_and_read_back(file: CorpusFile) -> None:
    if not file.is_sound:
        pytest.skip("this file is malformed")
    m = read("argdown", file.path.read_text("utf-8")).map
    written = write(m)
    again = read("argdown", written.text)

    assert not written.losses
    assert again.map == replace(m, path="map")
    assert write(again.map).text == written.text
    assert not again.losses


def test_malformed_file_is_told_at_its_places() -> None:
    files = [f.values[0] for f in FILES if f.values[0] and not f.values[0].is_sound]
    if not files:
        pytest.skip("the corpora are not here")
    with pytest.raises(MapError) as caught:
        read("argdown", files[0].path.read_bytes())

    assert [(p.line, p.column) for p in caught.value.problems] == [(2, 1), (3, 1), (4, 1)]
    assert all("empty line above" in p.cure for p in caught.value.problems)


@pytest.mark.parametrize("file", FILES)
def test_files_are_known_for_argdown(file: CorpusFile) -> None:
    assert format_of_input(file.path.read_bytes(), file.path.name).name == "argdown"


def test_debate_about_soft_drugs() -> None:
    files = [f.values[0] for f in FILES if f.values[0] and "softdrugs" in f.values[0].path.name]
    if not files:
        pytest.skip("the corpora are not here")
    m, losses = read("argdown", files[0].path.read_bytes())
    undercuts = {r.source: r.target_id for r in m.relations if r.undercuts}

    assert m.title == "Pros and Cons Legalisation of Soft Drugs"
    assert (m.source.author, m.source.date) == ("Gregor Betz (adaptation to Argdown)", "22/10/2018")
    assert undercuts == {
        "Poor reason": "Alcohol and tobacco analogy-Legalisation of Soft Drugs",
        "Addiction no reason to ban": "Argument from addiction-Legalisation of Soft Drugs",
    }
    assert told(read("argdown", files[0].path.read_bytes())) == {
        "comment": 4,
        "'subTitle' of the front matter": 1,
        "'color' of the front matter": 1,
    }
    assert len(losses) == 6
