"""Short words have one size in a picture: the largest in which most boxes hold all of theirs."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from argmap.viz import frontend

pytestmark = pytest.mark.browser
# Every letter is half as wide as it is high.
ASK = (
    "(told) => {"
    + frontend.script("gist").removesuffix("}")
    + """
    const ctx = {
        font: "",
        measureText: (text) => ({ width: text.length * /[\\d.]+/.exec(ctx.font)[0] / 2 }),
    };
    const statements = told.words.map((short, id) => ({ id, short, text: short }));
    const { sized, gist } = createGist(statements, { width: 200, padX: 14, font: 13 });
    const plan = { boxes: statements.map(({ id }) => id), h: statements.map(() => 60) };
    const font = sized(ctx, plan, told.scale);
    const gists = statements.map((one) => gist(ctx, one, font || 13, 60));
    return { font, fonts: gists.map((one) => one.font), lines: gists.map(({ lines }) => lines) };
}}"""
)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def asked(blank: Page, words: list[str], scale: float) -> dict[str, Any]:
    told: dict[str, Any] = blank.evaluate(ASK, {"words": words, "scale": scale})
    return told


def test_text_that_can_be_read_needs_no_short_words(blank: Page) -> None:
    assert asked(blank, ["one"], 1)["font"] == 0


def test_few_words_are_larger_and_no_words_too_small(blank: Page) -> None:
    few = asked(blank, ["one", "two"], 0.5)["font"] * 0.5
    many = asked(blank, ["many words that do not fit at all " * 3] * 2, 0.5)["font"] * 0.5

    assert few > 12
    assert 10 <= many < 12


def test_one_long_text_does_not_make_all_others_small(blank: Page) -> None:
    long = "many words that do not fit at all " * 3

    assert asked(blank, [*["few words"] * 7, long], 0.5)["font"] * 0.5 > 12


def test_words_that_would_be_cut_are_smaller_where_they_fit_then(blank: Page) -> None:
    told = asked(blank, [*["few words"] * 7, "words of two lines"], 0.5)

    assert told["fonts"][0] == told["font"] > told["fonts"][7]
    assert told["fonts"][7] * 0.5 > 10
    assert " ".join(told["lines"][7]) == "words of two lines"


def test_what_is_left_out_is_told_by_an_ellipsis(blank: Page) -> None:
    told = asked(blank, ["many words that do not fit at all " * 3, "few"], 0.5)

    assert told["lines"][0][-1].endswith("…")
    assert told["lines"][1] == ["few"]
    assert told["fonts"] == [told["font"]] * 2
