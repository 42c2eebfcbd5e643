"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.console import Format

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="ADDRESS",
        help="A folder, or neo4j://HOST:7687. Default: GRAPHKIT_STORE, graphkit.toml, ./graphkit.db.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="table for people, csv or json for programs.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]
OutputOption = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")]
