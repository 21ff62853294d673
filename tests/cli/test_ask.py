"""`argmap ask`: by a pipe, and on a terminal."""

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.cli.conftest import Answer, Call

pytestmark = pytest.mark.usefixtures("folder")
Ask: TypeAlias = Callable[[str], Answer]
CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
WAYS = "begin -> end\nmore\nmore\n"
ROUTE = "“Staff are paid more on Sundays” supports “Open on Sundays”: one route.\n"


@pytest.fixture
def ask(call: Call, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask questions by a pipe."""

    def asked(lines: str) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return call("ask", "sundays.yaml")

    return asked


@pytest.mark.parametrize(
    "question",
    [
        "staff -> open",
        "staff->open",
        "sta → Open on Sundays",
        "staff\topen",
        "staff, open",
        "staff\nopen",
        "paid more ->  main claim  \nstaff -> open",
    ],
)
def test_a_question_is_answered_as_path_does(ask: Ask, call: Call, question: str) -> None:
    told = call("path", "sundays.yaml", "staff", "open").out
    assert told.startswith(ROUTE)

    assert ask(question + "\n").out == told + "\n"


def test_find_show_and_help(ask: Ask, call: Call) -> None:
    assert ask("find family\n").out == call("find", "sundays.yaml", "family").out
    assert ask("show survey").out == call("show", "sundays.yaml", "survey").out
    assert "how does A bear on B?" in ask("help").out
    assert ask("?").out == ask("help\n").out


def test_commands_are_known_in_capitals_too(ask: Ask) -> None:
    for command in ("help", "find family", "show survey", "quit"):
        word, space, rest = command.partition(" ")
        for written in (word.upper(), word.capitalize()):
            assert ask(written + space + rest) == ask(command)
    assert ask("MORE").err == "There was no question yet.\n"


def test_commands_without_words_tell_how_they_are_used(ask: Ask) -> None:
    assert ask("find\n") == (2, "", "Say what to find: find WORDS.\n")
    assert ask("Show\n") == (2, "", "Say which statement to show: show A.\n")


def test_more_tells_what_else_was_found(ask: Ask, call: Call, folder: Path) -> None:
    lines = ["argmap: 1", "title: Rain", "claims:"]
    lines += [f"  s{n:02}: {{text: It rained on day {n}.}}" for n in range(25)]
    folder.joinpath("sundays.yaml").write_text("\n".join(lines), "utf-8")
    found = call("find", "sundays.yaml", "rained", "--limit", "25").out.splitlines()
    out, err = ask("find rained\n")[1:]

    assert out.splitlines() == found[:20]
    assert err == "\n15 more; see them with “more”.\n"
    out, err = ask("find rained\nmore\nmore\nmore\n")[1:]
    assert out.splitlines() == [*found, "There are no more."]
    assert err == "\n15 more; see them with “more”.\n\n5 more; see them with “more”.\n"
    assert ask("find snow\nmore\n").out == "There are no more.\n"


@pytest.mark.parametrize("second", ["nobody", "s", "staff", "show nobody"])
def test_the_first_statement_is_kept_where_the_second_means_none(
    ask: Ask, call: Call, second: str
) -> None:
    status, out, err = ask(f"staff\n{second}\nopen\n")

    assert (status, out) == (2, call("path", "sundays.yaml", "staff", "open").out + "\n")
    assert err


def test_a_statement_without_a_second_is_told_at_the_end(ask: Ask) -> None:
    told = "Nothing says what staff is to bear on. Name two statements, as in “A -> B”.\n"

    assert ask("staff\n") == (2, "", told)
    assert ask("survey -> open\nstaff")[2] == told


def test_after_a_first_name_all_else_can_be_asked_too(ask: Ask, call: Call) -> None:
    told = call("path", "sundays.yaml", "staff", "open").out + "\n"

    assert ask("survey\nstaff -> open\n").out == told
    assert ask("staff\nfind family\nopen\n").out == ask("find family").out + told
    assert ask("staff\nquit\nopen\n") == (0, "", "")


def test_more_tells_only_what_has_not_been_told(ask: Ask, folder: Path) -> None:
    assert ask("more").err == "There was no question yet.\n"
    assert ask("staff -> open\nmore\n").out.endswith("\n\nThere are no more routes.\n\n")
    assert ask("apart -> open\nmore\n").out.endswith("\n\nThere is nothing more to tell.\n\n")

    middle = [f"w{number}" for number in range(1, 8)]
    lines = ["argmap: 1", "title: Ways", "claims:", "  end: {text: The end., main: true}"]
    lines += [f"  {w}: {{text: Way {w}., supports: [end]}}" for w in middle]
    lines += [f"  begin: {{text: The beginning., supports: [{', '.join(middle)}]}}"]
    folder.joinpath("sundays.yaml").write_text("\n".join(lines), "utf-8")
    first, more, no_more = re.split(r"\n\n\n?(?=Route 6|There are no)", ask(WAYS).out)

    assert [first.count(f"Route {number}\n") for number in range(1, 8)] == [1] * 5 + [0, 0]
    assert first.endswith("\n\nThere are more routes.")
    assert [more.count(f"Route {number}\n") for number in range(1, 8)] == [0] * 5 + [1, 1]
    assert "seven routes" not in more
    assert no_more == "There are no more routes.\n\n"


def test_more_tells_only_meeting_points_that_have_not_been_told(ask: Ask, folder: Path) -> None:
    ends = [f"e{number}" for number in range(1, 8)]
    lines = ["argmap: 1", "title: Ends", "claims:"]
    lines += [f"  {end}: {{text: End {end}.}}" for end in ends]
    lines += [
        f"  {a}: {{text: From {a}., supports: [{', '.join(ends)}]}}" for a in ("end", "begin")
    ]
    folder.joinpath("sundays.yaml").write_text("\n".join(lines), "utf-8")
    out = ask(WAYS).out

    assert [out.count(f"“End {end}”") for end in ends] == [1] * 7
    assert out.endswith("\n\nThey meet nowhere else.\n\n")


@pytest.mark.parametrize("line", ["staff open", "sta  OPEN"])
def test_two_statements_without_an_arrow_are_told_to_have_one(ask: Ask, line: str) -> None:
    assert ask(line).err == "Write -> between the two statements: staff -> open\n"


def test_quit_ends_it_and_an_empty_line_does_not(ask: Ask) -> None:
    for word in ("quit", "exit", "q"):
        assert ask(f"\n{word}\nstaff -> open\n") == (0, "", "")
    assert ask("staff\n\nstaff -> open").out.startswith(ROUTE)
    assert ask("") == (0, "", "")


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("nobody -> open", "No statement has the id 'nobody'"),
        ("s -> open", "'s' fits 3 statements, and nothing is guessed."),
        ("open -> Open on Sundays", "Both names mean the same statement, open."),
        ("open -> staff -> survey", "Name two statements, as in “A -> B”."),
        ("open ->", "Name two statements, as in “A -> B”."),
        ("quite, other, things", "Name two statements, as in “A -> B”."),
        ("frob", "No statement has the id 'frob'"),
        ("show frob\x1b[31m", "No statement has the id 'frob\\u001b[31m'"),
    ],
)
def test_what_cannot_be_answered_is_told_and_the_next_is_answered(
    ask: Ask, question: str, what: str
) -> None:
    status, out, err = ask(f"{question}\nstaff -> open\n")

    assert status == 2
    assert err.startswith(what)
    assert "\x1b" not in err
    assert out.startswith(ROUTE)


def test_a_pipe_that_is_no_text_is_answered_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "ask", "sundays.yaml"],
        input=b"\xff -> open\nstaff -> open\n",
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 2
    assert done.stdout.decode().startswith(ROUTE)
    assert b"Traceback" not in done.stderr


class Terminal:
    """The command on a pseudo-terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "argmap", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=os.environ | {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "200"},
            start_new_session=True,
        )
        os.close(slave)
        os.set_blocking(self.master, False)
        self.shown = ""

    def until(self, words: str) -> None:
        """Read until the words are shown; control sequences do not count."""
        end = time.monotonic() + 60
        while words not in self.shown:
            try:
                read = os.read(self.master, 65536).decode(errors="replace")
                self.shown = CONTROL.sub("", self.shown + read)
            except BlockingIOError:
                time.sleep(0.02)
            except OSError:  # the other end is closed
                break
            if time.monotonic() > end:
                break
        assert words in self.shown
        self.shown = self.shown.partition(words)[2]

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def status(self) -> int:
        return self.process.wait(timeout=60)


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_on_a_terminal_questions_are_asked_until_one_leaves(key: str) -> None:
    terminal = Terminal("ask", "sundays.yaml")
    terminal.until("Should shops open on Sundays?: 5 statements.")
    terminal.until("ask>")
    terminal.type("staff -> open\r")
    terminal.until("supports “Open on Sundays”: one route.")
    terminal.until("ask>")
    terminal.type("staff\r")
    terminal.until("staff ->")
    terminal.type("open\r")
    terminal.until("supports “Open on Sundays”: one route.")
    terminal.until("ask>")
    terminal.type(key)
    terminal.until("Goodbye.")

    assert terminal.status() == 0


def test_on_a_terminal_ctrl_c_clears_a_line_and_leaves_an_empty_one() -> None:
    terminal = Terminal("ask", "sundays.yaml")
    terminal.until("ask>")
    terminal.type("apart, no")
    terminal.until("apart, no")
    terminal.type("\x03")
    terminal.until("ask>")
    terminal.type("staff -> open\r")
    terminal.until("supports “Open on Sundays”: one route.")
    terminal.until("ask>")
    terminal.type("\x03")
    terminal.until("Goodbye.")

    assert terminal.status() == 0


def test_on_a_terminal_names_are_completed_and_lines_remembered() -> None:
    terminal = Terminal("ask", "sundays.yaml")
    terminal.until("ask>")
    terminal.type("show weath")
    terminal.until("apart")
    terminal.type("\t\r")
    terminal.until("The weather is fine.")
    terminal.type("\x1b[A\r")
    terminal.until("The weather is fine.")
    terminal.type("quit\r")

    assert terminal.status() == 0
