"""Dates that name a day, a month, a quarter or a year."""

from __future__ import annotations

import re

from graphkit.extract.attributes import periods
from graphkit.extract.attributes.date_rules import (
    AND,
    TO,
    WHOLE,
    Clock,
    Grammar,
    d,
    day_number,
    m,
    month_number,
    span_of_days,
    y,
)
from graphkit.extract.attributes.periods import Period

ABSOLUTE = Grammar()
rule = ABSOLUTE.rule
_Match = re.Match[str]
_NO_AMOUNT = r"(?!,?\d|\s*(?:%|per cent|percent|crore|lakh|billion|million|aircraft|troops|jets|-))"


def _year(match: _Match, clock: Clock, month: int, day: int = WHOLE, group: str = "y") -> int:
    text = match.groupdict().get(group)
    return int(text) if text else clock.year_of(month, day)


@rule(rf"(?:[Ff]rom )?{m('m1')} {d('d1')}(?:,? {y('y1')})?{AND}{m('m2')} {d('d2')}(?:,? {y('y2')})?", bare=True)
@rule(rf"(?:[Ff]rom )?{d('d1')} {m('m1')}(?:,? {y('y1')})?{AND}{d('d2')} {m('m2')}(?:,? {y('y2')})?", bare=True)
def _days_in_two_months(match: _Match, clock: Clock) -> Period | None:
    m1, m2 = month_number(match["m1"]), month_number(match["m2"])
    d1, d2 = day_number(match["d1"]), day_number(match["d2"])
    late = int(match["y2"] or match["y1"] or clock.year_of(m2, d2))
    early = int(match["y1"] or (late if (m1, d1) <= (m2, d2) else late - 1))
    return span_of_days((early, m1, d1), (late, m2, d2))


@rule(rf"(?:[Ff]rom )?{d('d1')}{AND}{d('d2')} {m('m')},? ['’]?(?P<y>[0-4]\d)(?![\d:%-])")
def _days_of_short_year(match: _Match, clock: Clock) -> Period | None:
    number = month_number(match["m"])
    year = 2000 + int(match["y"])
    return span_of_days((year, number, day_number(match["d1"])), (year, number, day_number(match["d2"])))


@rule(rf"(?:[Ff]rom |[Bb]etween )?{m('m')} {d('d1')}{AND}(?:the )?{d('d2')}{_NO_AMOUNT}(?:,? {y('y')})?", bare=True)
@rule(
    rf"(?:[Ff]rom |[Bb]etween )?(?:the )?{d('d1')}{AND}(?:the )?{d('d2')}(?: of)? {m('m')}(?:,? {y('y')})?", bare=True
)
def _days_in_one_month(match: _Match, clock: Clock) -> Period | None:
    number, d1, d2 = month_number(match["m"]), day_number(match["d1"]), day_number(match["d2"])
    year = _year(match, clock, number, d1)
    return span_of_days((year, number, d1), (year, number, d2))


@rule(rf"(?:the )?{d('d')}(?: of)?[\s-]+{m('m')},?(?: |-){y('y')}")
@rule(rf"{m('m')}[\s-]+{d('d')},? {y('y')}")
def _day(match: _Match, clock: Clock) -> Period | None:
    return periods.day(int(match["y"]), month_number(match["m"]), day_number(match["d"]))


@rule(rf"{d('d')} {m('m')},? ['’]?(?P<y>[0-4]\d)(?![\d:%-])")
def _day_of_short_year(match: _Match, clock: Clock) -> Period | None:
    """ "07 Jul 17" as armed services write it."""
    return periods.day(2000 + int(match["y"]), month_number(match["m"]), day_number(match["d"]))


@rule(rf"(?:[Bb]etween |[Ff]rom )?{m('m1')}(?:,? {y('y1')})?{AND}{m('m2')},? {y('y2')}")
def _months_of_years(match: _Match, clock: Clock) -> Period | None:
    m1, m2, late = month_number(match["m1"]), month_number(match["m2"]), int(match["y2"])
    early = int(match["y1"] or (late if m1 <= m2 else late - 1))
    first, last = periods.month(early, m1)[0], periods.month(late, m2)[1]
    return (first, last) if first <= last else None


