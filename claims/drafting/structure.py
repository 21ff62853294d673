"""Plain text to a document: tell the body from the title, headings, captions and navigation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.claims.drafting.document import Block, BlockKind, Document
from argmap.claims.drafting.lines import (
    BULLET,
    FOOTNOTE,
    furniture,
    is_code,
    is_heading,
    is_row,
)
from argmap.claims.drafting.repeats import Sentences
from argmap.claims.drafting.sentences import Span, sentences, trim

_LINE = re.compile(r"[^\n]+")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_AUTHOR = re.compile(r"\s*[Bb]y ([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4})")
_AROUND = ("credit", "navigation")
_LAST = 3
_WIDEST = 120
_FULL_LINE = 0.6
_LONGEST_TITLE = 30
_LONGEST_PULL_QUOTE = 45
_FEWEST_SHARED = 5
_REPEATED = 0.6


def document_of(text: str) -> Document:
    """Part a plain text into blocks; linear in the text.

    Lines that are folded at a width are joined; else every line is a block. A sentence that
    stands alone and is said again in the body is a pull quote.
    """
    blocks: list[Block] = []
    width = _folded_at(text)
    for lines in _chunks(text):
        blocks += _blocks_of(text, lines, width)
    blocks = settled(text, _titled(text, blocks))
    title = next((b for b in blocks if b.kind == "title"), None)
    named = " ".join(text[title.start : title.end].split()) if title else None
    return Document(text, tuple(blocks), named)


def settled(text: str, blocks: list[Block]) -> list[Block]:
    """Settle from its neighbours, and from what it says again, what each block is; linear."""
    return _pulled(text, _of_author(text, _in_their_place(text, blocks)))


def _chunks(text: str) -> Iterator[list[Span]]:
    """Give the lines that stand together; a fenced part stays together, empty lines and all."""
    lines: list[Span] = []
    end = 0
    fenced = False
    for match in _LINE.finditer(text):
        span = trim(text, *match.span())
        is_apart = match.start() - end > 1 or span[0] == span[1]
        fence = bool(_FENCE.match(match[0]))
        if lines and not fenced and (is_apart or fence):
            yield lines
            lines = []
        if span[0] < span[1]:
            lines.append(match.span())
        end = match.end()
        if fence:
            if fenced:
                yield lines
                lines = []
            fenced = not fenced
    if lines:
        yield lines


def _folded_at(text: str) -> int:
    """Tell the width at which lines are folded; 0 if every line is a paragraph."""
    width = max((m.end() - m.start() for m in _LINE.finditer(text)), default=0)
    return width if width <= _WIDEST else 0


def _blocks_of(text: str, lines: Sequence[Span], width: int) -> Iterator[Block]:
    whole = _whole_kind(text, lines)
    if whole:
        yield _block(text, whole, lines[0][0], lines[-1][1])
        return
    for start, end in _joined(text, lines, width):
        line = text[start:end]
        bullet = BULLET.match(line)
        footnote = FOOTNOTE.match(line)
        if footnote:
            yield _block(text, "footnote", start + footnote.end(), end)
        elif bullet:
            yield _block(text, "list item", start + bullet.end(), end)
        else:
            yield _block(text, furniture(line) or "paragraph", start, end)


def _block(text: str, kind: BlockKind, start: int, end: int) -> Block:
    return Block(kind, *trim(text, start, end))


def _whole_kind(text: str, lines: Sequence[Span]) -> BlockKind | None:
    """Tell whether lines that stand together are one thing: a table, a program, a caption."""
    words = [text[start:end] for start, end in lines]
    if _FENCE.match(words[0]) or sum(map(is_code, words)) * 2 > len(words):
        return "code"
    if len(words) > 1 and sum(map(is_row, words)) * 2 > len(words):
        return "table"
    return None


def _joined(text: str, lines: Sequence[Span], width: int) -> Iterator[Span]:
    """Join the lines of a paragraph that was folded."""
    start, end = lines[0]
    for following in lines[1:]:
        line = text[following[0] : following[1]]
        is_full = end - text.rfind("\n", 0, end) > width * _FULL_LINE
        if width and is_full and not BULLET.match(line) and not FOOTNOTE.match(line):
            end = following[1]
        else:
            yield start, end
            start, end = following
    yield start, end


def _titled(text: str, blocks: list[Block]) -> list[Block]:
    """Make the first line the title, if it looks like one and an article follows."""
    if len(blocks) < 2 or blocks[0].kind != "paragraph":  # noqa: PLR2004  # a title, and a text
        return blocks
    first, following = (text[b.start : b.end] for b in blocks[:2])
    words = first.count(" ") + 1
    longer = len(following) > len(first) or len(blocks) > 2  # noqa: PLR2004  # more follows
    if longer and words <= _LONGEST_TITLE and not first.endswith((".", ",", ";", ":")):
        return [replace(blocks[0], kind="title"), *blocks[1:]]
    return blocks


def _in_their_place(text: str, blocks: list[Block]) -> list[Block]:
    """Settle what a block is from its neighbours: captions, bullets of a summary, headings."""
    found = list(blocks)
    label: BlockKind | None = None
    seen_body = False
    for place, block in enumerate(blocks):
        words = text[block.start : block.end]
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        kind = block.kind
        if kind in ("standfirst", "footnote") and furniture(words) == kind:
            label = kind
        elif kind == "heading":
            label, seen_body = None, True
        elif kind == "list item" and (label == "standfirst" or not seen_body):
            kind = "standfirst"
        elif kind == "paragraph" and after and _is_caption_of(text, block, after):
            kind = "caption"
        elif kind == "paragraph" and after and "\n" not in words and is_heading(words):
            kind, label = "heading", None
        elif label == "footnote" and kind in ("paragraph", "list item"):
            kind = "footnote"
        elif kind == "paragraph":
            seen_body, label = seen_body or _is_body(text, block), None
        found[place] = replace(block, kind=kind)
    return found


def _is_caption_of(text: str, block: Block, after: Block) -> bool:
    """Tell whether a line stands directly over a picture's credit, or over the caption."""
    between = text.count("\n", block.end, after.start)
    if after.kind == "credit" and text[after.start : after.end].startswith(("©", "(c)")):
        return between == 1
    return after.kind == "caption" and between == 1


