"""What of a map each format carries, where it does not carry all."""

from argmap.claims.formats.features import ALL, Feature

_QUOTED: frozenset[Feature] = frozenset(
    {"ids", "evidence", "quotes", "places of quotes", "source text"}
)
_STEPS: frozenset[Feature] = frozenset(
    {"undercuts", "linked premises", "mutual contrasts", "rephrases", "preferences"}
)

AIF: frozenset[Feature] = _STEPS | {
    "ids",
    "holders",
    "schemes",
    "relation ids",
    "locutions",
    "implicit statements",
}
MARKED: frozenset[Feature] = AIF | {"quotes", "places of quotes", "source text"}
OVA: frozenset[Feature] = MARKED | {"title of the map", "notes", "main claim"}
ARGGRAPH: frozenset[Feature] = _QUOTED | {
    "title of the map",
    "holders",
    "relation ids",
    "undercuts",
    "linked premises",
    "tags",
    "implicit statements",
    "main claim",
    "evidence types and origins",
}
BRAT: frozenset[Feature] = _QUOTED | {
    "relation ids",
    "undercuts",
    "rephrases",
    "tags",
    "notes",
    "main claim",
}
CDCP: frozenset[Feature] = _QUOTED | {"tags", "evidence types and origins"}
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
LKIF: frozenset[Feature] = CARNEADES - {"mutual contrasts"} | {"main claim"}
KIALO: frozenset[Feature] = frozenset({"title of the map", "ids", "notes", "main claim"})
DRAWN: frozenset[Feature] = ALL - {
    "marks of a draft",
    "details of holders",
    "source text",
    "source",
    "expectations and silenced checks",
}
TABLE: frozenset[Feature] = DRAWN - {"title of the map"}
SKETCH: frozenset[Feature] = _STEPS | {
    "title of the map",
    "evidence",
    "warrants",
    "implicit statements",
    "main claim",
}
OUTLINE: frozenset[Feature] = SKETCH - {"main claim"} | {
    "holders",
    "quotes",
    "evidence types and origins",
}
LINKED_DATA: frozenset[Feature] = DRAWN - {"locutions", "sections", "evidence types and origins"}
ANNOTATIONS: frozenset[Feature] = _QUOTED - {"source text"} | {"title of the map", "tags"}
MAP: frozenset[Feature] = ALL - {"marks of a draft"}
