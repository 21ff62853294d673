"""`argmap show`."""

import json
from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Call
from tests.viz.samples import drafted


@pytest.mark.usefixtures("folder")
def test_statement_with_its_holder_passage_and_what_bears_on_it(call: Call) -> None:
    assert call("show", "sundays.yaml", "open") == (
        0,
        (
            "open  claim, main claim\n"
            "  Shops should be allowed to open on Sundays.\n"
            "\n"
            "  held by   The author\n"
            "  quote     [Shops should be open on Sundays]. Yet Sunday work is a strain."
            " So it goes. (line 2)\n"
            "\n"
            "Rests on\n"
            "  + staff: Staff are paid more on Sundays, together with survey\n"
            "      More pay is fair.\n"
            "\n"
            "Contrasted by\n"
            "  - strain: Sunday work strains family life, each against the other\n"
            "      A rule that strains families should not stand.\n"
            "\n"
            "Steps attacked\n"
            "  - survey → the step from strain to open\n"
            "      Those asked do not feel strained.\n"
        ),
        "",
    )


@pytest.mark.usefixtures("folder")
def test_mutual_contrast_stands_with_what_contrasts(call: Call) -> None:
    out = call("show", "sundays.yaml", "strain").out

    assert (
        "held by   Trade unions, per The author\n  certainty 0.6\n  tags      work, family\n" in out
    )
    assert "Yet [Sunday work is a strain]. So it goes. (line 2,\n            folded)\n" in out
    step = "  - open: Open on Sundays, each against the other\n"
    assert f"Contrasted by\n{step}" in out
    assert "Bears on" not in out


@pytest.mark.usefixtures("folder")
def test_what_evidence_bears_on(call: Call) -> None:
    assert call("show", "sundays.yaml", "survey").out == (
        "survey  evidence, statistic\n"
        "  In a survey of 2,000 employees, 61 % wanted Sunday shifts.\n"
        "\n"
        "  origin    Retail Institute 2025\n"
        "\n"
        "Bears on\n"
        "  - the step from strain to open\n"
        "      Those asked do not feel strained.\n"
        "  + open: Open on Sundays, together with staff\n"
        "      More pay is fair.\n"
    )


@pytest.mark.usefixtures("folder")
def test_statement_of_which_nothing_more_is_known(call: Call) -> None:
    assert call("show", "sundays.yaml", "apart").out == "apart  claim\n  The weather is fine.\n"


@pytest.mark.usefixtures("folder")
def test_as_json(call: Call) -> None:
    answer = json.loads(call("show", "sundays.yaml", "strain", "--json").out)

    assert answer["statement"] == {
        "id": "strain",
        "kind": "claim",
        "text": "Sunday work strains family life.",
        "holder": ["author", "unions"],
        "quotes": [{"quote": "sunday work is a strain", "start": 47, "end": 70, "match": "folded"}],
        "certainty": 0.6,
        "tags": ["work", "family"],
    }
    ids = {name: [r["id"] for r in answer[name]] for name in answer if name != "statement"}
    assert ids == {
        "rests_on": [],
        "contrasted_by": ["strain-open"],
        "bears_on": [],
        "undercut_by": ["survey-strain-open"],
        "links": [],
    }


def test_quote_without_its_source_is_told_as_it_was_written(folder: Path, call: Call) -> None:
    folder.joinpath("article.txt").unlink()

    assert (
        "quote     “Shops should … on Sundays” (unchecked)"
        in call("show", "sundays.yaml", "open").out
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "meant"),
    [("survey", "survey"), ("su", "survey"), ("WEATHER", "apart"), ("family life", "strain")],
)
def test_statement_is_named_by_id_prefix_or_words(call: Call, name: str, meant: str) -> None:
    status, out, _ = call("show", "sundays.yaml", name)

    assert (status, out.split()[0]) == (0, meant)


@pytest.mark.usefixtures("folder")
def test_name_that_fits_several_statements_lists_them(call: Call) -> None:
    status, out, err = call("show", "sundays.yaml", "s")

    assert (status, out) == (2, "")
    assert "fits 3 statements, and nothing is guessed. Give the id of one:\n" in err
    assert err.splitlines()[1:] == [
        "  strain: Sunday work strains family life.",
        "  survey: In a survey of 2,000 employees, 61 % wanted Sunday shifts.",
        "  staff: Staff are paid more on Sundays.",
    ]


@pytest.mark.usefixtures("folder")
def test_name_that_fits_none_lists_the_nearest(call: Call) -> None:
    status, out, err = call("show", "sundays.yaml", "surway")

    assert (status, out) == (2, "")
    assert "The nearest: survey" in err


def test_what_stands_beside_the_argument_is_told(folder: Path, call: Call) -> None:
    text = """\
argmap: 1
title: Talk
holders: {ann: {name: Ann}}
claims:
  a:
    text: A.
    section: [Costs, Fines]
    said: [{words: So a., by: ann, time: "12:30"}, {words: Hm.}]
  b: {text: B., rephrases: [a], preferred_to: [{to: a, scheme: Order}]}
"""
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")

    assert call("show", "talk.yaml", "a").out == (
        "a  claim\n  A.\n\n  section   Costs / Fines\n  said      So a. (Ann, 12:30)\n"
        "  said      Hm.\n\nBeside the argument\n    is said in other words by b: B\n"
        "    is put after b: B (Order)\n"
    )
    assert "    says in other words a: A\n    is put before a: A (Order)" in (
        call("show", "talk.yaml", "b").out
    )
    links = json.loads(call("show", "talk.yaml", "b", "--json").out)["links"]
    assert [link["kind"] for link in links] == ["rephrase", "preference"]


def test_what_is_proposed_says_so_and_for_what(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "drafted.yaml"
    argmap.save(drafted(), file)

    out = call("show", str(file), "survey").out
    assert out.startswith("survey  evidence, statistic, proposed\n")
    assert "\n  signal    'survey'\n" in out
    assert ", proposed\n      'for' opens a reason\n" in out
