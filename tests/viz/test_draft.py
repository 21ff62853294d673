"""A draft on the page: what is proposed, and what is left to settle."""

import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import expect
from pygraphviz import AGraph

from argmap.viz.drafts import has_proposed, suggested, to_place
from argmap.viz.draw import draw
from tests.viz.conftest import Opened, Opener
from tests.viz.samples import drafted, small

OPEN = "#filters-open"


def test_suggestions_that_are_taken_over_are_settled() -> None:
    assert [(s["from"], s["to"], s["kind"]) for s in suggested(drafted())] == [
        (4, 0, "contrast"),
        (1, 2, "contrast"),
        (1, 2, "support"),
    ]


def test_statements_that_a_relation_touches_have_their_place() -> None:
    assert to_place(drafted()) == [4]


def test_a_map_without_proposals_is_no_draft() -> None:
    assert has_proposed(drafted())
    assert not has_proposed(small())


def test_the_svg_tells_what_is_proposed_without_colour() -> None:
    told = draw(drafted(), "svg").decode()

    assert 'class="evidence proposed"' in told
    assert 'class="support proposed"' in told
    assert ">proposed</text>" in told
    assert ">proposed</text>" not in draw(small(), "svg").decode()
    ET.fromstring(told)  # noqa: S314


def test_the_dot_file_tells_what_is_proposed() -> None:
    graph = AGraph(string=draw(drafted(), "dot").decode())

    assert graph.get_node("survey").attr["style"] == "filled,dotted"
    assert graph.get_node("survey").attr["signal"] == "'survey'"
    edge = graph.get_edge("survey", "willing").attr
    assert (edge["style"], edge["arrowhead"], edge["status"]) == ("dotted", "onormal", "proposed")


def switch(shown: Opened, group: str) -> None:
    shown.get_by_role("group", name=group).locator("label", has_text="Proposed").click()


@pytest.mark.browser
def test_details_tell_what_is_proposed_and_for_what(opened: Opener) -> None:
    shown = opened(drafted(), address="#s=survey")
    assert shown.text("#sheet .kind") == "Evidence · statistic · proposed"
    assert "Signal\n'survey'" in shown.text("#sheet dl")
    assert "Proposed: 'for' opens a reason" in shown.text("#sheet")
    shown.evaluate("location.hash = 'r=survey-willing'")
    expect(shown.locator("#sheet .kind")).to_have_text("▲ Support · proposed")
    assert "Certainty\n62 %\nSignal\n'for' opens a reason" in shown.text("#sheet dl")


@pytest.mark.browser
def test_what_is_proposed_can_be_hidden(opened: Opener) -> None:
    shown = opened(drafted())
    shown.click(OPEN)
    switch(shown, "Statements")
    expect(shown.locator("#filters-count")).to_have_text("2 statements are hidden by the filter")
    assert "h=kind:proposed" in shown.evaluate("decodeURIComponent(location.hash)")
    shown.go_back()
    expect(shown.locator("#filters-count")).to_have_text("Nothing is hidden")
    switch(shown, "Relations")
    expect(shown.locator("#filters-count")).to_have_text("Relations alone are hidden by the filter")
    shown.keyboard.press("Escape")

    shown.evaluate("location.hash = 'h=relation:proposed&r=survey-willing'")
    expect(shown.locator("#filtered")).to_be_hidden()


@pytest.mark.browser
def test_the_legend_tells_of_proposals_only_where_there_are_some(opened: Opener) -> None:
    expect(opened(drafted()).locator("#legend-proposed")).to_be_visible()
    expect(opened(small()).locator("#legend-proposed")).to_be_hidden()
