"""All phrases that a gazetteer lists, in one tree, with what each stands for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from graphkit.extract.entities.words import Words
from graphkit.extract.reading import How
from graphkit.extract.tokens import pieces_of, squash
from graphkit.extract.trie import Trie
from graphkit.gazetteers.entries import Country, Entry, Gazetteers, Office, Tenure
from graphkit.model.claims import Kind


class What(IntEnum):
    """What sort of thing a listed phrase is."""

    COUNTRY = 0
    ENTRY = 1
    PERSON = 2
    TOPIC = 3


class Listed(NamedTuple):
    """A phrase's meaning: `key` is an ISO code, an entry's key, a person's name or a topic's key."""

    what: What
    key: str
    how: How
    ambiguous: bool = False
    dual: bool = False  # a prefix such as "Indo": counts within a hyphenated word only
    kind: Kind = Kind.COUNTRY


_NEVER_ALONE = frozenset(
    {"AND", "ARE", "CAN", "IS", "IN", "IT", "US", "AM", "AS", "AT", "BE", "DO", "NO", "SO", "TO", "ME", "MY", "OF"}
)


_LOOSE = (Kind.EXERCISE, Kind.WEAPON_SYSTEM)


class Lists:
    """The gazetteers made ready for reading: `trie` over all phrases, and look-ups by key."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self.words = Words(gazetteers.lexicons.get("reading", {}))
        self.countries: Mapping[str, Country] = gazetteers.countries
        self.entries: Mapping[str, Entry] = gazetteers.entries
        self.offices: Mapping[str, Office] = gazetteers.offices
        self.trie: Trie[Listed] = Trie()
        self.country_pieces: set[str] = set()
        self.tenures_of: dict[str, list[Tenure]] = {}
        self.surnames: dict[str, list[str]] = {}
        self.given_names: set[str] = set()
        self.posts: dict[tuple[str, str], list[Tenure]] = {}
        self._by_name: dict[str, str] = {}
        self._titles = self.words["honorifics"] | self.words["office_heads"]
        self._add_countries(gazetteers)
        self._add_entries()
        self._add_persons(gazetteers)
        self.navies = _navies(self.entries)
        self.ship_states = _ship_states(self.entries, self.words["ship_prefixes"])
        for key, phrases in gazetteers.topics.items():
            for phrase in phrases:
                self.trie.add(phrase, Listed(What.TOPIC, key, How.NAME, kind=Kind.TOPIC))

    def _add_countries(self, gazetteers: Gazetteers) -> None:
        for code, country in self.countries.items():
            self._country(country, (country.name, *country.aliases), How.NAME)
            self._country(country, (*country.adjectives, *country.demonyms), How.ADJECTIVE)
            self._country(country, country.capitals, How.CAPITAL)
            self._country(country, tuple(words for words, _ in country.metonyms), How.METONYM)
            for town in gazetteers.lexicons.get("reading_places", {}).get(code, ()):
                self.trie.add(town, Listed(What.COUNTRY, code, How.TOWN))
        for prefix, code in self.words.pairs("dual_prefixes").items():
            if code in self.countries:
                self.trie.add(prefix, Listed(What.COUNTRY, code, How.ADJECTIVE, dual=True))

    def _country(self, country: Country, phrases: tuple[str, ...], how: How) -> None:
        for phrase in phrases:
            if phrase.upper() == phrase and (len(phrase) < 2 or (phrase in _NEVER_ALONE and phrase != "US")):
                continue
            self.trie.add(phrase, Listed(What.COUNTRY, country.iso3, how, phrase in country.ambiguous))
            self.country_pieces.update(pieces_of(phrase))

    def _add_entries(self) -> None:
        for entry in self.entries.values():
            for phrase in dict.fromkeys((entry.name, *entry.aliases)):
                self._by_name.setdefault(squash(phrase), entry.key)
                value = Listed(What.ENTRY, entry.key, How.NAME, phrase in entry.ambiguous, kind=entry.kind)
                self.trie.add(phrase, value, loose=entry.kind in _LOOSE)

    def _add_persons(self, gazetteers: Gazetteers) -> None:
        for tenure in gazetteers.tenures:
            self.tenures_of.setdefault(tenure.person, []).append(tenure)
            self.posts.setdefault((tenure.country, tenure.office), []).append(tenure)
            for name in dict.fromkeys((tenure.person, *tenure.aliases)):
                self._person(tenure.person, name)

    def _person(self, person: str, name: str) -> None:
        parts = name.split()
        while len(parts) > 1 and parts[0].lower().rstrip(".") in self._titles:
            parts = parts[1:]
        while len(parts) > 2 and parts[-1].lower().rstrip(".") in self.words["after_names"]:
            parts = parts[:-1]
        name = " ".join(parts)
        if len(parts) < 2:
            self._surname(name, person)
            return
        self.trie.add(name, Listed(What.PERSON, person, How.NAME, kind=Kind.PERSON))
        self._surname(parts[-1], person)
        if len(parts[0]) > 2 and "." not in parts[0]:
            self.given_names.add(squash(parts[0]))

    def _surname(self, surname: str, person: str) -> None:
        holders = self.surnames.setdefault(squash(surname), [])
        if person not in holders:
            holders.append(person)

    def entry_named(self, name: str) -> Entry | None:
        """Return the one listed entity of that name, None if there is none."""
        key = self._by_name.get(squash(name))
        return self.entries[key] if key else None

    def office_holder(self, country: str, office: str, day: date) -> str | None:
        """Return who is listed as holding `office` of `country` on `day`: the only one, else None."""
        found = {tenure.person for tenure in self.posts.get((country, office), ()) if holds_on(tenure, day)}
        return found.pop() if len(found) == 1 else None

    def adjective(self, country: str) -> str:
        """Return "Russian" for RUS; the name where no adjective is listed."""
        known = self.countries[country]
        return known.adjectives[0] if known.adjectives else known.name


def _navies(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the navy of each state: the shortest listed name of a service with "Navy" or "Maritime" in it."""
    found: dict[str, Entry] = {}
    for entry in entries.values():
        words = entry.name.split()
        if entry.category == "armed_service" and len(entry.countries) == 1 and {"Navy", "Maritime"} & set(words):
            held = found.get(entry.countries[0])
            if held is None or len(words) < len(held.name.split()):
                found[entry.countries[0]] = entry
    return found


def _ship_states(entries: Mapping[str, Entry], prefixes: frozenset[str]) -> dict[str, str]:
    """Return the state whose ships have a prefix (INS, HMS), for prefixes that only one state's listed ships have."""
    states: dict[str, set[str]] = {}
    for entry in entries.values():
        prefix = entry.name.split()[0]
        if prefix in prefixes and entry.kind is Kind.WEAPON_SYSTEM:
            states.setdefault(prefix, set()).update(entry.countries)
    return {prefix: next(iter(codes)) for prefix, codes in states.items() if len(codes) == 1}


def holds_on(tenure: Tenure, day: date) -> bool:
    """Whether the term surely covers `day`; an open term does up to the day on which it was checked."""
    return tenure.since <= day <= (tenure.until or tenure.as_of)
