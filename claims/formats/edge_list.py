"""Edge lists: a table, comma- or tab-separated, with one row a statement and one row a relation.

The first row names the columns. A row whose `kind` is claim or evidence is a statement, with `id`
and `text`; any other row is a relation, with `source`, `target` and a `kind` such as support or
contrast. Both may fill further columns, named as the fields of our own JSON. A table without rows
for statements is a plain edge list: source and target then are the statements' texts, or their ids
where the columns `source_text` and `target_text` hold the texts. In a table of pros and cons, which
has ids but no sources, every row is a statement, and says by target and kind what it bears on.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which is
taken off again in reading.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from argmap.claims.errors import MapError, Names, Problem, shown
from argmap.claims.files import decoded
from argmap.claims.formats.cells import CellError, cells_of, fields_of
from argmap.claims.formats.gathering import Gathering
from argmap.claims.formats.relation_words import (
    kind_named,
    kind_names,
    note_missing_step,
    unknown_kind,
)
from argmap.claims.ledger import Reading, Writing
from argmap.claims.model import Link, Locution, Map, Position, Relation, Statement

_ALIASES = {
    **dict.fromkeys(("from", "src", "premise", "reason", "child", "source id"), "source"),
    **dict.fromkeys(("to", "trg", "dst", "conclusion", "parent", "target id"), "target"),
    **dict.fromkeys(("relation", "label", "relation type", "edge type"), "kind"),
    **dict.fromkeys(("polarity", "stance"), "kind"),
    **dict.fromkeys(("warrant",), "because"),
    **dict.fromkeys(("linked premises", "with"), "linked"),
    **dict.fromkeys(("from text", "source text"), "source_text"),
    **dict.fromkeys(("to text", "target text"), "target_text"),
}
_FIRST = ("kind", "id", "source", "target", "text")
_FIELDS = {*Statement.__struct_fields__, *Relation.__struct_fields__}
_END_TEXTS = ("source_text", "target_text")
_KNOWN = {*_FIELDS, *_END_TEXTS}
_SEPARATOR = re.compile(r"sep=([,;|\t])\r?\n", re.IGNORECASE)
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_HEAD = "Name the columns in the first row: source,target,kind"
_NAMES = ("id", "source", "target", "kind", "type")


class _Row(NamedTuple):
    line: int
    cells: dict[str, str]


def read(data: bytes, path: str) -> Reading:
    """Read a map.

    Raises:
        MapError: the table is broken, has no columns for source, target and kind, or a row holds
            what its columns do not allow; lists every mistake with its line.
    """
    problems: list[Problem] = []
    gathering = Gathering(path, markup=False)
    rows = list(_rows(decoded(data, path, longest_line=len(data)), path, gathering, problems))
    statements = [row for row in rows if row.cells.get("kind") in ("claim", "evidence")]
    relations = [row for row in rows if row.cells.get("kind") not in ("claim", "evidence")]
    for row in statements:
        with _Noting(row, path, problems):
            _add_statement(row, gathering)
    if not statements:
        _add_ends(relations, gathering)
    known = _Known(
        {row.cells["id"] for row in relations if row.cells.get("id")},
        Names([row.cells.get("id", "") for row in rows]),
        kind_names(),
    )
    for row in relations:
        with _Noting(row, path, problems):
            _add_relation(row, known, gathering)
    if problems:
        raise MapError(sorted(problems, key=lambda problem: problem.line or 0))
    return gathering.finish(title="")


class _Known(NamedTuple):
    """The ids of relations, and the names that a mistyped one may stand for."""

    relation_ids: set[str]
    statements: Names
    kinds: Names


class _Noting:
    """Notes what is wrong with a row, so that all mistakes of a file are told at once."""

    def __init__(self, row: _Row, path: str, problems: list[Problem]) -> None:
        self.row, self.path, self.problems = row, path, problems

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Note a CellError; let everything else pass."""
        if isinstance(error, CellError):
            self.problems.append(Problem(self.path, self.row.line, None, error.what, error.cure))
            return True
        return False


def _rows(text: str, path: str, gathering: Gathering, problems: list[Problem]) -> Iterator[_Row]:
    named = _SEPARATOR.match(text)
    start = named.end() if named else 0
    head, _, _ = text[start:].lstrip().partition("\n")
    delimiter = named[1] if named else max("\t,;|", key=head.count)
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    above = 1 if named else 0
    line = above + 1
    try:
        for values in reader:
            if columns is None and any(values):
                columns = _columns(values, path, line, gathering)
            elif columns is not None and any(values):
                if len(values) > len(columns) and any(values[len(columns) :]):
                    what = f"this row has {len(values)} cells, but there are {len(columns)} columns"
                    cure = "Put a cell that holds the separator in double quotes"
                    problems.append(Problem(path, line, None, what, cure))
                row = _Row(line, _cells(columns, values))
                yield from (row,) if "source" in columns else _pro_or_con(row, gathering)
            line = above + reader.line_num + 1
    except csv.Error as error:
        cure = "Check the double quotes"
        raise MapError(
            [*problems, Problem(path, line, None, f"this is no table: {error}", cure)]
        ) from None
    if columns is None:
        raise MapError([Problem(path, 1, None, "the table has no columns", _HEAD)])


