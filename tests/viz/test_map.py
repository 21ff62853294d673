"""Focus, folding, direction and large maps, as a reader uses them by mouse and by keyboard."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Statement
from tests.graph.sketches import sketch
from tests.viz.axe import violations
from tests.viz.conftest import Opened, Opener
from tests.viz.plans import plan_of
from tests.viz.samples import grown, small

pytestmark = pytest.mark.browser

# main rests on a and b, a on c and d.
M = sketch("a + main", "b - main", "c + a", "d + a", main="main")


def press(shown: Opened, *keys: str) -> None:
    shown.locator("#map").focus()
    for key in keys:
        shown.page.keyboard.press(key)


def point_of(shown: Opened, m: Map, key: str, *, right: bool = False) -> tuple[float, float]:
    """Where a statement's box, or its right edge, is on a screen that shows the whole map."""
    field = shown.page.locator("#map").bounding_box()
    assert field
    told = plan_of(shown.page, m)
    xs, ys = ([told[axis][k] for k in told["shown"]] for axis in ("x", "y"))
    tall = [told["h"][k] / 2 for k in told["shown"]]
    left, end = min(xs) - 136, max(xs) + 136
    top = min(y - h for y, h in zip(ys, tall, strict=True))
    bottom = max(y + h for y, h in zip(ys, tall, strict=True))
    scale = min((field["width"] - 64) / (end - left), (field["height"] - 64) / (bottom - top), 1.15)
    place = next(k for k, s in enumerate(m.statements) if s.id == key)
    x = told["x"][place] + (136 if right else 0) - (left + end) / 2
    y = told["y"][place] - (top + bottom) / 2
    return (
        field["x"] + field["width"] / 2 + x * scale,
        field["y"] + field["height"] / 2 + y * scale,
    )


def test_a_focus_is_entered_grown_and_left_by_keyboard(opened: Opener) -> None:
    shown = opened(M, address="#s=c")
    words = shown.locator("#scope-words")

    press(shown, "f")
    expect(words).to_have_text("Around “This is c.” · 1 step · 3 hidden")
    press(shown, "]")
    expect(words).to_have_text("Around “This is c.” · 2 steps · 1 hidden")
    press(shown, "]")
    expect(words).to_have_text("Around “This is c.” · 3 steps · 0 hidden")
    press(shown, "]", "[")
    expect(words).to_have_text("Around “This is c.” · 2 steps · 1 hidden")
    press(shown, "Escape")
    expect(shown.locator("#scope")).to_be_hidden()
    assert "All statements are shown" in shown.text("#live")


def test_a_focus_is_entered_grown_and_left_by_mouse(opened: Opener) -> None:
    shown = opened(M, address="#s=c")

    shown.get_by_role("button", name="Show what is near").click()
    expect(shown.locator("#reach-less")).to_be_disabled()
    shown.get_by_role("button", name="One step more").click()
    expect(shown.locator("#scope-words")).to_contain_text("2 steps")
    shown.get_by_role("button", name="One step less").click()
    expect(shown.locator("#scope-words")).to_contain_text("1 step ·")
    shown.get_by_role("button", name="Show all").click()

    expect(shown.locator("#scope")).to_be_hidden()
    expect(shown.locator("#map")).to_be_focused()


def test_a_focus_goes_with_the_choice(opened: Opener) -> None:
    shown = opened(M, address="#s=c&f=c,2")

    press(shown, "ArrowLeft")

    expect(shown.locator("#scope-words")).to_contain_text("Around “This is a.” · 2 steps")
    shown.go_back()
    expect(shown.locator("#scope-words")).to_contain_text("Around “This is c.”")


def test_reasons_fold_and_open_by_keyboard(opened: Opener) -> None:
    shown = opened(M, address="#s=a")
    words = shown.locator("#scope-words")

    press(shown, " ")
    expect(words).to_have_text("3 statements shown · 2 folded away")
    assert "2 folded away" in shown.text("#live")
    press(shown, "ArrowRight")
    expect(shown.locator("#scope")).to_be_hidden()
    press(shown, "ArrowRight", " ")
    expect(shown.locator("#scope")).to_be_hidden()


def test_reasons_fold_and_open_by_mouse(opened: Opener) -> None:
    shown = opened(M)
    shown.click("#zoom-fit")
    x, y = point_of(shown, M, "a", right=True)

    shown.page.mouse.move(x - 60, y)
    shown.page.mouse.click(x + 9, y)

    expect(shown.locator("#scope-words")).to_have_text("3 statements shown · 2 folded away")
    shown.get_by_role("button", name="Unfold all").click()
    expect(shown.locator("#scope")).to_be_hidden()


def test_a_badge_opens_what_it_hides(opened: Opener) -> None:
    folded = sketch("a + main", main="main")
    shown = opened(folded, address="#c=main")
    field = shown.locator("#map").bounding_box()
    assert field
    shown.click("#zoom-fit")

    # One box is left, in the middle, and its badge at the middle of its right edge.
    x, y = field["x"] + field["width"] / 2, shown.locator("#map").bounding_box()
    assert y
    shown.page.mouse.click(x + 136 * 1.15 + 4, y["y"] + y["height"] / 2)

    expect(shown.locator("#scope")).to_be_hidden()


def test_choosing_what_is_folded_away_opens_the_way_to_it(opened: Opener) -> None:
    shown = opened(M, address="#c=main")
    expect(shown.locator("#scope-words")).to_contain_text("4 folded away")

    shown.fill("#query", "is d")
    shown.keyboard.press("Enter")

    expect(shown.locator("#scope")).to_be_hidden()


