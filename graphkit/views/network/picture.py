"""The network as a still: what the page shows when it opens, as SVG, and everything in it as CSV and JSON."""

from __future__ import annotations

import json
from collections import defaultdict

from graphkit.model.claims import Status
from graphkit.views.chart import Chart
from graphkit.views.charts.rows import HEAD, by_time, line_rows
from graphkit.views.facts import Graph, Line
from graphkit.views.keys import status_key
from graphkit.views.network.page import arrange, node_size
from graphkit.views.network.payload import drawn_lines
from graphkit.views.network.ranking import RANKED_BY, weights
from graphkit.views.safe import short, web_link
from graphkit.views.styles import GREY, colour, phrase
from graphkit.views.svg import dashes, document, node_mark, num, tag, text, title


def draw_still(graph: Graph, heading: str = "Defence relations", most: int = 150) -> Chart:
    """Return the network as a static picture; its rows are all stated relationships, drawn or not."""
    positions, first = arrange(graph, most)
    stated = by_time(graph.told())
    if not first:
        svg = document(720, 120, [text(20, 92, "No relationship was found.", soft=True)], heading)
        return Chart(title=heading, svg=svg, head=HEAD, rows=(), notes=graph.notes)
    left, top = min(positions[k][0] for k in first) - 90, min(positions[k][1] for k in first) - 110
    width, height = max(positions[k][0] for k in first) - left + 90, max(positions[k][1] for k in first) - top + 90
    at: dict[str, tuple[float, float]] = {key: (positions[key][0] - left, positions[key][1] - top) for key in first}
    total = weights(graph)
    heaviest = max(total.values(), default=1)
    marks = [
        node_mark(*at[key], graph.entities[key].kind, graph.name(key), node_size(total[key], heaviest))
        + text(
            at[key][0],
            at[key][1] + node_size(total[key], heaviest) + 14,
            short(graph.name(key), 28),
            text_anchor="middle",
        )
        for key in sorted(first)
    ]
    notes = [*graph.notes]
    if len(first) < len(graph.entities):
        notes.append(f"{len(first)} of {len(graph.entities)} entities are drawn, ranked by {RANKED_BY}.")
    body = [*_strokes(graph, at), *marks, status_key(20, height - 18, strokes=True)]
    subtitle = f"{len(first)} of {len(graph.entities)} entities"
    return Chart(
        title=heading,
        svg=document(max(width, 480), height, body, heading, subtitle),
        head=HEAD,
        rows=line_rows(stated, graph),
        notes=tuple(notes),
        evidence=(),
    )


def _strokes(graph: Graph, at: dict[str, tuple[float, float]]) -> list[str]:
    bundles: dict[tuple[str, str], dict[tuple[str, Status, bool], list[Line]]] = defaultdict(dict)
    for line in drawn_lines(graph):
        edge = line.edge
        if edge.subject in at and edge.object in at and edge.subject != edge.object:
            pair = (min(edge.subject, edge.object), max(edge.subject, edge.object))
            bundles[pair].setdefault((edge.type, edge.status, line.low), []).append(line)
    strokes = []
    for pair, groups in sorted(bundles.items()):
        for place, (group, lines) in enumerate(sorted(groups.items())):
            strokes.append(
                _stroke(
                    at[pair[0]],
                    at[pair[1]],
                    (place - (len(groups) - 1) / 2) * 30,
                    group,
                    f"{graph.name(lines[0].edge.subject)} {phrase(group[0], group[1])} {graph.name(lines[0].edge.object)} ×{len(lines)}",
                )
            )
    return strokes


def _stroke(
    start: tuple[float, float], end: tuple[float, float], bend: float, group: tuple[str, Status, bool], tip: str
) -> str:
    type_, status, low = group
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
    across = ((end[1] - start[1]) / length, (start[0] - end[0]) / length)
    cx, cy = (start[0] + end[0]) / 2 + across[0] * bend, (start[1] + end[1]) / 2 + across[1] * bend
    quiet = colour(type_) == GREY
    path = tag(
        "path", title(tip), d=f"M{num(start[0])} {num(start[1])}Q{num(cx)} {num(cy)} {num(end[0])} {num(end[1])}", fill="none",
        stroke=colour(type_), stroke_width=1.0 if quiet else 1.6, stroke_opacity=0.55 if quiet else 0.85, stroke_dasharray=dashes(status, low),
    )  # fmt: skip
    if status is Status.DENIED:
        mx, my = (start[0] + 2 * cx + end[0]) / 4, (start[1] + 2 * cy + end[1]) / 4
        path += tag(
            "line",
            x1=mx - across[0] * 6,
            y1=my - across[1] * 6,
            x2=mx + across[0] * 6,
            y2=my + across[1] * 6,
            stroke=colour(type_),
            stroke_width=2.2,
        )
    return path


def graph_json(graph: Graph) -> str:
    """Return every entity and every stated relationship with all its sentences, and the positions of the page."""
    positions, first = arrange(graph)
    entities = [
        {
            "key": e.key, "name": e.name, "kind": e.kind.value, "country": graph.country(e.key), "aliases": list(e.aliases),
            "position": list(positions[e.key]), "drawn": e.key in set(first),
        }
        for e in graph.entities.values()
    ]  # fmt: skip
    lines = [_line_json(line) for line in graph.lines if line.edge.type != "TIE"]
    value = {"notes": list(graph.notes), "entities": entities, "relationships": lines}
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _line_json(line: Line) -> dict[str, object]:
    edge = line.edge
    return {
        "key": edge.key, "subject": edge.subject, "type": edge.type, "object": edge.object, "status": edge.status.value,
        "derived": edge.derived, "low": line.low, "item": edge.item, "office": edge.office, "role": edge.role,
        "sellers": list(line.sellers), "since": str(edge.since) if edge.since else None,
        "until": str(edge.until) if edge.until else None, "said": str(edge.said) if edge.said else None,
        "witnesses": edge.witnesses, "confidence": round(edge.confidence, 3),
        "sentences": [
            {
                "claim": f.key, "status": f.status.value, "sentence": f.quote, "outlet": f.outlet, "url": web_link(f.url),
                "published": str(f.published) if f.published else None, "confidence": round(f.confidence, 3),
            }
            for f in line.facts
        ],
    }  # fmt: skip
