"""Who is who, as somebody decided it: a record that can be taken back and is never erased."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from graphkit.model.keys import digest


class Verdict(StrEnum):
    """What somebody decided about two things."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`left` and `right` are claim roles (`claim:0123456789abcdef#subject`) or listed entity keys.

    A later judgement on the same pair outweighs an earlier one; `unsure` clears the pair. `at` is UTC
    and to the second.
    """

    left: str
    right: str
    verdict: Verdict
    reason: str = ""
    by: str
    at: datetime
    key: str = field(init=False)

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"a judgement needs two things, not {self.left!r} twice")
        if self.at.tzinfo is None or self.at.utcoffset():
            raise ValueError(f"{self.at} must be in UTC")
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)
        parts = (self.left, self.right, self.verdict, self.reason, self.by, self.at.isoformat(timespec="seconds"))
        object.__setattr__(self, "key", f"judgement:{digest(*parts)}")
