"""The persons of the dated office tables, and who among them an article can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graphkit.gazetteers.entries import Gazetteers, Tenure
from graphkit.gazetteers.names import variant_key
from graphkit.gazetteers.tenures import holder
from graphkit.model.claims import Kind
from graphkit.model.graph import Entity
from graphkit.model.keys import slug

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def words_of(name: str) -> list[str]:
    """The words of a person's name that tell it from others, in ASCII: no initials, no "Jr".

    >>> words_of("Lloyd J. Austin III")
    ['lloyd', 'austin']
    """
    words = slug(name).split("-")
    kept = [word for word in words if len(word) > 1 and word not in _SUFFIXES]
    return kept or words


def form(name: str) -> str:
    """One text for all spellings of one name."""
    return " ".join(variant_key(word) for word in words_of(name))


def surname(name: str) -> str:
    """One text for all spellings of the last word of a name."""
    return variant_key(words_of(name)[-1])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the tables list: in one state, in one or more offices."""

    key: str
    name: str
    country: str
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
        self._key_of = {
            (person.country, form(name)): person.key for person in self._persons.values() for name in person.names
        }

    def entity(self, key: str) -> Entity | None:
        if (person := self._persons.get(key)) is None:
            return None
        return Entity(
            key=person.key,
            kind=Kind.PERSON,
            name=person.name,
            aliases=person.aliases,
            identifiers=person.identifiers,
            country=person.country,
            listed=True,
        )

    def named(self, names: Sequence[str], country: str | None, office: str | None) -> Person | None:
        """The listed person who has one of `names` and does not belong to another country than `country`.

        A lone surname counts only if no other listed person it could mean is left, and the office,
        where one is given, is one that this person held.
        """
        full = [name for name in names if len(words_of(name)) > 1]
        for name in full or names:
            found = self._fitting(self._by_form.get(form(name), ()), country)
            if not full:
                by_surname = self._fitting(self._by_surname.get(surname(name), ()), country)
                found = [person for person in by_surname if office is None or office in person.offices]
            if len(found) > 1 and office is not None:
                found = [person for person in found if office in person.offices]
            if len(found) == 1:
                return found[0]
        return None

    def holder(self, country: str, office: str, day: date) -> Person | None:
        """Who held the office on that day, if the tables know of exactly one; an open term ends where they end."""
        tenure = holder(self.gazetteers, country, office, day)
        return self._persons[self._key_of[country, form(tenure.person)]] if tenure else None

    def _fitting(self, keys: Iterable[str], country: str | None) -> list[Person]:
        persons = (self._persons[key] for key in keys)
        return [person for person in persons if country in (None, person.country)]


def _index(persons: Iterable[Person], part: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for person in persons:
        for name in person.names:
            table.setdefault(part(name), set()).add(person.key)
    return {text: tuple(sorted(keys)) for text, keys in table.items()}


def _persons(tenures: Iterable[Tenure]) -> list[Person]:
    """One person per country and name; a name that two countries share carries the country in its key."""
    terms: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures:
        terms.setdefault((tenure.country, form(tenure.person)), []).append(tenure)
    slugs: dict[str, int] = {}
    for own in terms.values():
        slugs[slug(own[-1].person)] = slugs.get(slug(own[-1].person), 0) + 1
    return [_person(country, own, shared=slugs[slug(own[-1].person)] > 1) for (country, _), own in terms.items()]


def _person(country: str, terms: Sequence[Tenure], *, shared: bool) -> Person:
    name = terms[-1].person
    spellings = {spelling for tenure in terms for spelling in (tenure.person, *tenure.aliases)}
    return Person(
        key=f"person:{slug(name)}-{country.casefold()}" if shared else f"person:{slug(name)}",
        name=name,
        country=country,
        aliases=tuple(sorted(spellings - {name})),
        identifiers=tuple(sorted({pair for tenure in terms for pair in tenure.identifiers})),
        offices=frozenset(tenure.office for tenure in terms),
    )
