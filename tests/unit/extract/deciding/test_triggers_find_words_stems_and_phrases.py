"""The trigger lexicon: single words, stems, words in a row."""

from __future__ import annotations

from graphkit.extract.deciding.triggers import Triggers

TRIGGERS = Triggers({"buy": ("buy", "procur*"), "attend": ("took part", "took part*ly"), "deal": ("buy",)})


def test_a_word_has_every_class_that_lists_it_in_order() -> None:
    assert TRIGGERS.of_word("buy") == ("buy", "deal")


def test_a_stem_takes_any_ending() -> None:
    assert TRIGGERS.of_word("procurement") == TRIGGERS.of_word("procured") == ("buy",)


def test_a_word_is_no_stem() -> None:
    assert TRIGGERS.of_word("buyers") == ()


def test_a_phrase_marks_each_of_its_words() -> None:
    assert TRIGGERS.of_words(["they", "took", "part", "again"]) == [(), ("attend",), ("attend",), ()]


def test_half_a_phrase_is_nothing() -> None:
    assert TRIGGERS.of_words(["they", "took"]) == [(), ()]
