"""`argmap convert`: from one format to another."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

import click

from argmap.claims.conversion import Conversion, convert, convert_back, kept_losses
from argmap.claims.files import write_whole
from argmap.claims.formats import FORMATS, Format, format_named, format_of_output
from argmap.claims.ledger import Loss, summary
from argmap.claims.model import Source
from argmap.claims.storage import found
from argmap.cli import telling
from argmap.cli.arguments import MapName, json_option, refuse_existing, refuse_input_as_output

PICTURES = (".svg", ".pdf", ".png")
LOSSES = 1
_READ = click.Choice([form.name for form in FORMATS if form.reads is not None])
_WRITTEN = click.Choice([form.name for form in FORMATS if form.writes is not None])


@click.command(
    short_help="Convert a map, or a folder of maps, to another format.",
    epilog="Example: argmap convert us-russia us-russia.json",
)
@click.argument("map_name", metavar="IN", type=MapName())
@click.argument("output", metavar="OUT", type=click.Path())
@click.option("--from", "source_form", type=_READ, help="The format of IN; else told from it.")
@click.option("--to", "target_form", type=_WRITTEN, help="The format of OUT; else by its ending.")
@click.option("--strict", is_flag=True, help="Write nothing if anything is lost; exit status 1.")
@click.option(
    "--keep-losses",
    "keep",
    type=click.Path(),
    metavar="FILE",
    help="Write beside OUT what the way back needs to be whole.",
)
@click.option(
    "--losses",
    "kept",
    type=click.Path(),
    metavar="FILE",
    help="Go back to what IN came from, with the losses that were kept.",
)
@click.option("--force", is_flag=True, help="Overwrite OUT if it is there already.")
@click.option("--cores", type=click.IntRange(min=1), help="Processes for a folder; all by default.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    map_name: str,
    output: str,
    *,
    source_form: str | None,
    target_form: str | None,
    keep: str | None,
    kept: str | None,
    cores: int | None,
    strict: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Convert a map IN to another format OUT; OUT may be - for the terminal, with --to.

    What could not be carried over, or had to be mended, is told on standard error. IN may be a
    folder: then OUT is one too, --to names the format, and files that an earlier run converted
    are left alone unless --force is given.
    """
    if Path(map_name).is_dir():
        from argmap.cli.folders import convert_folder  # noqa: PLC0415  # starts processes

        if keep or kept or output == "-" or target_form is None:
            raise click.UsageError("For a folder, say --to FORMAT, and name a folder as OUT.")
        status = convert_folder(
            map_name,
            output,
            target_form,
            source_form,
            cores=cores,
            strict=strict,
            force=force,
            as_json=as_json,
        )
        ctx.exit(status)
    if kept and (keep or source_form):
        raise click.UsageError("--losses goes back: leave out --keep-losses and --from.")
    _refuse_odd_options(output, keep, cores, as_json=as_json)
    target = _target(output, target_form)
    path = found(map_name)
    if kept:
        done = convert_back(path, kept, output, target)
    else:
        done = convert(path, output, target.name, source_form)
    if strict and done.losses:
        if as_json:
            _print_json(done, map_name, None, target)
        _tell(done.losses, "would not be carried")
        ctx.exit(LOSSES)
    if output == "-":
        click.echo(done.files[output], nl=False)
    else:
        _save(done, path, output, target, keep, force=force)
    if as_json:
        _print_json(done, map_name, output, target)
    elif output != "-":
        click.echo("\n".join(done.files))
    _tell(done.losses, "not carried")


def _refuse_odd_options(output: str, keep: str | None, cores: int | None, *, as_json: bool) -> None:
    if cores:
        raise click.UsageError("--cores is for folders.")
    if output == "-" and (keep or as_json):
        raise click.UsageError("--keep-losses and --json need a file for OUT.")


def _target(output: str, name: str | None) -> Format:
    if output == "-" and name is None:
        raise click.UsageError("Say with --to which format to print.")
    if not name and PurePath(output).suffix.lower() in PICTURES:
        raise click.UsageError(f"{output}: 'argmap draw' makes pictures.")
    return format_named(name) if name else format_of_output(output)


def _save(
    done: Conversion, path: str, output: str, target: Format, keep: str | None, *, force: bool
) -> None:
    names = [*done.files, *([keep] if keep else [])]
    if len({os.path.realpath(name) for name in names}) < len(names):
        raise click.UsageError("The output and the kept losses must be different files.")
    # Where a text comes along, the map names as its source what is about to be written.
    read = replace(done.map, source=Source()) if len(done.files) > 1 else done.map
    for name in names:
        refuse_input_as_output(read, name)
        refuse_existing(name, force=force)
    side = kept_losses(done, path, target) if keep else None
    done.save()
    if keep and side:
        write_whole(keep, side)
        click.echo(keep, err=True)
    source = done.map.source.file
    is_alone = target.names_text and len(done.files) == 1
    # os.path, for a source may have any name
    if source and is_alone and not os.path.exists(Path(output).parent / source):  # noqa: PTH110
        note = f"note: {source} is not beside {output}; with it, the quotes can be checked"
        click.echo(note, err=True)


def _print_json(done: Conversion, map_name: str, output: str | None, target: Format) -> None:
    telling.print_json(
        {
            "in": map_name,
            "out": output,
            "from": done.source.name,
            "to": target.name,
            "losses": [
                {"what": loss.what, "where": loss.where, "repaired": loss.repaired}
                for loss in done.losses
            ],
        }
    )


def _tell(losses: Sequence[Loss], how: str) -> None:
    for entry in summary(losses):
        places = ", ".join(entry.places) + (", …" if entry.times > len(entry.places) else "")
        verb = "mended" if entry.repaired else how
        click.echo(f"{verb}: {entry.what}, {telling.times(entry.times)} ({places})", err=True)
