"""`argmap path`: how one statement bears on another."""

from typing import TYPE_CHECKING

import click

from argmap.claims.model import Map
from argmap.claims.storage import load
from argmap.cli import telling
from argmap.cli.arguments import StatementName, json_option, map_argument
from argmap.graph.naming import resolve

if TYPE_CHECKING:
    from argmap.graph.routes import Step

NO_ROUTE = 1
_VERDICTS = {
    "supports": "supports",
    "undermines": "undermines",
    "mixed": "both supports and undermines",
}


@click.command(epilog="Example: argmap path us-russia kyiv-speech stalemate")
@map_argument
@click.argument("source", metavar="FROM", type=StatementName())
@click.argument("target", metavar="TO", type=StatementName())
@json_option
@click.pass_context
def command(ctx: click.Context, map_name: str, source: str, target: str, *, as_json: bool) -> None:
    """Tell how statement FROM of MAP bears on statement TO: the shortest route, and for or against.

    The exit status is 1 if neither bears on the other.
    """
    m = load(map_name)
    start, end = resolve(m, source).id, resolve(m, target).id
    if start == end:
        raise click.UsageError(f"FROM and TO are the same statement, {start}.")
    from argmap.graph.build import to_networkx  # noqa: PLC0415  # loads networkx
    from argmap.graph.routes import polarity, shortest_route  # noqa: PLC0415

    g = to_networkx(m)
    direction = "forward"
    route = shortest_route(g, start, end)
    if route is None:
        direction = "backward"
        route = shortest_route(g, end, start)
    first, last = (start, end) if direction == "forward" else (end, start)
    verdict = polarity(g, first, last) if route else None
    if as_json:
        routes = (
            []
            if route is None
            else [
                {
                    "statements": route.statements,
                    "relations": [
                        {"id": r.id, "kind": r.kind, "because": r.because} for r in route.relations
                    ],
                    "polarity": route.polarity,
                }
            ]
        )
        telling.print_json(
            {
                "from": start,
                "to": end,
                "direction": direction if route else None,
                "polarity": verdict,
                "routes": routes,
            }
        )
    elif route is None:
        click.echo(f"Neither of {start} and {end} bears on the other.")
    else:
        if direction == "backward":
            click.echo(f"{start} does not bear on {end}, but {end} bears on {start}:\n")
        _print(m, route.nodes, route.relations)
        click.echo(f"\nSo {first} {_VERDICTS[verdict or route.polarity]} {last}.")
    ctx.exit(0 if route else NO_ROUTE)


def _print(m: Map, nodes: tuple[str, ...], steps: tuple["Step", ...]) -> None:
    for node, step in zip(nodes, (*steps, None), strict=True):
        statement = m.by_id.get(node)
        if statement:
            click.echo(f"{telling.heading(node)}  {telling.label(statement)}")
        else:
            click.echo(f"the step {telling.heading(node)}")
        if step:
            verb = "supports" if step.kind == "support" else "speaks against"
            click.echo(
                f"  {telling.sign(step.kind)} {verb}" + (", because" if step.because else "")
            )
            if step.because:
                click.echo(telling.wrapped(step.because, 6))
