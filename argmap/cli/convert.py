"""`argmap convert`: from one format to another."""

import os
from pathlib import Path, PurePath

import click

from argmap.claims.files import write_whole
from argmap.claims.formats import FORMATS, format_named, format_of_output
from argmap.claims.storage import load
from argmap.cli.arguments import MapName, refuse_existing, refuse_input_as_output

PICTURES = (".svg", ".pdf", ".png", ".dot")
_NAMES = click.Choice([form.name for form in FORMATS])


@click.command(
    short_help="Convert a map to another format.",
    epilog="Example: argmap convert us-russia us-russia.json",
)
@click.argument("map_name", metavar="IN", type=MapName())
@click.argument("output", metavar="OUT", type=click.Path())
@click.option("--from", "source_form", type=_NAMES, help="The format of IN; else told from it.")
@click.option("--to", "target_form", type=_NAMES, help="The format of OUT; else by its ending.")
@click.option("--force", is_flag=True, help="Overwrite OUT if it is there already.")
def command(
    map_name: str, output: str, source_form: str | None, target_form: str | None, *, force: bool
) -> None:
    """Convert a map IN to another format OUT; OUT may be - for the terminal, with --to."""
    if output == "-" and target_form is None:
        raise click.UsageError("Say with --to which format to print.")
    if not target_form and PurePath(output).suffix.lower() in PICTURES:
        raise click.UsageError(f"{output}: 'argmap draw' makes pictures.")
    target = format_named(target_form) if target_form else format_of_output(output)
    m = load(map_name, form=source_form)
    if output == "-":
        click.echo(target.write(m).text, nl=False)
        return
    refuse_input_as_output(m, output)
    refuse_existing(output, force=force)
    write_whole(output, target.write(m).text)
    click.echo(output)
    beside = Path(output).parent / (m.source.file or "")
    if not os.path.exists(beside):  # noqa: PTH110 (a source may have any name)
        note = f"note: {m.source.file} is not beside {output}; with it, the quotes can be checked"
        click.echo(note, err=True)
