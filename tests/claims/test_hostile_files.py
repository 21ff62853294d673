"""Files that are broken, huge or made to do harm end in a message, in bounded time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.claims import MapError
from tests.claims.reading import HEAD, file_mistakes, mistakes

DEEP = 10_000
TOO_DEEP = "values are nested more than 30 deep. No part of a map needs more than 8 levels."


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"

    assert file_mistakes(path) == [
        f"{path}: the file cannot be read: no such file or directory. Check its name."
    ]


def test_name_that_is_neither_a_file_nor_a_shipped_map() -> None:
    for name, cure in (("us-rusia", "Did you mean 'us-russia'?"), ("zz", "Name a file, or one")):
        with pytest.raises(MapError, match="no map of that name comes with argmap") as caught:
            argmap.load(name)
        assert cure in str(caught.value)


def test_folder(tmp_path: Path) -> None:
    assert file_mistakes(tmp_path) == [
        f"{tmp_path}: this is a folder, not a file. Name the file in it."
    ]


@pytest.mark.parametrize("name", ["x" * 5_000, f"{'x' * 5_000}/y.yaml", "/etc/passwd/map.yaml"])
def test_name_that_no_file_can_have(name: str) -> None:
    with pytest.raises(MapError, match=r"cannot be read|no map of that name"):
        argmap.load(name)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty."),
        (b"\xff\xfe\x00\x01\x02", ":1:1: this is not UTF-8 text: byte 0xff. Save the file as"),
        (HEAD.encode("utf-16"), ":1:1: this is not UTF-8 text: byte 0xff."),
        (HEAD.encode("utf-16-le"), ":1:2: the file holds the control character U+0000."),
        ("argmap: 1\ntitle: Été".encode("latin-1"), ":2:8: this is not UTF-8 text: byte 0xc9."),
        (b"argmap: 1\ntitle: a\0b", ":2:9: the file holds the control character U+0000. Remove"),
        (b"argmap: 1\ntitle: \x1b[31mT", ":2:8: the file holds the control character U+001B."),
        ("argmap: 1\ntitle: \u009b31mT".encode(), ":2:8: the file holds the control character"),
        (b"argmap: 1\ntitle: \xed\xa0\x80", ":2:8: this is not UTF-8 text: byte 0xed."),
        (b"\x89PNG\r\n\x1a\n\0\0", ":1:1: this is not UTF-8 text: byte 0x89."),
    ],
)
@pytest.mark.parametrize("ending", ["yaml", "json", "txt"])
def test_what_is_not_text(tmp_path: Path, content: bytes, told: str, ending: str) -> None:
    path = tmp_path / f"map.{ending}"
    path.write_bytes(content)

    (problem,) = file_mistakes(path)

    if content:
        assert problem.startswith(f"{path}{told}")
    else:
        assert problem.startswith(str(path))


@pytest.mark.parametrize("code", ["\\0", "\\e", "\\x07", "\\u0080", "\\x9b", "\\r"])
@pytest.mark.parametrize(
    "body",
    [
        'claims: {{a: {{text: "a{code}"}}}}',
        'source: {{title: "{code}"}}',
        'holders: {{a: {{name: "a{code}", aliases: ["{code}"]}}}}',
        'claims: {{"a{code}b": {{text: A}}}}',
        'holders: {{"a{code}b": {{name: A}}}}',
    ],
)
def test_escapes_that_give_control_characters(body: str, code: str) -> None:
    problems = mistakes(HEAD + body.format(code=code))

    assert all(
        "holds a control character" in problem or "a character that cannot be seen" in problem
        for problem in problems
    )
    assert "".join(problems).isprintable()


def test_key_with_control_characters_is_told_printably() -> None:
    problems = mistakes(HEAD + '"a\\e[31m": x\nclaims: {a: {text: A, "\\e[2J": x}}')

    assert "".join(problems).isprintable()
    assert "unknown key 'a\\u001b[31m'" in problems[0]


def test_alias_bomb_is_refused_at_its_first_alias() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9)]
    problems = mistakes(HEAD + "l0: &l0 [lol]\n" + "\n".join(levels) + "\nclaims: *l8\n")

    assert "map:4:10: the alias '*l0' is not allowed. Write out what it stands for." in problems


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("claims: " + "[" * DEEP + "]" * DEEP, "3:38"),
        ("claims: " + "{a: " * DEEP + "}" * DEEP, "3:125"),
        ("claims:\n" + "- " * DEEP, "4:59"),
        ("".join(f"{' ' * n}a:\n" for n in range(DEEP // 10)), "33:31"),
    ],
)
def test_ten_thousand_levels_of_yaml(body: str, place: str) -> None:
    assert mistakes(HEAD + body)[-1] == f"map:{place}: {TOO_DEEP}"


@pytest.mark.parametrize(
    ("text", "place"),
    [("[" * DEEP + "]" * DEEP, "1:31"), ('{"a":' * DEEP + "1" + "}" * DEEP, "1:151")],
)
def test_ten_thousand_levels_of_json(text: str, place: str) -> None:
    assert mistakes(text, form="json") == [f"map:{place}: {TOO_DEEP}"]


def test_keys_nested_in_keys() -> None:
    assert mistakes(HEAD + "? " * DEEP + "a") == [
        "map:3:3: this key is not plain text. Write a word."
    ]


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_line_of_200_megabytes_is_refused_within_a_gigabyte_and_a_minute(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"map.{ending}"
    with path.open("wb") as stream:
        stream.write(b"argmap: 1\ntitle: ")
        for _ in range(200):
            stream.write(b"x" * 1_000_000)
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30));"
        "from argmap.cli import run; sys.exit(run(sys.argv[1:]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", limited, "check", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    path.unlink()

    assert done.returncode == 2
    assert done.stderr == (
        f"{path}:2:1: this line has 200,000,007 bytes, more than 10,000,000."
        " Break it into shorter lines.\n"
    )


def test_long_line_after_short_ones_is_told_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}# {'x' * 10_000_000}\n", encoding="utf-8")

    assert file_mistakes(path)[0].startswith(f"{path}:3:1: this line has 10,000,002 bytes")


def test_many_mistakes_are_told_in_bounded_length() -> None:
    body = "claims:\n" + "".join(f"  a{n}: {{text: A, supports: [b{n}]}}\n" for n in range(3_000))

    with pytest.raises(MapError) as caught:
        argmap.loads(HEAD + body)

    assert len(caught.value.problems) == 3_000
    assert str(caught.value).splitlines()[100:] == ["and 2900 more mistakes."]


def test_text_with_a_null_byte_that_comes_from_no_file() -> None:
    assert mistakes("argmap: 1\ntitle: a\0b\n") == [
        ("map:2:9: the file holds the control character U+0000. Remove it; a map is plain text.")
    ]


@pytest.mark.parametrize("value", ["!!python/tuple [a]", "!!map {a: b}", "!x [a]"])
def test_tagged_values_are_refused(value: str) -> None:
    assert "means nothing here. Remove it." in mistakes(f"{HEAD}claims: {value}")[0]
