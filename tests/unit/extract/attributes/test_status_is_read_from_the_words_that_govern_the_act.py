from __future__ import annotations

import pytest

from graphkit.extract.attributes.status import StatusReader
from tests.unit.extract.attributes.sentences import at, lexicon, sentence

READER = StatusReader(lexicon("status"))

TABLE = [
    ("MET", "Roe met Li on Monday to discuss trade.", "met", "done"),
    ("MET", "Roe will meet Li on Monday.", "meet", "planned"),
    ("MET", "Roe is set to hold talks with Li.", "talks", "planned"),
    ("MET", "A meeting of Roe and Li is scheduled for May.", "meeting", "planned"),
    ("MET", "Roe may meet Li.", "meet", "proposed"),
    ("MET", "Roe cancelled a meeting with Li.", "meeting", "denied"),
    ("MET", "They announced the plan in Aldor after a meeting.", "meeting", "done"),
    ("VISITED", "Roe visited Ruritania.", "visited", "done"),
    ("VISITED", "Roe plans to visit Ruritania.", "visit", "planned"),
    ("VISITED", "Roe is due to travel to Ruritania in May.", "travel", "planned"),
    ("VISITED", "Roe was the first minister to visit Ruritania.", "visit", "done"),
    ("VISITED", "Roe was invited to visit Ruritania.", "visit", "proposed"),
    ("PROCURES", "Utopia bought ten jets.", "bought", "done"),
    ("PROCURES", "Utopia signed a contract to buy ten jets.", "buy", "done"),
    ("PROCURES", "Utopia has agreed to buy ten jets.", "buy", "planned"),
    ("PROCURES", "Ten jets will be delivered by 2026.", "delivered", "planned"),
    ("PROCURES", "Utopia is considering buying ten jets.", "buying", "proposed"),
    ("PROCURES", "Utopia has shown interest in procuring ten jets.", "procuring", "proposed"),
    ("PROCURES", "Ruritania offered ten jets to Utopia.", "offered", "proposed"),
    ("PROCURES", "The State Department approved the possible sale of ten jets.", "sale", "proposed"),
    ("PROCURES", "Utopia has not decided to buy ten jets.", "buy", "denied"),
    ("PROCURES", "Utopia scrapped plans to buy ten jets.", "buy", "denied"),
    ("EXERCISES_WITH", "The navies conducted a drill.", "drill", "done"),
    ("EXERCISES_WITH", "A drill to be held in June is the third.", "drill", "planned"),
    ("EXERCISES_WITH", "They agreed to hold a drill.", "drill", "planned"),
    ("AGREED_WITH", "They signed an agreement to share data.", "agreement", "done"),
    ("AGREED_WITH", "They are negotiating an agreement.", "agreement", "proposed"),
    ("COOPERATES_WITH", "They reaffirmed their partnership.", "partnership", "done"),
    ("COOPERATES_WITH", "They agreed to deepen cooperation.", "cooperation", "planned"),
    ("COOPERATES_WITH", "They discussed ways to strengthen cooperation.", "cooperation", "proposed"),
    ("COOPERATES_WITH", "Utopia answers by deepening its ties.", "deepening", "done"),
    ("COOPERATES_WITH", "They continue to deepen cooperation.", "cooperation", "done"),
    ("AIDS", "Ruritania announced a package of arms for Utopia.", "package", "planned"),
    ("AIDS", "Ruritania has trained 300 pilots.", "trained", "done"),
    ("AIDS", "Ruritania promised to train 300 pilots.", "train", "planned"),
    ("DEPLOYS_TO", "Troops were sent to the border.", "sent", "done"),
    ("DEPLOYS_TO", "Utopia could send troops there.", "send", "proposed"),
    ("DEPLOYS_TO", "The fleet is expected to call at the base.", "base", "done"),
    ("SANCTIONS", "Ruritania imposed sanctions.", "sanctions", "done"),
    ("SANCTIONS", "Ruritania threatened sanctions.", "sanctions", "proposed"),
    ("SANCTIONS", "Ruritania lifted the embargo.", "embargo", "denied"),
    ("OPPOSES", "Ruritania will never forgive the attack, Li said.", "attack", "done"),
    ("OPPOSES", "Ruritania accused Utopia.", "accused", "done"),
    ("HOLDS_OFFICE", "Minister Roe will speak.", "Minister", "done"),
    ("HOLDS_OFFICE", "The president nominated Roe as Minister.", "Minister", "planned"),
]


@pytest.mark.parametrize(("type_", "text", "word", "status"), TABLE)
def test_the_status_of_an_act(type_: str, text: str, word: str, status: str) -> None:
    assert READER.status_of(sentence(text), at(text, word), type_)[0] == status


def test_two_acts_of_one_sentence_have_two_statuses() -> None:
    text = "Utopia bought ten jets in May, while Ruritania may buy twenty."
    statuses = [READER.status_of(sentence(text), at(text, word), "PROCURES")[0] for word in ("bought", "buy")]
    assert statuses == ["done", "proposed"]


@pytest.mark.parametrize(
    ("text", "word", "phase"),
    [
        ("Ruritania lifted the embargo.", "embargo", "lifted"),
        ("Utopia cancelled the order.", "order", "cancelled"),
        ("Utopia suspended the purchase.", "purchase", "suspended"),
        ("Utopia refused to buy the jets.", "buy", "refused"),
        ("Utopia terminated the contract.", "contract", "ended"),
    ],
)
def test_a_denial_says_of_which_kind_it_is(text: str, word: str, phase: str) -> None:
    type_ = "SANCTIONS" if word == "embargo" else "PROCURES"
    assert READER.status_of(sentence(text), at(text, word), type_) == ("denied", phase)


def test_a_headline_with_to_is_a_plan_and_one_in_the_present_is_done() -> None:
    plan, done = "Roe to visit Ruritania", "Roe visits Ruritania"
    assert READER.status_of(sentence(plan, "title"), at(plan, "visit"), "VISITED")[0] == "planned"
    assert READER.status_of(sentence(done, "title"), at(done, "visits"), "VISITED")[0] == "done"
