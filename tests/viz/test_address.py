"""The address: what it can say comes back, and the page follows it both ways."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Relation, Statement
from argmap.claims.storage import load
from argmap.viz import frontend
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import grown, small

pytestmark = pytest.mark.browser

ODD = (
    "100 %", "a&b=c", "#1", "two words", "👨‍👩‍👧", "\"'`", "a,b", "(x)!*~", "k:v", "日本語",
    "+", "%41",
)  # fmt: skip
WHOLE: dict[str, Any] = {
    "chosen": ODD[0],
    "relation": ODD[1],
    "focus": ODD[2],
    "reach": 3,
    "folded": list(ODD),
    "opened": list(ODD[3:6]),
    "path": [ODD[6], ODD[7]],
    "pair": [ODD[8], ""],
    "hidden": [["kind", "claim"], ["holder", ODD[8]], ["section", "2"]],
    "tint": "holder",
    "direction": "down",
    "query": ODD[9],
    "part": "outline",
}


def run(opened: Opener, code: str, argument: object = None) -> Any:
    """Run JavaScript that knows the address's own functions, and nothing of the page."""
    shown = opened(Map(title="Nothing"), bypass_csp=True)
    shown.page.evaluate(
        frontend.script("address").removesuffix("}")
        + "globalThis.parse = parseAddress; globalThis.format = formatAddress; };0"
    )
    return shown.page.evaluate(code, argument)


def test_all_that_an_address_says_comes_back(opened: Opener) -> None:
    cases = [
        WHOLE,
        {},
        *({name: WHOLE[name]} for name in WHOLE if name not in {"focus", "reach"}),
        *({"chosen": odd} for odd in ODD),
        {"path": ["a", ""]},
        {"path": ["", "b"]},
        {"pair": ["", ""]},
    ]

    told = run(opened, "cases => cases.map((one) => [format(one), parse(format(one))])", cases)

    assert [back for _, back in told] == cases
    for address, _ in told:
        assert address.isascii()
        assert not set(address) & set(" \"'()<>`!*~+")


def test_no_text_is_too_odd_for_an_address(opened: Opener) -> None:
    odd = [
        "", "#", "##", "#=", "#&&", "#s", "#s=", "#s=%", "#s=%E0%A4%A", "#f=a,0", "#f=a,-1",
        "#f=a,1e9", "#f=a,x,y", "#p=", "#p=,", "#p=a,b,c", "#h=", "#h=x", "#h=:", "#s=a&s=b",
        "#constructor=1&__proto__=2", "#q=%00", "#t=&d=&c=,,",
    ]  # fmt: skip

    told = run(opened, "odd => odd.map((one) => [format(parse(one)), parse(one)])", odd)
    again = run(opened, "odd => odd.map((one) => format(parse(one)))", [one for one, _ in told])

    assert again == [one for one, _ in told]
    assert told[odd.index("#s=a&s=b")][1] == {"chosen": "a"}
    assert told[odd.index("#s=%")][1] == {}
    assert told[odd.index("#f=a,0")][1] == {"focus": "a", "reach": 1}


def test_a_lone_surrogate_is_no_error(opened: Opener) -> None:
    assert run(opened, "() => format({chosen: 'a\\ud800b'})") == "#s=a%EF%BF%BDb"


def odd_map() -> Map:
    return Map(
        title="Odd",
        statements=tuple(
            Statement(id=name, kind="claim", text=f"Text {n}", main=n == 0)
            for n, name in enumerate(ODD)
        ),
        relations=tuple(
            Relation(id=f"{name}-", source=name, target=ODD[0], kind="support") for name in ODD[1:]
        ),
    )


def test_the_address_of_an_odd_id_opens_it(opened: Opener) -> None:
    shown = opened(odd_map())
    for n in range(len(ODD)):
        shown.locator("#outline .row").nth(n).click()
    address = shown.page.evaluate("location.hash")

    other = opened(odd_map(), address=address)

    assert other.text("#sheet .text") == f"Text {len(ODD) - 1}" == shown.text("#sheet .text")


