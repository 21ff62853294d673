"""A Word file (.docx) to a document.

A .docx is a zip of XML. Both can be made to swell without end, so the zip's list of contents is
looked at before it is read, each part is unpacked in pieces up to a bound, and XML that declares
anything is refused at its declaration. Nothing but the parts that hold words is opened.
"""

import io
import struct
import zipfile
import zlib
from xml.parsers import expat

from argmap.claims.drafting.document import Document
from argmap.claims.drafting.sources.building import DocumentBuilder
from argmap.claims.drafting.sources.word_parts import BodyReader, StyleReader
from argmap.claims.errors import MapError, Problem

MAX_PART = 100_000_000
MAX_SWELLING = 200
_MAY_SWELL = 1_000_000
_PIECE = 65_536
_MAX_CONTENTS = 2_000_000
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (EOFError, NotImplementedError, RuntimeError, ValueError, OSError, struct.error)
_END = b"PK\x05\x06"
_END_SIZE, _MAX_COMMENT = 22, 65_535
_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read(data: bytes, path: str) -> Document:
    """Read a Word file; in text that was tracked, changes count as accepted.

    Raises:
        MapError: it is no Word file, is damaged or protected, or unpacks to more than a text has.
    """
    file = _Package(data, path)
    styles = StyleReader()
    file.parse(_STYLES, styles)
    builder = DocumentBuilder()
    file.parse(_BODY, BodyReader(builder, styles.kinds), is_needed=True)
    for part in _NOTES:
        file.parse(part, BodyReader(builder, styles.kinds, is_notes=True))
    return builder.finish()


class _Package:
    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._refuse_long_contents(data)
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OSError):
            raise self._problem("this is not a whole zip file, as a .docx is", _SAVE) from None

    def _refuse_long_contents(self, data: bytes) -> None:
        """Refuse a list of contents that would fill the memory when it is read."""
        at = data.rfind(_END, max(0, len(data) - _MAX_COMMENT - _END_SIZE))
        if at < 0 or at + _END_SIZE > len(data):
            raise self._problem("this is not a whole zip file, as a .docx is", _SAVE)
        (size,) = struct.unpack_from("<I", data, at + 12)
        if size > _MAX_CONTENTS:
            raise self._problem("its list of contents is longer than a text needs", _SAVE)

    def parse(
        self, part: str, reader: BodyReader | StyleReader, *, is_needed: bool = False
    ) -> None:
        """Read a part as XML; one that is not there is passed over unless it is needed."""
        try:
            info = self.zip.getinfo(part)
        except KeyError:
            if is_needed:
                raise self._problem("there is no text of a Word file in it", _SAVE) from None
            return
        if info.flag_bits & 1:
            raise self._problem("it is protected by a password", "Save it without one")
        if info.compress_type not in _PACKED:  # others may ask for any amount of memory
            raise self._problem(f"{part} is packed in a way that Word does not use", _SAVE)
        if info.file_size > MAX_PART:
            raise self._swollen(part)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_declaration
        parser.StartElementHandler = reader.begin
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.say
        try:
            self._feed(parser, info)
        except expat.ExpatError as error:
            what = f"{part} is not XML: {expat.ErrorString(error.code)}, line {error.lineno}"
            raise self._problem(what, _SAVE) from None
        except MapError:
            raise
        except (zipfile.BadZipFile, zlib.error, *_UNREADABLE):
            raise self._problem(f"{part} cannot be unpacked", _SAVE) from None

    def _feed(self, parser: expat.XMLParserType, info: zipfile.ZipInfo) -> None:
        most = max(_MAY_SWELL, MAX_SWELLING * info.compress_size)
        unpacked = 0
        with self.zip.open(info) as stream:
            while piece := stream.read(_PIECE):
                unpacked += len(piece)
                if unpacked > min(most, MAX_PART):
                    raise self._swollen(info.filename)
                parser.Parse(piece, False)
        parser.Parse(b"", True)

    def _swollen(self, part: str) -> MapError:
        return self._problem(f"{part} unpacks to more than a text has, as in a zip bomb", _SAVE)

    def _refuse_declaration(self, *_: object) -> None:
        raise self._problem("its XML declares entities, which no Word file needs", _SAVE)

    def _problem(self, what: str, cure: str) -> MapError:
        return MapError([Problem(self.path, None, None, what, cure)])


_SAVE = "Open it in a word processor, and save it as .docx anew"
