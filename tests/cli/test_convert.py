"""`argmap convert`."""

import json
from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Call


def test_map_goes_to_another_format_and_back(folder: Path, call: Call) -> None:
    assert call("convert", "sundays.yaml", "out.json") == (0, "out.json\n", "")
    assert call("convert", "out.json", "back.yml") == (0, "back.yml\n", "")

    m = argmap.load(folder / "sundays.yaml")
    assert argmap.load(folder / "out.json") == argmap.load(folder / "back.yml") == m


def test_formats_may_be_named_where_endings_do_not_tell(folder: Path, call: Call) -> None:
    assert call("convert", "sundays.yaml", "out.txt", "--to", "json").status == 0
    assert call("convert", "out.txt", "back.txt", "--from", "json", "--to", "yaml").status == 0

    assert argmap.load(folder / "back.txt") == argmap.load(folder / "sundays.yaml")


@pytest.mark.usefixtures("folder")
def test_map_is_printed_for_a_dash(call: Call) -> None:
    status, out, err = call("convert", "sundays.yaml", "-", "--to", "json")

    assert (status, err) == (0, "")
    assert json.loads(out)["title"] == "Should shops open on Sundays?"
    assert call("convert", "sundays.yaml", "-").status == 2


def test_source_that_does_not_go_along_is_told_of(folder: Path, call: Call) -> None:
    folder.joinpath("sub").mkdir()

    assert call("convert", "sundays.yaml", "sub/out.json").err == (
        "note: article.txt is not beside sub/out.json; with it, the quotes can be checked\n"
    )


def test_existing_file_is_overwritten_only_by_force(folder: Path, call: Call) -> None:
    out = folder / "out.json"
    out.write_text("mine", encoding="utf-8")

    status, _, err = call("convert", "sundays.yaml", "out.json")

    assert status == 2
    assert "out.json: the file exists. Add --force to overwrite it." in err
    assert out.read_text("utf-8") == "mine"

    assert call("convert", "sundays.yaml", "out.json", "--force").status == 0
    assert json.loads(out.read_text("utf-8"))["argmap"] == 1


@pytest.mark.parametrize("output", ["out.xyz", "out", ""])
def test_format_that_is_not_known_is_refused(folder: Path, call: Call, output: str) -> None:
    before = sorted(folder.iterdir())

    status, out, err = call("convert", "sundays.yaml", output)

    assert (status, out) == (2, "")
    assert "names no format. Known are .yaml, .yml, .json, " in err
    assert sorted(folder.iterdir()) == before


@pytest.mark.usefixtures("folder")
def test_picture_is_left_to_draw(call: Call) -> None:
    status, out, err = call("convert", "sundays.yaml", "out.svg")

    assert (status, out) == (2, "")
    assert "out.svg: 'argmap draw' makes pictures." in err


AIF = """{"nodes": [{"nodeID": "1", "text": "One.", "type": "I"},
 {"nodeID": "2", "text": "Two.", "type": "I"},
 {"nodeID": "3", "text": "Default Inference", "type": "RA"},
 {"nodeID": "4", "text": "lonely", "type": "TA"}],
 "edges": [{"edgeID": "5", "fromID": "1", "toID": "3"},
  {"edgeID": "6", "fromID": "3", "toID": "2"}]}"""


def test_what_is_lost_is_told(folder: Path, call: Call) -> None:
    folder.joinpath("in.json").write_text(AIF, encoding="utf-8")

    status, out, err = call("convert", "in.json", "out.yaml")

    assert (status, out) == (0, "out.yaml\n")
    assert "not carried: transition, once (4)" in err
    m = argmap.load(folder / "out.yaml")
    assert [(s.id, s.text) for s in m.statements] == [("1", "One."), ("2", "Two.")]
    assert [(r.id, r.source, r.target) for r in m.relations] == [("3", "1", "2")]


def test_strict_writes_nothing_where_anything_is_lost(folder: Path, call: Call) -> None:
    folder.joinpath("in.json").write_text(AIF, encoding="utf-8")

    status, out, err = call("convert", "in.json", "out.yaml", "--strict")

    assert (status, out) == (1, "")
    assert "would not be carried: transition, once (4)" in err
    assert not folder.joinpath("out.yaml").exists()
    assert call("convert", "sundays.yaml", "out.json", "--strict").status == 0


def test_a_format_that_holds_the_text_needs_no_file_beside(folder: Path, call: Call) -> None:
    folder.joinpath("sub").mkdir()

    assert call("convert", "sundays.yaml", "sub/out.graphml").err == ""


def test_losses_as_json(folder: Path, call: Call) -> None:
    folder.joinpath("in.json").write_text(AIF, encoding="utf-8")

    told = json.loads(call("convert", "in.json", "out.yaml", "--json").out)

    assert (told["from"], told["to"], told["out"]) == ("aif", "yaml", "out.yaml")
    assert {"what": "transition", "where": "4", "repaired": False} in told["losses"]


def test_kept_losses_give_the_original_back(folder: Path, call: Call) -> None:
    original = folder.joinpath("sundays.yaml").read_bytes()

    assert call("convert", "sundays.yaml", "out.aif.json", "--keep-losses", "lost.json").status == 0
    assert call("convert", "out.aif.json", "back.yaml", "--losses", "lost.json").status == 0

    assert folder.joinpath("back.yaml").read_bytes() == original


ARGGRAPH = """<arggraph id="micro">
<edu id="e1">Shops should open.</edu><adu id="a1"/><edge id="s1" src="e1" trg="a1" type="seg"/>
</arggraph>"""


