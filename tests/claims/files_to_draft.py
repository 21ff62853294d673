"""Files to draft from, made by hand: PDF and Word files without a library."""

import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape


class Print(NamedTuple):
    """A line of a PDF page: its place, its size, and whether it is bold."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False


def pdf(pages: Sequence[Sequence[Print]]) -> bytes:
    """Write a PDF file with those lines."""
    fonts = "<< /Font << /F0 3 0 R /F1 4 0 R >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for name in ("Times-Roman", "Times-Bold")
    ]
    kids: list[str] = []
    for lines in pages:
        drawn = "\n".join(
            f"/F{int(p.bold)} {p.size} Tf 1 0 0 1 {p.x} {p.y} Tm ({_escaped(p.text)}) Tj"
            for p in lines
        )
        objects.append(f"<< /Length {len(drawn) + 6} >>\nstream\nBT\n{drawn}\nET\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Contents {len(objects)} 0 R /Resources {fonts} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="T1"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H2"><w:name w:val="My heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="C1"><w:name w:val="caption"/></w:style>
<w:style w:styleId="S1"><w:name w:val="Subtitle"/></w:style>
</w:styles>"""


def paragraph(text: str, style: str = "", run: str = "") -> str:
    """Write a paragraph as Word does; `run` holds properties of its letters."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(body: str, **parts: str) -> bytes:
    """Write a Word file with that body, and parts by their names."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {"styles": STYLES, "document": document, **parts}.items():
            package.writestr(f"word/{name}.xml", content)
    return file.getvalue()
