"""Who holds a statement."""

from argmap.claims.model import Map, Statement
from argmap.graph.words import fold


def holder_of(statement: Statement) -> str | None:
    """Return who really holds a statement: the innermost of its chain, None if nobody is named.

    In `("washington", "moscow")` Washington says it, but it is Moscow's view.
    """
    return statement.holder[-1] if statement.holder else None


def is_author(m: Map, holder: str | None) -> bool:
    """Tell whether a holder is the author of the source, as one is where nobody is named.

    The author is called `author`, or named as the source names its author.
    """
    if holder is None or holder == "author":
        return True
    name = m.source.author
    return name is not None and fold(m.holder_name(holder)) == fold(name)
