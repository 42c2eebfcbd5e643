"""Which two countries a relationship is between, once persons, organisations and sellers count for theirs."""

from __future__ import annotations

from graphkit.views.facts import Graph, Line

Pair = tuple[str, str]


def country_pairs(line: Line, graph: Graph) -> list[Pair]:
    """Return the pairs of ISO codes that a stated line links, each sorted, without doubles.

    A purchase links the buyer with each seller; of all others each end counts for its country.
    """
    edge = line.edge
    ones = [graph.country(edge.subject)]
    others = (
        [graph.country(seller) for seller in line.sellers] if edge.type == "PROCURES" else [graph.country(edge.object)]
    )
    pairs = {(min(a, b), max(a, b)) for a in ones for b in others if a and b and a != b}
    return sorted(pairs)


def country_name(code: str, graph: Graph) -> str:
    """Return the name of a country by its code."""
    key = f"country:{code}"
    if key in graph.entities:
        return graph.name(key)
    return graph.places[code].name if code in graph.places else code


def partners_of(country: str, graph: Graph) -> list[tuple[str, list[Line]]]:
    """Return the countries that stated lines link with the ISO code `country`, most lines first, each with its lines."""
    found: dict[str, list[Line]] = {}
    for line in graph.stated():
        for pair in country_pairs(line, graph):
            if country in pair:
                found.setdefault(pair[0] if pair[1] == country else pair[1], []).append(line)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def busiest_pairs(graph: Graph) -> list[tuple[Pair, list[Line]]]:
    """Return every pair of countries with its lines, most lines first."""
    found: dict[Pair, list[Line]] = {}
    for line in graph.stated():
        for pair in country_pairs(line, graph):
            found.setdefault(pair, []).append(line)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
