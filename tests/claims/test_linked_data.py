"""JSON-LD and W3C annotations: triples that rdflib reads, selectors that fit the text."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDF

import argmap
from argmap.claims.formats import format_named
from argmap.claims.model import Holder, Link, Map, Quote, Relation, RelationRef, Source, Statement
from tests.strategies import maps

AIF = Namespace("http://www.arg.dundee.ac.uk/aif#")
OA = Namespace("http://www.w3.org/ns/oa#")
MAP = Namespace("urn:argmap:map#")
TEXT = "One two three, four five."
SAMPLE = Map(
    title='T "</script>',
    statements=(
        Statement(
            id="a b",
            kind="claim",
            text="<b>A</b>",
            holder=("h", "i"),
            tags=("t",),
            quotes=(Quote(quote="two … four", start=4, end=19, match="exact"),),
        ),
        Statement(id="b", kind="claim", text="B", quotes=(Quote(quote="B …"), Quote(quote="B"))),
        Statement(id="c", kind="claim", text="C"),
    ),
    relations=(
        Relation(id="r", source="b", linked=("c",), target="a b", kind="support", scheme="S"),
        Relation(id="u", source="c", target=RelationRef("r"), kind="contrast"),
    ),
    links=(
        Link(id="k", source="c", target="b", kind="rephrase"),
        Link(id="p", source="c", target="b", kind="preference"),
    ),
    holders=(Holder(id="h", name="Ada"), Holder(id="i", name="Ben")),
    source=Source(url="https://example.org/a b"),
    text=TEXT,
)

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


def triples(m: Map) -> Graph:
    return Graph().parse(data=format_named("jsonld").write(m).text, format="json-ld")


def annotations(m: Map) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(format_named("annotations").write(m).text)
    return page


def test_statements_and_relations_are_nodes_of_the_ontology() -> None:
    g = triples(SAMPLE)

    assert set(g.objects(MAP["r"], AIF.Premise)) == {MAP["b"], MAP["c"]}
    assert g.value(MAP["r"], AIF.Conclusion) == MAP["a%20b"]
    assert g.value(MAP["r"], RDF.type) == AIF["RA-node"]
    assert g.value(MAP["u"], AIF.ConflictedElement) == MAP["r"]
    assert g.value(MAP["k"], RDF.type) == AIF["MA-node"]
    assert g.value(MAP["p"], AIF.PreferredElement) == MAP["c"]
    assert str(g.value(MAP["a%20b"], AIF.claimText)) == "<b>A</b>"
    chain = g.value(MAP["a%20b"], DCTERMS.creator)
    assert chain is not None
    assert [str(name) for name in Collection(g, chain)] == ["Ada", "Ben"]


def test_quotes_have_selectors() -> None:
    g = triples(SAMPLE)
    annotation = g.value(None, OA.hasBody, MAP["a%20b"])
    target = g.value(annotation, OA.hasTarget)
    exact = {str(g.value(s, OA.exact)) for s in g.objects(target, OA.hasSelector)}

    assert "two three, four" in exact
    assert g.value(target, OA.hasSource) == URIRef("https://example.org/a%20b")


@settings(max_examples=8, deadline=None)
@given(maps())
def test_any_map_is_readable_as_triples(m: Map) -> None:
    g = triples(m)

    assert len(set(g.subjects(RDF.type, AIF["I-node"]))) == len(m.statements)
    assert {str(t) for t in g.objects(None, AIF.claimText)} == {s.text for s in m.statements}


def test_annotations_select_by_words_and_by_place() -> None:
    page = annotations(SAMPLE)
    first, second = page["items"]

    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert first["target"] == {
        "source": "https://example.org/a%20b",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "two three, four",
                "prefix": "One ",
                "suffix": " five.",
            },
            {"type": "TextPositionSelector", "start": 4, "end": 19},
        ],
    }
    assert first["body"][0] == {
        "type": "TextualBody",
        "format": "text/plain",
        "value": "<b>A</b>",
    }
    assert [body["value"] for body in first["body"][1:]] == ["claim", "t"]
    assert second["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "B"}]


def test_what_annotations_cannot_hold_is_told() -> None:
    m, losses = SAMPLE, format_named("annotations").write(SAMPLE).losses
    found = {loss.what for loss in losses}

    assert m.relations
    assert {"relation", "statement without a quote", "quote without a place"} <= found


def test_places_alone_where_the_text_is_not_at_hand() -> None:
    quote = Quote(quote="x", start=1, end=2, match="exact")
    m = Map(title="T", statements=(Statement(id="a", kind="claim", text="A", quotes=(quote,)),))

    assert annotations(m)["items"][0]["target"] == {
        "source": "urn:argmap:source",
        "selector": [{"type": "TextPositionSelector", "start": 1, "end": 2}],
    }


def test_the_shipped_map_is_annotated_in_full() -> None:
    m = argmap.load("us-russia")
    page = annotations(m)
    text = m.text or ""

    assert len(page["items"]) == sum(len(s.quotes) for s in m.statements)
    for item in page["items"]:
        words, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text.startswith(
            words["prefix"] + words["exact"], place["start"] - len(words["prefix"])
        )


@pytest.mark.parametrize("form", ["jsonld", "annotations"])
def test_an_empty_map_is_a_document(form: str) -> None:
    assert json.loads(format_named(form).write(Map(title="T")).text)
