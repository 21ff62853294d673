"""The fields of a part as plain cells of text, for tables and for the data of graph files.

Numbers and truth values are written as such; a list of words as `one | two`, or as JSON where that
would be ambiguous; anything deeper is JSON.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

import msgspec

from argmap.claims.errors import shown
from argmap.claims.ledger import Ledger
from argmap.claims.model import Link, Locution, Quote, Relation, Statement

YES = "true"
_TRUE = frozenset(("true", "yes", "1", "x", "wahr", "oui"))
_FALSE = frozenset(("false", "no", "0", "", "-"))
_SEPARATOR = " | "
_TRUTHS = frozenset(("implicit", "main", "mutual"))
_LISTS = frozenset(("holder", "tags", "section", "linked", "ignore"))
_DEEP: dict[str, tuple[Any, Callable[[str], Quote | Locution]]] = {
    "quotes": (tuple[Quote | str, ...], lambda words: Quote(quote=words)),
    "locutions": (tuple[Locution | str, ...], lambda words: Locution(words=words)),
}


def cells_of(
    part: Statement | Relation | Link, names: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Give the fields of a part that are set, each as text; a target as the id of what it is.

    Holders stand as their `names`, by id, or where none are given as their ids.
    """
    if names and isinstance(part, Statement):
        part = _with_names(part, names)
    cells = {name: _cell(value) for name, value in msgspec.to_builtins(part).items()}
    if isinstance(part, Relation):
        cells["target"] = part.target_id
    return cells


def _with_names(statement: Statement, names: Mapping[str, str]) -> Statement:
    spoken = (
        msgspec.structs.replace(
            said, speaker=said.speaker and names.get(said.speaker, said.speaker)
        )
        for said in statement.locutions
    )
    holder = tuple(names.get(name, name) for name in statement.holder)
    return msgspec.structs.replace(statement, holder=holder, locutions=tuple(spoken))


def _cell(value: object) -> str:
    if value is True:
        return YES
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return _joined(value)
    return msgspec.json.encode(value).decode()


def _joined(items: Sequence[str]) -> str:
    plain = all(item == item.strip() and item and "|" not in item for item in items)
    if plain and not items[0].startswith("["):
        return _SEPARATOR.join(items)
    return msgspec.json.encode(items).decode()


class CellError(ValueError):
    """A cell does not hold what its column asks for; holds what is wrong and the cure."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.what = what
        self.cure = cure


def fields_of(cells: Mapping[str, str], shape: type[Statement | Relation]) -> dict[str, Any]:
    """Read the fields of a part from cells; an empty cell sets nothing.

    Raises:
        CellError: a cell does not hold what its field asks for.
    """
    return {
        name: _value(name, cells[name])
        for name in shape.__struct_fields__
        if cells.get(name, "").strip()
    }


def _value(name: str, cell: str) -> Any:  # noqa: ANN401
    if name in _TRUTHS:
        return _truth(name, cell)
    if name in _LISTS:
        return _items(cell, tuple[str, ...], name)
    if name in _DEEP:
        shape, make = _DEEP[name]
        found = _items(cell, shape, name)
        return tuple(make(part) if isinstance(part, str) else part for part in found)
    if name == "certainty":
        return _certainty(cell)
    if name == "type":
        return _evidence_type(cell)
    return cell


def _truth(name: str, cell: str) -> bool:
    word = cell.strip().casefold()
    if word not in _TRUE | _FALSE:
        raise CellError(f"{shown(name)} is {shown(cell)}", "Write true or false")
    return word in _TRUE


def _certainty(cell: str) -> float:
    try:
        number = float(cell)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise CellError(f"the certainty is {shown(cell)}", "Write a number from 0 to 1, like 0.5")
    return number


def weight_of(told: object, where: str, ledger: Ledger) -> float | None:
    """Take the weight of an argument for a certainty; what is no number from 0 to 1 is lost."""
    try:
        return None if told is None else _certainty(str(told))
    except CellError:
        ledger.lost("weight of an argument", where, told)
        return None


def _evidence_type(cell: str) -> str:
    field = next(f for f in msgspec.structs.fields(Statement) if f.name == "type")
    known = [word for part in get_args(field.type) for word in get_args(part)]
    if cell not in known:
        cure = f"Write one of {', '.join(known)}"
        raise CellError(f"the type of the evidence is {shown(cell)}", cure)
    return cell


def _items(cell: str, shape: Any, name: str) -> tuple[Any, ...]:  # noqa: ANN401
    if cell.startswith("["):
        try:
            return msgspec.json.decode(cell, type=shape)  # type: ignore[no-any-return]  # a tuple
        except msgspec.DecodeError as error:
            what = f"{shown(name)} begins like a list in JSON, but is none: {error}"
            raise CellError(what, 'Write: one | two, or: ["one", "two"]') from None
    return tuple(item.strip() for item in cell.split("|") if item.strip())
