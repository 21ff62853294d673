"""`argmap stats`: a map in figures."""

from typing import TYPE_CHECKING

import click

from argmap.cli import telling
from argmap.cli.arguments import json_option, load_map, map_argument
from argmap.graph.sentences import counted

if TYPE_CHECKING:
    from argmap.graph.figures import Stats

LISTED = 8


@click.command(short_help="Tell a map in figures.", epilog="Example: argmap stats us-russia")
@map_argument
@json_option
def command(map_name: str, *, as_json: bool) -> None:
    """Tell the size of MAP, its depth, roots, holders and balance."""
    from argmap.graph.figures import stats  # noqa: PLC0415  # loads networkx

    figures = stats(load_map(map_name))
    if as_json:
        telling.print_json(figures)
        return
    click.echo(telling.heading(figures.title))
    for name, value in _lines(figures):
        click.echo(f"  {name:<13}{value}")
    click.echo(telling.heading("Who holds what, and how it bears on the main claim"))
    for holder in figures.holders:
        bearing = f"{holder.supporting:>4} +{holder.undermining:>4} -{holder.mixed:>4} mixed"
        size = f"{counted(holder.claims, 'claim'):>10}, {holder.evidence:>2} evidence"
        click.echo(f"  {holder.name or '(nobody named)':<40}{size} {bearing}")
    if figures.disputes:
        names = {h.holder: h.name or "(nobody named)" for h in figures.holders}
        click.echo(telling.heading("Who speaks against whom"))
        for dispute in figures.disputes[:LISTED]:
            pair = f"{names[dispute.holder]} against {names[dispute.against]}"
            click.echo(f"  {pair:<60}{dispute.contrasts:>3}")
        if len(figures.disputes) > LISTED:
            click.echo(f"  and {len(figures.disputes) - LISTED} more pairs")


def _lines(s: "Stats") -> list[tuple[str, str]]:
    quotes = ", ".join(
        f"{count} {match}"
        for match in ("exact", "folded", "fuzzy", "missing", "unchecked")
        if (count := getattr(s.quotes, match))
    )
    claims, supports = counted(s.claims, "claim"), counted(s.supports, "support")
    end = "the main claim" if s.main else "a root"
    coverage = "" if s.coverage is None else f"; they cover {s.coverage:.0%} of the source"
    return [
        ("statements", f"{s.claims + s.evidence}: {claims}, {s.evidence} evidence"),
        ("relations", f"{s.relations}: {supports}, {counted(s.contrasts, 'contrast')}"),
        ("of these", f"{s.mutual} mutual, {counted(s.undercuts, 'undercut')}, {s.linked} linked"),
        ("main claim", s.main or "none is marked"),
        ("depth", f"{counted(s.depth, 'step')} on the longest way to {end}"),
        ("roots", _listed(s.roots)),
        ("leaves", _listed(s.leaves)),
        (
            "parts",
            f"{len(s.parts)}" + (f", the largest of {s.parts[0].statements}" if s.parts else ""),
        ),
        ("quotes", f"{s.quotes.total}: {quotes}{coverage}" if s.quotes.total else "none"),
    ]


def _listed(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - LISTED} more" if len(ids) > LISTED else ""
    return f"{len(ids)}: {', '.join(ids[:LISTED])}{more}" if ids else "none"
