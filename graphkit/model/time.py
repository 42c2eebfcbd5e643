"""Days as texts state them: "2019" is a year, "November 5 and 6" two days, "next month" a month."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from graphkit.model.spans import Span

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """From the start of day `first` to the end of day `last`, as `words` said it at `span`.

    `inferred`: worked out from something other than words about this event (a year in a name,
    a reference year taken from the text).
    """

    first: date
    last: date
    words: str = ""
    span: Span | None = None
    inferred: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a When cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def parse(cls, text: str) -> When:
        """Return the days that an ISO text covers: a day, month or year, or two of them with a slash.

        >>> When.parse("2024-02").last
        datetime.date(2024, 2, 29)
        """
        ends = text.split("/")
        if not 1 <= len(ends) <= 2:
            raise ValueError(f"{text!r} is no day, month, year or range of them")
        return cls(first=_days(ends[0])[0], last=_days(ends[-1])[1], words=text)

    @property
    def iso(self) -> str:
        """The shortest ISO form: `2020`, `2020-09`, `2020-09-03` or `first/last`."""
        a, b = self.first, self.last
        if a == b:
            return a.isoformat()
        whole_months = a.day == 1 and b.day == monthrange(b.year, b.month)[1]
        if whole_months and a.year == b.year and (a.month, b.month) == (1, 12):
            return f"{a.year:04}"
        if whole_months and (a.year, a.month) == (b.year, b.month):
            return f"{a.year:04}-{a.month:02}"
        return f"{a.isoformat()}/{b.isoformat()}"

    def overlaps(self, other: When) -> bool:
        return self.first <= other.last and other.first <= self.last


def _days(text: str) -> tuple[date, date]:
    match = _ISO.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no day, month or year; write 2024, 2024-12 or 2024-12-10")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or year == 0:
        raise ValueError(f"{text!r} has no year from 1 on")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
