"""A static picture with the rows it was drawn from, and the page around it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graphkit.model.time import When
from graphkit.views.facts import Fact, Graph, Line
from graphkit.views.safe import clean, csv_text, web_link
from graphkit.views.styles import phrase
from graphkit.views.texts import csp_hash, sheet

EMPTY = "Empty means that no report was found, not that nothing happened."
Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`svg` is one whole SVG document, `rows` under `head` say the same in words, `notes` what the picture cannot."""

    title: str
    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    evidence: tuple[Line, ...] = ()  # what stands behind it, in the order of the page's footnotes

    def csv(self) -> str:
        """Return the rows for a spreadsheet."""
        return csv_text(self.head, [tuple(row) for row in self.rows])

    def json(self) -> str:
        """Return title, notes and rows as JSON."""
        rows = [dict(zip(self.head, row, strict=True)) for row in self.rows]
        value = {"title": self.title, "notes": list(self.notes), "rows": rows}
        return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def environment() -> Environment:
    """Return the templates of static pages: everything is escaped unless it is Markup."""
    loader = PackageLoader("graphkit.views", "sheets")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    made.globals.update(link=web_link, clean=clean, phrase=phrase)
    return made


def chart_page(chart: Chart, graph: Graph, subtitle: str = "") -> str:
    """Return an HTML page without any script: the picture, its rows, the sentences behind it, coverage."""
    style = sheet("static.css")
    template = environment().get_template("chart.html")
    return template.render(
        title=clean(chart.title), subtitle=clean(subtitle), svg=Markup(inline(chart.svg)),  # noqa: S704 - made by svg.py
        head=chart.head, rows=chart.rows, notes=chart.notes, footnotes=footnotes(chart.evidence, graph),
        coverage=coverage_words(graph), style=Markup(style), style_hash=Markup(csp_hash(style)),  # noqa: S704
    ).replace("\r\n", "\n")  # fmt: skip


def inline(svg: str) -> str:
    """Return an SVG document as it may stand inside HTML."""
    return svg.removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n')


@dataclass(frozen=True, slots=True)
class Footnote:
    """One relationship and the sentences behind it, numbered from 1."""

    number: int
    text: str
    status: str
    low: bool
    facts: tuple[Fact, ...]


def footnotes(lines: Sequence[Line], graph: Graph, most_facts: int = 3) -> list[Footnote]:
    """Return the lines as footnotes, each with its clearest sentences."""
    return [
        Footnote(i, line_words(line, graph), line.edge.status.value, line.low, clearest(line, most_facts))
        for i, line in enumerate(lines, 1)
    ]


def clearest(line: Line, most: int = 1) -> tuple[Fact, ...]:
    """Return the facts of a line that say it most clearly, one for each witness first."""
    ordered = sorted(line.facts, key=lambda fact: (-fact.confidence, fact.published or date.max, fact.key))
    seen: set[str] = set()
    fresh = [fact for fact in ordered if not (fact.group in seen or seen.add(fact.group))]  # type: ignore[func-returns-value]
    return tuple(fresh[:most])


def line_words(line: Line, graph: Graph) -> str:
    """Return a relationship as a sentence: who, what, whom, about what, when; a status that is not `done` is in it."""
    edge = line.edge
    words = f"{graph.name(edge.subject)} {phrase(edge.type, edge.status)} {graph.name(edge.object)}"
    about = graph.name(edge.item) if edge.item and edge.item != edge.object else ", ".join(edge.items)
    office = edge.office.replace("-", " ") if edge.office else ""
    more = [part for part in (about, office, when_words(line)) if part]
    return clean(", ".join([words, *more]))


def when_words(line: Line) -> str:
    """Return the days of a line in words: of the event, else of the first report, marked as such."""
    edge = line.edge
    if edge.since:
        return day_words(edge.since, edge.until)
    return f"reported {edge.said.isoformat()}" if edge.said else "undated"


def day_words(first: date, last: date | None = None) -> str:
    """Return a day or span in the shortest ISO form: `2019`, `2019-11`, `2019-11-05`, `2019-11-05/2019-11-06`."""
    return When(first=first, last=last or first).iso


def coverage_words(graph: Graph) -> str:
    """Return what was read, and that nothing follows from silence."""
    seen = graph.coverage
    span = f", published {seen.first} to {seen.last}" if seen.first else ""
    undated = f"; {seen.undated_articles} without a date" if seen.undated_articles else ""
    plural = "article" if seen.articles == 1 else "articles"
    return f"Read: {seen.articles} {plural}{span}{undated}. {EMPTY}"
