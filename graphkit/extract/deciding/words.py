"""Stems of common words: what a feature may know of a word that is no trigger."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = ("ations", "ation", "ments", "ings", "ment", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_SHORTEST = 4


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return a lower-case word without its ending, as far as four letters stay.

    >>> stem("deliveries"), stem("delivering"), stem("arms")
    ('deliver', 'deliver', 'arms')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
