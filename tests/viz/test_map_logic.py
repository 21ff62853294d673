"""What the page shows and how it lays it out, against cases worked by hand and a plain oracle."""

import random
from collections.abc import Iterator
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from argmap.claims.model import Map, RelationRef
from argmap.viz import frontend
from argmap.viz.marks import BAR_BEFORE, HALF_BAR, RING
from tests.graph.sketches import sketch
from tests.viz.plans import layout_of, plan_of
from tests.viz.quality import overlaps, through_boxes
from tests.viz.samples import grown, small

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def keys(m: Map, places: list[int]) -> set[str]:
    return {m.statements[k].id for k in places}


def places(m: Map, *ids: str) -> list[int]:
    return [next(k for k, s in enumerate(m.statements) if s.id == key) for key in ids]


# a rests on b and c, both rest on d, d rests on e; f stands alone.
DIAMOND = sketch("b + a", "c - a", "d + b", "d + c", "e + d", alone="f")


@pytest.mark.parametrize(
    ("folded", "shown", "under"),
    [
        ("", "abcdef", {}),
        ("a", "af", {"a": 4}),
        ("b", "abcdef", {}),
        ("bc", "abcf", {"b": 2, "c": 2}),
        ("d", "abcdf", {"d": 1}),
        ("bcd", "abcf", {"b": 2, "c": 2}),
        ("ef", "abcdef", {}),
    ],
)
def test_folding_hides_what_has_no_other_way_to_a_root(
    blank: Page, folded: str, shown: str, under: dict[str, int]
) -> None:
    told = plan_of(blank, DIAMOND, folded=places(DIAMOND, *folded))

    assert keys(DIAMOND, told["shown"]) == set(shown)
    assert {DIAMOND.statements[int(k)].id: n for k, n in told["under"].items()} == under
    assert told["hiddenBy"] == {"filter": 0, "fold": 6 - len(shown), "focus": 0}


@pytest.mark.parametrize(
    ("focus", "reach", "shown"),
    [("f", 1, "f"), ("e", 1, "ed"), ("e", 2, "edbc"), ("e", 3, "edbca"), ("b", 1, "bad")],
)
def test_a_focus_shows_what_is_near(blank: Page, focus: str, reach: int, shown: str) -> None:
    told = plan_of(blank, DIAMOND, focus=places(DIAMOND, focus)[0], reach=reach, folded=[0])

    assert keys(DIAMOND, told["shown"]) == set(shown)
    assert told["hiddenBy"]["focus"] == 6 - len(shown)


def test_what_belongs_to_a_step_stands_near_its_ends(blank: Page) -> None:
    m = small()

    told = plan_of(blank, m, focus=places(m, "survey")[0], reach=1)
    linked = plan_of(blank, m, focus=places(m, "wishes")[0], reach=1)

    assert keys(m, told["shown"]) == {"survey", "willing", "strain", "open"}
    assert keys(m, linked["shown"]) == {"wishes", "willing", "open"}


@pytest.mark.parametrize(
    ("hidden", "shown", "drawn"),
    [
        ({"kinds": ["claim"]}, {"survey"}, set()),
        (
            {"relations": ["contrast"]},
            {"open", "survey", "willing", "wishes"},
            {"survey-willing", "willing-open"},
        ),
        ({"relations": ["support"]}, {"open", "strain", "survey"}, {"strain-open", "undercut"}),
        ({"holders": ["unions"]}, {"open", "survey", "willing", "wishes"}, None),
        ({"holders": ["author", "unions"]}, {"survey", "willing", "wishes"}, {"survey-willing"}),
    ],
)
def test_filters_hide_what_they_name(
    blank: Page, hidden: dict[str, list[str]], shown: set[str], drawn: set[str] | None
) -> None:
    m = small()

    told = plan_of(blank, m, hidden=hidden)

    assert keys(m, told["shown"]) == shown
    assert told["hiddenBy"] == {"filter": 5 - len(shown), "fold": 0, "focus": 0}
    if drawn is not None:
        assert {m.relations[k].id for k in told["drawn"]} == drawn


def test_what_is_folded_and_filtered_counts_once(blank: Page) -> None:
    told = plan_of(blank, DIAMOND, folded=places(DIAMOND, "a"), hidden={"kinds": ["claim"]})

    assert told["hiddenBy"] == {"filter": 5, "fold": 1, "focus": 0}


