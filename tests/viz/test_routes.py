"""The page's answers about paths are those of Python and of the command line, to the word."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

import argmap
from argmap.cli import run
from argmap.graph.answer_json import as_json
from argmap.graph.answers import Asker
from argmap.graph.certainty import uncertainty
from argmap.graph.tellings import tell
from argmap.viz import data, frontend
from tests.path_cases import Case, cases

pytestmark = pytest.mark.browser

SOME = 5

ASK = (
    "(cases) => {"
    + frontend.script("paths").removesuffix("}")
    + """
    return cases.map(({ nodes, edges, pairs }) => {
        const model = buildModel(nodes, edges);
        const ask = asker(model);
        const key = (node) => (nodeAt(model, node).step ?? nodes[node]).key;
        const told = (model, answer) => ({
            from: key(answer.from),
            to: key(answer.to),
            direction: answer.direction,
            polarity: answer.polarity,
            over_routes: answer.overRoutes,
            routes: answer.routes.map((route) => ({
                statements: route.nodes.filter((node) => node < nodes.length).map(key),
                relations: route.steps.map((step) =>
                    ({
                        id: step.key,
                        kind: step.kind,
                        because: step.because ?? null,
                        ...(step.proposed ? { status: "proposed" } : {}),
                    })),
                polarity: route.polarity,
                sentences: route.steps.map((_, k) => sentence(hopPieces(model, route, k))),
            })),
            more: answer.more,
            count: answer.count,
            odd_circles: answer.oddCircles.map((group) => group.map(key)),
            meeting_points: answer.points.map(({ statement, kind, polarities, steps }) => ({
                statement: key(statement),
                kind,
                from_polarity: polarities[0],
                to_polarity: polarities[1],
                from_steps: steps[0],
                to_steps: steps[1],
            })),
            more_meeting_points: answer.morePoints,
            parts: answer.parts.map((part) => ({ ...part, others: part.others.map(key) })),
            sentences: [...openingLines(model, answer), ...closingLines(model, answer)],
        });
        return pairs.map(([from, to]) => {
            const answer = ask(from, to, SOME_ROUTES);
            return [told(model, answer), answerText(model, answer)];
        });
    });
}}"""
)


@pytest.fixture(scope="module")
def asked() -> list[Case]:
    return cases()


@pytest.fixture(scope="module")
def answers(browser: Browser, asked: list[Case]) -> Iterator[list[Any]]:
    """What the page answers to each pair of each case: its answer, and the text to copy."""
    page = browser.new_page()
    yield page.evaluate(ASK, [_given(case) for case in asked])
    page.close()


def _given(case: Case) -> dict[str, Any]:
    place = {statement.id: k for k, statement in enumerate(case.map.statements)}
    return {
        "nodes": data.nodes(case.map),
        "edges": data.edges(case.map),
        "pairs": [[place[a], place[b]] for a, b in case.pairs],
    }


def _without_weakest(answer: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the page tells in words only."""
    for route in answer["routes"]:
        del route["weakest"]
    return answer


def test_page_answers_as_python_does(asked: list[Case], answers: list[Any]) -> None:
    polarities, directions, over_routes, circles = set(), set(), set(), 0
    for case, found in zip(asked, answers, strict=True):
        asker = Asker(case.map)
        for (a, b), (answer, text) in zip(case.pairs, found, strict=True):
            told = asker.answer(a, b)
            # Through JSON, so that tuples and lists are alike.
            expected = _without_weakest(json.loads(json.dumps(as_json(case.map, told))))
            assert answer == expected
            lines = " ".join(line.text for line in tell(case.map, told))
            assert text.split() == lines.split()
            polarities.add(told.polarity)
            directions.add(told.direction)
            over_routes.add((told.polarity, told.over_routes))
            circles += bool(told.odd_circles)
    assert polarities == {"supports", "undermines", "mixed", None}
    assert directions == {"forward", "backward", None}
    assert over_routes >= {("mixed", "supports"), ("mixed", "mixed"), ("mixed", None)}
    assert circles > 50


def test_page_answers_as_the_command_line_does(
    asked: list[Case], answers: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, (case, found) in enumerate(zip(asked, answers, strict=True)):
        if not case.pairs:
            continue
        map_file, pairs_file = tmp_path / f"{number}.json", tmp_path / f"{number}.tsv"
        argmap.save(case.map, map_file)
        pairs_file.write_text("".join(f"{a}\t{b}\n" for a, b in case.pairs), encoding="utf-8")
        run(("path", str(map_file), "--pairs", str(pairs_file)))
        printed = capsys.readouterr().out.removesuffix("\n").split("\n")
        expected = [_without_weakest(json.loads(line)) for line in printed]
        told = [answer for answer, _ in found]
        assert told == expected


def test_the_text_to_copy_is_what_the_command_line_prints(
    asked: list[Case], answers: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    pairs, found = asked[-1].pairs, answers[-1]
    for (a, b), (_, text) in list(zip(pairs, found, strict=True))[::8]:
        run(("path", "us-russia", a, b))
        printed = capsys.readouterr().out
        assert _letters(text) == _letters(printed)


@pytest.mark.parametrize("work", [3, 12, 60])
def test_page_gives_a_search_up_where_python_does(
    browser: Browser, asked: list[Case], work: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.graph.best_first._MOST_WORK", work)
    # The page has no plain search beside the guided one, which is given up.
    monkeypatch.setattr("argmap.graph.enumeration._FEW", 0)
    some = [case for case in asked if len(case.map.statements) < 20 or case.map.title == "Doubts"]
    page = browser.new_page()
    answers = page.evaluate(ASK.replace("300_000", str(work)), [_given(case) for case in some])
    page.close()

    given_up = 0
    for case, found in zip(some, answers, strict=True):
        asker = Asker(case.map)
        for (a, b), (answer, _) in zip(case.pairs, found, strict=True):
            told = asker.answer(a, b)
            assert [[step["id"] for step in route["relations"]] for route in answer["routes"]] == [
                [step.id for step in route.relations] for route in told.routes
            ]
            assert answer["more"] == told.more
            given_up += told.more and len(told.routes) < SOME
    assert given_up


def test_page_counts_uncertainty_as_python_does(browser: Browser) -> None:
    said = [None, *(n / 10**6 for n in (0, 1, 2, 3, 999_983, 999_999, *range(7, 10**6, 7919)))]
    script = frontend.script("certainty").removesuffix("}")
    page = browser.new_page()
    told = page.evaluate(
        "(said) => {"
        + script
        + "return said.map((c) => String(uncertaintyOf({ certainty: c ?? undefined }))); }}",
        said,
    )
    page.close()

    assert [int(number) for number in told] == [uncertainty(certainty) for certainty in said]


def _letters(text: str) -> str:
    """Leave out of a text what breaks, draws and indents its lines on a terminal."""
    return "".join(filter(str.isalnum, text))
