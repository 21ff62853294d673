"""What reaches a terminal: colours where they are wanted, never a control sequence of a map."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


def on_terminal(*arguments: str, **environment: str) -> str:
    """Run the command on a pseudo-terminal, and give all that it shows."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", *arguments],
        stdout=slave,
        stderr=slave,
        stdin=subprocess.DEVNULL,
        env={k: v for k, v in os.environ.items() if k != "NO_COLOR"} | environment,
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            piece = b""
        if not piece:
            break
        shown += piece
    os.close(master)
    process.wait(timeout=60)
    return shown.decode()


@pytest.mark.usefixtures("folder")
def test_terminal_sees_colours_unless_no_color_is_set() -> None:
    arguments = ("show", "sundays.yaml", "open")

    assert "\x1b[1m" in on_terminal(*arguments, TERM="xterm")
    assert "\x1b" not in on_terminal(*arguments, TERM="xterm", NO_COLOR="1")


@pytest.mark.usefixtures("folder")
def test_long_work_is_announced_on_a_terminal() -> None:
    shown = on_terminal("view", "sundays.yaml", TERM="xterm")

    assert "Laying out 5 statements" in shown
    assert "sundays.html" in shown


@pytest.mark.parametrize("code", ["\\e[31m", "\\x07", "\\x9b31m", "\\b", "\\r"])
def test_control_sequences_in_a_map_are_refused(folder: Path, call: Call, code: str) -> None:
    text = folder.joinpath("sundays.yaml").read_text("utf-8")
    folder.joinpath("evil.yaml").write_text(
        text.replace("text: The weather is fine.", f'text: "The weather {code}is fine."'),
        encoding="utf-8",
    )

    status, out, err = call("show", "evil.yaml", "apart")

    assert (status, out) == (2, "")
    assert err == "evil.yaml:23:11: this text holds a control character. Remove it.\n"


@pytest.mark.parametrize("command", ["show", "find"])
def test_control_sequences_in_arguments_are_escaped(folder: Path, call: Call, command: str) -> None:
    del folder
    status, out, err = call(command, "sundays.yaml", "zz\x1b[31mzz")

    assert status
    assert "\x1b" not in out + err
    assert "zz\\u001b[31mzz" in err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ("stats", "no\x1b[31m.yaml"),
        ("check", "no\x1b[31m"),
        ("convert", "sundays.yaml", "no\x1b[31m/x.json"),
        ("convert", "sundays.yaml", "x.\x1b[31m"),
    ],
)
def test_control_sequences_in_file_names_are_escaped(
    call: Call, arguments: tuple[str, ...]
) -> None:
    status, out, err = call(*arguments)

    assert (status, out) == (2, "")
    assert "\x1b" not in err
    assert "\\u001b[31m" in err


def test_line_breaks_in_texts_do_not_break_the_layout(folder: Path, call: Call) -> None:
    text = folder.joinpath("sundays.yaml").read_text("utf-8")
    folder.joinpath("odd.yaml").write_text(
        text.replace("The weather is fine.", '"The\\n\\nweather\\tis fine."'), encoding="utf-8"
    )

    assert call("find", "odd.yaml", "weather").out == "apart  claim\n    The weather is fine.\n"
