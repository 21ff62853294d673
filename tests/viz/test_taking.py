"""What a reader takes away: a link, a statement, an SVG, a PNG, paper; and the list of keys."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Download, expect

from argmap.claims.model import Map, Relation, Statement
from argmap.viz.palette import PALETTE
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import grown, hostile, small

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
CLIPBOARD: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
READ = "navigator.clipboard.readText()"


def save(shown: Opened, kind: str) -> Download:
    shown.click("#share-open")
    with shown.expect_download() as started:
        shown.click(f"#save-{kind}")
    done: Download = started.value
    return done


def svg_of(shown: Opened, folder: Path) -> ET.Element:
    file = folder / "saved.svg"
    save(shown, "svg").save_as(file)
    return ET.parse(file).getroot()  # noqa: S314  our own


def comes_without_hint(shown: Opened) -> bool:
    """Whether the page, opened once more, has no hint.

    A browser stores in its own time, which a reload may cut short: hence a page beside, and again.
    """
    beside = shown.page.context.new_page()
    beside.goto(shown.url)
    for _ in range(20):
        beside.locator("#map .vis-network").wait_for(state="attached")
        if beside.locator("#hint").is_hidden():
            return True
        beside.reload()
    return False


def words(root: ET.Element) -> str:
    return " ".join("".join(e.itertext()) for e in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_svg_holds_the_whole_map_in_light_colours(
    opened: Opener, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    shown = opened(small(), color_scheme=scheme)

    root = svg_of(shown, tmp_path)

    told = words(root)
    assert "Should shops open on Sundays?" in told
    assert "4 claims, 1 piece of evidence, 4 relations · Sunday trading, The Example" in told
    for statement in small().statements:
        assert all(word in told for word in statement.text.split())
    titles = [e.text for e in root.iter(f"{SVG}title")]
    assert {s.text for s in small().statements} <= set(titles)
    fills = {e.get("fill") for e in root.iter()}
    red, green, blue = (int(PALETTE["claim"].light[k : k + 2], 16) for k in (1, 3, 5))
    assert f"rgb({red}, {green}, {blue})" in fills
    assert shown.text("#share-told") == "Saved as Should-shops-open-on-Sundays.svg."


def test_a_picture_of_hostile_text_is_a_picture(opened: Opener, tmp_path: Path) -> None:
    shown = opened(hostile())

    root = svg_of(shown, tmp_path)

    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        "svg", "title", "desc", "g", "path", "rect", "text",
    }  # fmt: skip
    assert "<img src=x onerror=" in "".join(root.itertext())
    names = {name for e in root.iter() for name in e.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert "style" not in names


def test_a_png_is_as_large_as_it_must_be_to_be_read(opened: Opener, tmp_path: Path) -> None:
    shown = opened(small())

    download = save(shown, "png")

    download.save_as(tmp_path / "saved.png")
    data = (tmp_path / "saved.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 1600
    assert download.suggested_filename == "Should-shops-open-on-Sundays.png"
    expect(shown.locator("#share-told")).to_have_text("Saved as Should-shops-open-on-Sundays.png.")


def test_what_is_hidden_is_not_in_the_picture(opened: Opener, tmp_path: Path) -> None:
    shown = opened(small(), address="#f=survey,1")

    root = svg_of(shown, tmp_path)

    assert "of 5 statements that the map shows now" in shown.text("#share-extent")
    assert "What employees want should count." not in words(root)
    assert "Employees are willing." in "".join(root.itertext())


def test_a_folded_map_says_in_the_picture_how_much_is_folded(
    opened: Opener, tmp_path: Path
) -> None:
    shown = opened(small(), address="#c=open")

    assert "+4" in words(svg_of(shown, tmp_path))


def test_a_map_too_large_for_a_png_says_so(opened: Opener) -> None:
    shown = opened(grown(900), address="")
    shown.evaluate("location.hash = 'o=' + Array.from({length: 900}, (_, k) => `s${k}`).join()")

    save(shown, "png")

    expect(shown.locator("#share-told")).to_contain_text("too large for its words to be read")


def test_the_link_and_the_statement_are_copied(opened: Opener) -> None:
    shown = opened(small(), address="#s=willing", **CLIPBOARD)
    shown.focus("#share-open")
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")

    shown.keyboard.press("Enter")
    expect(shown.locator("#share-told")).to_have_text("The link is copied.")
    assert shown.evaluate(READ).endswith("map0.html#s=willing")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    expect(shown.locator("#share-told")).to_have_text("The statement is copied.")

    told = shown.evaluate(READ)
    assert told.startswith("Claim: Employees are willing.\n\nIn the source:\n> 61 % wanted")
    assert "- (supports it) In a survey of 2,000 employees" in told
    assert "- supports Shops should be allowed to open on Sundays. (because: They decide" in told


def test_every_statement_can_be_told(opened: Opener) -> None:
    shown = opened(small(), **CLIPBOARD)
    told = {}
    for statement in small().statements:
        shown.evaluate("key => { location.hash = `s=${key}`; }", statement.id)
        expect(shown.locator("#sheet .text")).to_have_text(statement.text)
        shown.click("#share-open")
        shown.click("#copy-statement")
        expect(shown.locator("#share-told")).to_have_text("The statement is copied.")
        told[statement.id] = shown.evaluate(READ)
        shown.keyboard.press("Escape")

    assert "(set against it) Sunday work strains" in told["open"]
    assert (
        "contrasts with the step Sunday work strains family life. → Shops should" in told["survey"]
    )
    assert shown.url.endswith(
        f"#s={small().statements[-1].id}"
    )  # Escape closed the menu, and nothing else


def test_without_a_choice_no_statement_can_be_copied(opened: Opener) -> None:
    shown = opened(small())

    shown.click("#share-open")

    expect(shown.locator("#copy-statement")).to_be_disabled()


def test_a_refused_clipboard_is_told(opened: Opener) -> None:
    shown = opened(small())
    shown.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
        document.execCommand = () => false;
    }""")

    shown.click("#share-open")
    shown.click("#copy-link")

    expect(shown.locator("#share-told")).to_have_text("The browser does not allow it here.")


