"""Take the pictures of the page: the README's, and one of each size and colour scheme to look at.

Run by `make screenshots`; the latter go to out/screenshots/.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import argmap
from tests import chromium

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out" / "screenshots"
README_PICTURE = ROOT / "docs" / "us-russia.png"
MAPS = ("us-russia", str(ROOT / "examples" / "library-fines.yaml"))
SIZES = ((1440, 900), (1920, 1080), (768, 1024), (390, 844))


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
        for name in MAPS:
            page = OUT / f"{Path(name).stem}.html"
            argmap.page(argmap.load(name)).save(page)
            for scheme in ("light", "dark"):
                for size in SIZES:
                    _take(browser, page, scheme, size)
        browser.close()
    taken = OUT / "us-russia-light-1440.png"
    README_PICTURE.write_bytes(taken.read_bytes())
    print(OUT)
    return 0


def _take(browser: Browser, page: Path, scheme: str, size: tuple[int, int]) -> None:
    width, height = size
    tab = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    tab.goto(page.as_uri())
    tab.wait_for_timeout(500)
    tab.screenshot(path=OUT / f"{page.stem}-{scheme}-{width}.png")
    tab.close()


if __name__ == "__main__":
    sys.exit(main())
