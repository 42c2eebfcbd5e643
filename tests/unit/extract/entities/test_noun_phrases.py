"""What a preposition takes."""

from __future__ import annotations

import pytest

from graphkit.extract.entities.phrases import noun_phrase_after
from graphkit.extract.sentences import split
from graphkit.model.text import Article


@pytest.mark.parametrize(
    ("text", "cue", "phrase"),
    [
        ("They agreed to deepen cooperation in military training with Utopia.", "in", "military training"),
        ("The talks dealt with the exchange of spare parts and tyres, officials said.", "with", "exchange of spare parts and tyres"),
        ("He asked for it.", "for", "it"),
        ("They spoke of, among others, ships.", "of", None),
    ],
)  # fmt: skip
def test_the_phrase_after_a_preposition(text: str, cue: str, phrase: str | None) -> None:
    [sentence] = split(Article(text=text))
    place = next(k for k, token in enumerate(sentence.tokens) if token.text == cue)
    found = noun_phrase_after(sentence, place)
    assert (found[2] if found else None) == phrase
    if found:
        assert found[3].of(text) == phrase
