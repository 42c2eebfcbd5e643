"""Contacts over time, a lane for each pair of countries: every mark is one relationship with its sentence."""

from __future__ import annotations

from datetime import date

from graphkit.views.chart import Chart, line_words
from graphkit.views.charts.pairs import Pair, busiest_pairs, country_name
from graphkit.views.charts.rows import HEAD, by_time, line_rows
from graphkit.views.facts import Graph, Line
from graphkit.views.keys import status_key, type_key
from graphkit.views.styles import LOW, TYPES, colour
from graphkit.views.svg import document, fitted, rule, status_mark, tag, text

WIDTH = 1040
LEFT, RIGHT = 190, 1020
LANES = 8
STEP = 11.0  # room of one mark


def draw_timeline(graph: Graph, most: int = LANES) -> Chart:
    """Return the busiest pairs of countries, a lane each, marks by day; what has no day is counted, not drawn."""
    pairs = [(pair, lines) for pair, lines in busiest_pairs(graph) if any(line.day for line in lines)]
    lanes = pairs[:most]
    days = [line.day for _, lines in lanes for line in lines if line.day]
    heading = "Contacts over time"
    drawn = by_time(dict.fromkeys(line for _, lines in lanes for line in lines))
    notes = _notes(graph, len(pairs), len(lanes), sum(line.day is None for line in drawn))
    if not days:
        svg = document(
            WIDTH, 120, [text(20, 92, "No dated relationship between countries was found.", soft=True)], heading
        )
        return Chart(title=heading, svg=svg, head=HEAD, rows=(), notes=notes)
    first, last = _years_of(days)
    outside = sum(line.day is not None and not first <= line.day.year <= last for line in drawn)
    if outside:
        notes = (*notes, f"{outside} relationships before {first} or after {last} are in the table only.")
    body, y = [], 84.0
    for pair, lines in lanes:
        height, marks = _lane(graph, pair, lines, y, first, last)
        body.append(marks)
        y += height
    body.insert(0, _years(first, last, 76, y))
    types = [type_ for type_ in TYPES if any(line.edge.type == type_ for line in drawn)]
    key_height, key = type_key(types, LEFT, y + 52, RIGHT)
    body += [status_key(LEFT - 6, y + 34), key]
    subtitle = f"{len(drawn)} relationships of {len(lanes)} pairs of countries; placed by the day of the event, else of the report"
    return Chart(
        title=heading, svg=document(WIDTH, y + 60 + key_height, body, heading, subtitle), head=HEAD,
        rows=line_rows(drawn, graph), notes=notes, evidence=tuple(drawn),
    )  # fmt: skip


def _years_of(days: list[date]) -> tuple[int, int]:
    """The first and last year drawn: one treaty of long ago must not squeeze ten years of reports into a corner."""
    ordered = sorted(days)
    edge = len(ordered) // 25
    return ordered[edge].year, ordered[len(ordered) - 1 - edge].year


def _notes(graph: Graph, pairs: int, lanes: int, undated: int) -> tuple[str, ...]:
    notes = [*graph.notes]
    if undated:
        notes.append(f"{undated} relationships of these pairs have no day at all and are in the table only.")
    if pairs > lanes:
        notes.append(f"{lanes} of {pairs} pairs of countries are drawn, those with most relationships.")
    return tuple(notes)


def _x(day: date, first: int, last: int) -> float:
    whole = (date(last + 1, 1, 1) - date(first, 1, 1)).days
    return LEFT + (RIGHT - LEFT) * (day - date(first, 1, 1)).days / whole


def _lane(graph: Graph, pair: Pair, lines: list[Line], y: float, first: int, last: int) -> tuple[float, str]:
    """Stack marks that would cover each other, upwards and downwards by turns from the middle."""
    stacks: dict[int, int] = {}
    placed: list[tuple[Line, float, int]] = []
    for line in by_time(lines):
        if line.day is None or not first <= line.day.year <= last:
            continue
        column = round(_x(line.day, first, last) / STEP)
        level = stacks[column] = stacks.get(column, -1) + 1
        placed.append((line, column * STEP, level))
    height = max(46.0, (max(stacks.values()) + 1) * STEP + 22)
    middle = y + height / 2
    parts = [tag("line", x1=LEFT, y1=middle, x2=RIGHT, y2=middle, stroke="#c4ccd5", class_="rule")]
    for line, x, level in placed:
        offset = (level + 1) // 2 * STEP * (1 if level % 2 else -1)
        tip = (
            line_words(line, graph)
            + (f"\n{LOW}" if line.low else "")
            + (f"\n{line.edge.quote}" if line.edge.quote else "")
        )
        parts.append(status_mark(x, middle + offset, colour(line.edge.type), line.edge.status, tip, 4.6))
    name = f"{country_name(pair[0], graph)} – {country_name(pair[1], graph)}"
    parts.append(text(20, middle + 4, fitted(name, LEFT - 36, 12.5), size=12.5, font_weight=600))
    return height, "".join(parts)


def _years(first: int, last: int, top: float, bottom: float) -> str:
    step = max(1, (last - first + 1) // 14 + (1 if (last - first + 1) % 14 and last - first >= 14 else 0))
    parts = []
    for year in range(first, last + 2):
        x = _x(date(year, 1, 1), first, last)
        if (year - first) % step == 0:
            parts.append(rule(x, top, x, bottom))
        if year <= last and (year - first) % step == 0:
            parts.append(text(x + 4, bottom + 14, year, size=11, soft=True))
    return "".join(parts)
