"""A reader over a few listed things, and short ways to ask what it found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graphkit.extract.read import Reader
from graphkit.extract.reading import Reading
from graphkit.gazetteers.entries import Country, Entry, Gazetteers, Office, Tenure
from graphkit.gazetteers.lexicons import read_lexicon
from graphkit.model.claims import Kind
from graphkit.model.text import Article, Outlet
from graphkit.model.time import When

LEXICONS = Path(__file__).parents[4] / "sources" / "gazetteers" / "lexicons"

_COUNTRIES = (
    Country(iso3="IND", name="India", adjectives=("Indian",), capitals=("New Delhi",), metonyms=(("South Block", "defence-ministry"),)),
    Country(iso3="RUS", name="Russia", aliases=("Russian Federation",), adjectives=("Russian", "Russians"), capitals=("Moscow",), metonyms=(("Kremlin", "head-of-state"),)),
    Country(iso3="FRA", name="France", adjectives=("French",), capitals=("Paris",)),
    Country(iso3="JPN", name="Japan", adjectives=("Japanese",), capitals=("Tokyo",)),
    Country(iso3="KOR", name="South Korea", aliases=("Republic of Korea",), adjectives=("South Korean",), capitals=("Seoul",)),
    Country(iso3="LKA", name="Sri Lanka", adjectives=("Sri Lankan",), capitals=("Colombo",)),
    Country(iso3="POL", name="Poland", adjectives=("Polish",), capitals=("Warsaw",)),
    Country(iso3="USA", name="United States", aliases=("US", "U.S.", "America"), adjectives=("American",), capitals=("Washington",), ambiguous=("Washington",)),
    Country(iso3="GEO", name="Georgia", adjectives=("Georgian",), capitals=("Tbilisi",), ambiguous=("Georgia",)),
    Country(iso3="CHN", name="China", adjectives=("Chinese",), capitals=("Beijing",)),
    Country(iso3="DEU", name="Germany", adjectives=("German",), capitals=("Berlin",)),
)  # fmt: skip
_OFFICES = (
    Office(key="defence-minister", title="Defence Minister", aliases=("Minister of Defence",), only=("Raksha Mantri=IND", "RM=IND", "Armed Forces Minister=FRA")),
    Office(key="foreign-minister", title="Foreign Minister", aliases=("Minister of Foreign Affairs",)),
    Office(key="prime-minister", title="Prime Minister", aliases=("premier",)),
    Office(key="head-of-state", title="President"),
    Office(key="deputy-prime-minister", title="Deputy Prime Minister"),
    Office(key="government-spokesperson", title="Government Spokesperson", aliases=("government spokesman",)),
    Office(key="navy-chief", title="Chief of the Naval Staff", aliases=("Navy chief",), owner="organisation"),
)  # fmt: skip
_ENTRIES = (
    Entry(key="weapon:s-400", kind=Kind.WEAPON_SYSTEM, name="S-400", aliases=("S-400 Triumf",), countries=("RUS",)),
    Entry(key="weapon:hawk", kind=Kind.WEAPON_SYSTEM, name="Hawk", ambiguous=("Hawk",)),
    Entry(key="org:nato", kind=Kind.ORGANISATION, name="NATO", category="alliance"),
    Entry(key="org:indian-navy", kind=Kind.ORGANISATION, name="Indian Navy", countries=("IND",), category="armed_service"),
    Entry(key="exercise:indra", kind=Kind.EXERCISE, name="INDRA", aliases=("Indra",)),
)  # fmt: skip
_TENURES = (
    Tenure(
        person="Hervé Morin", country="FRA", office="defence-minister", title="Minister of Defence",
        since=date(2007, 5, 18), until=date(2010, 11, 14), as_of=date(2020, 1, 1),
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def reader() -> Reader:
    lexicons = {path.stem: read_lexicon(path) for path in sorted(LEXICONS.glob("reading*.yaml"))}
    return Reader(
        Gazetteers(
            countries={c.iso3: c for c in _COUNTRIES}, offices={o.key: o for o in _OFFICES}, tenures=_TENURES,
            entries={e.key: e for e in _ENTRIES}, topics={"training": ("military training",)}, lexicons=lexicons,
        )
    )  # fmt: skip


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    """read(text, title=None, day="2021-05-04", country=None) -> Reading"""

    def go(text: str, title: str | None = None, day: str = "2021-05-04", country: str | None = None) -> Reading:
        whole = f"{title}\n\n{text}" if title else text
        outlet = Outlet(key="outlet:test", name="Test", country=country, official=country is not None)
        return reader.read(Article(text=whole, title=title, published=When.parse(day)), outlet)

    return go


def names(reading: Reading, kind: Kind) -> list[str]:
    return [party.name for party in reading.parties if party.kind is kind]


def said(reading: Reading, words: str) -> list[tuple[str, str]]:
    """(name, how) of every occurrence with exactly these words."""
    return [
        (reading.parties[o.party].name, o.how.value)
        for sentence in reading.occurrences
        for o in sentence
        if o.words == words
    ]
