"""A draft on the page: what is proposed, and what is left to settle."""

import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import expect
from pygraphviz import AGraph

from argmap.claims.model import Map, Statement, Suggestion
from argmap.claims.storage import dumps, loads
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
def test_outline_path_and_paper_tell_what_is_proposed(opened: Opener) -> None:
    shown = opened(drafted(), address="#p=survey,willing&w=outline")
    row = shown.locator("#outline .row.proposed", has_text="In a survey").first
    expect(row).to_contain_text("proposed ▲ supports: proposed In a survey")
    expect(shown.locator("#path-answer .verdict")).to_contain_text("One step is only proposed.")

    shown.evaluate("dispatchEvent(new Event('beforeprint'))")
    lines = shown.locator(".line", has_text="In a survey").all_text_contents()
    assert any(line.startswith("▲ supports: (proposed) In a survey") for line in lines)
    assert any("statistic · proposed" in line for line in lines)


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
    expect(opened(small()).locator("#legend-proposed")).to_have_count(0)


CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
ACCEPT = ".accept input"


def accept(shown: Opened, *places: int) -> str:
    """Tick suggestions, and return what the page copies of them."""
    for place in places:
        shown.locator(ACCEPT).nth(place).check()
    shown.click("#draft-copy")
    expect(shown.locator("#draft-told")).to_contain_text("Copied.")
    copied: str = shown.evaluate("navigator.clipboard.readText()")
    return copied


def pasted(file: str, copied: str) -> str:
    """Paste each piece where its first line says."""
    lines = file.splitlines()
    for piece in copied.split("# Under ")[1:]:
        where, _, text = piece.partition(":\n")
        name, _, listed = where.partition(", at the end of its ")
        at = lines.index(f"  {name}:") + 1
        while at < len(lines) and lines[at].startswith("    "):
            at += 1
        if listed:
            at = lines.index(f"    {listed}:", lines.index(f"  {name}:")) + 1
            while at < len(lines) and lines[at].startswith(("    -", "     ")):
                at += 1
        lines[at:at] = text.splitlines()
    return "\n".join(lines) + "\n"


@pytest.mark.browser
def test_accepted_suggestions_are_relations_once_they_are_pasted(opened: Opener) -> None:
    m = drafted()
    shown = opened(m, address="#w=draft", **CLIPBOARD)

    copied = accept(shown, 0, 1, 2)
    read = loads(pasted(dumps(m), copied))

    assert copied.splitlines()[:3] == ["# Under noise:", "    contrasts:", "    - to: open"]
    assert "# Under strain, at the end of its contrasts:" in copied
    found = {r.id: (r.source, r.target, r.kind, r.certainty) for r in read.relations}
    old = {r.id for r in m.relations}
    assert {name: told for name, told in found.items() if name not in old} == {
        "noise-open": ("noise", "open", "contrast", None),
        "strain-willing": ("strain", "willing", "support", 0.4),
        "strain-willing-contrast": ("strain", "willing", "contrast", 0.5),
    }
    assert suggested(read) == []
    assert to_place(read) == []


@pytest.mark.browser
def test_strange_ids_are_quoted(opened: Opener) -> None:
    ids = ("no: #", 'a"b\\', "12:30", "über uns", "日本", "👨‍👩")
    m = Map(
        title="Strange",
        statements=tuple(Statement(id=name, kind="claim", text="A claim.") for name in ids),
        suggested=tuple(Suggestion(source=ids[0], target=name, kind="support") for name in ids[1:]),
    )
    shown = opened(m, address="#w=draft", **CLIPBOARD)

    copied = accept(shown, *range(5))
    listed = "\n".join(line for line in copied.splitlines() if not line.startswith("#"))
    file = dumps(m).replace("    text: A claim.\n", f"    text: A claim.\n{listed}\n", 1)

    assert [r.target for r in loads(file).relations] == list(ids[1:])


