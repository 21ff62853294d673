"""The parts of a Word file that hold words: its styles, its body, its notes.

Readers of one pass: they are told of elements as these come, and keep the words of the paragraph
that is being read, no tree.
"""

from argmap.claims.drafting.document import BlockKind
from argmap.claims.drafting.sources.building import DocumentBuilder

_MAX_DEPTH = 1_000
_WORD = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# Text that was moved away or deleted, and a second telling for programs that do not know the first.
_PASSED_OVER = ("moveFrom", "del", "Fallback", "instrText", "rPrChange", "pPrChange")
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("subtitle", "standfirst"),
    ("heading", "heading"),
    ("caption", "caption"),
    ("intense quote", "pull quote"),
    ("quote", "pull quote"),
    ("list", "list item"),
    ("footnote", "footnote"),
    ("endnote", "footnote"),
    ("toc", "navigation"),
    ("table of", "navigation"),
    ("header", "navigation"),
    ("footer", "navigation"),
    ("html preformatted", "code"),
    ("plain code", "code"),
)
_SAID = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SHORT = 90
_OFF = ("0", "false", "off", "none")


def _name(qualified: str) -> str:
    """Give an element's name if it is one of the word processor's, or of its alternatives."""
    namespace, _, name = qualified.rpartition(" ")
    return name if namespace in _WORD or namespace == _COMPATIBILITY else ""


def _value(attributes: dict[str, str], name: str = "val") -> str:
    return next((v for k, v in attributes.items() if k.rpartition(" ")[2] == name), "")


class StyleReader:
    """Reads from the styles which of them stand for what sort of block."""

    def __init__(self) -> None:
        self.kinds: dict[str, BlockKind] = {}
        self._style = ""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        name = _name(tag)
        if name == "style":
            self._style = _value(attributes, "styleId")
        elif name == "name" and self._style:
            kind = _kind_of_style(_value(attributes))
            if kind:
                self.kinds[self._style] = kind
        elif name == "basedOn" and self._style not in self.kinds:
            based = self.kinds.get(_value(attributes))
            if based:
                self.kinds[self._style] = based

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if _name(tag) == "style":
            self._style = ""

    def say(self, words: str) -> None:
        """Take words; styles have none."""


def _kind_of_style(name: str) -> BlockKind | None:
    name = name.lower()
    return next((kind for beginning, kind in _STYLES if name.startswith(beginning)), None)


class _Paragraph:
    """A paragraph while it is read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.style = ""
        self.is_item = False
        self.bold = 0
        self.length = 0


class BodyReader:
    """Reads the paragraphs and tables of a body, or of notes, into a builder."""

    def __init__(
        self, builder: DocumentBuilder, kinds: dict[str, BlockKind], *, is_notes: bool = False
    ) -> None:
        self._builder = builder
        self._kinds = kinds
        self._is_notes = is_notes
        self._open: list[_Paragraph] = []
        self._passing_over = 0
        self._depth = 0
        self._tables = 0
        self._boxes: list[int] = []  # how many paragraphs were open where a text box began
        self._rows: list[list[list[str]]] = []  # the words of each cell
        self._is_text = self._is_bold = self._is_hidden = False
        self._in_run = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        name = _name(tag)
        self._depth += 1
        if self._passing_over or name in _PASSED_OVER or self._depth > _MAX_DEPTH:
            self._passing_over += 1
        elif name == "p":
            self._open.append(_Paragraph())
        elif name == "txbxContent":
            self._boxes.append(len(self._open))
        elif name == "tbl":
            self._tables += 1
            if self._tables == 1:
                self._rows = []
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._rows[-1].append([])
        elif self._open:
            self._begin_in_paragraph(name, attributes, self._open[-1])

    def _begin_in_paragraph(
        self, name: str, attributes: dict[str, str], paragraph: _Paragraph
    ) -> None:
        if name == "r":
            self._in_run, self._is_bold, self._is_hidden = True, False, False
        elif name == "t":
            self._is_text = not self._is_hidden
        elif name in _SAID and self._in_run:
            paragraph.words.append(_SAID[name])
        elif name == "pStyle":
            paragraph.style = _value(attributes)
        elif name == "numId":
            paragraph.is_item = _value(attributes) != "0"
        elif name in ("b", "vanish") and self._in_run:
            is_on = _value(attributes).lower() not in _OFF
            self._is_bold, self._is_hidden = (
                (is_on, self._is_hidden) if name == "b" else (self._is_bold, is_on)
            )

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name = _name(tag)
        self._depth -= 1
        if self._passing_over:
            self._passing_over -= 1
        elif name == "p" and self._open:
            self._finish(self._open.pop())
        elif name == "txbxContent" and self._boxes:
            self._boxes.pop()
        elif name == "tbl":
            self._tables -= 1
            if self._tables == 0:
                rows = (" | ".join(" ".join(cell) for cell in row) for row in self._rows)
                self._builder.add("table", "\n".join(rows))
        elif name == "t":
            self._is_text = False
        elif name == "r":
            self._in_run = False

    def say(self, words: str) -> None:
        """Take words."""
        if self._is_text and self._open and not self._passing_over:
            paragraph = self._open[-1]
            paragraph.words.append(words)
            paragraph.length += len(words)
            paragraph.bold += len(words) if self._is_bold else 0

    def _finish(self, paragraph: _Paragraph) -> None:
        words = "".join(paragraph.words)
        if self._tables and self._rows and self._rows[-1]:
            self._rows[-1][-1] += words.split()
        else:
            self._builder.add(self._kind(paragraph, words), words)

    def _kind(self, paragraph: _Paragraph, words: str) -> BlockKind:
        if self._is_notes:
            return "footnote"
        given = self._kinds.get(paragraph.style) or _kind_of_style(paragraph.style)
        if self._boxes and given is None:
            return "pull quote"
        if given:
            return given
        if paragraph.is_item:
            return "list item"
        is_bold = paragraph.length > 0 and paragraph.bold == paragraph.length
        is_line = len(words) < _SHORT and words.rstrip()[-1:] not in tuple(".!?:;,")
        return "heading" if is_bold and is_line else "paragraph"
