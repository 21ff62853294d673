"""What axe-core finds wrong with a page."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.viz.conftest import Opened

# Only what is wrong is told at length, and the page's one style sheet need not be fetched.
QUICK = {"resultTypes": ["violations"], "preload": False}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _script() -> str:
    carried = pytest.importorskip("axe_playwright_python")
    return (Path(carried.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(shown: Opened) -> list[tuple[str, list[str]]]:
    """The rules broken and the elements that break them; the page must be opened without CSP."""
    if not shown.page.evaluate("'axe' in window"):
        shown.page.evaluate(f"{_script()};0")
    found: dict[str, Any] = shown.page.evaluate(
        "options => axe.run(document, options)",
        {"runOnly": {"type": "tag", "values": TAGS}, **QUICK},
    )
    assert len(found["passes"]) > 15
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]]
