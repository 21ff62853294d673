"""A map in figures."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given

from argmap.claims.model import Holder, Map, Quote, Statement
from argmap.graph.figures import Dispute, HolderStats, Part, QuoteStats, stats
from tests.graph.sketches import changed, sketch
from tests.strategies import maps


def test_statements_and_relations_are_counted_by_kind() -> None:
    m = sketch("e1 + a", "b & c - a", "d x a", "e2 - [e1+a]", alone="f", main="a")

    found = stats(changed(m, "b", implicit=True))

    assert (found.title, found.main) == ("A sketch", "a")
    assert (found.claims, found.evidence, found.implicit) == (5, 2, 1)
    assert (found.relations, found.supports, found.contrasts) == (4, 1, 3)
    assert (found.mutual, found.undercuts, found.linked) == (1, 1, 1)


def test_roots_bear_on_nothing_and_leaves_rest_on_nothing() -> None:
    found = stats(sketch("a + b", "b & c + d", "c x d", "f - [a+b]", alone="g e"))

    assert found.roots == ("d", "g", "e")
    assert found.leaves == ("a", "c", "f", "g", "e")


@pytest.mark.parametrize(
    ("relations", "main", "depth"),
    [
        (["a + m"], "m", 1),
        (["a + b", "b + m", "a + m"], "m", 2),
        (["a + b", "b + c", "d + m"], "m", 1),
        (["a + b", "b + c", "d + m"], None, 2),
        (["m + a"], "m", 0),
        (["r x m", "e + r"], "m", 2),
        (["a + b", "b + a", "b + m", "e + a"], "m", 2),
        (["a + b", "b + a"], None, 0),
        (["a + m", "b - [a+m]"], "m", 2),
    ],
)
def test_depth_is_the_longest_way_into_the_main_claim(
    relations: list[str], main: str | None, depth: int
) -> None:
    assert stats(sketch(*relations, main=main)).depth == depth


def test_parts_are_named_by_main_claim_or_first_statement() -> None:
    found = stats(sketch("x + y", "a + b", "b + m", "u - [b+m]", alone="z", main="m"))

    assert found.parts == (Part(4, "m"), Part(2, "x"), Part(1, "z"))


def test_holders_are_the_innermost_and_tell_their_side() -> None:
    m = sketch("a + m", "b - m", "c - m", "c + m", "e + b", alone="f", main="m")
    for name, holder in {
        "a": ("w",),
        "b": ("w", "k"),
        "c": ("k",),
        "e": ("k",),
        "f": ("w",),
    }.items():
        m = changed(m, name, holder=holder)

    found = stats(replace(m, holders=(Holder(id="k", name="Kremlin"),)))

    assert found.holders == (
        HolderStats(
            holder="w", name="w", claims=2, evidence=0, supporting=1, undermining=0, mixed=0
        ),
        HolderStats(
            holder=None, name="", claims=1, evidence=0, supporting=0, undermining=0, mixed=0
        ),
        HolderStats(
            holder="k", name="Kremlin", claims=2, evidence=1, supporting=0, undermining=2, mixed=1
        ),
    )


def test_disputes_count_who_contrasts_whom() -> None:
    m = sketch("a x b", "c - b", "c & d - a", "a + c", "b - [a+c]")
    for name, holder in {"a": ("w",), "b": ("k",), "c": ("w",), "d": ("n",)}.items():
        m = changed(m, name, holder=holder)

    assert stats(m).disputes == (
        Dispute("w", "k", 2),
        Dispute("k", "w", 2),
        Dispute("w", "w", 1),
        Dispute("n", "w", 1),
    )


def quoted(*quotes: Quote, text: str | None) -> Map:
    statement = Statement(id="a", kind="claim", text="T", quotes=quotes)
    return Map(title="M", statements=(statement,), text=text)


def test_quotes_are_counted_by_how_they_matched() -> None:
    quotes = (
        Quote(quote="-", match="exact"),
        Quote(quote="-", match="exact"),
        Quote(quote="-", match="folded"),
        Quote(quote="-", match="fuzzy"),
        Quote(quote="-", match="missing"),
        Quote(quote="-"),
    )

    assert stats(quoted(*quotes, text=None)).quotes == QuoteStats(
        total=6, exact=2, folded=1, fuzzy=1, missing=1, unchecked=1
    )


@pytest.mark.parametrize(
    ("spans", "coverage"),
    [
        ([], 0.0),
        ([(0, 10)], 1.0),
        ([(2, 4), (3, 5)], 0.3),
        ([(6, 7), (0, 4), (1, 2)], 0.5),
    ],
)
def test_coverage_counts_each_character_once(spans: list[tuple[int, int]], coverage: float) -> None:
    quotes = [Quote(quote="-", start=start, end=end) for start, end in spans]

    assert stats(quoted(*quotes, Quote(quote="-"), text="x" * 10)).coverage == coverage


@pytest.mark.parametrize("text", [None, ""])
def test_without_a_source_there_is_no_coverage(text: str | None) -> None:
    assert stats(quoted(text=text)).coverage is None


def test_empty_map_has_figures_too() -> None:
    found = stats(Map(title="Empty"))

    assert (found.depth, found.roots, found.parts, found.holders) == (0, (), (), ())


@given(maps())
def test_figures_fit_together_and_become_json(m: Map) -> None:
    found = stats(m)
    statements = len(m.statements)

    assert found.claims + found.evidence == statements
    assert found.supports + found.contrasts == found.relations == len(m.relations)
    assert sum(part.statements for part in found.parts) == statements
    assert sum(each.claims + each.evidence for each in found.holders) == statements
    assert found.depth <= statements + len(m.relations)
    assert msgspec.json.decode(msgspec.json.encode(found), type=type(found)) == found
