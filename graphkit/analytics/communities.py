"""Which countries hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graphkit.analytics.projection import country_graph
from graphkit.analytics.tables import Cell, Table

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph

_SEED = 1  # any fixed one: the same graph must give the same communities


def communities(graph: Graph, *, status: str = "done") -> Table:
    """Return the Louvain communities of the country graph, largest first, weighted by facts of that status.

    `inside` is the share of the members' facts that stay inside, in [0, 1].

    Source:
        V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. 2008, P10008, as
        networkx computes it with a fixed seed.
    """
    countries = country_graph(graph, status=status)
    if not countries:
        return Table(columns=("community", "members", "countries", "inside"), rows=(), note=f"no fact is {status}")
    found = nx.community.louvain_communities(countries, weight="weight", seed=_SEED)
    rows: list[tuple[Cell, ...]] = []
    for members in sorted((sorted(group) for group in found), key=lambda group: (-len(group), group)):
        inside = countries.subgraph(members).size(weight="weight")
        touching = sum(d["weight"] for _, _, d in countries.edges(members, data=True))
        names = "; ".join(graph.nodes[member]["name"] for member in members)
        rows.append((len(rows) + 1, len(members), names, inside / touching if touching else 0.0))
    note = f"facts that are {status}; with few facts the split says more about the articles than about the countries"
    return Table(columns=("community", "members", "countries", "inside"), rows=tuple(rows), note=note)
