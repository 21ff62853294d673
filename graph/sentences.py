"""How statements, relations and routes are told in words, on the terminal as on the page.

The page's assets/sentences.js says the same in the same words.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.claims.model import LinkKind, Map, Relation, RelationKind, Statement

if TYPE_CHECKING:
    from argmap.graph.routes import Polarity, Route, Step

_LONGEST = 72
_LONGEST_QUOTE = 160
_VERDICTS: "dict[Polarity, str]" = {
    "supports": "supports",
    "undermines": "undermines",
    "mixed": "both supports and undermines",
}
_VERBS: dict[RelationKind, str] = {"support": "speaks for", "contrast": "speaks against"}
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
# Words that are no names wherever they stand: a warrant that begins with one goes on in small
# letters after "because".
_NO_NAMES = frozenset(
    (  # noqa: SIM905
        "A All An And Another Any As At Both But By Each Either Every Everybody Everyone "
        "Few For From Half He How However If In It Its Like Many More Most Neither No Nobody None "
        "Not Nothing Of On Once One Only Other Others Out Over She Since So Some Somebody Someone "
        "Something Such That The Their There These They This Those Though Three To Two Under "
        "Unless Until We What Whatever When Whenever Where Wherever Whether Which While Who "
        "Whoever Whose Why With Within Without You Your"
    ).split()
)


class Weakest(NamedTuple):
    """What on a route is least certain: one of its relations, or one of its statements.

    `hop` counts the steps from 0; a statement belongs to the step that it is the reason of.
    """

    certainty: float
    hop: int
    id: str


def holder_words(m: Map, chain: tuple[str, ...]) -> str:
    """Name who holds a statement: `"Moscow, per Washington"`; "" for nobody."""
    return ", per ".join(map(m.holder_name, reversed(chain)))


def relation_words(kind: RelationKind, *, mutual: bool = False) -> str:
    """Name what a relation does: `"supports"`, `"contrasts with"`, `"is set against"`."""
    if mutual:
        return "is set against"
    return "supports" if kind == "support" else "contrasts with"


def link_words(kind: LinkKind, *, back: bool = False) -> str:
    """Name what a link says of its source, or of its target: `"says in other words"`."""
    if kind == "rephrase":
        return "is said in other words by" if back else "says in other words"
    return "is put after" if back else "is put before"


def label(statement: Statement) -> str:
    """Give the short label of a statement: its title, or else its text, on one line."""
    return " ".join((statement.title or statement.text).split())


def quoted(statement: Statement) -> str:
    """Name a statement within a sentence: its label in quotation marks, cut where it is long."""
    return f"“{_cut(without_stop(label(statement)), _LONGEST)}”"


def without_stop(text: str) -> str:
    """Take the full stop from the end of a text; dots that trail off stay."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def named(m: Map, node: str) -> str:
    """Name what a route visits: `"“It rained” [The author]"`, or the step that it is."""
    if node not in m.by_id:
        return step_words(m, node)
    holder = holder_words(m, m.by_id[node].holder)
    words = quoted(m.by_id[node])
    return f"{words} [{holder}]" if holder else words


def step_words(m: Map, relation: str) -> str:
    """Tell a relation as a step: `"the step from “It rained” to “The street is wet”"`."""
    told = m.relations_by_id[relation]
    start = listed([quoted(m.by_id[premise]) for premise in told.premises])
    end = quoted(m.by_id[told.target_id]) if told.target_id in m.by_id else "another step"
    return f"the step from {start} to {end}"


def source_words(m: Map, node: str) -> str | None:
    """Give the words of the source that a statement stands on, cut where they are long.

    The first of its quotes; None if it has none, or is a relation.
    """
    quotes = m.by_id[node].quotes if node in m.by_id else ()
    if not quotes:
        return None
    first = quotes[0]
    found = m.text is not None and first.start is not None and first.end is not None
    words = m.text[first.start : first.end] if found and m.text else first.quote
    return f"“{_cut(' '.join(words.split()), _LONGEST_QUOTE)}”"


def hop_sentences(m: Map, route: "Route") -> tuple[str, ...]:
    """Tell every step of a route in a sentence, as a reader would: each goes on from the last.

    With holders and warrants; linked premises are named, and a mutual contrast says so.
    """
    return tuple(
        _hop(m, step, node, onto, first=place == 0)
        for place, ((node, onto), step) in enumerate(
            zip(pairwise(route.nodes), route.relations, strict=True)
        )
    )


