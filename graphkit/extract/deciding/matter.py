"""What a relation is about: the system, exercise or agreement named with it, or the words of its topic."""

from __future__ import annotations

from graphkit.extract.deciding.view import View
from graphkit.extract.reading import Occurrence, Reading
from graphkit.model.claims import Kind
from graphkit.model.spans import Span

_NAMED = {
    "EXERCISES_WITH": Kind.EXERCISE,
    "AGREED_WITH": Kind.AGREEMENT,
    "CO_PRODUCES": Kind.WEAPON_SYSTEM,
    "TRANSFERS_TECHNOLOGY": Kind.WEAPON_SYSTEM,
    "AIDS": Kind.WEAPON_SYSTEM,
    "DEPLOYS_TO": Kind.WEAPON_SYSTEM,
}
_TOPIC = frozenset(
    ["CO_PRODUCES", "TRANSFERS_TECHNOLOGY", "AIDS", "DEPLOYS_TO", "SANCTIONS", "OPPOSES", "COOPERATES_WITH"]
)
_STANDS_FOR = {"EXERCISES_WITH": Kind.EXERCISE, "AGREED_WITH": Kind.AGREEMENT}
_END = frozenset(
    [
        ".",
        ";",
        ":",
        "!",
        "?",
        "—",
        "–",
        '"',
        "“",
        "”",
        "(",
        ")",
        "said",
        "says",
        "which",
        "who",
        "while",
        "but",
        "because",
        "although",
        "when",
        "where",
        "will",
        "would",
    ]
)
_NO_EDGE = frozenset(
    [
        "of",
        "to",
        "with",
        "from",
        "for",
        "by",
        "at",
        "on",
        "in",
        "between",
        "against",
        "into",
        "under",
        "after",
        "during",
        "and",
        "or",
        "the",
        "a",
        "an",
        ",",
        "as",
        "that",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "be",
        "been",
        "its",
        "their",
        "his",
        "her",
    ]
)
_LEFT, _RIGHT = 4, 9  # tokens of a topic around its trigger word
_FAR = 25  # tokens between a trigger and what it is about


def named_item(reading: Reading, view: View, relation: str, trigger: int) -> Occurrence | None:
    """Return the nearest mention of the kind of thing that the relation is about, later ones first."""
    kind = _NAMED.get(relation)
    found = [
        (abs(o.first - trigger) + (0 if o.first >= trigger else 4), o.first, o)
        for o in reading.occurrences[view.sentence.number]
        if reading.parties[o.party].kind is kind and abs(o.first - trigger) <= _FAR
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


def topic(view: View, relation: str, trigger: int) -> tuple[Kind, Span] | None:
    """Return the words that say what it is about, around the trigger: at most fourteen, up to the end of the phrase."""
    kind = _STANDS_FOR.get(relation) or (Kind.TOPIC if relation in _TOPIC else None)
    if kind is None:
        return None
    first, last = _stretch(view, trigger)
    return kind, Span(view.sentence.tokens[first].start, view.sentence.tokens[last].end)


def _stretch(view: View, trigger: int) -> tuple[int, int]:
    words, tokens = view.words, view.sentence.tokens
    first = last = trigger
    while first > max(0, trigger - _LEFT) and tokens[first - 1].text == words[first - 1] and _plain(view, first - 1):
        first -= 1
    while last + 1 < min(len(words), trigger + _RIGHT) and words[last + 1] not in _END:
        last += 1
    while last > trigger and (words[last] in _NO_EDGE or not words[last][:1].isalnum()):
        last -= 1
    return first, last


def _plain(view: View, i: int) -> bool:
    word = view.words[i]
    return word[:1].isalpha() and word not in _NO_EDGE and not view.verbal[i] and view.at[i] < 0
