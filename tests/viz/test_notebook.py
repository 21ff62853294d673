"""A real notebook shows the page: run by a kernel, looked at in a browser."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

import argmap

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")

pytestmark = [
    pytest.mark.browser,
    # Jupyter's own libraries warn of each other.
    pytest.mark.filterwarnings("ignore"),
]


def output_of(code: str) -> dict[str, Any]:
    """Run a notebook of one cell, and return what its cell shows, by media type."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (shown,) = notebook.cells[0].outputs
    return dict(shown.data)


def test_a_notebook_shows_the_map_in_a_sandbox_and_asks_for_nothing(browser: Browser) -> None:
    data = output_of("import argmap\nargmap.page(argmap.load('us-russia'))")
    faults: list[str] = []
    shown = browser.new_page(viewport={"width": 1000, "height": 800})
    shown.on("request", lambda asked: faults.append(asked.url))
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.on("console", lambda told: faults.append(told.text))

    shown.set_content(data["text/html"])
    frame = shown.frame_locator("iframe")

    m = argmap.load("us-russia")
    expect(frame.locator("h1")).to_have_text(m.title)
    expect(frame.locator("#map canvas")).to_be_visible()
    assert "allow-same-origin" not in (shown.locator("iframe").get_attribute("sandbox") or "")
    frame.locator("mark").first.click()
    expect(frame.locator("#sheet .text")).to_be_visible()
    frame.locator("#share-open").click()
    expect(frame.locator("#copy-link")).to_be_hidden()
    with shown.expect_download() as saved:
        frame.locator("#save-svg").click()
    assert saved.value.suggested_filename.endswith(".svg")
    shown.close()
    assert [fault for fault in faults if not fault.startswith(("about:", "blob:"))] == []
