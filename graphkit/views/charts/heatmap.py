"""Counts in cells: a country with each partner by year, or every country with every other."""

from __future__ import annotations

from collections import Counter

from graphkit.model.claims import Status
from graphkit.views.chart import EMPTY, Cell, Chart
from graphkit.views.charts.pairs import busiest_pairs, country_name, country_pairs, partners_of
from graphkit.views.facts import Graph, Line
from graphkit.views.svg import document, fitted, tag, text, title

ROWS = 14
YEARS = 16
LABEL = 150
_PALE, _DEEP = (232, 240, 248), (16, 78, 139)


def draw_heatmap(graph: Graph, country: str | None = None, *, status: Status = Status.DONE, most: int = ROWS) -> Chart:
    """Return relationships of one status, counted: with `country` (an ISO code) partners by year, without it
    countries by countries. Statuses are never added up: the others are counted in a note."""
    stated = graph.stated()
    other = Counter(
        line.edge.status for line in stated if line.edge.status is not status and country_pairs(line, graph)
    )
    told = ", ".join(f"{other[each]} {each.value}" for each in Status if other[each])
    notes = [*graph.notes, "Numbers are relationships found in texts, not volumes or values. " + EMPTY]
    if told:
        notes.append(f"Counted here: {status.value}. Not counted: {told}.")
    kept = {line.edge.key for line in stated if line.edge.status is status}
    chart = _by_year(graph, country, kept, status, most) if country else _by_pair(graph, kept, status, most)
    return Chart(title=chart.title, svg=chart.svg, head=chart.head, rows=chart.rows, notes=(*notes, *chart.notes))


def _by_year(graph: Graph, country: str, kept: set[str], status: Status, most: int) -> Chart:
    partners = [
        (code, [line for line in lines if line.edge.key in kept]) for code, lines in partners_of(country, graph)
    ]
    partners = sorted(((c, lines) for c, lines in partners if lines), key=lambda item: (-len(item[1]), item[0]))
    shown = partners[:most]
    days = sorted(line.day.year for _, lines in shown for line in lines if line.day)
    first = max(days[0], days[-1] - YEARS + 1) if days else 0
    columns = [str(year) for year in range(first, days[-1] + 1)] if days else []
    earlier = [f"before {first}"] if days and days[0] < first else []
    columns = earlier + columns + (["undated"] if any(line.day is None for _, lines in shown for line in lines) else [])
    counts: Counter[tuple[str, str]] = Counter()
    for code, lines in shown:
        for line in lines:
            counts[code, _column(line, first)] += 1
    names = {code: country_name(code, graph) for code, _ in shown}
    heading = f"{country_name(country, graph)} and its partners by year: {status.value}"
    notes = (
        (f"{len(shown)} of {len(partners)} partners are shown, those with most relationships.",)
        if len(partners) > len(shown)
        else ()
    )
    return _grid(
        heading,
        "by the year of the event, else of the report",
        [c for c, _ in shown],
        names,
        columns,
        {c: c for c in columns},
        counts,
        ("country", "year"),
        notes,
    )


def _column(line: Line, first: int) -> str:
    if line.day is None:
        return "undated"
    return str(line.day.year) if line.day.year >= first else f"before {first}"


def _by_pair(graph: Graph, kept: set[str], status: Status, most: int) -> Chart:
    counts: Counter[tuple[str, str]] = Counter()
    for (a, b), lines in busiest_pairs(graph):
        n = _kept(lines, kept)
        if n:
            counts[a, b] = counts[b, a] = n
    weight = Counter(a for (a, _), n in counts.items() for _ in range(n))
    ranked = sorted(weight, key=lambda code: (-weight[code], code))
    shown = ranked[:most]
    names = {code: country_name(code, graph) for code in shown}
    counts = Counter({pair: n for pair, n in counts.items() if pair[0] in names and pair[1] in names})
    notes = (
        (f"{len(shown)} of {len(ranked)} countries are shown, those with most relationships.",)
        if len(ranked) > len(shown)
        else ()
    )
    return _grid(
        f"Countries with countries: {status.value}",
        "relationships between the two, in either direction",
        shown,
        names,
        shown,
        names,
        counts,
        ("country", "country and"),
        notes,
    )


def _kept(lines: list[Line], kept: set[str]) -> int:
    return sum(line.edge.key in kept for line in lines)


def _grid(
    heading: str, subtitle: str, rows: list[str], row_names: dict[str, str], columns: list[str], column_names: dict[str, str],
    counts: Counter[tuple[str, str]], head: tuple[str, str], notes: tuple[str, ...],
) -> Chart:  # fmt: skip
    if not rows or not columns:
        svg = document(
            720, 120, [text(20, 92, "No such relationship between countries was found.", soft=True)], heading
        )
        return Chart(title=heading, svg=svg, head=(*head, "relationships"), rows=(), notes=notes)
    side = max(34.0, min(64.0, 840 / len(columns)))
    slanted = any(len(column_names[c]) * 6.6 > side for c in columns)
    top = 150.0 if slanted else 96.0
    most = max(counts.values(), default=1)
    body = [
        _column_name(column_names[c], LABEL + 20 + i * side + side / 2, top - 8, slanted) for i, c in enumerate(columns)
    ]
    for place, row in enumerate(rows):
        y = top + place * 30
        body.append(text(LABEL + 10, y + 19, fitted(row_names[row], LABEL - 6), text_anchor="end", font_weight=600))
        for i, column in enumerate(columns):
            body.append(
                _cell(
                    LABEL + 20 + i * side,
                    y,
                    side,
                    counts.get((row, column), 0),
                    most,
                    f"{row_names[row]}, {column_names[column]}",
                    row == column,
                )
            )
    width = max(720.0, LABEL + 44 + side * len(columns) + (60 if slanted else 0))
    table: list[tuple[Cell, ...]] = [
        (row_names[r], column_names[c], counts[r, c]) for r in rows for c in columns if counts.get((r, c))
    ]
    return Chart(
        title=heading,
        svg=document(width, top + 30 * len(rows) + 24, body, heading, subtitle),
        head=(*head, "relationships"),
        rows=tuple(table),
        notes=notes,
    )


def _column_name(name: str, x: float, y: float, slanted: bool) -> str:
    if slanted:
        return text(x - 4, y, fitted(name, 108), size=11.5, soft=True, transform=f"rotate(-40 {x - 4:.1f} {y:.1f})")
    return text(x, y, name, size=11.5, soft=True, text_anchor="middle")


def _cell(x: float, y: float, side: float, count: int, most: int, where: str, same: bool) -> str:
    place = {"x": float(x + 1), "y": float(y + 1), "width": side - 2, "height": 28.0, "rx": 3}
    if not count:
        return (
            ""
            if same
            else tag("rect", title(f"{where}: no report found"), fill="none", stroke="#dfe3e8", class_="rule", **place)
        )
    share = 0.08 + 0.92 * (count / most) ** 0.8 if most > 1 else 0.3
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(_PALE, _DEEP, strict=True))
    ink = "#ffffff" if share > 0.45 else "#1a2129"
    number = tag(
        "text", str(count), x=float(x + side / 2), y=float(y + 19), fill=ink, text_anchor="middle", font_weight=600
    )
    return tag("rect", title(f"{where}: {count}"), fill=f"#{red:02x}{green:02x}{blue:02x}", **place) + number
