"""A tour of the whole page: nearly every function of its script runs on it, and none fails.

The tour presses what it finds, so that it also meets what is added to the page later.
"""

import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from argmap.claims.model import Map
from argmap.viz.page import page
from tests.graph.sketches import sketch
from tests.viz.conftest import PRESS_ALL
from tests.viz.samples import drafted, grown, small

pytestmark = pytest.mark.browser

LEAST = 0.9
OWN = re.compile(r"\bfunction createStore\b")
POPOVERS = ("#filters", "#share")
FIELDS = "input[type=search]:visible, input[type=text]:visible, select:visible"
PLACES = {"outline": "#outline [tabindex='0']", "article": "#article [tabindex='0']"}
KEYS = (
    *("Home", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "End", "*", " ", " ", "f", "]"),
    *("[", "f", "d", "d", "+", "-", "0", "Enter", "x", "1", "2", "p", "a", "b", "w", "?"),
)


def test_a_tour_of_the_page_meets_nearly_every_function(browser: Browser, tmp_path: Path) -> None:
    met: dict[int, int] = {}
    named: dict[int, str] = {}
    faults: list[str] = []
    for number, m in enumerate((small(), grown(330, parts=3), circles(), drafted())):
        file = tmp_path / f"{number}.html"
        page(m).save(file)
        context = browser.new_context(viewport={"width": 1300, "height": 800})
        shown = context.new_page()
        shown.on("pageerror", lambda error: faults.append(str(error)))
        context.on("dialog", lambda dialog: dialog.accept())
        profiler = context.new_cdp_session(shown)
        profiler.send("Profiler.enable")
        profiler.send("Debugger.enable")
        profiler.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
        shown.goto(file.as_uri())
        tour(shown, m)
        for name, at, count in functions(profiler):
            met[at] = met.get(at, 0) + count
            named[at] = name
        context.close()

    missed = sorted(named[at] for at, count in met.items() if not count)
    share = 1 - len(missed) / len(met)
    print(f"{share:.1%} of {len(met)} functions ran; not: {', '.join(missed)}")  # noqa: T201
    assert faults == []
    assert share >= LEAST, missed


def circles() -> Map:
    """Statements that all support each other and one more, and one that stands alone."""
    return sketch(*(f"{a} + {b}" for a, b in permutations("abcdf", 2)), "f - g", alone="z")


def functions(profiler: Any) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the place and the count of each function of our own script."""
    for script in profiler.send("Profiler.takePreciseCoverage")["result"]:
        told = profiler.send("Debugger.getScriptSource", {"scriptId": script["scriptId"]})
        source = told["scriptSource"]
        if not OWN.search(source):
            continue
        for function in script["functions"]:
            (extent,) = function["ranges"]
            at = extent["startOffset"]
            if at:
                name = function["functionName"] or source[at : at + 30].replace("\n", " ")
                yield name, at, extent["count"]


def tour(shown: Page, m: Map) -> None:
    shown.evaluate("window.print = () => {}; 0")
    keys = [statement.id for statement in m.statements[:3]]
    addresses = (
        f"s={keys[1]}",
        f"r={m.relations[0].id}",
        f"p={keys[2]},{keys[0]}",
        f"p={m.statements[-1].id},{keys[2]}",
    )
    for address in addresses:
        follow(shown, address)
    point(shown)
    press(shown, "#map")
    for part in shown.locator("[data-open]:visible").all():
        part.click()
        fill(shown)
        press(shown, PLACES.get(part.get_attribute("data-open") or "", ""))
    shown.evaluate("document.querySelector('#print-article').checked = true; 0")
    for root in ("#sheet", "#scope", "#path-answer", ".side", "#filters", "#share", "body"):
        for address in addresses:
            follow(shown, address)
            if root in POPOVERS:
                shown.evaluate("root => document.querySelector(root).showPopover()", root)
            shown.evaluate(PRESS_ALL, root)
            shown.wait_for_timeout(60)
            shown.evaluate("document.querySelector(':popover-open')?.hidePopover()")
    shown.go_back()
    for query in ("print", "screen"):
        shown.emulate_media(media=query, color_scheme="dark" if query == "print" else "light")
        shown.evaluate(
            f"dispatchEvent(new Event('{'before' if query == 'print' else 'after'}print'))"
        )
    shown.set_viewport_size({"width": 380, "height": 700})
    shown.set_viewport_size({"width": 1300, "height": 800})


def follow(shown: Page, address: str) -> None:
    shown.evaluate("address => { location.hash = address; }", address)
    shown.wait_for_timeout(60)


def press(shown: Page, place: str) -> None:
    """Press every key in a part of the page."""
    at = shown.locator(place or "nothing").first
    if not at.is_visible():
        return
    at.focus()
    for key in KEYS:
        shown.keyboard.press(key)
        shown.evaluate("document.querySelector('dialog[open]')?.close()")


def fill(shown: Page) -> None:
    """Type into every field, choose from its list, and leave it."""
    for field in shown.locator(FIELDS).all():
        if not field.is_visible():
            continue
        field.focus()
        for key in ("s", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
            shown.keyboard.press(key)
        shown.keyboard.press("Escape")


def point(shown: Page) -> None:
    """Move over the map, click on it here and there, and turn the wheel."""
    box = shown.locator("#map").bounding_box()
    if not box:
        return
    for across in range(1, 6):
        for down in range(1, 5):
            x, y = box["x"] + box["width"] * across / 6, box["y"] + box["height"] * down / 5
            shown.mouse.move(x, y)
            if (across + down) % 3 == 0:
                shown.mouse.click(x, y)
    shown.mouse.wheel(0, -240)
    shown.mouse.wheel(0, 480)
