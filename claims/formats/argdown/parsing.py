"""Blocks to a document: who stands under which heading, supports what, and follows from what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from argmap.claims.formats.argdown.content import Content, ContentReader
from argmap.claims.formats.argdown.document import (
    Document,
    Entry,
    EntrySort,
    Member,
    Reconstruction,
    Step,
    Tie,
    TieKind,
)
from argmap.claims.formats.argdown.places import Places
from argmap.claims.formats.argdown.scanning import Line, Scanner
from argmap.claims.formats.argdown.values import read_data, read_front_matter
from argmap.claims.ledger import Ledger

_KINDS: dict[str, TieKind] = {"+": "support", "-": "attack", "_": "undercut"}
UNTITLED = "untitled"
_NUMBER = re.compile("[0-9]{1,9}")


def parse(places: Places, ledger: Ledger) -> Document:
    """Read a document; mistakes are reported to `places`, and reading goes on behind them."""
    return _Parser(places, ledger).parse()


class _Parser:
    def __init__(self, places: Places, ledger: Ledger) -> None:
        self.places = places
        self.ledger = ledger
        self.contents = ContentReader(places, ledger)
        self.document = Document()
        self.headings: list[tuple[int, str]] = []
        self.section: tuple[str, ...] = ()
        self.last_argument: Entry | None = None
        self.untitled: dict[EntrySort, int] = {"statement": 0, "argument": 0}

    def parse(self) -> Document:
        for block in Scanner(self.places, self.ledger).blocks():
            first = block[0]
            argument, self.last_argument = self.last_argument, None
            if first.sort == "front matter":
                self._front_matter(block)
            elif first.sort == "heading":
                self._heading(block)
            elif first.sort == "number":
                self._reconstruction(block, argument)
            elif first.sort == "item":
                for item in _groups(block, ("item",)):
                    self._tree(item)
            else:
                self._tree(block)
        return self.document

    def _front_matter(self, block: list[Line]) -> None:
        for piece in block[0].pieces:
            self.document.front_matter = read_front_matter(piece.text, piece.offset, self.places)
        removes = self.document.setting("model", "removeTagsFromText")
        self.contents.keeps_tags = removes != "true"

    def _heading(self, block: list[Line]) -> None:
        self._refuse(block[1:], "a heading")
        content = self.contents.read([block[0], *_following(block)])
        where = self.places.where(block[0].offset)
        if not content.text:
            self.places.report(block[0].offset, "this heading has no text", "Write its text")
        for key in content.data:
            self.ledger.lost(f"'{key}' of a heading", where, content.data[key])
        if content.tags:
            self.ledger.lost("tags of a heading", where, content.tags)
        level = len(block[0].sign)
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        if not self.document.entries and not self.headings:
            self.document.first_heading = self.document.first_heading or content.text
        self.headings.append((level, content.text))
        self.section = tuple(text for _, text in self.headings)

    def _refuse(self, lines: Iterable[Line], above: str, allowed: Sequence[str] = ()) -> None:
        """Report lines that cannot stand directly below what is `above`."""
        for line in lines:
            if line.sort not in ("text", *allowed):
                what = f"{_NAMES[line.sort]} stands directly below {above}"
                self.places.report(line.offset, what, "Put an empty line above it")

    def _tree(self, block: list[Line]) -> None:
        """Read a statement or an argument, and the relations that are nested below it."""
        first = block[0]
        if first.sort in ("relation", "inference", "fence"):
            what, cure = _ORPHANS[first.sort]
            self.places.report(first.offset, what, cure)
            return
        groups = list(_groups(block, ("relation",)))
        self._refuse(groups[0][1:], "a statement")
        content = self.contents.read(_readable(groups[0]))
        root = self._enter(content)
        self.last_argument = root if root.sort == "argument" else None
        base = len(first.indent) if first.sort == "item" else 0
        self._relations(root, None, groups[1:], base)

    def _relations(
        self, root: Entry | Step, step: Step | None, groups: Sequence[list[Line]], base: int
    ) -> None:
        """Read the relations below `root`; `step` is the inference that an undercut there means."""
        self._check_tabs([group[0] for group in groups])
        levels: list[tuple[int, Entry | Step]] = [(base, root)]
        for group in groups:
            width = self._level(levels, group[0])
            above = levels[-1][1]
            if step and above is root and group[0].sign in ("_", "<_"):
                above = step
            levels.append((width, self._relation(above, group)))

    def _level(self, levels: list[tuple[int, Entry | Step]], line: Line) -> int:
        """Close the levels that a line ends, and give the indentation of its own.

        Indented between two levels it belongs to the outer one, as Argdown has it.
        """
        base, width = levels[0][0], len(line.indent)
        innermost = levels[-1][0]
        while len(levels) > 1 and levels[-1][0] > width:
            levels.pop()
        outer = levels[-1][0]
        if width <= base:
            what = "this relation is not indented"
            cure = f"Indent it below what it relates to, or write \\{line.sign} if it is none"
            self.places.report(line.offset, what, cure)
        elif width < innermost and outer == base:
            what = "this relation is indented less than the one above it, yet not like another"
            self.places.report(line.offset, what, "Indent all relations of a level alike")
        elif outer < width < innermost:
            where = self.places.where(line.offset)
            self.ledger.repaired("relation indented between two levels", where)
            levels.pop()
            return outer
        elif outer == width:
            levels.pop()
        return width

    def _relation(self, above: Entry | Step, group: list[Line]) -> Entry:
        line = group[0]
        self._refuse(group[1:], "a relation")
        content = self.contents.read(_readable(group))
        if content.title is None and not content.text:
            what = "this relation names nothing"
            self.places.report(line.offset, what, "Write a [statement] or an <argument> behind it")
        child = self._enter(content)
        self._tie(above, line, child)
        return child

    def _tie(self, above: Entry | Step, line: Line, child: Entry) -> None:
        sign = line.sign
        if sign == "><":
            if child.sort == "argument" or isinstance(above, Step):
                what = "only a statement can contradict a statement"
                self.places.report(line.offset, what, "Write -> or <- for an attack")
            elif isinstance(above, Entry):
                self.document.ties.append(Tie("contradictory", line.offset, above, child))
            return
        kind = _KINDS[sign.strip("<>")]
        if not isinstance(above, Step):
            source, target = (above, child) if sign.endswith(">") else (child, above)
            self.document.ties.append(Tie(kind, line.offset, source, target))
        elif sign in ("_", "<_"):
            self.document.ties.append(Tie(kind, line.offset, child, above))
        else:
            what = f"an inference can be undercut, but not stand in the relation {sign}"
            self.places.report(line.offset, what, "Write <_, or move it below a statement")

    def _check_tabs(self, lines: Sequence[Line]) -> None:
        with_spaces = any(" " in line.indent for line in lines)
        for line in lines:
            if "\t" in line.indent and with_spaces:
                what = "tabs and spaces are mixed in the indentation of this block"
                self.places.report(line.offset, what, "Use spaces alone")
                return

    def _reconstruction(self, block: list[Line], argument: Entry | None) -> None:
        """Read the premises and conclusions of an argument, the one above if there is one."""
        self._refuse(block, "a premise or conclusion", ("number", "relation", "inference"))
        if argument is None:
            argument = self._entry("argument", None)
            argument.members.append(Member(block[0].offset, None, section=self.section))
        if argument.reconstructions:
            where = self.places.where(block[0].offset)
            self.ledger.repaired("second reconstruction of an argument", where)
        whole = Reconstruction()
        above: Line | None = None
        for group, following in pairwise([*_groups(block, ("number", "inference")), [_END]]):
            if group[0].sort == "inference":
                self._check_inference(group[0], above, following[0])
                above = group[0]
                step = self._step(argument, group)
            else:
                concludes = above is not None and above.sort == "inference"
                self._numbered(whole, group, step if concludes else None)
                above = group[0]
        if whole.steps and whole.steps[-1].number == len(whole.statements):
            argument.reconstructions.append(whole)
        elif above:
            what = "the last statement of this argument is no conclusion"
            self.places.report(above.offset, what, "Write a line of ---- above the conclusion")

    def _check_inference(self, line: Line, above: Line | None, following: Line) -> None:
        if above is None or above.sort != "number":
            what = "no premise stands above this inference"
            self.places.report(line.offset, what, "Number the premises: (1) …")
        if following.sort != "number":
            what = "no conclusion stands below this inference"
            self.places.report(line.offset, what, "Write it below, with its number: (2) …")

    def _step(self, argument: Entry, group: list[Line]) -> Step:
        rules: list[str] = []
        data: dict[str, Any] = {}
        for piece in group[0].pieces:
            if piece.sort == "data":
                data |= read_data(piece.text, piece.offset, self.places, self.ledger)
            else:
                rules.append(piece.text)
        line = group[0]
        step = Step(argument, line.offset, " ".join("".join(rules).split()), data, argument)
        groups = list(_groups(group, ("relation",)))
        for extra in groups[0][1:]:
            what = "text stands between an inference and its conclusion"
            self.places.report(extra.offset, what, "Give the conclusion its number: (2) …")
        self._relations(step, None, groups[1:], 0)
        return step

    def _numbered(self, whole: Reconstruction, group: list[Line], step: Step | None) -> None:
        """Read a premise, or the conclusion of a step."""
        line = group[0]
        number = len(whole.statements) + 1
        if int(line.sign[1:-1]) != number:
            what = f"this statement has the number {line.sign[1:-1]}, not {number}"
            self.places.report(line.offset, what, f"Write ({number})")
        groups = list(_groups(group, ("relation",)))
        content = self.contents.read(_readable(groups[0]))
        if content.is_argument:
            what = "an argument stands where a statement is expected"
            self.places.report(line.offset, what, "Write a statement, perhaps with a [title]")
        elif content.title is None and not content.text:
            self.places.report(line.offset, "this statement has no text", "Write its text")
        entry = self._enter(content)
        whole.statements.append(entry)
        if step:
            step.conclusion, step.number = entry, number
            step.premises = self._premises(whole, step)
            whole.steps.append(step)
        self._relations(entry, step, groups[1:], 0)

    def _premises(self, whole: Reconstruction, step: Step) -> list[Entry]:
        """Give what a step starts from: the last conclusion and all since then, or what it uses."""
        first = whole.steps[-1].number - 1 if whole.steps else 0
        uses = step.data.get("uses")
        if isinstance(uses, list) and uses:
            numbers = [int(n) for n in map(str, uses) if _NUMBER.fullmatch(n)]
            if len(numbers) == len(uses) and all(0 < n < step.number for n in numbers):
                return [whole.statements[number - 1] for number in numbers]
            self.ledger.lost("'uses' that names no statement above", self.places.where(step.offset))
        return whole.statements[first:-1]

    def _enter(self, content: Content) -> Entry:
        """Add what was read to its equivalence class or argument."""
        entry = self._entry("argument" if content.is_argument else "statement", content.title)
        text = None if content.is_reference else content.text or None
        member = Member(content.offset, text, content.tags, content.data, self.section)
        entry.members.append(member)
        return entry

    def _entry(self, sort: EntrySort, title: str | None) -> Entry:
        is_titled = title is not None
        if title is None:
            self.untitled[sort] += 1
            title = f"{UNTITLED}-{self.untitled[sort]}"
        key = (sort, title if is_titled else f"{title}\n")
        return self.document.entries.setdefault(key, Entry(sort, title, is_titled))


_END = Line("fence", 0)
_NAMES = {
    "relation": "a relation",
    "number": "a premise or conclusion",
    "heading": "a heading",
    "inference": "an inference",
    "fence": "front matter",
}
_ORPHANS = {
    "relation": (
        "this relation has nothing above that it relates to",
        "Remove the empty line above it, or write first the statement that it stands below",
    ),
    "inference": ("an inference stands outside an argument", "Number the premises: (1) …"),
    "fence": ("front matter stands only at the beginning of a file", "Remove the line"),
}


def _groups(lines: Sequence[Line], begin: Sequence[str]) -> Iterator[list[Line]]:
    """Part lines so that each part but the first begins with one of these sorts."""
    group: list[Line] = []
    for line in lines:
        if group and line.sort in begin:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _following(block: Sequence[Line]) -> list[Line]:
    return [line for line in block[1:] if line.sort == "text"]


def _readable(group: Sequence[Line]) -> list[Line]:
    """Give a line and those that continue it; others have been reported."""
    return [group[0], *_following(group)]
