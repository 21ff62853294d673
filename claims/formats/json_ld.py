"""JSON-LD in the vocabulary of the AIF ontology (Chesñevar et al. 2006; Rahwan et al. 2007).

Statements are I-nodes; relations RA-nodes, with premises and a conclusion, and CA-nodes, from what
conflicts to what it conflicts with; links MA- and PA-nodes. A quote is an annotation, in the model
of the W3C, whose body is the statement and whose target the place in the source. The context stands
in the file: nothing is fetched.
"""

from typing import Any
from urllib.parse import quote as percent_encoded

import msgspec

from argmap.claims.formats.web_annotations import selectors, source_iri
from argmap.claims.ledger import Writing
from argmap.claims.model import Link, Map, Relation, Statement

BASE = "urn:argmap:map"
CONTEXT: dict[str, Any] = {
    "aif": "http://www.arg.dundee.ac.uk/aif#",
    "dct": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "own": "urn:argmap:terms:",
    "id": "@id",
    "type": "@type",
    "text": "aif:claimText",
    "title": "dct:title",
    "scheme": "own:scheme",
    "premise": {"@id": "aif:Premise", "@type": "@id"},
    "conclusion": {"@id": "aif:Conclusion", "@type": "@id"},
    "conflicting": {"@id": "aif:ConflictingElement", "@type": "@id"},
    "conflicted": {"@id": "aif:ConflictedElement", "@type": "@id"},
    "preferred": {"@id": "aif:PreferredElement", "@type": "@id"},
    "dispreferred": {"@id": "aif:DispreferredElement", "@type": "@id"},
    "holder": {"@id": "dct:creator", "@container": "@list"},
    "note": "dct:description",
    "kind": "own:kind",
    "certainty": {"@id": "own:certainty", "@type": "http://www.w3.org/2001/XMLSchema#double"},
    "because": "own:because",
    "main": "own:main",
    "implicit": "own:implicit",
    "mutual": "own:mutual",
    "tags": "own:tag",
    "annotations": {"@reverse": "oa:hasBody"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "parts": {"@id": "dct:hasPart", "@type": "@id"},
}


def write(m: Map) -> Writing:
    """Write a map; the same map gives the same text."""
    parts = [
        *(_statement(statement, m) for statement in m.statements),
        *(_relation(relation) for relation in m.relations),
        *(_link(link) for link in m.links),
    ]
    root = {
        "@context": CONTEXT,
        "id": BASE,
        "type": "own:Map",
        "title": m.title,
        "parts": parts,
    }
    return Writing(msgspec.json.format(msgspec.json.encode(root), indent=2).decode() + "\n")


def _iri(name: str) -> str:
    return f"{BASE}#{percent_encoded(name, safe='')}"


def _said(**told: Any) -> dict[str, Any]:  # noqa: ANN401  # values of JSON
    return {name: value for name, value in told.items() if value not in (None, (), [], False)}


def _statement(statement: Statement, m: Map) -> dict[str, Any]:
    places = [found for quote in statement.quotes if (found := selectors(quote, m.text))]
    known = m.holders_by_id
    return _said(
        id=_iri(statement.id),
        type="aif:I-node",
        text=statement.text,
        title=statement.title,
        kind=statement.kind,
        holder=[known[name].name if name in known else name for name in statement.holder],
        certainty=statement.certainty,
        main=statement.main,
        implicit=statement.implicit,
        note=statement.note,
        tags=statement.tags,
        annotations=[
            {
                "type": "oa:Annotation",
                "target": {
                    "type": "oa:SpecificResource",
                    "source": source_iri(m),
                    "selector": place,
                },
            }
            for place in places
        ],
    )


def _relation(relation: Relation) -> dict[str, Any]:
    is_support = relation.kind == "support"
    ends = ("premise", "conclusion") if is_support else ("conflicting", "conflicted")
    premises = [_iri(premise) for premise in relation.premises]
    return _said(
        id=_iri(relation.id),
        type="aif:RA-node" if is_support else "aif:CA-node",
        scheme=relation.scheme,
        because=relation.because,
        certainty=relation.certainty,
        mutual=relation.mutual,
        **{ends[0]: premises, ends[1]: _iri(relation.target_id)},
    )


def _link(link: Link) -> dict[str, Any]:
    source, target = _iri(link.source), _iri(link.target)
    if link.kind == "preference":
        ends = {"type": "aif:PA-node", "preferred": source, "dispreferred": target}
    else:
        ends = {"type": "aif:MA-node", "premise": source, "conclusion": target}
    return _said(id=_iri(link.id), scheme=link.scheme, **ends)
