"""Units: the clauses of a document's body, each with its place and the word it opens with."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.claims.drafting.clauses import clauses
from argmap.claims.drafting.connectives import Connective, opening
from argmap.claims.drafting.document import Block, Document
from argmap.claims.drafting.sentences import sentences

BODY = ("paragraph", "list item")
_FEWEST_LETTERS = 3


class Unit(NamedTuple):
    """A clause of the body, verbatim `text[start:end]`.

    Attributes:
        words: Its words, white space folded.
        start: Where it begins.
        end: Where it ends.
        sentence: The number of its sentence in the text.
        paragraph: The number of its paragraph in the text.
        section: The heading it stands under.
        cue: The connective that it opens with.
        whole: Whether it begins its sentence.
    """

    words: str
    start: int
    end: int
    sentence: int
    paragraph: int
    section: tuple[str, ...]
    cue: Connective | None
    whole: bool


def units(document: Document, progress: Callable[[int], None] | None = None) -> list[Unit]:
    """Part the body of a document into units; linear.

    Args:
        document: the document.
        progress: told after each block how many code points are done.
    """
    found: list[Unit] = []
    section: tuple[str, ...] = ()
    for paragraph, block in enumerate(document.blocks):
        if block.kind == "heading":
            section = (" ".join(document.text[block.start : block.end].split()),)
        elif block.kind in BODY:
            numbered = found[-1].sentence + 1 if found else 0
            found += _of_block(document.text, block, numbered, paragraph, section)
        if progress:
            progress(block.end)
    return found


def _of_block(
    text: str, block: Block, number: int, paragraph: int, section: tuple[str, ...]
) -> Iterator[Unit]:
    for sentence, span in enumerate(sentences(text, block.start, block.end), number):
        for place, (first, last) in enumerate(clauses(text, *span)):
            words = " ".join(text[first:last].split())
            if sum(map(str.isalpha, words)) >= _FEWEST_LETTERS:
                cue = opening(text, first, last, whole=place == 0)
                yield Unit(words, first, last, sentence, paragraph, section, cue, whole=place == 0)
