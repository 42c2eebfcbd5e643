from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graphkit.extract.attributes.dates import find_stated
from graphkit.extract.attributes.editions import edition_of
from graphkit.extract.attributes.money import MoneyReader
from graphkit.extract.attributes.numerals import words
from graphkit.extract.attributes.status import StatusReader
from graphkit.extract.attributes.when import when_of
from graphkit.extract.tokens import tokenise
from tests.unit.extract.attributes.sentences import lexicon, sentence

MONEY, STATUS = MoneyReader(lexicon("currencies")), StatusReader(lexicon("status"))
WORDS = st.sampled_from(
    words("""
    on in from to by since until 3 31 30 2019 2021-31 20 February May May, Tuesday Monday and - – last next week month year
    two days later ago the earlier this today FY Q3 quarter $5 million Rs 40,000 crore signed will not met 1st of , . ( )
    """)
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.text(min_size=1, max_size=80))


@given(TEXTS, st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_dates_stand_where_they_say_and_do_not_overlap(text: str, day: date) -> None:
    end = 0
    for stated in find_stated(text, 0, len(text), day, 2020):
        assert stated.when.span is not None
        assert stated.when.span.of(text) == stated.when.words
        assert stated.when.span.start >= end
        end = stated.when.span.end


@given(TEXTS)
def test_an_event_takes_one_of_the_dates_of_its_sentence(text: str) -> None:
    if not tokenise(text, 0, len(text)):
        return
    stated = find_stated(text, 0, len(text), date(2020, 2, 29))
    read = sentence(text)
    for trigger in range(len(read.tokens)):
        found = when_of(read, trigger, stated, "MET")
        assert found is None or found in [each.when for each in stated]
        assert STATUS.status_of(read, trigger, "MET")[0] in ("done", "planned", "proposed", "denied")


@given(TEXTS)
def test_amounts_are_written_and_read_back(text: str) -> None:
    for amount in MONEY.find(text, 0, len(text)):
        assert type(amount.money).parse(str(amount.money)) == amount.money
        assert amount.span.of(text) == amount.words


@given(TEXTS)
def test_a_name_without_its_edition_has_none_left(name: str) -> None:
    edition = edition_of(name)
    assert edition.base or not name.strip()
