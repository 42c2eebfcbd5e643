"""The index: what a name, a title or a by-word may stand for."""

from __future__ import annotations

import pytest

from graphkit.gazetteers.entries import Gazetteers
from graphkit.gazetteers.index import Index
from graphkit.model.claims import Kind


@pytest.fixture(scope="module")
def index(listed: Gazetteers) -> Index:
    return Index(listed)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Russian Federation", [("RUS", "name", "")]),
        ("Indian", [("IND", "adjective", ""), ("IND", "demonym", "")]),
        ("Kremlin", [("RUS", "metonym", "head-of-state")]),
        ("the Pentagon", [("USA", "metonym", "defence-ministry")]),
        ("Foggy Bottom", [("USA", "metonym", "foreign-ministry")]),
        ("Muscat", [("OMN", "capital", "")]),
        ("Atlantis", []),
    ],
)
def test_a_word_for_a_state_says_how_it_names_it(index: Index, words: str, found: list[tuple[str, str, str]]) -> None:
    assert [(form.iso3, form.how, form.stands_for) for form in index.countries(words)] == found


@pytest.mark.parametrize(
    "words", ["Congo", "Korea", "Guinea", "Georgia", "Jordan", "Washington", "Brussels", "The Hague"]
)
def test_a_word_that_may_be_something_else_says_so(index: Index, words: str) -> None:
    assert index.countries(words)
    assert all(form.ambiguous for form in index.countries(words))


@pytest.mark.parametrize(
    ("title", "country", "offices"),
    [
        ("Defence Secretary", "GBR", ["defence-minister"]),
        ("Defence Secretary", "IND", ["defence-secretary"]),
        ("Defence Secretary", None, ["defence-minister", "defence-secretary"]),
        ("Raksha Mantri", None, ["defence-minister"]),
        ("Raksha Rajya Mantri", "IND", ["minister-of-state-for-defence"]),
        ("Armed Forces Minister", "FRA", ["defence-minister"]),
        ("Armed Forces Minister", "GBR", ["minister-of-state-for-defence"]),
        ("Chief of the General Staff", "GBR", ["army-chief"]),
        ("Chief of the General Staff", "RUS", ["chief-of-defence"]),
        ("Foreign Secretary", "PAK", ["foreign-secretary"]),
        ("Foreign Secretary", "GBR", ["foreign-minister"]),
        ("Secretary of War", "USA", ["defence-minister"]),
        ("minister of defense", "POL", ["defence-minister"]),
        ("Grand Vizier", None, []),
    ],
)
def test_a_title_means_what_it_means_in_the_country(
    index: Index, title: str, country: str | None, offices: list[str]
) -> None:
    assert [office.key for office in index.offices(title, country)] == offices


def test_an_entry_is_found_by_any_name_and_kind(index: Index) -> None:
    assert [entry.key for entry in index.entries("indopacom")] == ["org:us-indo-pacific-command"]
    assert [entry.name for entry in index.entries("Royal Australian Navy", Kind.ORGANISATION)] == [
        "Royal Australian Navy"
    ]
    assert index.entries("Royal Australian Navy", Kind.EXERCISE) == ()


def test_the_post_of_a_service_chief_leads_to_the_service(index: Index) -> None:
    navy = index.organisation("navy-chief", "IND")
    assert navy is not None
    assert navy.key == "org:indian-navy"
    assert index.organisation("navy-chief", "CHE") is None
