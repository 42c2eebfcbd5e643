"""Each kind of name is found in running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphkit.extract.reading import Reading
from graphkit.model.claims import Kind
from tests.unit.extract.entities.conftest import names, said

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        (Kind.PERSON, "French Defence Minister Luc Arnaud flew home.", "Luc Arnaud"),
        (Kind.PERSON, "The deal was sealed by Khalid bin Omar Al Rashid, the crown prince.", "Khalid bin Omar Al Rashid"),
        (Kind.PERSON, "Vice Admiral (Retd.) S. K. Thapar opened the seminar.", "S. K. Thapar"),
        (Kind.WEAPON_SYSTEM, "Two Kestrel-class frigates left port.", "Kestrel-class"),
        (Kind.WEAPON_SYSTEM, "The army tested an XR-77B howitzer.", "XR-77B"),
        (Kind.WEAPON_SYSTEM, "They want the Kestrel anti-tank guided missile.", "Kestrel"),
        (Kind.WEAPON_SYSTEM, "The frigate HMS Kestrel called at the port.", "HMS Kestrel"),
        (Kind.WEAPON_SYSTEM, "The order covers armed drones.", "armed drones"),
        (Kind.EXERCISE, "Troops from both armies began Exercise Silver Heron on Monday.", "Silver Heron"),
        (Kind.EXERCISE, "The drill HERON-2021 ended on Friday.", "HERON-2021"),
        (Kind.EXERCISE, "They will hold a joint naval drill in spring.", "joint naval drill"),
        (Kind.FORUM, "Both met at the 7th India-Japan Maritime Dialogue.", "7th India-Japan Maritime Dialogue"),
        (Kind.FORUM, "The two sides held a defence policy dialogue.", "defence policy dialogue"),
        (Kind.ORGANISATION, "Blue Heron Shipyard Ltd won the tender.", "Blue Heron Shipyard Ltd"),
        (Kind.ORGANISATION, "The Northern Fleet received the boats.", "Northern Fleet"),
        (Kind.ORGANISATION, "A statement by the Polish Ministry of National Defence followed.", "Ministry of National Defence of Poland"),
        (Kind.AGREEMENT, "They signed a logistics support agreement.", "logistics support agreement"),
        (Kind.AGREEMENT, "The Mutual Access Treaty was ratified.", "Mutual Access Treaty"),
    ],
)  # fmt: skip
def test_a_name_is_found_by_its_shape(read: Read, kind: Kind, text: str, name: str) -> None:
    assert name in names(read(text), kind)


@pytest.mark.parametrize("spelling", ["S-400", "S400", "S 400", "S-400s", "S-400 Triumf"])
def test_spellings_of_a_listed_system_are_one(read: Read, spelling: str) -> None:
    [party] = [p for p in read(f"India wants the {spelling} soon.").parties if p.kind is Kind.WEAPON_SYSTEM]
    assert party.key == "weapon:s-400"


def test_an_ambiguous_name_needs_support(read: Read) -> None:
    assert names(read("A Hawk circled above the lake."), Kind.WEAPON_SYSTEM) == []
    assert names(read("A Hawk trainer aircraft was shown."), Kind.WEAPON_SYSTEM) == ["Hawk"]


def test_a_pair_of_countries_in_one_word_is_two(read: Read) -> None:
    reading = read("The India-Sri Lanka talks and the Russo-Japanese dispute went on.")
    assert names(reading, Kind.COUNTRY) == ["India", "Sri Lanka", "Russia", "Japan"]


def test_an_acronym_stands_for_the_name_it_was_defined_with(read: Read) -> None:
    reading = read("The Central Heron Research Agency (CHRA) was founded. Last year CHRA built two boats.")
    assert said(reading, "CHRA") == [("Central Heron Research Agency", "short")] * 2


def test_an_edition_belongs_to_the_words_and_not_to_the_name(read: Read) -> None:
    reading = read("Both sent ships to the 9th Indra 2021.")
    assert said(reading, "9th Indra 2021") == [("INDRA", "name")]


def test_a_firm_vouches_for_those_in_its_list(read: Read) -> None:
    reading = read("They signed with Akraz, Tovenik and Blue Heron Industries.")
    assert names(reading, Kind.ORGANISATION) == ["Akraz", "Tovenik", "Blue Heron Industries"]


def test_two_navies_are_two_services_and_two_states(read: Read) -> None:
    reading = read("The Indian and Japanese navies sailed together.")
    assert set(names(reading, Kind.ORGANISATION)) == {"Indian Navy", "Japanese Navy"}
    assert {name for name, how in said(reading, "Japanese navies") if how == "organ"} == {"Japan"}


@pytest.mark.parametrize("words", ["South American", "Indian Ocean", "Washington Post", "Sea of Japan", "US$"])
def test_names_that_only_look_like_states(read: Read, words: str) -> None:
    assert names(read(f"The {words} is another matter altogether."), Kind.COUNTRY) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Moscow agreed.", False),
        ("They met in Moscow.", True),
        ("They flew to Moscow.", True),
        ("MOSCOW: Talks began.", True),
        ("They train in India.", True),
        ("They sell to India.", False),
    ],
)
def test_a_capital_is_a_government_or_a_place(read: Read, text: str, place: bool) -> None:
    [country] = [o for sentence in read(text).occurrences for o in sentence]
    assert country.place is place


def test_a_person_may_be_called_like_a_state(read: Read) -> None:
    reading = read("French Minister India Laval spoke.")
    assert names(reading, Kind.PERSON) == ["India Laval"]
    assert names(reading, Kind.COUNTRY) == ["France"]
