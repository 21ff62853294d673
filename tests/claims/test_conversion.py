"""Where the text of a source goes that a converted file holds itself."""

from pathlib import Path

import msgspec
import pytest

import argmap
from argmap.claims.conversion import Conversion, convert

TEXT = "Rain fell all day."
NAMED_ANEW = "source file that is not there, or has other words than the text that came along"


def holding(folder: Path, file: str | None, text: str = TEXT) -> Path:
    """Write a SADFace file that holds a text, and names a file for it too."""
    source = {} if file is None else {"file": file}
    atom = {
        "id": "a",
        "type": "atom",
        "text": "It rained.",
        "sources": [{"resource_id": "r", "text": "fell all", "offset": 5, "length": 8}],
    }
    root = {
        "metadata": {"argmap": {"title": "T", "source": source}},
        "resources": [{"id": "r", "content": text}],
        "nodes": [atom],
        "edges": [],
    }
    path = folder / "given.sadface.json"
    path.write_bytes(msgspec.json.encode(root))
    return path


def converted(path: Path, target: str = "yaml") -> Conversion:
    done = convert(path, path.parent / f"out.{target}", target)
    done.save()
    return done


def test_in_python_the_ending_tells_the_format_and_nothing_is_written_at_once(
    tmp_path: Path,
) -> None:
    output = tmp_path / "map.aif.json"
    done = argmap.convert("us-russia", output)

    assert not output.exists()
    assert "title of the map" in {loss.what for loss in done.losses}
    done.save()
    assert len(argmap.load(output).statements) == len(done.map.statements)


@pytest.mark.parametrize("target", ["yaml", "json", "argdown"])
@pytest.mark.parametrize("there", [None, "Other words: fell all.", "fell\0all"])
def test_text_that_came_along_is_named_and_not_another(
    tmp_path: Path, target: str, there: str | None
) -> None:
    if there is not None:
        tmp_path.joinpath("article.txt").write_text(there, encoding="utf-8")

    done = converted(holding(tmp_path, "article.txt"), target)

    assert done.map.source.file == "out.source.txt"
    assert [(loss.what, loss.where, loss.repaired) for loss in done.losses] == [
        (NAMED_ANEW, "article.txt", True)
    ]
    again = argmap.load(tmp_path / f"out.{target}")
    assert (again, again.text) == (done.map, TEXT)
    assert there is None or tmp_path.joinpath("article.txt").read_text("utf-8") == there


def test_named_file_of_the_same_words_serves(tmp_path: Path) -> None:
    tmp_path.joinpath("article.txt").write_text(TEXT, encoding="utf-8")

    done = converted(holding(tmp_path, "article.txt"))

    assert done.losses == ()
    assert done.map.source.file == "article.txt"
    assert not tmp_path.joinpath("out.source.txt").exists()


@pytest.mark.parametrize("file", ["../article.txt", ".", "a\0b"])
def test_named_file_that_cannot_be_asked_for_is_none(tmp_path: Path, file: str) -> None:
    assert converted(holding(tmp_path, file)).map.source.file == "out.source.txt"


def test_text_without_a_named_file_is_no_loss(tmp_path: Path) -> None:
    done = converted(holding(tmp_path, None))

    assert (done.losses, done.map.source.file) == ((), "out.source.txt")


def test_control_characters_in_a_text_that_came_along_do_not_stop_the_way_back(
    tmp_path: Path,
) -> None:
    done = converted(holding(tmp_path, None, "Rain\0fell all day.\x0c\r\n"))

    assert [(loss.what, loss.where) for loss in done.losses] == [
        ("control characters in the text of the source", "r")
    ]
    again = argmap.load(tmp_path / "out.yaml")
    assert (again, again.text) == (done.map, "Rain fell all day. \r\n")
    (quote,) = again.statements[0].quotes
    assert (quote.quote, quote.match) == ("fell all", "exact")
