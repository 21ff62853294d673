"""`argmap path`."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Call
from tests.graph.sketches import ringed

pytestmark = pytest.mark.usefixtures("folder")


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_route_is_told_hop_by_hop_with_holders_warrants_and_quotes(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "staff", "strain")

    assert (status, err) == (0, "")
    assert (
        out
        == """\
“Staff are paid more on Sundays” undermines “Sunday work strains family life”: one route.

  “Staff are paid more on Sundays”, together with “In a survey of 2,000 employees, 61 % wanted
  Sunday shifts”, speaks for “Open on Sundays” [The author], because more pay is fair.
      “Shops should be open on Sundays”
  That in turn speaks against “Sunday work strains family life” [Trade unions, per The author],
  and the other way round, because a rule that strains families should not stand.
      “Sunday work is a strain”
  So it undermines “Sunday work strains family life”: two steps, one contrast.
"""
    )


def test_answer_the_other_way_round_says_so(call: Call) -> None:
    status, out, _ = call("path", "sundays.yaml", "open", "staff")

    assert status == 0
    assert one_line(out).startswith(
        "“Open on Sundays” does not bear on “Staff are paid more on Sundays”, but “Staff are paid "
        "more on Sundays” bears on “Open on Sundays”. “Staff are paid more on Sundays” supports "
        "“Open on Sundays”: one route."
    )


def test_several_routes_are_numbered_and_quotes_told_once(call: Call) -> None:
    out = one_line(call("path", "sundays.yaml", "survey", "open").out)

    assert "both supports and undermines “Open on Sundays”: two routes for it, one against" in out
    assert [out.count(f"Route {number} “In a survey") for number in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert out.count("“Shops should be open on Sundays”") == 1


def test_limit_says_that_there_is_more(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "survey", "open", "--limit", "1")

    assert (status, err) == (0, "See more with --limit 2.\n")
    assert out.endswith("There are more routes.\n")
    assert "two routes for it, one against it" in one_line(out)
    assert "Route 1" not in out


def test_statements_that_meet_nowhere_are_status_1(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "apart", "open")

    assert (status, err) == (1, "")
    assert one_line(out) == (
        "Neither of “The weather is fine” and “Open on Sundays” bears on the other. They meet "
        "nowhere: no statement rests on both, and none bears on both. They are not connected: "
        "“The weather is fine” stands alone; “Open on Sundays” lies in the part of the map with "
        "the main claim, “Open on Sundays”, of four statements."
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--only", "support"], "one route. Only routes of supports alone count."),
        (["--max-steps", "1"], "supports “Open on Sundays”: one route. Only routes of at most one"),
        (["--via", "strain"], "one route. Only routes by way of “Sunday work strains family life”"),
        (["--avoid", "strain"], "both for it. Only routes that avoid “Sunday work strains family"),
        (["--holder", "trade UNIONS"], "Only routes held between their ends by Trade unions count"),
        (
            ["--only", "contrast", "--max-steps", "1"],
            "but by no such route. Only routes of contrasts alone and of at most one step count.",
        ),
    ],
)
def test_conditions_are_told(call: Call, options: list[str], told: str) -> None:
    assert told in one_line(call("path", "sundays.yaml", "survey", "open", *options).out)


@pytest.mark.parametrize(
    "options",
    [["--via", "survey"], ["--avoid", "open"], ["--holder", "unions"], ["--max-steps", "1"]],
)
@pytest.mark.parametrize("ends", [("staff", "strain"), ("apart", "strain")])
def test_no_route_that_fits_is_status_1(
    call: Call, options: list[str], ends: tuple[str, str]
) -> None:
    status, out, err = call("path", "sundays.yaml", *ends, *options)

    assert (status, err) == (1, "")
    assert ("by no such route. Only routes " in one_line(out)) == (ends[0] == "staff")


def test_as_json(call: Call) -> None:
    answer = json.loads(call("path", "sundays.yaml", "staff", "strain", "--json").out)

    told = (
        "“Staff are paid more on Sundays” undermines “Sunday work strains family life”: one route."
    )
    because = "A rule that strains families should not stand."
    sentences = answer["routes"][0].pop("sentences")
    assert [sentence.partition("”")[0] for sentence in sentences] == [
        "“Staff are paid more on Sundays",
        "That in turn speaks against “Sunday work strains family life",
    ]
    assert answer == {
        "from": "staff",
        "to": "strain",
        "direction": "forward",
        "polarity": "undermines",
        "over_routes": "undermines",
        "routes": [
            {
                "statements": ["staff", "open", "strain"],
                "relations": [
                    {"id": "r7", "kind": "support", "because": "More pay is fair."},
                    {"id": "strain-open", "kind": "contrast", "because": because},
                ],
                "polarity": "undermines",
                "weakest": None,
            }
        ],
        "more": False,
        "count": {"supporting": 0, "undermining": 1, "exact": True},
        "odd_circles": [],
        "meeting_points": [],
        "more_meeting_points": False,
        "parts": [],
        "sentences": [told],
    }


def test_as_json_backward_and_unconnected(call: Call) -> None:
    backward = json.loads(call("path", "sundays.yaml", "open", "staff", "--json").out)
    nothing = call("path", "sundays.yaml", "apart", "open", "--json")

    assert (backward["from"], backward["to"]) == ("open", "staff")
    assert (backward["direction"], backward["polarity"]) == ("backward", "supports")
    assert [route["statements"] for route in backward["routes"]] == [["staff", "open"]]
    assert nothing.status == 1
    unconnected = json.loads(nothing.out)
    assert [unconnected[key] for key in ("direction", "polarity", "routes")] == [None, None, []]
    assert unconnected["parts"] == [
        {"size": 1, "main": False, "others": []},
        {"size": 4, "main": True, "others": ["strain", "survey", "staff"]},
    ]


def test_a_statement_has_no_path_to_itself(call: Call) -> None:
    answer = call("path", "sundays.yaml", "staff", "paid")

    assert answer == (2, "", "FROM and TO are the same statement, staff.\n")


def test_a_holder_that_there_is_not_is_told_in_a_line(call: Call) -> None:
    answer = call("path", "sundays.yaml", "staff", "open", "--holder", "nobody")

    assert answer == (2, "", "The map has no holder 'nobody'. There are author, unions.\n")


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**30])
def test_a_number_beyond_any_use_means_all(call: Call, number: int) -> None:
    asked = ("path", "sundays.yaml", "survey")

    assert call(*asked, "open", "--limit", str(number)) == call(*asked, "open")
    for options in (["--between"], ["--max-steps", str(number)], ["--json"]):
        status, _, err = call(*asked, "strain", "--limit", str(number), *options)
        assert (status, err) == (0, "")
    assert call("path", "sundays.yaml", "--to", "open", "--limit", str(number)).status == 0
    assert call("find", "sundays.yaml", "sunday", "--limit", str(number)).status == 0


def test_name_that_fits_several_statements_lists_them(call: Call) -> None:
    status, out, err = call("path", "sundays.yaml", "open", "s")

    assert (status, out) == (2, "")
    assert "nothing is guessed" in err


def test_routes_are_drawn_as_a_tree(call: Call) -> None:
    out = call("path", "sundays.yaml", "survey", "open", "--draw").out

    assert (
        out.partition("\n\n")[2]
        == """\
