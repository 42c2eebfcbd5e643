"""Relationships as rows of words: what the table under a picture, its CSV and its JSON hold."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.views.chart import Cell, clearest
from graphkit.views.facts import Graph, Line
from graphkit.views.safe import clean, web_link

HEAD = (
    "who", "relation", "status", "whom or what", "about", "since", "until", "said", "texts", "confidence",
    "low confidence", "sentence", "outlet", "published", "url",
)  # fmt: skip


def line_rows(lines: Iterable[Line], graph: Graph) -> tuple[tuple[Cell, ...], ...]:
    """Return one row for each line, under HEAD, in the order given."""
    return tuple(_row(line, graph) for line in lines)


def _row(line: Line, graph: Graph) -> tuple[Cell, ...]:
    edge = line.edge
    best = clearest(line)
    fact = best[0] if best else None
    about = graph.name(edge.item) if edge.item and edge.item != edge.object else ", ".join(edge.items)
    return (
        clean(graph.name(edge.subject)), edge.type, edge.status.value, clean(graph.name(edge.object)), clean(about) or None,
        str(edge.since) if edge.since else None, str(edge.until) if edge.until else None,
        str(edge.said) if edge.said else None, edge.witnesses, round(edge.confidence, 3), "yes" if line.low else None,
        clean(fact.quote) if fact else None, clean(fact.outlet) or None if fact else None,
        str(fact.published) if fact and fact.published else None, web_link(fact.url) if fact else None,
    )  # fmt: skip


def by_time(lines: Iterable[Line]) -> list[Line]:
    """Return lines in the order of their days, undated ones last, then by key."""
    return sorted(lines, key=lambda line: (line.day is None, str(line.day), line.edge.key))


def latest_first(lines: Iterable[Line]) -> list[Line]:
    """Return lines latest first, undated ones last, then by key."""
    return sorted(sorted(lines, key=lambda line: line.edge.key), key=lambda line: str(line.day or ""), reverse=True)
