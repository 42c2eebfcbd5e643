"""Countries on a map, an arc for each pair: as wide as there are relationships, one arc for each status."""

from __future__ import annotations

import math

from graphkit.model.claims import Status
from graphkit.views.chart import EMPTY, Cell, Chart
from graphkit.views.charts.pairs import Pair, busiest_pairs, country_name
from graphkit.views.coast import outline
from graphkit.views.facts import Graph, Line, Place
from graphkit.views.keys import status_key
from graphkit.views.styles import LINE_STYLES
from graphkit.views.svg import dashes, document, num, tag, text, title, width_of

WIDTH = 1040
INK = "#2f6fb3"
HEAD = ("country", "and", "status", "relationships", "since", "until")
Point = tuple[float, float]


def draw_map(graph: Graph) -> Chart:
    """Return the map. Coastlines only: no border is drawn. Countries whose place is not known are named in a note."""
    groups = _groups(graph)
    placed = {pair: lines for pair, lines in groups.items() if pair[0] in graph.places and pair[1] in graph.places}
    missing = sorted({code for pair in groups for code in pair if code not in graph.places})
    heading = "Who deals with whom"
    codes = sorted({code for pair in placed for code in pair})
    notes = [*graph.notes, "Coastlines only: the map takes no position on borders. " + EMPTY]
    if missing:
        notes.append(
            "Not on the map, for their place is not known: "
            + ", ".join(country_name(code, graph) for code in missing)
            + "."
        )
    rows = tuple(_row(graph, pair, status, lines) for pair, by in groups.items() for status, lines in by.items())
    if not codes:
        svg = document(
            720,
            120,
            [text(20, 92, "No relationship between countries with a known place was found.", soft=True)],
            heading,
        )
        return Chart(title=heading, svg=svg, head=HEAD, rows=rows, notes=tuple(notes))
    frame = _Frame([graph.places[code] for code in codes])
    lines = [line for by in groups.values() for each in by.values() for line in each]
    body = [_land(frame), *_arcs(graph, placed, frame), *_names(graph, codes, frame), _foot(frame)]
    subtitle = f"{len(set(lines))} relationships of {len(codes)} countries; the wider, the more relationships"
    return Chart(
        title=heading, svg=document(WIDTH, frame.bottom + 44, body, heading, subtitle), head=HEAD, rows=rows,
        notes=tuple(notes), evidence=tuple(sorted(set(lines), key=lambda line: line.edge.key)),
    )  # fmt: skip


def _groups(graph: Graph) -> dict[Pair, dict[Status, list[Line]]]:
    groups: dict[Pair, dict[Status, list[Line]]] = {}
    for pair, lines in busiest_pairs(graph):
        by = {status: [line for line in lines if line.edge.status is status and not line.low] for status in LINE_STYLES}
        groups[pair] = {status: each for status, each in by.items() if each}
    return groups


def _row(graph: Graph, pair: Pair, status: Status, lines: list[Line]) -> tuple[Cell, ...]:
    days = [line.day for line in lines if line.day]
    ends = [line.last_day for line in lines if line.last_day]
    return (
        country_name(pair[0], graph),
        country_name(pair[1], graph),
        status.value,
        len(lines),
        str(min(days)) if days else None,
        str(max(ends)) if ends else None,
    )


class _Frame:
    """Plate carrée, true at the middle latitude, cut to what is shown."""

    top = 68.0

    def __init__(self, places: list[Place]) -> None:
        west, east = min(p.longitude for p in places) - 14, max(p.longitude for p in places) + 14
        south, north = min(p.latitude for p in places) - 10, max(p.latitude for p in places) + 12
        self.squeeze = math.cos(math.radians(max(-60.0, min(60.0, (south + north) / 2))))
        # Never flatter than 2.4 to 1 nor steeper than 1.3 to 1: a strip of the world is hard to recognise.
        wide, high = max((east - west) * self.squeeze, 30.0), max(north - south, 18.0)
        high = max(high, wide / 2.4)
        wide = max(wide, high * 1.3)
        middle = ((west + east) / 2, (south + north) / 2)
        self.west, self.north = middle[0] - wide / 2 / self.squeeze, middle[1] + high / 2
        self.scale = WIDTH / wide
        self.bottom = self.top + high * self.scale

    def at(self, longitude: float, latitude: float) -> Point:
        return (longitude - self.west) * self.squeeze * self.scale, self.top + (self.north - latitude) * self.scale


