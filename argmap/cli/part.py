"""The part of a map that an answer is about, as a page or a picture."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.claims.errors import printable
from argmap.claims.files import write_whole
from argmap.graph.sentences import quoted
from argmap.graph.submap import submap
from argmap.graph.tellings import opening

if TYPE_CHECKING:
    from argmap.claims.model import Map
    from argmap.graph.answers import Answer, Asker


def write_part(asker: "Asker", answer: "Answer", output: str) -> None:
    """Write all that lies on the ways that an answer tells of, and print the file's name.

    Where there is no route, standard error says so in the words of the answer; where the two do
    not meet either, no file is written.
    """
    if not answer.routes:
        for line in opening(asker.map, answer):
            click.echo(line.text, err=True)
        if not answer.meeting_points:
            click.echo(
                f"{printable(output)} is not written: nothing lies between the two.", err=True
            )
            return
    only = answer.conditions.only if answer.direction else None
    part = submap(asker.map, asker.part(answer), only=only)
    part = replace(part, title=_title(asker.map, answer))
    if output.lower().endswith(".svg"):
        from argmap.viz.draw import draw  # noqa: PLC0415  # heavy, and only needed for a picture

        write_whole(output, draw(part, "svg"))
    else:
        from argmap.viz.page import page  # noqa: PLC0415  # likewise

        page(part, path=(answer.source, answer.target)).save(output)
    click.echo(output)


def _title(m: "Map", answer: "Answer") -> str:
    first, last = (quoted(m.by_id[end]) for end in answer.ends)
    ends = f"from {first} to {last}" if answer.direction else f"{first} and {last}"
    if m.title.rstrip().endswith(("?", "!", ".", "…")):
        return f"{m.title.rstrip()} {ends[0].upper()}{ends[1:]}"
    return f"{m.title}: {ends}"
