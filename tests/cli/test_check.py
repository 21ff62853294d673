"""`argmap check`."""

import json
from pathlib import Path

import pytest

from argmap.graph.checks import CHECKS
from tests.cli.conftest import SUNDAYS, Call

SOUND = "argmap: 1\ntitle: T\nclaims: {a: {text: A, main: true}, b: {text: B, supports: [a]}}\n"


@pytest.fixture
def sound(folder: Path) -> str:
    folder.joinpath("sound.yaml").write_text(SOUND, encoding="utf-8")
    return "sound.yaml"


@pytest.mark.usefixtures("folder")
def test_findings_have_place_severity_cure_and_name(call: Call) -> None:
    status, out, err = call("check", "sundays.yaml")

    assert (status, err) == (1, "")
    detached, expected, summary = out.splitlines()
    assert detached.startswith("sundays.yaml:22:3: warning: apart: Nothing ties this to the main")
    assert detached.endswith(". [detached]")
    assert expected.startswith("sundays.yaml:34:5: error: expectation 1: ")
    assert expected.endswith(". [expectation]")
    assert summary == "sundays.yaml: 1 error, 1 warning, 1 note (see them with --notes)."


@pytest.mark.usefixtures("folder")
def test_notes_are_told_only_when_asked_for(call: Call) -> None:
    assert ": note: " not in call("check", "sundays.yaml").out
    assert "sundays.yaml:14:3: note: strain: " in call("check", "sundays.yaml", "--notes").out


def test_notes_alone_are_no_problem(sound: str, call: Call) -> None:
    status, out, err = call("check", sound, "--notes")

    assert (status, err) == (0, "")
    assert out.endswith("[claim-without-reason]\nsound.yaml: 1 note.\n")


def test_check_is_silenced_for_a_statement_or_the_map(folder: Path, call: Call) -> None:
    text = SUNDAYS.replace("is: supports", "is: mixed")
    path = folder / "silent.yaml"

    for silenced in (
        text.replace("weather is fine.\n", "weather is fine.\n    ignore: [detached]\n"),
        f"{text}ignore: [detached]\n",
    ):
        path.write_text(f"{silenced}\n", encoding="utf-8")
        assert call("check", "silent.yaml") == (
            0,
            "silent.yaml: 1 note (see them with --notes).\n",
            "",
        )

    path.write_text(f"{text}ignore: [detached, claim-without-reason]\n", encoding="utf-8")
    assert call("check", "silent.yaml").out == "silent.yaml: nothing to object to.\n"


def test_silencing_what_is_no_check_is_found(folder: Path, call: Call) -> None:
    folder.joinpath("odd.yaml").write_text(f"{SOUND}ignore: [detatched]\n", encoding="utf-8")

    status, out, _ = call("check", "odd.yaml")

    assert status == 1
    assert "detached" in out
    assert "[unknown-check]" in out


def test_unreadable_map_is_status_2_and_the_others_are_still_checked(
    folder: Path, sound: str, call: Call
) -> None:
    folder.joinpath("bad.yaml").write_text("argmap: 1\ntitle: T\nclams: {}\n", encoding="utf-8")

    status, out, err = call("check", "bad.yaml", sound, "sundays.yaml")

    assert status == 2
    assert err == "bad.yaml:3:1: unknown key 'clams'. Did you mean 'claims'?\n"
    assert "sound.yaml: 1 note (see them with --notes)." in out
    assert "sundays.yaml: 1 error" in out


def test_as_json(folder: Path, sound: str, call: Call) -> None:
    folder.joinpath("bad.yaml").write_text("argmap: 1\ntitle:\n", encoding="utf-8")

    status, out, err = call("check", "bad.yaml", sound, "sundays.yaml", "--json")

    assert (status, err) == (2, "")
    bad, fine, sundays = json.loads(out)
    assert bad == {
        "map": "bad.yaml",
        "problems": [
            {
                "path": "bad.yaml",
                "line": 2,
                "column": 7,
                "what": "'title' has no value",
                "cure": "Write text",
            }
        ],
    }
    counts = {"error": 0, "warning": 0, "note": 1}
    assert fine == {"map": "sound.yaml", "counts": counts, "findings": []}
    assert {(f["path"], f["line"], f["column"]) for f in sundays["findings"]} == {
        ("sundays.yaml", 22, 3),
        ("sundays.yaml", 34, 5),
    }
    assert [
        (finding["check"], finding["severity"], finding["subject"])
        for finding in sundays["findings"]
    ] == [("detached", "warning", "apart"), ("expectation", "error", "expect/0")]


def test_list_explains_every_check(call: Call) -> None:
    status, out, err = call("check", "--list")

    assert (status, err) == (0, "")
    headings = [line for line in out.splitlines() if not line.startswith(" ")]
    assert "detached (warning)" in headings
    assert [heading.split(" (")[0] for heading in headings] == list(CHECKS)


def test_list_of_checks_as_json(call: Call) -> None:
    listed = json.loads(call("check", "--list", "--json").out)

    assert {"name", "severity", "explanation"} == set(listed[0])
    assert "circular-support" in [each["name"] for each in listed]


def test_source_that_is_not_there_is_a_warning(folder: Path, call: Call) -> None:
    folder.joinpath("article.txt").unlink()

    status, out, _ = call("check", "sundays.yaml")

    assert status == 1
    assert "warning: The source file 'article.txt' is not there, so 2 quotes are unchecked" in out


def test_shipped_map_has_nothing_but_notes(call: Call) -> None:
    assert call("check", "us-russia").status == 0
