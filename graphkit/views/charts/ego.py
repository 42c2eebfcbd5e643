"""One entity and its neighbours: the middle is fixed, kin stand side by side, nearest by weight of texts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from graphkit.model.claims import Kind, Status
from graphkit.views.chart import Chart, line_words
from graphkit.views.charts.rows import HEAD, latest_first, line_rows
from graphkit.views.facts import Graph, Line
from graphkit.views.keys import status_key, type_key
from graphkit.views.safe import short
from graphkit.views.styles import LINE_STYLES, TYPES, colour, phrase
from graphkit.views.svg import dashes, document, fitted, node_mark, num, tag, text, title, width_of

WIDTH, HEIGHT = 1040, 720
MOST_VERBS = 16  # with more strokes their words would print over each other: the key has the colours
MOST = 36
_KIND_ORDER = {kind: place for place, kind in enumerate(Kind)}


def draw_ego(graph: Graph, key: str, most: int = MOST) -> Chart:
    """Return the neighbourhood of the entity `key`, at most `most` neighbours, those with most independent texts first."""
    lines = [line for line in graph.told() if key in (line.edge.subject, line.edge.object)]
    # What a seller sells is stated too, but stands between buyer and system.
    lines += [
        line for line in graph.lines if line.edge.type == "SUPPLIES" and key in (line.edge.subject, line.edge.object)
    ]
    near = _neighbours(lines, key)
    ranked = sorted(near, key=lambda other: (-sum(line.edge.witnesses for line in near[other]), other))
    chosen = sorted(ranked[:most], key=lambda other: (_kind_place(graph, other), other))
    evidence = latest_first(line for line in lines if _other(line, key) in chosen)
    left_out = len(ranked) - len(chosen)
    notes = (
        [
            f"{left_out} more neighbours are not drawn: {len(chosen)} of {len(ranked)} shown, ranked by independent texts."
        ]
        if left_out
        else []
    )
    name = graph.name(key)
    types = [type_ for type_ in TYPES if any(line.edge.type == type_ for line in evidence)]
    key_height, names = type_key(types, 26, HEIGHT - 4, WIDTH - 20)
    body = [_body(graph, key, chosen, near), status_key(20, HEIGHT - 20, strokes=True), names]
    return Chart(
        title=f"{name} and its neighbours",
        svg=document(WIDTH, HEIGHT + key_height + 8, body, f"{name} and its neighbours", f"{len(chosen)} of {len(ranked)} neighbours, {len(evidence)} relationships"),
        head=HEAD, rows=line_rows(evidence, graph), notes=(*notes, *graph.notes), evidence=tuple(evidence),
    )  # fmt: skip


def _other(line: Line, key: str) -> str:
    return line.edge.object if line.edge.subject == key else line.edge.subject


def _neighbours(lines: list[Line], key: str) -> dict[str, list[Line]]:
    near: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if _other(line, key) != key:
            near[_other(line, key)].append(line)
    return dict(near)


def _kind_place(graph: Graph, key: str) -> int:
    entity = graph.entities.get(key)
    return _KIND_ORDER[entity.kind] if entity else len(_KIND_ORDER)


def _body(graph: Graph, key: str, chosen: list[str], near: dict[str, list[Line]]) -> str:
    centre = (WIDTH / 2, HEIGHT / 2 + 12)
    strokes, marks = [], []
    worded = sum(len({(line.edge.type, line.edge.status) for line in near[other]}) for other in chosen) <= MOST_VERBS
    for place, other in enumerate(chosen):
        turn = 2 * math.pi * (place + 0.5) / len(chosen) - math.pi / 2
        reach = 1.0 if len(chosen) <= 16 or place % 2 == 0 else 0.8
        x, y = centre[0] + 350 * reach * math.cos(turn), centre[1] + 252 * reach * math.sin(turn)
        strokes.append(_strokes(graph, near[other], centre, (x, y), worded))
        marks.append(_node(graph, other, x, y, math.cos(turn)))
    marks.append(_centre(graph, key, centre))
    return "".join(strokes + marks)


def _strokes(
    graph: Graph, lines: list[Line], start: tuple[float, float], end: tuple[float, float], worded: bool
) -> str:
    """One stroke for each type and status of a pair, side by side, with the verb on the first."""
    groups = Counter((line.edge.type, line.edge.status, line.low) for line in lines)
    order = sorted(groups, key=lambda group: (group[0], list(LINE_STYLES).index(group[1]), group[2]))
    length = math.dist(start, end) or 1.0
    across = ((end[1] - start[1]) / length, (start[0] - end[0]) / length)
    parts = []
    for place, group in enumerate(order):
        type_, status, low = group
        bend = (place - (len(order) - 1) / 2) * 26
        middle = ((start[0] + end[0]) / 2 + across[0] * bend * 2, (start[1] + end[1]) / 2 + across[1] * bend * 2)
        tip = "\n".join(
            line_words(line, graph) for line in lines if (line.edge.type, line.edge.status, line.low) == group
        )
        path = f"M{num(start[0])} {num(start[1])}Q{num(middle[0])} {num(middle[1])} {num(end[0])} {num(end[1])}"
        parts.append(
            tag(
                "path",
                title(tip),
                d=path,
                fill="none",
                stroke=colour(type_),
                stroke_width=1.8,
                stroke_dasharray=dashes(status, low),
            )
        )
        half = ((start[0] + 2 * middle[0] + end[0]) / 4, (start[1] + 2 * middle[1] + end[1]) / 4)
        if status is Status.DENIED:
            parts.append(_bar(half, across, colour(type_)))
        parts.append(_verb(type_, status, groups[group], half, start, end) if worded and len(order) <= 3 else "")
    return "".join(parts)


def _bar(at: tuple[float, float], across: tuple[float, float], ink: str) -> str:
    dx, dy = across[0] * 6, across[1] * 6
    return tag("line", x1=at[0] - dx, y1=at[1] - dy, x2=at[0] + dx, y2=at[1] + dy, stroke=ink, stroke_width=2.2)


def _verb(
    type_: str,
    status: Status,
    count: int,
    half: tuple[float, float],
    start: tuple[float, float],
    end: tuple[float, float],
) -> str:
    words = phrase(type_, status) + (f" ×{count}" if count > 1 else "")
    # Two thirds out: near the middle the words of all strokes would print over each other.
    x, y = half[0] + (end[0] - start[0]) * 0.16, half[1] + (end[1] - start[1]) * 0.16
    return text(x, y + 3, words, size=11, soft=True, text_anchor="middle", halo=True)


def _node(graph: Graph, key: str, x: float, y: float, side: float) -> str:
    entity = graph.entities.get(key)
    kind = entity.kind if entity else Kind.ORGANISATION
    name = fitted(graph.name(key), 176)
    anchor = "start" if side > 0.25 else "end" if side < -0.25 else "middle"
    dx = {"start": 14.0, "end": -14.0, "middle": 0.0}[anchor]
    dy = 4.0 if anchor != "middle" else (24.0 if y > HEIGHT / 2 else -15.0)
    return node_mark(x, y, kind, graph.name(key)) + text(
        x + dx, y + dy, name, text_anchor=anchor, font_weight=600 if kind is Kind.COUNTRY else None
    )


def _centre(graph: Graph, key: str, centre: tuple[float, float]) -> str:
    entity = graph.entities.get(key)
    name = short(graph.name(key), 40)
    plate = width_of(name, 15) + 20
    return (
        node_mark(*centre, entity.kind if entity else Kind.ORGANISATION, graph.name(key), 17)
        + tag(
            "rect",
            x=centre[0] - plate / 2,
            y=centre[1] + 20,
            width=plate,
            height=24,
            rx=6,
            fill="#ffffff",
            fill_opacity=0.88,
            class_="paper",
        )
        + text(centre[0], centre[1] + 37, name, size=15, font_weight=650, text_anchor="middle")
    )
