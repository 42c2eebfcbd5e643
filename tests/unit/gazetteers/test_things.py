"""What may be bought, joined, exercised and signed: weapons, ships, firms, forums, exercises, agreements, topics."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

import pytest

from graphkit.gazetteers.entries import Entry, Gazetteers
from graphkit.gazetteers.listed import parse_entries
from graphkit.gazetteers.names import normal
from graphkit.gazetteers.tables import read_table
from graphkit.model.claims import Kind
from graphkit.resolve.series import series
from tests.unit.gazetteers.conftest import SOURCES

SIPRI = {
    "Aircraft", "Air defence systems", "Anti-submarine warfare weapons", "Armoured vehicles", "Artillery", "Engines",
    "Missiles", "Naval weapons", "Other", "Satellites", "Sensors", "Ships",
}  # fmt: skip
FILES = {
    "weapons.tsv": (Kind.WEAPON_SYSTEM, 1500),
    "ships.tsv": (Kind.WEAPON_SYSTEM, 250),
    "generic_items.tsv": (Kind.WEAPON_SYSTEM, 140),
    "companies.tsv": (Kind.ORGANISATION, 400),
    "forums.tsv": (Kind.FORUM, 250),
    "exercises.tsv": (Kind.EXERCISE, 250),
    "agreements.tsv": (Kind.AGREEMENT, 150),
}


@pytest.fixture(scope="module")
def by_file(listed: Gazetteers) -> dict[str, list[Entry]]:
    """The entries of each file, in its order."""
    return {
        name: [listed.entries[row.text("key")] for row in read_table(SOURCES / name, _header(name))] for name in FILES
    }


@pytest.fixture(scope="module")
def found(listed: Gazetteers) -> dict[tuple[str, str], list[Entry]]:
    """(kind, normal form) -> the entries that go by it."""
    table: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in listed.entries.values():
        for words in dict.fromkeys(normal(words) for words in (entry.name, *entry.aliases)):
            table[entry.kind, words].append(entry)
    return table


def _header(name: str) -> list[str]:
    return (SOURCES / name).read_text(encoding="utf-8").partition("\n")[0].split("\t")


def _things(by_file: dict[str, list[Entry]]) -> list[Entry]:
    return [entry for entries in by_file.values() for entry in entries]


@pytest.mark.parametrize(("name", "kind", "least"), [(name, *rest) for name, rest in FILES.items()])
def test_a_file_holds_enough_entries_of_its_kind(
    by_file: dict[str, list[Entry]], name: str, kind: Kind, least: int
) -> None:
    assert len(by_file[name]) >= least
    assert {entry.kind for entry in by_file[name]} == {kind}


def test_each_file_is_read_alone_with_its_own_keys(listed: Gazetteers) -> None:
    for name in ("companies.tsv", "forums.tsv", "exercises.tsv", "agreements.tsv", "weapons.tsv", "generic_items.tsv"):
        alone = parse_entries(read_table(SOURCES / name, _header(name)), listed.countries)
        assert all(listed.entries[key] == entry for key, entry in alone.items())


def test_weapons_stand_in_the_categories_of_the_arms_register(by_file: dict[str, list[Entry]]) -> None:
    weapons = by_file["weapons.tsv"]
    assert {entry.category for entry in weapons} == SIPRI
    assert {entry.category for entry in by_file["ships.tsv"]} == {"Ships"}
    assert {entry.category for entry in by_file["generic_items.tsv"]} == SIPRI
    assert all(entry.countries for entry in weapons)


def test_a_variant_is_of_its_family_s_sort_and_never_goes_by_its_name(
    listed: Gazetteers, by_file: dict[str, list[Entry]]
) -> None:
    variants = [entry for entry in by_file["weapons.tsv"] if entry.parent]
    assert len(variants) > 300
    for entry in variants:
        family = listed.entries[entry.parent or ""]
        assert family.kind == Kind.WEAPON_SYSTEM
        assert not {normal(entry.name), *map(normal, entry.aliases)} & {
            normal(words) for words in (family.name, *family.aliases) if words not in family.ambiguous
        }, entry.key


def test_a_named_ship_belongs_to_a_class_of_ships(listed: Gazetteers, by_file: dict[str, list[Entry]]) -> None:
    in_a_class = [entry for entry in by_file["ships.tsv"] if entry.parent]
    assert len(in_a_class) > 300
    assert {listed.entries[entry.parent or ""].category for entry in in_a_class} == {"Ships"}
    assert all(len(entry.countries) == 1 for entry in by_file["ships.tsv"])


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("S400", "s-400"), ("S-400 Triumf", "s-400"), ("SA-21 Growler", "s-400"), ("SA-10", "s-300"),
        ("Prometey", "s-500"), ("PJ-10", "brahmos"), ("Kh-47M2", "kinzhal"), ("SA-17", "buk-m2"),
        ("Sukhoi-30MKI", "su-30mki"), ("F-16 Block 72", "f-16-block-70"), ("JAS-39", "jas-39-gripen"),
        ("Rafale Marine", "rafale-m"), ("P-8I Neptune", "p-8i"), ("MH-60 Romeo", "mh-60r"), ("Bhishma tank", "t-90"),
        ("K9 Vajra-T", "k9-vajra"), ("Krivak III", "talwar-class-frigate"), ("F414", "ge-f414"),
        ("terminal high-altitude area defense", "thaad"), ("MRSAM", "mrsam"), ("TB-2", "bayraktar-tb2"),
        ("Kamov Ka-226T", "ka-226t"), ("Cheolmae-2", "km-sam"), ("155 mm shells", "artillery-shells"),
        ("tank", "tanks"), ("air defense system", "air-defence-systems"), ("UAV", "drones"), ("spare part", "spare-parts"),
        ("weaponry", "weapons"), ("INS Arighaat", "ins-arighat"), ("USS Ford", "uss-gerald-r-ford"),
    ],
)  # fmt: skip
def test_a_weapon_is_found_by_its_other_names(found: dict[tuple[str, str], list[Entry]], words: str, key: str) -> None:
    assert [entry.key for entry in found[Kind.WEAPON_SYSTEM, normal(words)]] == [f"weapon:{key}"]


@pytest.mark.parametrize(
    "group",
    [
        ("S-300", "S-400", "S-500", "S-350", "S-200"), ("Su-30", "Su-30MKI", "Su-30MKK", "Su-30SM", "Su-35", "Su-57"),
        ("F-16", "F-16 Block 70", "F-16V", "F-15", "F-35A", "F-35B", "F-35"), ("PAC-2", "PAC-3", "PAC-3 MSE"),
        ("Agni-I", "Agni-II", "Agni-III", "Agni-P"), ("Type 052C", "Type 052D", "Type 054A", "Type 054B"),
        ("Hwasong-12", "Hwasong-14", "Hwasong-17"), ("T-72", "T-80", "T-90"), ("K9 howitzer", "K9 Vajra"),
        ("MQ-9", "MQ-9B", "SeaGuardian drone" , "SkyGuardian"), ("P-8A", "P-8I"), ("MiG-29", "MiG-29K", "MiG-35"),
    ],
)  # fmt: skip
def test_systems_that_look_alike_stay_apart(found: dict[tuple[str, str], list[Entry]], group: tuple[str, ...]) -> None:
    keys = [tuple(entry.key for entry in found.get((Kind.WEAPON_SYSTEM, normal(words)), ())) for words in group]
    assert all(one != other for one, other in combinations(keys, 2))


@pytest.mark.parametrize(
    ("variant", "family"),
    [
        ("su-30mki", "su-30"), ("su-30sm", "su-30"), ("f-35b", "f-35"), ("t-90s", "t-90"), ("s-300pmu-2", "s-300"),
        ("rafale-m", "rafale"), ("tejas-mk1a", "lca-tejas"), ("ka-226t", "ka-226"), ("k9-vajra", "k9-thunder"), ("ins-tushil", "tushil-class-frigate"),
    ],
)  # fmt: skip
def test_a_variant_names_its_family(listed: Gazetteers, variant: str, family: str) -> None:
    assert listed.entries[f"weapon:{variant}"].parent == f"weapon:{family}"


def test_the_three_long_range_air_defence_systems_are_no_family(listed: Gazetteers) -> None:
    assert [listed.entries[f"weapon:s-{number}"].parent for number in (300, 400, 500)] == [None, None, None]


def test_classes_of_things_are_generic_and_products_are_not(by_file: dict[str, list[Entry]]) -> None:
    assert all(entry.generic for entry in by_file["generic_items.tsv"])
    products = [*by_file["weapons.tsv"], *by_file["ships.tsv"], *by_file["companies.tsv"], *by_file["forums.tsv"]]
    assert not [entry.key for entry in products if entry.generic]
    types = [entry for entry in by_file["agreements.tsv"] if entry.generic]
    assert {"Visiting Forces Agreement", "Status of Forces Agreement"} <= {entry.name for entry in types}
    assert not [entry.key for entry in types if entry.countries]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.WEAPON_SYSTEM, "Patriot Javelin Stinger Tomahawk Harpoon Arrow Hawk Spike Milan Typhoon Tor Akash Astra Leopard"),
        (Kind.WEAPON_SYSTEM, "Apache Predator Reaper Heron Caesar Archer Boxer Lynx Puma Lancet Poseidon Trident K2 K9 C-2"),
        (Kind.EXERCISE, "Milan Shakti Garuda Cyclone Indra Konkan Maitree Dosti Aman Khanjar Varuna"),
        (Kind.ORGANISATION, "Indra Boeing MiG Sukhoi Rafael Leonardo Patria Tata Bell Colt Kalashnikov Antonov"),
        (Kind.FORUM, "Squad E3 V4"),
    ],
)  # fmt: skip
def test_a_name_that_is_also_a_word_or_another_thing_needs_support(
    found: dict[tuple[str, str], list[Entry]], kind: Kind, words: str
) -> None:
    for word in words.split():
        entries = found[kind, normal(word)]
        assert entries, word
        for entry in entries:
            assert normal(word) in map(normal, entry.ambiguous), (word, entry.key)


def test_the_shortest_forms_need_support(by_file: dict[str, list[Entry]]) -> None:
    sure = {"p8", "p3", "b2", "g7", "g8", "g4", "p5"}
    for entry in _things(by_file):
        plain = {normal(words) for words in (entry.name, *entry.aliases)} - set(map(normal, entry.ambiguous))
        assert all(len(words) > 1 and not words.isdigit() for words in plain), entry.key
        assert {words for words in plain if re.fullmatch(r"[a-z]\d", words)} <= sure, entry.key


def test_a_designator_that_reads_like_the_start_of_a_sentence_needs_support(by_file: dict[str, list[Entry]]) -> None:
    read_as_words = re.compile(r"(?:a|as|at|be|us|is|so|no|to|or|on|in)\d+")
    for entry in _things(by_file):  # "A 10-day visit" is no A-10
        plain = {normal(words) for words in (entry.name, *entry.aliases)} - set(map(normal, entry.ambiguous))
        assert [words for words in plain if read_as_words.fullmatch(words)] == [], entry.key


def test_names_are_clean(by_file: dict[str, list[Entry]]) -> None:
    untidy = re.compile(r"^\W|\s\s|[\t\"“”=>!]|[\s,:]$|[a-z]\.$")
    for entry in _things(by_file):
        assert [words for words in (entry.name, *entry.aliases) if untidy.search(words)] == [], entry.key


def test_forums_and_exercises_are_series_without_an_edition(by_file: dict[str, list[Entry]]) -> None:
    for entry in (*by_file["forums.tsv"], *by_file["exercises.tsv"]):
        for name in (entry.name, *entry.aliases):
            assert series(name, entry.kind).edition is None, (entry.key, name)


@pytest.mark.parametrize(
    ("key", "members"),
    [
        ("org:quad", "AUS IND JPN USA"), ("org:aukus", "AUS GBR USA"), ("org:five-eyes", "AUS CAN GBR NZL USA"),
        ("org:g7", "CAN DEU FRA GBR ITA JPN USA"), ("org:weimar-triangle", "DEU FRA POL"),
        ("org:five-power-defence-arrangements", "AUS GBR MYS NZL SGP"), ("org:irigc-mmtc", "IND RUS"),
        ("org:sco", "BLR CHN IND IRN KAZ KGZ PAK RUS TJK UZB"),
        ("org:csto", "ARM BLR KAZ KGZ RUS TJK"), ("exercise:yudh-abhyas", "IND USA"), ("exercise:indra", "IND RUS"),
        ("exercise:malabar", "AUS IND JPN USA"), ("exercise:dosti", "IND LKA MDV"), ("agreement:lemoa", "IND USA"),
        ("agreement:simla-agreement", "IND PAK"), ("agreement:budapest-memorandum", "GBR RUS UKR USA"),
        ("agreement:lancaster-house-treaties", "FRA GBR"), ("agreement:new-start", "RUS USA"),
    ],
)  # fmt: skip
def test_members_and_parties_are_those_of_the_field(listed: Gazetteers, key: str, members: str) -> None:
    assert sorted(listed.entries[key].countries) == members.split()


@pytest.mark.parametrize(
    ("kind", "words", "key"),
    [
        (Kind.FORUM, "Inter-Governmental Commission on Military and Military Technical Cooperation", "org:irigc-mmtc"),
        (Kind.FORUM, "IRIGC-M&MTC", "org:irigc-mmtc"), (Kind.FORUM, "SCO", "org:sco"),
        (Kind.FORUM, "Ramstein format", "org:ukraine-defense-contact-group"),
        (Kind.FORUM, "ASEAN Defense Ministers' Meeting Plus", "org:admm-plus"),
        (Kind.FORUM, "Seoul International Aerospace & Defense Exhibition", "org:seoul-adex"),
        (Kind.ORGANISATION, "HAL", "org:hindustan-aeronautics-limited"), (Kind.ORGANISATION, "IAI", "org:israel-aerospace-industries"),
        (Kind.ORGANISATION, "DCNS", "org:naval-group"), (Kind.ORGANISATION, "Raytheon Technologies", "org:rtx"),
        (Kind.ORGANISATION, "Ukrainian Defense Industry", "org:ukroboronprom"), (Kind.ORGANISATION, "TKMS", "org:thyssenkrupp-marine-systems"),
        (Kind.ORGANISATION, "Indo-Russian Rifles Private Limited", "org:indo-russian-rifles"),
        (Kind.EXERCISE, "Talisman Saber", "exercise:talisman-sabre"), (Kind.EXERCISE, "Exercise Joint Endeavour", "exercise:joint-efforts"),
        (Kind.EXERCISE, "ZAPAD/INTERACTION", "exercise:zapad-interaction"), (Kind.EXERCISE, "passing exercise", "exercise:passex"),
        (Kind.AGREEMENT, "Logistics Exchange Memorandum of Agreement", "agreement:lemoa"),
        (Kind.AGREEMENT, "Iran nuclear deal", "agreement:jcpoa"), (Kind.AGREEMENT, "Shimla Agreement", "agreement:simla-agreement"),
    ],
)  # fmt: skip
def test_long_and_short_names_lead_to_one_thing(
    found: dict[tuple[str, str], list[Entry]], kind: Kind, words: str, key: str
) -> None:
    assert [entry.key for entry in found[kind, normal(words)]] == [key]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("defense ties", "defence-cooperation"), ("military-technical cooperation", "military-technical-cooperation"),
        ("counter-terrorism", "counter-terrorism"), ("transfer of technology", "technology-transfer"),
        ("intelligence sharing", "intelligence-sharing"), ("lines of credit", "credit"), ("anti-piracy", "piracy"),
        ("pilot training", "training"), ("arms embargo", "arms-embargo"), ("annexation", "aggression"),
        ("border clashes", "territorial-dispute"), ("full-scale invasion", "aggression"), ("cyberattacks", "cyber"),
    ],
)  # fmt: skip
def test_words_lead_to_a_topic(listed: Gazetteers, words: str, key: str) -> None:
    assert [topic for topic, all_words in listed.topics.items() if words in all_words] == [key]


def test_a_wording_belongs_to_one_topic_and_there_are_enough(listed: Gazetteers) -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for topic, all_words in listed.topics.items():
        assert all_words, topic
        for words in all_words:
            users[words.casefold().replace("-", " ")].add(topic)
    assert {words: sorted(topics) for words, topics in users.items() if len(topics) > 1} == {}
    assert len(listed.topics) >= 40
