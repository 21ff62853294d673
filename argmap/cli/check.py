"""`argmap check`: what is wrong with maps, in form and in reasoning."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from argmap.claims.errors import MapError, Problem, printable
from argmap.claims.model import Map
from argmap.claims.storage import load
from argmap.cli import telling
from argmap.cli.arguments import MapName, json_option

if TYPE_CHECKING:
    from argmap.graph.findings import Finding, Severity

FOUND, BAD_INPUT = 1, 2
_COLORS: "dict[Severity, str]" = {"error": "red", "warning": "yellow", "note": "blue"}


def _print_checks(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if not value or ctx.resilient_parsing:
        return
    from argmap.graph.checks import CHECKS  # noqa: PLC0415  # loads networkx

    for each in CHECKS.values():
        click.echo(f"{telling.heading(each.name)} ({each.severity})")
        click.echo(telling.wrapped(each.explanation, 4))
    ctx.exit()


@click.command(epilog="Example: argmap check us-russia --notes")
@click.argument("map_names", metavar="MAP...", nargs=-1, required=True, type=MapName())
@click.option("--notes", is_flag=True, help="Tell notes too, which a good map has.")
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_checks,
    help="Explain every check, and stop.",
)
@json_option
@click.pass_context
def command(ctx: click.Context, map_names: tuple[str, ...], *, notes: bool, as_json: bool) -> None:
    """Check each MAP: its format, its quotes, what it expects of paths, and its reasoning.

    A check is silenced by its name under 'ignore', for a statement or for the whole map. The
    exit status is 1 if there are errors or warnings, and 2 if a map cannot be read.
    """
    from argmap.graph.checks import check  # noqa: PLC0415  # likewise

    status = 0
    results: list[dict[str, object]] = []
    for name in map_names:
        try:
            m = load(name)
        except MapError as error:
            status = BAD_INPUT
            results.append({"map": name, "problems": error.problems})
            if not as_json:
                click.echo(str(error), err=True)
            continue
        findings = check(m)
        told = [f for f in findings if notes or f.severity != "note"]
        if any(f.severity != "note" for f in findings):
            status = max(status, FOUND)
        results.append({"map": name, "findings": told})
        if not as_json:
            _print(m, name, told, findings)
    if as_json:
        telling.print_json(results)
    ctx.exit(status)


def _print(m: Map, name: str, told: Sequence["Finding"], findings: Sequence["Finding"]) -> None:
    for finding in told:
        place = m.positions.get(finding.subject or "")
        severity = click.style(finding.severity, fg=_COLORS[finding.severity])
        what = ": ".join(filter(None, (severity, _subject(finding), finding.what)))
        line, column = (place.line, place.column) if place else (None, None)
        problem = Problem(m.path or name, line, column, what.rstrip("."), finding.cure.rstrip("."))
        click.echo(f"{problem} [{finding.check}]")
    counts = Counter(finding.severity for finding in findings)
    told_counts = [f"{n} {kind}{'s' * (n > 1)}" for kind in _COLORS if (n := counts[kind])]
    summary = ", ".join(told_counts) if told_counts else "nothing to object to"
    untold = " (see them with --notes)" if len(told) < len(findings) else ""
    click.echo(f"{printable(name)}: {summary}{untold}.")


def _subject(finding: "Finding") -> str | None:
    """Name what a finding is about; expectations, which have no id, by their number."""
    section, _, index = (finding.subject or "").partition("/")
    if section == "expect" and index.isdecimal():
        return f"expectation {int(index) + 1}"
    return finding.subject
