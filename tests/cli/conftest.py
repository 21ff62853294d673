"""A small map in a folder of its own, and a way to call the command."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from argmap.cli import run

SUNDAYS = """\
argmap: 1
title: Should shops open on Sundays?
source: {file: article.txt}
holders:
  author: {name: The author}
  unions: {name: Trade unions}
claims:
  open:
    text: Shops should be allowed to open on Sundays.
    title: Open on Sundays
    holder: author
    quote: Shops should … on Sundays
    main: true
  strain:
    text: Sunday work strains family life.
    holder: [author, unions]
    quote: sunday work is a strain
    certainty: 0.6
    tags: [work, family]
    contrasts:
      - {to: open, because: A rule that strains families should not stand., mutual: true}
  apart:
    text: The weather is fine.
evidence:
  survey:
    text: In a survey of 2,000 employees, 61 % wanted Sunday shifts.
    type: statistic
    origin: Retail Institute 2025
    contrasts: [{to: {relation: strain-open}, because: Those asked do not feel strained.}]
  staff:
    text: Staff are paid more on Sundays.
    supports: [{to: open, because: More pay is fair., with: [survey], id: r7}]
expect:
  - {path: [survey, strain], is: supports}
"""
ARTICLE = "Many say:\nShops should be open on Sundays. Yet Sunday work is a strain. So it goes.\n"


class Answer(NamedTuple):
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str


Call: TypeAlias = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command with arguments."""

    def answer(*arguments: str) -> Answer:
        capsys.readouterr()
        status = run(arguments)
        return Answer(status, *capsys.readouterr())

    return answer


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with `sundays.yaml` and its article."""
    tmp_path.joinpath("sundays.yaml").write_text(SUNDAYS, encoding="utf-8")
    tmp_path.joinpath("article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
