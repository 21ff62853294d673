"""Quotes that the source does not bear out, and sources that cannot be read."""

import os
from pathlib import Path

import pytest

import argmap
from tests.claims.reading import HEAD, beside_source, file_mistakes, mistakes

SOURCE = "Shops open on Sundays.\nPeople work on Sundays.\n"


@pytest.mark.parametrize(
    ("quotes", "span", "match"),
    [
        ("quote: Shops … Sundays", (0, 21), "exact"),
        ("quote: SHOPS   OPEN", (0, 10), "folded"),
        ("quote: {quote: on Sundays, nth: 2}", (35, 45), "exact"),
        ("quote: {quote: People toil on Sundays, fuzzy: true}", (23, 45), "fuzzy"),
    ],
)
def test_a_map_keeps_where_and_how_a_quote_was_found(
    tmp_path: Path, quotes: str, span: tuple[int, int], match: str
) -> None:
    (quote,) = argmap.load(beside_source(tmp_path, SOURCE, quotes)).statements[0].quotes

    assert ((quote.start, quote.end), quote.match) == (span, match)


@pytest.mark.parametrize(
    ("quotes", "told"),
    [
        (
            "quote: Shops close on Sundays",
            (
                "5:23: the quote 'Shops close on Sundays' is not in the source."
                " The nearest passage is 'Shops open on Sundays'."
            ),
        ),
        (
            "quotes: [Shops open, on Sundays]",
            (
                "5:37: the quote 'on Sundays' is in the source 2 times, in the lines 1, 2."
                " Quote more words, or say which: {quote: …, nth: 2}."
            ),
        ),
        (
            "quotes: [{quote: on Sundays, nth: 3}]",
            (
                "5:25: nth: 3 is too large, the quote 'on Sundays' is in the source 2 times."
                " Give a number from 1 to 2."
            ),
        ),
        ('quote: " "', "5:23: the quote is empty. Quote some words of the source, or remove"),
        ("quote: …", "5:23: the quote is only an ellipsis. Quote some words of the source,"),
        ('quote: ""', "5:23: the quote is empty."),
    ],
)
def test_each_quote_must_name_one_place(tmp_path: Path, quotes: str, told: str) -> None:
    path = beside_source(tmp_path, SOURCE, quotes)

    (problem,) = file_mistakes(path)

    assert problem.startswith(f"{path}:{told}")


def test_all_bad_quotes_are_told_with_the_other_mistakes(tmp_path: Path) -> None:
    path = beside_source(tmp_path, SOURCE, "quotes: [zebra, Shops, yak], supports: [b]")

    assert [problem.split(": ")[1] for problem in file_mistakes(path)] == [
        "the quote 'zebra' is not in the source. Quote the source's own words.",
        "the quote 'yak' is not in the source. Quote the source's own words.",
        "unknown statement 'b'. Every id must stand under claims or evidence.",
    ]


def test_without_the_source_quotes_are_unchecked(tmp_path: Path) -> None:
    path = beside_source(tmp_path, SOURCE, "quotes: [zebra]")
    tmp_path.joinpath("source.txt").unlink()

    m = argmap.load(path)

    assert m.text is None
    assert [q.match for q in m.statements[0].quotes] == ["unchecked"]


def test_text_that_comes_from_no_file_looks_for_no_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = beside_source(tmp_path, SOURCE, "quotes: [zebra]")
    monkeypatch.chdir(tmp_path)

    assert argmap.loads(path.read_text("utf-8"), path="elsewhere/map.yaml").text is None


@pytest.mark.parametrize("place", ["../source.txt", "/etc/hostname", "a/../../source.txt"])
def test_source_must_lie_in_the_folder_of_the_map(tmp_path: Path, place: str) -> None:
    tmp_path.joinpath("source.txt").write_text("Words.", encoding="utf-8")
    path = tmp_path / "sub" / "map.yaml"
    path.parent.mkdir()
    path.write_text(f"{HEAD}source:\n  file: {place}\n", encoding="utf-8")

    assert file_mistakes(path) == [
        (
            f"{path}:4:9: the source file lies outside the map's folder."
            " Put it beside the map or below, and name it from there."
        )
    ]


def test_source_in_a_folder_below_is_read(tmp_path: Path) -> None:
    tmp_path.joinpath("texts").mkdir()
    tmp_path.joinpath("texts/a.txt").write_text("Words.", encoding="utf-8")
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}source: {{file: ./texts/a.txt}}\n", encoding="utf-8")

    assert argmap.load(path).text == "Words."


def test_source_that_is_no_text_is_told_with_its_own_place(tmp_path: Path) -> None:
    path = beside_source(tmp_path, "", "note: x, supports: [b]")
    tmp_path.joinpath("source.txt").write_bytes(b"One\ntw\xff")

    problems = file_mistakes(path)

    assert f"{tmp_path / 'source.txt'}:2:3: this is not UTF-8 text: byte 0xff." in problems[0]
    assert "unknown statement 'b'" in problems[1]


@pytest.mark.parametrize("name", ["x" * 300, f"{'y' * 300}/z"])
def test_source_with_a_name_that_no_file_can_have_is_not_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}source: {{file: {name}}}\n", encoding="utf-8")

    assert argmap.load(path).text is None


def test_source_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}source: {{file: .}}\n", encoding="utf-8")

    assert file_mistakes(path) == [
        f"{path}:3:16: the source file is a folder. Name the text file in it."
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_source_that_is_a_dangling_link_is_not_there(tmp_path: Path) -> None:
    path = beside_source(tmp_path, SOURCE, "quotes: [zebra]")
    tmp_path.joinpath("source.txt").unlink()
    tmp_path.joinpath("source.txt").symlink_to("nowhere")

    assert argmap.load(path).text is None


@pytest.mark.parametrize(
    ("quote", "what"), [('""', "the quote is empty"), ("…", "the quote is only an ellipsis")]
)
def test_quote_without_words_is_refused_without_the_source_too(quote: str, what: str) -> None:
    assert mistakes(f"{HEAD}claims: {{a: {{text: A, quote: {quote}}}}}\n") == [
        f"map:3:30: {what}. Quote some words of the source, or remove the quote."
    ]


@pytest.mark.parametrize("quote", [".", ". .", ".."])
def test_quote_of_points_alone_is_no_ellipsis(quote: str) -> None:
    m = argmap.loads(f'{HEAD}claims: {{a: {{text: A, quote: "{quote}"}}}}\n')

    assert m.statements[0].quotes[0].match == "unchecked"
