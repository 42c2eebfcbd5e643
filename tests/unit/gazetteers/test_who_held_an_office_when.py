"""The dated table, asked."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.gazetteers.entries import Gazetteers, Tenure
from graphkit.gazetteers.tenures import covers, holder, tenures_of


@pytest.mark.parametrize(
    ("country", "office", "day", "person"),
    [
        ("RUS", "defence-minister", date(2012, 11, 6), "Sergei Shoigu"),
        ("RUS", "defence-minister", date(2024, 5, 12), "Sergei Shoigu"),
        ("RUS", "defence-minister", date(2024, 5, 14), "Andrei Belousov"),
        ("IND", "defence-minister", date(2020, 9, 3), "Rajnath Singh"),
        ("IND", "defence-secretary", date(2024, 11, 15), "Rajesh Kumar Singh"),
        ("IND", "foreign-secretary", date(2023, 1, 1), "Vinay Mohan Kwatra"),
        ("USA", "defence-minister", date(2024, 1, 1), "Lloyd Austin"),
        ("USA", "defence-minister", date(2025, 6, 1), "Pete Hegseth"),
        ("GBR", "defence-minister", date(2024, 7, 6), "John Healey"),
        ("GBR", "army-chief", date(2023, 5, 5), "Patrick Sanders"),
        ("JPN", "prime-minister", date(2025, 10, 22), "Sanae Takaichi"),
        ("POL", "defence-minister", date(2024, 2, 2), "Władysław Kosiniak-Kamysz"),
        ("FRA", "defence-minister", date(2019, 11, 5), "Florence Parly"),
        ("UKR", "defence-minister", date(2022, 3, 1), "Oleksii Reznikov"),
        ("IRN", "head-of-state", date(2022, 7, 19), "Ebrahim Raisi"),
        ("IRN", "supreme-leader", date(2022, 7, 19), "Ali Khamenei"),
        ("KOR", "head-of-state", date(2025, 7, 1), "Lee Jae-myung"),
        ("org:nato", "secretary-general", date(2023, 7, 11), "Jens Stoltenberg"),
        ("org:nato", "secretary-general", date(2024, 10, 2), "Mark Rutte"),
    ],
)
def test_a_post_has_its_holder(listed: Gazetteers, country: str, office: str, day: date, person: str) -> None:
    term = holder(listed, country, office, day)
    assert term is not None
    assert term.person == person


@pytest.mark.parametrize(
    ("country", "office", "day"),
    [
        ("RUS", "defence-minister", date(2024, 5, 13)),  # between two ministers
        ("IND", "chief-of-defence", date(2022, 3, 1)),  # the post stood empty
        ("IND", "chief-of-defence", date(2019, 12, 31)),  # before the post was made
        ("TUR", "prime-minister", date(2019, 1, 1)),  # after it was abolished
        ("IND", "defence-minister", date(2099, 1, 1)),  # after the table was made
        ("XYZ", "defence-minister", date(2020, 1, 1)),
    ],
)
def test_nobody_is_named_where_nobody_is_listed(listed: Gazetteers, country: str, office: str, day: date) -> None:
    assert holder(listed, country, office, day) is None


def test_a_handover_day_is_the_new_holders(listed: Gazetteers) -> None:
    term = holder(listed, "FRA", "head-of-state", date(2017, 5, 14))
    assert term is not None
    assert term.person == "Emmanuel Macron"


def test_two_who_share_a_post_leave_it_open(listed: Gazetteers) -> None:
    assert holder(listed, "CHN", "cmc-vice-chairman", date(2020, 1, 1)) is None


def test_an_open_term_holds_to_the_day_it_was_checked() -> None:
    checked = date(2020, 6, 30)
    term = Tenure(person="A B", country="AAA", office="x", title="X", since=date(2019, 1, 1), until=None, as_of=checked)
    assert covers(term, checked)
    assert not covers(term, date(2020, 7, 1))
    assert not covers(term, date(2018, 12, 31))


def test_a_person_is_found_in_any_spelling_with_all_terms(listed: Gazetteers) -> None:
    terms = tenures_of(listed, "Sergey Shoygu")
    assert [(term.country, term.office) for term in terms] == [
        ("RUS", "defence-minister"),
        ("RUS", "security-council-secretary"),
    ]
    assert tenures_of(listed, "Sergei Shoigu", "IND") == ()
    assert tenures_of(listed, "Nobody At All") == ()
    assert {term.country for term in tenures_of(listed, "Mark Rutte")} == {"NLD", "org:nato"}
