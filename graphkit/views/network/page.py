"""One HTML file with the whole graph: opens offline, asks for nothing, looks the same every time."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import SYMMETRIC
from graphkit.views.coast import coast
from graphkit.views.facts import Graph, Line
from graphkit.views.network.bundle import asset, script, vis_network
from graphkit.views.network.layout import Position, layout, place_rest
from graphkit.views.network.payload import drawn_lines, payload
from graphkit.views.network.ranking import MOST_LINES, MOST_NODES, RANKED_BY, drawn_first, neighbours, ranked, weights
from graphkit.views.safe import clean, json_block, short
from graphkit.views.styles import LINE_STYLES, MIXED, colour
from graphkit.views.texts import csp_hash

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "tooltipDelay": 250, "zoomSpeed": 0.6},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {"selectionWidth": 1.5, "hoverWidth": 0.6, "font": {"size": 0}, "arrowStrikethrough": False},
}


def draw_graph(
    graph: Graph,
    *,
    title: str = "Defence relations",
    subtitle: str = "",
    most: int = MOST_NODES,
    focus: str | None = None,
    kept: Mapping[str, Position] | None = None,
) -> str:
    """Return an HTML page of `graph`: search, filters, evidence, paths, layouts, table, exports.

    Args:
        graph: everything in it is in the page; what is not to be shared must be left out of it.
        title: the heading.
        subtitle: what was selected, under the heading.
        most: how many nodes are drawn when the page opens; the others appear on demand.
        focus: key of the entity that the page opens on, with its neighbours.
        kept: positions from an earlier page, to draw a grown graph without moving what is known.
    """
    positions, first = arrange(graph, most, kept)
    network = _pyvis_network(graph, positions, first)
    data = payload(graph, positions, first)
    data |= {"title": clean(title), "subtitle": clean(subtitle), "focus": focus or "", "most": most}
    data |= {
        "rankedBy": RANKED_BY,
        "mostLines": MOST_LINES,
        "crowded": CROWDED,
        "mixed": MIXED,
        "coverage": _coverage(graph),
        "notes": [clean(note) for note in graph.notes],
    }
    network.templateEnv = _environment(data)
    network.path = "page.html"
    html: str = network.generate_html("graph.html")
    return html.replace("\r\n", "\n")


def arrange(
    graph: Graph, most: int = MOST_NODES, kept: Mapping[str, Position] | None = None
) -> tuple[dict[str, Position], list[str]]:
    """Return the position of every entity and the keys of those that are drawn first."""
    near = neighbours(drawn_lines(graph))
    order = ranked(graph)
    first = drawn_first(order, near, most)
    known = {key: position for key, position in (kept or {}).items() if key in graph.entities}
    places = layout(first, near, known)
    places |= {key: known[key] for key in sorted(known) if key not in places}
    # Those next to what stands come first, so that nobody is put where only strangers are.
    rest = [key for key in order if key not in places]
    rest.sort(key=lambda key: not near.get(key, set()) & places.keys())
    return places | place_rest(rest, near, places), first


def _environment(data: Mapping[str, Any]) -> Environment:
    environment = Environment(
        loader=PackageLoader("graphkit.views.network", "assets"), autoescape=True, undefined=StrictUndefined,
        keep_trailing_newline=True,
    )  # fmt: skip
    vis, own, style = vis_network(), script(), asset("style.css")
    environment.globals.update(
        title=data["title"],
        subtitle=data["subtitle"],
        data=json_block(data),
        block=json_block,
        settings=json_block(OPTIONS),
        coast=json_block(coast()),
        vis=Markup(vis),  # noqa: S704 - a file with a known checksum
        script=Markup(own),  # noqa: S704 - our own files
        style=Markup(style),  # noqa: S704
        script_hashes=Markup(f"{csp_hash(vis)} {csp_hash(own)}"),  # noqa: S704 - base64
        style_hashes=Markup(csp_hash(style)),  # noqa: S704
    )
    return environment


def _pyvis_network(graph: Graph, positions: Mapping[str, Position], first: list[str]) -> Any:
    # Here and not above: pyvis brings IPython along, which costs every other command its start-up time.
    from pyvis.network import Network

    network = Network(directed=True)  # undirected, pyvis keeps one of several parallel edges and drops the rest
    network.options = json.loads(json.dumps(OPTIONS))
    number = {key: i for i, key in enumerate(sorted(positions))}
    total = weights(graph)
    most = max(total.values(), default=1)
    shape = {node.label: node for node in NODE_TYPES}
    for key in sorted(first):
        entity = graph.entities[key]
        kind = shape[entity.kind.value]
        x, y = positions[key]
        network.add_node(
            number[key], label=short(entity.name) or key, shape=kind.shape, color=kind.colour, x=x, y=y,
            size=node_size(total[key], most),
        )  # fmt: skip
    for (subject, object_, type_, status, low), count in _bundles(graph, set(first)).items():
        style = LINE_STYLES[status]
        network.add_edge(
            number[subject], number[object_], id=f"{number[subject]}-{number[object_]}-{type_}-{status}-{int(low)}",
            color=MIXED if type_ == ANY_TYPE else colour(type_), dashes=list(style.dashes) or False, count=count,
        )  # fmt: skip
    return network


def node_size(weight: int, most: int) -> float:
    """Return the radius of a node with `weight` texts where the heaviest has `most`: areas are in proportion."""
    return round(7 + 14 * math.sqrt(weight / max(most, 1)), 1)


CROWDED = 160
"""More strokes than these are drawn one for each pair and status, whatever the types: a page of parallels says nothing."""
ANY_TYPE = "*"


def _bundles(graph: Graph, members: set[str]) -> dict[tuple[Any, ...], int]:
    """Count the lines behind each stroke: of one pair, type and status; in a crowd of one pair and status."""
    lines = [line for line in drawn_lines(graph) if {line.edge.subject, line.edge.object} <= members]
    counts = Counter(_bundle(line, by_type=True) for line in lines)
    if len(counts) > CROWDED:
        counts = Counter(_bundle(line, by_type=False) for line in lines)
    return dict(sorted(counts.items()))


def _bundle(line: Line, *, by_type: bool) -> tuple[Any, ...]:
    edge = line.edge
    ends = (edge.subject, edge.object)
    if edge.type in SYMMETRIC or not by_type:
        ends = (min(ends), max(ends))
    return *ends, edge.type if by_type else ANY_TYPE, edge.status, line.low


def _coverage(graph: Graph) -> dict[str, Any]:
    seen = graph.coverage
    return {
        "articles": seen.articles, "undated": seen.undated_articles, "first": str(seen.first or ""),
        "last": str(seen.last or ""), "outlets": [[clean(name), count] for name, count in seen.outlets],
    }  # fmt: skip
