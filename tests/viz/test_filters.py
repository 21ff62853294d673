"""Filtering and colouring, in a real browser."""

import pytest
from playwright.sync_api import expect

from argmap.claims.storage import load
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import grown, small

pytestmark = pytest.mark.browser

OPEN = "#filters-open"


def switch(shown: Opened, name: str) -> None:
    shown.locator("#filters label", has_text=name).first.click()


def test_filters_say_how_many_statements_they_hide(opened: Opener) -> None:
    shown = opened(small())

    shown.click(OPEN)
    expect(shown.locator("#filters-count")).to_have_text("Nothing is hidden")
    assert shown.locator("#filters h2").all_inner_texts() == [
        "Statements",
        "Relations",
        "Held by",
        "Colour boxes by",
    ]
    rows = [row.split("\n") for row in shown.locator("#filters label").all_inner_texts()]
    assert ["Implicit: not in the text", "1"] in rows
    assert ["Nobody named", "3"] in rows
    switch(shown, "Evidence")
    expect(shown.locator("#filters-count")).to_have_text("1 statement is hidden by the filter")
    switch(shown, "Nobody named")
    expect(shown.locator("#filters-count")).to_have_text("3 statements are hidden by the filter")
    shown.keyboard.press("Escape")

    expect(shown.locator("#filters")).to_be_hidden()
    expect(shown.locator(OPEN)).to_be_focused()
    expect(shown.locator("#filtered-words")).to_have_text("3 statements are hidden by the filter")
    expect(shown.locator(OPEN)).to_have_accessible_name("Filter (3 hidden)")
    assert "h=" in shown.url
    shown.click("#filtered-none")
    expect(shown.locator("#filtered")).to_be_hidden()
    assert "h=" not in shown.url


def test_filters_are_worked_with_the_keyboard(opened: Opener) -> None:
    shown = opened(small())
    shown.locator(OPEN).focus()

    shown.keyboard.press("Enter")
    expect(shown.locator(OPEN)).to_have_attribute("aria-expanded", "true")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Space")
    expect(shown.locator("#filters-count")).to_contain_text("4 statements")
    shown.locator("#filters-none").focus()
    shown.keyboard.press("Enter")

    expect(shown.locator("#filters-count")).to_have_text("Nothing is hidden")


def test_all_and_none_of_many_choices(opened: Opener) -> None:
    shown = opened(load("us-russia"))
    shown.click(OPEN)
    sections = shown.get_by_role("group", name="In the section")

    sections.get_by_role("button", name="None").click()
    expect(shown.locator("#filters-count")).to_have_text("82 statements are hidden by the filter")
    switch(shown, "Strategic disinterest")
    expect(shown.locator("#filters-count")).to_have_text("51 statements are hidden by the filter")
    sections.get_by_role("button", name="All").click()

    expect(shown.locator("#filters-count")).to_have_text("Nothing is hidden")


def test_the_outline_and_the_search_tell_what_is_hidden(opened: Opener) -> None:
    shown = opened(small(), address="#h=kind:evidence")
    shown.click("[data-open=outline] >> visible=true")

    expect(shown.locator("#outline .out").first).to_have_text(" (hidden)")
    shown.fill("#query", "survey")
    assert "hidden by the filter" in shown.text("#hits li")
    shown.keyboard.press("Enter")

    expect(shown.locator("#filtered")).to_be_hidden()
    expect(shown.locator("#outline .out")).to_have_count(0)
    assert "Retail Institute" in shown.text("#sheet")


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("h=holder:unions", "s=strain"),
        ("h=kind:implicit", "s=wishes"),
        ("h=relation:contrast", "s=strain"),
        ("h=relation:support", "r=survey-willing"),
        ("h=kind:evidence,holder:", "p=survey,open"),
    ],
)
def test_what_is_chosen_is_not_hidden(opened: Opener, address: str, what: str) -> None:
    shown = opened(small(), address=f"#{address}")
    expect(shown.locator("#filtered")).to_be_visible()

    shown.page.evaluate(f"location.hash = '{what}&{address}'")

    expect(shown.locator("#filtered")).to_be_hidden()


def test_boxes_are_coloured_by_holder_with_a_legend(opened: Opener) -> None:
    shown = opened(load("us-russia"))
    shown.click(OPEN)

    switch(shown, "Holder")

    assert shown.url.endswith("#t=holder")
    rows = shown.locator("#holders li").all_inner_texts()
    assert rows[0].endswith("The author")
    assert rows[-1].endswith("8 others, by their letters")
    assert len(rows) == 8
    expect(shown.locator("#filters .swatch").first).to_be_visible()
    switch(shown, "Kind")
    expect(shown.locator("#holders")).to_be_hidden()
    assert "t=" not in shown.url


def test_a_filter_that_would_hide_all_or_nothing_is_left_out(opened: Opener) -> None:
    shown = opened(grown(8, extra=0))
    shown.click(OPEN)

    assert "Held by" not in shown.locator("#filters h2").all_inner_texts()


@pytest.mark.parametrize("width", [360, 760])
def test_the_filters_fit_the_screen(opened: Opener, width: int) -> None:
    shown = opened(load("us-russia"), viewport={"width": width, "height": 640})

    shown.click(OPEN)

    box = shown.locator("#filters").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 640
    for part in ("path", "sides"):
        shown.keyboard.press("Escape")
        shown.click(f"[data-open={part}] >> visible=true")
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
