"""Results of either engine as the same plain Python."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def days_as_dates(value: Any) -> Any:
    """`value` with every text that is an ISO day as a `datetime.date`, inside lists and maps too.

    One engine hands days of single columns back as text, so neither keeps the two apart.
    """
    if isinstance(value, str):
        return _day(value)
    if isinstance(value, list):
        return [days_as_dates(item) for item in value]
    if isinstance(value, dict):
        return {name: days_as_dates(item) for name, item in value.items()}
    return value


def _day(text: str) -> date | str:
    if not _DAY.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
