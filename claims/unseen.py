"""Characters that are no text: control characters, and code points that stand for nothing."""

import re

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


def has_unseen(text: str) -> bool:
    """Whether a text has any, line breaks of other systems apart."""
    return _UNSEEN.search(text) is not None


def without_unseen(text: str) -> str:
    """Leave them out; line breaks, all written as one character, and tabs stay."""
    if text.isprintable():
        return text
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def blanked(text: str) -> str:
    """Put a space in the place of each, so that all else stays where it is."""
    return text if text.isprintable() else _UNSEEN.sub(" ", text)
