"""The day on which an article was published, or at least its year, from the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from graphkit.model.spans import Span
from graphkit.model.time import When

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DMY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>(?:19|20)\d\d)"
_MDY = rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<n>\d\d)-(?P<day>\d\d)"
_LABEL = r"(?<!scraped at)\b(?:posted|published|updated|last updated|date|dated|release date|issued)\b(?: on| at)?[\s:*]*(?:[A-Za-z]{3,9}day,? )?"
_HEAD = 600  # characters in which an article tells its own date

_LABELLED = [re.compile(_LABEL + pattern, re.IGNORECASE) for pattern in (_ISO, _DMY, _MDY)]
_DATED_LINE = [
    re.compile(
        rf"^(?![^\n]*(?:scraped|timestamp))[^\n.]{{0,60}}?\b{pattern}(?:[ T]\d\d:\d\d[^\n]{{0,20}})?[\s*|_-]*$",
        re.IGNORECASE | re.MULTILINE,
    )
    for pattern in (_ISO, _DMY, _MDY)
]
_PLACE = r"(?:^|\n)[\s\"“(*\[]*[A-Z][\w.'’/ ,()-]{2,40}?[,:(\s]\s*"
_DATELINE = [re.compile(_PLACE + pattern + r"\s*[)\s]*[:–—-]", re.IGNORECASE) for pattern in (_DMY, _MDY)]
_DATELINE_NO_YEAR = re.compile(
    r"(?:^|\n)[\s\"“(*\[]*[A-Z][\w.'’/ -]{2,40}, (?i:"
    rf"(?P<day>\d{{1,2}}) {_MONTH}|{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}}))\s*(?:\([A-Z]+\))?\s*[:–—-]"
)
_NAMED_YEAR = re.compile(
    r"\b(?!(?:In|By|Since|From|During|Until|Of|The|And|But)\b)[A-Z][A-Za-z]+[ -’'](?P<year>(?:19|20)\d\d)\b"
)
_ENDS_NEXT_YEAR = re.compile(
    r"\b(?:19|20)\d\d ?[-–—] ?(?P<year>(?:19|20)\d\d)\b[^.\n]{0,120}\b(?:end|ends|ending|expire|expires|expiring|conclude|concludes)\b[^.\n]{0,20}\bnext year"
)
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")


def published_in(text: str) -> When | None:
    """Return the day that the article's head gives as its own: a labelled date, a line that is a date, a dateline.

    The words and their span are kept. None if it gives none: a day named in running text is no
    day of publication.
    """
    head = text[:_HEAD]
    for pattern in (*_LABELLED, *_DATED_LINE, *_DATELINE):
        match = pattern.search(head)
        when = match and _when(match)
        if when:
            return when
    return _year_added(head, text)


def reference_year(text: str, body: str | None = None) -> int | None:
    """Return the year that an undated article's own words point to, or None.

    In this order: a period that ends "next year"; the year in a name ("INDRA-2019"); the latest year that the
    body names at least twice.
    """
    words = text if body is None else body
    match = _ENDS_NEXT_YEAR.search(words)
    if match:
        return int(match["year"]) - 1
    named = Counter(int(m["year"]) for m in _NAMED_YEAR.finditer(words) if not _MONTHS.get(m.group()[:-5].lower()))
    if named:
        return max(named, key=lambda year: (named[year], year))
    repeated = [year for year, times in _years(words).items() if times >= 2]
    return max(repeated, default=None)


def _years(text: str) -> Counter[int]:
    return Counter(int(match.group()) for match in _YEAR.finditer(text))


def _when(match: re.Match[str]) -> When | None:
    parts = match.groupdict()
    month = int(parts["n"]) if parts.get("n") else _MONTHS[parts["month"].lower()]
    try:
        day = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None  # 31 June, or a number that is no day
    return When(first=day, last=day, words=match.group().strip(), span=Span(*match.span()))


def _year_added(head: str, text: str) -> When | None:
    """A dateline without year takes it from the text, marked as inferred."""
    match = _DATELINE_NO_YEAR.search(head)
    year = reference_year(text) if match else None
    if match is None or year is None:
        return None
    month = _MONTHS[(match["month"] or match["month2"]).lower()]
    try:
        day = date(year, month, int(match["day"] or match["day2"]))
    except ValueError:
        return None
    return When(first=day, last=day, words=match.group().strip(), span=Span(*match.span()), inferred=True)


def stated(words: str) -> Iterator[When]:
    """Yield the days that a field such as "3 September 2020", "2020-09-03T10:00Z" or "2020" states: one or none."""
    words = words.strip()
    for pattern in (_ISO, _DMY, _MDY):
        match = re.search(pattern, words, re.IGNORECASE)
        when = match and _when(match)
        if when:
            yield When(first=when.first, last=when.last, words=words)
            return
    try:
        yield When.parse(words)
    except ValueError:
        return
