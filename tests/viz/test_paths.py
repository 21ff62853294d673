"""Asking for a path, in a real browser: by mouse, by keyboard and by words."""

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Relation, Statement
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import grown, hostile, small

pytestmark = pytest.mark.browser

ANSWER = "#path-answer"
LIVE = "#live"
SURVEY = "In a survey of 2,000 employees, 61 % wanted Sunday shifts"


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
    headline = "both supports and undermines “Open on Sundays”: two routes for it, one against it."
    assert f"◆ “{SURVEY}” {headline}" in told
    assert (
        f"“{SURVEY}” speaks against the step from “Sunday work strains family life” to “Open on"
        " Sundays”, because those asked do not feel strained."
    ) in told
    assert "So it supports “Open on Sundays”: two steps, two contrasts." in told
    assert headline in shown.locator(LIVE).text_content()
    assert "p=survey,open" in shown.url


def test_the_boxes_keep_what_was_chosen_and_can_be_emptied(opened: Opener) -> None:
    shown = opened(small(), address="#p=willing,open")
    box = shown.locator("#path-from")

    box.fill("nothing like it")
    expect(shown.locator("#path-from-count")).to_have_text("Nothing found")
    expect(shown.locator("#path-from-list li")).to_have_count(0)
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
    expect(shown.locator(f"{ANSWER} .verdict")).to_contain_text("supports “Employees are willing”")
    # The article, where the focus stood, is no longer seen.
    assert shown.page.evaluate("document.activeElement.id") == "path-pane"


def test_a_path_begins_and_ends_at_the_details(opened: Opener) -> None:
    shown = opened(small(), address="#s=willing")

    shown.get_by_role("button", name="Path from here").click()
    expect(shown.locator("#path-to")).to_be_focused()
    assert shown.locator("#path-from").input_value() == "Employees are willing."
    shown.locator("#sheet .statement", has_text="Shops should be").click()
    shown.get_by_role("button", name="Path to here").click()

    expect(shown.locator(f"{ANSWER} .outcome")).to_contain_text(
        "▲ “Employees are willing” supports"
    )
    assert "together with “What employees want should count”, speaks for" in shown.text(ANSWER)


def test_a_path_the_other_way_round_is_shown_as_such(opened: Opener) -> None:
    shown = opened(small(), address="#p=willing,survey")

    expect(shown.locator(f"{ANSWER} .preface")).to_contain_text("does not bear on")
    expect(shown.locator(f"{ANSWER} .outcome")).to_contain_text("supports")
    shown.click("#path-swap")
    expect(shown.locator(f"{ANSWER} .preface")).to_have_count(0)
    assert shown.url.endswith("#p=survey,willing")


def test_statements_that_do_not_bear_on_each_other(opened: Opener) -> None:
    shown = opened(small(), address="#p=wishes,survey")

    told = shown.text(ANSWER).splitlines()
    assert told[0] == (
        f"Neither of “What employees want should count” and “{SURVEY}” bears on the other."
    )
    assert "Both bear on “Open on Sundays” [The author]: “What employees want" in told[1] + told[2]
    shown.locator(f"{ANSWER} .points a").first.click()
    expect(shown.locator("#sheet .text")).to_contain_text("Shops should be allowed")
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

    shown.locator(f"{ANSWER} .hop").first.get_by_role("button", name="Show step 1").click()
    assert "questions the step from" in shown.text("#sheet .text")
    shown.locator(f"{ANSWER} a", has_text="the step from").first.click()
    assert "is set against" in shown.text("#sheet .text")
    shown.locator(f"{ANSWER} a").first.press("Enter")
    assert "Retail Institute" in shown.text("#sheet")
    shown.locator(f"{ANSWER} .words", has_text="Shops should open").click()
    assert "Shops should be allowed" in shown.text("#sheet")
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
        f"“{SURVEY}” supports “Employees are willing”: one route.",
        "",
        f"  “{SURVEY}” speaks for “Employees are willing”.",
        f"    “{SURVEY}”",
        "    “61 % wanted Sunday shifts”",
        "So it supports “Employees are willing”: one step, no contrasts.",
    ]
    assert shown.page.evaluate("document.activeElement.id") == "path-copy"


