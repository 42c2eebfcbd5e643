"""Where purchases stand: every deal on a row, its history as marks from sought to in service, and how old the news is."""

from __future__ import annotations

from datetime import date

from graphkit.model.claims import Status
from graphkit.views.chart import Chart, day_words
from graphkit.views.charts.deals import ASIDE, STAGES, UNSTAGED, Deal, Step, deals
from graphkit.views.charts.register import HEAD, register_rows, standing
from graphkit.views.facts import Graph
from graphkit.views.keys import status_key
from graphkit.views.safe import clean
from graphkit.views.styles import colour
from graphkit.views.svg import document, fitted, rule, status_mark, tag, text

LEFT, STEP, ROW = 250, 84, 34
COLUMNS = (*STAGES, *ASIDE, UNSTAGED)
WIDTH = LEFT + STEP * len(COLUMNS) + 130
MOST = 30
OLD_DAYS = 730


def draw_pipeline(graph: Graph, as_of: date | None = None, most: int = MOST) -> Chart:
    """Return the procurement pipeline. Ages count to `as_of`, without it to the last day on which anything was printed."""
    found = deals(graph)
    day = as_of or graph.coverage.last or max((s.day for d in found for s in d.steps if s.day), default=None)
    found.sort(key=lambda deal: (-_reached(deal), -(deal.latest.day or date.min).toordinal(), deal.buyer, deal.item))
    shown = found[:most]
    heading = "Procurement pipeline"
    body = [_heads(len(shown))]
    body += [_row(graph, deal, 104 + place * ROW, day) for place, deal in enumerate(shown)]
    if not shown:
        body = [text(20, 92, "No purchase was found.", soft=True)]
    height = 104 + len(shown) * ROW + 40
    notes = [
        *graph.notes,
        f"Ages count to {day}. A stage is what the latest sentence gives, filled only if it is told as done."
        if day
        else "",
    ]
    if len(found) > len(shown):
        notes.append(f"{len(shown)} of {len(found)} deals are drawn, those farthest along; all are in the table.")
    key = status_key(LEFT - 6, height - 16) if shown else ""
    return Chart(
        title=heading, svg=document(WIDTH, height, [*body, key], heading, f"{len(found)} deals, the latest stage of each as texts tell it"),
        head=HEAD, rows=register_rows(found, graph), notes=tuple(filter(None, notes)),
        evidence=tuple(dict.fromkeys(line for deal in shown for line in deal.told)),
    )  # fmt: skip


def _reached(deal: Deal) -> int:
    return STAGES.index(deal.stage) if deal.stage in STAGES else -1


def _x(stage: str) -> float:
    return LEFT + STEP * ((COLUMNS.index(stage) if stage in COLUMNS else len(COLUMNS) - 1) + 0.5)


def _heads(rows: int) -> str:
    parts = []
    for stage in COLUMNS:
        parts.append(text(_x(stage), 80, stage, size=11.5, soft=True, text_anchor="middle", font_weight=600))
        parts.append(rule(_x(stage), 88, _x(stage), 92 + rows * ROW))
    return "".join([*parts, text(WIDTH - 118, 80, "last news", size=11.5, soft=True, font_weight=600)])


def _row(graph: Graph, deal: Deal, y: float, day: date | None) -> str:
    middle = y + 4
    ink = colour("PROCURES")
    sellers = ", ".join(graph.name(seller) for seller in deal.sellers)
    who = graph.name(deal.buyer) + (f" from {sellers}" if sellers else "")
    parts = [
        text(20, y + 1, fitted(graph.name(deal.item), LEFT - 30, 13), size=13, font_weight=600),
        text(20, y + 15, fitted(who, LEFT - 30, 11), size=11, soft=True),
        rule(20, y + 21, WIDTH - 20, y + 21),
    ]
    staged = [step for step in deal.steps if step.stage in STAGES]
    if len(staged) > 1:
        parts.append(
            tag(
                "line",
                x1=min(map(_stage_x, staged)),
                y1=middle,
                x2=max(map(_stage_x, staged)),
                y2=middle,
                stroke=ink,
                stroke_opacity=0.35,
                stroke_width=2.0,
            )
        )
    latest = deal.latest
    for stage in COLUMNS:
        told = [step for step in deal.steps if step.stage == stage]
        parts += [_mark(step, _x(stage) + offset, middle, ink, step is latest) for step, offset in _one_each(told)]
    return "".join([*parts, _age(latest, y, day, deal)])


def _stage_x(step: Step) -> float:
    return _x(step.stage)


def _one_each(told: list[Step]) -> list[tuple[Step, float]]:
    """Of several sentences at one stage the latest of each status, side by side."""
    latest: dict[Status, Step] = {step.status: step for step in told}
    kept = [latest[status] for status in Status if status in latest]
    return [(step, (place - (len(kept) - 1) / 2) * 14) for place, step in enumerate(kept)]


def _mark(step: Step, x: float, y: float, ink: str, latest: bool) -> str:
    when = day_words(step.day) if step.day else "undated"
    tip = f"{standing(step)}, {when}\n{clean(step.fact.quote)}\n{clean(step.fact.outlet)}"
    ring = tag("circle", cx=float(x), cy=float(y), r=9.0, fill="none", stroke=ink, stroke_width=1.0) if latest else ""
    return ring + status_mark(x, y, ink, step.status, tip, 5.5)


def _age(latest: Step, y: float, day: date | None, deal: Deal) -> str:
    if latest.day is None:
        return text(WIDTH - 118, y + 8, "undated", size=11.5, soft=True)
    days = (day - latest.day).days if day else 0
    age = f", {days // 365} y" if days >= 365 else f", {days // 30} mo" if days >= 60 else ""
    back = " ↩" if deal.backward() else ""
    old = days > OLD_DAYS
    return text(
        WIDTH - 118, y + 8, f"{latest.day:%Y-%m}{age}{back}", size=11.5, soft=not old, font_weight=600 if old else None
    )
