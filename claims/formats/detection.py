"""Tell the format of a file by what it holds."""

import re

import msgspec

# Patterns are compiled when a file first asks for them: a map file, the rule, asks for few.
_XML_ROOT = rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)"
_XML_FORMATS = {b"arggraph": "arggraph", b"graphml": "graphml", b"lkif": "lkif"}
_FRONT_MATTER = rb"={3,}[ \t]*\r?\n"
_SAMPLE = 65_536
_TABLE_HEAD = rb'[\w "-]+(?:[,;|\t][\w "-]*)+'
_TABLE_COLUMNS = ((b"source", b"from"), (b"target", b"to"), (b"kind", b"relation", b"type"))
_TEXT_FORMATS = (
    ("yaml", rb"^(?:argmap|claims|evidence)[ \t]*:"),
    ("argdown", rb"^(?:`{3,}|~{3,})[ \t]*argdown(?:-map)?\b"),
    ("brat", rb"^T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t"),
    ("kialo", rb"^(?:Discussion (?:Title|Name):|\d+(?:\.\d+)*\.[ \t]+(?:Pro|Con):)"),
    ("carneades", rb"^(?:statements|arguments|issues)[ \t]*:[ \t]*(?:[#{].*)?\r?$"),
    (
        "argdown",
        rb"^(?:={3,}\r?$|[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>|[-+]>|<[-+]|><)[ \t:\r\n])",
    ),
)


def detected(data: bytes) -> str | None:
    """Name the format that a file's content gives away; None if nothing does.

    Linear in the file for JSON, whose outer keys are looked at; bounded for all others.
    """
    start = data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return _json_format(data)
    if start.startswith(b"<"):
        root = re.search(_XML_ROOT, start)
        found = _XML_FORMATS.get(root[1].lower()) if root else None
        if found or (root and _is_markup(start, root)):
            return found
    if re.match(_FRONT_MATTER, start):
        return "argdown"
    if _is_table(start.partition(b"\n")[0].rstrip()):
        return "tsv" if b"\t" in start.partition(b"\n")[0] else "csv"
    lines = ((name, re.search(pattern, start, re.MULTILINE)) for name, pattern in _TEXT_FORMATS)
    return next((name for name, found in lines if found), None)


def _is_markup(start: bytes, root: re.Match[bytes]) -> bool:
    """Whether what begins with "<" is XML or HTML: declared as such, or its first tag is closed."""
    if start[:9].lower().startswith((b"<?", b"<!doctype")):
        return True
    return b"</" + root[1] in start or bool(re.match(rb"[^<>]*/>", start[root.end() :]))


def _is_table(first_line: bytes) -> bool:
    """Whether a line names the columns of an edge list."""
    if not re.fullmatch(_TABLE_HEAD, first_line):
        return False
    names = {name.strip(b' "').lower() for name in re.split(rb"[,;|\t]", first_line)}
    return all(names.intersection(wanted) for wanted in _TABLE_COLUMNS)


_ABSENT = msgspec.Raw()


class _Outline(msgspec.Struct):
    """The keys by which JSON formats differ."""

    argmap: msgspec.Raw = _ABSENT
    AIF: msgspec.Raw = _ABSENT
    nodes: msgspec.Raw = _ABSENT
    edges: msgspec.Raw = _ABSENT
    locutions: msgspec.Raw = _ABSENT
    resources: msgspec.Raw = _ABSENT
    metadata: msgspec.Raw = _ABSENT
    analysis: msgspec.Raw = _ABSENT
    prop_offsets: msgspec.Raw = _ABSENT


def _json_format(data: bytes) -> str | None:
    try:
        outline = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Outline)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    if outline.argmap is not _ABSENT:
        return "json"
    if outline.AIF is not _ABSENT:
        return "xaif"
    if outline.prop_offsets is not _ABSENT:
        return "cdcp"
    if outline.nodes is _ABSENT or outline.edges is _ABSENT:
        return None
    return _node_format(outline, outline.nodes, outline.edges)


def _node_format(outline: _Outline, raw_nodes: msgspec.Raw, raw_edges: msgspec.Raw) -> str | None:
    nodes, edges = bytes(raw_nodes), bytes(raw_edges)
    if nodes.startswith(b"{"):
        return "arguebuf"
    if b'"nodeID"' in nodes or b'"fromID"' in edges or outline.locutions is not _ABSENT:
        return "aif"
    if (
        outline.analysis is not _ABSENT
        or re.search(rb'"from"\s*:', edges)
        or re.search(rb'"type"\s*:\s*"(?:I|L|[A-Z]A)"', nodes)
    ):
        return "ova"
    if (
        outline.resources is not _ABSENT
        or outline.metadata is not _ABSENT
        or b'"source_id"' in edges
        or re.search(rb'"type"\s*:\s*"atom"', nodes)
    ):
        return "sadface"
    return None if b"{" in nodes else "aif"