def test_on_a_narrow_screen_the_path_has_the_page_to_itself(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,open", viewport={"width": 360, "height": 740})

    expect(shown.locator(f"{ANSWER} .outcome")).to_be_visible()
    expect(shown.locator("#map")).to_be_hidden()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 360
    shown.locator(f"{ANSWER} a").first.click()
    expect(shown.locator("#sheet")).to_be_visible()
    shown.click(".tabs [data-open=path]")
    expect(shown.locator(f"{ANSWER} .verdict").first).to_be_visible()


def test_hostile_text_stays_text_in_a_path(opened: Opener) -> None:
    shown = opened(hostile(), viewport={"width": 1000, "height": 700})
    shown.page.evaluate("location.hash = '#p=%3C/script%3E,a%22b%5C'")

    expect(shown.locator(f"{ANSWER} .verdict").first).to_contain_text("</script>")
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


@pytest.mark.parametrize("press", ["click", "Enter", "Space"])
def test_one_route_stands_open_and_another_can(opened: Opener, press: str) -> None:
    shown = opened(small(), address="#p=survey,open")
    ways = shown.locator(f"{ANSWER} .way")
    verdicts = shown.locator(f"{ANSWER} .verdict >> visible=true")
    expect(ways).to_have_text(
        [
            "▲ Route 1supports, two steps, two contrasts",
            "▲ Route 2supports, two steps, no contrasts",
            "▼ Route 3undermines, three steps, three contrasts",
        ]
    )
    expect(verdicts).to_have_text(["So it supports “Open on Sundays”: two steps, two contrasts."])

    def choose(place: int) -> None:
        if press == "click":
            ways.nth(place).click()
        else:
            ways.nth(place).press(press)

    choose(2)
    expect(verdicts).to_have_text(
        [
            (
                "So it undermines “Open on Sundays”: three steps, three contrasts. Least certain"
                " is “Sunday work strains family life” (0.6)."
            )
        ]
    )
    expect(ways.nth(2)).to_be_focused()
    assert shown.url.endswith("#p=survey,open,3")
    choose(2)
    expect(verdicts).to_have_count(0)
    assert shown.url.endswith("#p=survey,open,0")
    shown.page.go_back()
    expect(verdicts).to_contain_text(["undermines"])
    shown.page.go_back()
    expect(verdicts).to_contain_text(["two contrasts"])
    assert shown.url.endswith("#p=survey,open")


def test_an_address_opens_a_route(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,open,2")

    expect(shown.locator(f"{ANSWER} .way[aria-expanded=true]")).to_have_text(
        "▲ Route 2supports, two steps, no contrasts"
    )


def seven() -> Map:
    """Two statements with seven routes between them, by way of six others and by none."""
    names = ["a", *"bcdefg", "z"]
    ways = [("a", "z"), *(("a", n) for n in "bcdefg"), *((n, "z") for n in "bcdefg")]
    return Map(
        title="Seven",
        statements=tuple(Statement(id=n, kind="claim", text=f"This is {n}.") for n in names),
        relations=tuple(
            Relation(id=f"{a}-{b}", source=a, target=b, kind="support") for a, b in ways
        ),
    )


def test_more_routes_are_shown_on_demand(opened: Opener) -> None:
    shown = opened(seven(), address="#p=a,z")
    ways = shown.locator(f"{ANSWER} .way")
    expect(ways).to_have_count(5)
    assert "There are more routes." not in shown.text(ANSWER)
    expect(shown.locator("#path-more")).to_have_text("Show more routes")

    shown.locator("#path-more").press("Enter")

    expect(ways).to_have_count(7)
    expect(ways.nth(5)).to_be_focused()
    expect(shown.locator("#path-more")).to_have_count(0)
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#p=a,z,6")


def test_an_address_may_name_a_route_beyond_the_first_few(opened: Opener) -> None:
    shown = opened(seven(), address="#p=a,z,7")

    expect(shown.locator(f"{ANSWER} .way")).to_have_count(7)
    expect(shown.locator(f"{ANSWER} .way[aria-expanded=true]")).to_contain_text("Route 7")


def test_ends_are_chosen_by_their_ids_too(opened: Opener) -> None:
    shown = opened(small())
    open_path(shown)

    shown.fill("#path-from", "strai")
    expect(shown.locator("#path-from-list li").first).to_contain_text("Sunday work strains")
    shown.fill("#path-from", "open")
    expect(shown.locator("#path-from-list li").first).to_contain_text("Open on Sundays")
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#p=open,&w=path")


def test_enter_takes_the_only_statement_that_fits_and_shows_which(opened: Opener) -> None:
    shown = opened(small())
    open_path(shown)
    rows = shown.locator("#path-from-list li")

    shown.fill("#path-from", "strain")
    expect(rows.first).to_have_attribute("aria-selected", "true")
    expect(shown.locator("#path-from")).to_have_attribute(
        "aria-activedescendant", "path-from-list-0"
    )
    shown.keyboard.press("Enter")

    assert shown.url.endswith("#p=strain,&w=path")


def test_enter_guesses_nothing_where_several_fit(opened: Opener) -> None:
    shown = opened(small())
    open_path(shown)
    rows = shown.locator("#path-from-list li")

    shown.fill("#path-from", "sunday")
    expect(shown.locator("#path-from-count")).to_have_text("3 statements found")
    expect(shown.locator("#path-from-list [aria-selected=true]")).to_have_count(0)
    shown.keyboard.press("Enter")

    expect(shown.locator("#path-from-count")).to_have_text(
        "“sunday” fits 2 statements, and nothing is guessed: choose one."
    )
    expect(rows).to_have_count(3)
    assert "p=" not in shown.url
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#p=strain,&w=path")


def test_a_misspelt_name_offers_near_ones_and_takes_none_by_itself(opened: Opener) -> None:
    shown = opened(small())
    open_path(shown)

    shown.fill("#path-from", "employes")
    expect(shown.locator("#path-from-count")).to_have_text("Nothing found. The nearest:")
    expect(shown.locator("#path-from-list li")).to_have_count(3)
    shown.keyboard.press("Enter")
    assert "p=" not in shown.url
    shown.locator("#path-from-list li", has_text="willing").click()

    assert shown.url.endswith("#p=willing,&w=path")


def test_what_meets_nowhere_is_told_as_large_as_the_rest(opened: Opener) -> None:
    pair = tuple(Statement(id=n, kind="claim", text=f"This is {n}.") for n in "ab")
    shown = opened(Map(title="Apart", statements=pair), address="#p=a,b")

    expect(shown.locator(f"{ANSWER} .preface")).to_have_text(
        [
            "Neither of “This is a” and “This is b” bears on the other.",
            "They meet nowhere: no statement rests on both, and none bears on both.",
            "They are not connected: “This is a” stands alone; “This is b” stands alone.",
        ]
    )
    expect(shown.locator(f"{ANSWER} .preface").last).to_be_visible()


def test_the_hint_makes_room_for_a_path(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,")
    hint = shown.locator("#hint")
    expect(hint).to_be_hidden()

    fresh = opened(small())
    hint = fresh.locator("#hint")
    expect(hint).to_be_visible()
    open_path(fresh)
    pick(fresh, "from", "survey")
    expect(hint).to_be_hidden()


def test_a_page_made_for_a_path_opens_with_it(opened: Opener) -> None:
    shown = opened(small(), path=("survey", "willing"))

    expect(shown.locator(f"{ANSWER} .outcome")).to_contain_text("supports “Employees are willing”")
    assert shown.url.endswith("#p=survey,willing")
    shown.click("#path-clear")
    shown.page.reload()
    expect(shown.locator("#path-how")).to_be_visible()
    expect(shown.locator(f"{ANSWER} .outcome")).to_have_count(0)


def test_an_address_goes_before_the_path_that_a_page_was_made_for(opened: Opener) -> None:
    shown = opened(small(), path=("survey", "willing"), address="#s=strain")

    expect(shown.locator("#sheet .text")).to_contain_text("Sunday work strains")
    assert shown.url.endswith("#s=strain")


def test_what_finds_nothing_lies_over_nothing(opened: Opener) -> None:
    shown = opened(small())
    open_path(shown)

    shown.fill("#path-from", "zzz")
    shown.locator("#path-to").click()

    expect(shown.locator("#path-to")).to_be_focused()


def test_clearing_goes_back_to_the_first_box(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,open")

    shown.locator("#path-clear").press("Enter")

    expect(shown.locator("#path-from")).to_be_focused()


def test_a_meeting_point_leads_to_the_paths_that_meet(opened: Opener) -> None:
    shown = opened(small(), address="#p=wishes,survey")

    shown.locator(f"{ANSWER} .points a", has_text="supports it").first.click()

    assert shown.url.endswith("#p=wishes,open")
    expect(shown.locator(f"{ANSWER} .outcome")).to_contain_text("one route")


def test_paper_tells_that_there_are_more_routes(opened: Opener) -> None:
    shown = opened(seven(), address="#p=a,z")

    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert "There are more routes." in shown.locator("#paper .told").text_content()
    assert shown.locator("#paper .told [hidden]").count() == 0


def test_paper_tells_all_routes(opened: Opener) -> None:
    shown = opened(small(), address="#p=survey,open")

    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")

    paper = shown.locator("#paper")
    assert paper.locator(".verdict").count() == 3
    assert "Route 3: undermines, three steps, three contrasts" in paper.inner_text()
    assert paper.locator("a[href^='#'], button, [hidden]").count() == 0
