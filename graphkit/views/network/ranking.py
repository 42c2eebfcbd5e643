"""Who is drawn first: above some 150 nodes every picture of a network is a hairball."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphkit.model.claims import Kind
from graphkit.views.facts import Graph, Line

MOST_NODES = 150
MOST_LINES = 200  # by eye on 1400x900: above it lines cross too often to be followed
RANKED_BY = "independent texts on their relationships"


def weights(graph: Graph) -> dict[str, int]:
    """Return for each entity how many independent texts its stated relationships have in all."""
    total: dict[str, int] = dict.fromkeys(graph.entities, 0)
    for line in graph.lines:
        if line.edge.derived or line.low:
            continue
        for key in sorted({line.edge.subject, line.edge.object}):
            if key in total:
                total[key] += line.edge.witnesses
    return total


def ranked(graph: Graph) -> list[str]:
    """Return the keys of the entities, most independent texts first; equal ones by kind, then key.

    Office-holders whom nobody names come after everybody else of the same weight.
    """
    total = weights(graph)
    order = {kind: place for place, kind in enumerate(Kind)}
    return sorted(
        graph.entities,
        key=lambda key: (-total[key], graph.entities[key].placeholder, order[graph.entities[key].kind], key),
    )


def drawn_first(order: Sequence[str], pairs: Mapping[str, set[str]], most: int = MOST_NODES) -> list[str]:
    """Return the head of `order` that can be drawn legibly: at most `most` nodes and MOST_LINES lines among them.

    `pairs` gives the neighbours of each key, self loops left out.
    """
    chosen: list[str] = []
    members: set[str] = set()
    lines = 0
    for key in order[:most]:
        lines += len(pairs.get(key, set()) & members)
        if lines > MOST_LINES and len(chosen) > 20:
            break
        chosen.append(key)
        members.add(key)
    return chosen


def neighbours(lines: Sequence[Line]) -> dict[str, set[str]]:
    """Return who stands at the other end of each entity's lines, itself left out."""
    near: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        one, other = line.edge.subject, line.edge.object
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return dict(near)
