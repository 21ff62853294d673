"""`argmap check`: what is wrong with maps, in form and in reasoning."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from msgspec import structs

from argmap.claims.errors import MapError, Problem, printable
from argmap.claims.model import Map
from argmap.cli import telling
from argmap.cli.arguments import MapName, json_option, load_map

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.graph.findings import Finding, Severity

FOUND, BAD_INPUT = 1, 2
_COLORS: "dict[Severity, str]" = {"error": "red", "warning": "yellow", "note": "blue"}


@click.command(
    short_help="Tell what is wrong with maps, in form and reasoning.",
    epilog="Example: argmap check us-russia --notes",
)
@click.argument("map_names", metavar="MAP...", nargs=-1, type=MapName())
@click.option("--notes", is_flag=True, help="Tell notes too, which a good map has.")
@click.option("--list", "list_checks", is_flag=True, help="Explain every check, and stop.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    map_names: tuple[str, ...],
    *,
    notes: bool,
    list_checks: bool,
    as_json: bool,
) -> None:
    """Check each MAP: its format, its quotes, what it expects of paths, and its reasoning.

    A check is silenced by its name under 'ignore', for a statement or for the whole map. The
    exit status is 1 if there are errors or warnings, and 2 if a map cannot be read.
    """
    if list_checks:
        _print_checks(as_json=as_json)
        return
    if not map_names:
        raise click.UsageError("Name a map to check.")
    results = [_checked(name) for name in map_names]
    if as_json:
        telling.print_json([result.told(notes=notes) for result in results])
    else:
        for result in results:
            result.print(notes=notes)
    ctx.exit(max(result.status for result in results))


def _print_checks(*, as_json: bool) -> None:
    from argmap.graph.checks import CHECKS  # noqa: PLC0415  # loads networkx

    if as_json:
        fields = ("name", "severity", "explanation")
        telling.print_json([{f: getattr(each, f) for f in fields} for each in CHECKS.values()])
        return
    for each in CHECKS.values():
        click.echo(f"{telling.heading(each.name)} ({each.severity})")
        click.echo(telling.wrapped(each.explanation, 4))


def _checked(name: str) -> "_Unreadable | _Checked":
    from argmap.graph.checks import check  # noqa: PLC0415  # likewise

    try:
        m = load_map(name)
    except MapError as error:
        return _Unreadable(name, error)
    return _Checked(name, m, check(m))


@dataclass(frozen=True)
class _Unreadable:
    name: str
    error: MapError
    status = BAD_INPUT

    def told(self, *, notes: bool) -> dict[str, object]:
        del notes
        return {"map": self.name, "problems": self.error.problems}

    def print(self, *, notes: bool) -> None:
        del notes
        click.echo(str(self.error), err=True)


@dataclass(frozen=True)
class _Checked:
    name: str
    m: Map
    findings: "Sequence[Finding]"

    @property
    def status(self) -> int:
        return FOUND if any(f.severity != "note" for f in self.findings) else 0

    def told(self, *, notes: bool) -> dict[str, object]:
        return {
            "map": self.name,
            "counts": self.counts,
            "findings": [self._located(f) for f in self.findings if notes or f.severity != "note"],
        }

    @property
    def counts(self) -> "dict[Severity, int]":
        counts = Counter(finding.severity for finding in self.findings)
        return {severity: counts[severity] for severity in _COLORS}

    def _located(self, finding: "Finding") -> dict[str, object]:
        line, column = self._place(finding)
        place = {"path": self.m.path, "line": line, "column": column}
        return {**place, **structs.asdict(finding)}

    def _place(self, finding: "Finding") -> tuple[int | None, int | None]:
        place = self.m.positions.get(finding.subject or "")
        return (place.line, place.column) if place else (None, None)

    def print(self, *, notes: bool) -> None:
        told = [f for f in self.findings if notes or f.severity != "note"]
        for finding in told:
            severity = click.style(finding.severity, fg=_COLORS[finding.severity])
            what = ": ".join(filter(None, (severity, _subject(finding), finding.what)))
            problem = Problem(
                self.m.path or self.name,
                *self._place(finding),
                what.rstrip("."),
                finding.cure.rstrip("."),
            )
            click.echo(f"{problem} [{finding.check}]")
        counts = [f"{n} {kind}{'s' * (n > 1)}" for kind, n in self.counts.items() if n]
        summary = ", ".join(counts) if counts else "nothing to object to"
        untold = " (see them with --notes)" if len(told) < len(self.findings) else ""
        click.echo(f"{printable(self.name)}: {summary}{untold}.")


def _subject(finding: "Finding") -> str | None:
    """Name what a finding is about; expectations, which have no id, by their number."""
    section, _, index = (finding.subject or "").partition("/")
    if section == "expect" and index.isdecimal():
        return f"expectation {int(index) + 1}"
    return finding.subject
