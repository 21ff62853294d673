"""The argument graphs of LKIF (ESTRELLA 2008), the XML of Carneades 1 and 2.

A `statement` has its words in `s`, an `argument` a `conclusion` and `premises`; its `direction` is
`pro` or `con`. A premise that is an `exception` bears against the argument itself; one of negative
`polarity` holds where its statement does not, which a map cannot say.
"""

from argmap.claims.formats import xml_tree
from argmap.claims.formats.cells import weight_of
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.xml_tree import Element
from argmap.claims.ledger import Reading
from argmap.claims.model import RelationKind

_DIRECTIONS: dict[str, RelationKind] = {"": "support", "pro": "support", "con": "contrast"}
_VALUES = ("true", "false", "stated", "accepted", "rejected", "questioned", "assumed")
_GRAPHS = ("argument-graph", "argumentGraph")


def read(data: bytes, path: str) -> Reading:
    """Read a map, of all argument graphs in the file. Raises MapError if it is not XML."""
    root = xml_tree.parse(data, path, "lkif")
    gathering = Gathering(path, markup=False)
    graphs = [element for element in root.below() if element.tag in _GRAPHS]
    for child in root.children:
        if child.tag not in (*_GRAPHS, "argument-graphs", "argumentGraphs"):
            gathering.ledger.lost(f"part {child.tag!r} of an LKIF file", f"line {child.place.line}")
    for element in root.below():
        if element.tag == "statement" and _name(element):
            _add_statement(element, gathering)
    for element in root.below():
        if element.tag == "argument" and _name(element):
            _add_argument(element, gathering)
    for graph in graphs[:1]:
        main = graph.attributes.get("main-issue", "")
        if gathering.statement(main):
            gathering.mark_main(main)
    title = next((graph.attributes.get("title", "") for graph in graphs), "")
    return gathering.finish(title=title)


def _name(element: Element) -> str:
    return element.attributes.get("id", "")


def _add_statement(element: Element, gathering: Gathering) -> None:
    words = " ".join(part.all_text for part in element.named("s", "text"))
    told = [element.attributes.get("value", "").casefold()]
    told += ["assumed"] if element.attributes.get("assumption") == "true" else []
    gathering.add_statement(
        _name(element),
        " ".join(words.split()),
        place=element.place,
        tags=tuple(word for word in told if word in _VALUES),
    )


def _add_argument(element: Element, gathering: Gathering) -> None:
    key, ledger = _name(element), gathering.ledger
    direction = element.attributes.get("direction", "").casefold()
    if direction not in _DIRECTIONS:
        ledger.lost(f"argument of the unknown direction {direction!r}", key)
        return
    target = next((e.attributes.get("statement", "") for e in element.named("conclusion")), "")
    premises: list[str] = []
    exceptions: list[str] = []
    for premise in (e for part in element.named("premises") for e in part.named("premise")):
        statement = premise.attributes.get("statement", "")
        sort = premise.attributes.get("type", "")
        if premise.attributes.get("exception") == "true" or sort == "exception":
            exceptions.append(statement)
        elif premise.attributes.get("polarity", "positive") != "positive":
            ledger.lost("premise that must not hold", key, statement)
        else:
            premises.append(statement)
        if premise.attributes.get("role"):
            ledger.lost("role of a premise", key, premise.attributes["role"])
    if element.attributes.get("title"):
        ledger.lost("title of an argument", key, element.attributes["title"])
    if not premises:
        premises = [f"{key} (premise)"]
        ledger.repaired("argument without premises", key)
        gathering.add_statement(premises[0], f"The premises of {key}, unsaid.", implicit=True)
    gathering.add_relation(
        key,
        list(dict.fromkeys(premises)),
        target,
        _DIRECTIONS[direction],
        place=element.place,
        scheme=element.attributes.get("scheme") or None,
        certainty=weight_of(element.attributes.get("weight"), key, ledger),
    )
    for exception in dict.fromkeys(exceptions):
        gathering.add_relation(None, [exception], key, "contrast", undercuts=True)
