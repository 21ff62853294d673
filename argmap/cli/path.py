"""`argmap path`: how one statement bears on another."""

from contextlib import nullcontext
from itertools import product
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import telling
from argmap.cli.arguments import (
    QuestionError,
    StatementName,
    WholeNumber,
    holder_id,
    json_option,
    load_map,
    map_argument,
    output_option,
    refuse_input_as_output,
)
from argmap.cli.progress import working
from argmap.graph.naming import resolve
from argmap.graph.route import TOLD

if TYPE_CHECKING:
    from argmap.claims.model import Map
    from argmap.graph.answers import Answer
    from argmap.graph.conditions import Conditions

NOTHING_FOUND = 1
_LISTED = 20
_LARGE = 10_000
"""Smaller maps are answered before one could read that they are."""
_ENDINGS = (".html", ".htm", ".svg")
# Options that ask something else than how FROM bears on TO.
_ALONE = ("pairs", "from_", "to")


@click.command(
    short_help="Tell how one statement bears on another.",
    epilog="Example: argmap path us-russia kyiv-speech stalemate",
)
@map_argument
@click.argument("source", metavar="[FROM", type=StatementName(), required=False)
@click.argument("target", metavar="TO]", type=StatementName(), required=False)
@click.option(
    "--limit",
    metavar="N",
    type=WholeNumber(),
    help="How much to tell; by default 5 routes, or 20 statements of a list.",
)
@click.option(
    "--max-steps", metavar="N", type=WholeNumber(), help="How many steps a route may have."
)
@click.option("--only", type=click.Choice(["support", "contrast"]), help="Relations of one kind.")
@click.option(
    "--via", multiple=True, type=StatementName(), help="A statement to visit; repeatable."
)
@click.option("--avoid", multiple=True, type=StatementName(), help="One not to visit; repeatable.")
@click.option("--holder", help="Who must hold all statements between: an id, name or alias.")
@click.option("--between", is_flag=True, help="List all that lies between, in place of routes.")
@click.option("--cuts", is_flag=True, help="Tell, too, what would have to fall to leave no route.")
@click.option("--draw", is_flag=True, help="Draw the routes as a tree in place of sentences.")
@click.option("--to", type=StatementName(), help="List all that speaks for or against this one.")
@click.option("--from", "from_", type=StatementName(), help="List all that this one bears on.")
@click.option("--pairs", metavar="FILE", help="Answer each line FROM,TO (or FROM-tab-TO) as JSON.")
@output_option("a page (.html) or picture (.svg) of what lies between")
@json_option
@click.pass_context
def command(ctx: click.Context, /, map_name: str, **options: Any) -> None:  # noqa: ANN401
    """Tell how statement FROM of MAP bears on statement TO: the routes, and for or against.

    Where FROM does not bear on TO, the answer tells how TO bears on FROM, or else where the two
    meet. The exit status is 1 if neither bears on the other, no route fits the options, or --to or
    --from has nothing to list.
    """
    _refuse_contradictions(options)
    m = load_map(map_name)
    if options["output"] is not None:
        refuse_input_as_output(m, options["output"])
    if options["pairs"] is not None:
        from argmap.cli.pairs import answer_pairs  # noqa: PLC0415  # only a batch needs it

        ctx.exit(
            answer_pairs(
                m,
                options["pairs"],
                _conditions(m, options),
                limit=options["limit"] or TOLD,
                with_cuts=options["cuts"],
            )
        )
    reach = "to" if options["to"] is not None else "from_"
    if options[reach] is not None:
        found = _tell_reach(m, resolve(m, options[reach]).id, options, toward=reach == "to")
        ctx.exit(0 if found else NOTHING_FOUND)
    start, end = (resolve(m, options[name]).id for name in ("source", "target"))
    if start == end:
        raise QuestionError(f"FROM and TO are the same statement, {start}.")
    conditions = _conditions(m, options)
    from argmap.graph.answers import Asker  # noqa: PLC0415  # loads networkx

    with working("Looking for routes") if len(m.statements) > _LARGE else nullcontext():
        asker = Asker(m)
        answer = asker.answer(
            start,
            end,
            conditions,
            limit=options["limit"] or TOLD,
            with_between=options["between"],
            with_cuts=options["cuts"],
        )
    if options["output"] is not None:
        from argmap.cli.part import write_part  # noqa: PLC0415  # only a file needs it

        write_part(asker, answer, options["output"])
    elif options["as_json"]:
        from argmap.graph.answer_json import as_json  # noqa: PLC0415  # only JSON needs it

        telling.print_json(as_json(m, answer))
    else:
        _tell(m, answer, options["limit"] or _LISTED, draw=options["draw"])
    ctx.exit(0 if answer.routes else NOTHING_FOUND)


