"""Who a country's main defence partners are."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from graphkit.analytics.projection import COOPERATIVE, country_facts
from graphkit.analytics.tables import Table

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph

STATUSES = ("done", "planned", "proposed", "denied")


def main_partners(graph: Graph, *, country: str) -> Table:
    """Rank the partners of `country` (a node's key) by the number of facts reported as done.

    One row a partner: facts by status, and how many of the nine cooperative layers have one done. The degree of a
    node in a multilayer network; persons count for the country of their office, organisations for theirs.

    Source:
        M. A. Allen, P. C. Saunders, J. Chen, "Chinese Military Diplomacy, 2003-2016", NDU 2017, who rank partners
        by counted interactions in the same way.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    layers: dict[str, set[object]] = defaultdict(set)
    for a, b, data in country_facts(graph, types=COOPERATIVE):
        if country in (a, b):
            partner = b if a == country else a
            counts[partner][str(data["status"])] += 1
            if data["status"] == "done":
                layers[partner].add(data["type"])
    ranked = sorted(counts, key=lambda p: (-counts[p]["done"], -counts[p]["planned"], p))
    rows = tuple((graph.nodes[p]["name"], *(counts[p][status] for status in STATUSES), len(layers[p])) for p in ranked)
    note = (
        "facts by status; layers: kinds of relation with a fact done, of nine; a partner without a row was not reported"
    )
    return Table(columns=("partner", *STATUSES, "layers"), rows=rows, note=note)
