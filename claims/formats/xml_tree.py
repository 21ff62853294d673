"""XML to a tree of elements that know where they stand.

The standard library's expat, and nothing else: entities that a file declares itself are refused as
soon as they come, files named by it are never opened, and depth is bounded. Linear in the file.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat

from argmap.claims.errors import MapError, Problem, shown
from argmap.claims.model import Position

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_DEPTH = 100


class Element:
    """An element: its tag without a prefix, its attributes, what is in it, and its place."""

    __slots__ = ("attributes", "children", "content", "place", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], place: Position) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element] = []
        self.content: list[str | Element] = []
        self.place = place

    @property
    def text(self) -> str:
        """The text directly in it."""
        return "".join(part for part in self.content if isinstance(part, str))

    @property
    def all_text(self) -> str:
        """The text in it and in all that is in it, in the order of the file."""
        found: list[str] = []
        pending: list[str | Element] = [self]
        while pending:
            part = pending.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                pending += reversed(part.content)
        return "".join(found)

    def named(self, *tags: str) -> Iterator["Element"]:
        """Find its children of these tags."""
        return (child for child in self.children if child.tag in tags)

    def below(self) -> Iterator["Element"]:
        """Walk itself and all that is in it, in the order of the file."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending += reversed(element.children)


def parse(data: bytes, path: str, *tags: str) -> Element:
    """Read an XML file and give its root, which must have one of the tags.

    Raises:
        MapError: it is no XML, another sort of it, declares entities, or is nested too deeply; says
            where.
    """
    builder = _Builder(path)
    try:
        parser = expat.ParserCreate()
        builder.listen_to(parser)
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = f"this is not XML: {expat.ErrorString(error.code)}"
        cure = "Check the tags and the escapes of < and &"
        raise _mistake(path, error.lineno, error.offset, what, cure) from None
    except (ValueError, LookupError) as error:
        if isinstance(error, MapError):
            raise
        raise _mistake(path, 1, 0, "this encoding is not known", "Save it as UTF-8") from None
    root = builder.root.children[0]
    if root.tag.lower() not in tags:
        what = f"this is XML, but not of arguments as known here: it begins with {shown(root.tag)}"
        cure = f"It should begin with <{tags[0]}>"
        raise _mistake(path, root.place.line, root.place.column - 1, what, cure)
    return root


class _Builder:
    def __init__(self, path: str) -> None:
        self.path = path
        self.root = Element("", {}, Position(1, 1))
        self.open = [self.root]

    def listen_to(self, parser: "XMLParserType") -> None:
        self.parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_declaration
        parser.SkippedEntityHandler = self._refuse_entity

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        place = Position(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if len(self.open) > MAX_DEPTH:
            raise self._here(f"elements are nested more than {MAX_DEPTH} deep", "No map needs that")
        element = Element(tag.rpartition(":")[2], attributes, place)
        self.open[-1].children.append(element)
        self.open[-1].content.append(element)
        self.open.append(element)

    def _end(self, _tag: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].content.append(text)

    def _refuse_declaration(self, name: str, *_: object) -> None:
        raise self._here(
            f"the file declares the entity {shown(name)}", "Write out what it stands for"
        )

    def _refuse_entity(self, name: str, _is_parameter: object) -> None:
        if not _is_parameter:
            raise self._here(f"the entity {shown(name)} is not known", "Write the character itself")

    def _here(self, what: str, cure: str) -> MapError:
        parser = self.parser
        return _mistake(self.path, parser.CurrentLineNumber, parser.CurrentColumnNumber, what, cure)


def _mistake(path: str, line: int, column: int, what: str, cure: str) -> MapError:
    return MapError([Problem(path, line, column + 1, what, cure)])
