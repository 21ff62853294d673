"""On an upright telephone a path stands alone, where it can be read."""

from typing import Any

import pytest
from playwright.sync_api import expect

from argmap.claims.storage import load
from tests.viz.conftest import Opened, Opener

pytestmark = pytest.mark.browser

UPRIGHT: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
PATH = "#p=rt-audience,stalemate&w=map"
# Whether no more than a margin is left empty above what is drawn, or else beside it.
FILLED = """() => {
    const canvas = document.querySelector("#map canvas");
    const margin = canvas.clientHeight ? Math.floor((canvas.height * 24) / canvas.clientHeight) : 0;
    if (!margin) return false;
    // Of a copy that is made for it: Chromium objects where others are read again and again.
    const read = { willReadFrequently: true };
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", read);
    copy.drawImage(canvas, 0, 0);
    return [[canvas.width, margin], [margin, canvas.height]].some(([wide, high]) => {
        const { data } = copy.getImageData(0, 0, wide, high);
        return data.some((part, k) => part !== data[k % 4]);
    });
}"""


def words(shown: Opened) -> str:
    return shown.text("#scope-words")


def test_a_path_stands_alone_and_goes_down(opened: Opener) -> None:
    shown = opened(load("us-russia"), address=PATH, **UPRIGHT)

    assert words(shown) == "11 statements shown · 71 hidden"
    expect(shown.locator("#direction")).to_be_disabled()
    shown.click("#scope-all")
    assert words(shown).endswith("folded away")
    expect(shown.locator("#direction")).to_be_enabled()
    assert shown.url.endswith(PATH.removeprefix("#"))


def test_a_path_that_is_asked_for_while_the_map_is_hidden_fills_the_map(opened: Opener) -> None:
    shown = opened(load("us-russia"), address=PATH, **UPRIGHT)
    shown.wait_for_function(FILLED)

    shown = opened(load("us-russia"), address=PATH.removesuffix("&w=map"), **UPRIGHT)
    shown.click(".tabs [data-open=map]")
    shown.wait_for_function(FILLED)


def test_what_is_chosen_beside_the_path_shows_all(opened: Opener) -> None:
    shown = opened(load("us-russia"), address=PATH, **UPRIGHT)

    shown.evaluate("address => { location.hash = address; }", f"{PATH}&s=bipartisan")
    shown.wait_for_function("location.hash.includes('s=')")
    shown.evaluate("address => { location.hash = address; }", f"{PATH}&s=kissinger-decried")
    shown.wait_for_function("location.hash.includes('kissinger')")

    assert words(shown).endswith("folded away")


def test_a_path_that_is_dropped_leaves_the_map_as_it_was(opened: Opener) -> None:
    shown = opened(load("us-russia"), **UPRIGHT)
    before = words(shown)

    shown.evaluate("address => { location.hash = address; }", PATH)
    shown.wait_for_function("location.hash.includes('p=')")
    assert words(shown) == "11 statements shown · 71 hidden"
    shown.go_back()
    shown.wait_for_function("!location.hash.includes('p=')")

    assert words(shown) == before


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (740, 390)])
def test_elsewhere_a_path_stands_among_all(opened: Opener, width: int, height: int) -> None:
    size = {"width": width, "height": height}
    shown = opened(load("us-russia"), address=PATH, viewport=size)

    assert "hidden" not in shown.locator("#scope-words").text_content()
    expect(shown.locator("#direction")).to_be_enabled()
