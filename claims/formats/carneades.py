"""The YAML of Carneades 4 (Gordon, Friedrich and Walton 2018): `statements` and `arguments`.

An argument leads from its premises, listed or by role, to its conclusion, and supports it, or
contrasts it where it says `con`; its undercutters and exceptions are statements that bear on the
argument itself. The positions of an issue exclude each other. Assumptions and asserted labels
become tags.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from argmap.claims.errors import MapError, Problem
from argmap.claims.files import decoded
from argmap.claims.formats.cells import weight_of
from argmap.claims.formats.gathering import Gathering
from argmap.claims.ledger import Reading
from argmap.claims.marked_yaml import Mapping, Mark, Sequence, parse
from argmap.claims.model import Position, RelationKind, Source

MAX_POSITIONS = 12
_LABELS = ("in", "out", "undecided")
_PARTS = ("meta", "statements", "arguments", "issues", "assumptions", "tests", "labels")
_UNDERCUTS = ("undercutter", "undercutters", "exceptions")
_ARGUMENT = ("premises", "conclusion", "pro", "con", "scheme", "weight", *_UNDERCUTS)
_WHOLE = frozenset(("convergent", "cumulative"))


def read(data: bytes, path: str) -> Reading:
    """Read a map.

    Raises:
        MapError: it is not YAML, or holds no mapping; lists every mistake.
    """
    root = _root(data, path)
    gathering = Gathering(path, markup=False)
    for name in root:
        if name not in _PARTS:
            gathering.ledger.lost(f"part {name!r} of a Carneades file", f"line {_line(root, name)}")
    _add_statements(root, gathering)
    arguments = list(_mappings(root, "arguments", gathering))
    for key, argument in arguments:
        _add_argument(key, argument, _place(root["arguments"].keys_at[key]), gathering)
    for key, argument in arguments:
        _add_undercutter(key, argument, gathering)
    for key, issue in _mappings(root, "issues", gathering):
        _add_issue(key, issue, gathering)
    meta = root.get("meta")
    told = meta if isinstance(meta, Mapping) else {}
    for name in told:
        if name not in ("title", "source"):
            gathering.ledger.lost(f"meta {name!r}", "meta", told[name])
    origin = " ".join(_text(told.get("source")).split())
    return gathering.finish(title=_text(told.get("title")), source=Source(title=origin or None))


def _root(data: bytes, path: str) -> Mapping:
    problems: list[Problem] = []

    def report(mark: Mark | None, what: str, cure: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        problems.append(Problem(path, line, column, what, cure))

    root = parse(decoded(data, path), report)
    if not isinstance(root, Mapping) and not problems:
        report(None, "this is not a mapping", "Begin with statements:")
    if problems or not isinstance(root, Mapping):
        raise MapError(problems)
    return root


def _line(within: Mapping, key: str) -> int:
    return within.keys_at[key].line + 1


def _place(mark: Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _mappings(root: Mapping, name: str, gathering: Gathering) -> Iterator[tuple[str, Mapping]]:
    part = root.get(name)
    if not isinstance(part, Mapping):
        if part:
            gathering.ledger.lost(f"{name} that are no mapping", f"line {_line(root, name)}")
        return
    for key, value in part.items():
        if isinstance(value, Mapping):
            yield key, value
        else:
            gathering.ledger.lost(f"one of the {name}, which is no mapping", key, value)


def _names(value: object) -> Iterator[str]:
    """Walk the ids that stand for one, in a list, by role, or as keys of empty values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if part is None:
                yield key
            else:
                yield from _names_in(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from _names_in(part)


def _names_in(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from (part[k] for k in ("statement", "stmt") if isinstance(part.get(k), str))
    elif isinstance(part, Sequence):
        yield from (name for name in part if isinstance(name, str))


def _add_statements(root: Mapping, gathering: Gathering) -> None:
    tags = _tags(root, gathering)
    statements = root.get("statements")
    if statements and not isinstance(statements, Mapping):
        where = f"line {_line(root, 'statements')}"
        gathering.ledger.lost("statements that are no mapping", where)
    if not isinstance(statements, Mapping):
        return
    for key, value in statements.items():
        told = value if isinstance(value, Mapping) else {"text": value}
        found = tags.get(key, [])
        if told.get("assumed") == "true" and "assumed" not in found:
            found.append("assumed")
        if isinstance(told.get("label"), str):
            found.append(f"label: {told['label']}")
        for name in told:
            if name not in ("text", "assumed", "label"):
                gathering.ledger.lost(f"{name!r} of a statement", key, told[name])
        place = _place(statements.keys_at[key])
        gathering.add_statement(key, _text(told.get("text")), place=place, tags=tuple(found))


def _tags(root: Mapping, gathering: Gathering) -> dict[str, list[str]]:
    """Find what is assumed of statements, and what they are said to be labelled."""
    tags: dict[str, list[str]] = {}
    for name in _names(root.get("assumptions")):
        tags.setdefault(name, []).append("assumed")
    for part in ("labels", "tests"):
        labels = root.get(part)
        if labels and not isinstance(labels, Mapping):
            gathering.ledger.lost(
                f"{part} that are no mapping", f"line {_line(root, part)}", labels
            )
        for label, names in labels.items() if isinstance(labels, Mapping) else ():
            if label not in _LABELS:
                gathering.ledger.lost(f"label {label!r}", part, names)
                continue
            for name in dict.fromkeys(_names(names)):
                tags.setdefault(name, []).append(f"label: {label}")
    return tags


def _declare(names: Iterable[str], gathering: Gathering) -> None:
    for name in names:
        if gathering.statement(name) is None:
            gathering.ledger.repaired("statement that is used but not declared", name)
            gathering.add_statement(name, name)


def _add_argument(key: str, argument: Mapping, place: Position, gathering: Gathering) -> None:
    kind: RelationKind = "contrast" if "con" in argument else "support"
    side = next((name for name in ("con", "pro") if isinstance(argument.get(name), str)), "")
    target = _text(argument.get("conclusion")) or _text(argument.get(side))
    premises = list(dict.fromkeys(_names(argument.get("premises"))))
    if not target:
        gathering.ledger.lost("argument without a conclusion", key, argument)
        return
    if not premises:
        premises = [f"{key} (premise)"]
        gathering.ledger.repaired("argument without premises", key)
        gathering.add_statement(premises[0], f"The premises of {key}, unsaid.", implicit=True)
    _declare((*premises, target), gathering)
    scheme = _text(argument.get("scheme")) or None
    if scheme in _WHOLE and len(premises) > 1:
        gathering.ledger.repaired(f"{scheme} premises, carried as linked", key)
    if isinstance(argument.get("premises"), Mapping):
        roles = [role for role, name in argument["premises"].items() if name is not None]
        gathering.ledger.lost("roles of premises", key, roles)
    for name in argument:
        if name not in _ARGUMENT:
            gathering.ledger.lost(f"{name!r} of an argument", key, argument[name])
    told = argument.get("weight")
    told = told.get("constant", told) if isinstance(told, Mapping) else told
    weight = weight_of(told, key, gathering.ledger)
    gathering.add_relation(
        key, premises, target, kind, place=place, scheme=scheme, certainty=weight
    )


def _add_undercutter(key: str, argument: Mapping, gathering: Gathering) -> None:
    found = (name for part in _UNDERCUTS for name in _names(argument.get(part)))
    for name in dict.fromkeys(found):
        _declare([name], gathering)
        gathering.add_relation(None, [name], key, "contrast", undercuts=True)


def _add_issue(key: str, issue: Mapping, gathering: Gathering) -> None:
    positions = list(dict.fromkeys(_names(issue.get("positions"))))
    for name in issue:
        if name != "positions":
            gathering.ledger.lost(f"{name!r} of an issue", key, issue[name])
    if len(positions) > MAX_POSITIONS:
        what = f"positions of an issue beyond {MAX_POSITIONS}"
        gathering.ledger.lost(what, key, positions[MAX_POSITIONS:])
        positions = positions[:MAX_POSITIONS]
    _declare(positions, gathering)
    for number, (one, other) in enumerate(combinations(positions, 2), 1):
        name = key if number == 1 else f"{key}-{number}"
        gathering.add_relation(name, [one], other, "contrast", mutual=True)
