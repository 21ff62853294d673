"""The formats that maps are read from and written to, and how a file's format is told."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from argmap.claims.errors import ArgmapError, did_you_mean, printable, shown
from argmap.claims.formats.detection import detected
from argmap.claims.formats.features import ALL, Feature, uncarried
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
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    reads: frozenset[Feature] | None = ALL
    writes: frozenset[Feature] | None = ALL

    def read(self, data: bytes, path: str) -> Reading:
        """Read a map from a file's bytes; `path` serves messages and finds the source beside it.

        Raises:
            MapError: lists every mistake of the file.
            FormatError: the format is only written.
        """
        if self.reads is None:
            raise FormatError(f"{self.title} can be written, but not read.")
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
_ARGGRAPH: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "evidence",
        "holders",
        "quotes",
        "places of quotes",
        "source text",
        "relation ids",
        "undercuts",
        "linked premises",
        "implicit statements",
        "main claim",
        "evidence types and origins",
    }
)
_AIF: frozenset[Feature] = frozenset(
    {
        "ids",
        "holders",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "locutions",
        "implicit statements",
    }
)
_MARKED: frozenset[Feature] = _AIF | {"quotes", "places of quotes", "source text"}
_CDCP: frozenset[Feature] = frozenset(
    {
        "ids",
        "evidence",
        "quotes",
        "places of quotes",
        "source text",
        "tags",
        "evidence types and origins",
    }
)
_OVA: frozenset[Feature] = _MARKED | {"title of the map", "notes", "main claim"}
_CARNEADES: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "certainty",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "tags",
    }
)
_BRAT: frozenset[Feature] = frozenset(
    {
        "ids",
        "evidence",
        "quotes",
        "places of quotes",
        "source text",
        "relation ids",
        "undercuts",
        "rephrases",
        "tags",
        "notes",
        "main claim",
    }
)
_KIALO: frozenset[Feature] = frozenset({"title of the map", "ids", "notes", "main claim"})
_LKIF: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "tags",
        "main claim",
    }
)
_DRAWN: frozenset[Feature] = ALL - {
    "marks of a draft",
    "details of holders",
    "source text",
    "source",
    "expectations and silenced checks",
}
_SKETCH: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "evidence",
        "warrants",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "implicit statements",
        "main claim",
    }
)
_OUTLINE: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "evidence",
        "holders",
        "quotes",
        "warrants",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "implicit statements",
        "evidence types and origins",
    }
)
_LINKED_DATA: frozenset[Feature] = frozenset(
    {
        "title of the map",
        "ids",
        "evidence",
        "titles",
        "holders",
        "quotes",
        "places of quotes",
        "certainty",
        "warrants",
        "schemes",
        "relation ids",
        "undercuts",
        "linked premises",
        "mutual contrasts",
        "rephrases",
        "preferences",
        "tags",
        "notes",
        "implicit statements",
        "main claim",
    }
)
_ANNOTATIONS: frozenset[Feature] = frozenset(
    {"title of the map", "ids", "evidence", "quotes", "places of quotes", "tags"}
)
_TABLE: frozenset[Feature] = ALL - {
    "marks of a draft",
    "title of the map",
    "details of holders",
    "source text",
    "source",
    "expectations and silenced checks",
}
_MAP: frozenset[Feature] = ALL - {"marks of a draft"}
FORMATS = (
    Format("aif", "AIF JSON", (".aif.json",), f"{_HERE}.aif", _AIF, _AIF),
    Format("xaif", "xAIF", (".xaif.json",), f"{_HERE}.xaif", _MARKED, _MARKED),
    Format("ova", "OVA JSON", (".ova.json",), f"{_HERE}.ova", _OVA, _OVA),
    Format("cdcp", "CDCP annotations", (".ann.json",), f"{_HERE}.cdcp", _CDCP, None),
    Format("sadface", "SADFace JSON", (".sadface.json",), f"{_HERE}.sadface", _MAP, _MAP),
    Format("arguebuf", "arguebuf JSON", (".arguebuf.json",), f"{_HERE}.arguebuf", _MAP, _MAP),
    Format(
        "arggraph",
        "arggraph XML",
        (".arggraph.xml",),
        f"{_HERE}.arggraph",
        reads=_ARGGRAPH,
        writes=None,
    ),
    Format("graphml", "GraphML", (".graphml",), f"{_HERE}.graphml", _MAP, _MAP),
    Format("csv", "CSV edge list", (".csv",), f"{_HERE}.edge_list", _TABLE, _TABLE),
    Format("tsv", "TSV edge list", (".tsv", ".tab"), f"{_HERE}.tab_list", _TABLE, _TABLE),
    Format(
        "argdown",
        "Argdown",
        (".argdown", ".ad", ".adown", ".argdn"),
        f"{_HERE}.argdown",
        _MAP,
        _MAP,
    ),
    Format(
        "carneades",
        "Carneades YAML",
        (".carneades.yaml", ".carneades.yml"),
        f"{_HERE}.carneades",
        reads=_CARNEADES,
        writes=None,
    ),
    Format("brat", "brat standoff", (".ann",), f"{_HERE}.brat", _BRAT, None),
    Format("kialo", "Kialo export", (".kialo.txt",), f"{_HERE}.kialo", _KIALO, None),
    Format("lkif", "LKIF XML", (".lkif.xml",), f"{_HERE}.lkif", _LKIF, None),
    Format("dot", "DOT", (".dot", ".gv"), f"{_HERE}.dot", None, _DRAWN),
    Format("gexf", "GEXF", (".gexf",), f"{_HERE}.gexf", None, _DRAWN),
    Format("cytoscape", "Cytoscape JSON", (".cyjs",), f"{_HERE}.cytoscape", None, _DRAWN),
    Format("mermaid", "Mermaid", (".mmd", ".mermaid"), f"{_HERE}.mermaid", None, _SKETCH),
    Format("markdown", "Markdown outline", (".md",), f"{_HERE}.markdown", None, _OUTLINE),
    Format("jsonld", "JSON-LD", (".jsonld",), f"{_HERE}.json_ld", None, _LINKED_DATA),
    Format(
        "annotations",
        "W3C annotations",
        (".annotations.json",),
        f"{_HERE}.web_annotations",
        reads=None,
        writes=_ANNOTATIONS,
    ),
    Format("yaml", "argmap's map file", (".yaml", ".yml"), f"{_HERE}.argmap_yaml"),
    Format("json", "argmap's JSON", (".json",), f"{_HERE}.argmap_json"),
)
_BY_NAME = {form.name: form for form in FORMATS}


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
    for form in written:
        if name.endswith(form.suffixes):
            return form
    suffix = PurePath(path).suffix.lower()
    ending = f"the ending {shown(suffix)}" if suffix else "a name without ending"
    known = ", ".join(dict.fromkeys(s for form in written for s in form.suffixes))
    raise FormatError(f"{printable(path)}: {ending} names no format. Known are {known}.")


def format_of_input(data: bytes, path: str) -> Format:
    """Tell a file's format by what it holds, or where that says nothing, by its ending."""
    name = detected(data)
    if name is not None:
        return _BY_NAME[name]
    lower = path.lower()
    by_ending = (
        form for form in FORMATS if form.reads is not None and lower.endswith(form.suffixes)
    )
    begins = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return next(by_ending, _BY_NAME["json" if begins == b"{" else "yaml"])
