"""Editions come off the names of exercises and forums, and of nothing else."""

from __future__ import annotations

import pytest

from graphkit.model.claims import Kind
from graphkit.resolve.series import Series, series


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tarang-2019", Series("Tarang", "2019", 2019)),
        ("Tarang 2021", Series("Tarang", "2021", 2021)),
        ("Tarang (2018)", Series("Tarang", "2018", 2018)),
        ("Tarang '24", Series("Tarang", "2024", 2024)),
        ("Tarang '98", Series("Tarang", "1998", 1998)),
        ("3rd Tarang", Series("Tarang", "3rd")),
        ("the twenty-first edition of the Tarang", Series("Tarang", "twenty-first")),
        ("Second Tarang 2020", Series("Tarang", "Second 2020", 2020)),
        ("Tarang", Series("Tarang")),
        ("Tarang-10", Series("Tarang-10")),
        ("Tarang XI", Series("Tarang XI")),
        ("2+2 Dialogue", Series("2+2 Dialogue")),
        ("2019", Series("2019")),
        ("Third", Series("Third")),
    ],
)
def test_an_edition_is_an_ordinal_before_or_a_year_behind(name: str, expected: Series) -> None:
    assert series(name, Kind.EXERCISE) == expected
    assert series(name, Kind.FORUM) == expected


@pytest.mark.parametrize(
    ("name", "edition", "year"),
    [("Tarang-21", "2021", 2021), ("2019 Tarang", "2019", 2019), ("Tarang XII", "XII", None)],
)
def test_less_plain_editions_need_a_listed_name(name: str, edition: str, year: int | None) -> None:
    assert series(name, Kind.EXERCISE, {"Tarang"}.__contains__) == Series("Tarang", edition, year)
    assert series(name, Kind.EXERCISE) == Series(name)


def test_a_listed_name_stays_whole() -> None:
    assert series("5th Ocean", Kind.EXERCISE, {"5th Ocean"}.__contains__) == Series("5th Ocean")


@pytest.mark.parametrize("kind", [Kind.WEAPON_SYSTEM, Kind.ORGANISATION, Kind.AGREEMENT])
def test_other_kinds_keep_their_numbers(kind: Kind) -> None:
    assert series("5th Fleet 2019", kind) == Series("5th Fleet 2019")