@pytest.mark.browser
def test_a_suggestion_is_shown_on_the_map_and_in_the_address(opened: Opener) -> None:
    shown = opened(drafted(), address="#w=draft")
    see = shown.locator(".accept button").first

    see.focus()
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#g=noise,open,contrast")
    expect(see).to_have_attribute("aria-pressed", "true")
    shown.click("[data-open=sides] >> visible=true")
    shown.locator(".pair").first.click()
    expect(see).to_have_attribute("aria-pressed", "false")
    shown.go_back()
    assert "g=noise" in shown.url
    shown.go_back()
    see.click()
    expect(see).to_have_attribute("aria-pressed", "false")
    assert shown.url.endswith("#w=draft")
    shown.evaluate("location.hash = 'g=noise,nobody,contrast'")
    expect(shown.locator("#draft-pane")).to_be_hidden()


@pytest.mark.browser
def test_details_tell_what_is_suggested(opened: Opener) -> None:
    shown = opened(drafted(), address="#s=willing")

    assert "Suggested (2)" in shown.text("#sheet")
    shown.locator("#sheet").get_by_role("button", name="would be contrasted by").press("Enter")

    assert "g=strain,willing,contrast" in shown.url
    shown.locator("#sheet").get_by_role("button", name="Sunday work strains").last.click()
    assert "▼ would contrast with" in shown.text("#sheet")


@pytest.mark.browser
def test_escape_leaves_a_suggestion(opened: Opener) -> None:
    shown = opened(drafted(), address="#g=noise,open,contrast")

    expect(shown.locator("#draft-pane")).to_be_visible()
    shown.locator("#map").press("Escape")
    expect(shown.locator(".accept [aria-pressed=true]")).to_have_count(0)


@pytest.mark.browser
def test_the_picture_holds_the_suggestion_that_is_open(opened: Opener) -> None:
    shown = opened(drafted(), address="#g=noise,open,contrast")
    lines: list[int] = []
    for _ in range(2):
        shown.click("#share-open")
        with shown.expect_download() as saved:
            shown.click("#save-svg")
        told = saved.value.path().read_text("utf-8")
        assert ">proposed</text>" in told
        lines.append(told.count("<path"))
        shown.keyboard.press("Escape")
        shown.locator("#map").press("Escape")

    assert lines[0] == lines[1] + 2  # a line and its bar


@pytest.mark.browser
def test_the_panel_lists_what_is_left(opened: Opener) -> None:
    shown = opened(drafted(), address="#w=draft")

    assert shown.locator("#draft summary").all_inner_texts() == [
        "Suggested relations\n3",
        "Statements to place\n1",
        "Proposed relations\n1",
    ]
    shown.get_by_text("Statements to place").click()
    shown.locator("#draft details").nth(1).get_by_role("button").click()
    expect(shown.locator("#sheet .text")).to_have_text("Sunday noise strains neighbours.")
    shown.get_by_text("Proposed relations").click()
    shown.locator("#draft details").nth(2).get_by_role("button").click()
    expect(shown.locator("#sheet .kind")).to_have_text("▲ Support · proposed")


@pytest.mark.browser
def test_accepting_none_unticks_all(opened: Opener) -> None:
    shown = opened(drafted(), address="#w=draft")
    box = shown.get_by_role(
        "checkbox", name="Accept that “Sunday noise strains neighbours” contrasts"
    )
    expect(shown.locator("#draft-acts")).to_be_hidden()
    box.focus()
    shown.keyboard.press("Space")
    expect(shown.locator("#draft-copy")).to_have_text("Copy YAML of 1")

    shown.locator("#draft-none").press("Enter")

    expect(box).not_to_be_checked()
    expect(shown.locator("#draft-acts")).to_be_hidden()
    expect(shown.locator("#draft-pane")).to_be_focused()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 720])
def test_on_a_narrow_screen_a_suggestion_is_shown_alone(opened: Opener, width: int) -> None:
    shown = opened(drafted(), address="#w=draft", viewport={"width": width, "height": 640})

    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    shown.locator(ACCEPT).first.check()
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    shown.get_by_role("button", name="Show on the map").first.click()
    expect(shown.locator("#map")).to_be_visible()
    expect(shown.locator("#draft-pane")).to_be_hidden()
    shown.go_back()
    expect(shown.locator("#draft-pane")).to_be_visible()


@pytest.mark.browser
def test_a_settled_map_has_no_panel_of_a_draft(opened: Opener) -> None:
    shown = opened(small(), address="#w=draft")

    expect(shown.locator("[data-open=draft] >> visible=true")).to_have_count(0)
    expect(shown.locator("#article-pane")).to_be_visible()
