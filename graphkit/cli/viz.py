"""`graphkit viz` and its views: all take the same filters, after the view's name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from graphkit.cli import session
from graphkit.cli.console import say, warn
from graphkit.cli.options import StoreOption
from graphkit.errors import QuestionError
from graphkit.model.claims import Status

viz = typer.Typer(
    help="Draw the graph: one self-contained page or picture. Plain `viz` is `viz graph`; filters stand after the view.",
    invoke_without_command=True, rich_markup_mode=None,
)  # fmt: skip
_BOTH_ENDS = ("path",)
_NEED_SUBJECT = ("ego", "path")


def _filters(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Suffix .html, .svg, .csv or .json decides the form."),
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Only what concerns this country (or person, system, ...).")
    ] = None,
    with_: Annotated[str | None, typer.Option("--with", help="And this one as well.")] = None,
    type_: Annotated[
        list[str] | None, typer.Option("--type", help="Only this relation, such as MET; several times.")
    ] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Only this status; several times.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="First day, included.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Last day, included.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="Only sentences of this outlet or article; several times.")
    ] = None,
    min_witnesses: Annotated[int, typer.Option(min=1, help="Fewest independent texts.")] = 1,
    min_confidence: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Of each sentence; low values bring leads in.")
    ] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Only what was published by then.")
    ] = None,
    title: Annotated[str, typer.Option(help="A heading of one's own.")] = "",
    keep: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An earlier page: whoever stands in it keeps its place.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="How many nodes are drawn at first.")] = 150,
    store: StoreOption = None,
) -> None:
    """The options that every view takes."""


def _draw(view: str, subject: str | None, other: str | None, options: dict[str, Any]) -> None:
    from graphkit.views.selection import Selection
    from graphkit.workflows.draw import draw

    try:
        selection = Selection(
            country=options["country"], with_=options["with_"], types=tuple(options["type_"] or ()),
            statuses=tuple(options["status"] or ()), since=_day(options["since"]), until=_day(options["until"]),
            sources=tuple(options["source"] or ()), min_witnesses=options["min_witnesses"],
            min_confidence=options["min_confidence"], as_of=_day(options["as_of"]),
        )  # fmt: skip
    except ValueError as error:
        raise QuestionError(str(error)) from error
    output = options["output"] or Path(f"{view}.html")
    with session.open_graph(options["store"], must_exist=True) as graph:
        report = draw(
            graph, view, selection, output, subject=subject, other=other, title=options["title"],
            gazetteers=session.gazetteers(), keep=options["keep"], most=options["most"],
        )  # fmt: skip
    say(
        f"{report.entities} entities, {report.relationships} relationships, {report.sentences} sentences drawn to {report.output.resolve()}"
    )
    if report.doubtful:
        say(f"{report.doubtful} doubtful ones stand apart, behind a switch of their own")
    for note in report.notes:
        warn(f"note: {note}")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _command(view: str, doc: str) -> Callable[..., None]:
    """A command for one view: its own arguments and the options of `_filters`, under one signature for typer."""

    def command(**options: Any) -> None:
        _draw(view, options.pop("subject", None), options.pop("other", None), options)

    own: list[inspect.Parameter] = []
    if view in _NEED_SUBJECT:
        own.append(_argument("subject", "Who or what: a name or key."))
    if view in _BOTH_ENDS:
        own.append(_argument("other", "The other end: a name or key."))
    shared = inspect.signature(_filters).parameters.values()
    hints = get_type_hints(_filters, include_extras=True)
    keyword = [p.replace(annotation=hints[p.name], kind=inspect.Parameter.KEYWORD_ONLY) for p in shared]
    parameters = [*own, *keyword]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    command.__doc__ = doc
    return command


def _argument(name: str, about: str) -> inspect.Parameter:
    hint = Annotated[str, typer.Argument(help=about)]
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=hint)


_DOCS = {
    "graph": "The whole graph, or a selection, as an interactive page.",
    "ego": "One node and its neighbours, in rings.",
    "path": "How two are linked, with the sentences on the way.",
    "timeline": "Dated events of each pair, in lanes.",
    "heatmap": "Facts by country and year.",
    "pipeline": "Purchases by stage, with their history.",
    "map": "Ties as arcs between capitals.",
    "report": "One page to send: figures, pictures, deals, footnotes, coverage.",
}
for _view, _doc in _DOCS.items():
    viz.command(_view)(_command(_view, _doc))


@viz.callback()
def _plain(context: typer.Context, **options: Any) -> None:
    if context.invoked_subcommand is None:
        _draw("graph", None, None, options)


def _plain_signature() -> None:
    parameters = list(inspect.signature(_command("graph", "")).parameters.values())
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    _plain.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]
    _plain.__annotations__ = {"context": typer.Context} | {p.name: p.annotation for p in parameters}


_plain_signature()
