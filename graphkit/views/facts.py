"""What a picture is drawn from: entities and relationships, each with the sentences that say so, as plain values.

Whoever has a store collects these (`graphkit.workflows.draw`); the views know neither stores nor files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graphkit.model.claims import Status
from graphkit.model.graph import Edge, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One claim as pictures show it: who printed which sentence when, and what exactly it says.

    `group` is the witness group of its article: facts of one group are one witness. `details` are
    (name, words) pairs such as ("stage", "contracted"), in a fixed order.
    """

    key: str
    status: Status
    quote: str
    article: str
    group: str
    outlet: str  # its name, empty if unknown
    official: bool = False
    title: str = ""
    url: str | None = None
    published: date | None = None
    since: date | None = None
    until: date | None = None
    when: str = ""
    confidence: float = 1.0
    origin: str = ""
    seller: str | None = None  # PROCURES: an entity's key
    details: tuple[tuple[str, str], ...] = ()

    def detail(self, name: str) -> str | None:
        """Return what the passage says under `name`, or None."""
        return next((words for key, words in self.details if key == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A relationship with its facts, by claim key. `low`: made of claims below the graph's threshold."""

    edge: Edge
    facts: tuple[Fact, ...]
    low: bool = False

    @property
    def sellers(self) -> tuple[str, ...]:
        """The keys of those who sell in it, each once, in the order of the facts."""
        return tuple(dict.fromkeys(fact.seller for fact in self.facts if fact.seller))

    @property
    def parties(self) -> tuple[str, ...]:
        """The keys of both ends and of the sellers."""
        return (self.edge.subject, self.edge.object, *self.sellers)

    @property
    def day(self) -> date | None:
        """The day by which it is ordered in time: of the event, else of the earliest publication."""
        return self.edge.since or self.edge.said

    @property
    def last_day(self) -> date | None:
        """The last day of the event, else of the earliest publication."""
        return self.edge.until or self.edge.since or self.edge.said


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was read: without it nobody can tell "nothing happened" from "nothing was read"."""

    articles: int = 0
    undated_articles: int = 0
    first: date | None = None
    last: date | None = None
    outlets: tuple[tuple[str, int], ...] = ()  # name, articles; most first


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country is put on a map: its capital, in degrees."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Everything a view may draw: entities by key, lines by the key of their edge.

    `places` are by ISO alpha-3. `threshold` is the confidence from which claims fold into
    relationships. `homes` are the countries of those whose entity has none but whose office says it.
    `notes` are sentences on what a selection left out; every view prints them.
    """

    entities: Mapping[str, Entity]
    lines: tuple[Line, ...]
    coverage: Coverage = Coverage()
    places: Mapping[str, Place] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    threshold: float = 0.0
    notes: tuple[str, ...] = ()

    def name(self, key: str) -> str:
        """Return the name of an entity; of what is none (a topic), the words of its key."""
        entity = self.entities.get(key)
        return entity.name if entity and entity.name else key.partition(":")[2].replace("-", " ") or key

    def country(self, key: str) -> str | None:
        """Return the ISO alpha-3 code of the country that an entity is or belongs to, or None."""
        if key.startswith("country:"):
            return key.removeprefix("country:")
        entity = self.entities.get(key)
        return (entity.country if entity else None) or self.homes.get(key)

    def stated(self) -> tuple[Line, ...]:
        """The lines that count: derived ones are computed from these, doubtful ones are no relationships."""
        return tuple(line for line in self.lines if not line.edge.derived and not line.low)

    def told(self) -> tuple[Line, ...]:
        """The lines that count and the doubtful ones, which whoever shows them must mark."""
        return tuple(line for line in self.lines if not line.edge.derived)


def make_graph(
    entities: Mapping[str, Entity],
    lines: list[Line],
    *,
    coverage: Coverage = Coverage(),
    places: Mapping[str, Place] | None = None,
    homes: Mapping[str, str] | None = None,
    threshold: float = 0.0,
    notes: tuple[str, ...] = (),
) -> Graph:
    """Return the graph with everything in the order of its keys and only the entities that lines speak of."""
    ordered = tuple(sorted(lines, key=lambda line: line.edge.key))
    spoken: set[str] = set()
    for line in ordered:
        spoken.update(key for key in (*line.parties, line.edge.item or "") if key in entities)
    return Graph(
        entities={key: entities[key] for key in sorted(spoken)}, lines=ordered, coverage=coverage,
        places=dict(sorted((places or {}).items())), homes=_homes(ordered) if homes is None else homes,
        threshold=threshold, notes=notes,
    )  # fmt: skip


def _homes(lines: tuple[Line, ...]) -> dict[str, str]:
    """The country of everybody whose offices, as far as they are a country's, are all of one country."""
    served: dict[str, set[str]] = {}
    for line in lines:
        edge = line.edge
        if edge.type == "HOLDS_OFFICE" and edge.object.startswith("country:") and edge.status is not Status.DENIED:
            served.setdefault(edge.subject, set()).add(edge.object.removeprefix("country:"))
    return {key: min(codes) for key, codes in sorted(served.items()) if len(codes) == 1}
