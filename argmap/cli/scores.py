"""How drafts score against maps that people made, as a table or as JSON."""

from pathlib import Path

import click

from argmap.claims.drafting.evaluation import evaluate
from argmap.claims.drafting.scores import Evaluation
from argmap.cli import telling


def print_scores(folder: str, *, as_json: bool) -> None:
    """Draft the texts of the maps in a folder anew, and print how the drafts compare to the maps.

    Raises:
        UsageError: there is no map with a text and quotes.
    """
    total, scores = evaluate(Path(folder))
    if not scores:
        raise click.UsageError(f"{folder}: there is no map with a text and quotes in it.")
    if as_json:
        telling.print_json(
            {"total": _scored(total), "texts": {name: _scored(s) for name, s in scores.items()}}
        )
        return
    click.echo(f"{'':14}precision  recall      F1   right  proposed    gold")
    for name, score in zip(total._fields[1:], total[1:], strict=True):
        click.echo(
            f"{name.replace('_', ' '):14}{score.precision:9.2f}{score.recall:8.2f}{score.f1:8.2f}"
            f"{score.right:8}{score.proposed:10}{score.gold:8}"
        )
    click.echo(f"{total.texts} texts")


def _scored(scores: Evaluation) -> dict[str, object]:
    return {
        name: {**s._asdict(), "precision": s.precision, "recall": s.recall, "f1": s.f1}
        for name, s in zip(scores._fields[1:], scores[1:], strict=True)
    }
