"""`graphkit extract`, `eval`, `train`: reading articles without a graph, and how well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from graphkit.cli import session
from graphkit.cli.console import progress_bars, say, warn
from graphkit.cli.options import QuietOption
from graphkit.errors import DocumentError


def extract(
    file: Annotated[Path, typer.Argument(help="Articles as JSON Lines: id, title, published, outlet, url, text.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; default: stdout.")
    ] = None,
    high: Annotated[bool, typer.Option("--high", help="Only what the default graph would hold.")] = False,
    engine: Annotated[str | None, typer.Option(help="Who reads: rules (default) or llm.")] = None,
    quiet: QuietOption = False,
) -> None:
    """Read articles and write their facts, one line an article: {"id", "facts": [...]}."""
    from graphkit.progress import track
    from graphkit.workflows.facts import FactWriter
    from graphkit.workflows.scoring import article_of

    gazetteers, outlets = session.gazetteers(), session.outlets()
    extractor = session.engine(engine, gazetteers)
    writer = FactWriter(gazetteers)
    least = extractor.min_confidence if high else 0.0
    lines: list[str] = []
    with progress_bars(quiet=quiet) as listen:
        for row in track(list(_rows(file)), "articles", listen):
            found = extractor.extract(*article_of(row, outlets))
            facts = writer.facts(claim for claim in found.claims if claim.confidence >= least)
            lines.append(json.dumps({"id": row.get("id"), "facts": facts}, ensure_ascii=False, sort_keys=True))
            for problem in found.problems:
                warn(f"{row.get('id')}: {problem.code}: {problem.message}")
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DocumentError(f"cannot write: {error.strerror or error}", where=str(output)) from error
    say(f"{len(lines)} articles, facts written to {output}")


def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Annotated articles, .jsonl.")],
    engine: Annotated[list[str] | None, typer.Option(help="Who reads; given twice, both are compared.")] = None,
    quiet: QuietOption = False,
) -> None:
    """Score what is read against annotated articles: precision, recall and F1 by type, status, dates, calibration."""
    from graphkit.workflows.evaluate import load_gold, render
    from graphkit.workflows.scoring import score_engine

    gazetteers, outlets = session.gazetteers(), session.outlets()
    rows = {key: row for path in gold for key, row in load_gold(path).items()}
    names: list[str | None] = [*engine] if engine else [None]
    for name in names:
        reader = session.engine(name, gazetteers)
        with progress_bars(quiet=quiet) as listen:
            report = score_engine(rows, reader, gazetteers, outlets, listen=listen)
        if len(names) > 1:
            say(f"engine {name}")
        say(render(report))


def train(
    gold: Annotated[list[Path], typer.Argument(help="Annotated articles, .jsonl.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the weights.")],
    nested: Annotated[bool, typer.Option(help="Also score each article with weights learnt without it.")] = True,
    quiet: QuietOption = False,
) -> None:
    """Learn the weights of the reader from annotated articles (needs the extra `train`)."""
    from graphkit.errors import SettingsError

    try:
        import sklearn  # noqa: F401
    except ImportError as error:
        raise SettingsError("learning needs scikit-learn", hint="pip install 'graphkit[train]'") from error
    from graphkit.workflows.evaluate import render
    from graphkit.workflows.scoring import article_of
    from graphkit.workflows.train import save
    from graphkit.workflows.train import train as run

    gazetteers, outlets = session.gazetteers(), session.outlets()
    with progress_bars(quiet=quiet) as listen:
        weights, report = run(gold, gazetteers, lambda row: article_of(row, outlets), nested=nested, listen=listen)
    save(weights, output)
    say(
        f"weights written to {output}; GRAPHKIT_WEIGHTS={output} or weights in graphkit.toml makes graphkit read with them"
    )
    if report:
        say(render(report))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            f"cannot read: {reason}", where=str(file), hint="give a .jsonl file, one article a line"
        ) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield _row(line, f"{file}:{number}")


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DocumentError(f"not valid JSON: {error}", where=where) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise DocumentError('an article is an object with a field "text"', where=where)
    return row
