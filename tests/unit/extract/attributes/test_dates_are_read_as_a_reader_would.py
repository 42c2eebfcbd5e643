from __future__ import annotations

from datetime import date

import pytest

from graphkit.extract.attributes.dates import Use, find_dates, find_stated
from graphkit.model.time import When

THURSDAY = date(2023, 5, 18)  # the day of publication in this table

READ = [
    ("The frigate docked on 3 April 2021.", "2021-04-03"),
    ("The frigate docked on April 3rd, 2021.", "2021-04-03"),
    ("Posted 2021-04-03 in Lisbon.", "2021-04-03"),
    ("The 3rd of April 2021 was calm.", "2021-04-03"),
    ("They train 24-25 June.", "2023-06-24/2023-06-25"),
    ("They will train from October nine and ten.", "2023-10-09/2023-10-10"),
    ("The staff talks of 21 and 22 March, 2019, went well.", "2019-03-21/2019-03-22"),
    ("They sail from 28 May to 2 June.", "2023-05-28/2023-06-02"),
    ("The fleet sailed in March 2022.", "2022-03"),
    ("The fleet sailed in early March 2022.", "2022-03-01/2022-03-10"),
    ("Utopia bought ten jets in 2019.", "2019"),
    ("The budget of FY 2021-22 rose.", "2021-04-01/2022-03-31"),
    ("It was paid in fiscal year 2021.", "2020-10-01/2021-09-30"),
    ("Tests ran in Q3 2022.", "2022-07-01/2022-09-30"),
    ("Tests ran in the second half of 2022.", "2022-07-01/2022-12-31"),
    ("Tests ran in spring 2022.", "2022-03-01/2022-05-31"),
    ("Tests ran in the mid-1990s.", "1994-01-01/1996-12-31"),
    ("The two ministers met today.", "2023-05-18"),
    ("The two ministers met yesterday.", "2023-05-17"),
    ("The two ministers will meet tomorrow.", "2023-05-19"),
    ("The two ministers met on Tuesday.", "2023-05-16"),
    ("The two ministers will meet on Tuesday.", "2023-05-23"),
    ("The two ministers meet next Tuesday.", "2023-05-23"),
    ("The two ministers met last Friday.", "2023-05-12"),
    ("They trained from Monday to Wednesday.", "2023-05-15/2023-05-17"),
    ("She flew in last week.", "2023-05-08/2023-05-14"),
    ("She will fly in next month.", "2023-06"),
    ("She flew in last month.", "2023-04"),
    ("It was agreed earlier this year.", "2023-01-01/2023-05-18"),
    ("It was agreed three years ago.", "2020"),
    ("It was agreed two weeks ago.", "2023-05-01/2023-05-07"),
    ("Trade doubled in the past five years.", "2018-01-01/2023-05-18"),
    ("They met in November.", "2022-11"),
    ("They will meet in November.", "2023-11"),
    ("They met in May.", "2023-05"),
    ("Officials are set to gather on 4 December.", "2023-12-04"),
    ("The ship sailed on 07 Jul 17.", "2017-07-07"),
    ("The ship was there from 04 - 07 Jul 17.", "2017-07-04/2017-07-07"),
    ("Tuesday, May 16 was the day.", "2023-05-16"),
]


@pytest.mark.parametrize(("text", "iso"), READ)
def test_one_date_is_found_and_it_is_the_right_one(text: str, iso: str) -> None:
    assert [when.iso for when in find_dates(text, 0, len(text), THURSDAY)] == [iso]


NOTHING = [
    "A force of 2000 troops crossed the river.",
    "The S-2000 radar costs Rs 2019 crore.",
    "Minister May Okonkwo said so.",
    "They march on the capital.",
    "The vessel can second three officers.",
    "The fall of the fortress shocked many.",
    "He may visit.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text, 0, len(text), THURSDAY) == ()


def test_two_occasions_are_two_dates() -> None:
    text = "The navies trained in July and in October."
    assert [when.iso for when in find_dates(text, 0, len(text), THURSDAY)] == ["2022-07", "2022-10"]


def test_a_report_is_past_while_what_it_reports_is_to_come() -> None:
    text = "He said on Friday that the ship will arrive on Sunday."
    assert [when.iso for when in find_dates(text, 0, len(text), THURSDAY)] == ["2023-05-12", "2023-05-21"]


def test_dates_that_count_from_another_date_count_from_it() -> None:
    text = "The pact was signed on 3 April 2021, and two days later the first ship sailed."
    assert [when.iso for when in find_dates(text, 0, len(text), THURSDAY)] == ["2021-04-03", "2021-04-05"]


def test_the_last_date_of_an_earlier_sentence_may_be_the_anchor() -> None:
    text = "The following day they flew home."
    anchor = When.parse("2021-04-03")
    assert [when.iso for when in find_dates(text, 0, len(text), THURSDAY, anchor=anchor)] == ["2021-04-04"]


def test_without_a_day_of_reference_relative_words_say_nothing() -> None:
    text = "They met on Tuesday, last month and in November."
    assert find_dates(text, 0, len(text), None) == ()


def test_a_reference_year_completes_a_day_and_says_that_it_did() -> None:
    text = "They meet on November five and six."
    (found,) = find_dates(text, 0, len(text), None, 2019)
    assert (found.iso, found.inferred) == ("2019-11-05/2019-11-06", True)


def test_the_span_is_where_the_words_stand_in_the_article() -> None:
    text = "First line.\nThe fleet sailed in March 2022."
    (found,) = find_dates(text, 12, len(text), THURSDAY)
    assert found.span is not None
    assert found.span.of(text) == found.words == "March 2022"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Ten ships have been sold since 2017.", Use.SINCE),
        ("All will be delivered by 2026.", Use.DEADLINE),
        ("The fleet stays until March 2024.", Use.DEADLINE),
        ("The programme for 2021-2031 is ready.", Use.NAME),
        ("The guests saw Defexpo 2022 and left.", Use.NAME),
        ("Under the 1987 accord nothing changed.", Use.OF),
        ("The fleet sailed in 2022.", Use.AT),
    ],
)
def test_a_date_says_what_it_does_in_the_sentence(text: str, use: Use) -> None:
    assert [stated.use for stated in find_stated(text, 0, len(text), THURSDAY)] == [use]


def test_no_such_day_is_no_date() -> None:
    text = "They met on 31 February 2021."
    assert [when.iso for when in find_dates(text, 0, len(text), THURSDAY)] == []
