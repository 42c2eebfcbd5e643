"""Where an event happened: the occurrence that stands as a place in the clause of the event."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.attributes.clauses import clauses
from graphkit.extract.attributes.numerals import words
from graphkit.extract.reading import Occurrence, Sentence

_AT = frozenset(words("in at near off from around outside within"))
_SKIP = frozenset(words("the southern northern eastern western central nearby city capital port of"))
FAR = 25  # tokens


def place_of(sentence: Sentence, trigger: int, occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """Return the nearest occurrence of the sentence marked as a place, or led by "in" or "at", after the trigger or
    before it in the same clause; None if there is none."""
    numbers = clauses(sentence.tokens)
    found = [
        (abs(o.first - trigger) + (0 if o.first > trigger else 5), o.first, o)
        for o in occurrences
        if (o.place or _led_by_at(sentence, o))
        and numbers[o.first] == numbers[trigger]
        and abs(o.first - trigger) <= FAR
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


def _led_by_at(sentence: Sentence, occurrence: Occurrence) -> bool:
    index = occurrence.first - 1
    while index >= 0 and sentence.tokens[index].lower in _SKIP:
        index -= 1
    return index >= 0 and sentence.tokens[index].lower in _AT
