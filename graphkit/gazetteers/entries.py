"""What a gazetteer knows, as values: made once from the files under `sources/gazetteers/` and passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graphkit.model.claims import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One listed entity other than a person or country: a weapon system, organisation, forum, exercise, agreement.

    `key` is its graph key ("weapon:s-400"), `countries` ISO alpha-3 codes of its maker, owner or members,
    `generic`: a class of things ("tanks"), `ambiguous`: aliases that are also ordinary words and need support.
    """

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    category: str = (
        ""  # SIPRI's for weapons; ministry, armed_service, command, agency, company, alliance, ... for organisations
    )
    parent: str | None = None  # another entry's key: the family of a variant, the owner of a unit
    generic: bool = False
    ambiguous: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state. `metonyms` are (words, office or ministry they stand for); `capitals` past and present.

    `ambiguous`: forms that are also something else ("Georgia", "Washington") and need support.
    """

    iso3: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[tuple[str, str], ...] = ()
    ambiguous: tuple[str, ...] = ()
    iso2: str = ""
    cow: str = ""
    latitude: float | None = None  # of the capital, degrees
    longitude: float | None = None
    valid_to: date | None = None  # a state that is no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office: "defence-minister" with its usual title and every other title, any country.

    `owner` says whose it is: "country" or "organisation" (GUIDELINES: a service chief belongs to the service).
    `rank` is 1.0 for heads, .8 ministers, .6 deputies and secretaries, .4 officials.
    """

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    owner: str = "country"
    rank: float = 0.4
    only: tuple[str, ...] = ()  # aliases that belong to one country: "Raksha Mantri=IND"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """`person` held `office` of `country` from `since` to `until` (None: still on the day the table was made, `as_of`)."""

    person: str
    country: str
    office: str
    title: str
    since: date
    until: date | None
    as_of: date
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteers:
    """Everything listed. Loaded by `graphkit.gazetteers.load.load_gazetteers`."""

    countries: Mapping[str, Country]  # by ISO alpha-3
    offices: Mapping[str, Office]
    tenures: tuple[Tenure, ...]
    entries: Mapping[str, Entry]  # by key
    topics: Mapping[str, tuple[str, ...]]  # topic key -> words
    lexicons: Mapping[str, Mapping[str, tuple[str, ...]]]  # file name -> class -> words or patterns
