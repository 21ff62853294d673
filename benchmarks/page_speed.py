"""The page in a browser: against pyvis's own page of the same map, and what it asks of a frame."""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser
from pyvis.network import Network

import argmap
from argmap.claims.model import Map
from benchmarks.browsing import Tab, browser
from benchmarks.measuring import Result, milliseconds
from tests.viz.samples import grown

OURS = "document.querySelector('#map canvas') !== null && document.querySelector('#outline li')"
# pyvis hides its map behind a bar for the first part of its simulation; it moves on after that.
THEIRS = "window.settled === true"
SETTLED = "<script>network.once('stabilizationIterationsDone', () => { window.settled = true; });"
REMOTE = re.compile(r"<(?:script|link)[^>]*(?:src|href)=[\"']https?://[^>]*>(?:\s*</script>)?")
ALL_OPEN = "(keys) => { location.hash = keys ? `o=${keys}` : ''; }"
PRESS = "(id) => document.getElementById(id).click()"
ASK = """(words) => {
    const box = document.querySelector("#query");
    box.value = words;
    box.dispatchEvent(new Event("input"));
}"""


def results() -> Iterator[Result]:
    """Measure first pictures, panning, searching."""
    if not sys.platform.startswith("linux"):
        print("page_speed: skipped, for it reads /proc")
        return
    with tempfile.TemporaryDirectory() as folder, browser() as started:
        for size, mark in ((60, 0.2), (300, 0.02)):
            m = grown(size)
            ours = min(_opening(started, _ours(m, Path(folder)), OURS) for _ in range(2))
            theirs = _opening(started, _theirs(m, Path(folder)), THEIRS)
            detail = f"{milliseconds(ours)} ÷ {milliseconds(theirs)}"
            yield Result(f"final picture of {size} ÷ pyvis's own page", ours / theirs, mark, detail)
        yield from _panning(started, Path(folder))
        yield from _large(started, Path(folder))


def _panning(started: Browser, folder: Path) -> Iterator[Result]:
    """Draw all of 1,000 statements."""
    m = grown(1_000)
    tab = Tab(started)
    tab.opening(_ours(m, folder), OURS)
    tab.doing(ALL_OPEN, ",".join(statement.id for statement in m.statements))
    tab.doing(PRESS, "zoom-fit")
    yield _frame("panning 1,000 drawn, all in view: a frame ÷ 16 ms", tab.panning(), 0.016)
    tab.doing(PRESS, "zoom-home")
    yield _frame("panning 1,000 drawn, at reading size: a frame ÷ 8 ms", tab.panning(), 0.008)
    tab.close()


def _large(started: Browser, folder: Path) -> Iterator[Result]:
    """Open 10,000 statements, as the page folds them, and search them."""
    tab = Tab(started)
    spent = tab.opening(_ours(grown(10_000), folder), OURS)
    yield _frame("first picture of 10,000 ÷ 1 s", spent, 1.0)
    tab.doing(ASK, "war")
    asked = [tab.doing(ASK, words) for words in ("energy", "energy stab", "threat europe", "ind")]
    yield _frame("search in 10,000, the slowest of 4 ÷ 50 ms", max(asked), 0.05)
    tab.doing(ASK, "")
    yield _frame("panning 10,000, as it opens: a frame ÷ 16 ms", tab.panning(), 0.016)
    tab.close()


def _frame(name: str, seconds: float, mark: float) -> Result:
    return Result(name, seconds / mark, 1, milliseconds(seconds))


def _opening(started: Browser, file: Path, ready: str) -> float:
    tab = Tab(started)
    spent = tab.opening(file, ready)
    tab.close()
    return spent


def _ours(m: Map, folder: Path) -> Path:
    file = folder / "ours.html"
    argmap.page(m).save(file)
    return file


def _theirs(m: Map, folder: Path) -> Path:
    """Write pyvis's page as it comes, but for what it would load from elsewhere."""
    network = Network(directed=True, cdn_resources="in_line")
    for statement in m.statements:
        network.add_node(statement.id, label=statement.text)
    for relation in m.relations:
        if not relation.undercuts:
            network.add_edge(relation.source, relation.target_id)
    html = REMOTE.sub("", network.generate_html())
    html = html.replace("drawGraph();", f"drawGraph();\n</script>{SETTLED}", 1)
    file = folder / "theirs.html"
    file.write_text(html, encoding="utf-8", newline="\n")
    return file
