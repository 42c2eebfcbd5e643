"""`graphkit ingest`"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import progress_bars, say, warn
from graphkit.cli.options import QuietOption, StoreOption

if TYPE_CHECKING:
    from graphkit.workflows.ingest import IngestReport

UNREAD, STRICT, STOPPED = 3, 5, 130


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Articles, or folders of them: .txt, .md, .html, .json, .jsonl."),
    ],
    replace: Annotated[bool, typer.Option("--replace", help="A new text at a known url replaces the old one.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 5 if anything was doubtful.")] = False,
    quiet: QuietOption = False,
    engine: Annotated[str | None, typer.Option(help="Who reads: rules (default) or llm.")] = None,
    store: StoreOption = None,
) -> None:
    """Read articles and put their claims into the graph. Safe to repeat."""
    from graphkit.documents.reader import article_files, read_articles
    from graphkit.workflows.ingest import ingest as run

    files = article_files(paths)
    outlets, gazetteers = session.outlets(), session.gazetteers()
    extractor = session.engine(engine, gazetteers)
    try:
        with session.open_graph(store) as graph, progress_bars(quiet=quiet) as listen:
            report = run(
                read_articles(files, outlets), extractor, graph, gazetteers, outlets, listen=listen, replace=replace,
                min_confidence=extractor.min_confidence,
            )  # fmt: skip
            counts = graph.counts()
    except KeyboardInterrupt as stop:
        warn("stopped: whole articles are in the graph, the others are not; the same command goes on from there")
        raise typer.Exit(STOPPED) from stop
    _show(report, counts, len(files))
    if report.failed:
        raise typer.Exit(UNREAD)
    if strict and report.codes:
        raise typer.Exit(STRICT)


def _show(report: IngestReport, counts: Mapping[str, int], files: int) -> None:
    from graphkit.workflows.ingest import by_code

    known = f", {report.known} already in the graph" if report.known else ""
    replaced = f", {report.replaced} older versions replaced" if report.replaced else ""
    say(f"{report.read} articles read from {files} files{known}{replaced}; {report.claims} claims")
    show_counts(counts)
    for problem in report.problems:
        if problem.article is None:
            warn(f"not read: {problem.message}")
    codes = by_code(report)
    if codes:
        say("problems: " + ", ".join(f"{times} {code}" for code, times in codes.items()))


def show_counts(counts: Mapping[str, int]) -> None:
    """Print entities by kind, and relationships by type and status."""
    from graphkit.ontology.nodes import NODE_TYPES
    from graphkit.ontology.relations import RELATIONS

    entities = [f"{counts[n.label]} {n.plural}" for n in NODE_TYPES if counts.get(n.label)]
    say(f"entities: {', '.join(entities) or 'none'}")
    statuses = ("done", "planned", "proposed", "denied")
    say(
        "relationships:"
        if any(counts.get(f"{r.name} {s}") for r in RELATIONS for s in statuses)
        else "relationships: none"
    )
    for relation in RELATIONS:
        parts = [f"{counts[f'{relation.name} {s}']} {s}" for s in statuses if counts.get(f"{relation.name} {s}")]
        if parts:
            say(f"  {relation.name:<22}{', '.join(parts)}")
