"""`argmap new` and `argmap schema`."""

from pathlib import Path

import pytest

import argmap
from argmap.claims.layout import schema_text
from tests.cli.conftest import Call


def test_new_map_stands_beside_its_article_and_reads_it(folder: Path, call: Call) -> None:
    assert call("new", "article.txt") == (0, "article.yaml\n", "")

    m = argmap.load(folder / "article.yaml")
    assert (m.title, m.source.file, m.statements) == ("Many say:", "article.txt", ())
    assert m.text == folder.joinpath("article.txt").read_text("utf-8")
    status, out, _ = call("check", "article.yaml")
    assert (status, out.count("\n")) == (1, 2)
    assert out.startswith("article.yaml: warning: The map has no statements. Write the source's")
    assert out.endswith("[empty]\narticle.yaml: 1 warning.\n")


def test_new_map_filled_as_its_comments_say_is_a_map(folder: Path, call: Call) -> None:
    call("new", "article.txt")
    path = folder / "article.yaml"
    lines = path.read_text("utf-8").splitlines()
    filled = [
        line.replace("# ", "", 1) if line.startswith(("  # main-", "  # a-", "  #  ")) else line
        for line in lines
        if "quote:" not in line
    ]
    path.write_text("\n".join(filled), encoding="utf-8")

    assert call("path", "article.yaml", "a-fact", "main-claim").status == 0


@pytest.mark.parametrize(
    "title", ['"Quoted": a, b', "# no comment", "- x", "😀 {a}", "a\\b", "  wide   space  "]
)
def test_any_first_line_makes_a_title(folder: Path, call: Call, title: str) -> None:
    folder.joinpath("odd.txt").write_text(f"\n\n{title}\nMore.", encoding="utf-8")

    assert call("new", "odd.txt").status == 0
    assert argmap.load(folder / "odd.yaml").title == " ".join(title.split())


def test_article_without_words_lends_its_name(folder: Path, call: Call) -> None:
    folder.joinpath("blank.txt").write_text("\n", encoding="utf-8")
    call("new", "blank.txt")

    assert argmap.load(folder / "blank.yaml").title == "blank.txt"


def test_map_may_stand_in_a_folder_above_but_not_elsewhere(folder: Path, call: Call) -> None:
    folder.joinpath("texts").mkdir()
    folder.joinpath("texts/a.txt").write_text("Title", encoding="utf-8")

    assert call("new", "texts/a.txt", "-o", "a.yaml").status == 0
    assert argmap.load(folder / "a.yaml").source.file == "texts/a.txt"

    status, _, err = call("new", "article.txt", "-o", "texts/b.yaml")
    assert status == 2
    assert "a map stands beside its article, or in a folder above." in err
    assert not folder.joinpath("texts/b.yaml").exists()


def test_existing_map_is_overwritten_only_by_force(folder: Path, call: Call) -> None:
    path = folder / "article.yaml"
    path.write_text("mine", encoding="utf-8")

    assert call("new", "article.txt").status == 2
    assert path.read_text("utf-8") == "mine"
    assert call("new", "article.txt", "--force").status == 0
    assert path.read_text("utf-8") != "mine"


def test_article_itself_is_not_overwritten(folder: Path, call: Call) -> None:
    before = folder.joinpath("sundays.yaml").read_bytes()

    assert call("new", "sundays.yaml").status == 2
    assert folder.joinpath("sundays.yaml").read_bytes() == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("article", ["none.txt", "."])
def test_article_that_cannot_be_read(call: Call, article: str) -> None:
    status, out, err = call("new", article)

    assert (status, out) == (2, "")
    assert err.startswith(f"{article}: ")


def test_schema_goes_to_the_terminal_or_a_file(folder: Path, call: Call) -> None:
    assert call("schema") == (0, schema_text(), "")
    assert call("schema", "-o", "s.json") == (0, "s.json\n", "")
    assert folder.joinpath("s.json").read_text("utf-8") == schema_text()


def test_article_is_never_overwritten(folder: Path, call: Call) -> None:
    folder.joinpath("text.yaml").write_text("words", encoding="utf-8")

    status, out, err = call("new", "text.yaml", "--force")

    assert (status, out) == (2, "")
    assert "text.yaml: the map would overwrite its article." in err
    assert folder.joinpath("text.yaml").read_text("utf-8") == "words"
