"""What of a map each format carries, where it does not carry all."""

from argmap.claims.formats.features import ALL, Feature

ARGGRAPH: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "evidence",
        "holders",
        "quotes",
        "places of quotes",
        "source text",
        "relation ids",
        "undercuts",
        "linked premises",
        "implicit statements",
        "main claim",
        "evidence types and origins",
    }
)
AIF: frozenset[Feature] = frozenset(
    {
        "ids",
        "holders",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "locutions",
        "implicit statements",
    }
)
MARKED: frozenset[Feature] = AIF | {"quotes", "places of quotes", "source text"}
CDCP: frozenset[Feature] = frozenset(
    {
        "ids",
        "evidence",
        "quotes",
        "places of quotes",
        "source text",
        "tags",
        "evidence types and origins",
    }
)
OVA: frozenset[Feature] = MARKED | {"title of the map", "notes", "main claim"}
CARNEADES: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "certainty",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "tags",
    }
)
BRAT: frozenset[Feature] = frozenset(
    {
        "ids",
        "evidence",
        "quotes",
        "places of quotes",
        "source text",
        "relation ids",
        "undercuts",
        "rephrases",
        "tags",
        "notes",
        "main claim",
    }
)
KIALO: frozenset[Feature] = frozenset({"title of the map", "ids", "notes", "main claim"})
LKIF: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "certainty",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "tags",
        "main claim",
    }
)
DRAWN: frozenset[Feature] = ALL - {
    "marks of a draft",
    "details of holders",
    "source text",
    "source",
    "expectations and silenced checks",
}
SKETCH: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "evidence",
        "warrants",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "implicit statements",
        "main claim",
    }
)
OUTLINE: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "evidence",
        "holders",
        "quotes",
        "warrants",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "implicit statements",
        "evidence types and origins",
    }
)
LINKED_DATA: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "evidence",
        "titles",
        "holders",
        "quotes",
        "places of quotes",
        "certainty",
        "warrants",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "tags",
        "notes",
        "implicit statements",
        "main claim",
    }
)
ANNOTATIONS: frozenset[Feature] = frozenset(
    {"title of the map", "ids", "evidence", "quotes", "places of quotes", "tags"}
)
TABLE: frozenset[Feature] = ALL - {
    "marks of a draft",
    "title of the map",
    "details of holders",
    "source text",
    "source",
    "expectations and silenced checks",
}
MAP: frozenset[Feature] = ALL - {"marks of a draft"}
