"""What a person sees: tables, progress, errors. The only module that draws, with `rich` loaded when something is drawn."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import typer

from graphkit.errors import GraphkitError
from graphkit.progress import Advanced, Event, Finished, Listener, Started, silent

if TYPE_CHECKING:
    from rich.progress import TaskID


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def say(text: str = "") -> None:
    """Print a line to stdout, characters that the terminal cannot show replaced."""
    typer.echo(text)


def warn(text: str) -> None:
    """Print a line to stderr, so that stdout can be piped."""
    typer.echo(text, err=True)


def show_error(error: GraphkitError) -> None:
    """Message, place, hint: what a person needs, and no traceback."""
    place = f"{error.where}: " if error.where else ""
    warn(f"error: {place}{error.message}")
    if error.hint:
        warn(f"  {error.hint}")


def print_rows(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], form: Format = Format.TABLE) -> None:
    """Print rows in the columns' order: a table for people, CSV or JSON for programs."""
    if form is Format.JSON:
        plain = [{column: _plain(row.get(column)) for column in columns} for row in rows]
        say(json.dumps(plain, ensure_ascii=False, indent=1))
    elif form is Format.CSV:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
        typer.echo(text.getvalue(), nl=False)
    else:
        _table(columns, rows)


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    numbers = {column for column in columns if rows and all(isinstance(row.get(column), int | float) for row in rows)}
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    console = Console(file=sys.stdout, highlight=False, soft_wrap=False)
    if not sys.stdout.isatty():
        console.width = 160
    console.print(table)


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, list | tuple):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("key") or _plain(value))
    return str(value)


@contextmanager
def progress_bars(*, quiet: bool = False) -> Iterator[Listener]:
    """A listener that draws on stderr: count, total and rate. Silent when asked or when stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    tasks: dict[str, TaskID] = {}
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def listen(event: Event) -> None:
            match event:
                case Started(task, total):
                    tasks[task] = bars.add_task(task, total=total, rate="")
                case Advanced(task, done):
                    speed = bars.tasks[tasks[task]].speed
                    bars.update(tasks[task], completed=done, rate=f"{speed:.1f}/s" if speed else "")
                case Finished(task, done):
                    bars.update(tasks[task], completed=done)

        yield listen
