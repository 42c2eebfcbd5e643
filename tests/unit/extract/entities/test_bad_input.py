"""Whatever the text is, it is read in linear time and nothing breaks."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from graphkit.extract.read import Reader
from graphkit.extract.reading import Reading
from graphkit.model.spans import Span
from graphkit.model.text import Article, Line, Mark

Read = Callable[..., Reading]

_STRANGE = {
    "nothing": "",
    "blanks": " \n\t\n  ",
    "another language": "Министры обороны обеих стран встретились в Москве. 両国は協力で合意した。",
    "capitals": "INDIA AND RUSSIA SIGN DEAL " * 50,
    "control characters": "India\x00 and\x07 Russia\x1b[0m met.\u200b \u202eThe two\u202c sides agreed.",
    "direction marks": "\u200fIndia\u200e met \u2067Russia\u2069.",
    "brackets": "((((((" * 200 + "India" + "))))))" * 200,
    "quotes": "“" * 300 + "India met Russia" + '"' * 301,
    "stops": "." * 3000 + "India" + "?!…" * 1000,
    "joiners": "India-" * 2000,
    "apostrophes": "India's's's Navy's' 's 's ’s" * 20,
    "links": "[Rajnath](https://a.b/c?d=e) <a href='x'>met</a> <b>Luc</b> " * 30,
    "mixed": "S-400 " * 400 + "(" + "Minister " * 300 + ")",
}  # fmt: skip


@pytest.mark.parametrize("text", _STRANGE.values(), ids=_STRANGE.keys())
def test_strange_text_is_read(read: Read, text: str) -> None:
    reading = read(text)
    for sentence, found in zip(reading.sentences, reading.occurrences, strict=True):
        for o in found:
            assert o.sentence == sentence.number
            assert 0 <= o.first <= o.last < len(sentence.tokens)
            assert " ".join(o.span.of(text).split()) == o.words
            assert o.party < len(reading.parties)


_PATTERNS = (
    "India and Russia signed the Heron Agreement with Luc Arnaud, the defence minister, and he thanked both sides. ",
    "Heron Kestrel Ltd and ",
    "the minister of the ministers of the ",
    "a b c d e f g h i j k l ",
    "x" * 1000,
)


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_time_is_linear_in_the_length_of_one_line(reader: Reader, pattern: str) -> None:
    def seconds(size: int) -> float:
        text = (pattern * (size // len(pattern) + 1))[:size]
        start = time.process_time()
        reader.read(Article(text=text))
        return time.process_time() - start

    small, large = max(seconds(20_000), 0.005), seconds(120_000)
    assert large < 20 * small


def test_only_body_lines_are_read(reader: Reader) -> None:
    text = "India met Russia.\nMore stories: France\nJapan agreed."
    lines = (Line(Span(0, 17), Mark.BODY), Line(Span(18, 38), Mark.QUARANTINED), Line(Span(39, 52), Mark.BODY))
    reading = reader.read(Article(text=text, lines=lines))
    assert [party.name for party in reading.parties] == ["India", "Russia", "Japan"]


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    text = "Russian Defence Minister Pavel Orlov met his Indian counterpart. Both sides signed the Heron Pact. " * 3
    assert reader.read(Article(text=text)) == reader.read(Article(text=text))
