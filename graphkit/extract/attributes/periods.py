"""Arithmetic on days, months and years: every function gives the first and the last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from graphkit.extract.attributes.numerals import words

Period = tuple[date, date]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in words(names)
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in words(names)
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}


def day(year: int, month: int, number: int) -> Period:
    """The day; ValueError if there is no such day."""
    found = date(year, month, number)
    return found, found


def months(year: int, first: int, last: int) -> Period:
    """From month `first` to month `last` of `year`; 13 is January of the next year."""
    a, b = divmod(first - 1, 12), divmod(last - 1, 12)
    end_year, end_month = year + b[0], b[1] + 1
    return date(year + a[0], a[1] + 1, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def month(year: int, number: int) -> Period:
    return months(year, number, number)


def year(number: int) -> Period:
    return months(number, 1, 12)


def years(first: int, last: int) -> Period:
    return date(first, 1, 1), date(last, 12, 31)


def week(of: date, shift: int = 0) -> Period:
    """Monday to Sunday of the week of `of`, `shift` weeks later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def shifted_month(of: date, shift: int) -> Period:
    index = of.year * 12 + of.month - 1 + shift
    return month(index // 12, index % 12 + 1)


def part_of_month(year: int, number: int, part: str) -> Period:
    """Early, mid or late: thirds of a month; first or second half."""
    last = monthrange(year, number)[1]
    a, b = {"early": (1, 10), "mid": (11, 20), "late": (21, last), "first": (1, 15), "second": (16, last)}[part]
    return date(year, number, a), date(year, number, b)


def part_of_year(number: int, part: str) -> Period:
    """Early is the first quarter, late the last; mid is May to August; first and second are halves."""
    a, b = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "first": (1, 6), "second": (7, 12)}[part]
    return months(number, a, b)
