"""`argmap convert` of files that are none: a mistake with a place and status 2, or a map."""

from pathlib import Path

import pytest

from argmap.claims.formats import FORMATS
from tests.cli.conftest import Call

READERS = [form.name for form in FORMATS if form.reads is not None]
CONTENTS = {
    "UTF-16": '{"nodes": []}'.encode("utf-16"),
    "Latin-1": '{"nodes": "é"}'.encode("latin-1"),
    "NUL": b"a\0b,c\n\0",
    "empty": b"",
    "space": b" \n\t\n ",
    "mark": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_odd_content(folder: Path, call: Call, reader: str, content: bytes) -> None:
    folder.joinpath("given").write_bytes(content)

    status, _, err = call("convert", "given", "out.json", "--from", reader)

    assert status in (0, 2)
    assert "Traceback" not in err
    if status == 2:
        assert all(line.startswith("given:") for line in err.splitlines())


@pytest.mark.parametrize("reader", READERS)
def test_missing_file(call: Call, reader: str) -> None:
    answer = call("convert", "none.x", "out.json", "--from", reader)

    assert answer.status == 2
    assert answer.err.startswith("none.x: the file cannot be read")
