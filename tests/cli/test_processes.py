"""The command as a process of its own: streams, pipes, imports, completion."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("networkx", "pyvis", "pygraphviz", "rich", "IPython", "numpy")
WITHOUT_GRAPH = (
    ["--help"],
    ["--version"],
    ["schema"],
    ["new", "article.txt"],
    ["draft", "article.txt"],
    ["show", "sundays.yaml", "open"],
    ["find", "sundays.yaml", "family"],
    ["convert", "sundays.yaml", "out.json"],
)
LOADED = (
    "import sys; from argmap.cli import run; run(sys.argv[1:]);"
    f"sys.stderr.write(' '.join(n for n in {HEAVY!r} if n in sys.modules))"
)
NO_TRACEBACK = ("Traceback", "Exception ignored", "Error:")
pytestmark = pytest.mark.usefixtures("folder")


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env=os.environ | environment,
        timeout=60,
    )


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    line = line.replace("argmap", f"{sys.executable} -m argmap")
    return subprocess.run(
        ["bash", "-c", line],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
        timeout=60,
    )


def test_status_and_streams() -> None:
    fine = process("find", "sundays.yaml", "family")
    found = process("check", "sundays.yaml")
    wrong = process("show", "none.yaml", "a")

    assert (fine.returncode, found.returncode, wrong.returncode) == (0, 1, 2)
    assert fine.stderr == found.stderr == wrong.stdout == ""
    assert wrong.stderr.startswith("none.yaml: the file cannot be read: no such file")


def test_installed_command_is_the_module() -> None:
    installed = Path(sys.executable).with_name("argmap")
    if not installed.exists():
        pytest.skip("argmap runs from its source tree here")

    out = subprocess.run([installed, "--version"], capture_output=True, text=True, check=True)

    assert out.stdout == process("--version").stdout


@pytest.mark.parametrize("arguments", WITHOUT_GRAPH, ids=lambda arguments: str(arguments[0]))
def test_commands_that_need_no_graph_load_none(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True
    )

    assert done.stderr == ""


@pytest.mark.parametrize("line", ["argmap schema | head -1", "argmap check --list | head -1"])
def test_reader_that_leaves_early_gives_no_traceback(line: str) -> None:
    done = shell(f"{line}; exit ${{PIPESTATUS[0]}}", PYTHONUNBUFFERED="1")

    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_reader_that_has_left_already_gives_no_traceback() -> None:
    done = shell("(sleep 0.1; argmap convert us-russia - --to json) | true")

    assert done.stderr == ""
    assert (
        shell("argmap convert us-russia - --to json | (exit); exit ${PIPESTATUS[0]}").returncode
        == 0
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("line", ["argmap schema", "argmap stats sundays.yaml"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_stream_that_is_full(line: str, unbuffered: str) -> None:
    done = shell(f"{line} > /dev/full", PYTHONUNBUFFERED=unbuffered)

    assert done.returncode == 2
    assert done.stderr == "standard output: cannot be written: no space left on device.\n"


def test_what_the_terminal_cannot_show_is_escaped() -> None:
    done = process("show", "sundays.yaml", "open", PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert "survey \\u2192 the step from strain to open" in done.stdout


def test_progress_is_silent_in_a_pipe() -> None:
    done = process("view", "sundays.yaml")

    assert (done.returncode, done.stdout, done.stderr) == (0, "sundays.html\n", "")


def test_pipe_sees_no_colours() -> None:
    done = process("show", "sundays.yaml", "open")

    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("argmap co", ["plain,convert"]),
        ("argmap s", ["plain,show", "plain,stats", "plain,schema"]),
        ("argmap show us", ["plain,us-russia"]),
        ("argmap show sundays.yaml st", ["plain,strain", "plain,staff"]),
        ("argmap path sundays.yaml open su", ["plain,survey"]),
        ("argmap show none.yaml s", []),
        ("argmap stats --j", ["plain,--json"]),
    ],
)
def test_shell_completes_commands_maps_and_statements(words: str, offered: list[str]) -> None:
    done = process(
        _ARGMAP_COMPLETE="bash_complete",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - 1),
    )

    assert done.stdout.split() == offered
    assert done.stderr == ""


def test_completion_script_can_be_had_for_each_shell() -> None:
    for name in ("bash", "zsh", "fish"):
        assert "_ARGMAP_COMPLETE" in process(_ARGMAP_COMPLETE=f"{name}_source").stdout
