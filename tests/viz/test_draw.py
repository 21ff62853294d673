"""Still pictures are valid, whole, and the same every time."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from pygraphviz import AGraph

from argmap.claims import FormatError
from argmap.claims.model import Map, Statement
from argmap.viz.dot_legend import legend_lines
from argmap.viz.draw import Format, draw
from argmap.viz.layout import arrange
from argmap.viz.text import clean
from tests.strategies import maps
from tests.viz.samples import HOSTILE, drafted, grown, hostile, small

SVG = "{http://www.w3.org/2000/svg}"
MAGIC: dict[Format, bytes] = {
    "svg": b"<?xml",
    "pdf": b"%PDF-",
    "png": b"\x89PNG",
    "dot": b"digraph",
}


def text_of(picture: bytes) -> str:
    return " ".join(t.text or "" for t in ET.fromstring(picture).iter(f"{SVG}text"))  # noqa: S314


@pytest.mark.parametrize("kind", MAGIC)
@pytest.mark.parametrize("m", [small(), hostile(), Map(title="Nothing")], ids=lambda m: m.title[:9])
def test_every_format_draws_and_twice_the_same(kind: Format, m: Map) -> None:
    picture = draw(m, kind)

    assert picture.startswith(MAGIC[kind])
    assert picture == draw(m, kind)


@pytest.mark.parametrize("kind", MAGIC)
def test_the_suffix_tells_the_format(kind: Format, tmp_path: Path) -> None:
    file = tmp_path / f"map.{kind}"

    assert draw(small(), file) == file.read_bytes() == draw(small(), kind)


def test_gv_is_dot(tmp_path: Path) -> None:
    assert draw(small(), tmp_path / "map.gv") == draw(small(), "dot")


@pytest.mark.parametrize("to", ["gif", "map.gif", "map", "svg.txt"])
def test_an_unknown_format_is_an_error_and_writes_nothing(
    to: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(FormatError, match="svg, pdf, png, dot"):
        draw(small(), to)

    assert list(tmp_path.iterdir()) == []


def test_the_svg_tells_what_it_shows() -> None:
    root = ET.fromstring(draw(small(), "svg"))  # noqa: S314

    assert root.findtext(f"{SVG}title") == "Should shops open on Sundays?"
    assert "4 claims, 1 piece of evidence, 4 relations" in (root.findtext(f"{SVG}desc") or "")
    assert root.get("role") == "img"


def test_the_svg_holds_every_statement_and_relation() -> None:
    root = ET.fromstring(draw(small(), "svg"))  # noqa: S314
    words = text_of(draw(small(), "svg"))

    assert "Employees are willing." in words
    assert "Unions, per The author" in words
    assert len([p for p in root.iter(f"{SVG}path") if p.get("class") == "line"]) > 6
    assert {g.get("class") for g in root.iter(f"{SVG}g")} >= {
        "claim main",
        "claim implicit",
        "evidence",
        "support",
        "contrast",
    }


@settings(max_examples=25, deadline=None)
@given(maps())
def test_any_map_gives_valid_xml(m: Map) -> None:
    root = ET.fromstring(draw(m, "svg"))  # noqa: S314

    assert next(t.text for t in root.iter(f"{SVG}title")) == xml_text(m.title)


def xml_text(text: str) -> str:
    """What an XML parser gives back: it reads every line end as a newline."""
    return re.sub("\r\n?", "\n", clean(text))


@settings(max_examples=25, deadline=None)
@given(maps())
def test_any_map_gives_a_dot_file_with_all_of_its_text(m: Map) -> None:
    graph = AGraph(string=draw(m, "dot").decode())

    told = {node.attr["text"] for node in graph.nodes() if node.attr["text"]}
    assert {unslashed(text) for text in told} == {unslashed(clean(s.text)) for s in m.statements}
    assert len(graph.edges()) == sum(
        len(r.premises) + 1 if jointed(m, r.id) else 1 for r in m.relations
    )


def unslashed(text: str) -> str:
    return text.replace("\\", "")


def jointed(m: Map, name: str) -> bool:
    relation = m.relations_by_id[name]
    return bool(relation.linked) or any(r.undercuts and r.target_id == name for r in m.relations)


def test_hostile_text_survives_in_the_dot_file() -> None:
    graph = AGraph(string=draw(hostile(), "dot").decode())

    told = [node.attr["note"] for node in graph.nodes() if node.attr["note"]]
    assert len(told) == 3
    # Graphviz keeps the backslashes that protect a backslash before a quotation mark.
    assert {unslashed(note) for note in told} == {unslashed(clean(HOSTILE))}


def legend(m: Map) -> dict[str, str]:
    """The names of the legend's nodes, and their words."""
    graph = AGraph(string="\n".join(["digraph {", *legend_lines(m, arrange(m)), "}"]))
    return {str(node): node.attr["label"] for node in graph.nodes()}


def test_bitmap_and_paper_have_a_legend_of_all_signs() -> None:
    words = set(legend(small()).values()) - {"", None, "\\N"}

    assert words == {
        *("main claim", "claim", "evidence", "supports", "contrasts", "mutual contrast"),
        *("together", "questions a step"),
    }
    assert "proposed" in legend(drafted()).values()
    assert b"questions a step" not in draw(small(), "dot")


def test_no_name_of_the_legend_is_one_of_the_map() -> None:
    m = Map(
        title="Legends",
        statements=(Statement(id="legend claim", kind="claim", text="A legend is a claim."),),
    )

    assert "legend claim" not in legend(m)
    assert "legend claim" in legend(small())
    assert len(draw(m, "png")) > 1000


def test_pictures_carry_no_date() -> None:
    assert b"CreationDate" not in draw(small(), "pdf")


def test_a_large_map_is_drawn_with_a_bounded_number_of_pixels() -> None:
    picture = draw(grown(150, parts=3), "png")

    width, height = (int.from_bytes(picture[k : k + 4], "big") for k in (16, 20))
    assert 1_000_000 < width * height < 80_000_000
