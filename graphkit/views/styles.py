"""How statuses and relations look in every picture, and how readable a colour is."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model.claims import Status
from graphkit.ontology.relations import DERIVED, RELATIONS

PAPER = {"light": "#ffffff", "dark": "#10151c"}
INK = {"light": "#1a2129", "dark": "#e7ecf2"}
MIXED = "#5c7fa6"  # a stroke for relations of several types
GREY = "#7d8793"  # 3:1 on both papers: structure, derived lines


@dataclass(frozen=True, slots=True)
class LineStyle:
    """`dashes` are lengths of strokes and gaps, empty for a solid line; `ending` is the shape of the arrow's head."""

    dashes: tuple[int, ...]
    ending: str  # one of vis-network's arrow types
    words: str


LINE_STYLES = {
    Status.DONE: LineStyle((), "arrow", "done: happened or in force"),
    Status.PLANNED: LineStyle((12, 6), "arrow", "planned: decided or scheduled"),
    Status.PROPOSED: LineStyle((2, 6), "arrow", "proposed: sought, offered, considered"),
    Status.DENIED: LineStyle((12, 5, 2, 5), "bar", "denied: refused, cancelled, suspended, ended"),
}
LOW = "low confidence: too doubtful to count as a relationship"

_COLOURS = {relation.name: relation.colour for relation in RELATIONS}
_PHRASES = {relation.name: relation.phrase for relation in RELATIONS} | {
    "SUPPLIES": "supplies", "PARTY_TO": "is party to", "JOINED": "joined", "CONCERNS": "concerns", "TIE": "is tied to",
}  # fmt: skip
TYPES = (*_COLOURS, *(name for name in DERIVED if name != "TIE"))
"""Relation types in the order of every legend; country ties are sums over years and drawn by no graph."""


def colour(type_: str) -> str:
    """Return the colour of a relation, grey for derived ones."""
    return _COLOURS.get(type_, GREY)


_UNDONE = {Status.PLANNED: "planned", Status.PROPOSED: "proposed", Status.DENIED: "denied"}


def phrase(type_: str, status: Status) -> str:
    """Return the verb of a relation with its status, unless it is done.

    >>> phrase("PROCURES", Status.PROPOSED), phrase("MET", Status.DONE)
    ('procures (proposed)', 'met')
    """
    verb = _PHRASES.get(type_, type_.lower().replace("_", " "))
    return f"{verb} ({_UNDONE[status]})" if status in _UNDONE else verb


def luminance(hex_colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 to 1. Source: WCAG 2.2, relative luminance."""
    channels = (int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2, contrast ratio.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
