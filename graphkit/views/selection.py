"""Which part of the graph a view shows: one frozen value that every view takes, and what it means exactly.

A selection works on facts first (source, confidence, day of knowledge), then on the relationships that are left
(type, status, time, countries, witnesses). Nothing is dropped silently: what is left out stands in `Graph.notes`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from graphkit.model.claims import Status
from graphkit.model.graph import Edge
from graphkit.views.facts import Fact, Graph, Line, make_graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to show. Every part is optional; all that are given must hold.

    - `country`, `with_`: keys of entities. A relationship concerns an entity if the entity, or somebody or
      something of that country, stands at one of its ends or sells in it. With both, it concerns the one and the other.
    - `types`, `statuses`: relation names and statuses; empty means all. Derived relationships follow the
      facts they are computed from.
    - `since`, `until`: first and last day, included. A relationship is in if its event overlaps them; without a
      day of the event the earliest publication counts; without both it is undated and left out, which is said.
    - `sources`: outlet names or article keys; only their sentences remain.
    - `min_witnesses`: independent texts that say it. `min_confidence`: of each sentence; below the graph's threshold
      it also lets in sentences that were too doubtful to fold, drawn as such.
    - `as_of`: only what had been published by that day (a sentence of an article without a date is left out).
    """

    country: str | None = None
    with_: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    min_witnesses: int = 1
    min_confidence: float | None = None
    as_of: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"the last day ({self.until}) is before the first ({self.since})")
        if self.with_ and not self.country:
            raise ValueError("`with_` needs a `country`: a relationship between the one and the other")
        if self.min_witnesses < 1:
            raise ValueError(f"min_witnesses is {self.min_witnesses}; every relationship has at least one")

    def words(self, name: Callable[[str], str]) -> str:
        """Return the selection as one line for a reader, entities under their names; empty if it is everything."""
        parts = []
        if self.country:
            parts.append(name(self.country) + (f" with {name(self.with_)}" if self.with_ else ""))
        parts += [", ".join(self.types)] if self.types else []
        parts += [", ".join(self.statuses)] if self.statuses else []
        if self.since or self.until:
            parts.append(f"{self.since or 'beginning'} to {self.until or 'now'}")
        parts += ["sources: " + ", ".join(self.sources)] if self.sources else []
        parts += [f"at least {self.min_witnesses} independent texts"] if self.min_witnesses > 1 else []
        parts += [f"confidence from {self.min_confidence:g}"] if self.min_confidence is not None else []
        parts += [f"as known on {self.as_of}"] if self.as_of else []
        return " · ".join(parts)


def select(graph: Graph, selection: Selection) -> Graph:
    """Return the part of `graph` that the selection asks for, with notes on what time could not place."""
    narrowed = [line for line in (narrow(line, selection) for line in graph.lines) if line is not None]
    lines = [line for line in narrowed if _wanted(line, selection, graph)]
    notes: list[str] = list(graph.notes)
    doubtful = sum(line.low for line in lines)
    if doubtful:
        notes.append(
            f"{doubtful} doubtful ones, below a confidence of {graph.threshold:g}, are marked and counted nowhere."
        )
    if selection.since or selection.until:
        undated = sum(line.day is None for line in lines if not line.edge.derived)
        lines = [line for line in lines if _in_time(line, selection)]
        by_print = sum(line.edge.since is None for line in lines if not line.edge.derived)
        notes += _time_notes(undated, by_print)
    return make_graph(
        graph.entities, lines, coverage=graph.coverage, places=graph.places, homes=graph.homes,
        threshold=graph.threshold, notes=tuple(notes),
    )  # fmt: skip


def narrow(line: Line, selection: Selection) -> Line | None:
    """Return the line as the wanted facts alone tell it, or None if none of them is left."""
    facts = tuple(fact for fact in line.facts if _fact_wanted(fact, selection))
    if len(facts) == len(line.facts):
        return line
    return replace(line, edge=retell(line.edge, facts), facts=facts) if facts else None


def retell(edge: Edge, facts: tuple[Fact, ...]) -> Edge:
    """Return `edge` with its summary made from fewer facts than it was folded from."""
    clearest = min(facts, key=lambda fact: (-fact.confidence, fact.published or date.max, fact.key))
    started = [fact.since for fact in facts if fact.since]
    ended = [fact.until or fact.since for fact in facts if fact.since]
    printed = [fact.published for fact in facts if fact.published]
    return replace(
        edge,
        claims=tuple(fact.key for fact in facts),
        witnesses=len({fact.group for fact in facts}),
        articles=len({fact.article for fact in facts}),
        confidence=clearest.confidence,
        since=min(started, default=None),
        until=max((day for day in ended if day), default=None),
        said=min(printed, default=None),
        quote=clearest.quote,
        url=clearest.url,
        published=clearest.published,
        sellers=(),  # names, which facts do not have: `Line.sellers` has the keys
        stages=_unique(tuple(fact.detail("stage") for fact in facts)),
        quantities=_unique(tuple(fact.detail("quantity") for fact in facts)),
        amounts=_unique(tuple(fact.detail("amount") for fact in facts)),
    )


def _unique(words: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _fact_wanted(fact: Fact, selection: Selection) -> bool:
    if selection.sources and fact.outlet not in selection.sources and fact.article not in selection.sources:
        return False
    if selection.min_confidence is not None and fact.confidence < selection.min_confidence:
        return False
    return not selection.as_of or (fact.published is not None and fact.published <= selection.as_of)


def _wanted(line: Line, selection: Selection, graph: Graph) -> bool:
    edge = line.edge
    if selection.statuses and edge.status not in selection.statuses:
        return False
    if selection.types and edge.type not in selection.types:
        return False
    if edge.witnesses < selection.min_witnesses:
        return False
    if selection.country and not concerns(line.parties, selection.country, graph):
        return False
    return not selection.with_ or concerns(line.parties, selection.with_, graph)


def concerns(parties: tuple[str, ...], wanted: str, graph: Graph) -> bool:
    """Whether one of `parties` is the entity `wanted` or, for a country, of that country."""
    code = wanted.removeprefix("country:") if wanted.startswith("country:") else None
    return any(party == wanted or (code is not None and graph.country(party) == code) for party in parties)


def _in_time(line: Line, selection: Selection) -> bool:
    first, last = line.day, line.last_day
    if first is None or last is None:
        return False
    return (selection.since is None or last >= selection.since) and (
        selection.until is None or first <= selection.until
    )


def _time_notes(undated: int, by_print: int) -> list[str]:
    notes = []
    if by_print:
        notes.append(f"{by_print} relationships without a day of the event are placed by their earliest publication.")
    if undated:
        notes.append(f"{undated} relationships without any day are left out by the time filter.")
    return notes