@pytest.mark.parametrize("middle", ["m.yaml", "m.json", "m.argdown", "m.csv", "m.tsv", "m.graphml"])
def test_way_back_is_whole_from_every_format_and_under_another_name(
    folder: Path, call: Call, middle: str
) -> None:
    folder.joinpath("in.xml").write_text(ARGGRAPH, encoding="utf-8")
    assert call("convert", "in.xml", "in.sadface.json").status == 0
    assert call("convert", "in.sadface.json", middle, "--keep-losses", "lost.json").status == 0
    folder.joinpath(middle).rename(folder / f"renamed-{middle}")
    call("convert", f"renamed-{middle}", "back.sadface.json", "--losses", "lost.json")

    assert (folder / "back.sadface.json").read_bytes() == (folder / "in.sadface.json").read_bytes()


def test_losses_are_not_kept_for_what_nothing_reads(folder: Path, call: Call) -> None:
    status, _, err = call("convert", "sundays.yaml", "out.dot", "--keep-losses", "lost.json")

    assert status == 2
    assert "DOT cannot be read, so that there is no way back" in err
    assert not folder.joinpath("out.dot").exists()


def test_kept_losses_come_back_into_what_was_changed_meanwhile(folder: Path, call: Call) -> None:
    call("convert", "sundays.yaml", "out.aif.json", "--keep-losses", "lost.json")
    changed = folder.joinpath("out.aif.json").read_text("utf-8")
    folder.joinpath("out.aif.json").write_text(
        changed.replace("The weather is fine.", "The weather was bad."), encoding="utf-8"
    )

    assert call("convert", "out.aif.json", "back.yaml", "--losses", "lost.json").status == 0

    before, after = argmap.load("sundays.yaml"), argmap.load("back.yaml")
    assert after.by_id["apart"].text == "The weather was bad."
    others = [s for s in before.statements if s.id != "apart"]
    assert [s for s in after.statements if s.id != "apart"] == others
    assert (after.relations, after.expect) == (before.relations, before.expect)


@pytest.mark.parametrize("kept", ["{}", "no JSON", '{"argmap_losses": 1}'])
def test_file_that_holds_no_losses_is_refused(folder: Path, call: Call, kept: str) -> None:
    folder.joinpath("lost.json").write_text(kept, encoding="utf-8")

    status, out, err = call("convert", "sundays.yaml", "out.aif.json", "--losses", "lost.json")

    assert (status, out) == (2, "")
    assert "lost.json: these are no kept losses" in err


def test_losses_of_another_way_are_refused(folder: Path, call: Call) -> None:
    call("convert", "sundays.yaml", "out.aif.json", "--keep-losses", "lost.json")

    status, _, err = call("convert", "sundays.yaml", "x.json", "--losses", "lost.json")

    assert status == 2
    assert "these losses were kept on the way from yaml to aif" in err
    assert not folder.joinpath("x.json").exists()


def test_text_that_a_file_holds_goes_beside_the_map(folder: Path, call: Call) -> None:
    xaif = {
        "AIF": {"nodes": [{"nodeID": "7", "text": "Rain fell.", "type": "I"}], "edges": []},
        "text": {"txt": 'They said <span id="node7">rain fell</span> here.'},
    }
    folder.joinpath("in.json").write_text(json.dumps(xaif), encoding="utf-8")

    status, out, _ = call("convert", "in.json", "out.yaml")

    assert (status, out) == (0, "out.yaml\nout.source.txt\n")
    assert folder.joinpath("out.source.txt").read_text("utf-8") == "They said rain fell here."
    (quote,) = argmap.load(folder / "out.yaml").by_id["7"].quotes
    assert (quote.quote, quote.start, quote.end, quote.match) == ("rain fell", 10, 19, "exact")

    assert call("convert", "in.json", "out.yaml").status == 2
    assert call("convert", "in.json", "out.yaml", "--force").status == 0


def test_every_command_reads_a_foreign_file_and_says_what_is_missing(
    folder: Path, call: Call
) -> None:
    folder.joinpath("in.json").write_text(AIF, encoding="utf-8")

    status, out, err = call("path", "in.json", "1", "2")

    assert status == 0
    assert "supports" in out
    assert err.endswith("carried over from in.json; 'argmap convert' lists all\n")
    assert call("stats", "in.json").status == call("find", "in.json", "one").status == 0
    assert call("view", "in.json", "-o", "x.html").status == 0


@pytest.mark.parametrize("option", [["--json"], ["--keep-losses", "kept.json"]])
def test_what_needs_a_file_is_refused_for_the_terminal(
    folder: Path, call: Call, option: list[str]
) -> None:
    status, out, err = call("convert", "sundays.yaml", "-", "--to", "aif", *option)

    assert (status, out) == (2, "")
    assert "--keep-losses and --json need a file for OUT." in err
    assert not folder.joinpath("kept.json").exists()


def test_strict_answers_programs_too(folder: Path, call: Call) -> None:
    status, out, _ = call("convert", "sundays.yaml", "out.csv", "--strict", "--json")

    assert status == 1
    assert json.loads(out)["out"] is None
    assert "title of the map" in {loss["what"] for loss in json.loads(out)["losses"]}
    assert not folder.joinpath("out.csv").exists()


@pytest.mark.parametrize("option", [["--from", "aif"], ["--keep-losses", "kept.json"]])
def test_the_way_back_takes_no_option_of_the_way_there(
    folder: Path, call: Call, option: list[str]
) -> None:
    folder.joinpath("in.aif.json").write_text(AIF, encoding="utf-8")

    status, out, err = call("convert", "in.aif.json", "o.yaml", "--losses", "l.json", *option)

    assert (status, out) == (2, "")
    assert "--losses goes back: leave out --keep-losses and --from." in err
