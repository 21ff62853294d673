"""Check read values against the shape of a map file, and word every mistake.

The fast way is one msgspec conversion. Only when that fails are the values walked, so that not
the first mistake is told but each of them, at its own place.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect

from argmap.claims.errors import did_you_mean, shown
from argmap.claims.layout import VERSION
from argmap.claims.marked_yaml import Mapping, Mark, Report, Sequence

Shape = TypeVar("Shape", bound=msgspec.Struct)
Mistake = tuple[Mark, str, str]
_EXPECTS: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.BoolType: "true or false",
    inspect.ListType: "a list",
    inspect.VarTupleType: "a list",
    inspect.TupleType: "a list",
}


def convert(value: Mapping, shape: type[Shape], report: Report, name: str) -> Shape | None:
    """Turn a read mapping into a `shape`; None where it does not fit, which is reported.

    `name` is what messages call the whole of it.
    """
    try:
        return msgspec.convert(value, shape, strict=False)
    except msgspec.ValidationError as error:
        mistakes = list(_mistakes(value, value.mark, _type_of(shape), name))
        for mistake in mistakes or [(value.mark, str(error), "")]:
            report(*mistake)
        return None


def settle_version(root: Mapping, report: Report) -> None:
    """Report a version of the format that is not this one, and read on as if it were."""
    version = root.get("argmap")
    if version is None:
        return
    if version != str(VERSION):
        what = f"version {shown(str(version))} of the format is unknown"
        report(root.values_at["argmap"], what, f"This argmap reads argmap: {VERSION}")
    root["argmap"] = VERSION


def sound_part(value: Mapping, shape: type[Shape]) -> Mapping:
    """Give what fits of a mapping that `convert` refused, so that the rest can be checked too.

    What is required but missing is made up, for no map comes of it.
    """
    fields = cast("inspect.StructType", _type_of(shape)).fields
    types = {field.encode_name: field.type for field in fields}
    sound = value.part(
        key
        for key, of in types.items()
        if key in value and not any(_mistakes(value[key], value.mark, of, key))
    )
    for field in fields:
        if field.required and field.encode_name not in sound:
            sound[field.encode_name] = "?"
            sound.values_at[field.encode_name] = value.mark
    return sound


@cache
def _type_of(shape: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(shape)


def _mistakes(
    value: Any,  # noqa: ANN401
    mark: Mark,
    expected: inspect.Type,
    name: str,
    expects: str = "",
) -> Iterator[Mistake]:
    expects = expects or _expects(expected)
    if isinstance(expected, inspect.Metadata):
        yield from _mistakes(value, mark, expected.type, name, _expects(expected))
    elif value is None:
        if not (isinstance(expected, inspect.UnionType) and expected.includes_none):
            yield mark, f"{name} has no value", f"Write {expects}"
    elif isinstance(expected, inspect.UnionType):
        fitting = [t for t in expected.types if _same_sort(value, t)]
        if fitting:
            yield from _mistakes(value, mark, fitting[0], name, expects)
        else:
            yield _misfit(value, mark, name, expects)
    elif not _same_sort(value, expected) or not _fits(value, expected):
        yield _misfit(value, mark, name, expects)
    elif isinstance(value, Mapping):
        yield from _mapping_mistakes(value, expected, name)
    elif isinstance(value, Sequence):
        for index, (item, at) in enumerate(zip(value, value.items_at, strict=True)):
            item_type = _item_type(expected, index)
            yield from _mistakes(item, at, item_type, name, f"an item of {expects}")


def _mapping_mistakes(value: Mapping, expected: inspect.Type, name: str) -> Iterator[Mistake]:
    if not isinstance(expected, inspect.StructType):
        return
    fields = {f.encode_name: f for f in expected.fields}
    for key, entry in value.items():
        if key in fields:
            removable = entry is None and not fields[key].required
            for at, what, cure in _mistakes(
                entry, value.values_at[key], fields[key].type, shown(key)
            ):
                yield at, what, cure + ", or remove the key" * removable
        else:
            cure = did_you_mean(key, fields, f"Known here: {', '.join(fields)}")
            yield value.keys_at[key], f"unknown key {shown(key)}", cure
    for key, field in fields.items():
        if field.required and key not in value:
            yield value.mark, f"{name} has no {shown(key)}", f"Add {key}: ({_expects(field.type)})"


def _item_type(expected: inspect.Type, index: int) -> inspect.Type:
    if isinstance(expected, inspect.TupleType):
        return expected.item_types[index]
    return cast("inspect.ListType", expected).item_type


def _expects(expected: inspect.Type) -> str:
    if isinstance(expected, inspect.Metadata):
        return str((expected.extra or {}).get("expects") or _expects(expected.type))
    if isinstance(expected, inspect.LiteralType):
        return "one of " + ", ".join(map(str, expected.values))
    if isinstance(expected, inspect.UnionType):
        some = (_expects(t) for t in expected.types if not isinstance(t, inspect.NoneType))
        return " or ".join(dict.fromkeys(some))
    return _EXPECTS.get(type(expected), "a mapping")


def _same_sort(value: Any, expected: inspect.Type) -> bool:  # noqa: ANN401
    bare = expected.type if isinstance(expected, inspect.Metadata) else expected
    if isinstance(bare, inspect.UnionType):
        return any(_same_sort(value, t) for t in bare.types)
    if isinstance(bare, inspect.StructType | inspect.DictType):
        return isinstance(value, Mapping)
    if isinstance(bare, inspect.ListType | inspect.VarTupleType | inspect.TupleType):
        return isinstance(value, Sequence)
    return not isinstance(value, Mapping | Sequence)


def _fits(value: Any, expected: inspect.Type) -> bool:  # noqa: ANN401
    if isinstance(expected, inspect.TupleType):
        return len(value) == len(expected.item_types)
    if isinstance(expected, inspect.StrType):
        return len(value) >= (expected.min_length or 0)
    if isinstance(expected, inspect.LiteralType):
        return str(value) in map(str, expected.values)
    if isinstance(expected, inspect.BoolType):
        return value.casefold() in ("true", "false")
    if isinstance(expected, inspect.IntType | inspect.FloatType):
        return _is_number(value, expected)
    return True


def _is_number(value: str, expected: inspect.IntType | inspect.FloatType) -> bool:
    sort: type[float] = float if isinstance(expected, inspect.FloatType) else int
    try:
        found = msgspec.convert(value, sort, strict=False)
    except msgspec.ValidationError:
        return False
    low, high = expected.ge, expected.le
    return (low is None or found >= low) and (high is None or found <= high)


def _misfit(value: Any, mark: Mark, name: str, expects: str) -> Mistake:  # noqa: ANN401
    if isinstance(value, Mapping):
        found, cure = "a mapping", ""
    elif isinstance(value, Sequence):
        found, cure = f"a list of {len(value)}", ""
    else:
        found = shown(str(value)) if value else "empty"
        cure = f"Write [{found[1:-1]}]" if value and expects.startswith("a list") else ""
    return mark, f"{name} must be {expects}, not {found}", cure
