"""Is this English running text at all? Anything else is read as an article without claims."""

from __future__ import annotations

import re

FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "on",
        "with",
        "as",
        "was",
        "by",
        "at",
        "from",
        "are",
        "be",
        "has",
        "have",
        "an",
        "it",
        "its",
        "will",
        "this",
        "which",
        "their",
        "his",
        "were",
        "had",
        "not",
        "but",
        "or",
        "he",
        "they",
        "been",
        "also",
        "who",
        "would",
        "after",
        "we",
        "said",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters; a long page does not change its language


def language_of(text: str) -> str:
    """Return "en", or "und" (undetermined) where under a tenth of the words are English function words.

    English news has .25 to .45 of them; lists of English headlines .12 and more; other languages under .06.
    Texts under 12 words count as English.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    letters = sum(c.isalpha() for c in text[:_SAMPLE])
    latin = sum(c.isalpha() and c < "ɐ" for c in text[:_SAMPLE])
    if letters > 40 and latin < 0.5 * letters:
        return "und"
    if len(words) < 12:
        return "en"
    return "en" if sum(word in FUNCTION_WORDS for word in words) >= 0.1 * len(words) else "und"
