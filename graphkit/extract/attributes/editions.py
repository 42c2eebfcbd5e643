"""Series and their editions: "21st session of the IRIGC" is the IRIGC's 21st, "INDRA-2019" INDRA of 2019."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit.extract.attributes.numerals import ORDINALS, alternatives, ordinal

_ORDINAL = rf"\d+(?:st|nd|rd|th)|{alternatives(w for w, n in ORDINALS.items() if n)}|inaugural|maiden"
_LEADING = re.compile(
    rf"^(?:the\s+)?(?P<edition>{_ORDINAL})\s+(?:(?:edition|iteration|session|meeting|round)\s+of\s+(?:the\s+)?)?(?=\S)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"^(?P<base>.*?[^\d\s(-])[\s(–-]*(?:['’](?P<short>\d\d)|(?P<year>(?:19|20)\d\d))\)?$")
_SHORT_AFTER = re.compile(r"^(?P<base>[A-Z][A-Za-z ]*[A-Za-z])\s?[-–]\s?(?P<short>\d\d)$")
_YEAR_BEFORE = re.compile(r"^(?P<year>(?:19|20)\d\d)\s+(?P<base>\S.*)$")
_ROMAN_AFTER = re.compile(r"^(?P<base>.*\S)[\s-]+(?P<edition>X{0,3}(?:IX|IV|V?I{1,3}|V|X))$")


@dataclass(frozen=True, slots=True)
class Edition:
    """`base` is the name of the series, `edition` what was taken off as written, `year` its year if it says one."""

    base: str
    edition: str | None = None
    number: int | None = None
    year: int | None = None


def edition_of(name: str, *, roman: bool = False) -> Edition:
    """Take the ordinal and the year off the name of an exercise or a forum; `roman` also "XIV" at its end.

    >>> edition_of("21st IRIGC-MMTC"), edition_of("INDRA-2019").base
    (Edition(base='IRIGC-MMTC', edition='21st', number=21, year=None), 'INDRA')
    """
    base, parts, number, year = name.strip(), list[str](), None, None
    if match := _LEADING.match(base):
        parts.append(match["edition"])
        number = 1 if match["edition"].lower() in ("inaugural", "maiden") else ordinal(match["edition"])
        base = base[match.end() :]
    for pattern in (_YEAR_AFTER, _SHORT_AFTER, _YEAR_BEFORE):
        if match := pattern.match(base):
            groups = match.groupdict()
            year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["short"])
            parts.append(groups.get("year") or groups["short"])
            base = match["base"].strip()
            break
    if roman and (match := _ROMAN_AFTER.match(base)):
        parts.append(match["edition"])
        base = match["base"]
    return Edition(base, " ".join(parts) or None, number, year)
