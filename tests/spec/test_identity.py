"""Who is who: what one role of a claim stands for, and what two of them have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from graphkit.model.claims import Kind
from graphkit.model.graph import Entity
from graphkit.resolve.groups import member
from graphkit.resolve.identity import resolve
from graphkit.workflows.graphs.change import Filing
from tests.worlds import LISTING, Said, Who, country, filing, holder, person, weapon

RUSSIA = country("Russia")


def entities(*filings: Filing) -> dict[str, Entity]:
    return dict(resolve([claim for one in filings for claim in one.claims], LISTING).entities)


def subjects(*whos: Who, apart: bool = True) -> list[str]:
    """What each of these stands for as a subject, every one in an article of its own."""
    filings = [filing(_said(who), url=f"u{number}" if apart else None) for number, who in enumerate(whos)]
    claims = [one.claims[0] for one in filings]
    found = resolve(claims, LISTING)
    role = "item" if whos[0].kind is Kind.WEAPON_SYSTEM else "subject"
    return [found.keys[member(claim.key, role)] for claim in claims]


def _said(who: Who) -> Said:
    if who.kind is Kind.WEAPON_SYSTEM:
        return Said(type="PROCURES", subject=RUSSIA, item=who)
    return Said(type="MET", subject=who, object=RUSSIA)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Russia", "country:RUS"),
        ("Russian Federation", "country:RUS"),
        ("Russian", "country:RUS"),
        ("Moscow", "country:RUS"),
        ("Kremlin", "country:RUS"),
        ("New Delhi", "country:IND"),
        ("South Sudan", "country:SSD"),
        ("Sudanese", "country:SDN"),
        ("USSR", "country:x-SUN"),
    ],
)
def test_a_country_goes_by_name_adjective_capital_and_by_name(name: str, key: str) -> None:
    assert subjects(Who(kind=Kind.COUNTRY, name=name)) == [key]


@pytest.mark.parametrize("name", ["Sergei Shoigu", "Sergey Shoygu", "Sergei K. Shoigu"])
def test_one_person_has_many_spellings(name: str) -> None:
    assert subjects(person(name, "RUS")) == ["person:sergei-shoigu"]


def test_andrei_and_andrey_are_one_person() -> None:
    assert subjects(person("Andrei Belousov"), person("Andrey Belousov", "RUS")) == ["person:andrei-belousov"] * 2


def test_a_namesake_of_another_country_is_another_person() -> None:
    one, other = subjects(person("Rajnath Singh", "IND"), person("Rajnath Singh", "FRA"))
    assert (one, other) == ("person:rajnath-singh", "person:rajnath-singh-fra")


def test_a_lone_surname_needs_the_right_office() -> None:
    assert subjects(person("Singh", "IND", "defence-minister"), person("Singh", "IND", "head-of-state")) == [
        "person:rajnath-singh",
        "person:singh",
    ]


def test_an_office_holder_whom_nobody_names_is_the_tables_holder_of_that_day() -> None:
    days = ("2019-11-05", "2022-01-01")
    assert subjects(*(holder("RUS", "defence-minister", day) for day in days)) == [
        "person:sergei-shoigu",
        "person:andrei-belousov",
    ]


@pytest.mark.parametrize("day", ["2021-05-13", "2024-01-01"])
def test_in_a_gap_and_after_the_table_was_made_the_office_stands_for_itself(day: str) -> None:
    (found,) = subjects(holder("RUS", "defence-minister", day))
    assert found == f"person:office-rus-defence-minister-{day[:4]}"
    node = entities(filing(_said(holder("RUS", "defence-minister", day))))[found]
    assert node.name == "Defence Minister of Russia"
    assert node.placeholder
    assert not node.listed


def test_a_placeholder_never_merges_with_another_year_or_country() -> None:
    found = subjects(
        holder("FRA", "defence-minister", "2019-11-05"),
        holder("FRA", "defence-minister", "2020-11-05"),
        holder("SDN", "defence-minister", "2019-11-05"),
        holder("FRA", "defence-minister", None),
    )
    assert len(set(found)) == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("S-400", "S400", True),
        ("S-400", "S-400 Triumf", True),
        ("S-400", "S-300", False),
        ("X-99", "X 99", True),
        ("X-99", "X-98", False),
        ("Type 1-2", "Type 12", False),
        ("Northern Star", "Southern Star", False),
    ],
)
def test_designators_never_merge_by_similarity(one: str, other: str, same: bool) -> None:
    first, second = subjects(weapon(one), weapon(other))
    assert (first == second) is same


def test_an_unlisted_name_is_the_spelling_with_most_words_then_the_first() -> None:
    long = person("Ajay Kumar Verma", "IND", also=("Ajay Verma",))
    found = entities(filing(_said(long)), filing(_said(person("Ajay Verma", "IND"))))
    assert found["person:ajay-kumar-verma"].name == "Ajay Kumar Verma"
    assert found["person:ajay-kumar-verma"].aliases == ("Ajay Verma",)
    assert list(entities(filing(_said(weapon("X-99"))), filing(_said(weapon("X 99"))))) == [
        "country:RUS",
        "weapon:x-99",
    ]


def test_a_shared_slug_gets_the_country_and_failing_that_the_claim() -> None:
    whos = (person("Ajay Kumar", "IND"), person("Ajay Kumar", "FRA"), person("Ajay Kumar"))
    one, other, third = subjects(*whos)
    assert (one, other) == ("person:ajay-kumar-ind", "person:ajay-kumar-fra")
    assert third.startswith("person:ajay-kumar-")
    assert len(third) == len("person:ajay-kumar-") + 8


def test_without_a_rival_the_unknown_country_is_the_known_one() -> None:
    assert subjects(person("Ajay Kumar", "IND"), person("Ajay Kumar")) == ["person:ajay-kumar"] * 2


def test_a_listed_slug_is_never_taken() -> None:
    assert subjects(replace(weapon("S-400"), kind=Kind.WEAPON_SYSTEM), weapon("s 400")) == ["weapon:s-400"] * 2
    assert subjects(Who(kind=Kind.ORGANISATION, name="MoD", country="RUS"))[0] == "org:mod"
    assert subjects(Who(kind=Kind.ORGANISATION, name="MoD Ind"))[0].startswith("org:mod-ind-")


def test_the_indian_ministry_is_never_the_russian() -> None:
    ministry = Who(kind=Kind.ORGANISATION, name="Ministry of Defence")
    found = subjects(*(replace(ministry, country=code) for code in ("IND", "RUS")))
    assert found == ["org:mod-ind", "org:ministry-of-defence"]


def _pact(name: str, *parties: str) -> Filing:
    states = [country(party) for party in parties]
    item = Who(kind=Kind.AGREEMENT, name=name)
    return filing(Said(type="AGREED_WITH", subject=states[0], object=states[1], item=item))


def _items(filings: Sequence[Filing]) -> list[str]:
    claims = [one.claims[0] for one in filings]
    found = resolve(claims, LISTING)
    return [found.keys[member(claim.key, "item")] for claim in claims]


def test_an_unlisted_agreement_is_its_name_and_its_parties() -> None:
    pacts = [
        _pact("Logistics Pact", "India", "Russia"),
        _pact("logistics pact", "Moscow", "Indian"),
        _pact("Logistics Pact", "India", "France"),
        _pact("LEMOA", "India", "France"),
    ]
    assert _items(pacts) == [
        "agreement:logistics-pact-ind-rus",
        "agreement:logistics-pact-ind-rus",
        "agreement:logistics-pact-fra-ind",
        "agreement:lemoa",
    ]


def test_exercises_and_forums_are_series() -> None:
    drill = Said(type="EXERCISES_WITH", subject=country("India"), object=RUSSIA)
    names = ("INDRA-2019", "INDRA 2021", "12th INDRA", "INDRA-21", "INDRA XI", "Tarang-2019", "3rd Tarang")
    found = _items([filing(replace(drill, item=Who(kind=Kind.EXERCISE, name=name))) for name in names])
    assert found == ["exercise:indra"] * 5 + ["exercise:tarang-ind-rus"] * 2


def test_nothing_listed_depends_on_what_else_was_read() -> None:
    alone = entities(filing(_said(person("Rajnath Singh"))))["person:rajnath-singh"]
    among = entities(*(filing(_said(person("Rajnath Singh", code))) for code in ("IND", "FRA", None)))
    assert among["person:rajnath-singh"] == alone


def test_every_role_says_why_it_was_resolved_so() -> None:
    whos = (person("Sergey Shoygu"), person("Ajay Kumar"), holder("RUS", "defence-minister", "2019-11-05"))
    claims = [filing(_said(who)).claims[0] for who in whos]
    why = resolve(claims, LISTING).why
    reasons = [why[member(claim.key, "subject")] for claim in claims]
    assert "is a name of Sergei Shoigu in the tables of offices" in reasons[0]
    assert "no gazetteer lists 'Ajay Kumar'" in reasons[1]
    assert (
        "nobody is named; by the table of offices Sergei Shoigu was Defence Minister of Russia on 2019-11-05"
        in reasons[2]
    )


def test_a_forum_is_one_for_all_whom_an_article_sees_in_it() -> None:
    """Participation is one claim per party; together they say between whom the forum is."""
    dialogue = Who(kind=Kind.FORUM, name="Sea Dialogue")

    def seen(*states: str) -> Filing:
        claims = [Said(type="PARTICIPATES_IN", subject=country(state), object=dialogue) for state in states]
        return filing(*claims, url="-".join(states))

    found = entities(seen("India", "Russia"), seen("France", "India"), seen("Russia", "India"))
    assert [key for key in found if key.startswith("org:")] == ["org:sea-dialogue-ind-rus", "org:sea-dialogue-fra-ind"]


def test_the_family_name_may_come_first_within_ones_own_state() -> None:
    assert subjects(person("Shoigu Sergei", "RUS"), person("Shoigu Sergei")) == [
        "person:sergei-shoigu",
        "person:shoigu-sergei",
    ]


def test_an_office_of_an_organisation_is_its_own() -> None:
    """What the article's reader takes for the owner of an office may be an organisation's key."""
    (found,) = subjects(replace(holder("RUS", "head-of-state", "2019-01-01"), country="org:sco"))
    assert found == "person:office-sco-head-of-state-2019"
    said = Said(
        type="HOLDS_OFFICE",
        subject=person("Ajay Kumar"),
        object=Who(kind=Kind.COUNTRY, words="the Secretary", country="org:sco"),
        office=Who(kind=Kind.OFFICE, name="Secretary"),
    )
    assert "org:sco" in entities(filing(said))
