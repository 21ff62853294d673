"""The interactive page: one file that needs nothing else.

pyvis holds the network and brings the vis-network script; the page around it is ours. This is
the only module that knows pyvis.
"""

import base64
import hashlib
import json
import os
import re
import zlib
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from argmap.claims.files import write_whole
from argmap.claims.model import Map
from argmap.viz import data, frontend
from argmap.viz.layout import arrange

if TYPE_CHECKING:
    from pyvis.network import Network

_VIS = ("lib", "vis-9.1.2", "vis-network.min.js")
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "smooth": False},
}
# By its beginning a page is known for one.
_MARK = b'<meta name="generator" content="argmap">'
_HEAD = 200
# Larger maps open folded, and the page lays out what the reader opens.
_SMALL = 300
# What JSON may hold and a script element may not.
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Page:
    """A map's page; it shows itself in a notebook."""

    title: str
    html: str = field(repr=False)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page as UTF-8, whole or not at all.

        Raises:
            OSError: The file cannot be written.
        """
        write_whole(path, self.html)

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="{escape(self.title)}" sandbox="allow-scripts allow-downloads" '
            f'style="width:100%;height:720px;border:0" srcdoc="{escape(self.html)}"></iframe>'
        )


def page(m: Map, *, path: tuple[str, str] | None = None) -> Page:
    """Make the interactive page of a map; the same map gives the same bytes.

    Args:
        m: The map. With its source's text the page shows the article, else the quotes.
        path: Two statements, as `resolve` takes them: the page opens with the answer to how the
            first bears on the second.

    Returns:
        A page that opens from disk and asks the network for nothing.

    Raises:
        StatementError: A name of `path` does not name exactly one statement.
    """
    network = _network(m)
    told = data.heading(m)
    if path is not None:
        told["path"] = data.ends(m, path)
    vis, script, style = _vis_network(), _inline(frontend.script()), frontend.style()
    html = Template(frontend.read("page.html")).substitute(
        title=escape(told["title"]),
        policy=_policy([vis, script], style),
        style=style,
        vis=_packed(vis),
        script=script,
        data=_json(told | {"nodes": network.nodes, "edges": network.edges, "options": _OPTIONS}),
    )
    return Page(title=told["title"], html=html)


def is_page(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is a page that `Page.save` wrote.

    Raises:
        OSError: The file cannot be read.
    """
    with open(path, "rb") as file:  # noqa: PTH123  any name may be given
        return _MARK in file.read(_HEAD)


def _network(m: Map) -> "Network":
    """Give the map to pyvis.

    The lists are assigned whole: pyvis's own `add_node` and `add_edge` are quadratic.
    """
    from pyvis.network import Network  # noqa: PLC0415  loads IPython

    layout = arrange(m) if len(m.statements) <= _SMALL else None
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = data.nodes(m, layout)
    network.node_ids = [node["id"] for node in network.nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.edges = data.edges(m)
    network.options = _OPTIONS
    return network


def _vis_network() -> str:
    """Return vis-network as pyvis carries it."""
    text = files("pyvis").joinpath(*_VIS).read_text("utf-8")
    return re.sub(r"\n?//# sourceMappingURL=.*", "", text)


def _packed(script: str) -> str:
    """Make a script small, under its own first comment, which names its makers and licence."""
    banner = re.match(r"/\*.*?\*/", script, re.DOTALL)
    packed = base64.b64encode(zlib.compress(script.encode(), 9)).decode()
    return f"{_inline(banner[0]) if banner else ''}\n{packed}\n"


def _inline(script: str) -> str:
    """Make a script fit to stand in a page."""
    return re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE)


def _json(value: object) -> str:
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return compact.translate(_IN_SCRIPT)


def _policy(scripts: list[str], style: str) -> str:
    """Allow exactly the page's own scripts and style, and no connection at all."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