def _columns(values: Sequence[str], path: str, line: int, gathering: Gathering) -> list[str]:
    columns = [_column(value) for value in values]
    if "kind" not in columns and "type" in columns:
        columns[columns.index("type")] = "kind"
    ends = ("target",) if "id" in columns and "text" in columns else ("source", "target")
    missing = [name for name in (*ends, "kind") if name not in columns]
    problems: list[Problem] = []
    if missing:
        what = f"the table has no column {' and no '.join(map(shown, missing))}"
        problems.append(Problem(path, line, None, what, _HEAD))
    for name in dict.fromkeys(columns):
        if name in _KNOWN and columns.count(name) > 1:
            what = f"the column {shown(name)} is there twice"
            problems.append(Problem(path, line, None, what, "Remove one of the two"))
    if problems:
        raise MapError(problems)
    for name in columns:
        if name not in _KNOWN:
            gathering.ledger.lost(f"column {shown(name)}", f"line {line}")
    return columns


def _pro_or_con(row: _Row, gathering: Gathering) -> Iterator[_Row]:
    """Part a row that is a statement and says what it bears on into one row for each."""
    kind, target = row.cells.get("kind", ""), row.cells.get("target", "")
    if kind in ("claim", "evidence"):
        yield row
        return
    yield _Row(row.line, {**row.cells, "kind": "claim", "target": ""})
    if target:
        yield _Row(row.line, {"kind": kind, "source": _key(row.cells), "target": target})
    elif kind:
        gathering.ledger.lost("kind of a statement that bears on none", f"line {row.line}", kind)


def _key(cells: Mapping[str, str]) -> str:
    return cells.get("id") or cells.get("text", "").strip()


def _column(name: str) -> str:
    """Give the name of a field for what heads a column; what heads no field's stays as it is."""
    name = name.strip().casefold()
    return _ALIASES.get(name.replace("_", " "), name)


def _cells(columns: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    cells = {
        name: value[1:] if value.startswith("'") and _FORMULA.match(value) else value
        for name, value in zip(columns, values, strict=False)
        if name in _KNOWN
    }
    for name in _NAMES:
        if name in cells:
            cells[name] = cells[name].strip()
    if cells.get("kind", "").casefold() in ("claim", "evidence"):
        cells["kind"] = cells["kind"].casefold()
    return cells


def _add_statement(row: _Row, gathering: Gathering) -> None:
    cells = row.cells
    key = _key(cells)
    fields = fields_of(cells, Statement)
    _note_unused(row, Statement.__struct_fields__, "a statement", gathering)
    for name in ("id", "text"):
        fields.pop(name, None)
    fields["holder"] = tuple(gathering.add_holder(name) for name in fields.get("holder", ()))
    fields["locutions"] = tuple(_spoken(said, gathering) for said in fields.get("locutions", ()))
    place = Position(row.line, 1)
    gathering.add_statement(key, cells.get("text", "") or key, place=place, **fields)


def _note_unused(row: _Row, used: Sequence[str], of: str, gathering: Gathering) -> None:
    """Note the cells of a row that mean nothing there."""
    for name, cell in row.cells.items():
        if name not in used and cell.strip():
            gathering.ledger.lost(f"{shown(name)} of {of}", f"line {row.line}", cell)


def _spoken(said: Locution, gathering: Gathering) -> Locution:
    speaker = None if said.speaker is None else gathering.add_holder(said.speaker)
    return msgspec.structs.replace(said, speaker=speaker)


def _add_ends(relations: Iterable[_Row], gathering: Gathering) -> None:
    """Take the ends of a plain edge list for the statements."""
    texts: dict[str, str] = {}
    relation_ids = {row.cells["id"] for row in relations if row.cells.get("id")}
    for row in relations:
        for end in ("source", "target"):
            key = row.cells.get(end, "")
            if key and not (end == "target" and key in relation_ids):
                texts[key] = texts.get(key) or row.cells.get(f"{end}_text", "")
    for key, text in texts.items():
        gathering.add_statement(key, text or key)


def _add_relation(row: _Row, known: _Known, gathering: Gathering) -> None:
    cells = row.cells
    word = cells.get("kind", "")
    kind = kind_named(word)
    if kind is None:
        raise CellError(*unknown_kind(word, known.kinds))
    fields = fields_of({**cells, "source": "", "target": "", "kind": "", "id": ""}, Relation)
    source, target = cells.get("source", ""), cells.get("target", "")
    premises = [source, *fields.pop("linked", ())]
    undercuts = target in known.relation_ids and gathering.statement(target) is None
    for end in (*premises, *(() if undercuts else (target,))):
        if not end:
            raise CellError("a relation has an empty end", "Fill in source and target")
        if gathering.statement(end) is None:
            cure = known.statements.cure(end, "Add a row of kind claim or evidence with this id")
            raise CellError(f"unknown statement {shown(end)}", cure)
    key = cells.get("id") or None
    if kind in ("rephrase", "preference"):
        _note_unused(row, (*Link.__struct_fields__, *_END_TEXTS), f"a {kind}", gathering)
        gathering.add_link(key, source, target, kind, fields.get("scheme"))
    if kind in ("support", "contrast"):
        _note_unused(row, (*Relation.__struct_fields__, *_END_TEXTS), "a relation", gathering)
        place = Position(row.line, 1)
        note_missing_step(word, f"line {row.line}", gathering.ledger, undercuts=undercuts)
        gathering.add_relation(
            key, premises, target, kind, undercuts=undercuts, place=place, **fields
        )


def write(m: Map, *, delimiter: str = ",") -> Writing:
    """Write a map; the same map gives the same text."""
    parts: list[Statement | Relation | Link] = [*m.statements, *m.relations, *m.links]
    names = {holder.id: holder.name for holder in m.holders}
    rows = [cells_of(part, names) for part in parts]
    used = {name for row in rows for name in row}
    further = (*Statement.__struct_fields__, *Relation.__struct_fields__)
    columns = list(dict.fromkeys((*_FIRST, *(name for name in further if name in used))))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows([_safe(row.get(name, "")) for name in columns] for row in rows)
    return Writing(out.getvalue())


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
