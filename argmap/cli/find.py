"""`argmap find`: statements by words."""

from collections.abc import Sequence

import click

from argmap.claims.errors import printable
from argmap.claims.model import Map
from argmap.cli import telling
from argmap.cli.arguments import WholeNumber, json_option, load_map, map_argument
from argmap.graph.search import Hit, find

NOTHING_FOUND = 1


@click.command(
    short_help="Find statements by words, best first.",
    epilog="Example: argmap find us-russia nato enlargement",
)
@map_argument
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="N",
    type=WholeNumber(),
    default=20,
    show_default=True,
    help="How many at most.",
)
@json_option
@click.pass_context
def command(
    ctx: click.Context, map_name: str, words: tuple[str, ...], limit: int, *, as_json: bool
) -> None:
    """Find statements of MAP by WORDS, best first; the exit status is 1 if there is none."""
    if not " ".join(words).strip():
        raise click.UsageError("Give some words to find.")
    m = load_map(map_name)
    hits = find(m, " ".join(words))
    if as_json:
        telling.print_json([_as_json(hit) for hit in hits[:limit]])
    else:
        print_missing(" ".join(words), hits)
        print_hits(m, hits[:limit])
        if len(hits) > limit:
            click.echo(f"\n{len(hits) - limit} more; see them with --limit {len(hits)}.", err=True)
    ctx.exit(0 if hits else NOTHING_FOUND)


def print_missing(words: str, hits: Sequence[Hit]) -> None:
    """Say so if words have found nothing, or nothing that holds them all."""
    if not hits:
        click.echo(f"Nothing found for {printable(words)}.", err=True)
    elif hits[0].missing:
        click.echo("No statement has all of these words. The nearest:\n", err=True)


def print_hits(m: Map, hits: Sequence[Hit]) -> None:
    """Print statements that words have found."""
    for hit in hits:
        s = hit.statement
        who = telling.holder(m, s)
        click.echo(f"{telling.heading(s.id)}  {s.kind}{f', {who}' if who else ''}")
        click.echo(telling.wrapped(s.text, 4))


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.statement.id,
        "kind": hit.statement.kind,
        "text": hit.statement.text,
        "score": round(hit.score, 3),
        "missing": hit.missing,
    }
