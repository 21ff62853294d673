"""The page on formats names them all, as they are, and its tables are read."""

import re
from pathlib import Path

import pytest

from argmap.claims.formats import FORMATS, Format
from argmap.claims.formats.features import FEATURES
from tests.claims.foreign import read

COLUMNS = 5
PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = {
    cells[0].strip("` "): cells
    for line in PAGE.splitlines()
    if line.startswith("| `")
    for cells in [line.strip("|").split("|")]
    if len(cells) == COLUMNS
}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_is_on_the_page(form: Format) -> None:
    _, _, endings, reads, writes = ROWS[form.name]

    assert tuple(re.findall("`([^`]+)`", endings)) == form.suffixes
    assert (reads.strip() == "yes") == (form.reads is not None)
    assert (writes.strip() == "yes") == (form.writes is not None)


def test_the_page_names_no_other() -> None:
    assert set(ROWS) == {form.name for form in FORMATS}


def rows(*, written: bool) -> list[str]:
    """What each format cannot hold, or tells: a row for all formats of which that is the same."""
    names: dict[tuple[str, ...], list[str]] = {}
    for form in FORMATS:
        if form.writes is not None and written:
            told = tuple(feature for feature in FEATURES if feature not in form.writes)
        elif form.writes is None and form.reads is not None and not written:
            told = tuple(feature for feature in FEATURES if feature in form.reads)
        else:
            continue
        names.setdefault(told, []).append(f"`{form.name}`")
    return [
        f"| {' '.join(alike)} | {', '.join(told) or 'nothing'} |" for told, alike in names.items()
    ]


@pytest.mark.parametrize(
    ("written", "head"), [(True, "| written | cannot hold |"), (False, "| only read | tells |")]
)
def test_the_page_says_what_formats_carry(*, written: bool, head: str) -> None:
    _, _, below = PAGE.partition(f"{head}\n|---|---|\n")

    assert below.partition("\n\n")[0].splitlines() == rows(written=written)


def test_the_tables_on_the_page_are_read() -> None:
    plain, typed = re.findall(r"```csv\n(.*?)```", PAGE, flags=re.DOTALL)

    assert [r.kind for r in read("csv", plain).map.relations] == ["support", "contrast"]
    assert [r.undercuts for r in read("csv", typed).map.relations] == [True, False]
