"""`countries.tsv`: one state a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from graphkit.gazetteers.entries import Country
from graphkit.gazetteers.tables import Row

COLUMNS = (
    "iso3", "iso2", "cow", "name", "aliases", "adjectives", "demonyms", "capitals", "metonyms", "ambiguous",
    "latitude", "longitude", "valid_to",
)  # fmt: skip
# What a metonym may stand for, besides an office of offices.tsv.
INSTITUTIONS = ("defence-ministry", "foreign-ministry", "government", "legislature", "armed-forces", "intelligence")

_CODE = re.compile(r"[A-Z]{3}|x-[A-Z]{3}")


def parse_countries(rows: Iterable[Row], offices: Collection[str]) -> dict[str, Country]:
    """Return the states by code, in the file's order.

    SettingsError for a malformed or repeated code and for a metonym that stands neither for one of
    `offices` nor for one of INSTITUTIONS.
    """
    countries: dict[str, Country] = {}
    for row in rows:
        country = _country(row)
        if country.iso3 in countries:
            row.refuse(f"{country.iso3} is listed twice", "merge the two lines")
        for words, role in country.metonyms:
            if role not in offices and role not in INSTITUTIONS:
                row.refuse(f"{words} stands for {role}", f"an office's key or one of {', '.join(INSTITUTIONS)}")
        countries[country.iso3] = country
    return countries


def _country(row: Row) -> Country:
    code = row.need("iso3")
    if not _CODE.fullmatch(code):
        row.refuse(f"{code!r} is no code of a state", "three capitals (ISO 3166-1), or x- and three for a dead state")
    country = Country(
        iso3=code,
        name=row.need("name"),
        aliases=row.list("aliases"),
        adjectives=row.list("adjectives"),
        demonyms=row.list("demonyms"),
        capitals=row.list("capitals"),
        metonyms=row.pairs("metonyms"),
        ambiguous=row.list("ambiguous"),
        iso2=row.text("iso2"),
        cow=row.text("cow"),
        latitude=row.number("latitude"),
        longitude=row.number("longitude"),
        valid_to=row.day("valid_to", last=True),
    )
    unused = [words for words in country.ambiguous if words not in forms(country)]
    if unused:
        row.refuse(f"ambiguous, but no form of {country.name}: {', '.join(unused)}", "list it in another column too")
    return country


def forms(country: Country) -> tuple[str, ...]:
    """Return every word or phrase that may name the state, in the order of the columns."""
    metonyms = tuple(words for words, _ in country.metonyms)
    return (country.name, *country.aliases, *country.adjectives, *country.demonyms, *country.capitals, *metonyms)
