"""What a reader does on the page, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, expect

from argmap.claims.model import Map
from argmap.claims.storage import load
from argmap.viz.page import page
from tests.viz.conftest import Opened, Opener
from tests.viz.plans import layout_of, plan_of
from tests.viz.samples import grown, hostile, small

pytestmark = pytest.mark.browser

SHEET = "#sheet"


def choose_on_map(shown: Opened, m: Map, key: str) -> None:
    """Click on a statement's box where the whole map is shown."""
    box = shown.page.locator("#map").bounding_box()
    assert box
    told = plan_of(shown.page, m)
    boxes = layout_of(told).boxes.values()
    left = min(b.x for b in boxes) - 136
    right = max(b.x for b in boxes) + 136
    top = min(b.y - b.card.height / 2 for b in boxes)
    bottom = max(b.y + b.card.height / 2 for b in boxes)
    scale = min((box["width"] - 64) / (right - left), (box["height"] - 64) / (bottom - top), 1.15)
    place = next(k for k, s in enumerate(m.statements) if s.id == key)
    x = box["x"] + box["width"] / 2 + (told["x"][place] - (left + right) / 2) * scale
    y = box["y"] + box["height"] / 2 + (told["y"][place] - (top + bottom) / 2) * scale
    shown.page.mouse.click(x, y)


def test_the_page_opens_with_its_heading_and_counts(opened: Opener) -> None:
    shown = opened(small())

    assert shown.title() == "Should shops open on Sundays? – argument map"  # noqa: RUF001
    assert shown.text("h1") == "Should shops open on Sundays?"
    assert "4 claims, 1 piece of evidence, 4 relations" in shown.text("#about")
    expect(shown.locator("#details")).to_be_hidden()


def test_a_click_on_a_box_tells_all_about_the_statement(opened: Opener) -> None:
    shown = opened(small())
    shown.click("#hint-close")
    shown.click("#zoom-fit")

    choose_on_map(shown, small(), "willing")

    told = shown.text(SHEET)
    assert "Employees are willing." in told
    assert "61 % wanted Sunday shifts" in told
    assert "A note." in told
    assert "Because: They decide together." in told
    assert "Rests on (1)" in told
    assert shown.text("mark.on") == "61 % wanted Sunday shifts"


def test_words_chosen_in_the_article_choose_the_statement_and_then_the_next(opened: Opener) -> None:
    shown = opened(small())
    words = shown.locator("mark", has_text="61 % wanted")

    words.click()
    assert "Employees are willing." in shown.text(SHEET)
    words.click()
    assert "In a survey of 2,000 employees" in shown.text(SHEET)


def test_nested_holders_and_mutual_contrasts_are_told_in_words(opened: Opener) -> None:
    shown = opened(small(), address="#s=strain")

    told = shown.text(SHEET)
    assert "Held by Unions, according to the author:" in told
    assert "is set against" in told
    assert "60 %" in told
    assert "this step is questioned by" in told


def test_the_details_lead_from_statement_to_statement(opened: Opener) -> None:
    shown = opened(small(), address="#s=willing")

    shown.locator(".steps .statement", has_text="61 % wanted").click()

    assert "Retail Institute" in shown.text(SHEET)
    assert shown.url.endswith("#s=survey")


def test_back_and_forward_follow_the_choices(opened: Opener) -> None:
    shown = opened(small(), address="#s=open")
    shown.locator(".steps .statement").first.click()
    chosen = shown.text(f"{SHEET} .text")

    shown.go_back()
    expect(shown.locator(f"{SHEET} .text")).to_have_text(
        "Shops should be allowed to open on Sundays."
    )
    shown.go_forward()
    expect(shown.locator(f"{SHEET} .text")).to_have_text(chosen)


def test_the_map_is_walked_with_the_keyboard(opened: Opener) -> None:
    shown = opened(small())
    shown.locator("#map").focus()

    told = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "Home", "Escape"):
        shown.keyboard.press(key)
        told.append(shown.page.evaluate("location.hash"))

    assert told[0] == told[2] == told[3] == "#s=open"
    assert told[1] in {"#s=willing", "#s=wishes", "#s=strain"}
    assert told[4] == ""
    expect(shown.locator("#details")).to_be_hidden()


