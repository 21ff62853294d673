"""Hostile text stays text, and whole, wherever the page tells it.

No script runs, nothing is asked for, and the page has nothing to complain about.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from argmap.viz.page import page
from argmap.viz.text import clean
from tests.viz.conftest import PRESS_ALL, Opened, Opener
from tests.viz.samples import HOSTILE, hostile

pytestmark = pytest.mark.browser

WORDS = clean(HOSTILE)
# Lines are joined and texts cut in some places, but these words stand in all.
START = "</script><script>window.broken=1</script><!--<script>"
CLIPBOARD: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
MARKUP = "img, [onerror], [onload], a[href^='javascript'], b b, main script, #paper script"


def at(shown: Opened, address: str) -> None:
    shown.page.evaluate("address => { location.hash = address; }", address)
    shown.page.wait_for_function("address => location.hash === `#${address}`", arg=address)


def told(shown: Opened, selector: str) -> str:
    return shown.page.locator(selector).evaluate("element => element.textContent") or ""


def test_every_part_tells_hostile_words_whole(opened: Opener) -> None:
    shown = opened(hostile())

    assert told(shown, "h1") == WORDS
    assert told(shown, "#about").count(WORDS) == 3  # the author, the publisher, the date
    assert START in shown.title()
    assert START in told(shown, "#article")
    assert "First <b>{{7*7}}</b>" in told(shown, "#article h3, #article .heading >> nth=0")
    assert told(shown, "#outline").count(START[:20]) >= 3
    at(shown, "s=%3C/script%3E")
    # Its text, title, holders, type, origin, note, tag, two quotes, warrants and schemes.
    assert told(shown, "#sheet").count(WORDS) >= 9
    at(shown, "r=r%3C1%3E")
    assert told(shown, "#sheet").count(WORDS) >= 3
    at(shown, "p=__proto__,a%22b%5C")
    assert told(shown, "#path-answer").count(START) >= 3
    at(shown, "t=holder&w=sides")
    assert START in told(shown, "#sides")
    assert WORDS in told(shown, "#holders")
    assert WORDS in told(shown, "#filters")
    assert "First <b>{{7*7}}</b></script>" in told(shown, "#filters")
    at(shown, "g=a%22b%5C,%3C/script%3E,support")
    shown.locator(".accept").first.wait_for()
    assert told(shown, "#draft").count(WORDS) >= 3
    assert shown.locator(".accept [aria-pressed=true]").count() == 1
    shown.fill("#query", "</script> {{7*7}} {% raw")
    assert shown.locator("#hits li").count() == 3
    assert WORDS in told(shown, "#hits")
    assert shown.locator(MARKUP).count() == 0


def test_what_is_taken_away_holds_hostile_words_whole(opened: Opener, tmp_path: Path) -> None:
    shown = opened(hostile(), **CLIPBOARD)
    at(shown, "s=a%22b%5C")
    shown.click("#share-open")
    shown.click("#copy-statement")
    expect(shown.locator("#share-told")).to_have_text("The statement is copied.")
    copied = shown.evaluate("navigator.clipboard.readText()")
    assert copied.count(START) >= 4
    with shown.expect_download() as saved:
        shown.click("#save-svg")
    name = saved.value.suggested_filename
    assert re.fullmatch(r"[\w-]+\.svg", name)
    saved.value.save_as(tmp_path / "saved.svg")
    assert "<script" not in (tmp_path / "saved.svg").read_text("utf-8")
    shown.keyboard.press("Escape")
    at(shown, "s=a%22b%5C&p=__proto__,a%22b%5C")
    shown.click("#path-copy")
    expect(shown.locator("#path-copy")).to_have_text("Copied")
    assert shown.evaluate("navigator.clipboard.readText()").count(START) >= 2
    at(shown, "w=draft")
    shown.locator(".accept").first.wait_for()
    for box in shown.locator(".accept input").all():
        box.check()
    shown.click("#draft-copy")
    expect(shown.locator("#draft-told")).to_contain_text("Copied.")
    yaml = shown.evaluate("navigator.clipboard.readText()")
    assert yaml.count('\n    - to: "</script>"\n') == yaml.count("- to: __proto__\n") == 1
    shown.evaluate("document.querySelector('#print-article').checked = true; 0")
    shown.evaluate("dispatchEvent(new Event('beforeprint'))")

    paper = told(shown, "#paper")
    assert WORDS in paper
    assert paper.count(START) > 10
    assert shown.locator(MARKUP).count() == 0


def test_whatever_is_pressed_hostile_words_stay_words(opened: Opener) -> None:
    shown = opened(hostile())
    shown.evaluate("window.print = () => {}; 0")

    path, draft = "p=__proto__,a%22b%5C", "g=a%22b%5C,%3C/script%3E,support"
    for address in ("s=__proto__", "r=r%3C1%3E", path, "t=holder&d=down", draft):
        at(shown, address)
        for root in ("#sheet", ".side", "#filters", "#share", "body"):
            shown.evaluate(PRESS_ALL, root)
        assert shown.locator(MARKUP).count() == 0


def test_a_notebook_shows_hostile_words_as_words(browser: Browser) -> None:
    faults: list[str] = []
    shown = browser.new_page()
    shown.on("console", lambda message: faults.append(message.text))
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.on("request", lambda asked: faults.append(asked.url))
    shown.on("dialog", lambda dialog: faults.append(dialog.message))
    shown.set_content(page(hostile())._repr_html_())
    frame = shown.frame_locator("iframe")

    frame.locator("mark").first.click()

    expect(frame.locator("#sheet .text")).to_contain_text(START)
    assert frame.locator(MARKUP).count() == 0
    assert frame.locator("body").evaluate("() => window.broken") is None
    assert shown.evaluate("window.broken") is None
    shown.close()
    assert [fault for fault in faults if not fault.startswith("about:")] == []
