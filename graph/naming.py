"""Naming: which statement somebody means."""

import difflib
from collections.abc import Callable, Iterator, Sequence

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

    A name is, in this order, an id; the beginning of an id, whatever its case; all the words of
    a text or title; some of its words. The first of these that any
    statement fits decides.

    Raises:
        AmbiguousStatement: Several statements fit equally.
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
    for fits in _readings(name):
        candidates = [statement for statement in m.statements if fits(statement)]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise AmbiguousStatement(name, candidates)
    raise UnknownStatement(name, _nearest(m, name))


def short(statement: Statement) -> str:
    """Return the title, or the text cut to one line."""
    text = " ".join((statement.title or statement.text).split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"


def _readings(name: str) -> Iterator[Callable[[Statement], bool]]:
    asked = words(name)
    if name:
        plain = name.casefold()
        yield lambda statement: statement.id.casefold() == plain
        yield lambda statement: statement.id.casefold().startswith(plain)
    if asked:
        query = [Word(word) for word in asked]
        yield lambda s: asked in (words(s.text), words(s.title or ""))
        yield lambda s: _contains(s, query)


def _contains(statement: Statement, query: Sequence[Word]) -> bool:
    text = fold(f"{statement.title or ''}\n{statement.text}")
    return all(word.fit(text) is Fit.WHOLE for word in query)


def _nearest(m: Map, name: str) -> Sequence[str]:
    ids = [statement.id for statement in m.statements]
    return difflib.get_close_matches(name, ids, _NEAREST) or [
        hit.statement.id for hit in find(m, name, _NEAREST)
    ]
