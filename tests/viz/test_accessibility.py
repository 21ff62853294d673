"""axe-core finds nothing wrong in any state, in either scheme, on wide and on narrow screens.

One page goes through all states: each begins at an address and is reached by what a reader does.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest

from argmap.claims.storage import load
from tests.viz.axe import violations
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import drafted, grown, small

pytestmark = pytest.mark.browser

WIDE, NARROW = 1440, 390
SCREENS: list[tuple[Literal["light", "dark"], int]] = [
    ("light", WIDE),
    ("dark", WIDE),
    ("light", NARROW),
    ("dark", NARROW),
]
Act = Callable[[Opened], None]


def nothing(_shown: Opened) -> None:
    """The address is the state."""


def over(opener: str) -> Act:
    return lambda shown: shown.click(opener)


def hits(shown: Opened) -> None:
    shown.fill("#query", "sunday")
    shown.keyboard.press("ArrowDown")


def no_hits(shown: Opened) -> None:
    shown.fill("#query", "unheard")


def suggestions(shown: Opened) -> None:
    shown.fill("#path-from", "sunday")
    shown.keyboard.press("ArrowDown")


def no_suggestions(shown: Opened) -> None:
    shown.fill("#path-to", "unheard")


def legend(shown: Opened) -> None:
    shown.evaluate("document.querySelector('#legend').open = true")


STATES: dict[str, tuple[str, Act]] = {
    "opening": ("", legend),
    "statement": ("s=willing", nothing),
    "statement beside the outline": ("s=willing&w=outline", nothing),
    "statement beside the article": ("s=strain&w=article", nothing),
    "relation": ("r=willing-open", nothing),
    "undercut": ("r=undercut", nothing),
    "path": ("p=survey,open", nothing),
    "path with a relation": ("p=wishes,survey&r=undercut&w=path", nothing),
    "pending path": ("p=survey,", nothing),
    "suggestions": ("w=path", suggestions),
    "no suggestions": ("w=path", no_suggestions),
    "sides": ("v=author,unions", nothing),
    "filters": ("h=kind:evidence&t=holder", over("#filters-open")),
    "hidden by filters": ("h=kind:evidence&w=outline", nothing),
    "holders": ("t=holder", legend),
    "focus": ("f=willing,1", nothing),
    "folded": ("c=open&d=down", nothing),
    "hits": ("", hits),
    "no hits": ("", no_hits),
    "share": ("s=open&w=outline", over("#share-open")),
    "help": ("", over("#help-open")),
}


def test_axe_finds_nothing_in_any_state(opened: Opener) -> None:
    shown = opened(small(), bypass_csp=True)

    assert list(broken(shown, STATES)) == []


def test_axe_finds_nothing_on_large_maps(opened: Opener) -> None:
    shown = opened(grown(400), bypass_csp=True)

    assert list(broken(shown, {"opening": ("", nothing), "outline": ("w=outline", nothing)})) == []


def test_axe_finds_nothing_on_a_draft(opened: Opener) -> None:
    def accept(shown: Opened) -> None:
        shown.evaluate("document.querySelectorAll('#draft details').forEach((d) => d.open = true)")
        shown.locator(".accept input").first.check()

    shown = opened(drafted(), bypass_csp=True)
    states = {
        "what is left": ("w=draft", accept),
        "suggestion": ("g=noise,open,contrast&w=draft", nothing),
        "proposed statement": ("s=noise", legend),
        "proposed relation": ("r=survey-willing", nothing),
        "filters": ("h=kind:proposed", over("#filters-open")),
    }

    assert list(broken(shown, states)) == []


def test_axe_finds_nothing_on_the_map_that_ships(opened: Opener) -> None:
    shown = opened(load("us-russia"), bypass_csp=True)
    states = {
        "opening": ("", nothing),
        "sides": ("w=sides&t=holder", nothing),
        "filters": ("", over("#filters-open")),
    }

    assert list(broken(shown, states)) == []


def broken(shown: Opened, states: dict[str, tuple[str, Act]]) -> Iterator[tuple[object, ...]]:
    """Yield what axe finds, with the screen and the state where it does."""
    for scheme, width in SCREENS:
        shown.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        shown.page.set_viewport_size({"width": width, "height": 900})
        for name, (address, act) in states.items():
            shown.page.evaluate("address => { location.hash = `${address}&q=`; }", address)
            shown.page.wait_for_function("address => location.hash.includes(address)", arg=address)
            act(shown)
            yield from ((scheme, width, name, *rule) for rule in violations(shown))
            shown.fill("#query", "")
            shown.keyboard.press("Escape")
            shown.page.evaluate("document.querySelector(':popover-open')?.hidePopover()")
            shown.page.evaluate("location.hash = ''")


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
