"""Find the dates that a stretch of text states: own grammar on `datetime`, nothing guessed without a ground."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graphkit.extract.attributes.date_rules import MONTH, WEEKDAY, Clock, Rule, Unresolved
from graphkit.extract.attributes.dates_absolute import ABSOLUTE, BARE
from graphkit.extract.attributes.dates_relative import RELATIVE
from graphkit.extract.attributes.periods import Period
from graphkit.extract.attributes.tense import looks_ahead
from graphkit.model.spans import Span
from graphkit.model.time import When


class Use(StrEnum):
    """What a date does for the words around it. Only AT dates the event itself."""

    AT = "at"
    SINCE = "since"  # "since 2017", "after 2014": the event is not of that day
    DEADLINE = "deadline"  # "by 2026", "until March"
    NAME = "name"  # part of a name: "Peace Mission 2021", "the programme for 2021-2031"
    OF = "of"  # "the 1960 treaty": the day of the thing, not of the clause


@dataclass(frozen=True, slots=True)
class Stated:
    """A date and its use in the sentence."""

    when: When
    use: Use


_RULES = (*ABSOLUTE, *RELATIVE, *BARE)
_ANY = re.compile(
    r"(?<!\d)(?:19|20)\d\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|"
    r"Mon|Tue|Wed|Thu|Fri|Sat|Sun|FY\d|[Ff]iscal|[Ff]inancial)|"
    r"\b(?i:today|tonight|yesterday|tomorrow|weekend|(?:day|week|month|year)s?\b|morning|afternoon|evening|night|quarter|half|"
    r"spring|summer|autumn|winter|fall)\b"
)
_SINCE = re.compile(
    r"\b(?:since|from|after|following|beginning(?: in)?|starting(?: in| from)?)\s+(?:the\s+)?(?:early\s+)?$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:by|until|till|through|before|prior to|no later than|up to|beyond|not later than|expires?(?: in| on)?|ahead of|"
    r"as early as|as soon as|end(?:s|ing) in)\s+(?:at least\s+|the\s+|about\s+)?$", re.IGNORECASE
)  # fmt: skip
_PROGRAMME = re.compile(
    r"\b(?:program|programme|plan|roadmap|strategy|framework|agreement|period|vision|agenda)\b", re.IGNORECASE
)
_YEAR_PREPOSITION = re.compile(
    r"(?:^|[(\[,/]|\b(?:in|since|by|during|until|till|through|of|from|for|before|after|around|to|between|and|about|early|mid|"
    r"late|year|circa|beyond|as of|on|back in|till|pre|post)-?)\s*$", re.IGNORECASE
)  # fmt: skip
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]*\s*(?:\)|-|–)?\s*$")


def find_dates(
    text: str, start: int, end: int, reference: date | None, year: int | None = None, anchor: When | None = None
) -> tuple[When, ...]:
    """Return the dates stated in `text[start:end]` (one sentence), in text order, spans in characters of `text`.

    `reference` is the day from which relative words count (publication); without it relative words give nothing
    and a day without a year takes `year`, marked as inferred, or gives nothing. `anchor` is the last date before
    this sentence, for "two days later" and "the previous year".
    """
    return tuple(stated.when for stated in find_stated(text, start, end, reference, year, anchor))


def find_stated(
    text: str, start: int, end: int, reference: date | None, year: int | None = None, anchor: When | None = None
) -> tuple[Stated, ...]:
    """Return what `find_dates` returns, each with its use."""
    if not _ANY.search(text, start, end):
        return ()
    taken: list[tuple[int, int, re.Match[str], Rule]] = []
    month = MONTH.search(text, start, end) is not None
    weekday = WEEKDAY.search(text, start, end) is not None
    for rule in _RULES:
        if (rule.month and not month) or (rule.weekday and not weekday):
            continue
        for match in rule.pattern.finditer(text, start, end):
            a, b = match.span()
            if not any(a < y and x < b for x, y, *_ in taken):
                taken.append((a, b, match, rule))
    taken.sort(key=lambda found: found[:2])
    return tuple(_resolved(text, start, end, taken, Clock(reference, year, anchor=_days(anchor))))


def _days(when: When | None) -> Period | None:
    return (when.first, when.last) if when else None


def _resolved(
    text: str, start: int, end: int, taken: list[tuple[int, int, re.Match[str], Rule]], clock: Clock
) -> list[Stated]:
    found: list[Stated] = []
    for place, (a, b, match, rule) in enumerate(taken):
        use = _use(text, start, end, match)
        follower = taken[place + 1] if place + 1 < len(taken) else None
        if use is None or (follower and _is_weekday_of(text, match, follower)):
            continue
        clock.guessed = False
        clock.ahead = looks_ahead(text, start, end, a, b) if rule.bare else None
        try:
            period = rule.make(match, clock)
        except (Unresolved, ValueError, OverflowError):  # an open date, or no such day as February 30
            continue
        if period:
            inferred = clock.guessed or use is Use.NAME
            when = When(first=period[0], last=period[1], words=match[0], span=Span(a, b), inferred=inferred)
            found.append(Stated(when, use))
            clock.anchor = period
    return found


def _is_weekday_of(text: str, match: re.Match[str], follower: tuple[int, int, re.Match[str], Rule]) -> bool:
    """ "Tuesday, July 16" is one date, and July 16 says it better."""
    if not WEEKDAY.fullmatch(match[0]) or WEEKDAY.search(follower[2][0]):
        return False
    return re.fullmatch(r"\s*[,(]?\s*(?:the\s+)?", text[match.end() : follower[0]]) is not None


def _use(text: str, start: int, end: int, match: re.Match[str]) -> Use | None:
    """None if the words are no date: a bare number of four digits that nothing introduces."""
    before = text[max(start, match.start() - 40) : match.start()]
    groups = match.groupdict()
    if set(groups) <= {"y"} and "y" in groups:
        return _use_of_year(text, before, end, match)
    if _DEADLINE.search(before):
        return Use.DEADLINE
    if _SINCE.search(before) and not match[0].lower().startswith(("from ", "between ")):
        return Use.SINCE
    if {"a", "b"} <= set(groups) and _PROGRAMME.search(
        text, max(start, match.start() - 60), min(end, match.end() + 25)
    ):
        return Use.NAME
    return Use.AT


def _use_of_year(text: str, before: str, end: int, match: re.Match[str]) -> Use | None:
    if _DEADLINE.search(before):
        return Use.DEADLINE
    if _SINCE.search(before):
        return Use.SINCE
    if _YEAR_PREPOSITION.search(before) or "year" in match[0]:
        follows = re.match(
            r"\s+(?!and\b|to\b|the\b|in\b|on\b|at\b|by\b|with\b)[A-Za-z]", text[match.end() : min(end, match.end() + 6)]
        )
        return Use.OF if follows and not before.strip() else Use.AT
    if re.search(r"\b(?:the|a|an|its|their|his|this|that)\s+$", before, re.IGNORECASE):
        return Use.OF
    return Use.NAME if _NAME_BEFORE.search(before) else None
