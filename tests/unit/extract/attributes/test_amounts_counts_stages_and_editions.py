from __future__ import annotations

import pytest

from graphkit.extract.attributes.editions import Edition, edition_of
from graphkit.extract.attributes.money import MoneyReader
from graphkit.extract.attributes.place import place_of
from graphkit.extract.attributes.quantity import quantity_of
from graphkit.extract.attributes.stage import StageReader
from graphkit.extract.attributes.times import times_of
from graphkit.extract.reading import How, Occurrence
from graphkit.model.claims import STAGES, Status
from graphkit.model.spans import Span
from tests.unit.extract.attributes.sentences import at, lexicon, sentence

MONEY = MoneyReader(lexicon("currencies"))
STAGE = StageReader(lexicon("stages"))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("a deal worth $5.4 billion", "5400000000 USD"),
        ("Rs 40,000 crore for ships", "400000000000 INR"),
        ("Rs. 2.3 lakh crore in all", "2300000000000 INR"),
        ("some 300 million euros", "300000000 EUR"),
        ("€300m", "300000000 EUR"),
        ("a two-billion-dollar order", "2000000000 USD"),
        ("USD 5bn", "5000000000 USD"),
        ("5 trillion won", "5000000000000 KRW"),
        ("a loan of 1.5B$", "1500000000 USD"),
    ],
)
def test_an_amount_of_money(text: str, amount: str) -> None:
    (found,) = MONEY.find(text, 0, len(text))
    assert str(found.money) == amount
    assert found.span.of(text) == found.words


@pytest.mark.parametrize("text", ["Utopia won the match", "it weighs 500 pounds", "36 jets", "40,000 troops"])
def test_what_is_no_money(text: str) -> None:
    assert MONEY.find(text, 0, len(text)) == ()


def item(text: str, words: str) -> Occurrence:
    start, first = text.index(words), at(text, words.split()[0])
    return Occurrence(0, 0, first, first + len(words.split()) - 1, Span(start, start + len(words)), words, How.NAME)


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("It bought 36 Falcon jets.", "Falcon", "36"),
        ("It bought five squadrons of Falcon jets.", "Falcon", "five squadrons"),
        ("It wants two more advanced Falcon jets.", "Falcon", "two more"),
        ("It bought Falcon jets (12 units).", "Falcon", None),
        ("In 2019 Falcon jets came.", "Falcon", None),
        ("Ten pilots and Falcon jets came.", "Falcon", None),
        ("It bought Falcon jets.", "Falcon", None),
    ],
)
def test_how_many(text: str, words: str, count: str | None) -> None:
    assert quantity_of(text, sentence(text), item(text, words)) == count


@pytest.mark.parametrize(
    ("text", "word", "status", "stage"),
    [
        ("Utopia inducted the jets.", "inducted", Status.DONE, "inducted"),
        ("The first jets were delivered.", "delivered", Status.DONE, "delivered"),
        ("Utopia signed a contract for jets.", "contract", Status.DONE, "contracted"),
        ("The cabinet approved the purchase.", "purchase", Status.PLANNED, "approved"),
        ("Ruritania offered jets.", "offered", Status.PROPOSED, "offered"),
        ("Utopia is in talks to buy jets.", "buy", Status.PROPOSED, "negotiated"),
        ("Utopia scrapped the order.", "order", Status.DENIED, "cancelled"),
        ("Utopia has jets.", "has", Status.DONE, None),
    ],
)
def test_the_stage_of_a_procurement(text: str, word: str, status: Status, stage: str | None) -> None:
    assert STAGE.stage_of(sentence(text), at(text, word), status) == stage
    assert stage is None or stage in STAGES


def test_a_lexicon_with_an_unknown_stage_is_refused() -> None:
    with pytest.raises(ValueError, match="wished"):
        StageReader({"wished": ("wish",)})


@pytest.mark.parametrize(
    ("text", "word", "times"),
    [
        ("There were two visits this year.", "visits", 2),
        ("They met twice.", "met", 2),
        ("After three rounds of talks they left.", "talks", 3),
        ("Two ministers had talks.", "talks", 1),
        ("They held talks.", "talks", 1),
        ("36 jets came after the talks.", "talks", 1),
    ],
)
def test_how_often(text: str, word: str, times: int) -> None:
    assert times_of(sentence(text), at(text, word)) == times


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("21st session of the Harbour Commission", Edition("Harbour Commission", "21st", 21)),
        ("BLUE WAVE-2019", Edition("BLUE WAVE", "2019", None, 2019)),
        ("Blue Wave 2021", Edition("Blue Wave", "2021", None, 2021)),
        ("2020 Harbour Games", Edition("Harbour Games", "2020", None, 2020)),
        ("WAVEX-17", Edition("WAVEX", "17", None, 2017)),
        ("first Harbour Forum", Edition("Harbour Forum", "first", 1)),
        ("S-400", Edition("S-400")),
        ("Harbour Forum", Edition("Harbour Forum")),
    ],
)
def test_a_series_and_its_edition(name: str, edition: Edition) -> None:
    assert edition_of(name) == edition


def test_the_place_is_the_one_in_the_clause_of_the_event() -> None:
    text = "Roe met Li in Aldor, while Poe stayed in Belm."
    here, there = item(text, "Aldor"), item(text, "Belm")
    assert place_of(sentence(text), at(text, "met"), (here, there)) == here
    assert place_of(sentence(text), at(text, "stayed"), (here, there)) == there
    assert place_of(sentence("Roe met Li."), 1, ()) is None