def _refuse_contradictions(options: dict[str, Any]) -> None:
    """Raise a usage error for options that contradict each other; says which."""
    names = {"from_": "--from", "as_json": "--json", "output": "-o", "max_steps": "--max-steps"}
    given = {
        name: names.get(name, f"--{name}")
        for name, value in options.items()
        if name not in {"source", "target"} and value not in {None, False, ()}
    }
    alone = [given[name] for name in _ALONE if name in given]
    ends = [name for name in ("source", "target") if options[name] is not None]
    if len(alone) > 1:
        raise click.UsageError(f"{alone[0]} and {alone[1]} ask different things; give one.")
    if alone and ends:
        raise click.UsageError(f"FROM and TO have no place beside {alone[0]}; leave them out.")
    if not alone and len(ends) < 2:  # noqa: PLR2004
        raise click.UsageError("Name two statements, FROM and TO.")
    allowed = {"pairs": {"limit", "max_steps", "only", "via", "avoid", "holder", "as_json", "cuts"}}
    for name in _ALONE:
        others = [option for option in given if option != name]
        for option in others if name in given else ():
            if option not in allowed.get(name, {"limit", "as_json"}):
                raise click.UsageError(f"{given[option]} has no place beside {given[name]}.")
    _refuse_manners(options, given)


def _refuse_manners(options: dict[str, Any], given: dict[str, str]) -> None:
    """Raise a usage error for options that do not go together in one answer."""
    outputs = [given[name] for name in ("output", "as_json", "draw") if name in given]
    if len(outputs) > 1:
        raise click.UsageError(f"{outputs[0]} and {outputs[1]} both say how to answer; give one.")
    if "output" in given and not options["output"].lower().endswith(_ENDINGS):
        raise click.UsageError(f"{options['output']}: the output must end in .html or .svg.")
    for choice in ("via", "max_steps", "cuts", "between"):
        if {"output", choice} <= given.keys():
            raise click.UsageError(
                f"-o writes all that lies between, with or without {given[choice]}; leave it out."
            )
    if {"draw", "between"} <= given.keys():
        raise click.UsageError("--draw draws routes, and --between lists statements; give one.")
    for whole, choice in product(("between", "cuts"), ("via", "max_steps")):
        if {whole, choice} <= given.keys():
            raise click.UsageError(
                f"{given[whole]} looks at all routes, and {given[choice]} chooses among them; "
                "give one."
            )


def _conditions(m: "Map", options: dict[str, Any]) -> "Conditions":
    from argmap.graph.conditions import Conditions  # noqa: PLC0415  # loads networkx

    via, avoid = (tuple([resolve(m, name).id for name in options[k]]) for k in ("via", "avoid"))
    holder = holder_id(m, options["holder"]) if options["holder"] is not None else None
    return Conditions(options["max_steps"], options["only"], via, avoid, holder)


def _tell(m: "Map", answer: "Answer", listed: int, *, draw: bool) -> None:
    """Print an answer; `listed` is how much of what lies between is."""
    from argmap.graph.tellings import (  # noqa: PLC0415  # JSON needs less
        closing,
        lying_between,
        opening,
        tell,
    )

    if draw and answer.routes:
        from argmap.cli.tree import route_tree  # noqa: PLC0415  # only a drawing needs it

        telling.print_lines(opening(m, answer))
        click.echo("\n" + "\n".join(route_tree(m, answer.routes)))
        notes = closing(m, answer)
        if notes:
            click.echo()
            telling.print_lines(notes)
    else:
        telling.print_lines(tell(m, answer, limit=listed))
    between = len(lying_between(m, answer))
    if between > listed:
        _offer_all(between)
    elif answer.surely_more and not answer.cut_short and answer.between is None:
        click.echo(f"See more with --limit {2 * len(answer.routes)}.", err=True)


def _offer_all(size: int) -> None:
    click.echo(f"See all with --limit {size}.", err=True)


def _tell_reach(m: "Map", statement: str, options: dict[str, Any], *, toward: bool) -> bool:
    """Print what bears on a statement, or what it bears on; return whether anything does."""
    from argmap.graph.build import to_networkx  # noqa: PLC0415  # loads networkx
    from argmap.graph.reach import bears_on, rests_on, turning_circle  # noqa: PLC0415
    from argmap.graph.tellings import tell_reach  # noqa: PLC0415

    g = to_networkx(m)
    found = (rests_on if toward else bears_on)(g, statement)
    bearings = {name: bearing for name, bearing in found.items() if name in m.by_id}
    if options["as_json"]:
        told = [{"statement": name, **b._asdict()} for name, b in bearings.items()]
        told = told[: options["limit"]]
        telling.print_json({"to" if toward else "from": statement, "statements": told})
        return bool(bearings)
    limit = options["limit"] or _LISTED
    circle = turning_circle(g, statement, bearings, toward=toward)
    telling.print_lines(
        tell_reach(m, statement, bearings, limit=limit, toward=toward, circle=circle)
    )
    if len(bearings) > limit:
        _offer_all(len(bearings))
    return bool(bearings)
