"""The page in a real Chromium: no request but for the file itself, and no error."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from argmap.claims.model import Map
from argmap.viz.page import page
from tests import chromium

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

# Several Chromium on few cores: what is only slow must not fail.
expect.set_options(timeout=20_000)

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
# Press whatever can be pressed in a part of the page.
PRESS_ALL = """(root) => {
    const kinds = ["button", "summary", "mark", "li", "a[href^='#']"];
    const sorts = [...kinds, "input[type=checkbox]", "input[type=radio]"].join();
    for (const one of document.querySelector(root).querySelectorAll(sorts)) {
        if (one.checkVisibility() && !one.disabled) one.click();
        document.querySelector("dialog[open]")?.close();
    }
}"""


@dataclass
class Opened:
    """A page that stands open, and what it did that it should not."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()


Opener = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        if chromium.is_required() or os.environ.get("ARGMAP_REQUIRE_BROWSER") == "1":
            pytest.fail(chromium.MISSING)
        pytest.skip(chromium.MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the page of a map; at the end of the test it must have been quiet.

    It is given when the map can be moved, or, with a script that runs before the page's, at once.
    """
    pages: list[Opened] = []

    def open_page(
        m: Map,
        *,
        path: tuple[str, str] | None = None,
        address: str = "",
        script: str | None = None,
        **context: Any,
    ) -> Opened:
        file = tmp_path / f"map{len(pages)}.html"
        page(m, path=path).save(file)
        context.setdefault("viewport", {"width": 1440, "height": 900})
        context.setdefault("reduced_motion", "reduce")
        shown = Opened(browser.new_context(**context).new_page())
        pages.append(shown)
        _listen(shown, file.as_uri())
        if script is not None:
            shown.page.add_init_script(script)
        shown.page.goto(file.as_uri() + address)
        if script is None:
            shown.page.locator("#map .vis-network").wait_for(state="attached")
        return shown

    yield open_page
    for shown in pages:
        broken = shown.page.evaluate("window.broken")
        shown.page.context.close()
        assert broken is None
        assert shown.faults == []


def _listen(shown: Opened, address: str) -> None:
    def request(asked: Request) -> None:
        if asked.url.partition("#")[0] != address:
            shown.faults.append(f"request: {asked.url}")

    shown.page.on("request", request)
    shown.page.on("pageerror", lambda error: shown.faults.append(f"error: {error}"))
    shown.page.on("console", lambda told: shown.faults.append(f"console: {told.text}"))
    shown.page.on("dialog", lambda dialog: shown.faults.append(f"dialog: {dialog.message}"))
