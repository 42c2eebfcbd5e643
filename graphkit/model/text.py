"""Articles and places in them. An article's text is fixed on reading: spans count from its first character."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graphkit.model.keys import digest
from graphkit.model.spans import Span
from graphkit.model.time import When


class OutletKind(StrEnum):
    """What sort of publisher."""

    PRESS_RELEASE = "press_release"
    NEWS = "news"
    WIRE = "wire"
    TRADE = "trade"
    THINK_TANK = "think_tank"
    DATASET = "dataset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes: a folder under `sources/outlets/`, or a bare name that no folder defines.

    `country` is ISO 3166-1 alpha-3; `official`: speaks for a government.
    """

    key: str  # "outlet:pib-gov-in"
    name: str
    kind: OutletKind | None = None
    country: str | None = None
    official: bool = False
    domains: tuple[str, ...] = ()


class Mark(StrEnum):
    """What a line is: only body lines make claims."""

    BODY = "body"
    QUARANTINED = "quarantined"  # headlines of other stories, teasers: kept, no claims from them
    FURNITURE = "furniture"  # layout: not read at all


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article, without its line end."""

    span: Span
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as one outlet published it. The same words on two sites are two articles.

    `text` is Unicode NFC with LF line ends and begins with the title if the reader had a separate
    one. `year` is the reference year where there is no date. `lines` are derived from the text
    (which part is body) and are no part of the identity.
    """

    text: str
    outlet: str | None = None  # an Outlet's key
    url: str | None = None
    title: str | None = None
    published: When | None = None
    year: int | None = None
    language: str = "en"
    file: str | None = None  # the name it was read from, for people; no path
    lines: tuple[Line, ...] = field(default=(), compare=False, repr=False)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        published = self.published.iso if self.published else None
        object.__setattr__(self, "key", f"article:{digest(self.text, self.outlet, self.url, self.title, published)}")
