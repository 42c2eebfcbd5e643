"""`graphkit ask` and `graphkit cypher`"""

from __future__ import annotations

from typing import Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import Format, print_rows, say, warn
from graphkit.cli.options import FormatOption, StoreOption
from graphkit.errors import QuestionError
from graphkit.queries import Question


def ask(
    context: typer.Context,
    question: Annotated[
        list[str] | None, typer.Argument(help="A question's name, or plain words: who supplies India.")
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser", help="Print the query for the Neo4j Browser, with its :param lines.")
    ] = False,
    store: StoreOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Ask a saved question; without one, list them all.

    Its parameters are options of their own: graphkit ask who-supplies --country France --since 2015-01-01
    """
    from graphkit.workflows.ask import ask as run
    from graphkit.workflows.ask import choose, named_in

    every = session.questions()
    given, rest = _parameters([*(question or []), *context.args])
    words = " ".join(rest)
    if not words:
        _list(every, form)
        return
    chosen = choose(words, every)
    if browser:
        say(_for_browser(chosen))
        return
    with session.open_graph(store, must_exist=True) as graph:
        if words != chosen.name:
            given = named_in(words, chosen, graph) | given
        answer = run(graph, chosen, given)
    if form is Format.TABLE:
        values = ", ".join(f"{name} {value}" for name, value in answer.values.items())
        say(f"{chosen.title}{f' ({values})' if values else ''}")
    shown = [c for c in answer.columns if form is not Format.TABLE or c not in ("edge", "other_edge", "url")]
    print_rows(shown, answer.rows, form)
    if answer.why:
        warn(f"no rows: {answer.why}")
    elif form is Format.TABLE and chosen.caution:
        warn(f"note: {chosen.caution}")


def cypher(
    statement: Annotated[str, typer.Argument(help="One read-only Cypher statement.")],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A value for $NAME.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most rows wanted.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which the query is given up.")] = 60.0,
    store: StoreOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Run one's own Cypher, read-only: MATCH (p:Person)-[r:MET]->(q) RETURN p.name, q.name"""
    values = dict(_pair(text) for text in param or ())
    with session.open_graph(store, must_exist=True) as graph:
        columns, rows = graph.run(statement, values, timeout_s=timeout, limit=limit + 1)
    print_rows(columns, rows[:limit], form)
    if not rows:
        warn("no rows")
    elif len(rows) > limit:
        warn(f"only the first {limit} rows are shown; --limit gives more")


def _list(every: dict[str, Question], form: Format) -> None:
    columns = ("topic", "question", "asks", "options")
    rows = [
        {
            "topic": q.topic,
            "question": q.name,
            "asks": q.title,
            "options": " ".join(f"--{p.name}" for p in q.parameters),
        }
        for q in every.values()
    ]
    print_rows(columns, rows, form)


def _parameters(words: list[str]) -> tuple[dict[str, str], list[str]]:
    """Split what typer did not know into --name value pairs and free words."""
    given: dict[str, str] = {}
    rest: list[str] = []
    at = iter(words)
    for word in at:
        if not word.startswith("--"):
            rest.append(word)
            continue
        name, equals, value = word.removeprefix("--").partition("=")
        if not equals:
            value = next(at, "")
        if not value:
            raise QuestionError(f"--{name} needs a value", hint=f"--{name} VALUE")
        given[name.replace("-", "_")] = value
    return given, rest


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise QuestionError(f"--param {text!r} has no value", hint="write --param country=India")
    return name, value


def _for_browser(question: Question) -> str:
    lines = [f":param {p.name} => {_literal(p.type, str(p.default))};" for p in question.parameters]
    return "\n".join([*lines, question.text.rstrip()])


def _literal(type_: str, value: str) -> str:
    if type_ == "DATE":
        return f"date('{value}')"
    if type_ == "STRING":
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return value
