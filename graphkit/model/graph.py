"""What is computed from claims and can be thrown away and computed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphkit.model.claims import Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A node. `identifiers` are (scheme, value) pairs such as ("wikidata", "Q1156"), sorted.

    `listed`: a gazetteer knows it. `block` groups unlisted entities that a new spelling could join;
    None for listed ones. `country` is ISO alpha-3. `generic`: an item without a proper name ("spare
    parts"). `placeholder`: an office-holder whom nobody names.
    """

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    listed: bool = False
    block: str | None = None
    generic: bool = False
    placeholder: bool = False
    starts: date | None = None  # agreements only
    ends: date | None = None  # agreements only


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relationship: the fold of all high-tier claims that say one thing. See `resolve.fold`.

    `subject` and `object` are the keys of the nodes at its ends (PROCURES: buyer and item).
    `since` and `until` are the first and last day of the event, `said` the earliest publication,
    `witnesses` the number of independent texts. `quote`, `outlet`, `url` and `published` are of the
    clearest claim. The lists keep what claims say differently, in the order of claim keys.
    """

    key: str
    type: str
    subject: str
    object: str
    status: Status
    caption: str
    claims: tuple[str, ...]
    derived: bool = False
    item: str | None = None  # the item part of the key: an entity's key or a topic
    office: str | None = None  # the office part of the key
    role: str | None = None  # PARTICIPATES_IN
    since: date | None = None
    until: date | None = None
    when: str | None = None
    said: date | None = None
    times: int = 1
    witnesses: int = 1
    articles: int = 1
    confidence: float = 1.0
    quote: str = ""
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    items: tuple[str, ...] = ()
    sellers: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
