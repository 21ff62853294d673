"""Where the view begins: text of 12 pixels at least, and no box cut where that can be helped."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from argmap.viz import frontend

pytestmark = pytest.mark.browser
ASK = (
    "(told) => {"
    + frontend.script("opening").removesuffix("}")
    + "return opening(told.plan, 0, told.room);\n}}"
)
FONT = 13
COLUMN = 364


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def columns(count: int, rows: int = 1, *, down: bool = False) -> dict[str, Any]:
    """Boxes of 272 by 80 in columns with room for lines between, the first at the left."""
    along, across = (100, 364) if down else (COLUMN, 98)
    spots = [(k * along, n * across) for k in range(count) for n in range(rows if k else 1)]
    x, y = ([v if down else u for u, v in spots], [u if down else v for u, v in spots])
    return {
        "boxes": list(range(len(spots))),
        "x": x,
        "y": y,
        "h": [80] * len(spots),
        "width": 272,
        "area": [min(x) - 136, min(y) - 40, max(x) + 136, max(y) + 40],
        "direction": "down" if down else "across",
    }


def asked(blank: Page, plan: dict[str, Any], wide: int, high: int) -> dict[str, float]:
    room = {"wide": wide, "high": high, "margin": 20 if wide < 560 else 32, "narrow": wide < 560}
    told: dict[str, float] = blank.evaluate(ASK, {"plan": plan, "room": room})
    return told


def cut(plan: dict[str, Any], view: dict[str, float], wide: int) -> Sequence[int]:
    """List the boxes that the right edge of the view runs through."""
    edge = view["x"] + wide / 2 / view["scale"]
    return [k for k in plan["boxes"] if abs(plan["x"][k] - edge) < 136]


def test_a_map_that_fits_is_shown_whole(blank: Page) -> None:
    plan = columns(3)

    assert asked(blank, plan, 1100, 700) == {"x": COLUMN, "y": 0, "scale": pytest.approx(1.036)}


def test_a_map_that_nearly_fits_comes_near_the_edges(blank: Page) -> None:
    plan = columns(3)

    assert asked(blank, plan, 950, 700)["scale"] == pytest.approx(930 / 1000)


@pytest.mark.parametrize("wide", [1000, 1066, 1130, 1420, 1500])
def test_a_larger_map_begins_at_its_edge_and_cuts_no_box(blank: Page, wide: int) -> None:
    plan = columns(9, rows=5)
    view = asked(blank, plan, wide, 750)

    assert view["scale"] * FONT >= 12
    assert view["x"] - wide / 2 / view["scale"] == pytest.approx(-136 - 32 / view["scale"])
    assert not cut(plan, view, wide)


def test_where_a_box_must_be_cut_its_text_can_still_be_read(blank: Page) -> None:
    plan = columns(9)

    assert asked(blank, plan, 900, 700)["scale"] * FONT == pytest.approx(12)


def test_no_empty_room_beyond_the_map(blank: Page) -> None:
    plan = columns(5, rows=20)
    view = asked(blank, plan, 1066, 750)

    assert view["y"] - 750 / 2 / view["scale"] == pytest.approx(-40 - 32 / view["scale"])


def test_a_map_that_goes_down_begins_at_its_top(blank: Page) -> None:
    view = asked(blank, columns(20, rows=3, down=True), 1100, 700)

    assert view["y"] - 350 / view["scale"] == pytest.approx(-40 - 32 / view["scale"])
    assert view["scale"] * FONT >= 12


def test_a_narrow_screen_shows_two_columns(blank: Page) -> None:
    plan = columns(5, rows=3)
    view = asked(blank, plan, 390, 500)

    assert not cut(plan, view, 390)
    assert 0.42 <= view["scale"] < 0.6
