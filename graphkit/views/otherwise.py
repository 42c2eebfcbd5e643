"""Who says otherwise: nothing is decided here, what contradicts is put side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphkit.ontology.relations import SYMMETRIC
from graphkit.views.facts import Line


def otherwise(lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """Return for each edge key the keys of the edges that tell the same matter differently, sorted.

    The same matter: one type, one pair (in any order where the type is symmetric) and one item, told with
    another status; and another office of one person in one place.
    """
    matters: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines:
        if not line.edge.derived:
            matters[_matter(line)].append(line)
    told: dict[str, tuple[str, ...]] = {}
    for group in matters.values():
        for line in group:
            others = sorted(other.edge.key for other in group if _differs(line, other))
            if others:
                told[line.edge.key] = tuple(others)
    return told


def _matter(line: Line) -> tuple[str, ...]:
    edge = line.edge
    ends = (edge.subject, edge.object)
    if edge.type in SYMMETRIC:
        ends = (min(ends), max(ends))
    return (edge.type, *ends, edge.item or "", edge.role or "")


def _differs(line: Line, other: Line) -> bool:
    if line.edge.type == "HOLDS_OFFICE":
        return line.edge.office != other.edge.office or line.edge.status != other.edge.status
    return line.edge.status != other.edge.status
