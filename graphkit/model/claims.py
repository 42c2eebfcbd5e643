"""A claim is one passage of one article saying one thing. It is never edited and never merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from graphkit.model.keys import digest
from graphkit.model.money import Money
from graphkit.model.spans import Span
from graphkit.model.time import When


class Kind(StrEnum):
    """What a role of a claim stands for. Office and Topic are never nodes."""

    COUNTRY = "Country"
    PERSON = "Person"
    ORGANISATION = "Organisation"
    FORUM = "Forum"
    WEAPON_SYSTEM = "WeaponSystem"
    AGREEMENT = "Agreement"
    EXERCISE = "Exercise"
    OFFICE = "Office"
    TOPIC = "Topic"


class Status(StrEnum):
    """done: happened or in force; planned: decided or scheduled; proposed: sought, offered,
    considered; denied: refused, cancelled, suspended, ended."""

    DONE = "done"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


STAGES = (
    "sought", "offered", "approved", "negotiated", "contracted", "delivered", "inducted", "delayed", "cancelled",
)  # fmt: skip
PHASES = ("refused", "cancelled", "suspended", "ended", "lifted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One part of a claim as the article has it, with all that resolution needs to name it later.

    `span` and `words` are the mention itself ("his Russian counterpart"). `antecedent` is where the
    article names what a pronoun or a group word stands for, `member` the number (from 0) of the
    member of a group word ("both sides"). `name` is the fullest name that the article uses for it,
    without titles; empty if it has none (a person known by office only). `also` are its other names
    in the article. `country` (ISO alpha-3, or a dead state's `x-SUN`) is the country it belongs to,
    `office` a key of the office lexicon, `day` the day on which the office is held.
    """

    span: Span
    words: str
    kind: Kind
    name: str = ""
    also: tuple[str, ...] = ()
    antecedent: Span | None = None
    member: int | None = None
    country: str | None = None
    office: str | None = None
    day: date | None = None

    def identity(self) -> tuple[object, ...]:
        """What of the role enters the claim's key: the words and where they stand, nothing resolved."""
        return (self.span, self.antecedent, self.words, self.member)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The passage that says it: `quote` is exactly the article's text at `span`."""

    article: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """What else the passage says of the fact. `stage` and `phase` are of STAGES and PHASES, `times` >= 1,
    `role` (PARTICIPATES_IN only) is member, host, chair or participant; the rest are the article's words."""

    stage: str | None = None
    phase: str | None = None
    quantity: str | None = None
    amount: Money | None = None
    forum: str | None = None
    edition: str | None = None
    role: str | None = None
    times: int = 1

    def __post_init__(self) -> None:
        if self.times < 1:
            raise ValueError(f"times is {self.times}; an event that happened happened once or more")
        if self.stage is not None and self.stage not in STAGES:
            raise ValueError(f"{self.stage!r} is no stage of a procurement; known: {', '.join(STAGES)}")
        if self.phase is not None and self.phase not in PHASES:
            raise ValueError(f"{self.phase!r} is no phase of a denial; known: {', '.join(PHASES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`subject` `type` `object`, about `item`, at `place`, on `when`, with `status`, as `evidence` says.

    `type` is a relation of the ontology. For PROCURES the subject is the buyer, the object the seller
    or None, the item the system. `office` is filled for HOLDS_OFFICE only. `origin` names the rule
    that found it ("met.talks", "scorer"), `reasons` say in words what weighed how much, strongest
    first; `confidence` is the calibrated probability that the article says so.

    The key comes from the article and its words: gazetteers, judgements and later resolution never
    enter it. CHANGING IT ORPHANS EVERY STORED CLAIM.
    """

    type: str
    subject: Role
    object: Role | None = None
    item: Role | None = None
    office: Role | None = None
    place: Role | None = None
    status: Status = Status.DONE
    when: When | None = None
    qualifiers: Qualifiers = Qualifiers()
    evidence: Evidence
    origin: str
    reasons: tuple[str, ...] = ()
    confidence: float = 1.0
    key: str = field(init=False)

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence is {self.confidence}; it must be from 0 to 1")
        parts: list[object] = [self.evidence.article, self.type, self.status, self.qualifiers.stage]
        for role in (self.subject, self.object, self.item, self.office, self.place):
            parts.extend(role.identity() if role else (None,) * 4)
        parts.extend((self.when.span, None, self.when.words, None) if self.when else (None,) * 4)
        object.__setattr__(self, "key", f"claim:{digest(*parts)}")

    def roles(self) -> tuple[tuple[str, Role], ...]:
        """The filled roles with their names, in the order subject, object, item, office, place."""
        named = ("subject", "object", "item", "office", "place")
        filled = ((name, getattr(self, name)) for name in named)
        return tuple((name, role) for name, role in filled if role is not None)
