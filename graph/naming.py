"""Naming: which statement somebody means."""

import difflib
from collections.abc import Iterator, Sequence

from argmap.claims.errors import ArgmapError, shown
from argmap.claims.model import Map, Statement
from argmap.graph.search import find
from argmap.graph.words import Fit, Word, fold, words

_LISTED = 10
_NEAREST = 3
_WIDTH = 72


class StatementError(ArgmapError, ValueError):
    """A name that does not name exactly one statement; `name` is what was given."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class AmbiguousStatement(StatementError):  # noqa: N818 (it says what is wrong)
    """A name that fits several statements: `candidates`, best first."""

    def __init__(self, name: str, candidates: Sequence[Statement]) -> None:
        self.candidates = tuple(candidates)
        lines = [f"  {s.id}: {short(s)}" for s in self.candidates[:_LISTED]]
        count = len(self.candidates)
        if count > _LISTED:
            lines.append(f"  and {count - _LISTED} more")
        head = f"{shown(name)} fits {count} statements, and nothing is guessed. Give the id of one:"
        super().__init__(name, "\n".join([head, *lines]))


class UnknownStatement(StatementError):  # noqa: N818 (likewise)
    """A name that fits no statement: `nearest` holds the ids that come closest."""

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        self.nearest = tuple(nearest)
        hint = f" The nearest: {', '.join(self.nearest)}." if nearest else ""
        super().__init__(
            name, f"No statement has the id {shown(name)} or contains these words.{hint}"
        )


def resolve(m: Map, name: str) -> Statement:
    """Tell which statement a name means.

    A name is an id, whatever its case; or else the beginning of an id, or all the words of a text
    or title, or some of them. The first of these that any statement fits decides, but for a
    beginning of an id that other statements hold as a word: it may mean any of them.

    Raises:
        AmbiguousStatement: Several statements fit.
        UnknownStatement: None fits.

    >>> from argmap.claims.model import Map, Statement
    >>> wet = Statement(id="wet-street", kind="claim", text="The street is wet.")
    >>> m = Map(title="Rain", statements=(wet,))
    >>> resolve(m, "wet").id, resolve(m, "the street").id
    ('wet-street', 'wet-street')
    """
    name = name.strip()
    if name in m.by_id:
        return m.by_id[name]
    for candidates in _readings(m, name):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise AmbiguousStatement(name, candidates)
    raise UnknownStatement(name, _nearest(m, name))


def short(statement: Statement) -> str:
    """Return the title, or the text cut to one line."""
    text = " ".join((statement.title or statement.text).split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"


def _readings(m: Map, name: str) -> Iterator[list[Statement]]:
    """Yield the statements that a name fits, by one way of reading it after the other."""
    asked = words(name)
    if name:
        plain = name.casefold()
        yield [s for s in m.statements if s.id.casefold() == plain]
        begun = [s for s in m.statements if s.id.casefold().startswith(plain)]
        yield begun + _holding(m, name, begun) if begun else []
    if asked:
        query = [Word(word) for word in asked]
        yield [s for s in m.statements if asked in (words(s.text), words(s.title or ""))]
        yield [s for s in m.statements if _contains(s, query)]


def _holding(m: Map, name: str, known: Sequence[Statement]) -> list[Statement]:
    """Find the statements, but those that are known, that hold a name as it stands."""
    query = [Word(fold(name))]
    ids = {statement.id for statement in known}
    return [s for s in m.statements if s.id not in ids and _contains(s, query)]


def _contains(statement: Statement, query: Sequence[Word]) -> bool:
    text = fold(f"{statement.title or ''}\n{statement.text}")
    return all(word.fit(text) is Fit.WHOLE for word in query)


def _nearest(m: Map, name: str) -> Sequence[str]:
    """Name the statements that hold all the words, else the ids spelled so, else most words."""
    hits = find(m, name, _NEAREST)
    found = [hit.statement.id for hit in hits if 2 * len(hit.missing) < len(words(name))]
    if hits and not hits[0].missing:
        return found
    ids = [statement.id for statement in m.statements]
    return difflib.get_close_matches(name, ids, _NEAREST) or found
