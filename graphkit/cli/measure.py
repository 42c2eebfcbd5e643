"""`graphkit measure`"""

from __future__ import annotations

from typing import Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import Format, print_rows, warn
from graphkit.cli.options import FormatOption, StoreOption


def measure(
    name: Annotated[str | None, typer.Argument(help="Which measure; --names lists them.")] = None,
    names: Annotated[bool, typer.Option("--names", help="List the measures.")] = False,
    country: Annotated[str | None, typer.Option(help="A country's name or ISO code.")] = None,
    status: Annotated[str | None, typer.Option(help="done (default), planned, proposed or denied.")] = None,
    store: StoreOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Compute a measure of the network: partners, dependence, meetings, brokers, communities."""
    from graphkit.analytics.measures import MEASURES
    from graphkit.workflows.measure import measure as run

    if names or name is None:
        rows = [
            {"measure": key, "asks": one.asks, "options": " ".join(f"--{option}" for option in one.takes)}
            for key, one in MEASURES.items()
        ]
        print_rows(("measure", "asks", "options"), rows, form)
        return
    with session.open_graph(store, must_exist=True) as graph:
        table = run(graph, name, session.gazetteers(), country=country, status=status)
    print_rows(table.columns, [dict(zip(table.columns, row, strict=True)) for row in table.rows], form)
    warn(f"note: {table.note}" if table.rows else f"no rows: {table.note}")
