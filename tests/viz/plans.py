"""What the page lays out and shows, asked of its own modules without a page around them."""

from typing import Any

from playwright.sync_api import Page

from argmap.claims.model import Map
from argmap.viz import data, frontend
from argmap.viz.card import Card
from argmap.viz.layout import Box, Layout, Wire, arrange

_ASK = (
    "(told) => {"
    + frontend.script("plan").removesuffix("}")
    + """
    const { nodes, edges, card, view } = told;
    const model = buildModel(nodes, edges);
    const hidden = { kinds: [], relations: [], holders: [], sections: [], ...view.hidden };
    const asked = {
        focus: -1, reach: 1, direction: "across", ...view,
        folded: new Set(view.folded ?? []),
        hidden: Object.fromEntries(Object.entries(hidden).map(([k, v]) => [k, new Set(v)])),
    };
    const { shown, drawn, hiddenBy, under } = visible(model, asked);
    const { boxes, x, y, h, width, curves, joints } = planner(model, card)(asked);
    return {
        shown: boxes, hiddenBy,
        drawn: [...drawn.keys()].filter((id) => drawn[id]),
        under: Object.fromEntries([...under.entries()].filter(([, size]) => size)),
        x: [...x], y: [...y], h: [...h], width, curves,
        joints: Array.from(joints, (joint) => joint ?? null),
    };
}}"""
)


def plan_of(page: Page, m: Map, *, placed: bool = True, **view: Any) -> dict[str, Any]:
    """Lay out what a view shows; `placed` tells the page the order that Graphviz found."""
    asked: dict[str, Any] = page.evaluate(
        _ASK,
        {
            "nodes": data.nodes(m, arrange(m) if placed else None),
            "edges": data.edges(m),
            "card": data.heading(m)["card"],
            "view": view,
        },
    )
    return asked


def layout_of(plan: dict[str, Any]) -> Layout:
    """Return the page's layout as Python's own, under places as ids."""
    boxes = {
        str(k): Box(
            round(plan["x"][k]), round(plan["y"][k]), Card("", (), (), plan["width"], plan["h"][k])
        )
        for k in plan["shown"]
    }
    wires = {
        str(k): Wire(
            tuple(tuple(zip(c[::2], c[1::2], strict=True)) for c in plan["curves"][k]),
        )
        for k in plan["drawn"]
    }
    return Layout(boxes, wires, 0, 0)
