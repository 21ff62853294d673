"""The page as bytes: one file, the same every time, with the data where no browser runs it."""

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.claims.model import Map
from argmap.graph.naming import UnknownStatement
from argmap.viz import frontend
from argmap.viz.page import Page, page
from argmap.viz.palette import PALETTE
from tests.strategies import maps
from tests.viz.samples import HOSTILE, grown, hostile, small

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
# vis-network is 165 kB of it, packed.
LIMIT = 425_000
ASSETS = Path(frontend.__file__).parent / "assets"
TOP_LEVEL = re.compile(
    r"^(?:export )?(?:async )?(?:function|const|let|class) ([\w$]+)", re.MULTILINE
)


def data_of(made: Page) -> dict[str, Any]:
    (found,) = DATA.findall(made.html)
    told: dict[str, Any] = json.loads(found)
    return told


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_map_gives_the_same_bytes(seed: str) -> None:
    code = (
        "import hashlib; from tests.viz.samples import small; from argmap.viz.page import page;"
        "print(hashlib.sha256(page(small()).html.encode()).hexdigest())"
    )
    digests = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": value, "PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for value in (seed, "7")
    ]

    assert digests[0] == digests[1]


def test_the_page_names_the_path_that_it_opens_with_by_ids() -> None:
    assert data_of(page(small(), path=("surv", "Open on Sundays")))["path"] == ["survey", "open"]
    assert "path" not in data_of(page(small()))
    with pytest.raises(UnknownStatement):
        page(small(), path=("survey", "nowhere"))


def test_the_page_without_its_data_is_small() -> None:
    made = page(small())

    assert len(DATA.sub("", made.html).encode()) <= LIMIT


def test_the_page_names_no_address_that_a_browser_would_fetch() -> None:
    markup = re.sub(
        r"<script>.*?</script>|<style>.*?</style>", "", page(small()).html, flags=re.DOTALL
    )

    assert not re.search(r"(?:src|href)=|@import|url\(", DATA.sub("", markup))


def test_the_page_is_a_whole_document() -> None:
    html = page(small()).html

    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Should shops open on Sundays? – argument map</title>" in html  # noqa: RUF001
    assert '<meta charset="utf-8">' in html


@settings(max_examples=25, deadline=None)
@given(maps())
def test_any_text_comes_back_from_the_one_data_block(m: Map) -> None:
    told = data_of(page(m))

    assert [node["key"] for node in told["nodes"]] == [s.id for s in m.statements]
    assert [node["text"] for node in told["nodes"]] == [s.text for s in m.statements]
    assert [edge.get("because") for edge in told["edges"]] == [r.because for r in m.relations]


def test_hostile_text_ends_no_element() -> None:
    html = page(hostile()).html

    assert len(re.findall("<script", html)) == len(re.findall("<script", page(small()).html))
    assert "\u2028" not in DATA.findall(html)[0]
    html.encode()


def test_only_web_addresses_become_links() -> None:
    assert data_of(page(small()))["source"]["url"] == "https://example.org/"
    assert "url" not in data_of(page(hostile()))["source"]


def test_the_source_is_cut_from_the_text_and_not_from_what_the_map_wrote() -> None:
    quotes = data_of(page(small()))["nodes"][0]["quotes"]

    assert quotes == [{"words": "Shops should open on Sundays", "match": "exact", "found": True}]


def test_save_writes_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    made = page(small())

    made.save(tmp_path / "map.html")

    assert (tmp_path / "map.html").read_bytes() == made.html.encode()
    assert b"\r" not in made.html.encode()


def test_a_notebook_shows_the_page_in_a_sandbox() -> None:
    shown = page(hostile())._repr_html_()

    assert shown.startswith("<iframe ")
    assert 'sandbox="allow-scripts allow-downloads"' in shown
    assert shown.count("<") == 2  # the frame and its end: the page is one attribute


def test_an_empty_map_has_a_page() -> None:
    assert data_of(page(Map(title="Nothing")))["nodes"] == []


def test_building_does_not_grow_faster_than_the_map() -> None:
    sizes = [
        len(page(grown(n, extra=0)).html) - len(page(Map(title="M")).html) for n in (50, 100, 200)
    ]

    assert all(later < 2.6 * earlier for earlier, later in pairwise(sizes))


def test_the_scripts_do_not_share_top_level_names() -> None:
    sources = [file.read_text("utf-8") for file in sorted(ASSETS.glob("*.js"))]
    names = [name for source in sources for name in TOP_LEVEL.findall(source)]

    assert sorted(names) == sorted(set(names))
    assert not re.search(r"^(?:import|export)\b", frontend.script(), flags=re.MULTILINE)


def test_the_docs_tell_every_key() -> None:
    told = (Path(__file__).parents[2] / "docs" / "page.md").read_text("utf-8")
    does = re.findall(r'does: "(.*?)"', (ASSETS / "keys.js").read_text("utf-8"))

    assert [one for one in does if f"| {one} |" not in told] == []


def test_comments_stay_in_the_files() -> None:
    assert "/*" not in frontend.script() + frontend.style()


def luminance(color: str) -> float:
    parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "claim", 7),
        ("ink", "evidence", 7),
        ("ink", "hit", 4.5),
        ("ink", "chosen", 4.5),
        ("ink", "mark", 7),
        ("muted", "panel", 4.5),
        ("muted", "canvas", 4.5),
        ("claim-ink", "claim", 4.5),
        ("claim-ink", "hit", 4.5),
        ("evidence-ink", "evidence", 4.5),
        ("main-ink", "main", 7),
        ("main-muted", "main", 4.5),
        ("support", "panel", 4.5),
        ("support", "accent-soft", 4.5),
        ("contrast", "accent-soft", 4.5),
        ("contrast", "panel", 4.5),
        ("support", "canvas", 3),
        ("contrast", "canvas", 3),
        ("support-line", "canvas", 3),
        ("contrast-line", "canvas", 3),
        # In greyscale the kinds of lines differ too.
        ("contrast-line", "support-line", 1.8),
        ("claim-edge", "canvas", 3),
        ("evidence-edge", "canvas", 3),
        ("accent", "panel", 4.5),
    ],
)
def test_colours_stand_out(scheme: str, ink: str, ground: str, least: float) -> None:
    assert contrast(getattr(PALETTE[ink], scheme), getattr(PALETTE[ground], scheme)) >= least


def test_hostile_sample_holds_what_it_should() -> None:
    assert "\x00" in HOSTILE
    assert "\ud800" in HOSTILE
