"""`argmap path -o`: the part of a map that an answer is about."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize("name", ["part.html", "part.svg", ".svg"])
def test_the_part_between_is_written(folder: Path, call: Call, name: str) -> None:
    assert call("path", "sundays.yaml", "staff", "strain", "-o", name) == (0, f"{name}\n", "")
    text = folder.joinpath(name).read_text("utf-8")

    assert text.lower().startswith("<!doctype html>" if name.endswith(".html") else "<?xml")
    assert "Staff are paid more" in text
    assert (
        "Should shops open on Sundays? From “Staff are paid more on Sundays” to “Sunday work "
        "strains family life”"
    ) in text
    assert "61" in text  # a premise that is linked with one on the route
    assert "weather" not in text


def test_the_page_of_a_part_opens_with_the_path_that_was_asked_for(
    folder: Path, call: Call
) -> None:
    assert call("path", "sundays.yaml", "staff", "strain", "-o", "part.html").status == 0

    assert '"path":["staff","strain"]' in folder.joinpath("part.html").read_text("utf-8")


def test_the_part_of_one_kind_of_relation_holds_no_other(folder: Path, call: Call) -> None:
    folder.joinpath("both.yaml").write_text(
        """\
argmap: 1
title: Both ways
claims:
  rain: {text: It rained., supports: [wet, {to: slow, because: Rain slows.}]}
  wet: {text: The road is wet., supports: [slow], contrasts: [{to: rain, because: Not so.}]}
  slow: {text: Drive slowly.}
"""
    )
    asked = ("path", "both.yaml", "rain", "slow", "-o", "part.html")

    assert call(*asked).status == 0
    assert "Not so." in folder.joinpath("part.html").read_text("utf-8")
    assert call(*asked, "--only", "support").status == 0
    text = folder.joinpath("part.html").read_text("utf-8")
    assert "Rain slows." in text
    assert "Not so." not in text


def test_the_part_in_which_the_two_meet_is_named_after_both(folder: Path, call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "survey", "staff", "-o", "part.html")

    assert (status, out) == (1, "part.html\n")
    assert err == (
        "Neither of “In a survey of 2,000 employees, 61 % wanted Sunday shifts” and “Staff are "
        "paid more on Sundays” bears on the other.\n"
    )
    title = "<title>Should shops open on Sundays? “In a survey of 2,000 employees, 61 % wanted"
    assert title in folder.joinpath("part.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            ("apart", "open"),
            "Neither of “The weather is fine” and “Open on Sundays” bears on the other.\n",
        ),
        (
            ("staff", "strain", "--holder", "unions"),
            (
                "“Staff are paid more on Sundays” bears on “Sunday work strains family life”, but "
                "by no such route.\nOnly routes held between their ends by Trade unions count.\n"
            ),
        ),
    ],
)
def test_where_nothing_lies_between_no_file_is_written(
    folder: Path, call: Call, asked: tuple[str, ...], told: str
) -> None:
    assert call("path", "sundays.yaml", *asked, "-o", "part.svg") == (
        1,
        "",
        f"{told}part.svg is not written: nothing lies between the two.\n",
    )
    assert not folder.joinpath("part.svg").exists()


@pytest.mark.parametrize("name", ["part.html", "part.svg"])
def test_the_part_of_a_draft_leaves_out_what_is_tied_and_suggested_elsewhere(
    folder: Path, call: Call, name: str
) -> None:
    folder.joinpath("draft.yaml").write_text(
        """\
argmap: 1
title: A draft
claims:
  a: {text: It rained., supports: [b]}
  b: {text: The road is wet., supports: [c]}
  c: {text: Drive slowly.}
  d: {text: It poured., rephrases: [e]}
  e: {text: There was rain., rephrases: [a]}
suggested:
  - {from: d, to: c, kind: support}
to_place: [e]
""",
        "utf-8",
    )

    assert call("path", "draft.yaml", "a", "c", "-o", name) == (0, f"{name}\n", "")
    assert "poured" not in folder.joinpath(name).read_text("utf-8")
