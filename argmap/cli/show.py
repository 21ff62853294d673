"""`argmap show`: one statement with all that belongs to it."""

from collections.abc import Iterable

import click

from argmap.claims.model import Link, Locution, Map, Quote, Relation, Statement
from argmap.cli import telling
from argmap.cli.arguments import StatementName, json_option, load_map, map_argument
from argmap.graph import sentences
from argmap.graph.naming import resolve

CONTEXT = 60
_TITLES = {
    "rests_on": "Rests on",
    "contrasted_by": "Contrasted by",
    "bears_on": "Bears on",
    "undercut_by": "Steps attacked",
}


@click.command(
    short_help="Show one statement with all that belongs to it.",
    epilog='Example: argmap show us-russia "counts for little"',
)
@map_argument
@click.argument("statement", type=StatementName())
@json_option
def command(map_name: str, statement: str, *, as_json: bool) -> None:
    """Show one STATEMENT of MAP: its words, holder and source, and what bears on it.

    STATEMENT is an id, a unique beginning of one, or words of the text.
    """
    m = load_map(map_name)
    chosen = resolve(m, statement)
    if as_json:
        telling.print_json({"statement": chosen, **_around(m, chosen), "links": _links(m, chosen)})
    else:
        print_whole(m, chosen)


def print_whole(m: Map, statement: Statement) -> None:
    """Print a statement with all that belongs to it."""
    _print_statement(m, statement)
    for name, relations in _around(m, statement).items():
        _print_relations(m, _TITLES[name], relations, statement)
    _print_links(m, statement)


def _print_links(m: Map, statement: Statement) -> None:
    links = _links(m, statement)
    if links:
        click.echo(f"\n{telling.heading('Beside the argument')}")
    for link in links:
        back = link.target == statement.id
        other = m.by_id[link.source if back else link.target]
        words = sentences.link_words(link.kind, back=back)
        scheme = f" ({link.scheme})" if link.scheme else ""
        click.echo(f"    {words} {other.id}: {telling.label(other)}{scheme}")


def _links(m: Map, statement: Statement) -> list[Link]:
    return [link for link in m.links if statement.id in {link.source, link.target}]


def _around(m: Map, statement: Statement) -> dict[str, list[Relation]]:
    """Find what a statement rests on, what it bears on, and what attacks these steps."""
    rests_on = [r for r in m.relations if r.target == statement.id and r.kind == "support"]
    against = [
        r
        for r in m.relations
        if r.kind == "contrast" and (r.target == statement.id or _comes_back(r, statement))
    ]
    bears_on = [r for r in m.relations if statement.id in r.premises and not r.mutual]
    steps = {r.id for r in (*rests_on, *against, *bears_on)}
    attacks = [r for r in m.relations if r.undercuts and r.target_id in steps]
    return {
        "rests_on": rests_on,
        "contrasted_by": against,
        "bears_on": bears_on,
        "undercut_by": attacks,
    }


def _comes_back(relation: Relation, statement: Statement) -> bool:
    return relation.mutual and relation.source == statement.id


def _print_statement(m: Map, statement: Statement) -> None:
    marks = list(filter(None, (statement.kind, statement.type)))
    marks += ["main claim"] * statement.main + ["implicit"] * statement.implicit
    marks += ["proposed"] if statement.status else []
    click.echo(f"{telling.heading(statement.id)}  {', '.join(marks)}")
    click.echo(telling.wrapped(statement.text, 2))
    certainty = None if statement.certainty is None else f"{statement.certainty:g}"
    known = [
        ("held by", telling.holder(m, statement)),
        ("certainty", certainty),
        ("origin", statement.origin),
        ("section", " / ".join(statement.section)),
        ("tags", ", ".join(statement.tags)),
        ("note", statement.note),
        ("signal", statement.signal),
        *(("quote", _passage(m, quote)) for quote in statement.quotes),
        *(("said", _saying(m, locution)) for locution in statement.locutions),
    ]
    lines = [f"  {name:<10}" + telling.wrapped(v, 12).lstrip() for name, v in known if v]
    if lines:
        click.echo("\n" + "\n".join(lines))


def _saying(m: Map, locution: Locution) -> str:
    who = [m.holder_name(locution.speaker or ""), locution.time]
    known = ", ".join(filter(None, who))
    return f"{locution.words} ({known})" if known else locution.words


def _passage(m: Map, quote: Quote) -> str:
    """Tell where a quote stands, with some of the words around it."""
    if m.text is None or quote.start is None or quote.end is None:
        return f"“{quote.quote}” ({quote.match})"
    line = m.text.count("\n", 0, quote.start) + 1
    begin = m.text.rfind("\n", 0, quote.start) + 1
    end = m.text.find("\n", quote.end)
    before = m.text[begin : quote.start]
    after = m.text[quote.end : len(m.text) if end < 0 else end]
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    words = click.style(m.text[quote.start : quote.end], underline=True)
    how = "" if quote.match == "exact" else f", {quote.match}"
    return f"{before}[{words}]{after} (line {line}{how})"


def _print_relations(m: Map, title: str, relations: Iterable[Relation], chosen: Statement) -> None:
    relations = list(relations)
    if not relations:
        return
    click.echo(f"\n{telling.heading(title)}")
    for relation in relations:
        others = [p for p in relation.premises if p != chosen.id]
        if title == "Bears on":
            label = telling.target(m, relation)
            linked = f", together with {', '.join(others)}" if others else ""
        else:
            first, *more = others or [relation.target_id]
            label = first + (f" → {telling.target(m, relation)}" if relation.undercuts else "")
            linked = f", together with {', '.join(more)}" if more else ""
        mutual = ", each against the other" if relation.mutual else ""
        statement = m.by_id.get(label)
        words = f": {telling.label(statement)}" if statement else ""
        proposed = ", proposed" if relation.status else ""
        click.echo(f"  {telling.sign(relation.kind)} {label}{words}{linked}{mutual}{proposed}")
        if relation.signal:
            click.echo(telling.wrapped(relation.signal, 6))
        if relation.because:
            click.echo(telling.wrapped(relation.because, 6))
