"""The formats that maps are read from and written to, and how a file's format is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from argmap.claims.errors import ArgmapError, did_you_mean, printable, shown
from argmap.claims.formats import carriage
from argmap.claims.formats.detection import detected
from argmap.claims.formats.features import ALL, Feature, uncarried
from argmap.claims.garbage import no_garbage_collection
from argmap.claims.ledger import Reading, Writing
from argmap.claims.model import Map


class FormatError(ArgmapError, ValueError):
    """A format is not known, or not in this direction; says which are."""


@dataclass(frozen=True)
class Format:
    """A format: its name, the endings of its files, and what it carries.

    Attributes:
        name: What it is called on the command line.
        title: What it is called elsewhere.
        suffixes: The endings of its files; the first format of an ending is written by default.
        module: The module that reads and writes it.
        reads: What of a map its reader gives; None if it is only written.
        writes: What of a map its writer keeps; None if it is only read.
        names_text: Whether its files name the file of their source's text, rather than hold it.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    reads: frozenset[Feature] | None = ALL
    writes: frozenset[Feature] | None = ALL
    names_text: bool = False

    def read(self, data: bytes, path: str) -> Reading:
        """Read a map from a file's bytes; `path` serves messages and finds the source beside it.

        Raises:
            MapError: lists every mistake of the file.
            FormatError: the format is only written.
        """
        if self.reads is None:
            raise FormatError(f"{self.title} can be written, but not read.")
        with no_garbage_collection():
            return cast("Reading", import_module(self.module).read(data, path))

    def write(self, m: Map) -> Writing:
        """Write a map as the text of a file.

        Raises:
            FormatError: the format is only read.
        """
        if self.writes is None:
            raise FormatError(f"{self.title} can be read, but not written.")
        text, losses = cast("Writing", import_module(self.module).write(m))
        return Writing(text, (*uncarried(m, self.writes), *losses))


_HERE = "argmap.claims.formats"
FORMATS = (
    Format("yaml", "argmap's map file", (".yaml", ".yml"), f"{_HERE}.argmap_yaml", names_text=True),
    Format("json", "argmap's JSON", (".json",), f"{_HERE}.argmap_json", names_text=True),
    Format("aif", "AIF JSON", (".aif.json",), f"{_HERE}.aif", carriage.AIF, carriage.AIF),
    Format("xaif", "xAIF", (".xaif.json",), f"{_HERE}.xaif", carriage.MARKED, carriage.MARKED),
    Format("ova", "OVA JSON", (".ova.json",), f"{_HERE}.ova", carriage.OVA, carriage.OVA),
    Format("cdcp", "CDCP annotations", (".ann.json",), f"{_HERE}.cdcp", carriage.CDCP, None),
    Format(
        "sadface",
        "SADFace JSON",
        (".sadface.json",),
        f"{_HERE}.sadface",
        carriage.MAP,
        carriage.MAP,
    ),
    Format(
        "arguebuf",
        "arguebuf JSON",
        (".arguebuf.json",),
        f"{_HERE}.arguebuf",
        carriage.MAP,
        carriage.MAP,
    ),
    Format(
        "arggraph",
        "arggraph XML",
        (".arggraph.xml", ".xml"),
        f"{_HERE}.arggraph",
        reads=carriage.ARGGRAPH,
        writes=None,
    ),
    Format("graphml", "GraphML", (".graphml",), f"{_HERE}.graphml", carriage.MAP, carriage.MAP),
    Format("csv", "CSV edge list", (".csv",), f"{_HERE}.edge_list", carriage.TABLE, carriage.TABLE),
    Format(
        "tsv",
        "TSV edge list",
        (".tsv", ".tab"),
        f"{_HERE}.tab_list",
        carriage.TABLE,
        carriage.TABLE,
    ),
    Format(
        "argdown",
        "Argdown",
        (".argdown", ".ad", ".adown", ".argdn"),
        f"{_HERE}.argdown",
        carriage.MAP,
        carriage.MAP,
        names_text=True,
    ),
    Format(
        "carneades",
        "Carneades YAML",
        (".carneades.yaml", ".carneades.yml"),
        f"{_HERE}.carneades",
        reads=carriage.CARNEADES,
        writes=None,
    ),
    Format("brat", "brat standoff", (".ann",), f"{_HERE}.brat", carriage.BRAT, None),
    Format("kialo", "Kialo export", (".kialo.txt",), f"{_HERE}.kialo", carriage.KIALO, None),
    Format("lkif", "LKIF XML", (".lkif.xml",), f"{_HERE}.lkif", carriage.LKIF, None),
    Format("dot", "DOT", (".dot", ".gv"), f"{_HERE}.dot", None, carriage.DRAWN),
    Format("gexf", "GEXF", (".gexf",), f"{_HERE}.gexf", None, carriage.DRAWN),
    Format("cytoscape", "Cytoscape JSON", (".cyjs",), f"{_HERE}.cytoscape", None, carriage.DRAWN),
    Format("mermaid", "Mermaid", (".mmd", ".mermaid"), f"{_HERE}.mermaid", None, carriage.SKETCH),
    Format("markdown", "Markdown outline", (".md",), f"{_HERE}.markdown", None, carriage.OUTLINE),
    Format("jsonld", "JSON-LD", (".jsonld",), f"{_HERE}.json_ld", None, carriage.LINKED_DATA),
    Format(
        "annotations",
        "W3C annotations",
        (".annotations.json",),
        f"{_HERE}.web_annotations",
        reads=None,
        writes=carriage.ANNOTATIONS,
    ),
)
_BY_NAME = {form.name: form for form in FORMATS}
_BY_FIRST_BYTE = {b"{": "json", b"<": "arggraph"}


