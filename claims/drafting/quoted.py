"""What stands between quotation marks, blanked out: it is somebody's words, and told by nobody."""

import re

from argmap.claims.drafting.sentences import quotations

BLANK = "~"
"""What stands for each letter between quotation marks."""
ENDS_QUOTED = (",", ".", "!", "?")
"""Marks that end what is quoted, and are not blanked out."""
_PLAIN = str.maketrans("’‘“”„«»–—", '\'\'""""";;')
_LONE_MARK = re.compile('[“”"]')


def unquoted(said: str) -> str:
    """Write a sentence with one form of each mark, and blanks for what is between quotation marks.

    Also for what stands before or after a mark that only closes or only opens. As long as it was.
    """
    plain = said.translate(_PLAIN)
    quoted = quotations(said, 0, len(said))
    for start, end in quoted:
        plain = plain[: start + 1] + _blank(plain[start + 1 : end - 1]) + plain[end - 1 :]
    lone = _LONE_MARK.search(said, quoted[-1][1] if quoted else 0)
    if lone is None:
        return plain
    at = lone.end()
    if lone[0] == "“" or (lone[0] == '"' and said[at : at + 1].isalnum()):
        return plain[:at] + _blank(plain[at:])
    return _blank(plain[: at - 1]) + plain[at - 1 :]


def _blank(quoted: str) -> str:
    """Blank out words, but for the mark that ends them."""
    kept = quoted[-1:] if quoted[-1:] in ENDS_QUOTED else ""
    return BLANK * (len(quoted) - len(kept)) + kept
