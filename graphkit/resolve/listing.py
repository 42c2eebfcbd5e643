"""What the gazetteers list, found by any of its names. Made once per run: building it reads every table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit.gazetteers.entries import Country, Entry, Gazetteers, Office
from graphkit.gazetteers.names import normal
from graphkit.model.claims import Claim, Kind
from graphkit.model.graph import Entity
from graphkit.ontology.nodes import node_type
from graphkit.resolve.people import People
from graphkit.resolve.terms import term_of

ARMS = "weapon:arms"
"""What a buyer buys when the text does not say what."""

_WORD = re.compile(r"\w+")
_NATIONAL = frozenset({"ministry", "armed_service", "command", "agency", "intelligence"})


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
        self.located: dict[str, tuple[Claim, Mapping[str, Any]]] = {}  # what `local.all_local` found, by claim key
        self._nodes: dict[str, Entity] = {}
        self.people = People(gazetteers)
        self._entries = _by_name(gazetteers.entries.values())
        self._countries = _country_forms(gazetteers.countries.values())
        self._offices = _office_forms(gazetteers.offices.values())
        self._topics = _topic_wordings(gazetteers.topics)
        self._longest_topic = max((len(wording.split()) for wording in self._topics), default=0)

    def country(self, name: str, code: str | None = None) -> Found | None:
        """The state that goes by `name` or, failing that, has `code`."""
        codes = self._countries.get(normal(name), {}) if name else {}
        if code in codes or len(codes) == 1:
            iso = code if code is not None and code in codes else min(codes)
            return Found(f"country:{iso}", f"{name!r} is {codes[iso]} of {self.gazetteers.countries[iso].name}")
        known = self.gazetteers.countries.get(code or "")
        return Found(f"country:{code}", f"the article's words point to {known.name}") if known else None

    def entry(self, kind: Kind, name: str, country: str | None = None) -> Found | None:
        """The listed entity of `kind` that goes by `name`; its country decides between several."""
        keys = self._entries.get((family(kind), normal(name)), ()) if name else ()
        entries = [entry for key in keys if _fits(entry := self.gazetteers.entries[key], country)]
        for better in (_of_country(country), _called(name), _plainly(name)):
            if len(entries) > 1:
                entries = [entry for entry in entries if better(entry)] or entries
        if len(entries) != 1:
            return None
        found = entries[0]
        return Found(found.key, f"{name!r} is listed as {found.name}" if name != found.name else f"{name!r} is listed")

    def office(self, words: str, country: str | None = None) -> str | None:
        """The key of the office that is called `words`, in `country` if titles differ."""
        known = self._offices.get(normal(words), {})
        return known.get(country) or known.get(None) or (next(iter(known.values())) if len(known) == 1 else None)

    def topic(self, words: str) -> str | None:
        """The key of the topic that `words` name or contain; the longest wording wins, then the first in the text."""
        text = _words(words)
        best: tuple[int, str] | None = None
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self._longest_topic) + 1):
                wording = " ".join(text[start:end])
                if wording in self._topics and (best is None or len(wording) > best[0]):
                    best = (len(wording), self._topics[wording])
        return best[1] if best else None

    def entity(self, key: str) -> Entity | None:
        """The node of a listed key; None for a key that is not listed."""
        found = self._nodes.get(key) or self._entity(key)
        if found is not None:
            self._nodes[key] = found
        return found

    def _entity(self, key: str) -> Entity | None:
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


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _topic_wordings(topics: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for key in sorted(topics):
        for wording in (key, *topics[key]):
            table.setdefault(" ".join(_words(wording)), key)
    return table


def _of_country(country: str | None) -> Callable[[Entry], bool]:
    return lambda entry: country in entry.countries


def _called(name: str) -> Callable[[Entry], bool]:
    return lambda entry: normal(entry.name) == normal(name)


def _plainly(name: str) -> Callable[[Entry], bool]:
    return lambda entry: name not in entry.ambiguous


def _by_name(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            table.setdefault((family(entry.kind), normal(name)), set()).add(entry.key)
    return {form: tuple(sorted(keys)) for form, keys in table.items()}


def _country_forms(countries: Iterable[Country]) -> dict[str, dict[str, str]]:
    """Form -> ISO code -> what the form is. A state that is no more gives way; a name outweighs an adjective, that a capital."""
    ranked: dict[str, dict[str, tuple[bool, int, str]]] = {}
    for country in countries:
        forms = [
            *((0, "the name", form) for form in (country.name, *country.aliases, country.iso3)),
            *((1, "an adjective", form) for form in (*country.adjectives, *country.demonyms)),
            *((2, "a capital", form) for form in country.capitals),
            *((2, "a by-name", form) for form, _ in country.metonyms),
        ]
        for rank, what, form in forms:
            gone = country.valid_to is not None
            ranked.setdefault(normal(form), {}).setdefault(country.iso3, (gone, rank, what))
    best = {form: min(place[:2] for place in codes.values()) for form, codes in ranked.items()}
    return {
        form: {iso: place[2] for iso, place in sorted(codes.items()) if place[:2] == best[form]}
        for form, codes in ranked.items()
    }


def _office_forms(offices: Iterable[Office]) -> dict[str, dict[str | None, str]]:
    table: dict[str, dict[str | None, str]] = {}
    for office in offices:
        for form in (office.key, office.title, *office.aliases):
            table.setdefault(normal(form), {}).setdefault(None, office.key)
        for pair in office.only:
            words, _, code = pair.rpartition("=")
            table.setdefault(normal(words), {}).setdefault(code, office.key)
    return table


def _entry_node(entry: Entry) -> Entity:
    starts, ends = term_of((entry.name, *entry.aliases)) if entry.kind is Kind.AGREEMENT else (None, None)
    return Entity(
        key=entry.key,
        kind=entry.kind,
        name=entry.name,
        aliases=tuple(sorted(set(entry.aliases) - {entry.name})),
        identifiers=tuple(sorted(entry.identifiers)),
        country=entry.countries[0] if len(entry.countries) == 1 else None,
        listed=True,
        generic=entry.generic,
        starts=starts,
        ends=ends,
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
