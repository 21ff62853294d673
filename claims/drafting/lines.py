"""What a line of plain text is, by its looks and by the words it begins or ends with."""

import re
from functools import cache
from typing import NamedTuple, cast

from argmap.claims.drafting.document import BlockKind
from argmap.claims.drafting.lexicon import table
from argmap.claims.drafting.sentences import sentences

BULLET = re.compile(r"\s*(?:[•‣▪◦●·∙–—*+-]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
FOOTNOTE = re.compile(r"\s*(?:\[\^?\d{1,3}\]:?|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?=\S)")
BYLINE = re.compile(
    r"\s*(?:By|BY|by) [A-Z][\w.’'-]*(?:,? (?:and )?[A-Z][\w.’'-]*){1,5}\s*(?:[|·•].*)?$"
)
_GREETING = re.compile(
    r"\s*(?:Dear [A-Z][\w.’'-]*(?:(?:,? and)? [A-Z][\w.’'-]*){0,4}|To the [Ee]ditor"
    r"|(?:Yours )?(?:[Ff]aithfully|[Ss]incerely|[Tt]ruly)|(?:Kind|Best|Warm) (?:regards|wishes))"
    r"[,:]?\s*$"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s*$")
_SENTENCE_WITHIN = re.compile(r"\w{3}[.!?][”\"’]? [A-Z“\"]")
_CELLS = re.compile(r"\t+| {3,}|\|")
_CODE = re.compile(
    r"[{}<>\\]|[=!]=|\(\)|::|[-=]>|\w\(|\w\s?=\s?[\w\"']|;\s*$|^\s*(?:def|class|import|return)\b"
)
_SHORT = 12
_FEWEST_CELLS = 3
_WORDS_A_MARK = 4
_LONGEST_HEADING = 14


class Furniture(NamedTuple):
    """A pattern of a line that is not part of the argument."""

    kind: BlockKind
    where: str
    words: str


@cache
def _furniture() -> tuple[Furniture, ...]:
    return tuple(
        Furniture(cast("BlockKind", row["kind"]), row["where"], row["words"])
        for row in table("furniture")
    )


def furniture(line: str) -> BlockKind | None:
    """Tell what a line around the article is: a credit, a caption, navigation, a label.

    Returns:
        "standfirst" and "footnote" for the label over such lines; None for any other line.
    """
    plain = " ".join(line.split()).lower()
    for kind, where, said in _furniture():
        if where == "starts":
            fits = plain.startswith(said)
        else:
            fits = plain.rstrip(".").endswith(said) if where == "ends" else said in plain
        if fits and _is_so_short(kind, where, said, plain):
            return kind
    return "credit" if BYLINE.match(line) or _GREETING.match(line) else None


def _is_so_short(kind: BlockKind, where: str, said: str, plain: str) -> bool:
    count = plain.count(" ") + 1
    if kind == "caption":
        return True
    if kind in ("standfirst", "footnote"):
        return plain.rstrip(":.") == said
    after = plain[len(said) : len(said) + 1]
    whole = where != "starts" or not said[-1].isalnum() or not after.isalnum()
    if kind == "navigation":
        is_line = where == "has" or not ends_sentence(plain)
        return whole and is_line and "," not in after and count <= _SHORT * 2
    return whole and (count <= _SHORT or not ends_sentence(plain))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line[-12:]))


def is_heading(line: str) -> bool:
    """Tell whether a line by itself looks like a heading: short, and no sentence in it."""
    plain = line.strip()
    if _SENTENCE_WITHIN.search(plain) and len(sentences(plain, 0, len(plain))) > 1:
        return False
    if plain.endswith((".", ",", ";", "…", "!", '"', "”")) or plain.count(" ") >= _LONGEST_HEADING:
        return False
    return plain[:1].isupper() or plain[:1].isdigit() or plain[:1] in "“‘\"'#"


def is_row(line: str) -> bool:
    """Tell whether a line is a row of a table: several cells."""
    cells = [cell for cell in _CELLS.split(line.strip()) if cell.strip()]
    return len(cells) >= _FEWEST_CELLS


def is_code(line: str) -> bool:
    """Tell whether a line looks like a program's: at least one mark of it for four words."""
    marks = len(_CODE.findall(line))
    return marks > 0 and marks * _WORDS_A_MARK > line.count(" ")
