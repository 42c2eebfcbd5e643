"""The graph as networkx has it, and the country graph that most measures need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

import networkx as nx

from graphkit.model.graph import Edge, Entity

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
    Weighted = nx.Graph[str]

COOPERATIVE = (
    "MET", "VISITED", "PROCURES", "CO_PRODUCES", "TRANSFERS_TECHNOLOGY", "AGREED_WITH", "EXERCISES_WITH", "AIDS",
    "COOPERATES_WITH",
)  # fmt: skip
_EMPTY: tuple[object, ...] = (None, "", (), False)


def project(entities: Iterable[Entity], edges: Iterable[Edge]) -> Graph:
    """Return a MultiDiGraph whose nodes and edges have our keys as ids, and what we know of them as attributes.

    Nodes: `kind`, `name`, `aliases`, `country`, ...; edges (keyed by the edge's key): `type`, `status`, `times`,
    `witnesses`, `since`, `until`, `said`, `derived`, ... Lists are tuples; what is empty is left out. The order is
    that of the keys, so equal graphs are equal in every measure.
    """
    graph: Graph = nx.MultiDiGraph()
    for entity in sorted(entities, key=lambda e: e.key):
        fields = {name: value for name, value in asdict(entity).items() if name != "key" and value not in _EMPTY}
        graph.add_node(entity.key, **{**fields, "kind": entity.kind.value})
    for edge in sorted(edges, key=lambda e: e.key):
        fields = {k: v for k, v in asdict(edge).items() if k not in ("key", "subject", "object") and v not in _EMPTY}
        fields.update(status=edge.status.value, derived=edge.derived)
        graph.add_edge(edge.subject, edge.object, key=edge.key, **fields)
    return graph


def home_countries(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Return for each node the countries it acts for: itself, those of its offices, or the organisation's own."""
    homes: dict[str, set[str]] = defaultdict(set)
    for node, data in graph.nodes(data=True):
        if data.get("kind") == "Country":
            homes[node].add(node)
        elif data.get("country") and f"country:{data['country']}" in graph:
            homes[node].add(f"country:{data['country']}")
    for subject, object_, data in graph.edges(data=True):
        if data["type"] == "HOLDS_OFFICE" and graph.nodes[object_].get("kind") == "Country":
            homes[subject].add(object_)
    return {node: tuple(sorted(found)) for node, found in sorted(homes.items())}


def country_facts(graph: Graph, *, types: Iterable[str] = COOPERATIVE) -> list[tuple[str, str, dict[str, object]]]:
    """Return (country, country, edge attributes) for every fact that links two countries once persons and organisations
    are counted for theirs. A purchase links the buyer with each seller. Derived edges are left out but for that."""
    homes = home_countries(graph)
    wanted = set(types)
    found: list[tuple[str, str, dict[str, object]]] = []
    for subject, object_, key, data in graph.edges(keys=True, data=True):
        type_ = data["type"]
        if type_ == "SUPPLIES" and "PROCURES" in wanted:
            type_ = "PROCURES"
        elif data["derived"] or type_ not in wanted or type_ == "PROCURES":
            continue
        pairs = {(a, b) for a in homes.get(subject, ()) for b in homes.get(object_, ()) if a != b}
        found.extend((a, b, {**data, "type": type_, "key": key}) for a, b in sorted(pairs))
    return found


def country_graph(graph: Graph, *, status: str = "done", types: Iterable[str] = COOPERATIVE) -> Weighted:
    """Return the undirected graph of countries; `weight` is the number of facts of that status between two."""
    weighted: Weighted = nx.Graph()
    for a, b, data in country_facts(graph, types=types):
        if data["status"] == status:
            before = weighted.get_edge_data(a, b, {"weight": 0})["weight"]
            weighted.add_edge(a, b, weight=before + 1)
    return weighted
