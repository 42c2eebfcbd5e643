"""The files under sources/gazetteers/, each and together."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import pytest

from graphkit.gazetteers.countries import forms
from graphkit.gazetteers.entries import Entry, Gazetteers
from graphkit.gazetteers.load import gazetteer_files, load_gazetteers
from graphkit.gazetteers.names import clash, normal, variant_key
from graphkit.gazetteers.tables import read_table
from graphkit.model.claims import Kind
from tests.unit.gazetteers.conftest import SOURCES


def test_everything_loads_in_well_under_half_a_second() -> None:
    started = time.process_time()
    load_gazetteers([SOURCES])
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("name", [name for name in gazetteer_files([SOURCES]) if name.endswith(".tsv")])
def test_each_file_has_a_line_for_every_key_once(name: str) -> None:
    path = SOURCES / name
    columns = path.read_text(encoding="utf-8").partition("\n")[0].split("\t")
    rows = list(read_table(path, columns))
    assert rows
    keys = Counter(
        (row.text("key"), row.text("iso3"), *map(row.text, ("country", "office", "person", "since"))) for row in rows
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_all_members_of_the_united_nations_are_there_and_those_that_are_no_more(listed: Gazetteers) -> None:
    alive = [country for country in listed.countries.values() if country.valid_to is None]
    assert len(alive) >= 197
    assert {"TWN", "XKX", "PSE", "VAT", "SSD"} <= {country.iso3 for country in alive}
    gone = {country.iso3: country.valid_to for country in listed.countries.values() if country.valid_to}
    assert gone["x-SUN"] == date(1991, 12, 26)
    assert {"x-YUG", "x-DDR", "x-CSK"} <= set(gone)


def test_every_living_state_has_an_adjective_a_capital_and_its_place(listed: Gazetteers) -> None:
    for country in listed.countries.values():
        if country.valid_to is None and country.iso3 not in ("SGP", "MAC", "HKG"):
            assert country.adjectives, country.name
            assert country.capitals, country.name
            assert country.latitude is not None, country.name
            assert country.longitude is not None, country.name
            assert -90 <= country.latitude <= 90, country.name
            assert -180 <= country.longitude <= 180, country.name


def test_two_codes_of_one_scheme_are_never_one(listed: Gazetteers) -> None:
    alive = [country for country in listed.countries.values() if country.valid_to is None]
    for scheme in ([c.iso2 for c in alive], [c.cow for c in alive]):
        assert [code for code, times in Counter(filter(None, scheme)).items() if times > 1] == []


def test_a_form_that_two_states_share_is_ambiguous_in_both(listed: Gazetteers) -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for country in listed.countries.values():
        for words in forms(country):
            if words not in country.ambiguous:
                users[normal(words)].add(country.iso3)
    assert {words: sorted(codes) for words, codes in users.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Sudan", {"SDN"}), ("South Sudan", {"SSD"}), ("South Sudanese", {"SSD"}), ("Guinea-Bissau", {"GNB"}),
        ("Equatorial Guinea", {"GNQ"}), ("Papua New Guinea", {"PNG"}), ("DRC", {"COD"}), ("Dominica", {"DMA"}),
        ("Republic of the Congo", {"COG"}), ("DPRK", {"PRK"}), ("ROK", {"KOR"}), ("Niger", {"NER"}),
        ("Nigerien", {"NER"}), ("Nigerian", {"NGA"}), ("Republic of China", {"TWN"}), ("PRC", {"CHN"}),
        ("the Philippines", {"PHL"}), ("Filipino", {"PHL"}), ("Holland", {"NLD"}), ("Burma", {"MMR"}),
        ("Turkiye", {"TUR"}), ("Cote d’Ivoire", {"CIV"}), ("Emirati", {"ARE"}), ("Briton", {"GBR"}), ("RF", {"RUS"}),
    ],
)  # fmt: skip
def test_names_that_look_alike_stay_apart(listed: Gazetteers, words: str, codes: set[str]) -> None:
    found = {c.iso3 for c in listed.countries.values() if normal(words) in {normal(form) for form in forms(c)}}
    assert found == codes


def test_a_title_means_one_office_of_an_owner_in_a_country(listed: Gazetteers) -> None:
    meanings: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for office in listed.offices.values():
        for title in (office.title, *office.aliases):
            meanings[normal(title), office.owner, ""].add(office.key)
        for title, _, code in (pair.rpartition("=") for pair in office.only):
            meanings[normal(title), office.owner, code].add(office.key)
    assert {title: sorted(keys) for title, keys in meanings.items() if len(keys) > 1} == {}


def test_a_service_chief_belongs_to_the_service_and_a_defence_chief_to_the_country(listed: Gazetteers) -> None:
    owners = {key: office.owner for key, office in listed.offices.items()}
    assert {owners[key] for key in ("army-chief", "navy-chief", "air-force-chief", "chief-executive")} == {
        "organisation"
    }
    of_state = ("chief-of-defence", "ambassador", "national-security-adviser", "foreign-ministry-spokesperson")
    assert {owners[key] for key in of_state} == {"country"}


def test_the_chief_of_a_listed_service_holds_a_listed_office(listed: Gazetteers) -> None:
    heads = [(e.key, value) for e in listed.entries.values() for scheme, value in e.identifiers if scheme == "head"]
    assert len(heads) > 200
    assert [pair for pair in heads if pair[1] not in listed.offices] == []
    led = Counter(
        (entry.countries[0], value)
        for entry in listed.entries.values()
        for scheme, value in entry.identifiers
        if scheme == "head" and len(entry.countries) == 1
    )
    assert [post for post, times in led.items() if times > 1] == []


def test_no_name_belongs_to_two_entries_unless_it_is_ambiguous(listed: Gazetteers) -> None:
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in listed.entries.values():
        for words in {entry.name, *entry.aliases} - set(entry.ambiguous):
            users[_family(entry), normal(words)].add(entry.key)
    assert {words: sorted(keys) for words, keys in users.items() if len(keys) > 1} == {}


def _family(entry: Entry) -> str:
    return Kind.ORGANISATION if entry.kind == Kind.FORUM else entry.kind


def test_parents_go_up_and_never_round(listed: Gazetteers) -> None:
    for entry in listed.entries.values():
        seen = [entry.key]
        while (parent := listed.entries[seen[-1]].parent) is not None:
            assert parent not in seen, seen
            seen.append(parent)


def test_ministries_of_different_states_never_share_a_name(listed: Gazetteers) -> None:
    ministries = [entry for entry in listed.entries.values() if entry.category == "ministry"]
    assert len(ministries) > 150
    assert all(len(entry.countries) == 1 for entry in ministries)


def test_terms_are_in_order_and_end_in_our_time(listed: Gazetteers) -> None:
    posts: dict[tuple[str, str], list[date]] = defaultdict(list)
    for term in listed.tenures:
        posts[term.country, term.office].append(term.since)
        assert term.since <= (term.until or term.as_of), term
        assert date(2000, 1, 1) <= (term.until or term.as_of) < date(2027, 1, 1), term
    assert all(days == sorted(days) for days in posts.values())
    assert len({term.country for term in listed.tenures}) >= 150


def test_the_most_active_states_have_their_ministers_to_2025(listed: Gazetteers) -> None:
    states = [
        "IND",
        "RUS",
        "USA",
        "CHN",
        "PAK",
        "GBR",
        "FRA",
        "DEU",
        "ITA",
        "ESP",
        "JPN",
        "KOR",
        "AUS",
        "NZL",
        "CAN",
        "ISR",
        "IRN",
        "SAU",
        "ARE",
        "QAT",
        "OMN",
        "BHR",
        "JOR",
        "EGY",
        "TUR",
        "GRC",
        "UKR",
        "BLR",
        "POL",
        "CZE",
        "HUN",
        "ROU",
        "SRB",
        "SWE",
        "NOR",
        "FIN",
        "DNK",
        "NLD",
        "BEL",
        "PRT",
        "CHE",
        "KAZ",
        "UZB",
        "ARM",
        "AZE",
        "VNM",
        "PHL",
        "IDN",
        "MYS",
        "SGP",
        "THA",
        "LKA",
        "MDV",
        "BRA",
        "ZAF",
        "NGA",
        "ETH",
        "TWN",
        "EST",
        "LVA",
        "LTU",
    ]
    known = {(term.country, term.office) for term in listed.tenures if (term.until or term.as_of) >= date(2025, 1, 1)}
    heads = ("defence-minister", "foreign-minister", "head-of-state", "prime-minister")
    for code in states:
        assert len([office for office in heads if (code, office) in known]) >= 2, code


def test_one_spelling_of_a_person_is_used_in_a_country(listed: Gazetteers) -> None:
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term in listed.tenures:
        spellings[term.country, variant_key(term.person)].add(term.person)
    assert [names for names in spellings.values() if len(names) > 1] == []


def test_variants_of_a_family_differ_by_what_forbids_a_merge_or_by_words(listed: Gazetteers) -> None:
    for one, other in (("weapon:s-300", "weapon:s-400"),):
        if one in listed.entries and other in listed.entries:
            assert clash(listed.entries[one].name, listed.entries[other].name)


def test_no_alias_repeats_the_name_and_no_list_repeats_itself(listed: Gazetteers) -> None:
    def twice(words: Iterable[str]) -> list[str]:
        return [word for word, times in Counter(words).items() if times > 1]

    for entry in listed.entries.values():
        assert twice((entry.name, *entry.aliases)) == [], entry.key
    for country in listed.countries.values():
        assert twice((country.name, *country.aliases)) == [], country.iso3
    for office in listed.offices.values():
        assert twice((office.title, *office.aliases)) == [], office.key
