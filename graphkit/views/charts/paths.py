"""How two entities hang together: the shortest ways from one to the other, every step with its sentences."""

from __future__ import annotations

from itertools import islice, pairwise

from graphkit.model.claims import Kind
from graphkit.views.chart import Cell, Chart, clearest, line_words
from graphkit.views.facts import Graph, Line
from graphkit.views.keys import status_key
from graphkit.views.safe import clean, web_link
from graphkit.views.styles import LINE_STYLES, TYPES, colour, phrase
from graphkit.views.svg import dashes, document, fitted, node_mark, tag, text, title

PATHS = 3
HEAD = ("path", "step", "from", "to", "relationship", "status", "texts", "sentence", "outlet", "published", "url")
_STATUS_ORDER = {status: place for place, status in enumerate(LINE_STYLES)}


def shortest_paths(graph: Graph, start: str, end: str, most: int = PATHS) -> list[list[str]]:
    """Return up to `most` paths of entity keys from `start` to `end`, shortest first, at most one step longer than
    the shortest; empty if there is none. Country ties make no path, for they are sums of others."""
    # Here and not above: every command imports this module, few need networkx.
    import networkx as nx

    network: nx.Graph[str] = nx.Graph()
    for line in graph.lines:
        if line.edge.type in TYPES and line.edge.subject != line.edge.object:
            network.add_edge(line.edge.subject, line.edge.object)
    if start not in network or end not in network or start == end or not nx.has_path(network, start, end):
        return []
    found: list[list[str]] = []
    for path in islice(nx.shortest_simple_paths(network, start, end), 40):
        if found and len(path) > len(found[0]) + 1:
            break
        found.append(path)
    return sorted(found, key=lambda path: (len(path), path))[:most]


def draw_path(graph: Graph, start: str, end: str, most: int = PATHS) -> Chart:
    """Return the shortest paths from `start` to `end`, one under the other; a sentence saying so if there is none."""
    paths = shortest_paths(graph, start, end, most)
    heading = f"From {graph.name(start)} to {graph.name(end)}"
    steps = [[_between(graph, a, b) for a, b in pairwise(path)] for path in paths]
    longest = max((len(path) for path in paths), default=2)
    width = max(720, 60 + longest * 230)
    body, y = [], 84.0
    for number, (path, step) in enumerate(zip(paths, steps, strict=True), 1):
        body.append(_path(graph, number, path, step, y))
        y += 70 + 18 * max(len(_groups(lines)) for lines in step)
    if not paths:
        body.append(text(20, 96, "No path was found with this selection.", soft=True))
    evidence = list(dict.fromkeys(line for step in steps for lines in step for line in lines))
    count = (
        f"{_count(len(paths), 'path')}, the shortest has {_count(len(paths[0]) - 1, 'step')}" if paths else "no path"
    )
    return Chart(
        title=heading, svg=document(width, y + 60, [*body, status_key(20, y + 34, strokes=True)], heading, count), head=HEAD,
        rows=tuple(_rows(graph, paths, steps)), notes=graph.notes, evidence=tuple(evidence),
    )  # fmt: skip


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _between(graph: Graph, one: str, other: str) -> list[Line]:
    """The lines of a pair: stated before derived, done before planned, most texts first."""
    lines = [
        line
        for line in graph.lines
        if {line.edge.subject, line.edge.object} == {one, other} and line.edge.type in TYPES
    ]
    return sorted(
        lines,
        key=lambda line: (line.edge.derived, _STATUS_ORDER[line.edge.status], -line.edge.witnesses, line.edge.key),
    )


def _groups(lines: list[Line]) -> list[list[Line]]:
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.edge.type, line.edge.status, line.low, line.edge.subject), []).append(line)
    return list(groups.values())[:5]


def _path(graph: Graph, number: int, path: list[str], steps: list[list[Line]], y: float) -> str:
    parts = [text(20, y + 5, number, soft=True, font_weight=600)]
    for place, lines in enumerate(steps):
        parts.append(_step(graph, lines, 70 + place * 230, y, path[place]))
    for place, key in enumerate(path):
        entity = graph.entities.get(key)
        x = 70 + place * 230
        parts.append(node_mark(x, y, entity.kind if entity else Kind.ORGANISATION, graph.name(key), 10))
        parts.append(
            text(
                x,
                y - 17,
                fitted(graph.name(key), 190),
                text_anchor="middle" if place else "start",
                font_weight=600,
                dx=None if place else -12,
            )
        )
    return "".join(parts)


def _step(graph: Graph, lines: list[Line], x: float, y: float, first: str) -> str:
    parts = []
    for place, group in enumerate(_groups(lines)):
        line = group[0]
        level = y + place * 18
        tip = "\n".join(line_words(each, graph) for each in group)
        parts.append(
            tag(
                "path", title(tip), d=f"M{x} {y:g}C{x + 30} {level:g} {x + 30} {level:g} {x + 50} {level:g}H{x + 180}C{x + 200} {level:g} {x + 200} {level:g} {x + 230} {y:g}",
                fill="none", stroke=colour(line.edge.type), stroke_width=1.8, stroke_dasharray=dashes(line.edge.status, line.low),
            )
        )  # fmt: skip
        arrow = "" if line.edge.subject == first else "← "
        words = arrow + phrase(line.edge.type, line.edge.status) + (f" ×{len(group)}" if len(group) > 1 else "")
        parts.append(text(x + 115, level - 4, fitted(words, 150, 10.5), size=10.5, soft=True, text_anchor="middle"))
    return "".join(parts)


def _rows(graph: Graph, paths: list[list[str]], steps: list[list[list[Line]]]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for number, (path, step) in enumerate(zip(paths, steps, strict=True), 1):
        for place, lines in enumerate(step):
            for line in lines:
                fact = clearest(line)[0] if line.facts else None
                rows.append(
                    (
                        number, place + 1, clean(graph.name(path[place])), clean(graph.name(path[place + 1])), line_words(line, graph),
                        line.edge.status.value, line.edge.witnesses, clean(fact.quote) if fact else None,
                        clean(fact.outlet) if fact else None, str(fact.published) if fact and fact.published else None,
                        web_link(fact.url) if fact else None,
                    )
                )  # fmt: skip
    return rows
