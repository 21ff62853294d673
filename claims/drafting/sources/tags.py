"""HTML to its tags and words, in one pass.

Follows the tokenizer of the HTML standard in what a reader can notice: comments, raw text,
attributes, character references, tags that never end. What stands in scripts and styles is passed
over unread. Every step goes forward, so that time is linear in the text whatever it holds; tree
builders are not: a megabyte of open tags took lexbor minutes, and unclosed ones the standard
library's parser of Python 3.11.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\s>]*+))?"""
)
_TAG_END = re.compile(r"[\s/]*+>")
_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript")
_TEXT_ONLY = ("title", "textarea")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, *_TEXT_ONLY)}
_NO_ATTRIBUTES: dict[str, str] = {}


class Words(NamedTuple):
    """Words between tags, their character references resolved."""

    text: str


class Open(NamedTuple):
    """A start tag; names are in lower case. `is_whole`: it closes itself, as in XML."""

    name: str
    attributes: dict[str, str]
    is_whole: bool = False


class Close(NamedTuple):
    """An end tag."""

    name: str


def tags(text: str) -> Iterator[Words | Open | Close]:
    """Give the tags and words of HTML in their order; linear in its length."""
    at, length = 0, len(text)
    while at < length:
        angle = text.find("<", at)
        angle = length if angle < 0 else angle
        if angle > at:
            yield Words(unescape(text[at:angle]))
        at = angle + 1
        if text.startswith("!--", at):
            at = _after(text, "-->", at + 1)
        elif text.startswith(("!", "?"), at):
            at = _after(text, ">", at)
        elif name := _NAME.match(text, at):
            tag, at = _open(text, name.end(), name[0].lower())
            if tag is None:
                return
            yield tag
            if tag.name in _ENDS and not tag.is_whole:
                start, at = at, _end_of_text(text, at, tag.name)
                yield Words(unescape(text[start:at]) if tag.name in _TEXT_ONLY else "")
        elif text.startswith("/", at) and (name := _NAME.match(text, at + 1)):
            yield Close(name[0].lower())
            at = _after(text, ">", name.end())
        elif angle < length:
            yield Words("<")


def _open(text: str, at: int, name: str) -> tuple[Open | None, int]:
    """Read the attributes of a start tag; None for a tag that never ends."""
    attributes = _NO_ATTRIBUTES
    while at < len(text):
        end = _TAG_END.match(text, at)
        if end:
            return Open(name, attributes, "/" in end[0]), end.end()
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            break
        attributes = {**attributes} if attributes is _NO_ATTRIBUTES else attributes
        value = found["value"] or ""
        value = value[1:-1] if value[:1] in ('"', "'") and value[:1] == value[-1:] else value
        attributes.setdefault(found["name"].lower(), unescape(value))
        at = found.end()
    return None, len(text)


def _end_of_text(text: str, at: int, name: str) -> int:
    end = _ENDS[name].search(text, at)
    return end.start() if end else len(text)


def _after(text: str, end: str, at: int) -> int:
    found = text.find(end, at)
    return len(text) if found < 0 else found + len(end)
