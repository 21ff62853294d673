"""The nodes and edges of the Argument Interchange Format, to statements and relations.

I (and EN, an enthymeme) are statements; RA, CA, MA and PA stand between them: support, contrast,
rephrase, preference. L, YA and TA are the dialogue: what was said, what it was said for, and what
followed. All of it is linear in nodes and edges.

Source: C. Chesñevar et al., Towards an Argument Interchange Format, 2006; the dialogue: C. Reed et
al., AIF+, 2008.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from argmap.claims.formats.gathering import Gathering
from argmap.claims.model import LinkKind, RelationKind

MAX_STEPS = 100_000
RELATIONS: dict[str, RelationKind] = {"RA": "support", "CA": "contrast"}
LINKS: dict[str, LinkKind] = {"MA": "rephrase", "PA": "preference"}
DEFAULT_NAMES = {
    "RA": "Default Inference",
    "CA": "Default Conflict",
    "MA": "Default Rephrase",
    "PA": "Default Preference",
}
_NO_SCHEMES = frozenset(
    ("", "default", "ra", "ca", "ma", "pa", "inference", "conflict", "rephrase", "preference")
).union(name.casefold() for name in DEFAULT_NAMES.values())

_Role: TypeAlias = Literal["statement", "relation", "link", "locution", "illocution", "transition"]
_ROLES: dict[str, _Role] = {
    **dict.fromkeys(("I", "EN"), "statement"),
    **dict.fromkeys(RELATIONS, "relation"),
    **dict.fromkeys(LINKS, "link"),
    "L": "locution",
    "YA": "illocution",
    "TA": "transition",
}
_STEPS = frozenset(
    [
        ("statement", "relation"),
        ("relation", "statement"),
        ("relation", "relation"),
        ("statement", "link"),
        ("link", "statement"),
        ("locution", "illocution"),
        ("illocution", "statement"),
    ]
)
# What an edge is that is none of these, by the first of these roles that one of its ends has.
_FLAWS: tuple[tuple[_Role | None, str | None], ...] = (
    (None, "edge of a node of unknown type"),
    ("illocution", None),
    ("transition", None),
    ("link", "edge between a rephrase or preference and another step"),
    ("locution", "edge of a locution that no illocution explains"),
)
_UNEXPLAINED = "edge between two statements, of no known kind"


@dataclass(slots=True)
class Step:
    """A node between others: where its edges come from and lead to, without those set aside."""

    type: str
    text: str
    sources: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)


class AifGraph:
    """Takes the nodes of a file, then its edges, and makes a map's parts of them."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.locutions: dict[str, str] = {}
        self.illocutions: dict[str, Step] = {}
        self._roles: dict[str, _Role | None] = {}
        self._relations: dict[str, Step] = {}
        self._links: dict[str, Step] = {}
        self._seen: set[tuple[str, str]] = set()
        self._back: dict[str, str] = {}

    def add_node(self, key: str, sort: str, text: str, **fields: Any) -> None:  # noqa: ANN401
        """Add a node; `fields` are those of a statement."""
        ledger = self.gathering.ledger
        if key in self._roles:
            ledger.lost("second node of the same id", key, {"type": sort, "text": text})
            return
        role = self._roles[key] = _ROLES.get(sort)
        if role == "statement":
            if sort == "EN":
                fields["implicit"] = True
            self.gathering.add_statement(key, text, **fields)
        elif role == "relation":
            self._relations[key] = Step(sort, text)
        elif role == "link":
            self._links[key] = Step(sort, text)
        elif role == "locution":
            self.locutions[key] = text
        elif role == "illocution":
            self.illocutions[key] = Step(sort, text)
        elif role == "transition":
            ledger.lost("transition", key)
        else:
            ledger.lost("node of unknown type", key, {"type": sort, "text": text})

    def name_scheme(self, key: str, name: str) -> bool:
        """Name the scheme of a step if its text names none; tell whether there is such a step."""
        step = self._relations.get(key) or self._links.get(key) or self.illocutions.get(key)
        if step is not None and not is_scheme(step.text):
            step.text = name
        return step is not None

    def add_edge(self, source: str, target: str) -> None:
        """Add an edge; all nodes must be there."""
        edge = (source, target)
        roles = (self._roles.get(source), self._roles.get(target))
        if roles in _STEPS and source != target and edge not in self._seen:
            if roles[0] not in ("statement", "locution"):
                self._step(source).targets.append(target)
            if roles[1] != "statement" and roles[0] != "relation":
                self._step(target).sources.append(source)
        else:
            flaw = self._flaw(edge, roles)
            if flaw:
                self.gathering.ledger.lost(flaw, f"{source} to {target}", list(edge))
        self._seen.add(edge)

    def _flaw(self, edge: tuple[str, str], roles: tuple[_Role | None, _Role | None]) -> str | None:
        """Tell what is wrong with an edge; None if it belongs to the dialogue alone."""
        if not (edge[0] in self._roles and edge[1] in self._roles):
            return "edge with an end that is not there"
        if edge[0] == edge[1]:
            return "edge from a node to itself"
        if edge in self._seen:
            return "edge that is there twice"
        return next((flaw for role, flaw in _FLAWS if role in roles), _UNEXPLAINED)

    def _step(self, key: str) -> Step:
        steps = self._relations.get(key) or self._links.get(key)
        return steps or self.illocutions[key]

    def gather(self) -> None:
        """Make relations and links of all that stands between statements."""
        further: list[tuple[str, list[str], str, Step]] = []
        self._back = mirrored(self._relations)
        both_ways = set(self._back.values())
        for key, step in self._relations.items():
            if key in self._back:
                what = "contrast that is another's way back"
                self.gathering.ledger.repaired(what, key, self._back[key])
                continue
            if key in both_ways or self._is_symmetric(step):
                premise = step.sources[0]
                target = next(target for target in step.targets if target != premise)
                self._add(key, [premise], target, step, mutual=True)
                continue
            ends = self._conclusions(key, step)
            for number, (premises, target) in enumerate(ends, 1):
                if number == 1:
                    self._add(key, premises, target, step)
                else:
                    further.append((f"{key}-{number}", premises, target, step))
        links = [link for key, step in self._links.items() for link in self._link_ends(key, step)]
        # Names made up here come after all others, so as never to be taken for another node's.
        for number, key, source, target in sorted(links, key=lambda link: link[0] > 1):
            step = self._links[key]
            name = key if number == 1 else f"{key}-{number}"
            self.gathering.add_link(name, source, target, LINKS[step.type], self._scheme(key, step))
        for part in further:
            self._add(*part)

    def _conclusions(self, key: str, step: Step) -> list[tuple[list[str], str]]:
        """Pair each conclusion with the premises that are not itself, statements first."""
        ledger = self.gathering.ledger
        if not step.sources or not step.targets:
            found = "premise" if step.targets else "conclusion" if step.sources else "any end"
            ledger.lost(f"{RELATIONS[step.type]} without {found}", key)
            return []
        targets = sorted(step.targets, key=lambda target: self._roles[target] == "relation")
        targets = list(dict.fromkeys(self._back.get(target, target) for target in targets))
        if len(targets) * len(step.sources) > MAX_STEPS and len(targets) > 1:
            ledger.lost("conclusions of a relation with too many ends", key)
            targets = targets[:1]
        elif len(targets) > 1:
            ledger.repaired("relation with several conclusions, taken apart", key, targets)
        ends = [([p for p in step.sources if p != target], target) for target in targets]
        for premises, target in ends:
            if len(premises) < len(step.sources):
                ledger.lost("premise that is its own conclusion", key, target)
        return [(premises, target) for premises, target in ends if premises]

    def _add(
        self, key: str, premises: list[str], target: str, step: Step, *, mutual: bool = False
    ) -> None:
        fields: dict[str, Any] = {"mutual": True} if mutual else {}
        scheme = self._scheme(key, step)
        if scheme:
            fields["scheme"] = scheme
        undercuts = self._roles[target] == "relation"
        self.gathering.add_relation(
            key, premises, target, RELATIONS[step.type], undercuts=undercuts, **fields
        )

    def _link_ends(self, key: str, step: Step) -> list[tuple[int, str, str, str]]:
        """Pair the ends of a link, and number the pairs."""
        kind = LINKS[step.type]
        sources, targets = step.sources, step.targets
        if not sources or not targets:
            self.gathering.ledger.lost(f"{kind} without two ends", key)
            return []
        if len(sources) > 1 and len(targets) > 1:
            self.gathering.ledger.lost(f"{kind} of several statements by several", key)
            return []
        pairs = [(source, target) for source in sources for target in targets]
        if len(pairs) > 1:
            self.gathering.ledger.repaired(f"{kind} with several ends, taken apart", key)
        return [(number, key, *pair) for number, pair in enumerate(pairs, 1)]

    def _scheme(self, key: str, step: Step) -> str | None:
        return self.gathering.clean(step.text, key) if is_scheme(step.text) else None

    def _is_symmetric(self, step: Step) -> bool:
        """Whether a contrast has the same two statements at both ends."""
        if step.type != "CA" or len(step.sources) != 2 or len(step.targets) != 2:  # noqa: PLR2004
            return False
        return set(step.sources) == set(step.targets)


def is_scheme(name: str) -> bool:
    """Whether the text of a scheme node names a scheme, and not just the sort of its node."""
    return name.strip().casefold() not in _NO_SCHEMES


def mirrored(relations: Mapping[str, Step]) -> dict[str, str]:
    """Find contrasts that are another's way back, alike in all but their direction."""
    attackers: defaultdict[str, set[str]] = defaultdict(set)
    ways: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, step in relations.items():
        for target in step.targets:
            attackers[target].add(key)
        if step.type == "CA" and len(step.sources) == len(step.targets) == 1:
            ways[step.sources[0], step.targets[0]].append(key)
    found: dict[str, str] = {}
    for (source, target), keys in ways.items():
        back = ways.get((target, source), []) if source != target else []
        if len(keys) == len(back) == 1 and keys[0] not in found:
            same_scheme = relations[keys[0]].text == relations[back[0]].text
            if same_scheme and attackers[keys[0]] == attackers[back[0]]:
                found[back[0]] = keys[0]
    return found
