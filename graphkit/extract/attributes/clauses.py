"""Where the clauses of a sentence begin and end, by words alone."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.attributes.numerals import words
from graphkit.extract.reading import Token

_SUBORDINATE = frozenset(
    words("which who whom whose while whereas where after before because although when but if though that unless until")
)
_MARKS = frozenset(words("; :"))
_OPENING, _CLOSING = frozenset(words("( “ [")), frozenset(words(") ” ]"))
_PAIRED = frozenset(words('— – "'))  # the second of two closes what the first opened
FINITE = frozenset(
    words("""
is are was were has have had will would shall may might could can did does do said says told met held also
""")
)


def clauses(tokens: Sequence[Token]) -> list[int]:
    """Return the number of the clause of each token; a boundary word opens the clause that follows it.

    A relative clause between commas ends at the comma before the main verb, whose clause goes on: in "The ship,
    which sailed in May, is in Goa" the last words are of clause 0 again;
    so they are behind brackets, quotations and dashes that come in pairs.
    """
    found: list[int] = []
    number = highest = 0
    outer: int | None = None  # the clause around a relative clause
    around: list[tuple[str, int]] = []  # the clauses around what brackets, quotation marks and dashes enclose
    for index, token in enumerate(tokens):
        before = tokens[index - 1].text if index else ""
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        closes = token.text in _CLOSING or (bool(around) and around[-1][0] == token.text)
        if closes and around:
            number = around.pop()[1]
            found.append(number)
            continue
        if token.text == "," and outer is not None and _finite(after):
            number, outer = outer, None
        elif token.text in _OPENING or token.text in _PAIRED:
            around.append((token.text, number))
            highest += 1
            number = highest
        elif token.lower in _SUBORDINATE or token.lower in _MARKS or _participle(token, after):
            outer = number if before == "," and token.lower in _SUBORDINATE else None
            highest += 1
            number = highest
        found.append(number)
    return found


def _finite(word: str) -> bool:
    return word in FINITE or (word.endswith("ed") and len(word) > 4)


def _participle(token: Token, after: str) -> bool:
    return token.text == "," and after.endswith("ing") and len(after) > 5