def test_choices_can_be_gone_back_from_and_words_cannot(opened: Opener) -> None:
    shown = opened(small())
    length = "history.length"
    before = shown.page.evaluate(length)

    shown.keyboard.press("/")
    shown.keyboard.type("sunday")
    assert shown.page.evaluate(length) == before
    assert shown.url.endswith("#q=sunday")
    shown.keyboard.press("Enter")
    assert shown.page.evaluate(length) == before + 1
    shown.go_back()

    expect(shown.locator("#details")).to_be_hidden()
    assert shown.locator("#query").input_value() == "sunday"
    shown.go_forward()
    expect(shown.locator("#details")).to_be_visible()


def test_a_link_shows_the_words_that_were_searched(opened: Opener) -> None:
    shown = opened(small(), address="#s=open&q=employees%20want")

    assert shown.locator("#query").input_value() == "employees want"
    expect(shown.locator("#hits-pane")).to_be_hidden()
    shown.focus("#query")
    assert shown.text("#hits-count") == "2 statements found"
    assert shown.text("#sheet .text").startswith("Shops should")


def test_an_address_typed_by_hand_is_followed_and_what_is_unknown_left_out(opened: Opener) -> None:
    shown = opened(small(), address="#s=gone&r=gone&f=gone,2&c=gone&p=gone,gone&h=holder:gone,x")
    expect(shown.locator("#details")).to_be_hidden()
    before = shown.page.evaluate("history.length")

    shown.page.evaluate("location.hash = 's=willing&f=gone&t=stripes&d=sideways'")

    expect(shown.locator("#sheet .text")).to_have_text("Employees are willing.")
    assert shown.page.evaluate("history.length") == before + 1


SNAPSHOT = """() => {
    const { body } = document;
    document.querySelector("#hint").hidden = true;
    document.querySelector("#live").textContent = "";
    document.querySelector("#print-outline").checked = false;
    dispatchEvent(new Event("beforeprint"));
    const picture = [...document.querySelectorAll("#paper svg")].map((svg) => svg.outerHTML).join();
    dispatchEvent(new Event("afterprint"));
    const states = "[aria-pressed], [aria-expanded]:not(li, #filters-open), input";
    const told = [...document.querySelectorAll(states)].filter(
        (one) => one.checkVisibility() || one.closest("#filters"));
    // Which branches of the outline are open is not the view's; which line is chosen is.
    const outline = document.querySelector("#outline");
    const chosen = [...outline.querySelectorAll("[aria-selected=true] > .row")];
    outline.hidden = true;
    const words = body.innerText;
    outline.hidden = false;
    return {
        words,
        chosen: chosen.map((row) => row.textContent).join(),
        picture,
        states: told.map((one) => [
            one.id || one.textContent, one.ariaPressed, one.ariaExpanded, one.value, one.checked,
        ].join()),
        view: [body.dataset.side, ...[...body.classList].sort()].join(" "),
    };
}"""


def steps(shown: Opened) -> Iterator[str]:
    """Bring a page from state to state as a reader does; yield what its address must tell."""
    yield from choosing(shown)
    yield from asking(shown)
    yield from comparing(shown)


def choosing(shown: Opened) -> Iterator[str]:
    shown.locator("mark").first.click()
    yield "s="
    shown.locator("#sheet .steps .word").first.click()
    yield "r="
    shown.click("#details-close")
    yield ""
    shown.click(".side [data-open=outline]")
    yield "w=outline"
    shown.locator("#outline .row").nth(2).click()
    yield "s="
    shown.get_by_role("button", name="Show what is near").click()
    yield ",1"
    shown.click("#reach-more")
    yield ",2"
    shown.click("#scope-all")
    yield "s="
    shown.locator("#map").focus()
    shown.keyboard.press("Home")
    yield "s=stalemate"
    shown.keyboard.press("Space")
    yield "c="
    shown.click("#scope-all")
    yield "s="


def asking(shown: Opened) -> Iterator[str]:
    shown.keyboard.press("p")
    yield "p=stalemate,"
    shown.locator("#outline .row").nth(4).click()
    yield "p=stalemate,"
    shown.get_by_role("button", name="Path to here").click()
    yield "p=stalemate,"
    shown.click("#path-swap")
    yield ",stalemate"
    shown.click(".side [data-open=article]")
    yield "w=article"
    shown.click(".side [data-open=path]")
    yield "p="
    shown.click("#path-clear")
    yield "w=path"