survey  In a survey of 2,000 employees, 61 % wanted Sunday shifts
├─ + open  Open on Sundays
└─ - strain-open  (a step)
   ├─ - open  Open on Sundays
   └─ - strain  Sunday work strains family life
      - open  Open on Sundays
"""
    )


def test_a_long_route_is_drawn_narrow(folder: Path, call: Call) -> None:
    size = 2_000
    lines = ["argmap: 1", "title: A chain", "claims:"]
    lines += [f"  s{n}: {{text: Step., supports: [s{n + 1}]}}" for n in range(size)]
    folder.joinpath("chain.yaml").write_text("\n".join([*lines, f"  s{size}: {{text: End.}}"]))
    out = call("path", "chain.yaml", "s0", f"s{size}", "--draw").out

    assert len(out) < 30 * size
    assert out.endswith(f"\n+ s{size}  End\n")


def test_between_and_cuts(call: Call) -> None:
    between = call("path", "sundays.yaml", "survey", "strain", "--between").out
    cuts = one_line(call("path", "sundays.yaml", "staff", "strain", "--cuts").out)

    assert between.endswith("  “Open on Sundays” [The author], one step before the end\n")
    assert cuts.endswith("Every route visits “Open on Sundays”: without it there is no route.")
    answer = json.loads(
        call("path", "sundays.yaml", "staff", "strain", "--between", "--cuts", "--json").out
    )
    assert answer["between"] == [
        {"statement": "strain", "steps": 0},
        {"statement": "open", "steps": 1},
        {"statement": "staff", "steps": 2},
    ]
    assert answer["cuts"] == {"on_every_route": ["open"], "smallest": ["open"]}


def test_of_all_that_lies_between_so_many_are_listed(folder: Path, call: Call) -> None:
    lines = ["argmap: 1", "title: A chain", "claims:", "  s30: {text: End.}"]
    lines += [f"  s{n}: {{text: Step {n}., supports: [s{n + 1}]}}" for n in range(30)]
    folder.joinpath("chain.yaml").write_text("\n".join(lines), "utf-8")
    asked = ("path", "chain.yaml", "s0", "s30", "--between")
    _, out, err = call(*asked)

    assert out.count("before the end\n") == 20
    assert "“Step 1”, 29 steps before the end\n" in out
    assert out.endswith("  and nine others\n")
    assert err == "See all with --limit 29.\n"
    _, out, err = call(*asked, "--limit", "29")
    assert out.endswith("  “Step 29”, one step before the end\n")
    assert err == ""
    assert len(json.loads(call(*asked, "--limit", "1", "--json").out)["between"]) == 31


def test_more_routes_are_not_offered_where_none_are_told(call: Call) -> None:
    _, out, err = call("path", "sundays.yaml", "survey", "open", "--between", "--limit", "1")

    assert "“Sunday work strains family life” [Trade unions, per The author], one step" in out
    assert "more routes" not in out
    assert err == ""


def test_more_routes_are_not_offered_where_asking_for_them_cannot_help(
    folder: Path, call: Call
) -> None:
    argmap.save(ringed(), str(folder / "ringed.yaml"))

    _, out, err = call("path", "ringed.yaml", "a", "t", "--limit", "1")

    assert out.endswith("\nThere may be more routes.\n")
    assert err == ""


def test_what_bears_on_a_statement_and_what_it_bears_on(call: Call) -> None:
    toward = call("path", "sundays.yaml", "--to", "open")
    away = call("path", "sundays.yaml", "--from", "staff", "--limit", "1")

    assert (toward.status, toward.err) == (0, "")
    assert (
        toward.out
        == """\
