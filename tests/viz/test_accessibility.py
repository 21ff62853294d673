"""axe-core finds nothing wrong, in either scheme, on wide and on narrow screens."""

from typing import Literal

import pytest

from tests.viz.axe import violations
from tests.viz.conftest import Opener
from tests.viz.samples import small

pytestmark = pytest.mark.browser


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
    opened: Opener, scheme: Literal["light", "dark"], width: int, part: str
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

    assert violations(shown) == []


def test_the_list_of_a_search_is_accessible_too(opened: Opener) -> None:
    shown = opened(small(), bypass_csp=True)
    shown.fill("#query", "sunday")
    shown.keyboard.press("ArrowDown")

    assert violations(shown) == []


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
