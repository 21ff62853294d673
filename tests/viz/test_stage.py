"""The first picture, drawn before vis-network is started, and how vis-network takes over."""

import base64
import re
import zlib
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from argmap.viz.page import page
from tests.viz.conftest import Opener
from tests.viz.samples import grown, small

pytestmark = pytest.mark.browser

NETWORK = "#map .vis-network"
# The page has no idle time until the test gives it some.
HOLD = "window.requestIdleCallback = (start) => { window.idle = start; };"
RELEASE = "() => window.idle()"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
PIXELS = "document.querySelector('#map canvas').toDataURL()"
INKED = """() => {
    const { width, height } = document.querySelector("#map canvas");
    const copy = new OffscreenCanvas(width, height).getContext("2d");
    copy.drawImage(document.querySelector("#map canvas"), 0, 0);
    return copy.getImageData(0, 0, width, height).data.filter((value) => value > 0).length;
}"""


def still(opened: Opener, script: str = HOLD, **context: object) -> Page:
    """Open a page that stands still yet."""
    shown: Page = opened(grown(60), script=script, **context).page
    shown.evaluate(DRAWN)
    assert not shown.locator(NETWORK).count()
    return shown


@pytest.mark.parametrize("sharpness", [1, 1.5])
def test_vis_network_takes_over_without_a_visible_change(opened: Opener, sharpness: float) -> None:
    shown = still(opened, device_scale_factor=sharpness)
    before = shown.evaluate(PIXELS)

    shown.evaluate(RELEASE)
    shown.locator(NETWORK).wait_for()
    shown.evaluate(DRAWN)

    assert shown.evaluate(PIXELS) == before
    assert shown.locator("#map canvas").count() == 1


def test_the_first_click_chooses(opened: Opener) -> None:
    shown = still(opened)

    shown.locator("#map").click(position={"x": 200, "y": 350})

    expect(shown.locator(NETWORK)).to_be_visible()
    expect(shown.locator("#details")).to_be_visible()


def test_the_first_drag_and_the_first_turn_of_the_wheel_move_the_map(opened: Opener) -> None:
    for act in ("drag", "wheel"):
        shown = still(opened)
        before = shown.evaluate(PIXELS)
        shown.mouse.move(900, 400)
        if act == "drag":
            shown.mouse.down()
            shown.mouse.move(1000, 450, steps=4)
            shown.mouse.up()
        else:
            shown.mouse.wheel(0, -200)

        shown.locator(NETWORK).wait_for()
        shown.evaluate(DRAWN)

        assert shown.evaluate(PIXELS) != before
        expect(shown.locator("#details")).to_be_hidden()


def test_a_still_map_follows_the_choice_the_buttons_and_the_size_of_the_window(
    opened: Opener,
) -> None:
    shown = still(opened)
    pictures = [shown.evaluate(PIXELS)]

    shown.locator("#map").press("Home")
    shown.click("#zoom-in")
    shown.evaluate(DRAWN)
    pictures.append(shown.evaluate(PIXELS))
    shown.set_viewport_size({"width": 1200, "height": 700})
    shown.evaluate(DRAWN)
    pictures.append(shown.evaluate(PIXELS))
    shown.evaluate(RELEASE)
    shown.locator(NETWORK).wait_for()
    shown.evaluate(DRAWN)

    assert len(set(pictures)) == len(pictures)
    assert shown.evaluate(PIXELS) == pictures[-1]


def test_where_vis_network_cannot_start_the_map_can_still_be_read(opened: Opener) -> None:
    shown = still(opened, "delete window.DecompressionStream")

    expect(shown.locator("#hint-words")).to_contain_text("keys and the buttons below it move it")
    before = shown.evaluate(PIXELS)
    shown.locator("#map").click(position={"x": 200, "y": 350})
    expect(shown.locator("#details")).to_be_visible()
    shown.click("#zoom-out")
    shown.evaluate(DRAWN)
    assert shown.evaluate(PIXELS) != before


def test_a_map_that_is_hidden_at_first_is_drawn_when_it_is_shown(opened: Opener) -> None:
    shown = opened(small(), viewport={"width": 390, "height": 844}).page
    shown.click(".tabs [data-open=article]")
    shown.reload()
    shown.locator(NETWORK).wait_for(state="attached")

    shown.click(".tabs [data-open=map]")
    shown.evaluate(DRAWN)

    assert shown.evaluate(INKED) > 0


def test_the_page_carries_vis_network_whole_with_its_licence_in_sight() -> None:
    told = re.search(
        r'<script type="text/plain" id="vis-network">(.*?)</script>', page(small()).html, re.DOTALL
    )
    assert told
    banner, _, packed = told[1].strip().rpartition("\n")

    script = zlib.decompress(base64.b64decode(packed)).decode()

    lib = files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js").read_text("utf-8")
    assert script == re.sub(r"\n?//# sourceMappingURL=.*", "", lib)
    assert "@license" in banner
    assert script.startswith(banner)
