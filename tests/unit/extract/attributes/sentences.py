"""Sentences for the tests of attributes."""

from __future__ import annotations

from pathlib import Path

from graphkit.extract.reading import Sentence
from graphkit.extract.tokens import tokenise
from graphkit.gazetteers.lexicons import read_lexicon
from graphkit.model.spans import Span

LEXICONS = Path(__file__).parents[4] / "sources" / "gazetteers" / "lexicons"


def sentence(text: str, section: str = "body") -> Sentence:
    tokens = tokenise(text, 0, len(text))
    return Sentence(0, Span(tokens[0].start, tokens[-1].end), tokens, section, 0)


def at(text: str, word: str) -> int:
    """The number of the token `word`."""
    return next(i for i, token in enumerate(sentence(text).tokens) if token.text == word)


def lexicon(name: str) -> dict[str, tuple[str, ...]]:
    return read_lexicon(LEXICONS / f"{name}.yaml")
