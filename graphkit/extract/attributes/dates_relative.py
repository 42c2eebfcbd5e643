"""Dates that count from the day of publication or from another date: "on Tuesday", "two days later"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graphkit.extract.attributes import periods
from graphkit.extract.attributes.date_rules import NUMBER, TO, WEEKDAY_NAMES, Clock, Grammar
from graphkit.extract.attributes.numerals import cardinal
from graphkit.extract.attributes.periods import WEEKDAYS, Period

RELATIVE = Grammar()
rule = RELATIVE.rule
_Match = re.Match[str]
_COUNT = rf"(?P<n>(?i:a couple of|a few|few|several|an?|{NUMBER}))"
_UNIT = r"(?P<unit>day|week|month|year)"


@rule(r"[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Ee]arlier today|[Ll]ater today")
def _today(match: _Match, clock: Clock) -> Period | None:
    return clock.now(), clock.now()


@rule(r"[Yy]esterday|[Ll]ast night")
def _yesterday(match: _Match, clock: Clock) -> Period | None:
    found = clock.now() - timedelta(days=1)
    return found, found


@rule(r"(?P<over>[Tt]he )?(?P<after>day after )?[Tt]omorrow")
def _tomorrow(match: _Match, clock: Clock) -> Period | None:
    found = clock.now() + timedelta(days=2 if match["after"] else 1)
    return found, found


def _weekday(name: str, clock: Clock, which: str) -> date:
    now = clock.now()
    number = WEEKDAYS[name.lower()]
    back, ahead = (now.weekday() - number) % 7, (number - now.weekday()) % 7
    if which == "last":
        return now - timedelta(days=back or 7)
    if which in ("next", "coming"):
        return now + timedelta(days=ahead or 7)
    return now + timedelta(days=ahead) if clock.ahead else now - timedelta(days=back)


@rule(rf"(?:[Ff]rom )?(?P<a>{WEEKDAY_NAMES}){TO}(?P<b>{WEEKDAY_NAMES})(?: this week)?", bare=True)
@rule(rf"(?P<a>{WEEKDAY_NAMES}) and (?P<b>{WEEKDAY_NAMES})", bare=True)
def _weekdays(match: _Match, clock: Clock) -> Period | None:
    gap = (WEEKDAYS[match["b"].lower()] - WEEKDAYS[match["a"].lower()]) % 7
    if clock.ahead:
        first = _weekday(match["a"], clock, "")
        return first, first + timedelta(days=gap)
    last = _weekday(match["b"], clock, "")
    return last - timedelta(days=gap), last


@rule(
    rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming) )?(?P<day>{WEEKDAY_NAMES})(?: (?P<late>last|next) week)?",
    bare=True,
)
def _on_weekday(match: _Match, clock: Clock) -> Period | None:
    if match["late"]:
        monday = periods.week(clock.now(), -1 if match["late"] == "last" else 1)[0]
        found = monday + timedelta(days=WEEKDAYS[match["day"].lower()])
        return found, found
    found = _weekday(match["day"], clock, (match["which"] or "").lower())
    return found, found


def _unit(now: date, unit: str, shift: int) -> Period:
    if unit == "week":
        return periods.week(now, shift)
    return periods.shifted_month(now, shift) if unit == "month" else periods.year(now.year + shift)


@rule(r"(?P<part>[Ee]arlier|[Ll]ater) (?:in )?this (?P<unit>week|month|year)")
def _part_of_this(match: _Match, clock: Clock) -> Period | None:
    if match["unit"] == "year" and clock.reference is None:
        return periods.year(clock.this_year())
    now = clock.now()
    first, last = _unit(now, match["unit"], 0)
    return (first, now) if match["part"].lower() == "earlier" else (now, last)


@rule(r"(?P<part>[Ee]arly|[Ll]ate) (?:in )?(?P<which>this|last|next) (?P<unit>week|month)")
def _part_of_near(match: _Match, clock: Clock) -> Period | None:
    return _unit(clock.now(), match["unit"], {"this": 0, "last": -1, "next": 1}[match["which"]])


@rule(r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]ast|[Cc]urrent) (?P<unit>week|month|year)(?!-|s)", bare=True)
def _near(match: _Match, clock: Clock) -> Period | None:
    """Of this week or month what is left, for an event to come; what has passed, for a past one."""
    shift = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(match["which"].lower(), 0)
    if match["unit"] == "year":
        return periods.year(clock.this_year() + shift)
    first, last = _unit(clock.now(), match["unit"], shift)
    if match["unit"] == "week" and not shift and clock.ahead is not None:
        return (clock.now(), last) if clock.ahead else (first, clock.now())
    return first, last


@rule(r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he) weekend")
def _weekend(match: _Match, clock: Clock) -> Period | None:
    shift = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    saturday = periods.week(clock.now(), shift)[0] + timedelta(days=5)
    return saturday, saturday + timedelta(days=1)


@rule(rf"(?P<at>[Tt]he (?:same|previous|preceding|following|next)|[Tt]hat) {_UNIT}(?!s|-)")
def _anaphoric(match: _Match, clock: Clock) -> Period | None:
    """Counted from the last date; without one only "the previous" and "the following" have a meaning."""
    word = match["at"].split()[-1]
    shift = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(word, 0)
    if clock.anchor is None and (shift == 0 or clock.reference is None):
        return None
    base = clock.anchor[1 if shift > 0 else 0] if clock.anchor else clock.now()
    if match["unit"] == "day":
        found = base + timedelta(days=shift)
        return found, found
    return _unit(base, match["unit"], shift)


def _moved(base: date, unit: str, count: int) -> Period:
    if unit == "day":
        found = base + timedelta(days=count)
        return found, found
    return _unit(base, unit, count)


def _amount(text: str) -> int | None:
    return {"a few": None, "few": None, "several": None}.get(text.lower(), cardinal(text))


@rule(rf"{_COUNT} {_UNIT}s? ago", flags=re.IGNORECASE)
def _ago(match: _Match, clock: Clock) -> Period | None:
    count = _amount(match["n"])
    if count is None or count > 200:
        return None
    if match["unit"].lower() == "year":
        return periods.year(clock.this_year() - count)
    return _moved(clock.now(), match["unit"].lower(), -count)


@rule(rf"{_COUNT} {_UNIT}s? (?P<way>later|earlier|(?:before|after)(?= ?[,.;]))")
def _from_anchor(match: _Match, clock: Clock) -> Period | None:
    count = _amount(match["n"])
    base = clock.anchor
    if count is None or base is None or count > 200:
        return None
    forward = match["way"] in ("later", "after")
    return _moved(base[1 if forward else 0], match["unit"], count if forward else -count)


@rule(rf"(?:[Tt]he |these |over the |in the )?(?P<w>next|coming|last|past|previous)(?: {_COUNT})? {_UNIT}s(?!\w)")
def _stretch(match: _Match, clock: Clock) -> Period | None:
    """ "The past five years": from that day to the reference day. Without a number it says too little."""
    count = _amount(match["n"]) if match["n"] else None
    if count is None or count > 100:
        return None
    now, unit = clock.now(), match["unit"]
    ahead = match["w"] in ("next", "coming")
    far = _moved(now, unit, count if ahead else -count)
    return (now, far[1]) if ahead else (far[0], now)