def route_verdict(m: Map, route: "Route") -> str:
    """Tell what one route amounts to, its length, how much is only proposed, what least certain."""
    last = quoted(m.by_id[route.nodes[-1]])
    told = f"So it {route.polarity} {last}: {size_words(route)}."
    proposed = sum(m.relations_by_id[step.id].status == "proposed" for step in route.relations)
    if proposed:
        size = amount(proposed, "step")
        told += f" {size.capitalize()} {'is' if proposed == 1 else 'are'} only proposed."
    weak = weakest(m, route)
    if weak is None:
        return told
    what = quoted(m.by_id[weak.id]) if weak.id in m.by_id else step_words(m, weak.id)
    return f"{told} Least certain is {what} ({certainty_words(weak.certainty)})."


def weakest(m: Map, route: "Route") -> Weakest | None:
    """Find what on a route is least certain: its relations, and its statements but the last.

    Of equals the one that comes first. None where nothing is said to be less than certain.
    """
    said = []
    for hop, (node, step) in enumerate(zip(route.nodes, route.relations, strict=False)):
        if node in m.by_id:
            said.append((m.by_id[node].certainty, hop, node))
        said.append((m.relations_by_id[step.id].certainty, hop, step.id))
    doubts = [Weakest(c, hop, i) for c, hop, i in said if c is not None and c < 1]
    return min(doubts, key=lambda weak: weak.certainty, default=None)


def verdict_words(polarity: "Polarity") -> str:
    """Name a polarity: `"supports"`, `"undermines"`, `"both supports and undermines"`."""
    return _VERDICTS[polarity]


def size_words(route: "Route") -> str:
    """Tell a route's length: `"two steps, no contrasts"`."""
    contrasts = sum(step.kind == "contrast" for step in route.relations)
    return f"{amount(len(route.relations), 'step')}, {amount(contrasts, 'contrast')}"


def certainty_words(certainty: float) -> str:
    """Tell a certainty with at most two decimals: `"0.5"`; only what is 0 or 1 is told as such."""
    hundredths = math.floor(certainty * 100 + 0.5)
    if certainty < 1 <= hundredths / 100:
        return "more than 0.99"
    if hundredths == 0 < certainty:
        return "less than 0.01"
    whole, part = divmod(hundredths, 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")


def amount(size: int, word: str) -> str:
    """Count something in words: `"no steps"`, `"one step"`, `"1,200 steps"`."""
    return f"{number(size)} {_of_many(size, word)}"


def counted(size: int, word: str) -> str:
    """Count something in figures: `"0 steps"`, `"1 step"`."""
    return f"{size} {_of_many(size, word)}"


def _of_many(size: int, word: str) -> str:
    return word if size == 1 else f"{word}s"


def number(size: int) -> str:
    """Tell a number: in words up to twelve, then in figures."""
    return _NUMBERS[size] if size < len(_NUMBERS) else f"{size:,}"


def listed(words: Sequence[str]) -> str:
    """Join words to a list: `"a, b and c"`."""
    return " and ".join([*([", ".join(words[:-1])] if len(words) > 1 else []), *words[-1:]])


def _hop(m: Map, step: "Step", node: str, onto: str, *, first: bool) -> str:
    relation = m.relations_by_id[step.id]
    is_step = node not in m.by_id
    start = named(m, node) if first else "That step" if is_step else "That in turn"
    others = _others(relation, node)
    if others:
        start += f", together with {listed([quoted(m.by_id[i]) for i in others])},"
    back = ", and the other way round" if relation.mutual and not is_step else ""
    told = f"{start} {_VERBS[step.kind]} {named(m, onto)}{back}{_reason(step.because)}"
    return told[:1].upper() + told[1:]


def _reason(because: str | None) -> str:
    """End a sentence with its warrant, which may itself begin with "because"."""
    words = without_stop(" ".join((because or "").split()))
    first, _, rest = words.partition(" ")
    said = first.rstrip(":,").lower() == "because"
    words = rest if said else words
    if not words:
        return "."
    end = "" if words.endswith(("!", "?", "…", ".")) else "."
    first = words.partition(" ")[0]
    if first in _NO_NAMES:
        return f", because {first.lower()}{words[len(first) :]}{end}"
    return f", because{'' if said else ':'} {words}{end}"


def _others(relation: Relation, node: str) -> tuple[str, ...]:
    """Return the premises that bear together with a node; none beside the step itself."""
    if node not in relation.premises:
        return ()
    return tuple(premise for premise in relation.premises if premise != node)


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    end = text.rfind(" ", 0, longest)
    return text[: end if end > longest / 2 else longest].rstrip(" ,;:.") + "…"
