"""Asking for a path, in a real browser: by mouse, by keyboard and by words."""

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Relation, Statement
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import grown, hostile, small

pytestmark = pytest.mark.browser

ANSWER = "#path-answer"
LIVE = "#live"


def open_path(shown: Opened) -> None:
    shown.click("[data-open=path] >> visible=true")


def pick(shown: Opened, end: str, words: str) -> None:
    shown.fill(f"#path-{end}", words)
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Enter")


def test_a_path_is_asked_for_by_typing_words(opened: Opener) -> None:
    shown = opened(small())
    open_path(shown)

    pick(shown, "from", "survey employees")
    shown.fill("#path-to", "allowed")
    expect(shown.locator("#path-to-list li")).to_have_count(1)
    shown.locator("#path-to-list li").click()

    told = shown.text(ANSWER)
    assert "◆ Both supports and undermines · 2 steps, 2 contrasts" in told
    assert "▼ questions, because" in told
    assert "Those asked do not feel strained." in told
    assert "the step from “Sunday work strains family life.” to “Open on Sundays”" in told
    assert "this way, of 2 steps, 2 contrasts, it supports it, another way" in told
    assert told.splitlines()[-1] in shown.locator(LIVE).text_content()
    assert "p=survey,open" in shown.url


def test_the_boxes_keep_what_was_chosen_and_can_be_emptied(opened: Opener) -> None:
    shown = opened(small(), address="#p=willing,open")
    box = shown.locator("#path-from")

    box.fill("nothing like it")
    expect(shown.locator("#path-from-list li")).to_have_text("Nothing found")
    shown.keyboard.press("Enter")
    shown.keyboard.press("Escape")
    assert box.input_value() == "Employees are willing."
    box.fill("surv")
    shown.keyboard.press("ArrowUp")
    shown.keyboard.press("Tab")
    assert box.input_value() == "Employees are willing."
    box.fill("")
    shown.keyboard.press("Tab")
    expect(shown.locator(f"{ANSWER} .outcome")).to_have_count(0)
    expect(shown.locator("#path-how")).to_be_visible()
    assert shown.url.endswith("#p=,open&w=path")


def test_the_key_p_marks_one_end_and_then_the_other(opened: Opener) -> None:
    shown = opened(small())
    shown.locator("#map").focus()

    shown.keyboard.press("p")
    assert "Choose a statement first" in shown.locator(LIVE).text_content()
    shown.locator("mark", has_text="In a survey of").first.click()
    shown.locator("#map").focus()
    shown.keyboard.press("p")
    expect(shown.locator("#path-pending")).to_contain_text("Path from “In a survey")
    shown.keyboard.press("p")
    assert "Choose another statement" in shown.locator(LIVE).text_content()
    shown.locator("mark", has_text="61 % wanted").last.click()
    shown.keyboard.press("p")

    expect(shown.locator("#path-pending")).to_be_hidden()
    expect(shown.locator(f"{ANSWER} .verdict")).to_contain_text("supports “Employees are willing.”")
    # The article, where the focus stood, is no longer seen.
    assert shown.page.evaluate("document.activeElement.id") == "path-pane"


def test_a_path_begins_and_ends_at_the_details(opened: Opener) -> None:
    shown = opened(small(), address="#s=willing")

    shown.get_by_role("button", name="Path from here").click()
    expect(shown.locator("#path-to")).to_be_focused()
    assert shown.locator("#path-from").input_value() == "Employees are willing."
    shown.locator("#sheet .statement", has_text="Shops should be").click()
    shown.get_by_role("button", name="Path to here").click()

    expect(shown.locator(f"{ANSWER} .outcome")).to_contain_text("▲ Supports · 1 step, no contrasts")
    assert "supports, together with “What employees want should count.”" in shown.text(ANSWER)


def test_a_path_the_other_way_round_is_shown_as_such(opened: Opener) -> None:
    shown = opened(small(), address="#p=willing,survey")

    expect(shown.locator(f"{ANSWER} .preface")).to_contain_text("does not bear on")
    expect(shown.locator(f"{ANSWER} .outcome")).to_contain_text("Supports")
    shown.click("#path-swap")
    expect(shown.locator(f"{ANSWER} .preface")).to_have_count(0)
    assert shown.url.endswith("#p=survey,willing")


def test_statements_that_do_not_bear_on_each_other(opened: Opener) -> None:
    shown = opened(small(), address="#p=wishes,survey")

    assert shown.text(ANSWER) == (
        "Neither of “What employees want should count.” and “In a survey of 2,000 employees, "
        "61 % wanted Sunday shifts.” bears on the other."
    )
    expect(shown.locator("#path-copy")).to_be_visible()


