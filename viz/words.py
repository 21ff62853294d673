"""What page and picture say about a statement in a few words."""

from argmap.claims.model import Map, Statement
from argmap.graph.sentences import holder_words


def holder_line(m: Map, chain: tuple[str, ...]) -> str:
    """Say who holds a statement: `"Held by Moscow, according to Washington"`; "" for nobody."""
    names = [_inside(m.holder_name(holder)) for holder in reversed(chain)]
    return f"Held by {', according to '.join(names)}" if names else ""


def kind_words(statement: Statement) -> str:
    """Name the kind of a statement: `"Main claim"`, `"Implicit evidence"`, …."""
    if statement.main:
        return "Main claim"
    return f"Implicit {statement.kind}" if statement.implicit else statement.kind.capitalize()


def eyebrow(m: Map, statement: Statement) -> str:
    """Return the small line above a statement's text: kind, type of evidence, holder."""
    parts = (kind_words(statement), statement.type, holder_words(m, statement.holder))
    return " · ".join(part for part in parts if part)


def amount(size: int, one: str, several: str) -> str:
    """Count something: `"1 claim"`, `"2 claims"`."""
    return f"{size} {one if size == 1 else several}"


def _inside(name: str) -> str:
    """Fit a name into a sentence: "The author" begins small."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name