def reasons_of(m: Map) -> dict[str, set[str]]:
    """What bears on each statement, or questions such a step, by the plainest of ways."""
    relations = {relation.id: relation for relation in m.relations}
    found: dict[str, set[str]] = {statement.id: set() for statement in m.statements}
    for relation in m.relations:
        end = relation
        while isinstance(end.target, RelationRef):
            end = relations[end.target_id]
        found[end.target_id] |= set(relation.premises)
    return found


def folded_away(m: Map, roots: list[str], folded: set[str]) -> set[str]:
    """All statements but those that some way without a folded statement joins to a root."""
    reasons = reasons_of(m)
    reached, fresh = set(roots), set(roots)
    while fresh:
        fresh = {b for a in fresh - folded for b in reasons[a]} - reached
        reached |= fresh
    return {statement.id for statement in m.statements} - reached


@pytest.mark.parametrize("seed", range(6))
def test_folding_agrees_with_a_plain_search(blank: Page, seed: int) -> None:
    m = grown(70, seed=seed, extra=0.2)
    bears = {premise for relation in m.relations for premise in relation.premises}
    # Where statements stand in a circle, the page names a root in it: such maps are left out.
    roots = [s.id for s in m.statements if s.main or s.id not in bears]
    assert not folded_away(m, roots, set())
    chance = random.Random(seed)
    folded = {s.id for s in m.statements if chance.random() < 0.2}

    told = plan_of(blank, m, folded=places(m, *sorted(folded)))

    hidden = {s.id for s in m.statements} - keys(m, told["shown"])
    assert hidden == folded_away(m, roots, folded)
    for place, size in told["under"].items():
        top = m.statements[int(place)].id
        below, fresh = set[str](), {top}
        while fresh:
            fresh = {b for a in fresh for b in reasons_of(m)[a]} & hidden - below
            below |= fresh
        assert size == len(below)


@pytest.mark.parametrize("direction", ["across", "down"])
@pytest.mark.parametrize(
    "m",
    [
        small(),
        grown(60),
        grown(150, parts=4),
        sketch("a + b", "b + c", "c - a", "c x d", "d + a"),
        sketch("a + a", alone="b"),
        grown(400, extra=0.4),
        grown(400),
    ],
    ids=["small", "tree", "parts", "circles", "itself", "dense", "large"],
)
def test_nothing_stands_over_anything(blank: Page, m: Map, direction: str) -> None:
    for view in ({}, {"focus": 0, "reach": 2}, {"folded": list(range(3, 9))}):
        told = plan_of(blank, m, direction=direction, placed=len(m.statements) < 300, **view)
        layout = layout_of(told)

        assert overlaps(layout) == 0
        assert through_boxes(layout) == 0
        assert all(wire.curves for name, wire in layout.wires.items() if _is_drawn(m, int(name)))


def _is_drawn(m: Map, place: int) -> bool:
    """A statement that bears on itself has no line."""
    relation = m.relations[place]
    return relation.undercuts or relation.premises != (relation.target_id,)


@pytest.mark.parametrize("direction", ["across", "down"])
def test_an_undercut_stops_just_before_the_line_that_it_attacks(
    blank: Page, direction: str
) -> None:
    m = small()
    told = plan_of(blank, m, direction=direction)
    attacked, undercut = (
        next(k for k, r in enumerate(m.relations) if r.id == name)
        for name in ("strain-open", "undercut")
    )

    x, y = told["curves"][undercut][-1][-2:]
    joint = told["joints"][attacked]
    assert RING + BAR_BEFORE < hypot(x - joint[0], y - joint[1]) < 24
    assert told["curves"][attacked][0][-2:] == joint


@pytest.mark.parametrize("direction", ["across", "down"])
def test_bars_side_by_side_stay_apart(blank: Page, direction: str) -> None:
    told = plan_of(blank, sketch(*(f"{source} - a" for source in "bcdefgh")), direction=direction)

    ends = [tuple(curve[-2:]) for curves in told["curves"] for curve in curves]
    assert len(ends) == 7
    assert min(hypot(p[0] - q[0], p[1] - q[1]) for p, q in combinations(ends, 2)) > 2 * HALF_BAR + 4


def test_a_reason_stands_beyond_what_it_bears_on(blank: Page) -> None:
    m = grown(80, extra=0)

    across, down = (plan_of(blank, m, direction=way) for way in ("across", "down"))

    for relation in m.relations:
        if not relation.undercuts:
            (near,) = places(m, relation.target_id)
            for far in places(m, *relation.premises):
                assert across["x"][far] > across["x"][near]
                assert down["y"][far] > down["y"][near]


