"""Check read values against the shape of a map file, and word every mistake.

The fast way is one msgspec conversion. Only when that fails are the values walked, so that not
the first mistake is told but each of them, at its own place.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from argmap.claims.errors import did_you_mean, shown
from argmap.claims.marked_yaml import Mapping, Mark, Report, Sequence

Shape = TypeVar("Shape", bound=msgspec.Struct)
Mistake = tuple[Mark, str, str]


def convert(value: Mapping, shape: type[Shape], report: Report) -> Shape | None:
    """Turn a read mapping into a `shape`; None where it does not fit, which is reported."""
    try:
        return msgspec.convert(value, shape, strict=False)
    except msgspec.ValidationError as error:
        mistakes = list(_mistakes(value, value.mark, _type_of(shape), ""))
        for mistake in mistakes or [(value.mark, str(error), "")]:
            report(*mistake)
        return None


@cache
def _type_of(shape: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(shape)


def _mistakes(
    value: Any,  # noqa: ANN401
    mark: Mark,
    expected: inspect.Type,
    name: str,
    expects: str = "a mapping",
) -> Iterator[Mistake]:
    if isinstance(expected, inspect.Metadata):
        expects = (expected.extra or {}).get("expects", expects)
        yield from _mistakes(value, mark, expected.type, name, expects)
    elif value is None:
        yield mark, f"{shown(name)} has no value", f"Write {expects}, or remove the key"
    elif isinstance(expected, inspect.UnionType):
        member = next((t for t in expected.types if _same_sort(value, t)), None)
        if member is None:
            yield _misfit(value, mark, name, expects)
        else:
            yield from _mistakes(value, mark, member, name, expects)
    elif not _same_sort(value, expected):
        yield _misfit(value, mark, name, expects)
    elif isinstance(expected, inspect.StructType):
        yield from _struct_mistakes(value, expected, name)
    elif isinstance(expected, inspect.DictType):
        for key, entry in value.items():
            yield from _mistakes(entry, value.values_at[key], expected.value_type, key)
    elif isinstance(expected, inspect.ListType):
        for item, at in zip(value, value.items_at, strict=True):
            yield from _mistakes(item, at, expected.item_type, name, f"an item of {expects}")
    elif isinstance(expected, inspect.TupleType):
        if len(value) != len(expected.item_types):
            yield _misfit(value, mark, name, expects)
            return
        for item, at, item_type in zip(value, value.items_at, expected.item_types, strict=True):
            yield from _mistakes(item, at, item_type, name, expects)
    elif not _fits(value, expected):
        yield _misfit(value, mark, name, expects)


def _same_sort(value: Any, expected: inspect.Type) -> bool:  # noqa: ANN401
    bare = expected.type if isinstance(expected, inspect.Metadata) else expected
    if isinstance(bare, inspect.UnionType):
        return any(_same_sort(value, t) for t in bare.types)
    if isinstance(bare, inspect.StructType | inspect.DictType):
        return isinstance(value, Mapping)
    if isinstance(bare, inspect.ListType | inspect.TupleType):
        return isinstance(value, Sequence)
    return not isinstance(value, Mapping | Sequence)


def _fits(value: str, expected: inspect.Type) -> bool:
    if isinstance(expected, inspect.StrType):
        return len(value) >= (expected.min_length or 0)
    if isinstance(expected, inspect.LiteralType):
        return str(value) in map(str, expected.values)
    if isinstance(expected, inspect.BoolType):
        return value.casefold() in ("true", "false")
    number = int if isinstance(expected, inspect.IntType) else float
    try:
        found = number(value)
    except ValueError:
        return False
    low, high = getattr(expected, "ge", None), getattr(expected, "le", None)
    return (low is None or found >= low) and (high is None or found <= high)


def _misfit(value: Any, mark: Mark, name: str, expects: str) -> Mistake:  # noqa: ANN401
    if isinstance(value, Mapping):
        found = "a mapping"
    elif isinstance(value, Sequence):
        found = f"a list of {len(value)}"
    else:
        found = shown(str(value)) if value else "empty"
    return mark, f"{shown(name)} must be {expects}, not {found}", ""


def _struct_mistakes(
    value: Mapping, expected: inspect.StructType, name: str
) -> Iterator[Mistake]:
    fields = {f.encode_name: f for f in expected.fields}
    for key, entry in value.items():
        if key in fields:
            yield from _mistakes(entry, value.values_at[key], fields[key].type, key)
        else:
            cure = did_you_mean(key, fields, f"Known here: {', '.join(fields)}")
            yield value.keys_at[key], f"unknown key {shown(key)}", cure
    for key, field in fields.items():
        if field.required and key not in value:
            owner = shown(name) if name else "the map"
            yield value.mark, f"{owner} has no {shown(key)}", f"Add {key}: {_example(field.type)}"


def _example(expected: inspect.Type) -> str:
    extra = (expected.extra or {}) if isinstance(expected, inspect.Metadata) else {}
    return f"({extra.get('expects', 'a mapping')})"
