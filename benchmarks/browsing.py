"""A page in Chromium, and what its main thread spent.

Read is the time that the kernel gave the renderer's main thread (/proc/…/schedstat): on a busy
machine it hardly differs from that on an idle one, as the time on the clock does. Linux only.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium

# One process draws all pages, so that it can be told which one is meant.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
SIZE = {"width": 1440, "height": 900}
FRAMES = 60
# A page may leave to idle time what it does not need for its picture: that is measured by itself.
HOLD = "window.held = []; window.requestIdleCallback = (start) => window.held.push(start);"
RELEASE = "() => { for (const start of window.held.splice(0)) start(); }"
PAN = """([fx, fy, frames]) => new Promise((done) => {
    const field = document.querySelector("#map canvas, #mynetwork canvas");
    const box = field.getBoundingClientRect();
    const at = (type, x, y) => new PointerEvent(type, {
        bubbles: true, clientX: x, clientY: y, buttons: 1, pointerType: "mouse", isPrimary: true });
    let [x, y, k] = [box.left + box.width * fx, box.top + box.height * fy, 0];
    const start = performance.now();
    field.dispatchEvent(at("pointerdown", x, y));
    requestAnimationFrame(function step() {
        x += k % 20 < 10 ? 8 : -8;
        field.dispatchEvent(at("pointermove", x, y));
        if (++k < frames) return requestAnimationFrame(step);
        field.dispatchEvent(at("pointerup", x, y));
        requestAnimationFrame(() => done(performance.now() - start));
    });
})"""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a Chromium.

    Raises:
        LookupError: None is found.
    """
    path = chromium.find()
    if path is None:
        raise LookupError(chromium.MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


class Tab:
    """A page that stands open, and the thread that draws it."""

    def __init__(self, started: Browser) -> None:
        self._context = started.new_context(viewport=SIZE, reduced_motion="reduce")
        self.page: Page = self._context.new_page()
        self.page.add_init_script(HOLD)
        before = _renderers(started)
        self.page.goto("about:blank")
        self._pid = max(before)

    def spent(self) -> float:
        """Return the CPU seconds of the main thread so far."""
        told = Path(f"/proc/{self._pid}/task/{self._pid}/schedstat").read_text("ascii")
        return int(told.split()[0]) / 1e9

    def opening(self, file: Path, ready: str) -> float:
        """Open a page; the CPU seconds until an expression holds and a picture was drawn."""
        start = self.spent()
        self.page.goto(file.as_uri(), wait_until="domcontentloaded")
        # Playwright's own waiting would evaluate text in the page, which its policy forbids.
        while not self.page.evaluate(ready):
            time.sleep(0.05)
        self.page.evaluate("() => new Promise((d) => requestAnimationFrame(() => setTimeout(d)))")
        return self.spent() - start

    def starting(self, ready: str) -> float:
        """Let the page do what it had left to idle time; the CPU seconds until a thing is there."""
        start = self.spent()
        self.page.evaluate(RELEASE)
        self.page.locator(ready).wait_for()
        self.doing("() => {}")
        return self.spent() - start

    def panning(self) -> float:
        """Drag the map about; the CPU seconds of a frame."""
        self.page.evaluate(PAN, [0.5, 0.5, 10])
        start = self.spent()
        self.page.evaluate(PAN, [0.5, 0.5, FRAMES])
        return (self.spent() - start) / FRAMES

    def doing(self, code: str, argument: Any = None) -> float:  # noqa: ANN401
        """Run something in the page and wait for the picture; its CPU seconds."""
        start = self.spent()
        self.page.evaluate(code, argument)
        self.page.evaluate("() => new Promise((d) => requestAnimationFrame(() => setTimeout(d)))")
        return self.spent() - start

    def close(self) -> None:
        """Close the page."""
        self._context.close()


def _renderers(started: Browser) -> list[int]:
    session = started.new_browser_cdp_session()
    told = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [process["id"] for process in told if process["type"] == "renderer"]
