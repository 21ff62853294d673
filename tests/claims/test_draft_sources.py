"""Files to documents: what of them is the article, and what is not."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.claims import MapError
from argmap.claims.drafting.document import Document
from argmap.claims.drafting.draft import draft
from argmap.claims.drafting.sources import MAX_BYTES, hypertext, is_plain, markdown, read_document
from argmap.claims.drafting.sources import docx as docx_reader
from argmap.claims.drafting.sources.language import other_language
from argmap.claims.files import decoded
from tests.claims.files_to_draft import Print, W, docx, paragraph, pdf
from tests.claims.news_pages import PAGES, article_of

Read: TypeAlias = Callable[..., Document]
BODY = "Trams are quiet and clean, so the people who live along the line are glad of them."


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file and read it as a document."""

    def made(name: str, content: str | bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_document(path)

    return made


def told(document: Document) -> list[tuple[str, str]]:
    """List the blocks, and prove that they stand in their order and apart."""
    ends = [0, *(block.end for block in document.blocks)]
    assert all(
        end <= block.start < block.end for end, block in zip(ends, document.blocks, strict=False)
    )
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Tram or bus? | The Daily</title>
<style>p {{ color: red }}</style><script>var p = "<p>A script's words.</p>";</script></head>
<body class="sidebar-open"><header>
<nav><ul><li><a href="/">Home</a><li><a href="/n">News</a></ul></nav>
</header><main><article><header><h1>Tram or <em>bus</em>?</h1><p>The town must choose.</p>
<p class="entry-meta">By Ann Lee</p></header>
<figure><img src="t.png" onerror="alert(1)">
<figcaption>A tram in June. Photo: Bo Li</figcaption></figure>
<p>{BODY}<sup><a href="#n1">[1]</a></sup> They cost <b>more</b>&nbsp;than&#x20;buses &amp; cars.</p>
<blockquote class="pullquote">the people who live along the line are glad of them</blockquote>
<h2>Costs</h2><ul><li>One tram costs much.<li>Two cost more.</ul>
<table><tr><th>Year<th>Cost<tr><td>2020<td>5</table><pre>  x = 1</pre>
<div class="share-tools">Share this</div><aside>Read also: buses</aside>
<p hidden>A secret.</p><button>Press</button><noscript>No script.</noscript>
<svg><title>A drawing</title><text>Axis</text></svg><!-- A remark. --><p>They last long.
</article></main><footer>The Daily, 2026</footer></body></html>"""


def test_html_page_is_told_apart(read: Read) -> None:
    document = read("page.html", PAGE)

    assert document.title == "Tram or bus?"
    assert told(document) == [
        ("navigation", "Home\nNews"),
        ("title", "Tram or bus?"),
        ("standfirst", "The town must choose."),
        ("credit", "By Ann Lee"),
        ("caption", "A tram in June. Photo: Bo Li"),
        ("paragraph", f"{BODY} They cost more than buses & cars."),
        ("pull quote", "the people who live along the line are glad of them"),
        ("heading", "Costs"),
        ("list item", "One tram costs much."),
        ("list item", "Two cost more."),
        ("table", "Year | Cost\n2020 | 5"),
        ("code", "x = 1"),
        ("navigation", "Share this\nRead also: buses"),
        ("paragraph", "They last long."),
        ("navigation", "The Daily, 2026"),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>Two <b>three</p>four", ["One", "Two three", "four"]),
        ("<div><p>One</div></div></div><p>Two", ["One", "Two"]),
        ("One<br>two<br><br>Three", ["One\ntwo", "Three"]),
        ("<p>One <!-- never closed <p>Two", ["One"]),
        ("<p>One <script>never closed <p>Two", ["One"]),
        ("<p>One</p><p class='x", ["One"]),
        ("<h1>One<p>Two</h1><h2><p>Three</p></h2>", ["One", "Two", "Three"]),
        ("<p>a < b &lt; c &unknown; &#0; d", ["a < b < c &unknown; \ufffd d"]),
        ("<P TITLE='>'>One</P>", ["One"]),
        ("<p>so\u00adft zero\u200bwidth", ["soft zerowidth"]),
        ("<b><p>One</b> two</p>", ["One two"]),
        (
            "<table><tr><td><h1>T</h1><p>" + "Words. " * 50 + "</table>",
            ["T", ("Words. " * 50).strip()],
        ),
    ],
)
def test_broken_html_is_read_as_a_browser_shows_it(
    read: Read, page: str, expected: list[str]
) -> None:
    assert [text for _, text in told(read("page.html", page))] == expected


def test_heading_that_is_not_closed_ends_at_the_next_paragraph(read: Read) -> None:
    page = f"<h1>Trams<p>{BODY}<p>{BODY}</div><h2><p>Costs</p></h2><p>{BODY}"

    assert [kind for kind, _ in told(read("page.html", page))] == [
        "title", "paragraph", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_only_the_article_of_a_page_becomes_statements(read: Read, name: str) -> None:
    page, article = article_of(PAGES[name])
    quotes = [
        " ".join(quote.quote.split())
        for statement in draft(read("page.html", page)).map.statements
        for quote in statement.quotes[:1]
    ]

    assert [q for q in quotes if not any(q in sentence for sentence in article)] == []
    assert [s for s in article if not any(q in s for q in quotes)] == []


def test_looks_tell_what_markup_does_not(read: Read) -> None:
    page = f"""<h1>Trams</h1><h3>In short</h3><ul><li>Trams are quiet.</ul>
<p>©Getty Images</p><p>By Ann Lee</p><p>{BODY} {BODY} {BODY}</p><p>• They last long.</p>
<h2>Costs</h2><p>They cost more than buses. They last longer.</p>"""

    assert [kind for kind, _ in told(read("page.html", page))] == [
        "title", "standfirst", "standfirst", "credit", "credit", "paragraph", "list item",
        "heading", "paragraph",
    ]  # fmt: skip


def test_class_names_that_mislead_do_not_put_the_article_away(read: Read) -> None:
    document = read("page.html", f'<div class="sidebar-right"><p>{BODY}</p></div>')

    assert told(document) == [("paragraph", BODY)]


def test_blockquote_that_repeats_nothing_is_text(read: Read) -> None:
    said = "Nobody has ever said so much in so few words."
    document = read("page.html", f"<p>{BODY}</p><blockquote>{said}</blockquote>")

    assert told(document) == [("paragraph", BODY), ("paragraph", said)]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_encoding_of_a_page_is_found(read: Read, encoding: str) -> None:
    page = f'<meta charset="{encoding}"><p>The café is open'.encode(encoding)

    assert told(read("page.html", page)) == [("paragraph", "The café is open")]


HOSTILE = {
    "open": "<div>",
    "inline": "<p><b>",
    "crossed": "<b></i>",
    "comments": "<!--",
    "unclosed": "<a ",
    "ends": "<script></",
    "lists": "<ul><li>",
    "tables": "<table><tr><td>",
    "references": "&#x",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_hostile_html_is_read_in_one_pass(read: Read, unit: str) -> None:
    # What is quadratic would take hours here.
    assert "Words" in read("page.html", "<p>Words</p>" + unit * 30_000).text


def test_markdown_loses_its_marks(read: Read) -> None:
    document = read(
        "a.md",
        f"""---
title: "Tram or bus"
---
# Why *trams*

{BODY} **They** [last](http://x.example "t") `long`[^1]
and [well][w].

![A tram](tram.png)

*A tram in June.*

- One
  - Two

> the people who live along the line are glad of them

| Year | Cost |
|------|------|
| 2020 | 5    |

<div><p>In HTML.</p><script>alert(1)</script></div>

[^1]: A note.

[w]: http://y.example

```
x = 1
```
""",
    )

    assert document.title == "Tram or bus"
    assert told(document) == [
        ("title", "Tram or bus"),
        ("heading", "Why trams"),
        ("paragraph", f"{BODY} They last long and well."),
        ("caption", "A tram in June."),
        ("list item", "One"),
        ("list item", "Two"),
        ("pull quote", "the people who live along the line are glad of them"),
        ("table", "Year | Cost\n2020 | 5"),
        ("paragraph", "In HTML."),
        ("footnote", "A note."),
        ("code", "x = 1"),
    ]


@pytest.mark.parametrize(
    "unit",
    ["[a](", "*a_ ", "![[]()", "> ", "[a]: b\n", "`a ``b ", "| a |\n|---|\n", "---\ntitle: "],
)
def test_hostile_markdown_is_read_in_linear_time(read: Read, unit: str) -> None:
    # What is quadratic would take minutes here.
    assert "Words" in read("a.md", "Words\n\n" + unit * 5_000).text


def lines(y: float, *texts: str, indent: float = 0) -> list[Print]:
    return [Print(72 + (indent if n == 0 else 0), y - 13 * n, text) for n, text in enumerate(texts)]


FULL = "A line of this text that runs as far as the margin of the page lets it run, or so"


def test_pdf_lines_become_blocks(read: Read) -> None:
    pytest.importorskip("pypdfium2")
    first = [
        Print(250, 770, "The Tram Review, 3", 9),
        Print(72, 720, "Trams or buses", 20, bold=True),
        *lines(690, f"{FULL}, is not", "well-known to every-", "body."),
        *lines(640, FULL, "ends here.", indent=20),
        Print(72, 600, "Costs", 12, bold=True),
        *lines(580, FULL, "and goes on"),
        Print(72, 90, "1 See the report.", 8),
        Print(300, 30, "1", 9),
    ]
    second = [
        Print(250, 770, "The Tram Review, 4", 9),
        *lines(740, "over the page. It is well-", "known to all.", FULL),
        Print(300, 30, "2", 9),
    ]

    document = read("a.pdf", pdf([first, second]))

    assert document.title == "Trams or buses"
    assert [kind for kind, _ in told(document)][:5] == [
        "title", "paragraph", "paragraph", "heading", "paragraph",
    ]  # fmt: skip
    words = " ".join(document.text.split())
    assert f"{FULL}, is not well-known to everybody." in words
    assert "It is well-known to all." in words
    assert "Review" not in words
    assert ("footnote", "1 See the report.") in told(document)


LEFT = [
    "Trams are quiet and clean, so the peo-", "ple who live along the line are glad",
    "of them. Every year more of them get", "out of their cars, the company says.",
    "Nobody knows what a tram will cost in",
]  # fmt: skip
RIGHT = [
    "ten years. Buses are cheaper, but they", "wear out the road. The town must pay",
    "for that as well. Its council will de-", "cide in May what to buy. Until then",
    "the old buses have to do their work.",
]  # fmt: skip


def test_rows_of_a_pdf_that_run_across_columns_are_parted(read: Read) -> None:
    rows = [
        Print(x, 700 - 14 * row, text)
        for row, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, text in zip((72, 330), pair, strict=True)
    ]

    text = " ".join(read("a.pdf", pdf([rows])).text.split())
    assert "so the people who live along the line are glad of them." in text
    assert "what a tram will cost in ten years. Buses are cheaper" in text
    assert "Its council will decide in May" in text


def test_rows_of_a_pdf_with_few_words_stay_whole(read: Read) -> None:
    rows = [
        Print(x, 700 - 14 * row, f"{text} {row}")
        for row in range(8)
        for x, text in ((72, "The number of trams in class"), (330, "is"))
    ]

    text = " ".join(read("a.pdf", pdf([rows])).text.split())
    assert "The number of trams in class 1 is 1 The number of trams in class 2 is 2" in text


def test_pdf_of_pictures_says_so(read: Read) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(MapError, match=r"holds no text, only pictures of pages.*OCR"):
        read("scan.pdf", pdf([[], []]))


def test_pdf_with_some_bare_pages_notes_it(read: Read) -> None:
    pytest.importorskip("pypdfium2")
    document = read("a.pdf", pdf([[], lines(700, FULL, FULL)]))

    assert "1 of 2 pages hold no text that can be read." in document.notes


def test_pdf_without_its_library_names_the_extra(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)

    with pytest.raises(MapError, match=r"pip install 'argmap\[pdf\]'"):
        read("a.pdf", pdf([lines(700, FULL)]))


def test_word_file_is_told_by_its_styles(read: Read) -> None:
    said = (
        f"<w:r><w:t>{BODY}</w:t><w:tab/><w:t>Yes</w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    )
    item = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r>"
    body = "".join(
        (
            paragraph("Trams or buses", "T1"),
            paragraph("The town must choose.", "S1"),
            paragraph("Costs", "H2"),
            paragraph("In detail", run="<w:b/>"),
            f"<w:p>{said}</w:p>",
            f"<w:p>{item}</w:p>",
            paragraph("A tram.", "C1"),
            f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>",
        )
    )
    notes = f"<w:footnotes {W}><w:footnote>{paragraph('A note.')}</w:footnote></w:footnotes>"

    document = read("a.docx", docx(body, footnotes=notes))

    assert document.title == "Trams or buses"
    assert told(document) == [
        ("title", "Trams or buses"),
        ("standfirst", "The town must choose."),
        ("heading", "Costs"),
        ("heading", "In detail"),
        ("paragraph", f"{BODY} Yes"),
        ("list item", "One"),
        ("caption", "A tram."),
        ("table", "a | b"),
        ("footnote", "A note."),
    ]


def test_zip_bomb_is_refused_within_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(300):
            part.write(b" " * 1_000_000)
    tracemalloc.start()
    with pytest.raises(MapError, match="zip bomb"):
        docx_reader.read(path.read_bytes(), path.name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 20_000_000


def test_zip_that_lies_about_its_size_is_refused(read: Read) -> None:
    data = docx(paragraph("a" * 60_000_000))
    small = (1000).to_bytes(4, "little")
    lying = data.replace((60_000_000 + 0).to_bytes(4, "little"), small)

    with pytest.raises(MapError, match="zip bomb"):
        read("bomb.docx", lying)


def test_word_file_in_a_packing_of_its_own_is_refused(read: Read) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("word/document.xml", "<x/>")

    with pytest.raises(MapError, match="packed in a way that Word does not use"):
        read("a.docx", file.getvalue())


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', "declares entities"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd">', "declares entities"),
    ],
)
def test_xml_that_declares_is_refused(read: Read, declared: str, said: str) -> None:
    with pytest.raises(MapError, match=said):
        read("bomb.docx", docx("", styles=f"{declared}<x/>"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"PK\x03\x04 nothing", "not a whole zip file"),
        ("a.docx", b"plain words", "not a whole zip file"),
        ("a.docx", docx("<w:p>"), "is not XML"),
        ("a.txt", b"", "there are no words in it"),
        ("a.txt", b" \n\n... !", "there are no words in it"),
        ("a.html", b"<script>alert(1)</script>", "there are no words in it"),
        ("a.txt", b"caf\xe9", "not UTF-8"),
        ("a.md", b"caf\xe9", "not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told(read: Read, name: str, content: bytes, said: str) -> None:
    with pytest.raises(MapError, match=said) as caught:
        read(name, content)

    assert name in str(caught.value)


def test_damaged_pdf_is_told(read: Read) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(MapError, match="not a whole PDF file"):
        read("a.pdf", b"%PDF-1.7 nothing")


def test_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(MapError, match="larger than"):
        read_document(path)


def test_format_is_told_from_the_file_itself(read: Read, tmp_path: Path) -> None:
    assert told(read("word.txt", docx(paragraph(BODY)))) == [("paragraph", BODY)]
    assert told(read("page", f"<!doctype html><p>{BODY}")) == [("paragraph", BODY)]
    assert not is_plain(tmp_path / "page")
    read("plain", BODY)
    assert is_plain(tmp_path / "plain")
    assert not is_plain(tmp_path / "none.md")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, "Trams are quiet and clean, and the people who live along the line like them."),
        (None, "Short text."),
        (None, "x = y + 1; for i in range(10): print(i, x, y, z); import os, sys, json, re"),
        (
            "German",
            "Die Stadt soll eine Bahn bauen, und die Leute sind froh darüber, dass sie fährt",
        ),
        ("French", "La ville doit choisir le tram, et les gens qui sont dans la rue aiment cela"),
        ("Spanish", "La ciudad tiene que elegir el tranvía, y los vecinos de la calle lo saben"),
        ("Dutch", "De stad moet kiezen en het is niet duidelijk wat de mensen van de lijn vinden"),
        ("Greek", "\u03c0\u03cc\u03bb\u03b7 " * 9),
        ("Japanese", "町は路面電車を選ばなければならない。人々は喜ぶ。"),
        ("Chinese", "城市必须选择有轨电车因为人们喜欢安静的街道"),
    ],
)
def test_language_is_told_by_its_small_words(language: str | None, text: str) -> None:
    assert other_language(text) == language


def test_text_in_another_language_is_noted(read: Read) -> None:
    text = "Die Stadt soll eine Bahn bauen, und die Leute an der Strecke sind froh darüber.\n" * 9

    (note,) = read("a.txt", text).notes

    assert note.startswith("This text seems to be German")


def test_the_article_of_the_shipped_map_is_english() -> None:
    path = Path(__file__).parents[2] / "claims/articles/us-russia/article.txt"

    assert read_document(path).notes == ()


TAGS = """
<p> </p> <b> </b> <table> <tr> <td> </table> <script> </script> <!-- --> < > &amp; &#0; <article>
</article> <h1> </h1> <ul><li> <br> <a/href=' ' <svg> <sup> <title> <pre> <button> <blockquote>
</div> [^1]: ** [x]( ) Words.
"""
OTHERS = ["\x00", "\ud800", "<div class=nav>", "\n\n", "# ", "- ", "> ", "```\n", "\ufeff", "\xad"]
PARTS = st.sampled_from([*TAGS.split(), *OTHERS, " ", "| a |\n|---|\n", "---\n"])


@pytest.mark.parametrize("reader", [hypertext.read, markdown.read])
@given(parts=st.lists(PARTS, max_size=40))
def test_whatever_stands_in_it_gives_blocks_in_order(
    reader: Callable[[bytes, str], Document], parts: list[str]
) -> None:
    data = "".join(parts).encode("utf-8", "surrogatepass")
    try:
        document = reader(data, "a")
    except MapError:
        return

    told(document)
    assert all(words.strip() == words for _, words in told(document))
    assert decoded(document.text.encode(), "a") == document.text
    assert reader(data, "a") == document


@given(at=st.integers(0, 2000), put=st.binary(max_size=8), cut=st.integers(0, 400))
def test_damaged_files_are_read_or_refused(at: int, put: bytes, cut: int) -> None:
    whole = docx(paragraph(BODY) * 3)
    damaged = whole[:at] + put + whole[at + cut :]

    with suppress(MapError):
        told(docx_reader.read(damaged, "a.docx"))


@given(at=st.integers(0, 2000), put=st.binary(max_size=8), cut=st.integers(0, 400))
def test_damaged_pdf_files_are_read_or_refused(at: int, put: bytes, cut: int) -> None:
    pytest.importorskip("pypdfium2")
    from argmap.claims.drafting.sources import pdf as pdf_reader  # noqa: PLC0415  # an extra

    whole = pdf([lines(700, FULL, FULL)])
    damaged = whole[:at] + put + whole[at + cut :]

    with suppress(MapError):
        told(pdf_reader.read(damaged, "a.pdf"))
