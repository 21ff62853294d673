"""The outline: what questions a step stands below the premise from which the step starts."""

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Relation, RelationRef, Statement
from tests.viz.conftest import Opener
from tests.viz.samples import small

pytestmark = pytest.mark.browser


def test_what_questions_a_step_stands_below_its_premise(opened: Opener) -> None:
    shown = opened(small(), address="#s=survey")
    shown.locator(".side [data-open=outline]").click()

    chosen = shown.locator("#outline [aria-selected='true']")
    expect(chosen).to_be_visible()
    expect(chosen).to_contain_text("▼ questions that step: In a survey")
    expect(chosen).to_have_attribute("aria-level", "3")
    premise = chosen.locator("xpath=ancestor::li[1]/div")
    expect(premise).to_contain_text("Sunday work strains family life.")


def test_what_questions_a_question_stands_deeper_still(opened: Opener) -> None:
    m = Map(
        title="M",
        statements=tuple(Statement(id=n, kind="claim", text=f"Statement {n}.") for n in "abcd"),
        relations=(
            Relation(id="r", source="b", target="a", kind="support"),
            Relation(id="q", source="c", target=RelationRef("r"), kind="contrast"),
            Relation(id="p", source="d", target=RelationRef("q"), kind="contrast"),
        ),
    )
    shown = opened(m, address="#s=d")

    chosen = shown.locator("#outline [aria-selected='true']")
    expect(chosen).to_be_visible()
    expect(chosen).to_have_attribute("aria-level", "4")
    texts = shown.locator("#outline .words").all_inner_texts()
    assert [text[-2] for text in texts] == list("abcd")


def test_a_search_is_over_when_something_else_is_chosen(opened: Opener) -> None:
    shown = opened(small())
    shown.locator(".side [data-open=outline]").click()
    shown.fill("#query", "willing")
    shown.keyboard.press("Enter")
    expect(shown.locator("#query")).to_have_value("willing")

    shown.locator("#outline .words", has_text="Sunday work strains").first.click()

    expect(shown.locator("#query")).to_have_value("")
    assert "q=" not in shown.page.url
