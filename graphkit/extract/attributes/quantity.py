"""How many of an item: "36 Rafale", "five squadrons of", "two more", "a batch of 30"."""

from __future__ import annotations

import re

from graphkit.extract.attributes.numerals import CARDINALS, alternatives
from graphkit.extract.reading import Occurrence, Sentence

_UNITS = (
    r"squadrons?|regiments?|batter(?:y|ies)|units?|sets?|pairs?|batch(?:es)?|rounds?|systems?|launchers?|divisions?|"
    r"companies|battalions?|brigades?|fleets?|copies|pieces?|flights?"
)
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:half\s+)?a\s+dozen|dozens|hundreds|thousands|scores|{alternatives(CARDINALS)})"
_MORE = r"(?:\s+(?:more|additional|new|used|second-hand|upgraded|advanced|modern|further|such|of\s+the|of\s+its|of))*"
_QUANTITY = re.compile(
    rf"(?<![\w$€£₹.,-])(?P<words>{_COUNT}(?:\s+(?:more|additional|further))?"
    rf"(?:{_MORE}\s+(?:{_UNITS}))?){_MORE}(?:\s+[\w./-]+(?<!\band)(?<!\bfor)(?<!\bto)){{0,3}}\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^\s*(?:\(\s*(?P<words>{_COUNT})\s*(?:{_UNITS})?\s*\))", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def quantity_of(text: str, sentence: Sentence, item: Occurrence) -> str | None:
    """Return the words that count `item` in its sentence ("five squadrons", "36"), None if nothing counts it.

    The count stands right before the item, with a unit, an adjective or the maker's name between at most.
    """
    before = text[max(sentence.span.start, item.span.start - 60) : item.span.start]
    before = re.split(r"[,;:()]|\band\b(?!\s+\d)", before)[-1]
    match = _QUANTITY.search(before) or _AFTER.search(text[item.span.end : min(sentence.span.end, item.span.end + 25)])
    if match and not _YEAR.fullmatch(match["words"]):
        return re.sub(r"\s+", " ", match["words"]).strip()
    own = re.match(rf"({_COUNT})\s", item.words, re.IGNORECASE)
    return own[1] if own and not _YEAR.fullmatch(own[1]) else None
