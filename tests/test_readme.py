"""What the README and the documents show is true: their commands run, with that output."""

import doctest
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

import argmap
from argmap.cli import draft, run
from argmap.cli.path import command as path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATHS = (ROOT / "docs/paths.md").read_text(encoding="utf-8")
DRAFT = (ROOT / "docs/draft.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
MAP_FILE = (ROOT / "docs/map-file.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def console(text: str) -> Iterator[tuple[str, str]]:
    for block in blocks(text, "console"):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = shown.partition("\n")
            yield command, output


@pytest.fixture
def in_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the examples, in which commands may write."""
    (tmp_path / "examples").mkdir()
    for file in (ROOT / "examples").iterdir():
        (tmp_path / "examples" / file.name).write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)


def commands(text: str) -> list[tuple[str, str]]:
    return [(command, output) for command, output in console(text) if command.startswith("argmap ")]


@pytest.mark.usefixtures("in_copy")
@pytest.mark.parametrize(("command", "output"), commands(README))
def test_a_command_of_the_readme_prints_what_it_shows(
    command: str, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(shlex.split(command)[1:])

    assert (status, capsys.readouterr().out) == (0, output)


@pytest.mark.usefixtures("in_copy")
def test_what_the_readme_says_is_not_carried(capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = [block for block in blocks(README, "text") if block.startswith("not carried: ")]
    (command,) = [command for command, _ in commands(README) if " convert " in command]
    run(shlex.split(command)[1:])

    assert capsys.readouterr().err == told


@pytest.mark.usefixtures("in_copy")
def test_what_the_readme_shows_of_a_draft() -> None:
    _, part = blocks(README, "yaml")
    (command,) = [command for command, _ in commands(README) if " draft " in command]
    run(shlex.split(command)[1:])

    assert f"\n{part}" in Path("examples/draft.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("in_copy")
@pytest.mark.parametrize(("command", "output"), commands(PATHS))
def test_a_command_of_the_page_on_paths_prints_what_it_shows(
    command: str, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(shlex.split(command)[1:])

    assert capsys.readouterr().out == output
    assert status == (1 if output.startswith("Neither of ") else 0)


def test_the_page_on_paths_works_through_ten_questions() -> None:
    assert re.findall(r"^### (\d+)\.", PATHS, flags=re.MULTILINE) == [str(n) for n in range(1, 11)]
    assert len(commands(PATHS)) >= 10


def test_the_page_on_paths_names_every_key_of_the_json_and_every_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["path", "us-russia", "nato-enlargement", "nato-anti"]
    run([*arguments, "--json", "--between", "--cuts"])
    told = json.loads(capsys.readouterr().out)
    table = re.findall(r"^\| (`.+?) \|", PATHS, flags=re.MULTILINE)

    assert [key for cell in table for key in re.findall(r"`(\w+)`", cell)] == list(told)
    for option in path.params:
        if isinstance(option, click.Option) and option.name != "help":
            assert option.opts[0] in PATHS, option.name


def test_the_readme_shows_every_command_but_those_that_it_names() -> None:
    shown = {shlex.split(command)[1] for command, _ in commands(README)}

    assert shown == {"view", "draw", "path", "find", "show", "check", "convert", "draft"}
    for named in ("ask", "stats", "new", "schema"):
        assert f"`argmap {named}" in README


def test_make_in_the_readme_names_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = [command.split()[1] for command, _ in console(README) if command.startswith("make ")]

    assert named == ["demo", "test"]
    assert all(re.search(rf"^{target}:", makefile, flags=re.MULTILINE) for target in named)


@pytest.mark.usefixtures("in_copy")
@pytest.mark.parametrize(
    "text", [README, PATHS, FORMATS], ids=["README.md", "paths.md", "formats.md"]
)
def test_the_python_of_the_documents_runs(text: str) -> None:
    (block,) = blocks(text, "python")
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)

    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.usefixtures("in_copy")
def test_the_map_of_the_readme_loads_with_its_quotes_found() -> None:
    block, _ = blocks(README, "yaml")
    m = argmap.loads(block, path="examples/map.yaml")

    assert [q.match for s in m.statements for q in s.quotes] == ["exact", "exact"]


def test_the_commands_of_the_document_on_drafts_name_options_that_there_are() -> None:
    known = {option for each in draft.command.params for option in each.opts}

    shown = [c for block in blocks(DRAFT, "console") for c in block.splitlines()]
    assert shown
    assert {word for c in shown for word in c.split() if word.startswith("-")} <= known


def test_the_python_of_the_document_on_drafts_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("article.txt").write_text("Trams are quiet.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (block,) = blocks(DRAFT, "python")

    exec(compile(block, "draft.md", "exec"), {})  # noqa: S102  # our own document
    assert "claims=1" in capsys.readouterr().out


def test_the_yaml_of_the_documents_is_valid() -> None:
    shown = blocks(MAP_FILE, "yaml")

    assert len(shown) > 3
    assert all(isinstance(yaml.safe_load(block), dict) for block in shown)


@pytest.mark.parametrize("text", [README, MAP_FILE, PATHS])
def test_links_lead_to_files(text: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    folder = ROOT if text is README else ROOT / "docs"

    assert links
    assert [link for link in links if not (folder / link).exists()] == []