_PART_OF = (
    r"(?P<part>[Ee]arly(?: in)?|[Mm]id(?:dle of)?|[Ll]ate(?: in)?|(?:the )?(?:beginning|start) of|(?:the )?end of|"
    r"(?:the )?first half of|(?:the )?second half of)"
)


def _part(text: str) -> str:
    lower = text.lower().removeprefix("the ").split()[0]
    return {"beginning": "early", "start": "early", "end": "late", "middle": "mid"}.get(lower, lower)


@rule(rf"{_PART_OF}[\s-]+{m('m')}(?:,? {y('y')})?", bare=True)
def _part_of_month(match: _Match, clock: Clock) -> Period | None:
    number = month_number(match["m"])
    return periods.part_of_month(_year(match, clock, number), number, _part(match["part"]))


@rule(rf"{m('m')} (?P<which>this|next|last) year")
def _month_of_a_year_near(match: _Match, clock: Clock) -> Period | None:
    shift = {"this": 0, "next": 1, "last": -1}[match["which"]]
    return periods.month(clock.this_year() + shift, month_number(match["m"]))


@rule(rf"(?P<which>this|next|last|This|Next|Last) {m('m')}")
def _month_near(match: _Match, clock: Clock) -> Period | None:
    number, which = month_number(match["m"]), match["which"].lower()
    if which == "this":
        return periods.month(clock.this_year(), number)
    now = clock.now()
    if which == "next":
        return periods.month(now.year + (number <= now.month), number)
    return periods.month(now.year - (number >= now.month), number)


@rule(rf"{m('m')},?(?: of)? {y('y')}")
def _month(match: _Match, clock: Clock) -> Period | None:
    return periods.month(int(match["y"]), month_number(match["m"]))


@rule(rf"{m('m')} {d('d')}{_NO_AMOUNT}", bare=True)
@rule(rf"(?:the )?{d('d')}(?: of)?[\s-]+{m('m')}", bare=True)
def _day_of_a_month(match: _Match, clock: Clock) -> Period | None:
    number, day = month_number(match["m"]), day_number(match["d"])
    return periods.day(clock.year_of(number, day), number, day)


@rule(r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>\d\d)")
def _iso(match: _Match, clock: Clock) -> Period | None:
    return periods.day(int(match["y"]), int(match["m"]), int(match["d"]))


@rule(r"(?P<a>\d{1,2})(?P<by>[./-])(?P<b>\d{1,2})(?P=by)(?P<y>(?:19|20)\d\d)")
def _numeric(match: _Match, clock: Clock) -> Period | None:
    """Day first, unless only month first is possible."""
    a, b = int(match["a"]), int(match["b"])
    return periods.day(int(match["y"]), b, a) if b <= 12 else periods.day(int(match["y"]), a, b)


@rule(r"(?:FY|[Ff]iscal(?: [Yy]ear)?|[Ff]inancial [Yy]ear)\s?['’]?(?P<y>(?:20)?\d\d)(?:\s?[-–/]\s?(?P<z>(?:20)?\d\d))?")
def _fiscal_year(match: _Match, clock: Clock) -> Period | None:
    """Two years written: April to March, as India, Japan and Britain count; one: October to September, as the
    United States count, which is in the year that names it for nine months of twelve."""
    number = int(match["y"]) % 100 + 2000
    if match["z"]:
        return periods.months(number, 4, 15)
    return periods.months(number - 1, 10, 21)


