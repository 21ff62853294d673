"""Who disagrees with whom, and the details of relations, in a real browser."""

import pytest
from playwright.sync_api import expect

from argmap.claims.model import Map, Relation, RelationRef, Statement
from argmap.claims.storage import load
from argmap.graph.figures import stats
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import hostile, small

pytestmark = pytest.mark.browser


def pairs(shown: Opened) -> list[list[str]]:
    found: list[list[str]] = [
        button.locator("span").all_inner_texts() for button in shown.locator(".pair").all()
    ]
    return found


def test_contrasts_are_grouped_by_pairs_of_holders(opened: Opener) -> None:
    shown = opened(small())
    shown.click("[data-open=sides] >> visible=true")

    assert pairs(shown) == [["The author – Unions", "1"], ["Unions – Nobody named", "1"]]  # noqa: RUF001
    shown.locator(".pair").first.focus()
    shown.keyboard.press("Enter")
    expect(shown.locator(".pair").first).to_have_attribute("aria-expanded", "true")
    assert shown.locator(".contrasts button").all_inner_texts() == [
        "Sunday work strains family life.\n▼ is set against\nOpen on Sundays"
    ]
    shown.locator(".pair").last.click()
    assert shown.locator(".contrasts button").all_inner_texts() == [
        (
            "In a survey of 2,000 employees, 61 % wanted Sunday shifts.\n"
            "▼ questions a step from\nSunday work strains family life."
        )
    ]
    shown.locator(".contrasts button").click()
    assert "questions the step from" in shown.text("#sheet .text")
    shown.locator(".pair").last.click()
    expect(shown.locator(".contrasts")).to_have_count(0)


def test_pairs_are_those_that_the_command_line_counts(opened: Opener) -> None:
    m = load("us-russia")
    shown = opened(m)
    shown.click("[data-open=sides] >> visible=true")

    names = {holder.holder: holder.name for holder in stats(m).holders}
    counted = {
        frozenset((names[dispute.holder], names[dispute.against])) for dispute in stats(m).disputes
    }
    listed = pairs(shown)
    assert {
        frozenset(title.removesuffix(", on both sides").split(" – "))  # noqa: RUF001
        for title, _ in listed
    } == counted
    assert len(listed) == len(counted)
    across = [int(size) for title, size in listed if "on both sides" not in title]
    assert across == sorted(across, reverse=True)


def test_leaving_the_light_closes_the_pair(opened: Opener) -> None:
    shown = opened(small())
    shown.click("[data-open=sides] >> visible=true")
    shown.locator(".pair").first.click()

    shown.locator("#map").focus()
    shown.keyboard.press("Escape")

    expect(shown.locator(".pair").first).to_have_attribute("aria-expanded", "false")


def test_a_map_without_contrasts_says_so(opened: Opener) -> None:
    shown = opened(Map(title="Peace", statements=small().statements))
    shown.click("[data-open=sides] >> visible=true")

    assert "No statement of this map contrasts" in shown.text("#sides-note")


def test_holders_in_hostile_words_stay_words(opened: Opener) -> None:
    shown = opened(hostile())
    shown.click("[data-open=sides] >> visible=true")

    shown.locator(".pair").first.click()

    assert shown.locator("#sides-pane img").count() == 0


def test_a_relation_tells_all_about_itself(opened: Opener) -> None:
    m = small()
    shown = opened(m, address="#r=willing-open")

    assert shown.text("#sheet .kind") == "▲ Support"
    assert shown.text("#sheet .text") == (
        "“Employees are willing” and “What employees want should count” together support "
        "“Open on Sundays”."
    )
    assert "They decide together." in shown.text("#sheet dl")
    assert shown.locator("#sheet h3").all_inner_texts() == ["From, only together", "To"]
    expect(shown.locator("#live")).to_contain_text("together support")
    shown.locator("#sheet .statement").last.click()
    assert shown.url.endswith("#s=open")


def test_an_undercut_leads_to_the_step_and_back(opened: Opener) -> None:
    shown = opened(small(), address="#r=undercut")

    assert shown.text("#sheet .kind") == "▼ Contrast of a step"
    shown.locator("#sheet .word").click()
    assert shown.url.endswith("#r=strain-open")
    assert shown.text("#sheet .kind") == "▼ Mutual contrast"
    assert "What is said about this step (1)" in shown.text("#sheet")
    shown.locator("#sheet .word").click()
    assert shown.url.endswith("#r=undercut")


def test_a_statement_leads_to_its_relations(opened: Opener) -> None:
    shown = opened(small(), address="#s=open")

    shown.locator("#sheet .word").first.focus()
    shown.keyboard.press("Enter")

    assert shown.url.endswith("#r=willing-open")
    shown.keyboard.press("Escape")
    expect(shown.locator("#details")).to_be_hidden()


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (Relation(id="r", source="a", target="b", kind="contrast"), "“A” contrasts with “B”."),
        (
            Relation(id="r", source="a", target="b", kind="contrast", linked=("c",)),
            "“A” and “C” together contrast with “B”.",
        ),
        (
            Relation(id="r", source="a", target=RelationRef("z"), kind="support", linked=("c",)),
            "“A” and “C” back the step from “C” to “B”.",
        ),
    ],
)
def test_every_kind_of_relation_is_told(opened: Opener, relation: Relation, told: str) -> None:
    m = Map(
        title="Kinds",
        statements=tuple(Statement(id=i, kind="claim", text=f"{i.upper()}.") for i in "abc"),
        relations=(relation, Relation(id="z", source="c", target="b", kind="support")),
    )
    shown = opened(m, address="#r=r")

    assert shown.text("#sheet .text") == told


def test_on_a_narrow_screen_a_relation_opens_the_details(opened: Opener) -> None:
    shown = opened(small(), viewport={"width": 390, "height": 844})
    shown.click(".tabs [data-open=sides]")
    shown.locator(".pair").first.click()

    shown.locator(".contrasts button").click()

    expect(shown.locator("#sheet")).to_contain_text("is set against")