def test_one_statement_is_no_path(opened: Opener) -> None:
    shown = opened(small(), address="#p=open,open")
    open_path(shown)

    assert "one and the same" in shown.text("#path-how")
    expect(shown.locator(f"{ANSWER} *")).to_have_count(0)


def test_stops_and_hops_choose_what_they_tell_and_clearing_puts_the_light_out(
    opened: Opener,
) -> None:
    shown = opened(small(), address="#p=survey,open")

    hop = shown.locator(f"{ANSWER} .hop").first
    assert "questions the step from “Sunday work" in str(hop.get_attribute("title"))
    hop.click()
    assert "questions the step from" in shown.text("#sheet .text")
    shown.locator(f"{ANSWER} .statement.step").click()
    assert "is set against" in shown.text("#sheet .text")
    shown.locator(f"{ANSWER} .statement").first.click()
    assert "Retail Institute" in shown.text("#sheet")
    shown.click("#path-clear")

    expect(shown.locator("#path-acts")).to_be_hidden()
    assert shown.locator("#path-from").input_value() == ""
    assert "p=" not in shown.url


def test_escape_drops_the_choice_and_then_the_path(opened: Opener) -> None:
    shown = opened(small(), address="#s=willing&p=survey,open")
    shown.locator("#map").focus()

    shown.keyboard.press("Escape")
    assert shown.url.endswith("#p=survey,open")
    shown.keyboard.press("Escape")
    assert shown.url.endswith("#w=path")


def test_cancelling_a_path_that_was_begun(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,")

    expect(shown.locator("#path-pending")).to_be_visible()
    shown.click("#path-cancel")

    expect(shown.locator("#path-pending")).to_be_hidden()


@pytest.mark.parametrize("allowed", [True, False])
def test_the_path_is_copied_as_text(opened: Opener, *, allowed: bool) -> None:
    shown = opened(small(), address="#p=survey,willing")
    shown.page.evaluate(
        """(allowed) => {
            const take = (text) => { window.copied = text; };
            const writeText = async (text) => {
                if (!allowed) throw Error("not allowed");
                take(text);
            };
            Object.defineProperty(navigator, "clipboard", { value: { writeText } });
            document.addEventListener("copy", () => take(document.activeElement.value));
        }""",
        allowed,
    )

    shown.click("#path-copy")

    expect(shown.locator("#path-copy")).to_have_text("Copied")
    expect(shown.locator(LIVE)).to_have_text("The path is copied as text.")
    assert shown.page.evaluate("window.copied").splitlines() == [
        "In a survey of 2,000 employees, 61 % wanted Sunday shifts.",
        "  + supports",
        "Employees are willing.",
        "",
        (
            "So “In a survey of 2,000 employees, 61 % wanted Sunday shifts.” supports "
            "“Employees are willing.”: 1 step, no contrasts."
        ),
    ]
    assert shown.page.evaluate("document.activeElement.id") == "path-copy"


def test_on_a_narrow_screen_the_path_has_the_page_to_itself(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,open", viewport={"width": 360, "height": 740})

    expect(shown.locator(f"{ANSWER} .outcome")).to_be_visible()
    expect(shown.locator("#map")).to_be_hidden()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 360
    shown.locator(f"{ANSWER} .statement").first.click()
    expect(shown.locator("#sheet")).to_be_visible()
    shown.click(".tabs [data-open=path]")
    expect(shown.locator(f"{ANSWER} .verdict")).to_be_visible()


def test_hostile_text_stays_text_in_a_path(opened: Opener) -> None:
    shown = opened(hostile(), viewport={"width": 1000, "height": 700})
    shown.page.evaluate("location.hash = '#p=%3C/script%3E,a%22b%5C'")

    expect(shown.locator(f"{ANSWER} .verdict")).to_contain_text("</script>")
    assert shown.locator("#path-pane img").count() == 0


def test_a_long_route_is_told_whole(opened: Opener) -> None:
    size = 60
    m = Map(
        title="Long",
        statements=tuple(
            Statement(id=f"s{k}", kind="claim", text=f"Statement {k}.") for k in range(size)
        ),
        relations=tuple(
            Relation(id=f"r{k}", source=f"s{k + 1}", target=f"s{k}", kind="contrast")
            for k in range(size - 1)
        ),
    )
    shown = opened(m, address=f"#p=s{size - 1},s0")

    expect(shown.locator(f"{ANSWER} .hop")).to_have_count(size - 1)
    expect(shown.locator(f"{ANSWER} .verdict")).to_contain_text("59 steps, 59 contrasts")


def test_a_large_map_answers_at_once(opened: Opener) -> None:
    shown = opened(grown(2000))
    open_path(shown)

    pick(shown, "from", "energy stability threat")
    shown.fill("#path-to", "war policy europe")
    shown.locator("#path-to-list li").last.click()

    assert shown.text(ANSWER)
