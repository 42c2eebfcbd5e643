"""The deal register, in the columns of SIPRI's: brackets for what is uncertain.

Source: SIPRI, Arms Transfers Database, "Sources and methods": the trade registers and their columns. We count what
texts say, not deliveries that were verified.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.claims import Status
from graphkit.views.chart import Cell, day_words
from graphkit.views.charts.deals import UNSTAGED, Deal, Step
from graphkit.views.facts import Graph
from graphkit.views.safe import clean, web_link

HEAD = (
    "supplier", "recipient", "number ordered", "weapon designation", "year of order", "years of delivery",
    "number delivered", "status", "comments", "texts", "link",
)  # fmt: skip
SURE = 0.8  # below it a value stands in brackets


def register_rows(deals: Sequence[Deal], graph: Graph) -> tuple[tuple[Cell, ...], ...]:
    """Return one row for each deal under HEAD. In brackets: what one doubtful sentence says, what is only planned or
    proposed, and a year that is the report's and not the event's."""
    return tuple(_row(deal, graph) for deal in deals)


def _row(deal: Deal, graph: Graph) -> tuple[Cell, ...]:
    ordered = deal.first("contracted") or deal.first("approved")
    delivered = [step for step in deal.steps if step.stage in ("delivered", "inducted") and step.status is Status.DONE]
    links = [web_link(step.fact.url) for step in reversed(deal.steps)]
    return (
        ", ".join(_named(deal, seller, graph) for seller in deal.sellers) or None, clean(graph.name(deal.buyer)),
        _numbers(step for step in deal.steps if step not in delivered), clean(graph.name(deal.item)),
        _year(ordered), ", ".join(dict.fromkeys(filter(None, map(_year, delivered)))) or None, _numbers(delivered),
        standing(deal.latest), comments(deal), len({step.fact.group for step in deal.steps}), next(filter(None, links), None),
    )  # fmt: skip


def _named(deal: Deal, seller: str, graph: Graph) -> str:
    sure = any(step.fact.seller == seller and _sure(step) for step in deal.steps)
    name = clean(graph.name(seller))
    return name if sure else f"({name})"


def _sure(step: Step) -> bool:
    return step.fact.confidence >= SURE and step.status is Status.DONE and not step.line.low


def _numbers(steps: object) -> str | None:
    words: dict[str, bool] = {}
    for step in steps:  # type: ignore[attr-defined]
        quantity = step.fact.detail("quantity")
        if quantity:
            words[clean(quantity)] = words.get(clean(quantity), False) or _sure(step)
    return "; ".join(word if sure else f"({word})" for word, sure in words.items()) or None


def _year(step: Step | None) -> str | None:
    if step is None or step.day is None:
        return None
    return str(step.day.year) if step.event and _sure(step) else f"({step.day.year})"


def standing(step: Step) -> str:
    """Return how a deal stands: the stage, with the status unless it is done; `not said` needs the status alone."""
    if step.stage == UNSTAGED:
        return step.status.value
    return step.stage if step.status is Status.DONE else f"{step.stage} ({step.status.value})"


def comments(deal: Deal) -> str | None:
    """Return amounts, setbacks and who says otherwise, in words."""
    parts = [f"{clean(amount)}" for amount in deal.words("amount")]
    back = deal.backward()
    if back:
        parts.append(f"back to {standing(back)} on {day_words(back.day)}" if back.day else f"back to {standing(back)}")
    statuses = list(dict.fromkeys(step.status.value for step in deal.steps))
    if len(statuses) > 1:
        parts.append("told as " + ", ".join(statuses))
    if deal.low:
        parts.append("doubtful sentences only")
    return "; ".join(parts) or None
