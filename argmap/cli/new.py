"""`argmap new`: an empty map beside an article."""

import os
from pathlib import Path

import click

from argmap.claims.files import read_text, write_whole
from argmap.claims.template import new_map
from argmap.cli.arguments import output_option, refuse_existing, require_ending


@click.command(
    short_help="Write an empty map of an article.",
    epilog="Example: argmap new debate.txt -o debate.yaml",
)
@click.argument("article", type=click.Path())
@output_option("ARTICLE's name with .yaml by default")
@click.option("--force", is_flag=True, help="Overwrite a map that is there already.")
def command(article: str, output: str | None, *, force: bool) -> None:
    """Write an empty map of ARTICLE, a text file, to be filled in an editor."""
    text = read_text(article)
    output = output or str(Path(article).with_suffix(".yaml"))
    source = os.path.relpath(article, Path(output).parent)
    if source.startswith(os.pardir) or Path(source).is_absolute():
        raise click.UsageError(f"{output}: a map stands beside its article, or in a folder above.")
    require_ending(output, ".yaml", ".yml")
    if Path(output).exists() and Path(output).samefile(article):
        raise click.UsageError(f"{output}: the map would overwrite its article.")
    refuse_existing(output, force=force)
    write_whole(output, new_map(Path(source).as_posix(), text))
    click.echo(output)
