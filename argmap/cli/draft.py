"""`argmap draft`: a first map of an article, proposed by rules."""

import codecs
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import to_builtins

from argmap.claims.files import decoded, read_bytes, read_text, write_whole
from argmap.cli.arguments import json_option, output_option, refuse_existing, require_ending
from argmap.cli.progress import advancing

if TYPE_CHECKING:
    from argmap.claims.drafting.document import Document
    from argmap.claims.drafting.draft import Draft, Reader
    from argmap.claims.drafting.endpoint import Endpoint
    from argmap.claims.drafting.llm import Tally

_LARGE = 100_000
_NO_SPACY = (
    "--attribution spacy needs spaCy and its small English model. Install them with: "
    "pip install 'argmap[attribution]' and python -m spacy download en_core_web_sm"
)


@click.command(
    short_help="Propose a first map of an article.",
    epilog="Example: argmap draft debate.txt -o debate.yaml",
)
@click.argument("article", type=click.Path(), required=False)
@output_option("ARTICLE's name with .yaml by default, - for the terminal")
@click.option("--force", is_flag=True, help="Overwrite a map that is there already.")
@click.option("--into", type=click.Path(), metavar="MAP", help="Add to MAP what it lacks, alone.")
@click.option(
    "--attribution",
    type=click.Choice(["regex", "spacy"]),
    default="regex",
    show_default=True,
    help="What finds who holds a statement: the grammar of argmap, or spaCy.",
)
@click.option("--llm", metavar="URL", help="Ask a language model too, at this address.")
@click.option("--model", metavar="NAME", help="The name of that model.")
@click.option(
    "--llm-timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="How long the model may take for one answer.",
)
@click.option(
    "--evaluate",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Score drafts against the maps in a folder, and stop.",
)
@json_option
def command(
    article: str | None,
    *,
    output: str | None,
    into: str | None,
    attribution: "Reader",
    llm: str | None,
    model: str | None,
    llm_timeout: float,
    evaluate: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Propose a first map of ARTICLE, a .txt, .md, .html, .pdf or .docx file, to be curated.

    Every statement has the article's own words, every relation the words that it rests on. What
    found no place is listed. Nothing is sent anywhere, unless --llm is given: then the article's
    statements go to that address, and a key is taken from ARGMAP_LLM_KEY or OPENAI_API_KEY.
    """
    if evaluate:
        from argmap.cli.scores import print_scores  # noqa: PLC0415  # loads the rules

        print_scores(evaluate, as_json=as_json)
        return
    if article is None:
        raise click.UsageError("Name an article to draft a map of.")
    if bool(llm) != bool(model):
        raise click.UsageError("--llm and --model go together.")
    if into and output:
        raise click.UsageError("--into changes the map that it names; leave -o out.")
    task = _Task(article, attribution, llm, model, llm_timeout)
    told = task.add_to(into) if into else task.write(_named(article, output), force=force)
    _tell(told, as_json=as_json)


def _named(article: str, output: str | None) -> str:
    # A page is named .map.yaml, for 'argmap view' names its own page after the map.
    is_page = Path(article).suffix.lower() in (".html", ".htm")
    output = output or str(Path(article).with_suffix(".map.yaml" if is_page else ".yaml"))
    if output != "-":
        require_ending(output, ".yaml", ".yml")
    return output


@dataclass(frozen=True)
class _Told:
    """What was done, to be told."""

    article: str
    files: tuple[str, ...]
    draft: "Draft"
    tally: "Tally | None"
    added: int | None = None
    covered: int | None = None


@dataclass(frozen=True)
class _Task:
    article: str
    attribution: "Reader"
    llm: str | None
    model: str | None
    timeout: float

    def write(self, output: str, *, force: bool) -> _Told:
        """Write the draft, and beside it the words of an article that is no plain text."""
        from argmap.claims import writer  # noqa: PLC0415  # loads the YAML library
        from argmap.claims.drafting.preface import preface  # noqa: PLC0415  # loads the rules

        document = self._document()
        if output != "-":
            if os.path.exists(output) and Path(output).samefile(self.article):  # noqa: PTH110
                raise click.UsageError(f"{output}: the map would overwrite its article.")
            refuse_existing(output, force=force)
        source = self._source(output)
        if source and not self._is_plain:
            _refuse_other_words(source, document.text, force=force)
        name = os.path.relpath(source, Path(output).parent) if source else None
        drafted, tally = self._drafted(document, Path(name).as_posix() if name else None)
        text = preface(drafted) + writer.write(drafted.map)
        if output == "-":
            click.echo(text, nl=False)
            return _Told(self.article, (), drafted, tally)
        files = [output]
        if source and not self._is_plain:
            write_whole(source, document.text)
            files.append(source)
        write_whole(output, text)
        return _Told(self.article, tuple(files), drafted, tally)

    def add_to(self, into: str) -> _Told:
        """Add to a map what it lacks; the file is written only if it still says what it said."""
        from argmap.claims.drafting.additions import with_draft  # noqa: PLC0415  # loads the rules

        data = read_bytes(into)
        drafted, tally = self._drafted(self._document(), None)
        addition = with_draft(into, decoded(data, into), drafted)
        if addition.added.statements:
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            write_whole(into, mark + addition.text.encode())
        return _Told(
            self.article, (into,), drafted, tally, len(addition.added.statements), addition.covered
        )

    def _document(self) -> "Document":
        from argmap.claims.drafting.sources import read_document  # noqa: PLC0415  # loads readers

        return read_document(self.article)

    def _source(self, output: str) -> str | None:
        """Name the file of the article's words: itself, or one beside the map."""
        if self._is_plain:
            source = os.path.relpath(self.article, Path(output).parent)
            outside = source.startswith(os.pardir) or Path(source).is_absolute()
            if outside and output != "-":
                beside = Path(self.article).with_name(Path(output).name)
                raise click.UsageError(
                    f"{output}: a map stands beside its article, or in a folder above. "
                    f"Write it there with -o {beside}, or copy the article here first."
                )
            return self.article
        return None if output == "-" else str(Path(output).with_suffix(".source.txt"))

    @property
    def _is_plain(self) -> bool:
        from argmap.claims.drafting.sources import is_plain  # noqa: PLC0415  # loads readers

        return is_plain(self.article)

    def _drafted(self, document: "Document", file: str | None) -> "tuple[Draft, Tally | None]":
        from argmap.claims.drafting.draft import draft  # noqa: PLC0415  # loads the rules

        size = len(document.text)
        endpoint = self._endpoint()
        try:
            if size < _LARGE:
                drafted = draft(document, file=file, attribution=self.attribution)
            else:
                with advancing("Drafting", size) as progress:
                    drafted = draft(
                        document, file=file, attribution=self.attribution, progress=progress
                    )
        except ModuleNotFoundError:
            if self.attribution != "spacy":
                raise
            raise click.UsageError(_NO_SPACY) from None
        if endpoint is None:
            return drafted, None
        from argmap.claims.drafting.llm import with_model  # noqa: PLC0415  # only if asked for

        with advancing("Asking the model", 1) as progress:
            return with_model(drafted, endpoint, lambda done, all_: progress(done / all_))

    def _endpoint(self) -> "Endpoint | None":
        if self.llm is None or self.model is None:
            return None
        from argmap.claims.drafting.endpoint import Endpoint  # noqa: PLC0415  # only if asked for

        return Endpoint(self.llm, self.model, self.timeout)


def _refuse_other_words(source: str, text: str, *, force: bool) -> None:
    """Raise a usage error if a file that holds something else would be overwritten."""
    if os.path.isfile(source) and read_text(source) != text:  # noqa: PTH113
        refuse_existing(source, force=force)


def _tell(told: _Told, *, as_json: bool) -> None:
    from argmap.claims.drafting.preface import counted  # noqa: PLC0415  # loads the rules

    if as_json and told.files:
        _print_json(told)
        return
    for file in told.files:
        click.echo(file)
    lines = [counted(told.draft)] if told.added is None else []
    if told.added is not None:
        lines.append(f"{told.added} statements were added; {told.covered} were there already.")
    if told.tally:
        lines.append(
            f"The model added {told.tally.relations} relations and {told.tally.holders} holders."
        )
        lines += [f"dropped: {what}, {n} times" for what, n in told.tally.dropped.items()]
    if lines:
        click.echo("\n".join(lines), err=not told.files)  # what was asked for is the map itself
    for note in told.draft.notes:
        click.echo(f"note: {note}", err=True)


def _print_json(told: _Told) -> None:
    from argmap.cli import telling  # noqa: PLC0415  # loads the graph's words

    m = told.draft.map
    telling.print_json(
        {
            "article": told.article,
            "files": told.files,
            "title": m.title,
            "figures": told.draft.figures._asdict(),
            "added": told.added,
            "covered": told.covered,
            "statements": [to_builtins(statement) for statement in m.statements],
            "relations": [to_builtins(relation) for relation in m.relations],
            "suggested": [to_builtins(suggestion) for suggestion in m.suggested],
            "to_place": m.to_place,
            "model": told.tally._asdict() if told.tally else None,
            "notes": told.draft.notes,
        }
    )
