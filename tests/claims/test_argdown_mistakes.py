"""What is said of Argdown files that are malformed: the place, what is wrong, and the cure."""

from pathlib import Path

import pytest

from tests.claims.reading import file_mistakes
from tests.claims.reading import mistakes as mistakes_of


def mistakes(text: str) -> list[str]:
    return mistakes_of(text, form="argdown")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[a: A",
            (
                "map:1:1: this [ is never closed in its line. "
                "Close the title with ], or write \\[ for the character."
            ),
        ),
        (
            "[a]: A\n  + <b",
            (
                "map:2:5: this < is never closed in its line. "
                "Close the title with >, or write \\< for the character."
            ),
        ),
        (
            "[a]: A {b: c",
            (
                "map:1:8: this { is never closed. "
                "Close the data with }, or write \\{ for the character."
            ),
        ),
        (
            "[a]: {1, 2} is a set",
            (
                "map:1:13: text stands behind the data of a statement. "
                "Move the data to the end, or write \\{ for a brace that is none."
            ),
        ),
        ("a <!-- b", "map:1:3: this comment is never closed. Close it with -->."),
        ("a\n\n/* b", "map:3:1: this comment is never closed. Close it with */."),
        ("[ ]: a", "map:1:1: this title is empty. Write a name between the brackets."),
        (
            "[a]:",
            (
                "map:1:1: this title with a colon has no text behind it. "
                "Write the text, or remove the colon."
            ),
        ),
        (
            "[a] A",
            (
                "map:1:5: text stands behind [a]. "
                "To define it write a colon behind the ], else begin a new block."
            ),
        ),
        (
            "[a]: A\n[b]: B",
            (
                "map:2:1: a title begins this line, but the block above goes on. "
                "Put an empty line above it, or write \\[."
            ),
        ),
        (
            "[a]: A\n\n  + [b]",
            (
                "map:3:3: this relation has nothing above that it relates to. Remove the empty "
                "line above it, or write first the statement that it stands below."
            ),
        ),
        (
            "[a]: A\n+ [b]",
            (
                "map:2:1: this relation is not indented. Indent it below what it relates to, or "
                "write \\+ if it is none."
            ),
        ),
        (
            "[a]: A\n    + [b]\n  + [c]",
            (
                "map:3:3: this relation is indented less than the one above it, yet not like "
                "another. Indent all relations of a level alike."
            ),
        ),
        (
            "[a]: A\n  + [b]\n\t+ [c]",
            (
                "map:3:2: tabs and spaces are mixed in the indentation of this block. "
                "Use spaces alone."
            ),
        ),
        (
            "[a]: A\n  +>",
            "map:2:3: this relation names nothing. Write a [statement] or an <argument> behind it.",
        ),
        (
            "[a]: A\n  >< <b>",
            "map:2:3: only a statement can contradict a statement. Write -> or <- for an attack.",
        ),
        (
            "[a]: A\n# B",
            "map:2:1: a heading stands directly below a statement. Put an empty line above it.",
        ),
        (
            "# B\n  + [a]",
            "map:2:3: a relation stands directly below a heading. Put an empty line above it.",
        ),
        ("# #t", "map:1:1: this heading has no text. Write its text."),
        (
            "<a>\n(1) b\n----\n(2) c",
            (
                "map:2:1: a premise or conclusion stands directly below a statement. "
                "Put an empty line above it."
            ),
        ),
        (
            "(1) a\n(2) b",
            (
                "map:2:1: the last statement of this argument is no conclusion. "
                "Write a line of ---- above the conclusion."
            ),
        ),
        (
            "(1) a\n----\n(2) b\n(3) c",
            (
                "map:4:1: the last statement of this argument is no conclusion. "
                "Write a line of ---- above the conclusion."
            ),
        ),
        (
            "(1) a\n(3) b\n----\n(3) c",
            "map:2:1: this statement has the number 3, not 2. Write (2).",
        ),
        (
            "(1) a\n----",
            (
                "map:2:1: no conclusion stands below this inference. "
                "Write it below, with its number: (2) …."
            ),
        ),
        (
            "(1) a\n----\n----\n(2) b",
            "map:3:1: no premise stands above this inference. Number the premises: (1) ….",
        ),
        (
            "(1) a\n---\n(2) b",
            (
                "map:2:1: an inference line has four hyphens, or two above and two below its "
                "rules. Write ----."
            ),
        ),
        (
            "(1) a\n-- b\n\n(2) c",
            "map:2:1: the inference is never closed. End its rules with a line of two hyphens.",
        ),
        (
            "(1) a\n---- b\n(2) c",
            "map:2:6: text stands behind the line of an inference. Begin a new line for it.",
        ),
        (
            "(1) a\n----\nb\n(2) c",
            (
                "map:3:1: text stands between an inference and its conclusion. "
                "Give the conclusion its number: (2) …."
            ),
        ),
        (
            "(1) a\n----\n  +> [b]\n(2) c",
            (
                "map:3:3: an inference can be undercut, but not stand in the relation +>. "
                "Write <_, or move it below a statement."
            ),
        ),
        (
            "(1) <a>\n----\n(2) c",
            (
                "map:1:1: an argument stands where a statement is expected. "
                "Write a statement, perhaps with a [title]."
            ),
        ),
        ("(1)\n----\n(2) c", "map:1:1: this statement has no text. Write its text."),
        ("----", "map:1:1: an inference stands outside an argument. Number the premises: (1) …."),
        (
            "a\n\n===",
            "map:3:1: front matter stands only at the beginning of a file. Remove the line.",
        ),
        (
            "===\ntitle: a",
            "map:1:1: the front matter is never closed. End it with a line of ===.",
        ),
        (
            "===\ntitle: [a\n===\n\nb",
            (
                "map:3:1: the front matter: this is not YAML: did not find expected ',' or ']'. "
                "Check the quotation marks of this line, and the indentation of the lines above."
            ),
        ),
        (
            "===\na: b\na: c\n===\n\nd",
            (
                "map:3:1: the front matter: the key 'a' is given twice, first in line 2. "
                "Remove or rename one of the two."
            ),
        ),
        (
            "===\njust words\n===\n\nd",
            "map:2:1: the front matter is no mapping. Write keys and values: title: ….",
        ),
        (
            "[a]: A {main: true}\n\n[b]: B {main: true}",
            "map:3:1: this is a second main claim. Mark one statement as main.",
        ),
        (
            "[a]: A {implicit: true, quotes: [b]}",
            "map:1:1: this statement is implicit, but has a quote. Remove one of the two.",
        ),
        (
            "===\nsource: {file: ../a.txt}\n===\n\nb",
            (
                "map:1:1: the source file lies outside the map's folder. "
                "Put it beside the map or below, and name it from there."
            ),
        ),
    ],
)
def test_mistake_is_told_with_place_and_cure(text: str, told: str) -> None:
    assert told in mistakes(text)


def test_mistakes_are_told_all_at_once_in_their_order() -> None:
    text = "[a: A\n\n[b]:\n\n(1) c\n\n[d]: D\n  +\n# E"

    assert [line.split(": ")[0] for line in mistakes(text)] == [
        "map:1:1",
        "map:3:1",
        "map:5:1",
        "map:8:3",
        "map:9:1",
    ]


def test_file_that_is_no_text_is_refused() -> None:
    assert mistakes("a\x00b") == [
        "map:1:2: the file holds the control character U+0000. Remove it; a map is plain text."
    ]


def test_quotes_that_are_not_in_the_source_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some words.", encoding="utf-8")
    path = tmp_path / "map.argdown"
    head = "===\nsource: {file: a.txt}\n===\n\n"
    path.write_text(f"{head}[a]: A {{quotes: [other words]}}\n", encoding="utf-8")

    (mistake,) = file_mistakes(path)
    assert ":5:1: the quote 'other words'" in mistake


def test_source_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\x00")
    path = tmp_path / "map.argdown"
    path.write_text("===\nsource: {file: a.txt}\n===\n\n[a]: A\n", encoding="utf-8")

    (mistake,) = file_mistakes(path)
    assert "a.txt:1:1: this is not UTF-8 text" in mistake
