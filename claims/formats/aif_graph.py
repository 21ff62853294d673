"""The nodes of the Argument Interchange Format, and what they are to a map.

I (and EN, an enthymeme) are statements; RA, CA, MA and PA stand between them: support, contrast,
rephrase, preference. L, YA and TA are the dialogue: what was said, what it was said for, and what
followed. All of it is linear in nodes and edges.

Source: C. Chesñevar et al., Towards an Argument Interchange Format, 2006; the dialogue: C. Reed et
al., AIF+, 2008.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.scheme_graph import Role, Scheme, SchemeGraph
from argmap.claims.model import LinkKind, RelationKind

RELATIONS: dict[str, RelationKind] = {"RA": "support", "CA": "contrast"}
LINKS: dict[str, LinkKind] = {"MA": "rephrase", "PA": "preference"}
DEFAULT_NAMES = {
    "RA": "Default Inference",
    "CA": "Default Conflict",
    "MA": "Default Rephrase",
    "PA": "Default Preference",
}
_KINDS: dict[str, RelationKind | LinkKind | Literal["illocution"]] = {
    **RELATIONS,
    **LINKS,
    "YA": "illocution",
}
_DIALOGUE: dict[str, Role] = {"L": "locution", "TA": "transition"}
_NO_SCHEMES = frozenset(
    ("", "default", "ra", "ca", "ma", "pa", "inference", "conflict", "rephrase", "preference")
).union(name.casefold() for name in DEFAULT_NAMES.values())


class AifGraph(SchemeGraph):
    """Takes the nodes of a file, then its edges, and makes a map's parts of them."""

    joined = SchemeGraph.joined | {("locution", "illocution"), ("illocution", "statement")}
    flaws = (
        SchemeGraph.flaws[0],
        ("illocution", None),
        ("transition", None),
        *SchemeGraph.flaws[1:],
        ("locution", "edge of a locution that no illocution explains"),
    )

    def __init__(self, gathering: Gathering) -> None:
        super().__init__(gathering)
        self.locutions: dict[str, str] = {}

    @property
    def illocutions(self) -> dict[str, Scheme]:
        """The nodes between what was said and what was put forward with it."""
        return {key: step for key, step in self.schemes.items() if step.kind == "illocution"}

    def add_node(self, key: str, sort: str, text: str) -> bool:
        """Add a node; tell whether its key is new."""
        if sort in ("I", "EN"):
            return self.add_statement(key, text, implicit=sort == "EN")
        if sort in _KINDS:
            return self.add_scheme(key, Scheme(_KINDS[sort], fields=self._named(key, text)))
        raw = {"type": sort, "text": text}
        if sort not in _DIALOGUE:
            return self.add_unknown(key, raw)
        is_new = self.add(key, _DIALOGUE[sort], raw)
        if is_new and sort == "L":
            self.locutions[key] = text
        elif is_new:
            self.gathering.ledger.lost("transition", key)
        return is_new

    def name_scheme(self, key: str, name: str) -> bool:
        """Name the scheme of a step if its text names none; tell whether there is such a step."""
        scheme = self.schemes.get(key)
        if scheme is not None and not scheme.fields:
            scheme.fields = self._named(key, name)
        return scheme is not None

    def gather(self) -> None:
        """Make relations and links of all that stands between statements."""
        back = mirrored(self.schemes)
        for key, there in back.items():
            self.gathering.ledger.repaired("contrast that is another's way back", key, there)
            self.schemes[there].is_mutual = True
            del self.schemes[key]
        if back:
            for scheme in self.schemes.values():
                scheme.targets = {back.get(target, target): None for target in scheme.targets}
        super().gather()

    def _named(self, key: str, name: str) -> dict[str, str]:
        return {"scheme": self.gathering.clean(name, key)} if is_scheme(name) else {}


def is_scheme(name: str) -> bool:
    """Whether the text of a scheme node names a scheme, and not just the sort of its node."""
    return name.strip().casefold() not in _NO_SCHEMES


def mirrored(schemes: Mapping[str, Scheme]) -> dict[str, str]:
    """Find contrasts that are another's way back, alike in all but their direction."""
    attackers: defaultdict[str, set[str]] = defaultdict(set)
    ways: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, scheme in schemes.items():
        for target in scheme.targets:
            attackers[target].add(key)
        if scheme.kind == "contrast" and len(scheme.sources) == len(scheme.targets) == 1:
            ways[next(iter(scheme.sources)), next(iter(scheme.targets))].append(key)
    found: dict[str, str] = {}
    for (source, target), keys in ways.items():
        back = ways.get((target, source), [])
        if source != target and len(keys) == len(back) == 1 and keys[0] not in found:
            same_scheme = schemes[keys[0]].fields == schemes[back[0]].fields
            if same_scheme and attackers[keys[0]] == attackers[back[0]]:
                found[back[0]] = keys[0]
    return found
