"""Take pictures of the page: every state, size and colour scheme to look at, and the README's.

Run by `make screenshots`. The pictures go to out/screenshots/, named by map, state, scheme and
width; those in grey show that nothing is told by colour alone, those on paper what is printed.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

import argmap
from argmap.claims.drafting.draft import draft
from argmap.claims.drafting.sources import read_document
from argmap.claims.model import Map
from tests import chromium

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out" / "screenshots"
README_PICTURE = ROOT / "docs" / "us-russia.png"
EXAMPLE = ROOT / "examples" / "library-fines.yaml"
ARTICLE = ROOT / "claims" / "articles" / "us-russia" / "article.txt"
SIZES = ((1440, 900), (1920, 1080), (768, 1024), (390, 844))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
GREY = "document.documentElement.style.filter = 'grayscale(1)'"
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What is pressed in a state that no address holds.
PRESSED = {
    "filters": "#filters-open",
    "share": "#share-open",
    "keys": "#help-open",
}


def main() -> int:
    """Take them all; the exit status is 1 where no browser is found."""
    executable = chromium.find()
    if executable is None:
        print(f"No pictures: {chromium.MISSING}.", file=sys.stderr)
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, m in _maps():
            file = OUT / f"{name}.html"
            argmap.page(m).save(file)
            _take(browser, file, dict(_states(m)))
        browser.close()
    taken = OUT / "us-russia-opening-light-1440.png"
    README_PICTURE.write_bytes(taken.read_bytes())
    print(OUT)
    return 0


def _maps() -> Iterator[tuple[str, Map]]:
    yield "us-russia", argmap.load("us-russia")
    yield EXAMPLE.stem, argmap.load(EXAMPLE)
    yield "draft", draft(read_document(ARTICLE)).map


def _states(m: Map) -> Iterator[tuple[str, str]]:
    """Yield each state's name and address; its statements are taken from the map itself."""
    main = quote(m.main.id if m.main else m.statements[0].id)
    first = next(r for r in m.relations if not r.undercuts and not r.linked)
    start, relation = quote(m.statements[-1].id), quote(first.id)
    yield "opening", ""
    yield "statement", f"s={main}"
    yield "relation", f"r={relation}"
    yield "outline", f"s={main}&w=outline"
    yield "path", f"p={start},{main}"
    yield "pending", f"p={start},&w=path"
    yield "sides", "w=sides"
    yield "holders", "t=holder"
    yield "hidden", "h=kind:evidence"
    yield "focus", f"f={main},1"
    yield "folded", f"c={main}"
    yield "down", "d=down"
    yield "search", "q=the"
    if m.suggested:
        one = m.suggested[0]
        yield "left", "w=draft"
        yield "suggestion", f"g={','.join(map(quote, (one.source, one.target, one.kind)))}"
    yield from ((name, "") for name in PRESSED)


def _take(browser: Browser, file: Path, states: dict[str, str]) -> None:
    for scheme in SCHEMES:
        for width, height in SIZES:
            tab = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            for name, address in states.items():
                tab.goto("about:blank")
                tab.goto(f"{file.as_uri()}#{address}")
                _reach(tab, name)
                _save(tab, file, f"{name}-{scheme}-{width}")
                if name == "opening" and scheme == "light":
                    tab.evaluate(GREY)
                    _save(tab, file, f"grey-{width}")
            tab.close()
    _print(browser, file)


def _reach(tab: Page, state: str) -> None:
    if state in PRESSED:
        tab.click(PRESSED[state])
    elif state == "search":
        tab.focus("#query")


def _save(tab: Page, file: Path, name: str) -> None:
    tab.evaluate(SETTLED)
    tab.screenshot(path=OUT / f"{file.stem}-{name}.png")


def _print(browser: Browser, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.pdf(path=OUT / f"{file.stem}-paper.pdf", prefer_css_page_size=True)
    tab.close()


if __name__ == "__main__":
    sys.exit(main())
