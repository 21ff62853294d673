"""The address: what it can say comes back, and the page follows it both ways."""

from typing import Any

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Relation, Statement
from argmap.viz import frontend
from tests.viz.conftest import Opener
from tests.viz.samples import small

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
    "hidden": [["kind", "claim"], ["holder", ODD[8]], ["section", "2"]],
    "tint": "holder",
    "direction": "down",
    "query": ODD[9],
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
