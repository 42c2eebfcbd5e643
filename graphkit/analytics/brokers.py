"""Who stands between countries that are not linked themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graphkit.analytics.projection import country_graph
from graphkit.analytics.tables import Table

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph


def brokerage(graph: Graph, *, status: str = "done") -> Table:
    """Rank countries by betweenness in the country graph of cooperative facts with that status.

    Betweenness is the share of shortest paths between other countries that pass through one, in [0, 1]; constraint
    (from 0; high: its partners are linked among themselves) is undefined for a country without partners.

    Source:
        L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", Sociometry 40(1), 1977.
        R. S. Burt, "Structural Holes", Harvard 1992, equation 2.4. Both as networkx computes them.
    """
    countries = country_graph(graph, status=status)
    between = nx.betweenness_centrality(countries, normalized=True)
    constraint = nx.constraint(countries, weight="weight")
    ranked = sorted(countries, key=lambda c: (-between[c], constraint[c], c))
    rows = tuple((graph.nodes[c]["name"], status, countries.degree[c], between[c], constraint[c]) for c in ranked)
    note = "links are facts of the nine cooperative relations; few articles make few paths: read it as a lead"
    return Table(columns=("country", "status", "partners", "betweenness", "constraint"), rows=rows, note=note)
