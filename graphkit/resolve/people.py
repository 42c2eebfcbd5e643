"""The persons of the dated office tables, and who among them an article can mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graphkit.gazetteers.entries import Gazetteers, Tenure
from graphkit.gazetteers.names import variant_key
from graphkit.gazetteers.tenures import holder
from graphkit.model.claims import Kind
from graphkit.model.graph import Entity
from graphkit.model.keys import slug
from graphkit.resolve.components import Components

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_APOSTROPHES = re.compile(r"['’‘`ʻʼ]")


def words_of(name: str) -> list[str]:
    """The words of a person's name that tell it from others, in ASCII: no initials, no "Jr".

    A name that has little else keeps its initials.

    >>> words_of("Lloyd J. Austin III"), words_of("Pat O'Brien"), words_of("J. J. Singh")
    (['lloyd', 'austin'], ['pat', 'obrien'], ['j', 'j', 'singh'])
    """
    return _telling(slug(_APOSTROPHES.sub("", name)))


def form(name: str) -> str:
    """One text for all spellings of one name."""
    return " ".join(variant_key(word) for word in words_of(name))


def surname(name: str) -> str:
    """One text for all spellings of the last word of a name. Names with one slug have one, as equal keys must meet."""
    return variant_key(_telling(slug(name))[-1])


def _telling(text: str) -> list[str]:
    words = text.split("-")
    kept = [word for word in words if len(word) > 1 and word not in _SUFFIXES]
    return kept if len(kept) > 1 or len(words) == 1 else [word for word in words if word not in _SUFFIXES] or words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the tables list, in one or more offices.

    `countries` are several for a monarch of many realms, none for somebody known from an organisation only; `owners` are
    the states and organisations whose offices they held.
    """

    key: str
    name: str
    countries: tuple[str, ...]
    owners: tuple[str, ...]
    terms: frozenset[tuple[str, str]]  # (owner, form of the name) as the table's lines have them
    aliases: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    offices: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class People:
    """Everybody in the tables of offices."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self.gazetteers = gazetteers
        self._persons = {person.key: person for person in _persons(gazetteers.tenures)}
        self._by_form = _index(self._persons.values(), form)
        self._by_surname = _index(self._persons.values(), surname)
        self._key_of = {pair: person.key for person in self._persons.values() for pair in person.terms}

    @property
    def persons(self) -> tuple[Person, ...]:
        """Everybody, in the tables' order."""
        return tuple(self._persons.values())

    def entity(self, key: str) -> Entity | None:
        if (person := self._persons.get(key)) is None:
            return None
        return Entity(
            key=person.key,
            kind=Kind.PERSON,
            name=person.name,
            aliases=person.aliases,
            identifiers=person.identifiers,
            country=person.countries[0] if len(person.countries) == 1 else None,
            listed=True,
        )

    def named(self, names: Sequence[str], country: str | None, office: str | None) -> Person | None:
        """The listed person who has one of `names` and does not belong to another country than `country`.

        A lone surname counts only if no other listed person it could mean is left, and the office,
        where one is given, is one that this person held.
        """
        full = [name for name in names if len(words_of(name)) > 1]
        for name in full or names:
            found = self._fitting(self._by_form.get(form(name), ()), country) or self._turned(name, country)
            if not full:
                by_surname = self._fitting(self._by_surname.get(surname(name), ()), country)
                found = [person for person in by_surname if office is None or office in person.offices]
            if len(found) > 1 and office is not None:
                found = [person for person in found if office in person.offices]
            if len(found) == 1:
                return found[0]
        return None

    def _turned(self, name: str, country: str | None) -> list[Person]:
        """Who has the name with the family name at its other end ("Kishida Fumio"); only within a known state."""
        words = form(name).split()
        if country is None or len(words) < 2:
            return []
        turns = {" ".join((*words[1:], words[0])), " ".join((words[-1], *words[:-1]))}
        keys = {key for turn in turns for key in self._by_form.get(turn, ())}
        return self._fitting(sorted(keys), country)

    def holder(self, country: str, office: str, day: date) -> Person | None:
        """Who held the office on that day, if the tables know of exactly one; an open term ends where they end."""
        tenure = holder(self.gazetteers, country, office, day)
        return self._persons[self._key_of[country, form(tenure.person)]] if tenure else None

    def _fitting(self, keys: Iterable[str], country: str | None) -> list[Person]:
        persons = (self._persons[key] for key in keys)
        return [person for person in persons if country is None or not person.countries or country in person.owners]


def _index(persons: Iterable[Person], part: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for person in persons:
        for name in person.names:
            table.setdefault(part(name), set()).add(person.key)
    return {text: tuple(sorted(keys)) for text, keys in table.items()}


def _persons(tenures: Iterable[Tenure]) -> list[Person]:
    """One person per country and name, and per identifier; a slug that two persons share gets the country."""
    terms = list(tenures)
    joined: Components[int] = Components(range(len(terms)))
    first: dict[tuple[str, ...], int] = {}
    for number, tenure in enumerate(terms):
        name = form(tenure.person)
        accession = (name, tenure.since.isoformat())  # a monarch of several realms
        for sign in ((tenure.country, name), accession, *tenure.identifiers):
            joined.join(first.setdefault(sign, number), number)
    for number, tenure in enumerate(terms):
        for alias in tenure.aliases:
            if (other := first.get((tenure.country, form(alias)))) is not None and len(words_of(alias)) > 1:
                joined.join(other, number)
    _join_officials(terms, joined)
    groups = [[terms[number] for number in group] for group in joined.groups()]
    slugs = Counter(slug(own[-1].person) for own in groups)
    return [_person(own, shared=slugs[slug(own[-1].person)] > 1) for own in groups]


def _join_officials(terms: Sequence[Tenure], joined: Components[int]) -> None:
    """Who serves an organisation is the person of that name in the one state that has one: Stoltenberg of Norway and NATO."""
    by_form: dict[str, list[int]] = {}
    for number, tenure in enumerate(terms):
        by_form.setdefault(form(tenure.person), []).append(number)
    for numbers in by_form.values():
        states = {terms[number].country for number in numbers if not _of_organisation(terms[number])}
        if len(states) <= 1:
            for number in numbers[1:]:
                joined.join(numbers[0], number)


def _of_organisation(tenure: Tenure) -> bool:
    return tenure.country.startswith("org:")


def _person(terms: Sequence[Tenure], *, shared: bool) -> Person:
    name = terms[-1].person
    spellings = {spelling for tenure in terms for spelling in (tenure.person, *tenure.aliases)}
    countries = tuple(dict.fromkeys(tenure.country for tenure in terms if not _of_organisation(tenure)))
    suffix = slug((countries or (terms[0].country,))[0].removeprefix("org:"))
    return Person(
        key=f"person:{slug(name)}-{suffix}" if shared else f"person:{slug(name)}",
        name=name,
        countries=countries,
        owners=tuple(dict.fromkeys(tenure.country for tenure in terms)),
        terms=frozenset((tenure.country, form(tenure.person)) for tenure in terms),
        aliases=tuple(sorted(spellings - {name})),
        identifiers=tuple(sorted({pair for tenure in terms for pair in tenure.identifiers})),
        offices=frozenset(tenure.office for tenure in terms),
    )
