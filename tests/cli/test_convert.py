"""`argmap convert`."""

import json
from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Call


def test_map_goes_to_another_format_and_back(folder: Path, call: Call) -> None:
    assert call("convert", "sundays.yaml", "out.json") == (0, "out.json\n", "")
    assert call("convert", "out.json", "back.yml") == (0, "back.yml\n", "")

    m = argmap.load(folder / "sundays.yaml")
    assert argmap.load(folder / "out.json") == argmap.load(folder / "back.yml") == m


def test_formats_may_be_named_where_endings_do_not_tell(folder: Path, call: Call) -> None:
    assert call("convert", "sundays.yaml", "out.txt", "--to", "json").status == 0
    assert call("convert", "out.txt", "back.txt", "--from", "json", "--to", "yaml").status == 0

    assert argmap.load(folder / "back.txt") == argmap.load(folder / "sundays.yaml")


@pytest.mark.usefixtures("folder")
def test_map_is_printed_for_a_dash(call: Call) -> None:
    status, out, err = call("convert", "sundays.yaml", "-", "--to", "json")

    assert (status, err) == (0, "")
    assert json.loads(out)["title"] == "Should shops open on Sundays?"
    assert call("convert", "sundays.yaml", "-").status == 2


def test_source_that_does_not_go_along_is_told_of(folder: Path, call: Call) -> None:
    folder.joinpath("sub").mkdir()

    assert call("convert", "sundays.yaml", "sub/out.json").err == (
        "note: article.txt is not beside sub/out.json; with it, the quotes can be checked\n"
    )


def test_existing_file_is_overwritten_only_by_force(folder: Path, call: Call) -> None:
    out = folder / "out.json"
    out.write_text("mine", encoding="utf-8")

    status, _, err = call("convert", "sundays.yaml", "out.json")

    assert status == 2
    assert "out.json: the file exists. Add --force to overwrite it." in err
    assert out.read_text("utf-8") == "mine"

    assert call("convert", "sundays.yaml", "out.json", "--force").status == 0
    assert json.loads(out.read_text("utf-8"))["argmap"] == 1


@pytest.mark.parametrize("output", ["out.xyz", "out", ""])
def test_format_that_is_not_known_is_refused(folder: Path, call: Call, output: str) -> None:
    before = sorted(folder.iterdir())

    status, out, err = call("convert", "sundays.yaml", output)

    assert (status, out) == (2, "")
    assert "names no format. Known are .yaml, .yml, .json, " in err
    assert sorted(folder.iterdir()) == before


@pytest.mark.usefixtures("folder")
def test_picture_is_left_to_draw(call: Call) -> None:
    status, out, err = call("convert", "sundays.yaml", "out.svg")

    assert (status, out) == (2, "")
    assert "out.svg: 'argmap draw' makes pictures." in err
