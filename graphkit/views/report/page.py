"""The report: everything that is drawn elsewhere, in one HTML file without a script, in the order one reads it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from graphkit.model.claims import Status
from graphkit.views.chart import EMPTY, Chart, coverage_words, environment, footnotes, inline, line_words
from graphkit.views.charts.deals import Deal, deals
from graphkit.views.charts.ego import draw_ego
from graphkit.views.charts.heatmap import draw_heatmap
from graphkit.views.charts.pairs import partners_of
from graphkit.views.charts.pipeline import draw_pipeline
from graphkit.views.charts.register import HEAD, register_rows
from graphkit.views.charts.rows import latest_first
from graphkit.views.charts.timeline import draw_timeline
from graphkit.views.charts.worldmap import draw_map
from graphkit.views.facts import Graph, Line
from graphkit.views.network.ranking import ranked
from graphkit.views.otherwise import otherwise
from graphkit.views.safe import clean, csv_text
from graphkit.views.texts import csp_hash, sheet

RECENT = 12
REGISTER = 80
NOTES_MOST = 150
HEADING = 36  # height of a picture's first line


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the report under its heading; `caption` says how to read it."""

    anchor: str
    heading: str
    svg: Markup
    caption: str


def draw_report(
    graph: Graph, *, subject: str | None = None, title: str = "", subtitle: str = "", as_of: date | None = None
) -> str:
    """Return the report on the entity `subject`, without one on the entity with most independent texts."""
    subject = subject or next(iter(ranked(graph)), None)
    name = graph.name(subject) if subject else "nobody"
    heading = title or f"{name}: defence relations as reported"
    notes = _Notes(graph)
    found = deals(graph)
    shown = found[:REGISTER]
    stated = list(graph.stated())
    recent = latest_first(line for line in stated if line.day and line.edge.type != "HOLDS_OFFICE")[:RECENT]
    contested = _contested(graph)
    style = sheet("static.css")
    html = environment().get_template("report.html").render(
        title=clean(heading), subtitle=clean(subtitle), name=clean(name), style=Markup(style),  # noqa: S704 - our file
        style_hash=Markup(csp_hash(style)),  # noqa: S704
        numbers=_numbers(graph, stated, found), statuses=_by_status(stated),
        recent=[(clean(_day(line)), line_words(line, graph), line.edge.status.value, notes.of(line)) for line in recent],
        figures=_figures(graph, subject, as_of), register_head=HEAD,
        register=[(row, [notes.of(line) for line in deal.told][:6]) for row, deal in zip(register_rows(shown, graph), shown, strict=True)],
        register_left=len(found) - len(shown),
        contested=[(line_words(a, graph), a.edge.status.value, notes.of(a), line_words(b, graph), b.edge.status.value, notes.of(b)) for a, b in contested],
        footnotes=footnotes(notes.lines, graph, 2), left_notes=notes.left, coverage=coverage_words(graph),
        outlets=graph.coverage.outlets, graph_notes=graph.notes, empty=EMPTY, threshold=round(graph.threshold * 100),
        undated=sum(line.edge.since is None for line in stated), stated=len(stated),
    )  # fmt: skip
    return html.replace("\r\n", "\n")


class _Notes:
    """Numbers the relationships that the text points at, in the order in which it does."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.lines: list[Line] = []
        self.number: dict[str, int] = {}
        self.left = 0

    def of(self, line: Line) -> int | None:
        if line.edge.key not in self.number:
            if len(self.lines) >= NOTES_MOST:
                self.left += 1
                return None
            self.lines.append(line)
            self.number[line.edge.key] = len(self.lines)
        return self.number[line.edge.key]


def _day(line: Line) -> str:
    return str(line.edge.since) if line.edge.since else f"reported {line.edge.said}"


def _numbers(graph: Graph, stated: list[Line], found: list[Deal]) -> list[tuple[str, int]]:
    sentences = {fact.key for line in stated for fact in line.facts}
    countries = [key for key in graph.entities if key.startswith("country:")]
    return [
        ("relationships", len(stated)), ("sentences that say so", len(sentences)), ("countries", len(countries)),
        ("deals", len(found)), ("articles read", graph.coverage.articles),
    ]  # fmt: skip


def _by_status(stated: list[Line]) -> list[tuple[str, int]]:
    counts = Counter(line.edge.status for line in stated)
    return [(status.value, counts[status]) for status in Status]


def _contested(graph: Graph, most: int = 20) -> list[tuple[Line, Line]]:
    """Pairs of lines that tell one matter differently, each pair once, best attested first."""
    by_key = {line.edge.key: line for line in graph.stated()}
    told = otherwise(list(by_key.values()))
    pairs = sorted({(min(a, b), max(a, b)) for a, others in told.items() for b in others})
    pairs.sort(key=lambda pair: (-sum(by_key[key].edge.witnesses for key in pair), pair))
    return [(by_key[a], by_key[b]) for a, b in pairs[:most]]


def _figures(graph: Graph, subject: str | None, as_of: date | None) -> list[Figure]:
    code = graph.country(subject) if subject else None
    figures = []
    if subject:
        figures.append(
            _figure(
                "neighbours",
                draw_ego(graph, subject, 24),
                "Who stands next to it. Lines: solid done, dashed planned, dotted proposed, barred denied.",
            )
        )
    figures.append(
        _figure(
            "timeline",
            draw_timeline(graph),
            "Each mark is one relationship; a persons' meeting counts for their countries.",
        )
    )
    if code and partners_of(code, graph):
        figures.append(
            _figure(
                "partners", draw_heatmap(graph, code), "Done only; planned, proposed and denied ones are not added."
            )
        )
    figures.append(_figure("countries", draw_heatmap(graph), "Done only. Symmetric: each pair stands twice."))
    figures.append(
        _figure(
            "pipeline", draw_pipeline(graph, as_of), "Ringed: the latest stage that a sentence gives. Hollow: not done."
        )
    )
    if graph.places:
        figures.append(_figure("map", draw_map(graph), "One arc for each status."))
    return figures


def _figure(anchor: str, chart: Chart, caption: str) -> Figure:
    # Names of parts of a picture are of the whole page once it stands in one.
    svg = (
        inline(chart.svg)
        .replace('id="window"', f'id="window-{anchor}"')
        .replace("url(#window)", f"url(#window-{anchor})")
    )
    # The report has the heading already: the picture begins with its second line.
    svg = re.sub(r'viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+" height="[\d.]+"', _cropped, svg, count=1)
    return Figure(anchor, chart.title, Markup(svg), " ".join([caption, *chart.notes]))  # noqa: S704 - made by svg.py


def _cropped(match: re.Match[str]) -> str:
    height = float(match[2]) - HEADING
    return f'viewBox="0 {HEADING} {match[1]} {height:g}" width="{match[1]}" height="{height:g}"'


def report_csv(graph: Graph) -> str:
    """Return the deal register for a spreadsheet."""
    return csv_text(HEAD, [tuple(row) for row in register_rows(deals(graph), graph)])
