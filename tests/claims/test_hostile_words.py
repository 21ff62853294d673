"""Words that some format could take for its own signs come through every writer as they are."""

import io
import json
import warnings
from collections.abc import Callable, Mapping

import networkx as nx
import pygraphviz
import pytest
from markdown_it import MarkdownIt
from rdflib import Graph, URIRef

from argmap.claims.formats import format_named
from argmap.claims.model import Holder, Map, Relation, RelationRef, Statement
from tests.claims.carrying import carried

SIGNS = (
    *(
        '"',
        "'",
        "''",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "{",
        "}",
        "\\",
        "\\n",
        "a\\b",
        "|",
        "&",
        "~",
        "`",
    ),
    *("[a]: b", "<a>: b", "@[a]", "@<b>", "+>", "<+", "->", "<-", "><", "_>", "<_", "+ a", "- a"),
    *(
        "(1)",
        "(1) a",
        "--",
        "----",
        "===",
        "# a",
        "#tag",
        "#(a b)",
        "//",
        "/*",
        "*/",
        "<!--",
        "-->",
    ),
    *(
        "**a**",
        "__a__",
        "*a*",
        "_a_",
        "![i](u)",
        "[a](b)",
        "1. a",
        "* a",
        "> a",
        "$x$",
        "%%",
        ":::x",
    ),
    *("&amp;", "&#35;", "&lt;b&gt;", "]]>", "<![CDATA[", "<?xml?>", "<script>x</script>", "<b>"),
    *("a: b", "? a", "no", "null", "~", "12:30", "1e5", "0x1F", "=1+1", "+1", "-1", "@x", "'=1"),
    *("{a: b}", "{a", "a}", "['a']", "a, b", "a;b", "---", "...", "…", "%a", "%%b", "$a"),
    *(
        "é",
        "e\u0301",
        "ß",
        "日本語",
        "עברית",
        "\U0001f5fa",
        "\U0001f468\u200d\U0001f469",
        "\u5317",
    ),
)
WITHIN = ("\t", "\u00a0", "\n", "\n\n", "\n  ", "\u2028", "\u202e", "\u200b", "\ufeff", "\u0085")
"""What may stand in a text, and in no id."""


def hostile() -> Map:
    """Make a map in which every sign is an id, a text, a tag, a warrant and a name."""
    statements = [
        Statement(
            id=sign,
            kind="claim" if number % 2 else "evidence",
            text=f"{sign} and {sign}",
            title=sign,
            holder=("h",),
            tags=(sign, "b"),
            section=(sign,),
            note=f"x {sign}",
        )
        for number, sign in enumerate(dict.fromkeys(SIGNS))
    ]
    statements += (
        Statement(id=f"within-{number}", kind="claim", text=f"a{sign}b", note=f"a{sign}b")
        for number, sign in enumerate(WITHIN)
    )
    reasons = [
        Relation(
            id=f"r {one.id}",
            source=one.id,
            target=statements[0].id,
            kind="support",
            because=one.text,
            scheme=one.id,
        )
        for one in statements[1:]
    ]
    undercuts = [
        Relation(id=f"u {r.id}", source="\\", target=RelationRef(r.id), kind="contrast")
        for r in reasons
    ]
    return Map(
        title=" ".join(SIGNS),
        statements=tuple(statements),
        relations=(*reasons, *undercuts),
        holders=(Holder(id="h", name="<b> & [a]: b #c"),),
    )


HOSTILE = hostile()
TEXTS = {statement.id: statement.text for statement in HOSTILE.statements}


def written(form: str) -> str:
    return format_named(form).write(HOSTILE).text


@pytest.mark.parametrize(
    "form", ["yaml", "json", "argdown", "csv", "tsv", "graphml", "sadface", "arguebuf"]
)
def test_our_reader_gives_them_back(form: str) -> None:
    shape = format_named(form)
    assert shape.reads is not None
    assert shape.writes is not None
    features = shape.reads & shape.writes
    read = shape.read(written(form).encode(), "map").map

    assert carried(read, features) == carried(HOSTILE, features)


def cytoscape_graph(text: str) -> "nx.Graph[str]":
    return nx.cytoscape_graph(json.loads(text))


def gexf_graph(text: str) -> "nx.Graph[str]":
    return nx.read_gexf(io.BytesIO(text.encode()))


def graphml_graph(text: str) -> "nx.Graph[str]":
    return nx.read_graphml(io.BytesIO(text.encode()))


READERS: Mapping[str, Callable[[str], "nx.Graph[str]"]] = {
    "cytoscape": cytoscape_graph,
    "gexf": gexf_graph,
    "graphml": graphml_graph,
}


@pytest.mark.parametrize("form", READERS)
def test_networkx_gives_them_back(form: str) -> None:
    nodes = READERS[form](written(form)).nodes(data=True)

    assert {name: data["text"] for name, data in nodes if data["kind"] != "relation"} == TEXTS


def test_graphviz_gives_them_back() -> None:
    writing = format_named("dot").write(HOSTILE)
    unfit = {loss.where for loss in writing.losses if loss.repaired}
    g = pygraphviz.AGraph(writing.text)
    known = [name for name in TEXTS if not name.startswith("%")]  # Graphviz finds no such name

    assert unfit & TEXTS.keys() == {"\\"}
    for name in known:
        assert name in unfit or g.get_node(name).attr["text"] == TEXTS[name]


def test_rdflib_gives_them_back() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader warns of rdflib
        g = Graph().parse(data=written("jsonld"), format="json-ld")
    said = g.objects(None, URIRef("http://www.arg.dundee.ac.uk/aif#claimText"))

    assert sorted(map(str, said)) == sorted(TEXTS.values())


def test_markdown_has_no_markup_in_it() -> None:
    blocks = MarkdownIt("commonmark").parse(written("markdown"))
    parts = [part for block in blocks for part in block.children or ()]
    said = "".join(part.content for part in parts)

    assert {part.type for part in parts} <= PLAIN | EMPHASIS
    assert all(" ".join(text.split()) in said for text in TEXTS.values())


PLAIN = {"text", "text_special", "strong_open", "strong_close"}
EMPHASIS = {"em_open", "em_close"}
