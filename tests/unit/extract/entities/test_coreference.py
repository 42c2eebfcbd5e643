"""What pronouns, group words and definite nouns stand for, and where the article names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphkit.extract.reading import Reading
from tests.unit.extract.entities.conftest import said

Read = Callable[..., Reading]

_TALKS = "French Defence Minister Luc Arnaud met Polish Defence Minister Jan Kowal. "


@pytest.mark.parametrize(
    ("text", "words", "stands_for"),
    [
        (_TALKS + "He thanked Kowal.", "He", ["Luc Arnaud"]),
        (_TALKS + "They agreed on a pact.", "They", ["Luc Arnaud", "Jan Kowal", "France", "Poland"]),
        (_TALKS + "The two ministers agreed.", "The two ministers", ["Luc Arnaud", "Jan Kowal", "France", "Poland"]),
        (_TALKS + "Both sides agreed.", "Both sides", ["France", "Poland"]),
        (_TALKS + "Arnaud said his country would help.", "his country", ["France"]),
        ("India, Japan and France met. The three countries agreed.", "The three countries", ["India", "Japan", "France"]),
        ("India met Japan. The latter agreed.", "The latter", ["Japan"]),
        ("India met Japan. The two navies then sailed.", "The two navies", ["India", "Japan"]),
        ("Blue Heron Industries grew. The company hired.", "The company", ["Blue Heron Industries"]),
        ("India wants the S-400. The system is late.", "The system", ["S-400"]),
        ("Exercise Silver Heron began. The exercise ends soon.", "The exercise", ["Silver Heron"]),
        ("Japan protested. It said the ships left.", "It", ["Japan"]),
        ("North or south, India met Japan. It rained.", "It", []),
    ],
)  # fmt: skip
def test_words_stand_for_what_was_named(read: Read, text: str, words: str, stands_for: list[str]) -> None:
    assert [name for name, _ in said(read(text), words)] == stands_for


def test_an_antecedent_is_where_the_article_names_it(read: Read) -> None:
    text = _TALKS + "Both ministers agreed."
    reading = read(text)
    group = [o for o in reading.occurrences[1] if o.how.value == "group"]
    assert [o.antecedent.of(text) if o.antecedent else None for o in group] == ["Luc Arnaud", "Jan Kowal"]
    assert [o.member for o in group] == [0, 1]


def test_we_is_the_government_that_publishes(read: Read) -> None:
    assert said(read("We welcome the pact.", country="FRA"), "We") == [("France", "pronoun")]
    assert said(read("We welcome the pact."), "We") == []


def test_i_in_a_quotation_is_the_speaker(read: Read) -> None:
    reading = read('Luc Arnaud met Jan Kowal. "I thank him," said Jan Kowal.')
    assert said(reading, "I") == [("Jan Kowal", "pronoun")]


def test_antecedents_are_not_sought_far_back(read: Read) -> None:
    reading = read("Luc Arnaud spoke. " + "It rained there. " * 8 + "He left.")
    assert said(reading, "He") == []


def test_a_spokesman_speaks_for_his_state(read: Read) -> None:
    reading = read("Polish government spokesman Jan Kowal spoke on Monday. Kowal then condemned Russia.")
    assert said(reading, "Kowal") == [("Jan Kowal", "short"), ("Poland", "implied")]


def test_leaders_named_together_stand_for_their_states(read: Read) -> None:
    text = _TALKS + "Arnaud and Kowal affirmed close cooperation."
    assert said(read(text), "Arnaud") == [("Luc Arnaud", "short"), ("France", "implied")]
    assert said(read(text), "Kowal") == [("Jan Kowal", "short"), ("Poland", "implied")]


def test_we_in_a_joint_statement_are_both_states(read: Read) -> None:
    reading = read("India and Japan issued a joint statement. We welcome the pact.", country="IND")
    assert said(reading, "We") == [("India", "group"), ("Japan", "group")]


def test_they_are_those_whom_the_sentence_names_before(read: Read) -> None:
    text = _TALKS + "General Olaf Berg called on Minister Jean Petit and Minister Paul Roux and briefed them."
    assert [name for name, how in said(read(text), "them") if how == "group"] == ["Jean Petit", "Paul Roux"]
