"""`argmap schema`: the JSON Schema of the map file."""

import click

from argmap.claims.files import write_whole
from argmap.claims.layout import schema_text
from argmap.cli.arguments import output_option, require_ending


@click.command(
    short_help="Print the JSON Schema of the map file.",
    epilog="Example: argmap schema -o argmap.schema.json",
)
@output_option("the terminal by default")
def command(output: str | None) -> None:
    """Print the JSON Schema of the map file, with which an editor completes and checks it.

    Put this line on top of a map, with the schema's file beside it:

    \b
    # yaml-language-server: $schema=./argmap.schema.json
    """  # noqa: D301  # the escape tells click not to join the lines
    if output is None:
        click.echo(schema_text(), nl=False)
    else:
        require_ending(output, ".json")
        write_whole(output, schema_text())
        click.echo(output)
