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
ROUNDS = 3
# A map whose page by pyvis takes so long is opened once there.
LONG = 200
MOVABLE = "#map .vis-network"
# pyvis hides its map behind a bar for the first part of its simulation; it moves on after that.
THEIRS = "window.settled === true"
SETTLED = "<script>network.once('stabilizationIterationsDone', () => { window.settled = true; });"
REMOTE = re.compile(r"<(?:script|link)[^>]*(?:src|href)=[\"']https?://[^>]*>(?:\s*</script>)?")
ADDRESS = "(address) => { location.hash = address; }"
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
            yield from _opening(started, Path(folder), size, mark)
        yield from _panning(started, Path(folder))
        yield from _large(started, Path(folder))


def _opening(started: Browser, folder: Path, size: int, mark: float) -> Iterator[Result]:
    """Show the final picture, and then let the reader move it: the least of some rounds each."""
    m = grown(size)
    ours, theirs = _ours(m, folder), _theirs(m, folder)
    drawn, begun, settled = [], [], []
    for _ in range(ROUNDS):
        tab = Tab(started)
        drawn.append(tab.opening(ours, OURS))
        begun.append(drawn[-1] + tab.starting(MOVABLE))
        tab.close()
    for _ in range(ROUNDS if size < LONG else 1):
        tab = Tab(started)
        settled.append(tab.opening(theirs, THEIRS))
        tab.close()
    for name, spent, most in (("final picture", drawn, mark), ("map to move", begun, 2 * mark)):
        detail = f"{milliseconds(min(spent))} ÷ {milliseconds(min(settled))}"
        yield Result(
            f"{name} of {size} ÷ pyvis's own page", min(spent) / min(settled), most, detail
        )


def _panning(started: Browser, folder: Path) -> Iterator[Result]:
    """Draw all of 1,000 statements."""
    m = grown(1_000)
    opened = ",".join(statement.id for statement in m.statements)
    tab = Tab(started)
    tab.opening(_ours(m, folder), OURS)
    tab.starting(MOVABLE)
    for chosen, told in (("", ""), ("&s=s0", ", main claim chosen"), ("&s=s500", ", s500 chosen")):
        tab.doing(ADDRESS, f"o={opened}{chosen}")
        tab.doing(PRESS, "zoom-fit")
        yield _frame(f"panning all of 1,000{told} ÷ 16 ms", tab.panning(), 0.016)
        tab.doing(PRESS, "zoom-home")
        yield _frame(f"panning 1,000 to read{told} ÷ 8 ms", tab.panning(), 0.008)
    tab.close()


def _large(started: Browser, folder: Path) -> Iterator[Result]:
    """Open 10,000 statements, as the page folds them, and search them."""
    tab = Tab(started)
    spent = tab.opening(_ours(grown(10_000), folder), OURS)
    yield _frame("first picture of 10,000 ÷ 1 s", spent, 1.0)
    tab.starting(MOVABLE)
    tab.doing(ASK, "war")
    asked = [tab.doing(ASK, words) for words in ("energy", "energy stab", "threat europe", "ind")]
    yield _frame("search in 10,000, the slowest of 4 ÷ 50 ms", max(asked), 0.05)
    tab.doing(ASK, "")
    yield _frame("panning 10,000, as it opens: a frame ÷ 16 ms", tab.panning(), 0.016)
    tab.close()


def _frame(name: str, seconds: float, mark: float) -> Result:
    return Result(name, seconds / mark, 1, milliseconds(seconds))


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
