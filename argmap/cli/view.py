"""`argmap view`: the interactive page."""

import os
from pathlib import Path

import click

from argmap.cli.arguments import (
    load_map,
    map_argument,
    output_option,
    refuse_input_as_output,
    require_ending,
)
from argmap.cli.progress import working


@click.command(
    short_help="Write the interactive HTML page of a map.",
    epilog="Example: argmap view us-russia -o us-russia.html --open",
)
@map_argument
@output_option("MAP's name with .html, in the current folder, by default; an old page is replaced")
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
def command(map_name: str, output: str | None, *, open_it: bool) -> None:
    """Write MAP as one interactive HTML page, which needs nothing else and no network."""
    from argmap.viz.page import is_page, page  # noqa: PLC0415  # heavy, and only needed for a page

    named = output is not None
    output = output or f"{Path(map_name).stem}.html"
    m = load_map(map_name)
    refuse_input_as_output(m, output)
    if not named and os.path.isfile(output) and not is_page(output):  # noqa: PTH113 (any name)
        raise click.UsageError(
            f"{output}: the file exists, and is no page of argmap. Name another one with -o."
        )
    require_ending(output, ".html", ".htm")
    with working(f"Laying out {len(m.statements)} statements"):
        page(m).save(output)
    click.echo(output)
    if open_it:
        click.launch(Path(output).resolve().as_uri())