def test_every_key_for_the_size_is_taken(opened: Opener) -> None:
    shown = opened(small())
    shown.locator("#map").focus()

    for key in ("+", "-", "0", "="):
        shown.keyboard.press(key)

    assert shown.text("h1")


def test_search_lists_marks_and_chooses(opened: Opener) -> None:
    shown = opened(small())

    shown.keyboard.press("/")
    shown.keyboard.type("EMPLOYEES want")

    assert shown.text("#hits-count") == "2 statements found"
    assert shown.locator("#hits b").first.inner_text().lower() in {"employees", "want"}
    shown.keyboard.press("ArrowDown")
    assert shown.locator("#query").get_attribute("aria-activedescendant") == "hits-0"
    shown.keyboard.press("Enter")
    expect(shown.locator("#hits-pane")).to_be_hidden()
    assert "mployees want" in shown.text(SHEET)
    shown.keyboard.press("Escape")
    assert shown.locator("#query").input_value() == ""


def test_a_search_without_result_says_so(opened: Opener) -> None:
    shown = opened(small())

    shown.fill("#query", "(unheard")

    assert shown.text("#hits-count") == "Nothing found"


def test_the_outline_is_a_tree_with_one_tab_stop(opened: Opener) -> None:
    shown = opened(small())
    shown.click("[data-open=outline] >> visible=true")
    tree = shown.locator("#outline")
    current = tree.locator("li:focus > .row")
    tree.locator("[tabindex='0']").focus()

    assert tree.locator("[tabindex='0']").count() == 1
    assert current.inner_text() == "Open on Sundays"
    shown.keyboard.press("ArrowRight")
    first = current.inner_text()
    assert re.match("▲ supports with others: (Employees are willing|What employees want)", first)
    shown.keyboard.press("End")
    last = current.inner_text()
    assert last != first
    shown.keyboard.press("Home")
    assert current.inner_text() == "Open on Sundays"
    shown.keyboard.press("ArrowLeft")
    assert tree.locator("li:focus").get_attribute("aria-expanded") == "false"
    shown.keyboard.press("ArrowRight")
    assert tree.locator("li:focus").get_attribute("aria-expanded") == "true"
    shown.keyboard.type("what")
    assert "What employees want" in current.inner_text()
    shown.keyboard.press("Enter")
    assert "What employees want should count." in shown.text(SHEET)
    assert tree.locator("[aria-selected='true']").count() == 1


def test_the_outline_opens_where_a_statement_is_chosen_elsewhere(opened: Opener) -> None:
    shown = opened(grown(60))
    shown.click("[data-open=outline] >> visible=true")

    shown.page.evaluate("location.hash = 's=s59'")

    chosen = shown.locator("#outline [aria-selected='true']")
    expect(chosen).to_have_count(1)
    expect(chosen.locator("> .row")).to_be_in_viewport()


