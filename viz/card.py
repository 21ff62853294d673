"""The box of a statement: its lines of text and its size in pixels."""

from dataclasses import dataclass

from argmap.claims.model import Map, Statement
from argmap.viz.text import clean, clip, wrap
from argmap.viz.words import eyebrow

WIDTH = 272
FONT = 13
LINE = 17
SMALL = 12
SMALL_LINE = 17
PAD_X = 14
PAD_Y = 9
MAX_LINES = 7
MAX_TITLE = 2
# Room that each arriving relation needs at the side of the box, and where that stops.
PORT = 16
MOST_PORTS = 30


@dataclass(frozen=True, slots=True)
class Card:
    """The small line above, the lines of title and text, and the size of the box around them."""

    eyebrow: str
    title: tuple[str, ...]
    lines: tuple[str, ...]
    width: int
    height: int


def card(m: Map, statement: Statement, arriving: int = 0) -> Card:
    """Wrap a statement's title, if it has one of its own, and its text into its box.

    Args:
        m: The map, for the names of holders.
        statement: What the box shows.
        arriving: How many relations end at the box; many make it higher, so that their ends
            stay apart.

    Returns:
        The card; every line fits between the paddings.
    """
    room = WIDTH - 2 * PAD_X
    small = clip(clean(eyebrow(m, statement)), room, SMALL, bold=True)
    named = statement.title if statement.title != statement.text else None
    title = wrap(clean(named), room, FONT, lines=MAX_TITLE, bold=True) if named else ()
    bold = statement.main and not title
    lines = wrap(clean(statement.text), room, FONT, lines=MAX_LINES, bold=bold)
    text = 2 * PAD_Y + SMALL_LINE + LINE * (len(title) + len(lines))
    height = max(text, PORT * min(arriving, MOST_PORTS) + 2 * PAD_Y)
    return Card(eyebrow=small, title=title, lines=lines, width=WIDTH, height=height)
