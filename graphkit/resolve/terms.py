"""From when to when an agreement runs, where its name says so: "2011-2020 programme"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_YEARS = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s?(?:[-–—/]|to|until)\s?(?P<last>(?:19|20)?\d\d)\b")


def term_of(names: Iterable[str]) -> tuple[date | None, date | None]:
    """Return first and last day of the years that one of the names gives, the first name that gives any; else None twice.

    >>> term_of(["Long-Term Programme 2011-2020"])
    (datetime.date(2011, 1, 1), datetime.date(2020, 12, 31))
    """
    for name in names:
        if found := _YEARS.search(name):
            first, last = int(found["first"]), int(found["last"])
            last = last if last > 99 else first // 100 * 100 + last
            if first < last:
                return date(first, 1, 1), date(last, 12, 31)
    return None, None
