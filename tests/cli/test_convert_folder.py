"""`argmap convert` of a folder."""

import json
import os
from multiprocessing import get_start_method
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.claims import batch, conversion
from argmap.claims.conversion import Conversion
from tests.cli.conftest import SUNDAYS, Call


@pytest.fixture
def maps(folder: Path) -> Path:
    given = folder / "maps"
    given.joinpath("deep").mkdir(parents=True)
    given.joinpath(".hidden").mkdir()
    for name in ("a.yaml", "deep/b.yaml", "a.json", ".hidden/c.yaml"):
        m = argmap.loads(SUNDAYS)
        argmap.save(m, given / name)
    given.joinpath("bad.yaml").write_text("argmap: 1\nclams: {}\n", encoding="utf-8")
    given.joinpath("readme.md").write_text("Not a map.", encoding="utf-8")
    return given


@pytest.mark.usefixtures("maps")
def test_bad_file_does_not_stop_the_rest(folder: Path, call: Call) -> None:
    status, out, err = call("convert", "maps", "out", "--to", "json")

    assert status == 1
    assert out == "3 files converted to out, 1 failed\n"
    assert "maps/bad.yaml:2:1: unknown key 'clams'." in err
    written = sorted(os.fspath(p.relative_to(folder)) for p in folder.glob("out/**/*.json"))
    # Two files are called a: each keeps its whole name.
    assert written == ["out/a.json.json", "out/a.yaml.json", "out/deep/b.json"]
    assert argmap.load(folder / "out/deep/b.json") == argmap.load(folder / "maps/deep/b.yaml")


@pytest.mark.usefixtures("maps")
def test_answer_for_programs(call: Call) -> None:
    told = json.loads(call("convert", "maps", "out", "--to", "csv", "--json").out)

    (failed,) = told.pop("failed")
    losses = {entry["what"]: entry for entry in told.pop("losses")}
    assert told == {"in": "maps", "out": "out", "to": "csv", "converted": 3, "before": 0}
    assert failed["file"] == "maps/bad.yaml"
    assert "unknown key 'clams'" in failed["error"]
    assert losses["title of the map"] == {
        "what": "title of the map",
        "repaired": False,
        "times": 3,
        "files": 3,
    }


def test_second_run_does_only_what_is_left(maps: Path, call: Call) -> None:
    call("convert", "maps", "out", "--to", "json")
    maps.joinpath("bad.yaml").write_text(SUNDAYS, encoding="utf-8")

    assert call("convert", "maps", "out", "--to", "json") == (
        0,
        "1 file converted to out, 0 failed, 3 files converted before\n",
        "",
    )
    assert call("convert", "maps", "out", "--to", "json", "--force").out == (
        "4 files converted to out, 0 failed\n"
    )


@pytest.mark.parametrize("cores", ["1", "2"])
def test_all_cores_do_the_same(folder: Path, call: Call, cores: str) -> None:
    folder.joinpath("many").mkdir()
    for number in range(40):
        text = SUNDAYS.replace("Should shops", f"Should {number} shops")
        folder.joinpath(f"many/{number:02}.yaml").write_text(text, encoding="utf-8")

    answer = call("convert", "many", "out", "--to", "json", "--cores", cores)

    assert answer.out == "40 files converted to out, 0 failed\n"
    for number in range(40):
        m = argmap.load(folder / f"out/{number:02}.json")
        assert m.title == f"Should {number} shops open on Sundays?"


@pytest.mark.skipif(get_start_method() != "fork", reason="a new process forgets what was patched")
def test_file_that_ends_its_process_does_not_stop_the_rest(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(path: str, *rest: Any) -> Conversion:
        if path.endswith("13.yaml"):
            os._exit(9)
        return conversion.convert(path, *rest)

    monkeypatch.setattr(batch, "convert", convert)
    folder.joinpath("many").mkdir()
    for number in range(200):
        folder.joinpath(f"many/{number:02}.yaml").write_text(SUNDAYS, encoding="utf-8")

    answer = call("convert", "many", "out", "--to", "json", "--cores", "2")

    assert answer == (
        1,
        "198 files converted to out, 2 failed\n",
        "".join(
            f"many/{name}.yaml: the process that read it was ended, perhaps for want of memory.\n"
            for name in ("113", "13")
        ),
    )


@pytest.mark.parametrize(
    "options",
    [(), ("--to", "json", "--keep-losses", "x"), ("--to", "json", "--losses", "x")],
)
@pytest.mark.usefixtures("maps")
def test_folder_needs_a_format_and_no_kept_losses(call: Call, options: tuple[str, ...]) -> None:
    assert call("convert", "maps", "out", *options).status == 2
