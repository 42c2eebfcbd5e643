"""The shipped gazetteers, resolved: the cases that the product's own examples rest on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graphkit.gazetteers.load import load_gazetteers
from graphkit.model.claims import Claim, Evidence, Kind, Role
from graphkit.model.spans import Span
from graphkit.resolve.groups import member
from graphkit.resolve.identity import resolve
from graphkit.resolve.listing import Listing

SOURCES = Path(__file__).parents[3] / "sources" / "gazetteers"


@pytest.fixture(scope="module")
def listing() -> Listing:
    return Listing(load_gazetteers([SOURCES]))


def key_of(listing: Listing, role: Role) -> str:
    other = Role(span=Span(50, 56), words="Norway", kind=Kind.COUNTRY, name="Norway", country="NOR")
    buys = role.kind is Kind.WEAPON_SYSTEM
    claim = Claim(
        type="PROCURES" if buys else "MET",
        subject=other if buys else role,
        object=None if buys else other,
        item=role if buys else None,
        evidence=Evidence(article="article:x", span=Span(0, 60), quote="x"),
        origin="test",
    )
    return resolve([claim], listing).keys[member(claim.key, "item" if buys else "subject")]


def unnamed(country: str, day: str) -> Role:
    return Role(
        span=Span(0, 5), words="the minister", kind=Kind.PERSON, country=country, office="defence-minister",
        day=date.fromisoformat(day),
    )  # fmt: skip


def named(name: str, kind: Kind = Kind.PERSON, country: str | None = None, office: str | None = None) -> Role:
    return Role(span=Span(0, 5), words=name, kind=kind, name=name, country=country, office=office)


@pytest.mark.parametrize(
    ("country", "day", "key"),
    [
        ("IND", "2020-09-03", "person:rajnath-singh"),
        ("RUS", "2019-11-06", "person:sergei-shoigu"),
        ("RUS", "2024-12-10", "person:andrei-belousov"),
    ],
)
def test_an_unnamed_minister_is_the_holder_of_that_day(listing: Listing, country: str, day: str, key: str) -> None:
    assert key_of(listing, unnamed(country, day)) == key


@pytest.mark.parametrize("name", ["Sergei Shoigu", "Sergey Shoygu", "Shoigu"])
def test_shoygu_is_shoigu(listing: Listing, name: str) -> None:
    assert key_of(listing, named(name, country="RUS")) == "person:sergei-shoigu"


@pytest.mark.parametrize("name", ["Andrei Belousov", "Andrey Belousov"])
def test_andrey_is_andrei(listing: Listing, name: str) -> None:
    assert key_of(listing, named(name)) == "person:andrei-belousov"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Moscow", "country:RUS"),
        ("Kremlin", "country:RUS"),
        ("Indian", "country:IND"),
        ("South Sudan", "country:SSD"),
        ("Sudan", "country:SDN"),
        ("USSR", "country:x-SUN"),
    ],
)
def test_states_by_what_they_go_by(listing: Listing, name: str, key: str) -> None:
    assert key_of(listing, named(name, Kind.COUNTRY)) == key


def test_systems_by_their_designators(listing: Listing) -> None:
    spellings = ("S-400", "S400", "S-400 Triumf")
    assert {key_of(listing, named(name, Kind.WEAPON_SYSTEM)) for name in spellings} == {"weapon:s-400"}
    assert key_of(listing, named("S-300", Kind.WEAPON_SYSTEM)) == "weapon:s-300"
    assert key_of(listing, named("S-399", Kind.WEAPON_SYSTEM)) == "weapon:s-399"


def test_every_listed_person_is_found_by_name_in_the_own_country(listing: Listing) -> None:
    """No two persons of the tables hide each other, but for namesakes of one state whom only the office tells apart."""
    hidden = [
        person.key
        for person in listing.people.persons
        for country in person.countries
        if (found := listing.people.named([person.name], country, None)) is None or found.key != person.key
    ]
    assert len(hidden) <= len(listing.people.persons) // 200, hidden


def test_every_term_leads_to_its_person(listing: Listing) -> None:
    for tenure in listing.gazetteers.tenures:
        person = listing.people.holder(tenure.country, tenure.office, tenure.since)
        assert person is None or tenure.office in person.offices
