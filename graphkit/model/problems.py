"""What could not be read or was doubtful: collected and counted, never raised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`code` is lower-case words with hyphens ("no-date"); `position` counts characters of the article."""

    code: str
    message: str
    article: str | None = None
    position: int | None = None