def pdf_text(shown: Opened, folder: Path) -> str:
    file = folder / "printed.pdf"
    shown.pdf(path=file, prefer_css_page_size=True)
    try:
        done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)  # noqa: S607
    except FileNotFoundError:
        pytest.skip("pdftotext reads the paper, and is not here")
    return re.sub(r"\s+", " ", done.stdout.decode())


def test_paper_holds_heading_map_and_outline(opened: Opener, tmp_path: Path) -> None:
    shown = opened(small(), color_scheme="dark")

    told = pdf_text(shown, tmp_path)

    assert "Should shops open on Sundays?" in told
    assert "https://example.org/" in told
    assert "mutual contrast" in told
    assert "supports with others: Employees are willing." in told
    assert "questions that step: In a survey of 2,000 employees" in told
    assert "The weather was fine" not in told
    assert shown.locator("#paper > *").count() == 0


def test_paper_holds_what_was_asked_for(opened: Opener, tmp_path: Path) -> None:
    shown = opened(small(), address="#s=willing")
    shown.evaluate("window.print = () => {}")
    shown.click("#share-open")
    shown.get_by_label("with the outline").uncheck()
    shown.get_by_label("with the article").check()
    shown.click("#print")
    expect(shown.locator("#share")).to_be_hidden()

    told = pdf_text(shown, tmp_path)

    assert "The weather was fine all week." in told
    assert "A note." in told
    assert "Show in the article" not in told
    assert "questions that step:" not in told


PRINTED = """() => {
    dispatchEvent(new Event("beforeprint"));
    return [...document.querySelectorAll("#paper figure svg")].map((svg) => ({
        width: parseFloat(svg.style.width),
        box: svg.getAttribute("viewBox").split(" ").map(Number),
        titles: [...svg.querySelectorAll("g > title")].map((title) => title.textContent),
    }));
}"""


def test_a_map_too_high_for_a_sheet_is_cut_and_nothing_lost(opened: Opener) -> None:
    chain = Map(
        title="Long",
        statements=tuple(
            Statement(id=f"s{k}", kind="claim", text=f"Text {k}.", main=k == 0) for k in range(60)
        ),
        relations=tuple(
            Relation(id=f"r{k}", source=f"s{k + 1}", target=f"s{k}", kind="support")
            for k in range(59)
        ),
    )
    shown = opened(chain, address="#d=down")

    pages = shown.evaluate(PRINTED)

    assert len(pages) > 1
    assert all(page["width"] <= 252 for page in pages)
    assert all(
        a["box"][1] + a["box"][3] + 1 >= b["box"][1] > a["box"][1] for a, b in pairwise(pages)
    )
    printed = {title for page in pages for title in page["titles"]}
    assert printed >= {s.text for s in chain.statements}


def test_the_keys_are_listed_and_the_focus_comes_back(opened: Opener) -> None:
    shown = opened(small(), address="#s=open")
    shown.focus("#map")

    shown.keyboard.press("?")
    expect(shown.locator("#help")).to_be_visible()
    assert "Find statements by their words" in shown.text("#help-keys")
    for _ in range(3):
        shown.keyboard.press("Tab")
        assert not shown.evaluate("document.activeElement.closest('main, header')")
    shown.keyboard.press("/")
    assert shown.locator("#query").evaluate("box => box !== document.activeElement")
    shown.keyboard.press("Escape")

    expect(shown.locator("#help")).to_be_hidden()
    assert shown.evaluate("document.activeElement.id") == "map"
    assert shown.url.endswith("#s=open")


def test_the_list_of_keys_opens_and_closes_by_mouse(opened: Opener) -> None:
    shown = opened(small())

    for close in ("#help-close", "beside"):
        shown.click("#help-open")
        if close == "beside":
            shown.mouse.click(5, 5)
        else:
            shown.click(close)
        expect(shown.locator("#help")).to_be_hidden()


def test_a_question_mark_among_words_is_a_word(opened: Opener) -> None:
    shown = opened(small())

    shown.keyboard.press("/")
    shown.keyboard.type("who?")

    expect(shown.locator("#help")).to_be_hidden()
    assert shown.locator("#query").input_value() == "who?"


def test_the_hint_is_given_once(opened: Opener) -> None:
    shown = opened(small())
    expect(shown.locator("#hint")).to_be_visible()

    shown.click("#hint-close")

    assert comes_without_hint(shown)


def test_the_hint_goes_with_the_first_use_and_not_with_a_link(opened: Opener) -> None:
    shown = opened(small(), address="#s=open")
    expect(shown.locator("#hint")).to_be_visible()
    assert len(shown.text("#hint p").splitlines()) == 1
    expect(shown.locator("#legend")).to_contain_text("contrasts")

    shown.locator("mark").last.click()

    expect(shown.locator("#hint")).to_be_hidden()
    assert comes_without_hint(shown)
