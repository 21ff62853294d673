"""axe-core finds nothing wrong with the panels either, in both schemes and on both widths."""

from typing import TYPE_CHECKING, Literal

import pytest

from tests.viz.axe import violations
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import small

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


def sides(shown: Opened) -> None:
    shown.click("[data-open=sides] >> visible=true")
    shown.locator(".pair").first.click()


def filters(shown: Opened) -> None:
    shown.click("#filters-open")
    shown.locator("#filters label", has_text="Evidence").click()
    shown.locator("#filters label", has_text="Holder").click()


def suggestions(shown: Opened) -> None:
    shown.click("[data-open=path] >> visible=true")
    shown.fill("#path-from", "sunday")
    shown.keyboard.press("ArrowDown")


def outline(shown: Opened) -> None:
    shown.click("[data-open=outline] >> visible=true")


def nothing(shown: Opened) -> None:
    shown.locator("#path-pane").wait_for(state="attached")


@pytest.mark.parametrize(("scheme", "width"), [("dark", 1440), ("light", 390)])
def test_axe_finds_nothing_in_the_panels(
    opened: Opener, scheme: Literal["light", "dark"], width: int
) -> None:
    states: list[tuple[str, Callable[[Opened], None]]] = [
        ("#p=survey,open", nothing),
        ("#p=wishes,survey&r=undercut", nothing),
        ("#p=survey,", nothing),
        ("#r=willing-open", nothing),
        ("", sides),
        ("", filters),
        ("#h=kind:evidence&t=holder", outline),
        ("", suggestions),
    ]
    shown = opened(
        small(),
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    address = shown.url
    found = []
    for state, act in states:
        shown.goto(address + state)
        shown.reload()
        act(shown)
        found += [(state, rule) for rule in violations(shown)]

    assert found == []
