"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

import argmap
from argmap.claims import FormatError, Map, OutputError

M = Map(title="T")
YAML = "argmap: 1\ntitle: T\n"


def full_disk(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_save_writes_what_dumps_gives_by_ending_or_by_name(tmp_path: Path) -> None:
    argmap.save(M, tmp_path / "m.YML")
    argmap.save(M, tmp_path / "m.json")
    argmap.save(M, tmp_path / "m.txt", form="json")

    assert tmp_path.joinpath("m.YML").read_text("utf-8") == YAML == argmap.dumps(M)
    assert tmp_path.joinpath("m.json").read_text("utf-8") == argmap.dumps(M, form="json")
    assert tmp_path.joinpath("m.txt").read_text("utf-8") == argmap.dumps(M, form="json")


def test_text_is_written_as_utf8_whatever_the_locale(tmp_path: Path) -> None:
    argmap.save(Map(title="дом Ü"), tmp_path / "m.yaml")

    assert "дом Ü" in tmp_path.joinpath("m.yaml").read_bytes().decode()


def test_unknown_formats_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"m\.xyz: the ending '\.xyz' names no format"):
        argmap.save(M, tmp_path / "m.xyz")
    with pytest.raises(FormatError, match=r"unknown format 'yml'. Did you mean 'yaml'\?"):
        argmap.dumps(M, form="yml")
    with pytest.raises(FormatError, match=r"unknown format 'zz'\. Known are yaml, json"):
        argmap.loads(YAML, form="zz")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, failing, full_disk)

    with pytest.raises(OutputError, match=r"m.yaml: cannot be written: no space left on device\."):
        argmap.save(M, path)

    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_interrupted_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        argmap.save(M, tmp_path / "m.yaml")

    assert list(tmp_path.iterdir()) == []


def test_output_that_is_a_folder_or_below_a_file(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()

    for path, reason in (
        (tmp_path, "it is a folder"),
        (tmp_path / "file" / "m.yaml", "not a directory"),
        (tmp_path / ("x" * 300), "file name too long"),
    ):
        with pytest.raises(OutputError) as caught:
            argmap.save(M, path, form="yaml")
        assert str(caught.value) == f"{path}: cannot be written: {reason}."

    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_output_in_a_folder_that_does_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("link.yaml").symlink_to("none/m.yaml")

    for path, reason in (
        ("no\x1bne/m.yaml", "there is no folder 'no\\u001bne'"),
        ("link.yaml", "no such file or directory"),
    ):
        with pytest.raises(OutputError) as caught:
            argmap.save(M, path, form="yaml")
        assert str(caught.value).partition(": cannot be written: ")[2] == f"{reason}."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_device_that_is_full() -> None:
    with pytest.raises(OutputError, match="no space left on device"):
        argmap.save(M, "/dev/full", form="yaml")


def test_message_about_an_odd_name_is_printable(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        argmap.save(M, tmp_path / "no\x1b[31m" / "m.yaml")

    assert str(caught.value).isprintable()


def test_file_keeps_its_mode_and_a_new_one_heeds_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    before = os.umask(0o027)
    try:
        argmap.save(M, path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640

    path.chmod(0o600)
    argmap.save(M, path)

    assert path.stat().st_mode & 0o777 == 0o600


def test_link_is_written_through(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("old", encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(path)

    argmap.save(M, link)

    assert link.is_symlink()
    assert path.read_text("utf-8") == YAML
