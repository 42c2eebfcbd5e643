"""Which pairs are asked about, and which are not."""

from __future__ import annotations

from tests.unit.extract.deciding.making import TEXT, asked, pairs


def test_two_persons_of_a_meeting_are_one_candidate() -> None:
    found = pairs(asked(TEXT), "MET")
    assert ("Maya Fernandez", "Walter Astudillo") in found
    assert ("Walter Astudillo", "Maya Fernandez") not in found


def test_members_of_a_list_are_candidates_of_symmetric_relations_only() -> None:
    one = asked("Peru, Ecuador and Colombia signed a pact and bought missiles from Israel.")
    assert ("Peru", "Colombia") in pairs(one, "AGREED_WITH")
    assert ("Peru", "Colombia") not in pairs(one, "PROCURES.seller")
    assert ("Peru", "Israel") in pairs(one, "PROCURES.seller")


def test_without_a_word_that_signals_it_a_relation_is_not_asked() -> None:
    assert not pairs(asked("Peru borders Chile and Brazil."), "SANCTIONS")


def test_a_subject_is_carried_over_from_the_sentence_before() -> None:
    one = asked("Chile spends more on its army. The ministry will buy 30 Leopard 2 tanks next year.")
    carried = [c for c in one.candidates if c.link == "subject"]
    assert any(one.scene.parties[c.subject].name == "Chile" for c in carried)
    assert all(c.a is None and c.b is not None for c in carried)


def test_candidates_come_in_text_order() -> None:
    numbers = [c.sentence for c in asked(TEXT).candidates if c.link != "rule"]
    assert numbers == sorted(numbers)
