"""Office phrases: who holds them, whose they are; office-holders whom nobody names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphkit.extract.reading import Reading
from graphkit.model.claims import Kind
from tests.unit.extract.entities.conftest import names, said

Read = Callable[..., Reading]


def held(reading: Reading) -> list[tuple[str, str | None, str | None, str | None]]:
    """(words, key, holder, owner) of every office phrase."""

    def name(number: int | None) -> str | None:
        return None if number is None else reading.parties[number].name

    return [(o.words, o.office, name(o.holder), name(o.owner)) for o in reading.offices]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("French Defence Minister Luc Arnaud flew home.", ("Defence Minister", "defence-minister", "Luc Arnaud", "France")),
        ("Luc Arnaud, the French defence minister, flew home.", ("defence minister", "defence-minister", "Luc Arnaud", "France")),
        ("The Minister of Defence of the French Republic Luc Arnaud spoke.", ("Minister of Defence", "defence-minister", "Luc Arnaud", "France")),
        ("Prime Minister Luc Arnaud of France spoke.", ("Prime Minister", "prime-minister", "Luc Arnaud", "France")),
        ("Raksha Mantri Anil Thapar spoke.", ("Raksha Mantri", "defence-minister", "Anil Thapar", "India")),
        ("Admiral S. K. Thapar, Chief of the Indian Navy, spoke.", ("Chief", "navy-chief", "S. K. Thapar", "Indian Navy")),
        ("Jan Kowal, director of sales at Blue Heron Industries, spoke.", ("director of sales", None, "Jan Kowal", "Blue Heron Industries")),
        ("The Indian Navy (IN) chief, Admiral S. K. Thapar, spoke.", ("chief", "navy-chief", "S. K. Thapar", "Indian Navy")),
        ("Acting French defence minister Luc Arnaud spoke.", ("defence minister", "defence-minister", "Luc Arnaud", "France")),
        ("Caretaker Prime Minister Luc Arnaud of France spoke.", ("Prime Minister", "prime-minister", "Luc Arnaud", "France")),
        ("NATO Secretary General Jan Kowal spoke.", ("Secretary General", None, "Jan Kowal", "NATO")),
        ("Jan Kowal said he is the chairman of Blue Heron Industries.", ("chairman", None, "Jan Kowal", "Blue Heron Industries")),
    ],
)  # fmt: skip
def test_an_office_has_its_holder_and_owner(read: Read, text: str, phrase: tuple[str, str | None, str, str]) -> None:
    assert phrase in held(read(text))


def test_two_offices_of_one_person(read: Read) -> None:
    reading = read("Polish Deputy Prime Minister and Defence Minister Jan Kowal spoke.")
    assert held(reading) == [
        ("Deputy Prime Minister", "deputy-prime-minister", "Jan Kowal", "Poland"),
        ("Defence Minister", "defence-minister", "Jan Kowal", "Poland"),
    ]


def test_a_former_office_says_so(read: Read) -> None:
    [office] = read("The former French defence minister Luc Arnaud spoke.").offices
    assert office.former


def test_a_rank_is_no_office(read: Read) -> None:
    assert not read("Commander Jan Kowal spoke.").offices


def test_a_civil_title_before_gen_makes_it_a_name(read: Read) -> None:
    assert names(read("Japanese Defence Minister Gen Tanabe spoke."), Kind.PERSON) == ["Gen Tanabe"]
    assert names(read("Japanese Defence Minister General Tanabe spoke."), Kind.PERSON) == ["Tanabe"]


def test_a_counterpart_holds_the_possessors_office(read: Read) -> None:
    reading = read("French Defence Minister Luc Arnaud met his Polish counterpart in Paris.")
    assert said(reading, "Polish counterpart") == [("Defence Minister of Poland", "counterpart")]
    [party] = [p for p in reading.parties if p.unnamed]
    assert (party.office, party.country, str(party.day)) == ("defence-minister", "POL", "2021-05-04")


def test_a_named_counterpart_is_an_office_phrase_too(read: Read) -> None:
    reading = read("French Defence Minister Luc Arnaud met his Polish counterpart Jan Kowal.")
    assert ("counterpart", "defence-minister", "Jan Kowal", "Poland") in held(reading)


def test_the_dated_table_adds_the_holder_but_does_not_name_him(read: Read) -> None:
    [party] = [p for p in read("The French defence minister left.", day="2008-03-01").parties if p.unnamed]
    assert party.name == "Defence Minister of France"
    assert "Hervé Morin" in party.also
    [later] = [p for p in read("The French defence minister left.", day="2021-03-01").parties if p.unnamed]
    assert "Hervé Morin" not in later.also


def test_plural_offices_are_one_person_per_office_and_state(read: Read) -> None:
    reading = read("The foreign and defence ministers of Japan and France will meet.")
    assert names(reading, Kind.PERSON) == [
        "Foreign Minister of Japan",
        "Foreign Minister of France",
        "Defence Minister of Japan",
        "Defence Minister of France",
    ]


def test_plural_offices_of_a_group(read: Read) -> None:
    reading = read("Japan and France held talks. The defence ministers of both countries signed.")
    assert names(reading, Kind.PERSON) == ["Defence Minister of Japan", "Defence Minister of France"]


def test_an_office_named_before_is_the_person_named(read: Read) -> None:
    reading = read("French Defence Minister Luc Arnaud spoke. The French defence minister then left.")
    assert names(reading, Kind.PERSON) == ["Luc Arnaud"]
    assert said(reading, "French defence minister") == [("Luc Arnaud", "office")]


def test_researchers_and_members_are_nobody_unnamed(read: Read) -> None:
    assert not [p for p in read("A French research fellow and a Polish member spoke.").parties if p.unnamed]