def _land(frame: _Frame) -> str:
    paths = []
    for ring in outline():
        points = [frame.at(*point) for point in ring]
        if all(x < 0 for x, _ in points) or all(x > WIDTH for x, _ in points):
            continue
        if all(y < frame.top for _, y in points) or all(y > frame.bottom for _, y in points):
            continue
        paths.append("M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z")
    window = tag("clipPath", tag("rect", x=0, y=frame.top, width=WIDTH, height=frame.bottom - frame.top), id="window")
    land = tag(
        "path",
        d="".join(paths),
        fill="#eef1f3",
        stroke="#c9d0d7",
        stroke_width=0.8,
        class_="land",
        clip_path="url(#window)",
    )
    return window + land


def _arcs(graph: Graph, groups: dict[Pair, dict[Status, list[Line]]], frame: _Frame) -> list[str]:
    arcs = []
    for (a, b), by in groups.items():
        start, end = (frame.at(graph.places[code].longitude, graph.places[code].latitude) for code in (a, b))
        for place, (status, lines) in enumerate(by.items()):
            arcs.append(
                _arc(
                    start,
                    end,
                    0.16 + 0.07 * place,
                    status,
                    len(lines),
                    f"{country_name(a, graph)} – {country_name(b, graph)}: {len(lines)} {status.value}",
                )
            )
    return arcs


def _arc(start: Point, end: Point, bend: float, status: Status, count: int, tip: str) -> str:
    (x1, y1), (x2, y2) = (start, end) if start <= end else (end, start)
    length = math.dist(start, end)
    rise = min(length * bend, 110.0)
    cx, cy = (x1 + x2) / 2 + (y2 - y1) / (length or 1) * rise, (y1 + y2) / 2 - (x2 - x1) / (length or 1) * rise
    path = f"M{num(x1)} {num(y1)}Q{num(cx)} {num(cy)} {num(x2)} {num(y2)}"
    width = 1.2 + 1.1 * math.log2(1 + count)
    arc = tag(
        "path",
        title(tip),
        d=path,
        fill="none",
        stroke=INK,
        stroke_width=width,
        stroke_opacity=0.75,
        stroke_dasharray=dashes(status),
    )
    if status is Status.DENIED:
        mx, my = (x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4
        arc += tag("path", d=f"M{num(mx - 4)} {num(my - 4)}l8 8m0 -8l-8 8", stroke=INK, stroke_width=1.8)
    return arc


def _names(graph: Graph, codes: list[str], frame: _Frame) -> list[str]:
    """Name each point where its name covers no other; the points themselves are always there."""
    points = {code: frame.at(graph.places[code].longitude, graph.places[code].latitude) for code in codes}
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in points.values()]
    parts = [
        tag(
            "circle",
            title(country_name(code, graph)),
            cx=points[code][0],
            cy=points[code][1],
            r=4.5,
            fill=INK,
            stroke="#ffffff",
            stroke_width=1.5,
        )
        for code in codes
    ]
    for code in codes:
        name = country_name(code, graph)
        x, y = points[code]
        wide = width_of(name, 12)
        for dx, dy in ((8, 4), (-8 - wide, 4), (-wide / 2, -9), (-wide / 2, 18)):
            box = (x + dx, y + dy - 10, x + dx + wide, y + dy + 3)
            if box[0] >= 2 and box[2] <= WIDTH - 2 and not any(_meet(box, other) for other in taken):
                taken.append(box)
                parts.append(text(x + dx, y + dy, name, font_weight=600, halo=True))
                break
    return parts


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _foot(frame: _Frame) -> str:
    return status_key(20, frame.bottom + 24, INK, strokes=True)
