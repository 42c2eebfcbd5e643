"""An article prepared for deciding: views of its sentences and how prominent each party is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.extract.deciding.targets import LETTERS
from graphkit.extract.deciding.triggers import Triggers
from graphkit.extract.deciding.view import View, view_of
from graphkit.extract.reading import OfficePhrase, Party, Reading
from graphkit.gazetteers.entries import Country
from graphkit.model.claims import Kind


@dataclass(slots=True)
class Scene:
    """`parties` are the reading's and, after them, countries that own an office and are not named.

    `counts` and `first` are per party: how often it is named, in which sentence first.
    """

    reading: Reading
    parties: list[Party]
    views: list[View]
    counts: list[int]
    first: list[int]
    titled: frozenset[int]
    rank: Mapping[str, int]  # ISO alpha-3 -> place among the main countries
    offices: Sequence[Sequence[OfficePhrase]]  # by sentence
    by_country: dict[str, int]
    letters: Sequence[str]
    named_after: frozenset[tuple[int, int]]  # (forum, country in its name)
    bilateral: int  # share of the two main countries among all mentions of countries, in fifths

    def country(self, iso: str) -> int | None:
        """Return the number of the country's party."""
        return self.by_country.get(iso)


def prepare(reading: Reading, triggers: Triggers, countries: Mapping[str, Country]) -> Scene:
    views = [view_of(reading, n, triggers) for n in range(len(reading.sentences))]
    parties = list(reading.parties)
    by_country = {p.country: p.number for p in parties if p.kind is Kind.COUNTRY and p.country}
    _add_owners(parties, by_country, reading, countries)
    counts = [0] * len(parties)
    first = [len(views)] * len(parties)
    titled = set()
    for number, view in enumerate(views):
        for anchor in view.anchors:
            counts[anchor.party] += 1
            first[anchor.party] = min(first[anchor.party], number)
            if view.sentence.section == "title":
                titled.add(anchor.party)
    offices: list[list[OfficePhrase]] = [[] for _ in views]
    for phrase in reading.offices:
        offices[phrase.sentence].append(phrase)
    rank = {iso: n for n, iso in reversed(list(enumerate(reading.main)))}
    return Scene(
        reading, parties, views, counts, first, frozenset(titled), rank, offices, by_country,
        [LETTERS.get(party.kind.value, "-") for party in parties], _named_after(views),
        _bilateral(parties, counts),
    )  # fmt: skip


def _bilateral(parties: Sequence[Party], counts: Sequence[int]) -> int:
    named = sorted((counts[p.number] for p in parties if p.kind is Kind.COUNTRY), reverse=True)
    return 5 * sum(named[:2]) // max(1, sum(named))


def _named_after(views: Sequence[View]) -> frozenset[tuple[int, int]]:
    """Return the pairs of a party and a country that its name names somewhere in the article."""
    return frozenset(
        (outer.party, inner.party)
        for view in views
        for outer in view.anchors
        if outer.letter != "C"
        for inner in view.anchors
        if inner.letter == "C" and outer.first <= inner.first and inner.last <= outer.last
    )


def _add_owners(
    parties: list[Party], by_country: dict[str, int], reading: Reading, countries: Mapping[str, Country]
) -> None:
    """Append the countries that persons belong to, that the article is about or that publish it, if not named."""
    wanted = [p.country for p in reading.parties if p.kind is Kind.PERSON and p.country]
    wanted += [*reading.main[:1], *([reading.publisher] if reading.publisher else [])]
    for iso in wanted:
        if iso in by_country:
            continue
        known = countries.get(iso)
        by_country[iso] = len(parties)
        parties.append(
            Party(
                number=len(parties),
                kind=Kind.COUNTRY,
                name=known.name if known else iso,
                country=iso,
                also=known.aliases if known else (),
                key=f"country:{iso}",
            )
        )
