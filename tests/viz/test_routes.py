"""The page's answers about routes are those of Python, on its own maps and on made-up ones."""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser

from argmap.claims.model import Map
from argmap.claims.storage import load
from argmap.cli import run
from argmap.graph.build import to_networkx
from argmap.graph.routes import Route, polarity, shortest_route
from argmap.graph.sentences import hop_sentences
from argmap.viz import data, frontend
from tests.graph.sketches import sketch
from tests.strategies import maps
from tests.viz.samples import grown, small

pytestmark = pytest.mark.browser

ASK = (
    "(cases) => {"
    + frontend.script("sentences").removesuffix("}")
    + """
    return cases.map(({ nodes, edges, pairs }) => {
        const model = buildModel(nodes, edges);
        const ask = asker(model);
        const key = (node) => (nodeAt(model, node).step ?? nodes[node]).key;
        return pairs.map(([from, to]) => {
            const answer = ask(from, to);
            const { direction, polarity, route } = answer;
            const told = route && {
                nodes: route.nodes.map(key),
                steps: route.steps.map((step, k) => [step.key, step.kind, route.reverse[k]]),
                sentences: route.steps.map((step, k) =>
                    hopSentence(model, step, route.nodes[k], route.nodes[k + 1])),
            };
            return { direction, polarity, route: told, text: answerText(model, answer) };
        });
    });
}}"""
)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Any]:
    page = browser.new_page()
    yield page
    page.close()


def told_by_python(m: Map, source: str, target: str) -> dict[str, Any]:
    g = to_networkx(m)
    direction, first, last = "forward", source, target
    route = shortest_route(g, first, last)
    if route is None:
        direction, first, last = "backward", target, source
        route = shortest_route(g, first, last)
    if route is None:
        return {"direction": None, "polarity": None, "route": None}
    return {
        "direction": direction,
        "polarity": polarity(g, first, last),
        "route": as_told(m, route),
    }


def as_told(m: Map, route: Route) -> dict[str, Any]:
    return {
        "nodes": list(route.nodes),
        "steps": [[step.id, step.kind, step.reverse] for step in route.relations],
        "sentences": list(hop_sentences(m, route)),
    }


def case(m: Map, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    place = {statement.id: k for k, statement in enumerate(m.statements)}
    return {
        "nodes": data.nodes(m),
        "edges": data.edges(m),
        "pairs": [[place[a], place[b]] for a, b in pairs],
    }


def sketches() -> list[Map]:
    return [
        sketch("a + b", "b - c", "c x d", alone="e"),
        sketch("s + y", "s + x", "y + a", "x + b", "x + c", "a + t", "c + t", "b + t"),
        sketch("a - b", "a + b", "b x a", "b + c"),
        sketch("a & b & c - d", "e - [a&b&c-d]", "d + c"),
        sketch("a x b", "c - [axb]", "d + [c-[axb]]", "b + d"),
        sketch("a - b", "b - c", "c - a", "d + a"),
        # Compared by code point, the letter of the astral plane comes last, by UTF-16 first.
        sketch("s + \U0001d7d8", "s + \ufb01", "\U0001d7d8 + t", "\ufb01 + t", "s - \uffee"),
    ]


def generated(count: int) -> list[Map]:
    found: list[Map] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(maps(at_most=6))
    def collect(m: Map) -> None:
        found.append(m)

    collect()
    return found


def test_routes_polarities_and_sentences_are_those_of_python(blank: Any) -> None:
    asked: list[tuple[Map, list[tuple[str, str]]]] = []
    for m in [*sketches(), small(), *generated(120)]:
        names = [statement.id for statement in m.statements]
        asked.append((m, list(permutations(names, 2))))
    large = grown(300, extra=0.5)
    asked.append((large, [(f"s{7 * k % 300}", f"s{11 * k % 151}") for k in range(1, 150)]))
    us_russia = load("us-russia")
    main = "stalemate"
    asked.append((us_russia, [(s.id, main) for s in us_russia.statements if s.id != main]))

    answers = blank.evaluate(ASK, [case(m, pairs) for m, pairs in asked])

    told = [
        (a, b, {key: value for key, value in answer.items() if key != "text"})
        for (_, pairs), given_answers in zip(asked, answers, strict=True)
        for (a, b), answer in zip(pairs, given_answers, strict=True)
    ]
    assert told == [(a, b, told_by_python(m, a, b)) for m, pairs in asked for a, b in pairs]
    assert len(told) > 500
    assert {answer["polarity"] for _, _, answer in told} == {
        "supports",
        "undermines",
        "mixed",
        None,
    }
    assert {answer["direction"] for _, _, answer in told} == {"forward", "backward", None}


def test_the_text_to_copy_is_what_the_command_line_prints(
    blank: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    m = load("us-russia")
    pairs = [
        ("kyiv-speech", "stalemate"),
        ("stalemate", "kyiv-speech"),
        ("putin-source", "stalemate"),
        ("romney-foe", "kyiv-speech"),
        *((r.source, "stalemate") for r in m.relations if r.undercuts),
    ]
    pairs = [(a, b) for a, b in pairs if a in m.by_id]

    (answers,) = blank.evaluate(ASK, [case(m, pairs)])

    names = re.compile(rf"^(?:{'|'.join(map(re.escape, m.by_id))})  ", flags=re.MULTILINE)
    for (a, b), answer in zip(pairs, answers, strict=True):
        run(("path", "us-russia", a, b))
        printed = names.sub("", capsys.readouterr().out)
        assert answer["text"].split() == printed.split()
