"""What cannot be written ends in a message, and nothing is left behind."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.conftest import Call

WRITERS = {
    "convert": ("convert", "sundays.yaml", "{}", "--to", "json", "--force"),
    "schema": ("schema", "-o", "{}"),
    "view": ("view", "sundays.yaml", "-o", "{}"),
    "draw": ("draw", "sundays.yaml", "-o", "{}"),
    "new": ("new", "article.txt", "-o", "{}", "--force"),
}
ENDINGS = {"view": ".html", "schema": ".json", "new": ".yaml"}
writers = pytest.mark.parametrize("writer", WRITERS)


def arguments(writer: str, output: str) -> list[str]:
    return [part.format(output) for part in WRITERS[writer]]


@writers
@pytest.mark.parametrize(
    "output", ["article.txt/out.dot", "none/out.dot", "folder.dot", f"{'x' * 300}.dot"]
)
def test_output_that_no_file_can_be(folder: Path, call: Call, writer: str, output: str) -> None:
    folder.joinpath("folder.dot").mkdir()
    before = sorted(folder.rglob("*"))

    status, out, err = call(*arguments(writer, output))

    assert (status, out) == (2, "")
    assert output in err
    assert "Traceback" not in err
    assert sorted(folder.rglob("*")) == before


@writers
def test_full_disk_keeps_the_old_file(
    folder: Path, call: Call, writer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    output = f"out{ENDINGS.get(writer, '.dot')}"
    folder.joinpath(output).write_text("old", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    monkeypatch.setattr(os, "fsync", full_disk)

    status, out, err = call(*arguments(writer, output))

    assert (status, out) == (2, "")
    assert err == f"{output}: cannot be written: no space left on device.\n"
    assert folder.joinpath(output).read_text("utf-8") == "old"
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("writer", ["convert", "view", "draw"])
def test_output_that_is_the_input(folder: Path, call: Call, writer: str) -> None:
    text = folder.joinpath("sundays.yaml").read_bytes()
    folder.joinpath("link.dot").symlink_to("sundays.yaml")

    status, out, err = call(*arguments(writer, "link.dot"))

    assert (status, out) == (2, "")
    assert "link.dot: the output is the input. Name another file." in err
    assert folder.joinpath("sundays.yaml").read_bytes() == text


@pytest.mark.parametrize("writer", ["convert", "view", "draw"])
def test_output_that_is_the_source_of_the_input(folder: Path, call: Call, writer: str) -> None:
    text = folder.joinpath("article.txt").read_bytes()

    status, out, err = call(*arguments(writer, "article.txt"))

    assert (status, out) == (2, "")
    assert "article.txt: " in err
    assert folder.joinpath("article.txt").read_bytes() == text


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("writer", "ending"), ENDINGS.items())
def test_output_whose_name_says_that_it_is_something_else(
    call: Call, writer: str, ending: str
) -> None:
    status, out, err = call(*arguments(writer, "other.gif"))

    assert (status, out) == (2, "")
    assert f"other.gif: the name of the output must end in {ending}." in err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("output", ["out.gif", "out", ".svg"])
def test_picture_of_no_known_kind(call: Call, output: str) -> None:
    status, out, err = call("draw", "sundays.yaml", "-o", output)

    assert (status, out) == (2, "")
    assert f"{output}: a picture ends in one of .svg, .pdf, .png, .dot." in err


def test_page_replaces_an_older_page_and_nothing_else(folder: Path, call: Call) -> None:
    page = folder.joinpath("sundays.html")
    assert call("view", "sundays.yaml").status == 0
    assert call("view", "sundays.yaml").status == 0
    page.write_text("<!doctype html><title>Sundays</title>", encoding="utf-8")

    status, out, err = call("view", "sundays.yaml")

    assert (status, out) == (2, "")
    assert "sundays.html: the file exists, and is no page of argmap. Name another one with" in err
    assert page.read_text("utf-8") == "<!doctype html><title>Sundays</title>"
    assert call("view", "sundays.yaml", "-o", "sundays.html").status == 0


def test_page_is_named_after_the_map(folder: Path, call: Call) -> None:
    assert call("view", "sundays.yaml") == (0, "sundays.html\n", "")
    assert "Should shops open on Sundays?" in folder.joinpath("sundays.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("svg", b"<"), ("dot", b""), ("png", b"\x89PNG"), ("pdf", b"%PDF")],
)
def test_picture_of_each_kind(folder: Path, call: Call, form: str, beginning: bytes) -> None:
    assert call("draw", "sundays.yaml", "-o", f"out.{form}") == (0, f"out.{form}\n", "")

    picture = folder.joinpath(f"out.{form}").read_bytes()
    assert picture.startswith(beginning)
    assert len(picture) > 500


@pytest.mark.parametrize("command", ["view", "draw", "convert", "show", "find", "path", "stats"])
def test_map_that_cannot_be_read(folder: Path, call: Call, command: str) -> None:
    folder.joinpath("bad.yaml").write_text("argmap: 1\ntitle: T\nclams:\n", encoding="utf-8")
    rest = {
        "view": [],
        "draw": ["-o", "out.svg"],
        "convert": ["out.json"],
        "show": ["a"],
        "find": ["a"],
        "path": ["a", "b"],
        "stats": [],
    }
    before = sorted(folder.iterdir())

    status, out, err = call(command, "bad.yaml", *rest[command])

    assert (status, out) == (2, "")
    assert err == "bad.yaml:3:1: unknown key 'clams'. Did you mean 'claims'?\n"
    assert sorted(folder.iterdir()) == before
