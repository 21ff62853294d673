"""A name means on the page what it means on the command line; a misspelt one has near ones."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from argmap.claims.model import Map, Statement
from argmap.claims.storage import load
from argmap.graph.naming import AmbiguousStatement, UnknownStatement, resolve
from argmap.graph.words import words
from argmap.viz import data, frontend

pytestmark = pytest.mark.browser

ASK = (
    "(told) => {"
    + frontend.script("paths").removesuffix("}")
    + """
    const { nodes, names, finder } = told;
    const find = { namer, nearby }[finder](nodes);
    return names.map((name) => find(name).map((id) => nodes[id].key));
}}"""
)
# Letters that fold to others or to nothing, and a script that puts no spaces between words.
LETTERS = "abABßsς\u03c3Ée\u02bc'\u2019-_ 中か1\u0301\u00ad"
TEXTS = st.text(LETTERS, min_size=1, max_size=9).filter(str.strip)
IDS = st.text("abAB-", min_size=1, max_size=3)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def asked(blank: Page, finder: str, m: Map, names: list[str]) -> list[list[str]]:
    told: list[list[str]] = blank.evaluate(
        ASK, {"nodes": data.nodes(m), "names": names, "finder": finder}
    )
    return told


def meant(m: Map, name: str) -> list[str]:
    try:
        return [resolve(m, name).id]
    except AmbiguousStatement as several:
        return [statement.id for statement in several.candidates]
    except UnknownStatement:
        return []


def test_names_fit_the_statements_that_they_fit_on_the_command_line(blank: Page) -> None:
    m = load("us-russia")
    ids = [s.id for s in m.statements]
    names = [
        *ids,
        *(key[: len(key) // 2].upper() for key in ids),
        *sorted({word for s in m.statements for word in words(s.text)}),
        *(" ".join(words(s.text)[:2]) for s in m.statements),
        *(s.title or "" for s in m.statements),
        *("Russia\u2019s", "(nato)", "RUSSIAN", "nothing like it", "  ", "-", "romny"),
    ]

    assert asked(blank, "namer", m, names) == [meant(m, name) for name in names]


@settings(max_examples=150, deadline=None)
@given(
    keys=st.lists(IDS, min_size=1, max_size=4, unique=True),
    texts=st.lists(TEXTS, min_size=8, max_size=8),
    names=st.lists(TEXTS | IDS, min_size=1, max_size=8),
)
def test_names_of_any_script_fit_the_same_statements(
    blank: Page, keys: list[str], texts: list[str], names: list[str]
) -> None:
    m = Map(
        title="Any",
        statements=tuple(
            Statement(id=key, kind="claim", text=texts[2 * n], title=texts[2 * n + 1])
            for n, key in enumerate(keys)
        ),
    )

    assert asked(blank, "namer", m, names) == [meant(m, name) for name in names]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("romny", ["romney-threat", "romney-mocked"]),
        ("romeny mocked", ["romney-mocked"]),
        ("romney-mockd", ["romney-mocked"]),
        ("enlargment of nato", ["nato-anti", "nato-stabilise"]),
        ("kisinger", ["kissinger-deal", "kissinger-decried"]),
        ("zebra crossing", []),
        ("xyz", []),
        ("  ", []),
    ],
)
def test_what_is_misspelt_comes_near_to_what_is_meant(
    blank: Page, typed: str, near: list[str]
) -> None:
    assert asked(blank, "nearby", load("us-russia"), [typed]) == [near]


def test_the_nearest_come_first_and_are_few(blank: Page) -> None:
    names = ["enlargement", "enlargemint", "enlargemont", "enlarge", "elnarge", "enlarged", "x"]
    m = Map(
        title="Near",
        statements=tuple(Statement(id=f"s{n}", kind="claim", text=t) for n, t in enumerate(names)),
    )

    assert asked(blank, "nearby", m, ["enlargemint"]) == [["s1", "s0", "s2"]]
    assert len(asked(blank, "nearby", m, ["enlarge"])[0]) == 5
