"""Text, titles and data so that Argdown takes each for what it is."""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from argmap.claims.formats.argdown.scanning import MENTION

UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile(rf"({MENTION})|[\\*_\[<{{#]|/(?=[/*])|(?:(?<===)|(?=={{3}})|(?<==)(?===))=")
_TITLE = {"[": re.compile(r"(?![\s.…]*\Z)[^\]]+"), "<": re.compile(r"[^>\-+_!][^>]*")}
_NO_TITLE = re.compile(r"[^\w .,-]+")
_TAG = re.compile(r"[\w-]+|[^()\s](?:[^()\n]*[^()\s])?")
_SIMPLE_TAG = re.compile(r"[\w-]+")
_RULES = re.compile(r"(?!-)(?:(?!--|//|/\*|<!--)[^{\\\n])+(?<!-)")
_PLAIN_SCALAR = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*")
_NO_STRINGS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def is_line(text: str) -> bool:
    """Whether a text can stand in one line and be read back as it is."""
    return bool(text) and text == text.strip() and "\n" not in text and "\r" not in text


def escaped(text: str) -> str:
    """Put a backslash before what is markup; mentions are left, for they are read as they stand."""
    return _SPECIAL.sub(lambda found: found[1] or f"\\{found[0]}", text)


def is_title(name: str, bracket: str) -> bool:
    """Whether a name can stand between brackets of this sort."""
    is_plain = name == " ".join(name.split()) and not UNSTORABLE.search(name)
    return is_plain and bool(_TITLE[bracket].fullmatch(name))


def as_title(name: str) -> str:
    """Make a title of a name that is none."""
    return " ".join(_NO_TITLE.sub(" ", name).split()).strip(" .,-_") or "untitled"


def as_tag(tag: str) -> str | None:
    """Write a tag, or give None if it cannot be written as one."""
    if not _TAG.fullmatch(tag) or UNSTORABLE.search(tag) or not is_line(tag):
        return None
    return f"#{tag}" if _SIMPLE_TAG.fullmatch(tag) else f"#({tag})"


def is_rules(scheme: str) -> bool:
    """Whether the name of a scheme can stand as the rules of an inference."""
    return scheme == " ".join(scheme.split()) and bool(_RULES.fullmatch(scheme))


def flow(value: Any) -> str:  # noqa: ANN401
    """Write a value as YAML in one line, without braces in its strings."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {flow(value[key])}" for key in value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value)


def _scalar(text: str) -> str:
    if _PLAIN_SCALAR.fullmatch(text) and text.casefold() not in _NO_STRINGS:
        return text
    return "".join(map(_visible, json.dumps(UNSTORABLE.sub("", text), ensure_ascii=False)))


def _visible(character: str) -> str:
    if character in "{}=" or unicodedata.category(character) in _HIDDEN:
        number = ord(character)
        return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004
    return character
