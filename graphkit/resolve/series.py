"""Exercises and forums are series; an ordinal before the name or a year behind it is the edition.

"20th India-Russia Summit" is the summit, edition 20th; "INDRA-2019" is INDRA, edition 2019.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graphkit.model.claims import Kind

_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]
_TEN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = "|".join((*_UNITS, *_TEENS, *_TENS, *(f"{ten}[- ](?:{'|'.join(_UNITS)})" for ten in _TEN)))
_ORDINAL = re.compile(
    rf"(?:the\s+)?(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{_WORDS})\s+"
    r"(?:(?:edition|meeting|session|round|iteration)\s+)?(?:of\s+)?(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[\s\-–—/,(]+(?P<year>(?:19|20)\d\d)\)?$")
_APOSTROPHE_YEAR = re.compile(r"\s*['’](?P<year>\d\d)$")
_IF_LISTED = (  # editions only where what is left is a listed name: else they may tell two things apart
    re.compile(r"^(?P<name>.*\S)[\s\-–]+(?P<short>\d\d)$"),
    re.compile(r"^(?P<year>(?:19|20)\d\d)\s+(?P<name>.*)$"),
    re.compile(r"^(?P<name>.*\S)[\s\-–]+(?P<roman>[IVX]+)$"),
)
_SERIAL = (Kind.EXERCISE, Kind.FORUM)
_CENTURY_TURN = 50  # '49 is 2049, '50 is 1950


@dataclass(frozen=True, slots=True)
class Series:
    """`name` without its edition; `edition` in words or as the year, None without one; `year` if it names one."""

    name: str
    edition: str | None = None
    year: int | None = None


def series(name: str, kind: Kind, listed: Callable[[str], bool] = lambda _: False) -> Series:
    """Return the series that `name` is an edition of; names of other kinds stay whole.

    "INDRA-21", "2021 INDRA" and "INDRA XII" are editions only where INDRA is `listed`.

    >>> series("20th India-Russia Summit", Kind.FORUM)
    Series(name='India-Russia Summit', edition='20th', year=None)
    >>> series("INDRA-2019", Kind.EXERCISE)
    Series(name='INDRA', edition='2019', year=2019)
    """
    bare = " ".join(name.split())
    if kind not in _SERIAL or listed(bare):
        return Series(bare)
    parts: list[str] = []
    if ordinal := _ORDINAL.match(bare):
        parts.append(ordinal["ordinal"])
        bare = bare[ordinal.end() :]
    bare, year = _without_year(bare)
    parts.extend([str(year)] if year else [])
    for pattern in _IF_LISTED:
        if (found := pattern.match(bare)) and listed(found["name"]):
            groups = found.groupdict()
            year = year or _year(groups)
            parts.append(groups.get("roman") or str(_year(groups)))
            bare = found["name"]
    return Series(bare, " ".join(parts) or None, year) if bare else Series(name)


def _without_year(name: str) -> tuple[str, int | None]:
    if found := _YEAR.search(name):
        return name[: found.start()], int(found["year"])
    if found := _APOSTROPHE_YEAR.search(name):
        return name[: found.start()], _full(found["year"])
    return name, None


def _year(groups: Mapping[str, str | None]) -> int | None:
    if short := groups.get("short"):
        return _full(short)
    return int(groups["year"] or 0) if groups.get("year") else None


def _full(digits: str) -> int:
    return int(digits) + (1900 if int(digits) >= _CENTURY_TURN else 2000)
