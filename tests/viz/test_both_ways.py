"""What a reader can do is done by mouse alone, and by keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.viz.conftest import Opened, Opener
from tests.viz.samples import small

pytestmark = pytest.mark.browser

# From an address, what is pressed, and what is true in the page then.
ACTS: dict[str, tuple[str, str, str]] = {
    "read the article": ("w=outline", ".side [data-open=article]", "shows('#article')"),
    "read the outline": ("", ".side [data-open=outline]", "shows('#outline')"),
    "ask for a path": ("", ".side [data-open=path]", "shows('#path-from')"),
    "compare sides": ("", ".side [data-open=sides]", "shows('#sides')"),
    "see the source": ("s=willing&w=outline", "#sheet .link", "shows('mark.on')"),
    "go to a reason": ("s=open", "#sheet .steps .statement", "hash('s=w')"),
    "read a step": ("s=open", "#sheet .steps .word", "hash('r=')"),
    "close the details": ("s=open", "#details-close", "!shows('#sheet')"),
    "path from": ("s=survey", "#sheet .acts button >> nth=0", "hash('p=survey,')"),
    "path to": ("s=open", "#sheet .acts button >> nth=1", "hash('p=,open')"),
    "show what is near": ("s=survey", "#sheet .acts button >> nth=2", "hash('f=survey,1')"),
    "farther": ("f=survey,1", "#reach-more", "hash('f=survey,2')"),
    "nearer": ("f=survey,2", "#reach-less", "hash('f=survey,1')"),
    "leave the focus": ("f=survey,1", "#scope-all", "!hash('f=')"),
    "unfold": ("c=open", "#scope-all", "!hash('c=')"),
    "swap the ends": ("p=survey,open", "#path-swap", "hash('p=open,survey')"),
    "follow a stop": ("p=survey,open", "#path-answer p a >> nth=0", "hash('s=survey')"),
    "open a route": ("p=survey,open", "#path-answer .way >> nth=1", "hash('open,2')"),
    "go to a route's words": ("p=survey,open", "#path-answer .words >> nth=1", "hash('s=open')"),
    "follow a hop": ("p=survey,open", "#path-answer .hop .sign >> nth=0", "hash('r=')"),
    "clear the path": ("p=survey,open", "#path-clear", "!hash('p=')"),
    "give up the path": ("p=survey,", "#path-cancel", "!hash('p=')"),
    "open a pair": ("w=sides", ".pair >> nth=0", "hash('v=author,unions')"),
    "close a pair": ("v=author,unions", ".pair >> nth=0", "!hash('v=')"),
    "read a contrast": ("v=author,unions", ".contrasts button", "hash('r=strain-open')"),
    "show all again": ("h=kind:evidence", "#filtered-none", "!hash('h=')"),
    "turn the map": ("", "#direction", "hash('d=down')"),
    "open the filters": ("", "#filters-open", "shows('#filters')"),
    "open what is shared": ("", "#share-open", "shows('#share')"),
    "open the keys": ("", "#help-open", "shows('#help')"),
    "go dark": ("", "#theme", "document.documentElement.dataset.theme === 'dark'"),
    "go light": ("", "#theme", "document.documentElement.dataset.theme === 'light'"),
}
SCRIPT = """() => {
    window.shows = (selector) => Boolean(document.querySelector(selector)?.checkVisibility());
    window.hash = (piece) => location.hash.includes(piece);
    window.print = () => { window.printed = true; };
}"""
TAKE_AWAY = """() => {
    document.querySelector(":popover-open")?.hidePopover();
    document.querySelector("#help").close();
}"""
# A picture of the field, small enough to compare.
PICTURE = """() => {
    const { width, height } = document.querySelector("#map canvas");
    const copy = new OffscreenCanvas(64, 48).getContext("2d");
    copy.drawImage(document.querySelector("#map canvas"), 0, 0, width, height, 0, 0, 64, 48);
    return copy.getImageData(0, 0, 64, 48).data.join();
}"""
BUTTONS = (("in", "+"), ("fit", "0"), ("in", "="), ("home", "Home"), ("out", "-"))
WAYS = pytest.mark.parametrize("way", ["mouse", "keyboard"])


def press(shown: Opened, selector: str, way: str) -> None:
    at = shown.page.locator(selector).first
    if way == "mouse":
        at.click()
        return
    at.focus()
    expect(at).to_be_focused()
    assert at.evaluate("element => element.tabIndex") == 0
    shown.keyboard.press("Enter")


def go(shown: Opened, address: str) -> None:
    shown.page.evaluate("address => { location.hash = address; }", address)
    shown.page.wait_for_function("address => location.hash.slice(1) === address", arg=address)


@WAYS
def test_every_button_does_what_it_says(opened: Opener, way: str) -> None:
    shown = opened(small())
    shown.page.evaluate(SCRIPT)

    for name, (address, selector, true) in ACTS.items():
        go(shown, address)
        press(shown, selector, way)
        assert shown.page.wait_for_function(true), name
        shown.page.evaluate(TAKE_AWAY)


@WAYS
def test_the_map_grows_and_shrinks(opened: Opener, way: str) -> None:
    shown = opened(small())
    pictures = [shown.page.evaluate(PICTURE)]
    for button, key in BUTTONS:
        if way == "mouse":
            shown.click(f"#zoom-{button}")
        else:
            shown.locator("#map").focus()
            shown.keyboard.press(key)
        shown.page.wait_for_function(f"before => ({PICTURE})() !== before", arg=pictures[-1])
        pictures.append(shown.page.evaluate(PICTURE))


@WAYS
def test_pictures_and_paper_are_taken(opened: Opener, way: str) -> None:
    shown = opened(small())
    shown.page.evaluate(SCRIPT)

    for kind in ("svg", "png"):
        press(shown, "#share-open", way)
        with shown.page.expect_download() as saved:
            press(shown, f"#save-{kind}", way)
        assert saved.value.suggested_filename.endswith(f".{kind}")
        shown.keyboard.press("Escape")
    press(shown, "#share-open", way)
    press(shown, "#print", way)

    assert shown.page.evaluate("window.printed")


@WAYS
def test_boxes_are_coloured_and_filtered(opened: Opener, way: str) -> None:
    shown = opened(small())
    press(shown, "#filters-open", way)
    if way == "mouse":
        shown.locator("#filters label", has_text="Evidence").click()
        shown.locator("#filters label", has_text="Holder").click()
    else:
        shown.page.get_by_label("Evidence").focus()
        shown.keyboard.press("Space")
        shown.page.get_by_label("Kind", exact=True).focus()
        shown.keyboard.press("ArrowRight")

    assert shown.url.endswith("#h=kind%3Aevidence&t=holder")


@WAYS
def test_a_statement_is_found(opened: Opener, way: str) -> None:
    shown = opened(small())
    if way == "mouse":
        shown.click("#query")
    else:
        shown.keyboard.press("/")
    shown.keyboard.type("willing")
    if way == "mouse":
        shown.locator("#hits li").first.click()
    else:
        shown.keyboard.press("Enter")

    expect(shown.locator("#sheet .text")).to_have_text("Employees are willing.")
    expect(shown.locator("#hits-pane")).to_be_hidden()


@WAYS
def test_the_article_leads_to_the_map(opened: Opener, way: str) -> None:
    shown = opened(small())
    marks = shown.locator("mark")
    if way == "mouse":
        marks.last.click()
    else:
        shown.locator("#article [tabindex='0']").focus()
        for key in ("End", "ArrowUp", "ArrowDown", "Enter"):
            shown.keyboard.press(key)

    expect(shown.locator("#sheet .text")).to_have_text("Sunday work strains family life.")


@WAYS
def test_a_branch_of_the_outline_closes_and_opens(opened: Opener, way: str) -> None:
    shown = opened(small(), address="#w=outline")
    top = shown.locator("#outline > li").first
    for key, state in (("ArrowLeft", "false"), ("ArrowRight", "true")):
        if way == "mouse":
            top.locator("> .row .twist").click()
        else:
            top.focus()
            shown.keyboard.press(key)
        expect(top).to_have_attribute("aria-expanded", state)


def test_letters_in_the_outline_are_typed_ahead_and_shift_enter_marks_a_path(
    opened: Opener,
) -> None:
    shown = opened(small(), address="#w=outline")
    tree = shown.locator("#outline")
    tree.locator("[tabindex='0']").focus()

    shown.keyboard.press("s")
    assert "Sunday work" in tree.locator("li:focus > .row").inner_text()
    shown.keyboard.press("p")
    assert "p=" not in shown.url
    shown.keyboard.press("Shift+Enter")
    assert shown.url.endswith("#p=strain,&w=outline")
    shown.keyboard.press("Home")
    shown.keyboard.press("Shift+Enter")
    assert "p=strain,open" in shown.url
    expect(shown.locator("#path-answer .verdict")).to_contain_text("undermines")


@pytest.mark.parametrize(("key", "opens"), [("?", "#help"), ("/", "#hits-pane")])
def test_the_keys_of_the_page_are_heard_in_the_outline(
    opened: Opener, key: str, opens: str
) -> None:
    shown = opened(small(), address="#w=outline&q=sunday")
    shown.locator("#outline [tabindex='0']").focus()

    shown.keyboard.press(key)

    expect(shown.locator(opens)).to_be_visible()