def format_named(name: str) -> Format:
    """Find a format by its name; raises FormatError if there is none."""
    if name not in _BY_NAME:
        cure = did_you_mean(name, _BY_NAME, f"Known are {', '.join(_BY_NAME)}")
        raise FormatError(f"unknown format {shown(name)}. {cure}")
    return _BY_NAME[name]


def format_of_output(path: str) -> Format:
    """Find the format that a file's ending asks for; raises FormatError if none has it."""
    name = PurePath(path).name.lower()
    written = [form for form in FORMATS if form.writes is not None]
    found = _by_ending(name, written)
    if found:
        return found
    only_read = _by_ending(name, FORMATS)
    suffix = PurePath(path).suffix.lower()
    ending = f"the ending {shown(suffix)}" if suffix else "a name without ending"
    flaw = f"{only_read.title} can only be read" if only_read else f"{ending} names no format"
    known = ", ".join(dict.fromkeys(s for form in written for s in form.suffixes))
    raise FormatError(f"{printable(path)}: {flaw}. Known are {known}.")


def format_of_input(data: bytes, path: str) -> Format:
    """Tell a file's format by what it holds, or where that says nothing, by its ending.

    Raises:
        FormatError: the ending is that of a format that is only written, or of articles.
    """
    name = detected(data)
    if name is not None:
        return _BY_NAME[name]
    by_ending = _by_ending(path.lower(), FORMATS)
    if by_ending is None or by_ending.reads is None:
        written = f"{by_ending.title} can be written, but not read." if by_ending else ""
        if _seems_article(data, path):
            cure = "If it is an article, 'argmap draft' proposes a map of it."
            raise FormatError(f"{printable(path)}: {written or 'this is no map.'} {cure}")
        if written:
            raise FormatError(f"{printable(path)}: {written}")
    begins = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return by_ending or _BY_NAME[_BY_FIRST_BYTE.get(begins, "yaml")]


def _seems_article(data: bytes, path: str) -> bool:
    from argmap.claims.drafting.sources import seems_article  # noqa: PLC0415  # a rare mistake

    return seems_article(data, path)


def _by_ending(name: str, forms: Iterable[Format]) -> Format | None:
    """Find the format with the longest ending that a name has; of two, the first."""
    endings = [(ending, form) for form in forms for ending in form.suffixes]
    fitting = [(len(ending), form) for ending, form in endings if name.endswith(ending)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
