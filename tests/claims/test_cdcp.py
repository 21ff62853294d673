"""CDCP annotations, with the comment beside them."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.claims import MapError
from argmap.claims.formats import FormatError, format_named
from argmap.claims.ledger import Reading
from argmap.claims.model import Quote
from tests.claims.aif_graphs import flaws
from tests.claims.corpora import CorpusFile, corpus_files
from tests.claims.test_aif import check_real_file

TEXT = "Ban it. \U0001f5fa I saw <b>it</b>. I saw"


def cdcp(folder: Path, text: str | bytes = TEXT, **parts: Any) -> Reading:
    """Read annotations beside a comment."""
    raw = text if isinstance(text, bytes) else text.encode()
    folder.joinpath("7.txt").write_bytes(raw)
    return format_named("cdcp").read(json.dumps(parts).encode(), str(folder / "7.ann.json"))


@pytest.mark.parametrize("case", corpus_files("cdcp-json"))
def test_real_files(case: CorpusFile) -> None:
    check_real_file(case, "cdcp")
    m = format_named("cdcp").read(case.path.read_bytes(), str(case.path)).map

    assert case.raw_text is not None
    assert m.text == case.raw_text.read_bytes().decode()
    for statement in m.statements:
        (quote,) = statement.quotes
        assert m.text[quote.start : quote.end] == quote.quote == statement.text


def test_propositions_and_supports(tmp_path: Path) -> None:
    read = cdcp(
        tmp_path,
        prop_offsets=[[0, 8], [8, 26], [26, 32]],
        prop_labels=["policy", "testimony", "reference"],
        reasons=[[[1, 2], 0]],
        evidences=[[[2, 2], 1], [[2, 2], 0]],
        url={"2": "http://example.org", "0": "http://example.org"},
    )
    m = read.map

    assert [(s.id, s.kind, s.type, s.tags, s.origin) for s in m.statements] == [
        ("0", "claim", None, ("policy",), None),
        ("1", "evidence", "testimony", ("testimony",), None),
        ("2", "evidence", "document", ("reference",), "http://example.org"),
    ]
    assert m.statements[1].text == "\U0001f5fa I saw <b>it</b>."
    assert m.statements[2].quotes == (Quote(quote="I saw", nth=2, start=27, end=32, match="exact"),)
    assert [r.id for r in m.relations] == ["1-0", "2-0", "2-1"]
    assert m.title == "7"
    assert m.text == TEXT
    assert flaws(read) == [
        "address at a claim: 0",
        "~support by several statements, taken apart: reasons 0",
        "mark of a support as evidence: evidences 0",
        "mark of a support as evidence: evidences 1",
    ]


def test_annotations_that_are_odd(tmp_path: Path) -> None:
    read = cdcp(
        tmp_path,
        prop_offsets=[[0, 7], [7, 8], [5, 2], [0, 99], "x", [8, 9]],
        prop_labels=["guess"],
        reasons=[[[0, 0], 0], [[5, 9], 0], [[0, 0]], [["a", 0], 0], [[0, 1], True], [[3, 1], 0]],
        evidences="none",
        url=[],
        date=2018,
    )

    assert [s.id for s in read.map.statements] == ["0", "5"]
    assert [r.id for r in read.map.relations] == ["5-0"]
    assert flaws(read) == [
        "key that means nothing here: date",
        "label of a proposition that is not known: 0",
        "proposition without words in the comment: 1",
        "proposition without words in the comment: 2",
        "proposition without words in the comment: 3",
        "proposition without words in the comment: 4",
        "label of a proposition that is not known: 5",
        "support without sound ends: reasons 2",
        "support without sound ends: reasons 3",
        "support without sound ends: reasons 4",
        "support without sound ends: reasons 5",
        "evidences that are no list: evidences",
        "relation without two ends, or from a statement to itself: 0-0",
    ]


def test_many_ranges_take_bounded_time(tmp_path: Path) -> None:
    parts: dict[str, Any] = {
        "prop_offsets": [[0, 7]] * 200,
        "reasons": [[[0, 10**12], n] for n in range(200)],
    }
    read = cdcp(tmp_path, **parts)

    assert 19_000 < len(read.map.relations) < 20_001
    assert any(loss.what == "support without sound ends" for loss in read.losses)


def test_control_characters_leave_offsets_true(tmp_path: Path) -> None:
    read = cdcp(tmp_path, "a\x00b c\r\nd", prop_offsets=[[0, 3], [4, 8]], prop_labels=["fact"] * 2)

    assert read.map.text == "a b c\r\nd"
    assert [s.text for s in read.map.statements] == ["a b", "c\nd"]
    assert [loss.what for loss in read.losses] == ["control characters in the comment"]


def test_no_comment_beside_it(tmp_path: Path) -> None:
    with pytest.raises(MapError, match=r"7\.txt, cannot be read"):
        format_named("cdcp").read(b'{"prop_offsets": []}', str(tmp_path / "7.ann.json"))
    with pytest.raises(MapError, match="cannot be read"):
        format_named("cdcp").read(b'{"prop_offsets": []}', "\0")


def test_a_comment_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="not UTF-8"):
        cdcp(tmp_path, b"\xff\xfe", prop_offsets=[])


def test_it_is_not_written() -> None:
    m = format_named("yaml").read(b"argmap: 1\ntitle: T\n", "map").map
    with pytest.raises(FormatError, match="can be read, but not written"):
        format_named("cdcp").write(m)
