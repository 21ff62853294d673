"""Argdown in the fenced code blocks of a Markdown file."""

import pytest

from argmap.claims.formats import format_of_input
from argmap.claims.formats.argdown.fences import unfenced
from argmap.claims.ledger import Ledger
from argmap.claims.model import Position
from tests.claims.foreign import read
from tests.claims.reading import mistakes

PAGE = """\
# A paper

Some [text]: no statement.

```argdown
===
title: Sundays
===
[open]: Shops should open.
```

~~~~ argdown-map {.wide}

===
title: Other
===

[open]
  - [strain]: It strains families.
~~~~

```python
[x]: 1
```

``` argdown
[survey]: People want it.
  +> [open]
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_blocks_are_one_document(line_end: str) -> None:
    page = PAGE.replace("\n", line_end)
    reading = read("argdown", page)

    assert format_of_input(page.encode(), "page.md").name == "argdown"
    assert reading.map.title == "Sundays"
    assert [s.id for s in reading.map.statements] == ["open", "strain", "survey"]
    assert [r.id for r in reading.map.relations] == ["strain-open", "survey-open"]
    assert [(loss.what, loss.where) for loss in reading.losses] == [
        ("front matter of a further block", "line 13"),
        ("Markdown around the Argdown", "the file"),
    ]


def test_places_are_those_in_the_page() -> None:
    assert read("argdown", PAGE).map.positions["strain"] == Position(19, 5)
    assert mistakes(PAGE.replace("  - [", "- ["), form="argdown")[0].startswith("map:19:1: ")


def test_a_fence_of_another_language_is_none_of_ours() -> None:
    assert format_of_input(b"```argdownish\nx\n```\n", "page").name == "yaml"


def test_front_matter_that_never_ends_takes_no_longer() -> None:
    page = "```argdown\n[open]: Yes.\n```\n```argdown\n===\n" + "\n" * 300_000 + "```\n"

    assert unfenced(page, Ledger()).count("\n") == page.count("\n") - 1