@rule(
    rf"(?:(?:[Ff]rom|[Bb]etween|[Dd]uring|[Ii]n|[Ff]or|[Oo]f|period) (?:the period )?)?{y('a')}(?:{TO}| and )(?P<b>(?:20)?\d\d)(?!\d|-)"
)
def _years(match: _Match, clock: Clock) -> Period | None:
    a, b = int(match["a"]), int(match["b"])
    if " and " in match[0] and "etween" not in match[0]:
        return None
    b += a // 100 * 100 if b < 100 else 0
    return periods.years(a, b) if 0 < b - a <= 60 else None


_OF_YEAR = rf"(?:of )?(?:{y('y')}|(?P<near>this|next|last|the) year)"
_NEAR = {"this": 0, "the": 0, "next": 1, "last": -1}


def _near_year(match: _Match, clock: Clock) -> int:
    return int(match["y"]) if match["y"] else clock.this_year() + _NEAR[match["near"]]


@rule(rf"(?:the )?(?:Q(?P<q>[1-4])|(?P<o>first|second|third|fourth|last) quarter) {_OF_YEAR}")
def _quarter(match: _Match, clock: Clock) -> Period | None:
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
    number = int(match["q"]) if match["q"] else names[match["o"]]
    return periods.months(_near_year(match, clock), 3 * number - 2, 3 * number)


@rule(rf"(?:the )?(?P<half>first|second|latter) half {_OF_YEAR}")
def _half(match: _Match, clock: Clock) -> Period | None:
    return periods.part_of_year(_near_year(match, clock), "first" if match["half"] == "first" else "second")


@rule(rf"(?:towards )?{_PART_OF}[\s-]+(?:{y('y')}(?!s)|(?P<near>this|next|last|the) year)")
def _part_of_year(match: _Match, clock: Clock) -> Period | None:
    return periods.part_of_year(_near_year(match, clock), _part(match["part"]))


@rule(r"(?:the )?(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?P<y>(?:19|20)\d0)s")
def _decade(match: _Match, clock: Clock) -> Period | None:
    a, b = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}[(match["part"] or "").lower()]
    return periods.years(int(match["y"]) + a, int(match["y"]) + b)


@rule(
    rf"(?:the |[Tt]his |[Ll]ast |[Nn]ext )?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?:of )?{y('y')}"
)
def _season(match: _Match, clock: Clock) -> Period | None:
    return periods.months(int(match["y"]), *periods.SEASONS[match["season"].lower()])


@rule(r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext) (?P<season>spring|summer|autumn|fall|winter)")
def _season_near(match: _Match, clock: Clock) -> Period | None:
    """The season of this year; for "last" and "next" the nearest one wholly on that side of the reference day."""
    a, b = periods.SEASONS[match["season"]]
    number, which, now = clock.this_year(), match["which"].lower(), clock.reference
    if now is not None and which == "last" and now <= periods.months(number, a, b)[1]:
        number -= 1
    if now is not None and which == "next" and now >= periods.months(number, a, b)[0]:
        number += 1
    return periods.months(number, a, b)


BARE = Grammar()
"""A month or a year alone: tried last, and only where the words before it say that it is a date."""

_BEFORE_MONTH = re.compile(
    r"\b(?:in|by|since|until|till|during|for|of|from|through|between|before|after|and|to|on|around|as of|"
    r"early|mid|late|this|last|next|coming),?\s+(?:early |mid |late |mid-)?$", re.IGNORECASE
)  # fmt: skip
_NO_YEAR = r"(?!s|\s?(?:tanks|aircraft|units|soldiers|troops|crore|million|km|metres|miles|personnel|people|%)|[./,]\d)"


@BARE.rule(rf"(?:{m('m')})", bare=True)
def _bare_month(match: _Match, clock: Clock) -> Period | None:
    if not _BEFORE_MONTH.search(match.string, max(0, match.start() - 20), match.start()) or match["m"] == "MAY":
        return None
    number = month_number(match["m"])
    return periods.month(clock.year_of(number), number)


@BARE.rule(rf"(?:(?:the |[Tt]he )?year )?{y('y')}{_NO_YEAR}")
def _bare_year(match: _Match, clock: Clock) -> Period | None:
    return periods.year(int(match["y"]))
