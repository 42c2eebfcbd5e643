"""What the gazetteers list, found by any of its names. Made once per run: building it reads every table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from graphkit.gazetteers.entries import Country, Entry, Gazetteers, Office
from graphkit.model.claims import Kind
from graphkit.model.graph import Entity
from graphkit.model.keys import slug
from graphkit.ontology.nodes import node_type
from graphkit.resolve.people import People

ARMS = "weapon:arms"
"""What a buyer buys when the text does not say what."""

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^a-z0-9]+(?=\d)")
_NOT_WORD = re.compile(r"[^a-z0-9-]+")
_THE = re.compile(r"the\s+", re.IGNORECASE)
_GROUPINGS = (Kind.ORGANISATION, Kind.FORUM)
_NATIONAL = frozenset({"ministry", "armed_service", "command", "agency", "intelligence"})


def compact(name: str) -> str:
    """Return `name` without case, accents, blanks and hyphens; two numbers never run together.

    >>> compact("S 400"), compact("s-400"), compact("AN/TPQ-53"), compact("Type 1-2")
    ('s400', 's400', 'antpq53', 'type1-2')
    """
    plain = anyascii(_THE.sub("", name, count=1) if _THE.match(name) else name).casefold()
    marked = _BETWEEN_DIGITS.sub("\x00", plain)
    return _NOT_WORD.sub("", marked.replace("-", "").replace("\x00", "-")) or plain.strip()


def family(kind: Kind) -> str:
    """Return the key prefix, which kinds that may take each other's place share."""
    return node_type(kind).prefix


@dataclass(frozen=True, slots=True)
class Found:
    """A listed key and how it was found, in words."""

    key: str
    why: str


class Listing:
    """All names in all gazetteers, by which listed entities are found."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self.gazetteers = gazetteers
        self.people = People(gazetteers)
        self._entries = _by_name(gazetteers.entries.values())
        self._countries = _country_forms(gazetteers.countries.values())
        self._offices = _office_forms(gazetteers.offices.values())
        self._topics = sorted(
            ((words.casefold(), key) for key, all_words in gazetteers.topics.items() for words in (key, *all_words)),
            key=lambda pair: (-len(pair[0]), pair),
        )

    def country(self, name: str, code: str | None = None) -> Found | None:
        """The state that goes by `name` or, failing that, has `code`."""
        codes = self._countries.get(compact(name), {}) if name else {}
        if code in codes or len(codes) == 1:
            iso = code if code is not None and code in codes else min(codes)
            return Found(f"country:{iso}", f"{name!r} is {codes[iso]} of {self.gazetteers.countries[iso].name}")
        known = self.gazetteers.countries.get(code or "")
        return Found(f"country:{code}", f"the article's words point to {known.name}") if known else None

    def entry(self, kind: Kind, name: str, country: str | None = None) -> Found | None:
        """The listed entity of `kind` that goes by `name`; its country decides between several."""
        keys = self._entries.get((family(kind), compact(name)), ()) if name else ()
        entries = [entry for key in keys if _fits(entry := self.gazetteers.entries[key], country)]
        if len(entries) > 1:
            entries = [entry for entry in entries if country in entry.countries] or [
                entry for entry in entries if name not in entry.ambiguous
            ]
        if len(entries) != 1:
            return None
        found = entries[0]
        return Found(found.key, f"{name!r} is listed as {found.name}" if name != found.name else f"{name!r} is listed")

    def office(self, words: str, country: str | None = None) -> str | None:
        """The key of the office that is called `words`, in `country` if titles differ."""
        known = self._offices.get(compact(words), {})
        return known.get(country) or known.get(None) or (next(iter(known.values())) if len(known) == 1 else None)

    def topic(self, words: str) -> str | None:
        """The key of the topic that `words` name or contain; the longest wording wins."""
        text = " ".join(words.casefold().replace("-", " ").split())
        for wording, key in self._topics:
            if re.search(rf"\b{re.escape(wording.replace('-', ' '))}\b", text):
                return key
        return None

    def entity(self, key: str) -> Entity | None:
        """The node of a listed key; None for a key that is not listed."""
        if key in self.gazetteers.entries:
            return _entry_node(self.gazetteers.entries[key])
        if key == ARMS:
            return Entity(key=ARMS, kind=Kind.WEAPON_SYSTEM, name="arms", listed=True, generic=True)
        if key.startswith("country:") and (country := self.gazetteers.countries.get(key.removeprefix("country:"))):
            return _country_node(country)
        return self.people.entity(key)

    def known(self, key: str) -> bool:
        return self.entity(key) is not None


def _fits(entry: Entry, country: str | None) -> bool:
    """A state's own body is never another state's: the Indian ministry is not the Russian one."""
    own = len(entry.countries) == 1 and (entry.category in _NATIONAL or entry.kind == Kind.AGREEMENT)
    return not (own and country is not None and country not in entry.countries)


def _by_name(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            table.setdefault((family(entry.kind), compact(name)), set()).add(entry.key)
    return {form: tuple(sorted(keys)) for form, keys in table.items()}


def _country_forms(countries: Iterable[Country]) -> dict[str, dict[str, str]]:
    """Form -> ISO code -> what the form is; a name outweighs an adjective, and that a capital."""
    ranked: dict[str, dict[str, tuple[int, str]]] = {}
    for country in countries:
        forms = [
            *((0, "the name", form) for form in (country.name, *country.aliases, country.iso3)),
            *((1, "an adjective", form) for form in (*country.adjectives, *country.demonyms)),
            *((2, "a capital", form) for form in country.capitals),
            *((2, "a by-name", form) for form, _ in country.metonyms),
        ]
        for rank, what, form in forms:
            ranked.setdefault(compact(form), {}).setdefault(country.iso3, (rank, what))
    best = {form: min(rank for rank, _ in codes.values()) for form, codes in ranked.items()}
    return {
        form: {iso: what for iso, (rank, what) in sorted(codes.items()) if rank == best[form]}
        for form, codes in ranked.items()
    }


def _office_forms(offices: Iterable[Office]) -> dict[str, dict[str | None, str]]:
    table: dict[str, dict[str | None, str]] = {}
    for office in offices:
        for form in (office.key, office.title, *office.aliases):
            table.setdefault(compact(form), {}).setdefault(None, office.key)
        for pair in office.only:
            words, _, code = pair.rpartition("=")
            table.setdefault(compact(words), {}).setdefault(code, office.key)
    return table


def _entry_node(entry: Entry) -> Entity:
    return Entity(
        key=entry.key,
        kind=entry.kind,
        name=entry.name,
        aliases=tuple(sorted(set(entry.aliases) - {entry.name})),
        identifiers=tuple(sorted(entry.identifiers)),
        country=entry.countries[0] if len(entry.countries) == 1 else None,
        listed=True,
        generic=entry.generic,
    )


def _country_node(country: Country) -> Entity:
    identifiers = (("iso3", country.iso3), ("iso2", country.iso2), ("cow", country.cow))
    return Entity(
        key=f"country:{country.iso3}",
        kind=Kind.COUNTRY,
        name=country.name,
        aliases=tuple(sorted(set(country.aliases) - {country.name})),
        identifiers=tuple(sorted((scheme, value) for scheme, value in identifiers if value)),
        country=country.iso3,
        listed=True,
    )


def office_slug(words: str) -> str:
    """The office part of a key where no lexicon knows the office."""
    return slug(words)
