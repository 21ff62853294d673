"""`argmap draw`: a still picture."""

from pathlib import PurePath

import click

from argmap.claims.files import write_whole
from argmap.cli.arguments import load_map, map_argument, refuse_input_as_output
from argmap.cli.progress import working

FORMATS = ("svg", "pdf", "png", "dot")


@click.command(
    short_help="Draw a map as SVG, PDF, PNG or DOT.",
    epilog="Example: argmap draw us-russia -o us-russia.svg",
)
@map_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    required=True,
    metavar="FILE",
    help=f"Where to write it; the ending says what: {', '.join(FORMATS)}.",
)
def command(map_name: str, output: str) -> None:
    """Draw MAP as a picture: SVG, PDF or PNG, or as Graphviz's DOT."""
    form = PurePath(output).suffix.lower().removeprefix(".")
    if form not in FORMATS:
        endings = ", ".join(f".{known}" for known in FORMATS)
        raise click.UsageError(f"{output}: a picture ends in one of {endings}.")
    from argmap.viz.draw import draw  # noqa: PLC0415  # heavy, and only needed for a picture

    m = load_map(map_name)
    refuse_input_as_output(m, output)
    with working(f"Drawing {len(m.statements)} statements"):
        picture = draw(m, form)
    write_whole(output, picture)
    click.echo(output)