def _is_body(text: str, block: Block) -> bool:
    return len(sentences(text, block.start, block.end)) > 2  # noqa: PLR2004  # more than a lead


def _of_author(text: str, blocks: list[Block]) -> list[Block]:
    """Find what tells at the end who wrote the text: "Anna Hill teaches law."."""
    bylines = (_AUTHOR.match(text, b.start, b.end) for b in blocks if b.kind in _AROUND)
    names = tuple(f"{match[1]} " for match in bylines if match)
    return [
        replace(block, kind="credit")
        if len(blocks) - place <= _LAST
        and block.kind == "paragraph"
        and text.startswith(names, block.start)
        else block
        for place, block in enumerate(blocks)
    ]


def _pulled(text: str, blocks: list[Block]) -> list[Block]:
    """Find the sentences that stand alone and are said again in a longer paragraph."""
    alone: dict[int, Block] = {}
    bodies: list[str] = []
    for place, block in enumerate(blocks):
        if block.kind == "paragraph":
            parts = sentences(text, block.start, block.end)
            short = text.count(" ", block.start, block.end) < _LONGEST_PULL_QUOTE
            if len(parts) == 1 and short:
                alone[place] = block
            else:
                bodies += [text[start:end] for start, end in parts]
    index = Sentences(bodies)
    found = list(blocks)
    for place, block in alone.items():
        near = index.nearest(text[block.start : block.end])
        if near and near.words >= _FEWEST_SHARED and near.of_both >= _REPEATED:
            found[place] = replace(block, kind="pull quote")
    return found
