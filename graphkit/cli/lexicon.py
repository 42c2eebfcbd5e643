"""`graphkit unknown` and `graphkit lexicon add`: names that no list knew, and listing them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import Format, print_rows, progress_bars, say, warn
from graphkit.cli.options import FormatOption, QuietOption, StoreOption
from graphkit.model.claims import Kind

lexicon = typer.Typer(
    help="One's own names, beside the packaged gazetteers.", no_args_is_help=True, rich_markup_mode=None
)


def unknown(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Articles; default: those in the graph.")
    ] = None,
    persons: Annotated[bool, typer.Option("--persons", help="Persons too; they need no listing.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Most rows wanted.")] = 40,
    quiet: QuietOption = False,
    store: StoreOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the names that no gazetteer knows, most frequent first; `graphkit lexicon add` lists one."""
    from graphkit.documents.articles import with_lines
    from graphkit.documents.reader import article_files, read_articles
    from graphkit.extract.pipeline import Front
    from graphkit.model.text import Article
    from graphkit.workflows.unknown import unknown as run

    outlets, front = session.outlets(), Front(session.gazetteers())
    with progress_bars(quiet=quiet) as listen:
        if paths:
            texts = (item for item in read_articles(article_files(paths), outlets) if isinstance(item, Article))
            found = run(texts, front, outlets, persons=persons, listen=listen)
        else:
            with session.open_graph(store, must_exist=True) as graph:
                stored = (with_lines(filed.article, outlets) for filed in graph.articles())
                found = run(stored, front, outlets, persons=persons, listen=listen)
    rows = [
        {"name": one.name, "kind": one.kind.value, "articles": one.articles, "times": one.times, "example": one.example}
        for one in found[:limit]
    ]
    print_rows(("name", "kind", "articles", "times", "example"), rows, form)
    if len(found) > limit:
        warn(f"{len(found) - limit} more; --limit shows them")


@lexicon.command()
def add(
    name: Annotated[str, typer.Argument(help="The usual name: 'Type 31 frigate'.")],
    kind: Annotated[Kind, typer.Option(help="WeaponSystem, Organisation, Forum, Exercise or Agreement.")],
    alias: Annotated[list[str] | None, typer.Option(help="Another name; may be given several times.")] = None,
    country: Annotated[
        list[str] | None, typer.Option(help="ISO code of maker, owner or member; several times.")
    ] = None,
    category: Annotated[str, typer.Option(help="Ships, company, agency, ...")] = "",
) -> None:
    """Add a name to ./sources/gazetteers/own.tsv; `graphkit rebuild --reread` reads the articles with it."""
    from graphkit.config import packaged
    from graphkit.workflows.lexicon import add as run

    own = session.sources() / "gazetteers"
    key, file = run(
        packaged("sources") / "gazetteers",
        own,
        name,
        kind,
        aliases=alias or (),
        countries=country or (),
        category=category,
    )
    say(f"{key} added to {file}")
