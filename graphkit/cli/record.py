"""`graphkit articles`, `forget`, `rebuild`, `status`, `export`, `import`: the record and what is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import Format, print_rows, progress_bars, say
from graphkit.cli.options import FormatOption, QuietOption, StoreOption


def articles(store: StoreOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the articles in the graph; those of one witness group are near-copies of one text."""
    from graphkit.workflows.articles import articles as run

    with session.open_graph(store, must_exist=True) as graph:
        rows = [
            {
                "article": one.key, "published": one.published.iso if one.published else None, "outlet": one.outlet,
                "title": one.title, "file": one.file, "url": one.url, "witness group": one.group, "characters": one.characters,
            }
            for one in run(graph)
        ]  # fmt: skip
    columns = ("article", "published", "outlet", "title", "file", "witness group")
    print_rows(columns if form is Format.TABLE else (*columns, "url", "characters"), rows, form)


def forget(
    article: Annotated[str, typer.Argument(help="An article's key, url or file name.")], store: StoreOption = None
) -> None:
    """Remove an article and everything that only it said, as if it had never been read."""
    from graphkit.workflows.forget import forget as run

    with session.open_graph(store, must_exist=True) as graph:
        report = run(graph, article, session.gazetteers())
    say(f"forgot {len(report.articles)} article(s) with {report.claims} claims")


def rebuild(
    min_confidence: Annotated[
        float | None,
        typer.Option(min=0.0, max=1.0, help="Claims from here on make relationships; stays with the graph."),
    ] = None,
    reread: Annotated[bool, typer.Option("--reread", help="Extract again from the stored texts first.")] = False,
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> None:
    """Compute the whole graph again from its claims: after a change of the gazetteers, or with another threshold."""
    from graphkit.cli.ingest import show_counts
    from graphkit.workflows.rebuild import rebuild as run

    gazetteers, outlets = session.gazetteers(), session.outlets()
    extractor = session.engine(None, gazetteers) if reread else None
    with session.open_graph(store, must_exist=True, migrate=True) as graph, progress_bars(quiet=quiet) as listen:
        report = run(graph, gazetteers, min_confidence=min_confidence, reread=extractor, outlets=outlets, listen=listen)
        counts = graph.counts()
    say(f"{report.articles} articles, {report.claims} claims, relationships from confidence {report.min_confidence:g}")
    show_counts(counts)


def status(store: StoreOption = None) -> None:
    """Say what is in the graph, what it was made with, and which files of ./sources overlay the packaged ones."""
    from graphkit.cli.ingest import show_counts
    from graphkit.config import overlaid

    with session.open_graph(store, must_exist=True) as graph:
        meta, counts = graph.meta(), graph.counts()
    say(f"store: {session.address(store)}")
    if meta:
        say(f"schema {meta.schema}, ontology {meta.ontology}, relationships from confidence {meta.min_confidence:g}")
    say(
        f"record: {', '.join(f'{counts.get(label, 0)} {label.lower()}s' for label in ('Article', 'Outlet', 'Claim', 'Judgement'))}"
    )
    show_counts(counts)
    files = overlaid(session.sources())
    say(f"overlaid by {session.sources()}: {', '.join(files) or 'nothing'}")


def export(file: Annotated[Path, typer.Argument(help="The file to write, .jsonl.")], store: StoreOption = None) -> None:
    """Write everything that was read and judged into one text file: backup, exchange and migration."""
    from graphkit.workflows.exchange import export as run

    with session.open_graph(store, must_exist=True) as graph:
        report = run(graph, file)
    say(f"{report.articles} articles, {report.claims} claims, {report.judgements} judgements written to {file}")


def import_(
    file: Annotated[Path, typer.Argument(help="A file that `graphkit export` wrote.")],
    quiet: QuietOption = False,
    store: StoreOption = None,
) -> None:
    """Add what an exported file has and the graph lacks: articles, claims, judgements."""
    from graphkit.workflows.exchange import import_ as run

    with session.open_graph(store) as graph, progress_bars(quiet=quiet) as listen:
        report = run(file, graph, session.gazetteers(), listen=listen)
    say(f"{report.articles} articles, {report.claims} claims, {report.judgements} judgements added")
