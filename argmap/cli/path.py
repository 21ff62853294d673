"""`argmap path`: how one statement bears on another."""

from typing import TYPE_CHECKING

import click

from argmap.claims.model import Map
from argmap.claims.storage import load
from argmap.cli import telling
from argmap.cli.arguments import StatementName, json_option, map_argument
from argmap.graph import sentences
from argmap.graph.naming import resolve

if TYPE_CHECKING:
    from argmap.graph.routes import Route

NO_ROUTE = 1


@click.command(
    short_help="Tell how one statement bears on another.",
    epilog="Example: argmap path us-russia kyiv-speech stalemate",
)
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
    bearing = polarity(g, first, last) if route else None
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
                    "sentences": sentences.hop_sentences(m, route),
                }
            ]
        )
        telling.print_json(
            {
                "from": start,
                "to": end,
                "direction": direction if route else None,
                "polarity": bearing,
                "routes": routes,
            }
        )
    elif route is None:
        click.echo(telling.wrapped(sentences.unconnected(m, start, end), 0))
    else:
        if direction == "backward":
            click.echo(telling.wrapped(sentences.turned(m, start, end), 0) + "\n")
        _print(m, route)
        verdict = sentences.verdict(m, route, bearing or route.polarity)
        click.echo("\n" + telling.wrapped(verdict, 0))
    ctx.exit(0 if route else NO_ROUTE)


def _print(m: Map, route: "Route") -> None:
    for place, node in enumerate(route.nodes):
        name = f"{telling.heading(node)}  " if node in m.by_id else ""
        click.echo(name + sentences.node_words(m, node))
        if place < len(route.relations):
            step = route.relations[place]
            verb = sentences.verb_words(m, step, node, route.nodes[place + 1])
            because = ", because" if step.because else ""
            click.echo(f"  {telling.sign(step.kind)} {verb}{because}")
            if step.because:
                click.echo(telling.wrapped(step.because, 6))