Three statements bear on “Open on Sundays”: one for it, one against it, one on both sides.

In one step
  “Sunday work strains family life” [Trade unions, per The author] undermines it
  “Staff are paid more on Sundays” supports it
  “In a survey of 2,000 employees, 61 % wanted Sunday shifts” both supports and undermines it
"""
    )
    assert away.out.endswith("\n\nIn one step\n  It supports “Open on Sundays” [The author]\n")
    assert away.err == "See all with --limit 2.\n"
    assert json.loads(call("path", "sundays.yaml", "--from", "staff", "--json").out) == {
        "from": "staff",
        "statements": [
            {
                "statement": "open",
                "polarity": "supports",
                "over_routes": "supports",
                "steps": 1,
            },
            {
                "statement": "strain",
                "polarity": "undermines",
                "over_routes": "undermines",
                "steps": 2,
            },
        ],
    }
    nearest = call("path", "sundays.yaml", "--from", "staff", "--json", "--limit", "1")
    assert [s["statement"] for s in json.loads(nearest.out)["statements"]] == ["open"]


def test_what_bears_on_a_statement_does_so_as_its_routes_do(folder: Path, call: Call) -> None:
    folder.joinpath("turned.yaml").write_text(
        "argmap: 1\ntitle: T\nclaims:\n  a: {text: a., supports: [b]}\n"
        "  b: {text: b., contrasts: [a]}\n"
    )

    toward = call("path", "turned.yaml", "--to", "a").out
    path = call("path", "turned.yaml", "b", "a").out

    assert path.startswith("“b” undermines “a”: one route.\n")
    assert toward == (
        "One statement bears on “a” and undermines it.\n\nIn one step\n  “b” undermines it\n\n"
        "On the way lies a circle with an odd number of contrasts, among “a” and “b”: "
        "who goes round it\ncomes out on the other side.\n"
    )


def test_a_statement_on_which_nothing_bears_is_status_1(call: Call) -> None:
    assert call("path", "sundays.yaml", "--to", "apart") == (
        1,
        "No statements bear on “The weather is fine”.\n",
        "",
    )
    status, out, _ = call("path", "sundays.yaml", "--from", "apart", "--json")
    assert (status, json.loads(out)) == (1, {"from": "apart", "statements": []})


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["open"], "Name two statements, FROM and TO."),
        ([], "Name two statements, FROM and TO."),
        (["staff", "open", "--to", "open"], "FROM and TO have no place beside --to"),
        (["--to", "open", "--from", "open"], "--from and --to ask different things; give one."),
        (["--to", "open", "--cuts"], "--cuts has no place beside --to."),
        (["--pairs", "-", "--draw"], "--draw has no place beside --pairs."),
        (["--pairs", "none.csv"], "none.csv: cannot be read: no such file or directory."),
        (["staff", "open", "--draw", "--json"], "--json and --draw both say how to answer"),
        (["staff", "open", "--draw", "--between"], "--draw draws routes, and --between lists"),
        (["staff", "open", "--cuts", "--via", "survey"], "--cuts looks at all routes, and --via"),
        (["staff", "open", "--between", "--max-steps", "2"], "and --max-steps chooses among them"),
        (["staff", "open", "-o", "x.svg", "--via", "survey"], "-o writes all that lies between"),
        (["staff", "open", "-o", "x.svg", "--max-steps", "2"], "with or without --max-steps"),
        (["staff", "open", "-o", "x.svg", "--cuts"], "with or without --cuts; leave it out."),
        (["staff", "open", "-o", "x.svg", "--between"], "with or without --between"),
        (["staff", "open", "-o", "x.svg", "--draw"], "-o and --draw both say how to answer"),
        (["staff", "open", "-o", ""], ": the output must end in .html or .svg."),
        (["staff", "open", "-o", "part.txt"], "part.txt: the output must end in .html or .svg."),
        (["staff", "open", "-o", "sundays.yaml"], "the output must end in"),
        (["staff", "open", "--limit", "0"], "0 is not in the range x>=1"),
        (["staff", "open", "--limit", "abc"], "'abc' is not a valid whole number."),
        (["staff", "open", "-o", "none/x.html"], "cannot be written: there is no folder 'none'."),
        (["staff", "open", "--max-steps", "-1"], "-1 is not in the range x>=1"),
        (["staff", "open", "--only", "both"], "'both' is not one of 'support', 'contrast'"),
        (["staff", "strain", "--via", "open", "--avoid", "open"], "cannot both visit and avoid"),
        (["staff", "strain", "--avoid", "staff"], "cannot avoid 'staff', its end"),
        (["staff", "strain", "--via", "nobody"], "No statement has the id 'nobody'"),
        (["staff", "strain", "--holder", "trade unoins"], "Did you mean 'trade unions'?"),
        (["staff", "strain", "--holder", "\x1b[1m"], "There are author, unions."),
    ],
)
def test_a_bad_question_is_status_2_and_says_why(
    call: Call, arguments: list[str], what: str
) -> None:
    status, out, err = call("path", "sundays.yaml", *arguments)

    assert (status, out) == (2, "")
    assert what in one_line(err)
    assert "\x1b" not in err


def test_pairs_are_answered_line_by_line(folder: Path, call: Call) -> None:
    folder.joinpath("pairs.csv").write_text('staff,open\n\n"staff"\tstrain\napart, open\n', "utf-8")
    status, out, err = call("path", "sundays.yaml", "--pairs", "pairs.csv")
    told = [json.loads(line) for line in out.splitlines()]

    assert (status, err) == (0, "")
    assert [(each["from"], each["to"], each["polarity"]) for each in told] == [
        ("staff", "open", "supports"),
        ("staff", "strain", "undermines"),
        ("apart", "open", None),
    ]
    alone = json.loads(call("path", "sundays.yaml", "staff", "strain", "--json").out)
    assert told[1] == alone


def test_pairs_that_cannot_be_answered_say_so_and_the_rest_goes_on(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.StringIO("nobody,open\nopen,open\nopen\na,b,c\ns,open\n,open\nstaff,open\n")
    )
    status, out, err = call("path", "sundays.yaml", "--pairs", "-", "--limit", "1")
    told = [json.loads(line) for line in out.splitlines()]

    assert status == 2
    assert err == "6 of 7 lines could not be answered; the first is standard input:1.\n"
    assert [each.get("error", "").partition(".")[0] for each in told] == [
        "standard input:1: No statement has the id 'nobody' or contains these words",
        "standard input:2: Both names mean the same statement, open",
        "standard input:3: A line must hold two names, parted by a tab or a comma",
        "standard input:4: A line must hold two names, parted by a tab or a comma",
        "standard input:5: 's' fits 3 statements, and nothing is guessed",
        "standard input:6: A line must hold two names, parted by a tab or a comma",
        "",
    ]
    assert (told[0]["from"], told[0]["to"]) == ("nobody", "open")


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "from,to\n"])
def test_a_file_without_pairs_is_refused(folder: Path, call: Call, text: str) -> None:
    folder.joinpath("pairs.csv").write_text(text, "utf-8")

    assert call("path", "sundays.yaml", "--pairs", "pairs.csv") == (
        2,
        "",
        "pairs.csv: there are no pairs of statements in it.\n",
    )


def test_of_lines_that_could_not_be_answered_the_first_is_named(folder: Path, call: Call) -> None:
    folder.joinpath("pairs.csv").write_text("# one\nnobody,open\n", "utf-8")
    status, _, err = call("path", "sundays.yaml", "--pairs", "pairs.csv")

    assert (status, err) == (2, "1 of 1 line could not be answered; the first is pairs.csv:2.\n")


def test_pairs_that_are_no_text_are_refused(folder: Path, call: Call) -> None:
    folder.joinpath("pairs.csv").write_bytes(b"\xff\xfe")
    status, out, err = call("path", "sundays.yaml", "--pairs", "pairs.csv")

    assert (status, out) == (2, "")
    assert "pairs.csv: cannot be read: it is not UTF-8 text." in err


@pytest.mark.parametrize("head", ["from,to", "from\tto", "from, to"])
def test_a_head_and_comments_are_no_pairs(folder: Path, call: Call, head: str) -> None:
    text = f"{head}\n# {'more,' * 10_000}\n\nstaff,open\nfrom,to\nstaff,{'o' * 30_000}\nopen\n"
    folder.joinpath("pairs.csv").write_text(text, "utf-8")
    status, out, _ = call("path", "sundays.yaml", "--pairs", "pairs.csv")
    told = [json.loads(line) for line in out.splitlines()]

    assert status == 2
    assert [(each["from"], each.get("error", "")[:13]) for each in told] == [
        ("staff", ""),
        ("from", "pairs.csv:5: "),
        ("staff", "pairs.csv:6: "),
        ("open", "pairs.csv:7: "),
    ]


def test_pairs_from_a_pipe_are_read_as_those_of_a_file_whatever_the_locale_says() -> None:
    command = [sys.executable, "-m", "argmap", "path", "sundays.yaml", "--pairs", "-"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii:surrogateescape"}
    marked, broken = (
        subprocess.run(command, input=text, capture_output=True, check=False, env=environment)
        for text in (b"\xef\xbb\xbfstaff,open\nno\xc3\xb6body,open\n", b"\xff,open\n")
    )

    first, second = (json.loads(line) for line in marked.stdout.splitlines())
    assert (first["from"], second["from"], marked.returncode) == ("staff", "noöbody", 2)
    assert (broken.stdout, broken.returncode) == (b"", 2)
    assert b"standard input: cannot be read: it is not UTF-8 text" in broken.stderr


def test_pairs_tell_what_would_have_to_fall(folder: Path, call: Call) -> None:
    folder.joinpath("pairs.csv").write_text("staff,strain\n", "utf-8")
    out = call("path", "sundays.yaml", "--pairs", "pairs.csv", "--cuts").out

    assert json.loads(out)["cuts"] == {"on_every_route": ["open"], "smallest": ["open"]}


def test_a_tree_is_drawn_in_ascii_where_nothing_else_can_be_shown() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "path", "sundays.yaml", "survey", "open", "--draw"],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )

    assert done.stdout.splitlines()[-3:] == [
        b"   |- - open  Open on Sundays",
        b"   `- - strain  Sunday work strains family life",
        b"      - open  Open on Sundays",
    ]


def test_a_holder_is_named_by_id_name_or_alias(folder: Path, call: Call) -> None:
    text = folder.joinpath("sundays.yaml").read_text("utf-8")
    folder.joinpath("two.yaml").write_text(
        text.replace("{name: Trade unions}", "{name: Trade unions, aliases: [Labour, the author]}"),
        encoding="utf-8",
    )

    def told(name: str) -> str:
        return one_line("".join(call("path", "two.yaml", "survey", "open", "--holder", name)[1:]))

    for name in ("unions", "UNIONS", "labour"):
        assert "held between their ends by Trade unions count" in told(name)
    assert "held between their ends by The author count" in told("author")
    assert "Several holders are called 'The author': author, unions." in told("The author")
