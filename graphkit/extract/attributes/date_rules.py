"""The shape of a date rule, and the pieces of pattern that the rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from graphkit.extract.attributes import periods
from graphkit.extract.attributes.numerals import CARDINALS, ORDINALS, alternatives, cardinal, ordinal
from graphkit.extract.attributes.periods import MONTHS, Period

_DAY_WORDS = [w for w, n in (*CARDINALS.items(), *ORDINALS.items()) if 0 < n <= 31]
_MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
WEEKDAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTH = re.compile(rf"\b(?:{_MONTH_SHORT}|May|{_MONTH_SHORT.upper()})")
WEEKDAY = re.compile(rf"\b(?:{WEEKDAY_NAMES})")
TO = r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
AND = r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|&)\s*"
NUMBER = rf"\d+|{alternatives(CARDINALS)}"


def m(name: str) -> str:
    """A month by name; upper-case headlines too, but never "may" the verb."""
    return rf"(?P<{name}>{_MONTH_NAMES}|(?:{_MONTH_SHORT})\b\.?|{_MONTH_NAMES.upper()}|{_MONTH_SHORT.upper()}\b)"


def d(name: str) -> str:
    """A day of the month in digits or words, with or without its ordinal ending."""
    return rf"(?P<{name}>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%])|(?i:{alternatives(_DAY_WORDS)})\b)"


def y(name: str) -> str:
    return rf"(?P<{name}>(?:19|20)\d\d)(?!\d)"


WHOLE = 15  # the day that stands for a month as a whole
NEAR, FAR = 31, 270  # days


class Unresolved(Exception):
    """The words are a date, but nothing says which."""


@dataclass(slots=True)
class Clock:
    """What a rule may count from: the reference day, a reference year, whether the clause looks ahead, and the
    last date before this one. `guessed` is set when a year comes from elsewhere than the words."""

    reference: date | None
    year: int | None
    ahead: bool | None = None
    anchor: Period | None = None
    guessed: bool = False

    def now(self) -> date:
        if self.reference is None:
            raise Unresolved
        return self.reference

    def this_year(self) -> int:
        if self.reference is not None:
            return self.reference.year
        if self.year is None:
            raise Unresolved
        self.guessed = True
        return self.year

    def year_of(self, month: int, day: int = WHOLE) -> int:
        """The year of a bare month or day: the latest one for a past event, the next for one to come.

        A day that the verb puts most of a year away is taken from the other side if it is near there: verbs mislead
        more often than writers leave out such a year.
        """
        if self.reference is None:
            return self.this_year()
        now = self.reference
        gaps = [((date(n, month, min(day, 28)) - now).days, n) for n in (now.year - 1, now.year, now.year + 1)]
        slack = 3 if day != WHOLE else 16  # a month that has just begun is this year's
        past = max(gap for gap in gaps if gap[0] <= slack)
        coming = min(gap for gap in gaps if gap[0] >= -slack)
        if self.ahead is None:
            return (past if -past[0] <= 2 * coming[0] else coming)[1]
        if self.ahead:
            return (past if day != WHOLE and coming[0] > FAR and -past[0] < NEAR else coming)[1]
        return (coming if day != WHOLE and -past[0] > FAR and coming[0] < NEAR else past)[1]


@dataclass(frozen=True, slots=True)
class Rule:
    """`make` turns a match into days; None says that the words are no date after all."""

    pattern: re.Pattern[str]
    make: Callable[[re.Match[str], Clock], Period | None]
    bare: bool = False  # the tense of the clause decides its year or week
    month: bool = False  # only where a month is named
    weekday: bool = False  # only where a weekday is named


class Grammar:
    """Rules in order: earlier rules take their characters first."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def rule(
        self, pattern: str, *, bare: bool = False, flags: int = 0
    ) -> Callable[[Callable[[re.Match[str], Clock], Period | None]], Callable[[re.Match[str], Clock], Period | None]]:
        """Add the decorated function as the rule for `pattern`; spaces in it match any white space."""
        spaced = pattern.replace(" ", r"\s+")
        compiled = re.compile(rf"(?<![\w$€£/.-])(?:{spaced})(?!\w)", flags)

        def add(
            make: Callable[[re.Match[str], Clock], Period | None],
        ) -> Callable[[re.Match[str], Clock], Period | None]:
            self.rules.append(Rule(compiled, make, bare, _MONTH_NAMES in pattern, WEEKDAY_NAMES in pattern))
            return make

        return add


def month_number(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def day_number(text: str) -> int:
    number = cardinal(text) or ordinal(text)
    assert number is not None, text
    return number


def span_of_days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Period | None:
    """From the first (year, month, day) to the last; None if they are in the wrong order."""
    a, b = periods.day(*first)[0], periods.day(*last)[1]
    return (a, b) if a <= b else None