def test_theme_follows_the_system_and_the_button(opened: Opener) -> None:
    shown = opened(small(), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = shown.page.evaluate(ground)

    shown.click("#theme")

    expect(shown.get_by_role("button", name="Switch to dark colours")).to_have_text("Dark")
    assert shown.page.evaluate(ground) == "rgb(255, 255, 255)" != dark


DARK_SHARE = """() => {
    const canvas = document.querySelector("#map canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let k = 0; k < data.length; k += 4) dark += data[k + 3] > 128 && data[k] < 64;
    return (4 * dark) / data.length;
}"""


def test_boxes_keep_their_text_in_forced_colours(opened: Opener) -> None:
    shown = opened(small(), forced_colors="active")

    assert 0.01 < shown.page.evaluate(DARK_SHARE) < 0.15


def test_the_view_keeps_its_size_when_the_field_grows(opened: Opener) -> None:
    shown = opened(grown(60), viewport={"width": 1000, "height": 700})
    before = shown.page.evaluate(DARK_SHARE)

    shown.page.set_viewport_size({"width": 1000, "height": 1400})
    shown.page.wait_for_timeout(300)

    assert shown.page.evaluate(DARK_SHARE) < before


@pytest.mark.parametrize("width", [360, 390, 760, 1100])
@pytest.mark.parametrize("m", [small(), hostile()], ids=["small", "hostile"])
def test_nothing_overflows_sideways(opened: Opener, m: Map, width: int) -> None:
    shown = opened(m, viewport={"width": width, "height": 800})

    for part in ("map", "article", "outline", "details"):
        if shown.locator(f".tabs [data-open={part}]").is_visible():
            shown.click(f".tabs [data-open={part}]")
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_narrow_screen_choosing_opens_the_details(opened: Opener) -> None:
    shown = opened(small(), viewport={"width": 390, "height": 844})
    shown.click(".tabs [data-open=article]")

    shown.locator("mark").first.click()

    expect(shown.locator(SHEET)).to_be_visible()
    expect(shown.locator("#map")).to_be_hidden()


def test_a_statement_chosen_while_the_map_is_hidden_stands_in_its_middle(opened: Opener) -> None:
    shown = opened(small(), viewport={"width": 390, "height": 844})
    shown.click(".tabs [data-open=article]")
    shown.locator("mark", has_text="Shops should open").click()

    shown.click(".tabs [data-open=map]")
    shown.page.wait_for_timeout(300)

    field = shown.locator("#map").bounding_box()
    assert field
    shown.mouse.click(field["x"] + 4, field["y"] + 4)
    shown.click(".tabs [data-open=map]")
    shown.mouse.click(field["x"] + field["width"] / 2, field["y"] + field["height"] / 2)
    assert shown.page.evaluate("location.hash") == "#s=open"


def test_without_the_article_the_quotes_stand_in_order(opened: Opener) -> None:
    shown = opened(small(text=None))

    assert "not at hand" in shown.text("#article-note")
    assert shown.locator("#article > p").count() == 4


def test_without_article_and_quotes_the_outline_stands_beside_the_map(opened: Opener) -> None:
    shown = opened(grown(12))

    expect(shown.locator("#outline")).to_be_visible()
    expect(shown.locator("#article-pane")).to_be_hidden()
    expect(shown.locator("#map")).to_be_visible()


def test_hostile_text_stays_text(opened: Opener) -> None:
    shown = opened(hostile())

    shown.keyboard.press("/")
    shown.keyboard.type("</script>")
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Enter")

    assert "<img src=x onerror=" in shown.text(SHEET)
    assert "{{7*7}} {% raw %} ${7*7}" in shown.text("h1")
    assert shown.locator("img").count() == 0
    assert shown.locator("a[href^='javascript']").count() == 0
    assert "�" in shown.text("h1")


def test_an_odd_id_in_the_address_finds_its_statement(opened: Opener) -> None:
    shown = opened(hostile(), address="#s=__proto__")

    assert shown.text(f"{SHEET} .text").endswith("0")


def test_an_unknown_address_is_no_error(opened: Opener) -> None:
    shown = opened(small(), address="#s=nothing&x=%E0%A4%A")

    expect(shown.locator("#details")).to_be_hidden()


def test_an_empty_map_opens(opened: Opener) -> None:
    shown = opened(Map(title="Nothing"))
    shown.locator("#map").focus()

    shown.keyboard.press("ArrowRight")

    assert "0 claims" in shown.text("#about")


def test_a_large_map_opens_and_answers(opened: Opener) -> None:
    shown = opened(grown(3000))

    assert shown.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") < 8000
    shown.fill("#query", "energy stability")
    assert "found" in shown.text("#hits-count")
    assert shown.locator("#outline li").count() < 1500


def test_a_notebook_shows_the_page_in_its_frame(browser: Browser) -> None:
    faults: list[str] = []
    shown = browser.new_page()
    shown.on("console", lambda told: faults.append(told.text))
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.set_content(page(small())._repr_html_())
    frame = shown.frame_locator("iframe")

    frame.locator("mark").first.click()

    expect(frame.locator(f"{SHEET} .text")).to_have_text(small().statements[0].text)
    shown.close()
    assert faults == []


def test_the_policy_forbids_what_is_not_the_pages_own(opened: Opener) -> None:
    shown = opened(small())

    blocked = shown.page.evaluate("""() => new Promise((done) => {
        document.addEventListener(
            "securitypolicyviolation", (event) => done(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.broken = 1";
        document.body.append(script);
        setTimeout(() => done("nothing"), 500);
    })""")

    assert blocked.startswith("script-src")
    shown.faults.clear()


def test_two_loads_look_the_same(opened: Opener) -> None:
    m = load("us-russia")

    one, other = (opened(m, address="#s=stalemate&w=outline").page.screenshot() for _ in range(2))

    assert one == other
