"""A draft added to a map that a person made: nothing that is there changes."""

from pathlib import Path

import pytest

from argmap.claims import MapError, OutputError, reader
from argmap.claims.drafting.additions import Addition, with_draft
from argmap.claims.drafting.draft import draft
from argmap.claims.drafting.structure import document_of

TEXT = (
    "The town should build a tram. But trams are dear.\n\n"
    "According to Ann Lee, buses are slow. Trams last for forty years, because rails are strong.\n"
)
HAND_MADE = """\
# Mine.
argmap: 1
title: Trams    # short
source: {file: article.txt}
holders:
  author: {name: The author}
  ann: {name: Ann Lee}
claims:

  tram:   # the thesis
    text: >-
      A tram should
      be built.
    quote: 'The town should build a tram'
    main: true

  # to do: the rest
evidence: {}
expect: []
"""


def added(folder: Path, hand_made: str = HAND_MADE, text: str = TEXT) -> Addition:
    folder.joinpath("article.txt").write_bytes(text.encode())
    return with_draft(folder / "map.yaml", hand_made, draft(document_of(text)))


def is_within(old: str, new: str) -> bool:
    """Tell whether a text is there in another, with nothing but additions in between."""
    rest = iter(new)
    return all(character in rest for character in old)


def test_only_what_is_not_covered_is_added(tmp_path: Path) -> None:
    grown = added(tmp_path)

    m = reader.read(grown.text, str(tmp_path / "map.yaml"))
    assert is_within(HAND_MADE, grown.text)
    assert grown.covered == 1
    assert m.statements[0].id == "tram"
    assert [s.id for s in m.statements if s.status is None] == ["tram"]
    assert {q.match for s in m.statements for q in s.quotes} == {"exact"}
    assert [s.id for s in m.statements if s.main] == ["tram"]
    assert all(
        line in grown.text.splitlines() for line in HAND_MADE.splitlines() if "{}" not in line
    )


def test_relation_to_what_is_there_stands_at_the_new_statement(tmp_path: Path) -> None:
    m = reader.read(added(tmp_path).text, str(tmp_path / "map.yaml"))
    dear = next(s for s in m.statements if "dear" in s.text)

    assert ("contrast", "tram") in [(r.kind, r.target) for r in m.relations if r.source == dear.id]
    assert all(r.source != "tram" for r in m.relations)


def test_relation_from_what_is_there_is_only_suggested(tmp_path: Path) -> None:
    hand_made = HAND_MADE.replace("The town should build a tram", "trams are dear")
    m = reader.read(added(tmp_path, hand_made).text, str(tmp_path / "map.yaml"))

    assert all(r.source != "tram" for r in m.relations)
    assert "tram" in [s.source for s in m.suggested]


def test_holder_that_is_there_keeps_its_id(tmp_path: Path) -> None:
    m = reader.read(added(tmp_path).text, str(tmp_path / "map.yaml"))

    assert [h.id for h in m.holders] == ["author", "ann"]
    assert ("ann",) in [s.holder for s in m.statements]


def test_ids_that_are_taken_are_not_given_again(tmp_path: Path) -> None:
    first = reader.read(added(tmp_path).text, str(tmp_path / "map.yaml"))
    taken = next(s.id for s in first.statements if "dear" in s.text)
    hand_made = HAND_MADE.replace("  tram:", f"  {taken}:")

    m = reader.read(added(tmp_path, hand_made).text, str(tmp_path / "map.yaml"))
    assert f"{taken}-2" in m.by_id


def test_adding_twice_adds_nothing(tmp_path: Path) -> None:
    once = added(tmp_path).text
    again = added(tmp_path, once)

    assert again.text == once
    assert again.added.statements == ()


WAYS = {
    "as new writes it": "argmap: 1\ntitle: T\nsource: {file: article.txt}\nholders:\n  # none\n"
    "claims:\n  # main-claim:\n  #   text: x\nevidence:\n  # a-fact:\n",
    "without sections": "argmap: 1\ntitle: T\nsource: {file: article.txt}",
    "in braces": "{argmap: 1, title: T, source: {file: article.txt}, claims: {}, }",
    "as JSON": '{"argmap": 1, "title": "T", "source": {"file": "article.txt"},\n'
    ' "claims": {"a": {"text": "A"}}\n}\n',
    "with CRLF": "argmap: 1\r\ntitle: T\r\nsource:\r\n  file: article.txt\r\nclaims:\r\n"
    "  a:\r\n    text: A # c\r\nto_place: [a]\r\n",
    "indented by four": "argmap: 1\ntitle: T\nsource:\n    file: article.txt\nclaims:\n"
    "    a:\n        text: |+\n            A\n\n\nevidence:\n    b: {text: B}\n",
    "with an end": "argmap: 1\ntitle: T\nsource: {file: article.txt}\n"
    "claims: {a: {text: A}}\n...\n",
    "with lists": "argmap: 1\ntitle: T\nsource: {file: article.txt}\nclaims:\n  a: {text: A}\n"
    "  b: {text: B}\nsuggested:\n    - {from: a, to: b, kind: support}\nto_place:\n- a\n",
}


@pytest.mark.parametrize("hand_made", WAYS.values(), ids=WAYS)
def test_file_grows_however_it_is_written(tmp_path: Path, hand_made: str) -> None:
    before = reader.read(hand_made, str(tmp_path / "map.yaml"))
    grown = added(tmp_path, hand_made)
    m = reader.read(grown.text, str(tmp_path / "map.yaml"))

    assert is_within(hand_made, grown.text)
    assert len(grown.added.statements) >= 4
    assert [s.text for s in m.statements if s.status is None] == [s.text for s in before.statements]
    assert set(m.statements) == {*before.statements, *grown.added.statements}
    assert "\r\n" not in hand_made or grown.text.count("\n") == grown.text.count("\r\n")


def test_shipped_map_covers_its_article() -> None:
    path = Path(__file__).parents[2] / "claims/articles/us-russia/map.yaml"
    text = path.with_name("article.txt").read_text("utf-8")

    grown = with_draft(path, path.read_text("utf-8"), draft(document_of(text)))
    assert grown.covered > 50
    assert is_within(path.read_text("utf-8"), grown.text)


def test_map_of_another_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path
    folder.joinpath("article.txt").write_text("Another text.", encoding="utf-8")
    hand_made = HAND_MADE.replace("    quote: 'The town should build a tram'\n", "")

    with pytest.raises(MapError, match="not the text of the article"):
        with_draft(folder / "map.yaml", hand_made, draft(document_of(TEXT)))


def test_map_without_its_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="names no source file that is there"):
        with_draft(tmp_path / "map.yaml", HAND_MADE, draft(document_of(TEXT)))


def test_map_with_mistakes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="clams"):
        added(tmp_path, HAND_MADE + "clams: {}\n")


def test_text_that_an_addition_would_lengthen_is_left_alone(tmp_path: Path) -> None:
    # Block text at the very end has no line end, and would get one.
    hand_made = WAYS["without sections"] + "\nclaims:\n a:\n  text: |\n   A"

    with pytest.raises(OutputError, match="without changing what is there"):
        added(tmp_path, hand_made)


def test_file_that_cannot_grow_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "argmap.claims.drafting.additions.inserted", lambda text, _: text.replace("Trams", "Tram")
    )

    with pytest.raises(OutputError, match="without changing what is there"):
        added(tmp_path)