def test_what_remains_keeps_its_order(blank: Page) -> None:
    m = grown(120)
    whole = plan_of(blank, m)
    folded = plan_of(blank, m, folded=places(m, "s1", "s4"))

    columns: dict[float, list[int]] = {}
    for k in folded["shown"]:
        columns.setdefault(folded["x"][k], []).append(k)

    assert len(folded["shown"]) < len(whole["shown"])
    kept = 0
    for column in columns.values():
        order = sorted(column, key=lambda k: folded["y"][k])
        same = [k for k in order if whole["x"][k] == whole["x"][order[0]]]
        assert same == sorted(same, key=lambda k: whole["y"][k])
        kept += len(same)
    assert kept > len(folded["shown"]) / 4


def test_reasons_that_share_what_they_bear_on_stand_side_by_side(blank: Page) -> None:
    m = sketch("b + a", "c + a", "d + a", "e + b", "f + d", "f + e")

    y = dict(zip("abcdef", plan_of(blank, m, placed=False)["y"], strict=True))

    assert not min(y["b"], y["d"]) < y["c"] < max(y["b"], y["d"])


def test_the_same_view_is_laid_out_the_same(blank: Page) -> None:
    asked: list[dict[str, Any]] = [plan_of(blank, grown(90), focus=3, reach=2) for _ in range(2)]

    assert asked[0] == asked[1]


def test_a_focus_is_laid_out_without_holes(blank: Page) -> None:
    m = grown(200)
    whole = plan_of(blank, m)
    near = plan_of(blank, m, focus=0, reach=1)

    def height(told: dict[str, Any]) -> float:
        tops = [told["y"][k] - told["h"][k] / 2 for k in told["shown"]]
        ends = [told["y"][k] + told["h"][k] / 2 for k in told["shown"]]
        return float(max(ends) - min(tops))

    assert height(near) < sum(near["h"][k] + 60 for k in near["shown"])
    assert height(near) < height(whole) / 2


def run(blank: Page, entry: str, code: str, argument: object = None) -> Any:
    """Run an expression that knows the functions of a module."""
    body = frontend.script(entry).removesuffix("}")
    return blank.evaluate(f"(told) => {{{body} return ({code});}}}}", argument)


@pytest.mark.parametrize(
    ("wishes", "placed"),
    [
        ([0, 100], [0, 100]),
        ([0, 0], [-19, 19]),
        ([100, 0], [31, 69]),
        ([0, 0, 0], [-38, 0, 38]),
        ([5, 5, 200], [-14, 24, 200]),
    ],
)
def test_wishes_that_collide_are_met_halfway(
    blank: Page, wishes: list[float], placed: list[float]
) -> None:
    told = run(
        blank,
        "spread",
        "inOrder(told.map((place) => ({ place, weight: 1 })), told.map(() => 20))",
        wishes,
    )

    assert told == placed


def test_parts_stand_on_shelves_and_the_first_stays_first(blank: Page) -> None:
    sizes = [[100, 50], [10, 10], [60, 80], [100, 20]]

    corners = run(blank, "arrange", "shelves(told)", sizes)

    assert corners[0] == [0, 0]
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    for k, one in enumerate(boxes):
        for other in boxes[k + 1 :]:
            beside = one[2] <= other[0] or other[2] <= one[0]
            assert beside or one[3] <= other[1] or other[3] <= one[1]


def test_a_line_is_hit_near_and_not_beside(blank: Page) -> None:
    code = """told.map((point) => lineAt(
        { relations: [{ id: 0 }, { id: 1 }], joints: [],
          curves: [[[0, 0, 50, 0, 50, 100, 100, 100]], [[0, 200, 30, 200, 60, 200, 100, 200]]] },
        [[0, 0, 100, 100], [0, 200, 100, 200]], { x: point[0], y: point[1] }, 1))"""

    told = run(blank, "aim", code, [[50, 50], [55, 47], [80, 50], [50, 206], [50, 212], [0, -3]])

    assert told == [0, 0, -1, 1, -1, 0]


def test_holders_get_letters_of_their_own(blank: Page) -> None:
    names = ["The author", "Washington", "Moscow", "George H. W. Bush", "Author", "日本", "X", ""]
    parties = [{"key": str(k) if name else "", "name": name} for k, name in enumerate(names)]

    told = run(blank, "initials", "initials(told)", parties)

    assert [told[party["key"]] for party in parties] == [
        *("Au", "Wa", "Mo", "GB", "At", "日本", "X", "–"),  # noqa: RUF001
    ]


def test_numbers_are_grouped(blank: Page) -> None:
    told = run(blank, "numbers", "told.map(grouped)", [0, 999, 1000, 12345, 1234567])

    assert told == ["0", "999", "1,000", "12,345", "1,234,567"]
