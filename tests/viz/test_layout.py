"""Boxes do not overlap, lines do not run through boxes, and the same map looks the same."""

from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.claims import load
from argmap.claims.model import Map, Relation, RelationRef, Statement
from argmap.viz import place
from argmap.viz.layout import Direction, Layout, arrange
from argmap.viz.marks import BAR_BEFORE, HALF_BAR, RING
from tests.strategies import maps
from tests.viz.quality import Quality, overlaps, quality, through_boxes
from tests.viz.samples import grown, small

DIRECTIONS: tuple[Direction, ...] = ("across", "down")


def chain_of(*relations: Relation) -> Map:
    names = dict.fromkeys(name for r in relations for name in (*r.premises, r.target_id))
    steps = {r.id for r in relations}
    return Map(
        title="M",
        statements=tuple(
            Statement(id=n, kind="claim", text=f"Statement {n}.", main=n == "main")
            for n in names
            if n not in steps
        ),
        relations=relations,
    )


def supports(source: str, target: str, **more: object) -> Relation:
    return Relation(id=f"{source}-{target}", source=source, target=target, kind="support", **more)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(maps(at_most=9), st.sampled_from(DIRECTIONS))
def test_any_map_is_laid_out_without_overlaps(m: Map, direction: Direction) -> None:
    layout = arrange(m, direction)

    assert set(layout.boxes) == {s.id for s in m.statements}
    assert set(layout.wires) == {r.id for r in m.relations}
    assert overlaps(layout) == 0
    assert through_boxes(layout) == 0


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(("size", "extra", "parts"), [(60, 0.1, 1), (120, 0.4, 1), (150, 0.1, 12)])
def test_larger_maps_too(size: int, extra: float, parts: int, direction: Direction) -> None:
    layout = arrange(grown(size, extra=extra, parts=parts), direction)

    assert (overlaps(layout), through_boxes(layout)) == (0, 0)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_stacked_components_neither_overlap(
    direction: Direction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "LARGEST_FOR_DOT", 0)

    layout = arrange(grown(200, extra=0.1), direction)

    assert (overlaps(layout), through_boxes(layout)) == (0, 0)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_shipped_map_is_laid_out_well(direction: Direction) -> None:
    article = Path(__file__).parents[2] / "claims/articles/us-russia/map.yaml"

    found = quality(arrange(load(article), direction))

    assert (found.overlaps, found.through_boxes) == (0, 0)
    assert found.crossings <= 80


def test_the_same_map_gives_the_same_layout() -> None:
    assert arrange(grown(80)) == arrange(grown(80))


def test_the_main_claim_stands_first_and_reasons_beyond_it() -> None:
    across, down = (arrange(small(), direction).boxes for direction in DIRECTIONS)

    assert across["open"].x == min(box.x for box in across.values())
    assert down["open"].y == min(box.y for box in down.values())
    assert across["survey"].x > across["willing"].x > across["open"].x


def test_everything_lies_inside_the_picture() -> None:
    layout = arrange(grown(90, parts=5))

    for box in layout.boxes.values():
        assert 0 <= box.x - box.card.width / 2 <= box.x + box.card.width / 2 <= layout.width
        assert -1 <= box.y - box.card.height / 2 <= box.y + box.card.height / 2 <= layout.height + 1


def test_linked_premises_meet_in_a_joint() -> None:
    wire = arrange(small()).wires["willing-open"]

    first, second, last = wire.curves
    assert first[-1] == second[-1] == last[0] == wire.joint


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_an_undercut_stops_just_before_the_line_that_it_attacks(direction: Direction) -> None:
    layout = arrange(small(), direction)

    joint = layout.wires["strain-open"].joint
    assert joint
    assert RING + BAR_BEFORE < hypot_of(layout.wires["undercut"].curves[-1][-1], joint) < 24
    assert layout.wires["strain-open"].curves[0][-1] == joint


def test_undercuts_of_one_step_do_not_end_in_one_place() -> None:
    undercuts = [
        Relation(id=f"against{k}", source=f"u{k}", target=RelationRef("a-main"), kind="contrast")
        for k in range(3)
    ]
    layout = arrange(chain_of(supports("a", "main"), *undercuts))

    ends = [layout.wires[u.id].curves[-1][-1] for u in undercuts]
    assert min(hypot_of(one, other) for one, other in combinations(ends, 2)) > HALF_BAR


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("size", [2, 6, 12])
def test_bars_side_by_side_stay_apart(size: int, direction: Direction) -> None:
    contrasts = [
        Relation(id=f"contrast{k}", source=f"c{k}", target="main", kind="contrast")
        for k in range(size)
    ]
    layout = arrange(chain_of(*contrasts), direction)

    ends = [layout.wires[c.id].curves[-1][-1] for c in contrasts]
    assert min(hypot_of(one, other) for one, other in combinations(ends, 2)) >= 2 * HALF_BAR + 4


def hypot_of(one: tuple[int, int], other: tuple[int, int]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def test_lines_end_at_the_sides_of_their_boxes() -> None:
    layout = arrange(chain_of(supports("a", "main"), supports("b", "main"), supports("c", "main")))

    main = layout.boxes["main"]
    ends = [layout.wires[name].curves[0][-1] for name in ("a-main", "b-main", "c-main")]
    assert {x for x, _ in ends} == {main.x + main.card.width // 2}
    assert len({y for _, y in ends}) == 3


def test_circles_are_drawn() -> None:
    m = chain_of(supports("a", "main"), supports("b", "a"), supports("main", "b"))

    layout = arrange(m)

    assert overlaps(layout) == 0
    assert layout.boxes["main"].x < layout.boxes["a"].x
    assert all(wire.curves for wire in layout.wires.values())


def test_undercuts_of_each_other_are_drawn() -> None:
    m = Map(
        title="M",
        statements=tuple(Statement(id=n, kind="claim", text=n) for n in "ab"),
        relations=(
            Relation(id="r", source="a", target=RelationRef("q"), kind="contrast"),
            Relation(id="q", source="b", target=RelationRef("r"), kind="contrast"),
        ),
    )

    assert overlaps(arrange(m)) == 0


def test_a_statement_that_bears_on_itself_has_no_line() -> None:
    assert arrange(chain_of(supports("a", "a"))).wires["a-a"].curves == ()


def test_lines_of_a_plain_tree_do_not_cross() -> None:
    relations = [supports(f"s{k}", "main" if k < 4 else f"s{k // 4}") for k in range(1, 30)]

    assert quality(arrange(chain_of(*relations))) == Quality(0, 0, 0)


def test_an_empty_map_has_a_layout() -> None:
    assert arrange(Map(title="Nothing")) == Layout(boxes={}, wires={}, width=0, height=0)


def test_supports_come_before_contrasts() -> None:
    contrast = Relation(id="against", source="x", target="main", kind="contrast")
    layout = arrange(chain_of(contrast, supports("a", "main"), supports("b", "main")))

    assert layout.boxes["x"].y > max(layout.boxes["a"].y, layout.boxes["b"].y)


@pytest.mark.parametrize("parts", [1, 200])
def test_large_maps_are_laid_out(parts: int) -> None:
    m = grown(6000, parts=parts)

    layout = arrange(m)

    assert layout.boxes.keys() == {statement.id for statement in m.statements}
