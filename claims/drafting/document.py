"""A text to draft from: its words, and which stretches of them are what."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal[
    "title",
    "standfirst",
    "heading",
    "paragraph",
    "list item",
    "caption",
    "credit",
    "pull quote",
    "navigation",
    "table",
    "code",
    "footnote",
]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that serves one end; `start` and `end` count its code points."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A text and its blocks, in the order of the text and apart from each other.

    `notes` holds what a reader of the draft should know about the text, a sentence each.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    notes: tuple[str, ...] = ()