def comparing(shown: Opened) -> Iterator[str]:
    for group, name, value in (
        ("Statements", "Evidence", "kind:evidence"),
        ("Relations", "Contrasts", "relation:contrast"),
        ("Held by", "Moscow", "holder:"),
        ("In the section", "Strategic", "section:"),
    ):
        shown.click("#filters-open")
        shown.get_by_role("group", name=group).locator("label", has_text=name).first.click()
        shown.keyboard.press("Escape")
        yield value
    shown.click("#filtered-none")
    yield ""
    shown.click("#filters-open")
    shown.locator("#filters label", has_text="Holder").click()
    shown.keyboard.press("Escape")
    yield "t=holder"
    shown.click("#direction")
    yield "d=down"
    shown.click(".side [data-open=sides]")
    yield "w=sides"
    shown.locator(".pair").nth(1).click()
    yield "v="
    shown.locator(".contrasts button").first.click()
    yield "r="


def snapshot(shown: Opened) -> dict[str, str]:
    """What a page tells and draws."""
    told: dict[str, str] = shown.page.evaluate(SNAPSHOT)
    return told


def test_every_state_is_in_the_address_and_can_be_gone_back_to(opened: Opener) -> None:
    m = load("us-russia")
    sender, receiver = opened(m), opened(m)
    blank = receiver.url
    states = [("", snapshot(sender))]
    for piece in steps(sender):
        address = sender.page.evaluate("location.hash")
        assert piece in unquote(address)
        states.append((address, snapshot(sender)))
        receiver.goto("about:blank")
        receiver.goto(blank + address)
        assert snapshot(receiver) == states[-1][1], address

    for address, before in reversed(states[:-1]):
        sender.page.evaluate("history.back()")
        sender.page.wait_for_function("address => location.hash === address", arg=address)
        assert snapshot(sender) == before, address
    for address, _ in states[1:]:
        sender.page.evaluate("history.forward()")
        sender.page.wait_for_function("address => location.hash === address", arg=address)
    assert snapshot(sender) == states[-1][1]


def test_a_narrow_page_tells_which_part_fills_it(opened: Opener) -> None:
    narrow = {"viewport": {"width": 390, "height": 844}}
    shown = opened(small(), **narrow)

    shown.click(".tabs [data-open=article]")
    shown.locator("mark").first.click()
    expect(shown.locator("#sheet")).to_be_visible()
    assert shown.url.endswith("#s=open")
    shown.click(".tabs [data-open=map]")
    assert shown.url.endswith("#s=open&w=map")
    other = opened(small(), address="#s=open&w=map", **narrow)
    expect(other.locator("#map")).to_be_visible()
    shown.go_back()
    expect(shown.locator("#sheet")).to_be_visible()
    shown.go_back()
    expect(shown.locator("#article")).to_be_visible()
    shown.go_back()
    expect(shown.locator("#map")).to_be_visible()
    expect(shown.locator("#article")).to_be_hidden()


def test_a_link_from_a_narrow_page_is_good_on_a_wide_one(opened: Opener) -> None:
    shown = opened(small(), address="#s=open&w=map")

    expect(shown.locator("#sheet")).to_be_visible()
    expect(shown.locator("#article")).to_be_visible()


def test_what_was_opened_of_a_large_map_is_open_for_others(opened: Opener) -> None:
    shown = opened(grown(400))
    shown.locator("#map").focus()
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"):
        shown.keyboard.press(key)
    address = shown.page.evaluate("location.hash")
    assert "o=" in address

    other = opened(grown(400), address=address)

    assert snapshot(other) == snapshot(shown)


def test_garbled_addresses_change_nothing(opened: Opener) -> None:
    shown = opened(small())
    plain = snapshot(shown)

    for garbled in (
        "s=__proto__", "r=constructor", "f=,", "c=%00", "o=%FF", "p=,,,,",
        "v=author", "v=unions,author", "v=toString,valueOf", "h=kind:", "h=kind:stripes,:,x:y",
        "t=toString", "d=__proto__", "w=__proto__", "w=map", "w=details", "&&==&", "%", "q=%E0%A4",
    ):  # fmt: skip
        shown.page.evaluate("hash => { location.hash = hash; }", garbled)
        shown.page.evaluate("() => new Promise((done) => setTimeout(done))")
        assert snapshot(shown) == plain, garbled
