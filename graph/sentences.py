"""How statements, relations and routes are told in words, on the terminal as on the page.

The page's assets/sentences.js says the same in the same words.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.claims.model import Map, Relation, RelationKind, Statement

if TYPE_CHECKING:
    from argmap.graph.routes import Polarity, Route, Step

_LONGEST = 72
_VERDICTS = {
    "supports": "supports",
    "undermines": "undermines",
    "mixed": "both supports and undermines",
}
_OPPOSITES = {"supports": "undermines", "undermines": "supports"}


def holder_words(m: Map, chain: tuple[str, ...]) -> str:
    """Name who holds a statement: `"Moscow, per Washington"`; "" for nobody."""
    known = m.holders_by_id
    names = [known[i].name if i in known else i for i in reversed(chain)]
    return ", per ".join(names)


def relation_words(kind: RelationKind, *, mutual: bool = False) -> str:
    """Name what a relation does: `"supports"`, `"contrasts with"`, `"is set against"`."""
    if mutual:
        return "is set against"
    return "supports" if kind == "support" else "contrasts with"


def label(statement: Statement) -> str:
    """Give the short label of a statement: its title, or else its text, on one line."""
    return " ".join((statement.title or statement.text).split())


def quoted(statement: Statement) -> str:
    """Name a statement within a sentence: its label in quotation marks, cut where it is long."""
    text = label(statement)
    if len(text) > _LONGEST:
        end = text.rfind(" ", 0, _LONGEST)
        cut = text[: end if end > _LONGEST / 2 else _LONGEST]
        text = cut.rstrip(" ,;:.") + "…"
    return f"“{text}”"


def node_words(m: Map, node: str) -> str:
    """Tell what a route visits: a statement's label and its holder, or the step that it is."""
    return _held(m, node, label(m.by_id[node])) if node in m.by_id else step_words(m, node)


def step_words(m: Map, relation: str) -> str:
    """Tell a relation as a step: `"the step from “It rained” to “The street is wet”"`."""
    told = m.relations_by_id[relation]
    start = " and ".join(quoted(m.by_id[premise]) for premise in told.premises)
    end = quoted(m.by_id[told.target_id]) if told.target_id in m.by_id else "another step"
    return f"the step from {start} to {end}"


def verb_words(m: Map, step: "Step", node: str, onto: str) -> str:
    """Tell what a step does from one node to the next: `"supports, together with “It rained”"`."""
    others = ", ".join(quoted(m.by_id[i]) for i in _others(m.relations_by_id[step.id], node))
    return _verb(m, step, onto) + (f", together with {others}" if others else "")


def hop_sentences(m: Map, route: "Route") -> tuple[str, ...]:
    """Tell every step of a route in a sentence, with holders and warrant."""
    told = []
    for (node, onto), step in zip(pairwise(route.nodes), route.relations, strict=True):
        others = ", ".join(quoted(m.by_id[i]) for i in _others(m.relations_by_id[step.id], node))
        start = _named(m, node) + (f", together with {others}," if others else "")
        because = f", because: {' '.join(step.because.split())}" if step.because else "."
        told.append(f"{_capital(start)} {_verb(m, step, onto)} {_named(m, onto)}{because}")
    return tuple(told)


def verdict(m: Map, route: "Route", polarity: "Polarity") -> str:
    """Tell what a route amounts to, and its length.

    Args:
        m: The map.
        route: The shortest route.
        polarity: How its beginning bears on its end over all walks.
    """
    first, last = (quoted(m.by_id[route.nodes[k]]) for k in (0, -1))
    contrasts = sum(step.kind == "contrast" for step in route.relations)
    size = f"{_amount(len(route.relations), 'step')}, {_amount(contrasts, 'contrast')}"
    if polarity != "mixed":
        return f"So {first} {_VERDICTS[polarity]} {last}: {size}."
    return (
        f"So {first} {_VERDICTS[polarity]} {last}: this way, of {size}, it {route.polarity} it, "
        f"another way it {_OPPOSITES[route.polarity]} it."
    )


def turned(m: Map, source: str, target: str) -> str:
    """Tell that only the second statement bears on the first."""
    first, last = quoted(m.by_id[source]), quoted(m.by_id[target])
    return f"{first} does not bear on {last}, but {last} bears on {first}:"


def unconnected(m: Map, source: str, target: str) -> str:
    """Tell that there is no route, neither way."""
    return f"Neither of {quoted(m.by_id[source])} and {quoted(m.by_id[target])} bears on the other."


def _verb(m: Map, step: "Step", onto: str) -> str:
    if onto not in m.by_id:
        return "backs" if step.kind == "support" else "questions"
    return relation_words(step.kind, mutual=m.relations_by_id[step.id].mutual)


def _others(relation: Relation, node: str) -> tuple[str, ...]:
    """Return the premises that bear together with a node; none beside the step itself."""
    if node not in relation.premises:
        return ()
    return tuple(premise for premise in relation.premises if premise != node)


def _named(m: Map, node: str) -> str:
    return _held(m, node, quoted(m.by_id[node])) if node in m.by_id else step_words(m, node)


def _held(m: Map, node: str, words: str) -> str:
    holder = holder_words(m, m.by_id[node].holder)
    return f"{words} ({holder})" if holder else words


def _amount(size: int, word: str) -> str:
    return f"{size or 'no'} {word}{'' if size == 1 else 's'}"


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
