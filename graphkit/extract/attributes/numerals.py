"""Numbers written as digits or words: "36", "thirty-six", "a dozen", "40,000", "1.5"."""

from __future__ import annotations

import re
from decimal import Decimal


def words(text: str) -> list[str]:
    """Return the words of a word list written as text."""
    return text.split()


_UNITS = words("""
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
""")
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = words("""
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth
""")
_TENTHS = words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")

CARDINALS = {word: number for number, word in enumerate(_UNITS)}
CARDINALS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
CARDINALS |= {f"{ten}-{_UNITS[n]}": 10 * t + n for t, ten in enumerate(_TENS, 2) for n in range(1, 10)}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS)}
ORDINALS |= {word: 10 * number for number, word in enumerate(_TENTHS, 2)}
ORDINALS |= {f"{ten}-{_ORDINALS[n]}": 10 * t + n for t, ten in enumerate(_TENS, 2) for n in range(1, 10)}

_SPACED = re.compile(r"[\s-]+")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DOZEN = {
    "dozen": 12,
    "a dozen": 12,
    "half a dozen": 6,
    "a couple of": 2,
    "couple of": 2,
    "a pair of": 2,
    "a": 1,
    "an": 1,
}


def alternatives(words: object) -> str:
    """Return the words as one regular-expression alternative, longest first; a hyphen also matches a space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace(r"\-", r"[-\s]").replace(r"\ ", r"\s+") for word in ordered)


def cardinal(text: str) -> int | None:
    """Return the whole number that `text` writes, or None: "thirty six" is 36, "1,200" 1200.

    >>> cardinal("twenty-one"), cardinal("1,200"), cardinal("many")
    (21, 1200, None)
    """
    lower = _SPACED.sub(" ", text.strip().lower())
    if _DIGITS.fullmatch(lower):
        number = Decimal(lower.replace(",", ""))
        return int(number) if number == number.to_integral_value() else None
    return CARDINALS.get(lower.replace(" ", "-"), _DOZEN.get(lower))


def ordinal(text: str) -> int | None:
    """Return the place in a series that `text` writes: "21st" and "twenty-first" are 21.

    >>> ordinal("21st"), ordinal("twenty first"), ordinal("21")
    (21, 21, None)
    """
    lower = _SPACED.sub("-", text.strip().lower())
    match = _NTH.fullmatch(lower)
    return int(match[1]) if match else ORDINALS.get(lower)
