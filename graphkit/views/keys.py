"""What the marks of a picture mean: drawn under every one of them."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.claims import Status
from graphkit.views.styles import LINE_STYLES, colour, phrase
from graphkit.views.svg import SOFT, dashes, status_mark, tag, text


def status_key(x: float, y: float, colour: str = SOFT, *, strokes: bool = False) -> str:
    """Return the key that says which mark, or which stroke, stands for which status, some 400 wide."""
    parts = []
    for place, status in enumerate(LINE_STYLES):
        left = x + place * (108 if strokes else 92)
        parts.append(
            _stroke(left, y, colour, status) if strokes else status_mark(left + 6, y, colour, status, status.value)
        )
        parts.append(text(left + (34 if strokes else 16), y + 4, status.value, size=11.5, soft=True))
    return "".join(parts)


def _stroke(x: float, y: float, colour: str, status: Status) -> str:
    line = tag(
        "line",
        x1=float(x),
        y1=float(y),
        x2=float(x + 28),
        y2=float(y),
        stroke=colour,
        stroke_width=2.0,
        stroke_dasharray=dashes(status),
    )
    if status is Status.DENIED:
        line += tag(
            "line",
            x1=float(x + 14),
            y1=float(y - 5),
            x2=float(x + 14),
            y2=float(y + 5),
            stroke=colour,
            stroke_width=2.0,
        )
    return line


def type_key(types: Sequence[str], x: float, y: float, right: float) -> tuple[float, str]:
    """Return the height and the key of the colours of relations, from `x` to `right`, in as many rows as it takes."""
    parts, at, row = [], x, 0
    for type_ in types:
        words = phrase(type_, Status.DONE)
        room = 26 + len(words) * 6.6
        if at + room > right:
            at, row = x, row + 1
        parts.append(status_mark(at, y + row * 20 + 6, colour(type_), Status.DONE, words))
        parts.append(text(at + 10, y + row * 20 + 10, words, size=11.5, soft=True))
        at += room
    return (row + 1) * 20.0, "".join(parts)
