"""Help: every command has one, and its example runs."""

import io
import re
import shlex
from importlib import import_module

import click
import pytest

from argmap.cli import COMMANDS
from tests.cli.conftest import Call


def test_help_lists_every_command_in_the_order_of_use(call: Call) -> None:
    status, out, err = call("--help")

    assert (status, err) == (0, "")
    assert re.findall(r"^  (\w+) {2,}\S", out.partition("Commands:")[2], re.MULTILINE) == list(
        COMMANDS
    )
    assert "MAP is a map file, a file of another tool such as AIF or Argdown, or" in out


def test_no_command_at_all_is_answered_with_help(call: Call) -> None:
    status, out, err = call()

    assert status == 2
    assert "Commands:" in out + err


def test_version(call: Call) -> None:
    status, out, _ = call("--version")

    assert status == 0
    assert re.fullmatch(r"argmap, version \d+\.\d+\.\d+\S*\n", out)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", COMMANDS)
def test_example_in_the_help_of_each_command_runs(
    call: Call, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    status, text, err = call(command, "--help")
    assert (status, err) == (0, "")
    assert call(command, "-h").out == text
    with open("debate.txt", "w", encoding="utf-8") as article:  # noqa: PTH123 (of the example)
        article.write("A debate")
    monkeypatch.setattr("sys.stdin", io.StringIO("kyiv-speech -> stalemate"))

    (example,) = re.findall(r"^ *Example: argmap (.+)$", text, re.MULTILINE)
    name, *arguments = shlex.split(example)
    answer = call(name, *arguments)

    assert (name, answer.status) == (command, 0)
    assert answer.out
    assert all(page.startswith("file:///") for page in opened)
    assert bool(opened) == ("--open" in arguments)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_and_all_its_options_are_explained(call: Call, command: str) -> None:
    described = import_module(f"argmap.cli.{command}").command
    options = [each for each in described.params if isinstance(each, click.Option)]

    assert described.help
    assert [option.name for option in options if not option.help] == []
    assert all(" ".join(o.help.split()[:4]) in call(command, "-h").out for o in options if o.help)


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["--frob"], ["show"], ["show", "us-russia", "a", "b"], ["stats", "--frob"]],
)
def test_wrong_use_is_status_2_with_the_usage(call: Call, arguments: list[str]) -> None:
    status, out, err = call(*arguments)

    assert (status, out) == (2, "")
    assert err.startswith("Usage: argmap")
    assert "Error: " in err


def test_mistyped_command_is_told_the_near_one(call: Call) -> None:
    status, out, err = call("paht", "us-russia", "a", "b")

    assert (status, out) == (2, "")
    assert "There is no command 'paht'. Did you mean 'path'?" in err
