"""The command line: which commands there are, and what their errors turn into."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from graphkit.cli.ask import ask, cypher
from graphkit.cli.console import show_error, warn
from graphkit.cli.ingest import ingest
from graphkit.cli.lexicon import lexicon, unknown
from graphkit.cli.measure import measure
from graphkit.cli.neo4j import neo4j
from graphkit.cli.options import StoreOption
from graphkit.cli.read import evaluate, extract, train
from graphkit.cli.record import articles, export, forget, import_, rebuild, status
from graphkit.cli.show import explain, judge, show
from graphkit.cli.viz import viz
from graphkit.errors import GraphkitError

STOPPED = 130

app = typer.Typer(
    name="graphkit",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 well, 1 a bug, 2 usage or settings, 3 some articles unread, 4 the store, 5 --strict, 130 stopped.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"graphkit {version('graphkit')}")
        raise typer.Exit


def _for_all(command: object, values: dict[str, str]) -> dict[str, object]:
    """Defaults that give `values` to every command below a group, so that an option may stand before the command."""
    commands = getattr(command, "commands", None)
    return {**values, **{name: _for_all(one, values) for name, one in (commands or {}).items()}}


@app.callback()
def root(
    context: typer.Context,
    store: StoreOption = None,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A graph database of bilateral defence relations: articles in, a graph with a sentence behind every edge out."""
    if store:
        context.default_map = _for_all(context.command, {"store": store})


app.command()(ingest)
_FREE_OPTIONS = {"allow_extra_args": True, "ignore_unknown_options": True}
app.command(context_settings=_FREE_OPTIONS)(ask)
app.command()(cypher)
app.command()(measure)
app.command()(show)
app.command()(explain)
app.command()(judge)
app.command()(articles)
app.command()(forget)
app.command()(rebuild)
app.command()(status)
app.command()(export)
app.command("import")(import_)
app.command()(extract)
app.command("eval")(evaluate)
app.command()(train)
app.command()(unknown)
app.add_typer(viz, name="viz")
app.add_typer(lexicon, name="lexicon")
app.add_typer(neo4j, name="neo4j")


def main() -> None:
    """Run the command line; errors become a message and an exit code, never a traceback."""
    try:
        app()
    except GraphkitError as error:
        show_error(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        warn("stopped; what was done so far is kept, run the same command again to go on")
        sys.exit(STOPPED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
