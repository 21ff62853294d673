"""What a map file says of the map, its holders and its statements."""

from pathlib import Path

import pytest

import argmap
from argmap.claims import Expectation, Holder, Quote, Source, Statement
from tests.claims.reading import HEAD, read


def test_smallest_map_is_a_version_and_a_title() -> None:
    m = argmap.loads("argmap: 1\ntitle: Rain\n")

    assert (m.title, m.statements, m.relations) == ("Rain", (), ())


def test_source_is_read_key_by_key() -> None:
    m = read(
        "source:\n  file: a.txt\n  title: Sunday trading\n  author: A. Writer\n"
        "  publisher: The Example\n  date: 2026-03-01\n  url: https://example.org/sunday\n"
    )

    assert m.source == Source(
        file="a.txt",
        title="Sunday trading",
        author="A. Writer",
        publisher="The Example",
        date="2026-03-01",
        url="https://example.org/sunday",
    )


def test_holders_are_read_in_the_order_of_the_file() -> None:
    m = read(
        "holders:\n  unions: {name: Trade unions, aliases: [the unions, labour]}\n"
        "  author: {name: The author}\n"
    )

    assert m.holders == (
        Holder(id="unions", name="Trade unions", aliases=("the unions", "labour")),
        Holder(id="author", name="The author"),
    )


def test_claim_with_everything_that_a_claim_can_have() -> None:
    m = read(
        "holders: {us: {name: Washington}}\nclaims:\n  open:\n    text: Shops may open.\n"
        "    title: Open shops\n    holder: us\n    quote: may open\n    certainty: 0.6\n"
        "    tags: [trade, law]\n    note: Mind the law.\n    main: true\n"
        "    ignore: [detached]\n"
    )

    assert m.statements == (
        Statement(
            id="open",
            kind="claim",
            text="Shops may open.",
            title="Open shops",
            holder=("us",),
            quotes=(Quote(quote="may open"),),
            certainty=0.6,
            tags=("trade", "law"),
            note="Mind the law.",
            main=True,
            ignore=("detached",),
        ),
    )
    assert m.main is m.by_id["open"]


def test_evidence_has_a_type_and_an_origin() -> None:
    m = read(
        "evidence:\n  survey: {text: 61 % agree., type: expert opinion, origin: Institute 2025}\n"
    )

    assert m.statements == (
        Statement(
            id="survey",
            kind="evidence",
            text="61 % agree.",
            type="expert opinion",
            origin="Institute 2025",
        ),
    )


def test_implicit_statement_is_not_in_the_text() -> None:
    m = read("claims: {a: {text: A, implicit: true}, b: {text: B, implicit: false}}")

    assert [s.implicit for s in m.statements] == [True, False]


def test_chain_of_holders_is_read_from_the_outermost() -> None:
    m = read(
        "holders: {us: {name: Washington}, ru: {name: Moscow}}\n"
        "claims: {a: {text: A, holder: [us, ru]}}"
    )

    assert m.statements[0].holder == ("us", "ru")
    assert [m.holder_name(holder) for holder in ("us", "ru", "eu")] == [
        "Washington",
        "Moscow",
        "eu",
    ]


@pytest.mark.parametrize(
    ("written", "quotes"),
    [
        ("quote: first … last", [Quote(quote="first … last")]),
        ("quotes: [one, two]", [Quote(quote="one"), Quote(quote="two")]),
        ("quote: {quote: one, nth: 2}", [Quote(quote="one", nth=2)]),
        ("quotes: [{quote: one, fuzzy: true}]", [Quote(quote="one", fuzzy=True)]),
        ("quote: zero, quotes: [one]", [Quote(quote="zero"), Quote(quote="one")]),
        ("quotes: []", []),
    ],
)
def test_quotes_are_words_or_mappings(written: str, quotes: list[Quote]) -> None:
    m = read(f"claims: {{a: {{text: A, {written}}}}}")

    assert list(m.statements[0].quotes) == quotes


def test_expectations_and_silenced_checks_are_read() -> None:
    m = read(
        "claims: {a: {text: A}, b: {text: B}}\nignore: [detached]\n"
        "expect: [{path: [a, b], is: supports}, {path: [b, a], is: unconnected}]"
    )

    assert m.ignore == ("detached",)
    assert m.expect == (
        Expectation(path=("a", "b"), verdict="supports"),
        Expectation(path=("b", "a"), verdict="unconnected"),
    )


@pytest.mark.parametrize(
    "word", ["no", "12:30", "2024-01-01", "010", "0x1F", "1_000", "1e3", ".inf", "null", "~", "=x"]
)
def test_plain_words_stay_as_they_are_written(word: str) -> None:
    m = read(
        f"claims:\n  {word}:\n    text: {word}\n    tags: [{word}]\n    supports: [b]\n"
        "  b: {text: B}\n"
    )

    assert m.statements[0].id == m.statements[0].text == m.statements[0].tags[0] == word
    assert m.relations[0].source == word


def test_certainty_is_a_number_from_0_to_1() -> None:
    m = read("claims: {a: {text: A, certainty: 0}, b: {text: B, certainty: 1e-1}}")

    assert [s.certainty for s in m.statements] == [0, 0.1]


def test_sections_left_empty_are_empty() -> None:
    m = read("source:\nholders:\nclaims:\nevidence:\nexpect:\nignore:\n")

    assert m == argmap.loads(HEAD)


def test_claims_come_before_evidence_wherever_they_stand() -> None:
    m = read("evidence: {e: {text: E}}\nclaims: {b: {text: B}, a: {text: A}}")

    assert list(m.by_id) == ["b", "a", "e"]


def test_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.encode())

    assert argmap.load(path) == argmap.loads(HEAD)


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    body = HEAD + "claims:\n  a:\n    text: >-\n      one\n      two\n    supports: [b]\n"
    body += "  b: {text: B}\n"
    path = tmp_path / "map.yaml"
    path.write_bytes(body.replace("\n", "\r\n").encode())

    m = argmap.load(path)

    assert m == argmap.loads(body)
    assert m.statements[0].text == "one two"
    assert m.positions == argmap.loads(body).positions


def test_a_map_knows_its_file_and_the_text_of_its_source(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text("Words.\r\nMore.", encoding="utf-8", newline="")
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}source: {{file: a.txt}}\n", encoding="utf-8")

    m = argmap.load(path)

    assert (m.path, m.text) == (str(path), "Words.\r\nMore.")


def test_shipped_map_is_loaded_by_its_name() -> None:
    path = argmap.shipped_maps()["us-russia"]

    assert argmap.load("us-russia") == argmap.load(path)


def test_a_file_wins_over_a_shipped_map_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.joinpath("us-russia").write_text("argmap: 1\ntitle: Mine\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert argmap.load("us-russia").title == "Mine"


@pytest.mark.parametrize(("name", "form"), [("map", None), ("map.txt", None), ("map.txt", "json")])
def test_format_is_told_by_the_text_where_the_ending_says_nothing(
    tmp_path: Path, name: str, form: str | None
) -> None:
    path = tmp_path / name
    path.write_text('\n  {"argmap": 1, "title": "T"}', encoding="utf-8")

    assert argmap.load(path, form=form).title == "T"
