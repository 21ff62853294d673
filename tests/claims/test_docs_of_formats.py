"""The page on formats names them all, as they are, and its tables are read."""

import re
from pathlib import Path

import pytest

from argmap.claims.formats import FORMATS, Format
from tests.claims.foreign import read

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = {
    cells[0].strip("` "): cells
    for line in PAGE.splitlines()
    if line.startswith("| `")
    for cells in [line.strip("|").split("|")]
}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_is_on_the_page(form: Format) -> None:
    _, _, endings, reads, writes = ROWS[form.name]

    assert tuple(re.findall("`([^`]+)`", endings)) == form.suffixes
    assert (reads.strip() == "yes") == (form.reads is not None)
    assert (writes.strip() == "yes") == (form.writes is not None)


def test_the_page_names_no_other() -> None:
    assert set(ROWS) == {form.name for form in FORMATS}


def test_the_tables_on_the_page_are_read() -> None:
    plain, typed = re.findall(r"```csv\n(.*?)```", PAGE, flags=re.DOTALL)

    assert [r.kind for r in read("csv", plain).map.relations] == ["support", "contrast"]
    assert [r.undercuts for r in read("csv", typed).map.relations] == [True, False]
