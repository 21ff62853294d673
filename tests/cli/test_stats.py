"""`argmap stats`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("folder")


def test_map_in_figures(call: Call) -> None:
    status, out, err = call("stats", "sundays.yaml")

    assert (status, err) == (0, "")
    assert out.startswith(
        "Should shops open on Sundays?\n"
        "  statements   5: 3 claims, 2 evidence\n"
        "  relations    3: 1 support, 2 contrasts\n"
        "  of these     1 mutual, 1 undercut, 1 linked\n"
        "  main claim   open\n"
        "  depth        2 steps on the longest way to the main claim\n"
        "  roots        2: open, apart\n"
        "  leaves       4: strain, apart, survey, staff\n"
        "  parts        2, the largest of 4\n"
        "  quotes       2: 1 exact, 1 folded; they cover 64% of the source\n"
    )
    assert "Trade unions against The author" in out


def test_as_json(call: Call) -> None:
    figures = json.loads(call("stats", "sundays.yaml", "--json").out)

    assert {key: figures[key] for key in ("title", "main", "claims", "evidence", "relations")} == {
        "title": "Should shops open on Sundays?",
        "main": "open",
        "claims": 3,
        "evidence": 2,
        "relations": 3,
    }
    assert figures["quotes"]["total"] == 2


def test_map_without_statements(folder: Path, call: Call) -> None:
    folder.joinpath("empty.yaml").write_text("argmap: 1\ntitle: None yet\n", encoding="utf-8")

    status, out, _ = call("stats", "empty.yaml")

    assert status == 0
    assert "statements   0: 0 claims, 0 evidence" in out
    assert "main claim   none is marked" in out
    assert "quotes       none" in out
