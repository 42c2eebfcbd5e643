from __future__ import annotations

from datetime import date

import pytest

from graphkit.extract.attributes.dates import find_stated
from graphkit.extract.attributes.when import when_of
from graphkit.model.claims import Status
from tests.unit.extract.attributes.sentences import at, sentence

THURSDAY = date(2023, 5, 18)


def when(text: str, word: str, type_: str = "", status: Status = Status.DONE, *others: str) -> str | None:
    stated = find_stated(text, 0, len(text), THURSDAY)
    found = when_of(
        sentence(text), at(text, word), stated, type_, status, THURSDAY, [at(text, other) for other in others]
    )
    return found.iso if found else None


@pytest.mark.parametrize(
    ("text", "word", "type_", "iso"),
    [
        ("Roe met Li on Tuesday.", "met", "MET", "2023-05-16"),
        ("In March 2022, the navies held a drill.", "drill", "EXERCISES_WITH", "2022-03"),
        (
            "The drill, which was held from 3 to 5 May, was the third.",
            "drill",
            "EXERCISES_WITH",
            "2023-05-03/2023-05-05",
        ),
        ("Under the 1987 treaty the fleet may call.", "treaty", "AGREED_WITH", "1987"),
        ("The sale was announced on Tuesday.", "sale", "PROCURES", "2023-05-16"),
        ("Utopia condemned the raid on Tuesday.", "condemned", "OPPOSES", "2023-05-16"),
        ("They took part in Blue Wave 2022 with others.", "part", "PARTICIPATES_IN", "2022"),
        (
            "It is the first clash since March, when the two navies clashed off the cape.",
            "clashed",
            "OPPOSES",
            "2023-03",
        ),
    ],
)
def test_the_date_of_the_event(text: str, word: str, type_: str, iso: str) -> None:
    assert when(text, word, type_) == iso


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Utopia has bought jets since 2017.", "bought", "PROCURES"),
        ("Utopia holds talks, an official said on Tuesday.", "talks", "MET"),
        ("The two navies train often; a treaty was signed in 2019.", "train", "EXERCISES_WITH"),
        ("They agreed in May to hold a drill.", "drill", "EXERCISES_WITH"),
        ("The carrier, which was built in 2017, is visiting the port.", "visiting", "DEPLOYS_TO"),
        ("Minister Roe spoke in 2022.", "Minister", "HOLDS_OFFICE"),
        ("Roe met Li.", "met", "MET"),
    ],
)
def test_no_date_where_the_text_gives_none(text: str, word: str, type_: str) -> None:
    assert when(text, word, type_) is None


def test_a_done_event_takes_no_day_to_come_and_a_planned_one_no_day_gone_by() -> None:
    text = "The talks were good and others are planned for next week."
    assert when(text, "talks", "MET", Status.DONE) is None
    assert when(text, "others", "MET", Status.PLANNED) == "2023-05-22/2023-05-28"


def test_the_nearer_of_two_events_keeps_the_date() -> None:
    text = "Roe visited the port and met Li on Tuesday."
    assert when(text, "met", "MET", Status.DONE, "visited") == "2023-05-16"
    assert when(text, "visited", "VISITED", Status.DONE, "met") is None
