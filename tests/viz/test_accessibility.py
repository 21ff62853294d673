"""axe-core finds nothing wrong, in either scheme, on wide and on narrow screens."""

from pathlib import Path
from typing import Any, Literal

import pytest

from tests.viz.conftest import Opener
from tests.viz.samples import small

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe() -> str:
    carried = pytest.importorskip("axe_playwright_python")
    return (Path(carried.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("part", "width", "scheme"),
    [
        ("article", 1440, "light"),
        ("outline", 1440, "dark"),
        ("article", 390, "dark"),
        ("outline", 390, "light"),
        ("details", 390, "light"),
        ("details", 390, "dark"),
    ],
)
def test_axe_finds_nothing(
    opened: Opener, axe: str, scheme: Literal["light", "dark"], width: int, part: str
) -> None:
    shown = opened(
        small(),
        address="#s=willing",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    button = shown.locator(f"[data-open={part}] >> visible=true")
    if button.count():
        button.click()

    shown.page.evaluate(f"{axe};0")
    found: dict[str, Any] = shown.page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
    )

    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    assert len(found["passes"]) > 15


def test_the_list_of_a_search_is_accessible_too(opened: Opener, axe: str) -> None:
    shown = opened(small(), bypass_csp=True)
    shown.fill("#query", "sunday")
    shown.keyboard.press("ArrowDown")

    shown.page.evaluate(f"{axe};0")
    found = shown.page.evaluate("axe.run(document)")

    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []


def test_the_focus_goes_through_the_page_in_order(opened: Opener) -> None:
    shown = opened(small())
    seen = []
    for _ in range(20):
        shown.keyboard.press("Tab")
        seen.append(
            shown.page.evaluate("document.activeElement.id || document.activeElement.tagName")
        )

    assert seen[:2] == ["skip", "A"]
    assert seen.index("query") < seen.index("MARK") < seen.index("map")


def test_the_skip_button_leads_to_the_outline(opened: Opener) -> None:
    shown = opened(small())
    shown.keyboard.press("Tab")

    shown.keyboard.press("Enter")

    assert shown.page.evaluate("document.activeElement.getAttribute('role')") == "treeitem"
