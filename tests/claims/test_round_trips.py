"""What is written reads back as the same map, in every format."""

from pathlib import Path

import pytest
from hypothesis import given, settings

import argmap
from argmap.claims import Map
from tests.strategies import maps

FORMS = ["yaml", "json"]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=200, deadline=None)
@given(maps())
def test_what_was_written_reads_back_as_the_same_map(form: str, m: Map) -> None:
    text = argmap.dumps(m, form=form)

    assert argmap.loads(text, form=form) == m


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=50, deadline=None)
@given(maps())
def test_writing_what_was_read_gives_the_same_text(form: str, m: Map) -> None:
    text = argmap.dumps(m, form=form)

    assert argmap.dumps(m, form=form) == text
    assert argmap.dumps(argmap.loads(text, form=form), form=form) == text


@settings(max_examples=50, deadline=None)
@given(maps())
def test_formats_carry_each_other(m: Map) -> None:
    as_json = argmap.dumps(argmap.loads(argmap.dumps(m)), form="json")

    assert argmap.dumps(argmap.loads(as_json, form="json")) == argmap.dumps(m)


@settings(max_examples=50, deadline=None)
@given(maps())
def test_written_yaml_is_text_that_may_stand_in_a_file(m: Map) -> None:
    text = argmap.dumps(m)

    assert text.endswith("\n")
    assert text.encode().decode() == text
    assert all(c.isprintable() or c == "\n" or ord(c) > 0x9F for c in text)


@pytest.mark.parametrize("form", FORMS)
def test_shipped_map_round_trips_with_its_source_beside_it(tmp_path: Path, form: str) -> None:
    m = argmap.load("us-russia")
    assert m.text is not None
    tmp_path.joinpath("article.txt").write_text(m.text, encoding="utf-8", newline="")
    copy = tmp_path / f"map.{form}"

    argmap.save(m, copy)

    assert argmap.load(copy) == m
    assert argmap.load(copy).text == m.text
    assert all(q.match != "unchecked" for s in m.statements for q in s.quotes)


def test_canonical_yaml_is_what_a_person_would_write() -> None:
    text = """\
argmap: 1
title: Should shops open on Sundays?
source:
  file: article.txt
  date: '2026-03-01'
holders:
  unions:
    name: Trade unions
    aliases: [the unions]
claims:
  open:
    text: Shops should be allowed to open on Sundays.
    quote: Shops should … on Sundays
    main: true
  strain:
    text: Sunday work strains family life.
    holder: unions
    certainty: 0.6
    contrasts:
    - to: open
      because: A rule that strains families should not stand.
      mutual: true
evidence:
  survey:
    text: 61 % wanted Sunday shifts.
    quotes:
    - quote: 61 %
      nth: 2
    - most staff welcome it
    tags: [work, family]
    type: statistic
    supports:
    - open
    - to: strain
      id: r7
      with: [open]
    contrasts:
    - to:
        relation: strain-open
expect:
- path: [survey, open]
  is: mixed
"""

    assert argmap.dumps(argmap.loads(text)) == text