def test_the_map_goes_down_and_across(opened: Opener) -> None:
    shown = opened(M, address="#s=main")
    turn = shown.get_by_role("button", name="Let the map go down")

    turn.click()
    expect(turn).to_have_attribute("aria-pressed", "true")
    press(shown, "ArrowDown")
    assert shown.page.evaluate("location.hash").startswith("#s=a")
    press(shown, "ArrowRight")
    assert shown.page.evaluate("location.hash").startswith("#s=b")
    press(shown, "ArrowUp", "d")
    expect(turn).to_have_attribute("aria-pressed", "false")
    assert shown.page.evaluate("location.hash") == "#s=main"


def test_a_click_on_a_line_chooses_the_relation(opened: Opener) -> None:
    shown = opened(M)
    shown.click("#zoom-fit")
    (x, y), (other, below) = point_of(shown, M, "main", right=True), point_of(shown, M, "b")

    # The middle of an S-curve lies in the middle between its ends.
    for step in range(-12, 13, 4):
        shown.page.mouse.click((x + other - 136) / 2, (y + below) / 2 + step)
        if "r=" in shown.page.evaluate("location.hash"):
            break

    assert "r=b-main" in shown.page.evaluate("location.hash")


def test_a_large_map_opens_folded_to_its_top(opened: Opener) -> None:
    shown = opened(grown(900))
    words = shown.locator("#scope-words")
    standing = int(shown.text("#scope-words").split(" ")[0])

    assert 10 <= standing <= 60
    expect(words).to_contain_text(f"{900 - standing} folded away")
    shown.fill("#query", "energy")
    shown.keyboard.press("Enter")
    shown.keyboard.press("Escape")
    expect(shown.locator("#details")).to_be_visible()


def test_a_large_map_unfolds_a_part_at_a_time(opened: Opener) -> None:
    shown = opened(grown(1200))
    counts = []
    while shown.locator("#scope").is_visible():
        counts.append(int(shown.text("#scope-words").split(" ")[0].replace(",", "")))
        more = 1200 - counts[-1] > 400
        expect(shown.locator("#scope-all")).to_have_text("Unfold more" if more else "Unfold all")
        shown.click("#scope-all")

    assert 3 <= len(counts) <= 8
    assert all(50 < now - before <= 400 for before, now in pairwise(counts))
    assert 1200 - counts[-1] <= 400


def test_a_large_map_is_walked_level_by_level(opened: Opener) -> None:
    shown = opened(grown(400))
    before = shown.text("#scope-words")

    press(shown, "Home", "ArrowRight", "ArrowRight", "ArrowRight")

    assert shown.text("#scope-words") != before
    expect(shown.locator("#details")).to_be_visible()


def test_a_narrow_screen_opens_on_the_main_claim_and_its_reasons(opened: Opener) -> None:
    shown = opened(grown(60), viewport={"width": 390, "height": 844})

    expect(shown.locator("#scope-words")).to_contain_text("folded away")


def test_what_a_narrow_page_opened_is_all_that_its_link_shows_on_a_wide_one(opened: Opener) -> None:
    narrow = opened(grown(60), viewport={"width": 390, "height": 844})
    narrow.locator(".tabs [data-open=outline]").click()
    narrow.locator("#outline [aria-level='3'] > .row").last.click()
    narrow.locator(".tabs [data-open=map]").click()
    address = narrow.page.evaluate("location.hash")
    assert "o=" in address

    wide = opened(grown(60), address=address)

    assert wide.text("#scope-words") == narrow.text("#scope-words")


def test_a_map_without_relations_has_nothing_to_fold(opened: Opener) -> None:
    alone = tuple(Statement(id=f"s{k}", kind="claim", text="Alone.") for k in range(310))
    shown = opened(Map(title="Alone", statements=alone), address="#s=s3")

    press(shown, " ", "f")

    expect(shown.locator("#scope-words")).to_contain_text("309 hidden")


PIXELS = """() => {
    const canvas = document.querySelector("#map canvas");
    return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.join();
}"""


@pytest.mark.parametrize("m", [small(), grown(400)], ids=["small", "large"])
def test_two_loads_give_one_picture(opened: Opener, m: Map) -> None:
    pictures = set()
    for _ in range(2):
        shown = opened(m)
        shown.wait_for_timeout(150)
        pictures.add(shown.page.evaluate(PIXELS))

    assert len(pictures) == 1


def test_what_a_path_lights_is_brought_onto_the_map(opened: Opener) -> None:
    shown = opened(M, address="#c=a&p=d,main")

    expect(shown.locator("#scope")).to_be_hidden()


@pytest.mark.parametrize("address", ["#s=c&f=c,2", "#s=a&c=a&d=down&t=holder"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_where_less_is_shown(opened: Opener, address: str, width: int) -> None:
    shown = opened(
        M,
        address=address,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if width < 1000 else "light",
        bypass_csp=True,
    )
    if width < 1000:
        shown.click(".tabs [data-open=map]")

    expect(shown.locator("#scope")).to_be_visible()
    assert violations(shown) == []
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["#direction", "#scope-all", "#reach-less", "#reach-more"])
def test_what_changes_how_much_is_shown_can_be_hit(opened: Opener, name: str) -> None:
    shown = opened(M, address="#s=c&f=c,2", viewport={"width": 390, "height": 844})
    shown.click(".tabs [data-open=map]")

    box = shown.locator(name).bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24


def test_folding_that_would_hide_nothing_says_so(opened: Opener) -> None:
    m = sketch("a + b", "a + c", "b + m", "c + m", main="m")
    shown = opened(m, address="#s=b")
    shown.locator("#map").focus()

    shown.keyboard.press("Space")

    assert "nothing to fold away" in (shown.locator("#live").text_content() or "")
    assert "c=" not in shown.url
