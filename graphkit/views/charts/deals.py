"""Purchases as a register keeps them: one row for each buyer, system and order, computed for pictures, never stored.

An order begins anew when a later sentence speaks of seeking, offering or contracting what had been delivered or
cancelled before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graphkit.model.claims import Status
from graphkit.views.facts import Fact, Graph, Line

STAGES = ("sought", "offered", "approved", "negotiated", "contracted", "delivered", "inducted")
ASIDE = ("delayed", "cancelled")
UNSTAGED = "not said"
_FINISHED = {"delivered", "inducted", "cancelled"}
_BEGINS = {"sought", "offered", "approved", "negotiated", "contracted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One sentence of a deal's history: what stage it gives, and with which status."""

    day: date | None  # of the event, else of the report
    event: bool  # the day is the event's own
    stage: str
    status: Status
    fact: Fact
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Who buys what, from whom, as told by `steps` in the order of their days, undated ones first."""

    buyer: str
    item: str
    sellers: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def stage(self) -> str:
        """The stage that the latest sentence gives; of one day, the one farthest along."""
        return self.latest.stage

    @property
    def latest(self) -> Step:
        """The step that tells how it stands: the latest that gives a stage, else the latest."""
        told = [step for step in self.steps if step.stage != UNSTAGED] or list(self.steps)
        return told[-1]

    @property
    def low(self) -> bool:
        """Whether nothing but doubtful sentences speaks of it."""
        return all(step.line.low for step in self.steps)

    @property
    def told(self) -> tuple[Line, ...]:
        """The relationships behind it, each once."""
        return tuple(dict.fromkeys(step.line for step in self.steps))

    def first(self, *stages: str) -> Step | None:
        """The earliest step at one of these stages."""
        return next((step for step in self.steps if step.stage in stages), None)

    def words(self, name: str) -> tuple[str, ...]:
        """What the sentences say under `name` ("quantity"), each once."""
        return tuple(dict.fromkeys(words for step in self.steps if (words := step.fact.detail(name))))

    def backward(self) -> Step | None:
        """The latest step at which a deal fell behind a stage it had reached, or None."""
        reached, found = -1, None
        for step in self.steps:
            place = STAGES.index(step.stage) if step.stage in STAGES else None
            if place is not None and place < reached and step.day is not None:
                found = step
            reached = max(reached, place if place is not None else -1)
        return found


def deals(graph: Graph) -> list[Deal]:
    """Return the purchases that lines tell of, by buyer, item and order."""
    groups: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for line in graph.told():
        if line.edge.type == "PROCURES":
            groups[line.edge.subject, line.edge.object] += [_step(line, fact) for fact in line.facts]
    found = []
    for (buyer, item), steps in sorted(groups.items()):
        found += [_deal(buyer, item, order) for order in _orders(sorted(steps, key=_place))]
    return found


def _step(line: Line, fact: Fact) -> Step:
    stage = fact.detail("stage") or UNSTAGED
    return Step(
        day=fact.since or fact.published,
        event=fact.since is not None,
        stage=stage,
        status=fact.status,
        fact=fact,
        line=line,
    )


def _place(step: Step) -> tuple[date, int, str]:
    order = (UNSTAGED, *STAGES, *ASIDE)
    return (step.day or date.min, order.index(step.stage) if step.stage in order else 0, step.fact.key)


def _orders(steps: Iterable[Step]) -> list[list[Step]]:
    orders: list[list[Step]] = [[]]
    finished: Step | None = None
    for step in steps:
        begins = step.stage in _BEGINS and step.event and step.day is not None
        if finished and begins and finished.event and step.day != finished.day and step.status is not Status.DENIED:
            orders.append([])
            finished = None
        orders[-1].append(step)
        if step.stage in _FINISHED and step.status is not Status.PLANNED:
            finished = step
    return orders


def _deal(buyer: str, item: str, steps: list[Step]) -> Deal:
    sellers = tuple(dict.fromkeys(step.fact.seller for step in steps if step.fact.seller))
    return Deal(buyer=buyer, item=item, sellers=sellers, steps=tuple(steps))
