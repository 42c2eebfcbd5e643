"""Names to keys: what a name, a title or a by-word may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphkit.gazetteers.entries import Country, Entry, Gazetteers, Office
from graphkit.gazetteers.names import normal
from graphkit.model.claims import Kind


@dataclass(frozen=True, slots=True)
class CountryForm:
    """One way of naming a state. `how` is name, adjective, demonym, capital or metonym; `stands_for` is a metonym's
    office or institution ("head-of-state"); `ambiguous`: also something else, so it needs support."""

    iso3: str
    how: str
    words: str
    stands_for: str = ""
    ambiguous: bool = False


class Index:
    """All listed names under their normal form (`names.normal`): made once, then asked."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self._entries = _entries(gazetteers.entries.values())
        self._countries = _countries(gazetteers.countries.values())
        self._offices = _offices(gazetteers.offices.values())
        self._led = _led(gazetteers.entries.values())

    def entries(self, name: str, kind: Kind | None = None) -> tuple[Entry, ...]:
        """Return the entries that go by `name`, those of `kind` if given, in the order of the files."""
        return tuple(entry for entry in self._entries.get(normal(name), ()) if kind in (None, entry.kind))

    def countries(self, words: str) -> tuple[CountryForm, ...]:
        """Return the states that `words` may name, surest way first: name, adjective, demonym, capital, metonym."""
        return self._countries.get(normal(words), ())

    def offices(self, title: str, country: str | None = None) -> tuple[Office, ...]:
        """Return the offices that are called `title`: in `country` what it means there, else what it usually means.

        Without either, every office that it means in some country.
        """
        meanings = self._offices.get(normal(title), {})
        found = meanings.get(country or "") or meanings.get("")
        every = (office for offices in meanings.values() for office in offices)
        return found or tuple({office.key: office for office in every}.values())

    def organisation(self, office: str, country: str) -> Entry | None:
        """Return the service or body whose head holds `office` in `country`: navy-chief, IND is the Indian Navy."""
        return self._led.get((office, country))


def _entries(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    table: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            table.setdefault(normal(name), {})[entry.key] = entry
    return {form: tuple(found.values()) for form, found in table.items()}


_RANKS = ("name", "adjective", "demonym", "capital", "metonym")


def _countries(countries: Iterable[Country]) -> dict[str, tuple[CountryForm, ...]]:
    table: dict[str, list[CountryForm]] = {}
    for country in countries:
        for form in _forms(country):
            known = table.setdefault(normal(form.words), [])
            if all((form.iso3, form.how) != (other.iso3, other.how) for other in known):
                known.append(form)
    return {words: tuple(sorted(found, key=lambda form: _RANKS.index(form.how))) for words, found in table.items()}


def _forms(country: Country) -> Iterator[CountryForm]:
    named = (
        ("name", (country.name, *country.aliases)),
        ("adjective", country.adjectives),
        ("demonym", country.demonyms),
        ("capital", country.capitals),
    )
    for how, words in named:
        for form in words:
            yield CountryForm(country.iso3, how, form, "", form in country.ambiguous)
    for form, role in country.metonyms:
        yield CountryForm(country.iso3, "metonym", form, role, form in country.ambiguous)


def _offices(offices: Iterable[Office]) -> dict[str, dict[str, tuple[Office, ...]]]:
    """Normal title -> code of the country, or "" -> the offices it means there."""
    table: dict[str, dict[str, tuple[Office, ...]]] = {}
    for office in offices:
        titles = [(title, "") for title in dict.fromkeys((office.title, *office.aliases))]
        titles += [(title, code) for title, _, code in (pair.rpartition("=") for pair in office.only)]
        for title, code in titles:
            meanings = table.setdefault(normal(title), {})
            if office not in meanings.get(code, ()):
                meanings[code] = (*meanings.get(code, ()), office)
    return table


def _led(entries: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    return {
        (office, entry.countries[0]): entry
        for entry in entries
        if len(entry.countries) == 1
        for scheme, office in entry.identifiers
        if scheme == "head"
    }
