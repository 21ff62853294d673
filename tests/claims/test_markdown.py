"""The Markdown outline: every statement once, and text that stays text."""

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from argmap.claims.formats import format_named
from argmap.claims.model import Holder, Link, Map, Quote, Relation, RelationRef, Source, Statement
from tests.strategies import maps


def claim(key: str, text: str = "", **fields: object) -> Statement:
    return Statement(id=key, kind="claim", text=text or key.upper(), **fields)  # type: ignore[arg-type]


def outline(m: Map) -> list[str]:
    return format_named("markdown").write(m).text.splitlines()


def test_reasons_are_indented_below_what_they_bear_on() -> None:
    m = Map(
        title="T",
        statements=(claim("a"), claim("b", main=True), claim("c"), claim("d")),
        relations=(
            Relation(id="r", source="c", target="b", kind="support", because="so"),
            Relation(id="s", source="d", target="c", kind="contrast", mutual=True),
            Relation(id="t", source="d", target="b", kind="contrast"),
        ),
        source=Source(title="S", author="Ada"),
    )

    assert outline(m) == [
        "# T",
        "",
        "Source: Ada, S",
        "",
        "- **1.** B",
        "  - *For:* **3.** C *Because: so*",
        "    - *Against (and the other way round):* **4.** D",
        "  - *Against:* → **4**",
        "- **2.** A",
    ]


def test_linked_premises_undercuts_and_links() -> None:
    m = Map(
        title="T",
        statements=(claim("a"), claim("b"), claim("c"), claim("d")),
        relations=(
            Relation(id="r", source="b", linked=("c",), target="a", kind="support"),
            Relation(id="u", source="d", target=RelationRef("r"), kind="contrast"),
        ),
        links=(
            Link(id="k", source="c", target="b", kind="rephrase"),
            Link(id="p", source="a", target="b", kind="preference"),
        ),
    )

    assert outline(m)[2:] == [
        "- **1.** A",
        "  - *Comes before:* → **2**",
        "  - *For (together):*",
        "    - **2.** B",
        "    - **3.** C",
        "      - *Says in other words:* → **2**",
        "    - *Against this step:* **4.** D",
    ]


def test_what_is_told_of_a_statement() -> None:
    evidence = Statement(
        id="e",
        kind="evidence",
        text="E",
        holder=("h",),
        type="statistic",
        origin="Report",
        certainty=0.5,
        quotes=(Quote(quote="q"),),
    )
    m = Map(
        title="T",
        statements=(claim("i", implicit=True), evidence),
        holders=(Holder(id="h", name="Ada *x*"),),
    )

    assert outline(m)[2:] == [
        "- **1.** I (not said)",
        "- **2.** E “q” (Ada \\*x\\*; statistic; Report; certainty 0.5)",
    ]


def test_deep_chains_and_circles_end() -> None:
    count = 3000
    chain = tuple(
        Relation(id=f"r{n}", source=f"s{n + 1}", target=f"s{n}", kind="support")
        for n in range(count - 1)
    )
    back = Relation(id="back", source="s0", target=f"s{count - 1}", kind="contrast")
    m = Map(
        title="T",
        statements=tuple(claim(f"s{n}") for n in range(count)),
        relations=(*chain, back),
    )
    lines = outline(m)

    assert max(len(line) for line in lines) < 100
    assert sum(".** S" in line for line in lines) == count


@pytest.mark.parametrize(
    "text",
    ["<script>x</script>", "[a](javascript:x)", "![i](u)", "*a* _b_ `c`", "&amp; &lt;", "a\n# b"],
)
def test_hostile_text_stays_text(text: str) -> None:
    assert _words(Map(title=text, statements=(claim("a", text),))) == [text.split()] * 2


@settings(max_examples=40, deadline=None)
@given(maps())
def test_every_statement_is_told_once_as_it_is(m: Map) -> None:
    lines = outline(m)
    numbers = [f"**{n}.**" for n in range(1, len(m.statements) + 1)]

    assert all(sum(number in line for line in lines) == 1 for number in numbers)


def _words(m: Map) -> list[list[str]]:
    """The words of each paragraph and heading, as a reader of Markdown sees them."""
    found = []
    for block in MarkdownIt("commonmark").parse(format_named("markdown").write(m).text):
        if block.type == "inline":
            assert {part.type for part in block.children or ()} <= {
                "text",
                "strong_open",
                "strong_close",
            }
            told = "".join(part.content for part in block.children or ())
            found.append([word for word in told.split() if word != "1."])
    return found
