"""How often an event happened: "two visits", "met twice", "three rounds of talks"."""

from __future__ import annotations

from graphkit.extract.attributes.numerals import CARDINALS, words
from graphkit.extract.reading import Sentence

_ADVERBS = {"twice": 2, "thrice": 3}
_EVENTS = frozenset(
    words("""
visits meetings talks rounds exercises drills summits calls trips tours editions attacks strikes occasions times sessions
consultations dialogues patrols deployments sorties encounters conversations
""")
)
_BETWEEN = frozenset(
    words("official high-level bilateral joint separate state more further recent such round phone telephone")
)
NEAR = 4  # tokens between the trigger and the count
MOST = 60  # more is no count of events but of something else


def times_of(sentence: Sentence, trigger: int) -> int:
    """Return how many events of token `trigger` the sentence counts; 1 if it counts none."""
    tokens = sentence.tokens
    for index in range(max(0, trigger - NEAR), min(len(tokens), trigger + NEAR + 1)):
        lower = tokens[index].lower
        if lower in _ADVERBS:
            return _ADVERBS[lower]
        count = CARDINALS.get(lower) or (int(lower) if lower.isdigit() and len(lower) < 3 else 0)
        if 1 < count <= MOST and _counts_an_event(sentence, index, trigger):
            return count
    return 1


def _counts_an_event(sentence: Sentence, index: int, trigger: int) -> bool:
    for follower in sentence.tokens[index + 1 : index + NEAR]:
        if follower.lower in _EVENTS:
            return follower is sentence.tokens[trigger] or follower.lower in {
                "times",
                "occasions",
                "rounds",
                "sessions",
            }
        if follower.lower not in _BETWEEN:
            return False
    return False
