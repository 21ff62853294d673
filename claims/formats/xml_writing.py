"""XML, written line by line: every text escaped, nothing that XML cannot hold."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}


def text_of(words: str) -> str:
    """Escape text that stands between tags; what XML cannot hold becomes U+FFFD."""
    return escape(_UNFIT.sub("\ufffd", words), {"\r": "&#13;"})


def tag(name: str, attributes: Mapping[str, str], *, empty: bool = False) -> str:
    """Open an element, or write it whole where it is empty."""
    told = "".join(
        f' {key}="{escape(_UNFIT.sub(chr(0xFFFD), value), _BREAKS)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}{'/' if empty else ''}>"


def leaf(name: str, attributes: Mapping[str, str], words: str) -> str:
    """Write an element that holds nothing but text."""
    return f"{tag(name, attributes)}{text_of(words)}</{name}>"


def is_fit(words: str) -> bool:
    """Whether XML can hold all characters of a text."""
    return _UNFIT.search(words) is None
